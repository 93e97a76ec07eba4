"""The codebook: its files into frozen entries, checked."""

from rasid.codebook.check import Minimum, check_codebook
from rasid.codebook.counting import CountRule
from rasid.codebook.document import render_codebook
from rasid.codebook.entries import (
    Boundary,
    ClassEntry,
    Codebook,
    Crosswalk,
    EventEntry,
    Example,
    ExpectedMention,
    ExpectedStatement,
    NamedRule,
    SchemaEntry,
)
from rasid.codebook.load import load_codebook, read_codebook
from rasid.codebook.problem import Problem

__all__ = [
    "Boundary",
    "ClassEntry",
    "Codebook",
    "CountRule",
    "Crosswalk",
    "EventEntry",
    "Example",
    "ExpectedMention",
    "ExpectedStatement",
    "Minimum",
    "NamedRule",
    "Problem",
    "SchemaEntry",
    "check_codebook",
    "load_codebook",
    "read_codebook",
    "render_codebook",
]
