"""The places that a report names, read once."""

from __future__ import annotations

from rasid.coding.context import Context
from rasid.model import make_report
from rasid.reading import load_reader
from rasid.resolve import load_resolvers

TEXT = (
    "BAGHDAD, Jan 23 (Wire) - Gunmen attacked a bus in Mosul, in Nineveh province. The Mosul Post said it came from Sinjar."
    " A gunman was held in the capital."
)


def _context() -> Context:
    report = make_report(TEXT)
    return Context(report, load_reader("lexicon").read(report), load_resolvers())


def test_names_behind_the_dateline_that_are_no_publishers() -> None:
    found = [(one.span.quote(TEXT), one.where.name) for one in _context().located]
    assert found[0] == ("Mosul", "Mosul")
    assert ("Sinjar", "Sinjar") in found
    assert [words for words, _ in found].count("Mosul") == 1
    assert not any(one.span.start < TEXT.index(" - ") for one in _context().located)


def test_the_areas_are_the_divisions_and_countries_among_them() -> None:
    assert [one.span.quote(TEXT) for one in _context().areas] == ["Nineveh province"]
