"""Made-up copy in upper case, read and coded the way the measure does it."""

from __future__ import annotations

from datetime import date
from typing import Any

from evals.muc_slots import Slots, slots
from evals.muc_templates import Template, arguments_of, candidates, counts
from rasid.coding import code
from rasid.model import Coding, Mention, Reading, Report, make_report
from rasid.reading import load_reader
from rasid.resolve import load_resolvers

PUBLISHED = date(1990, 5, 7)


def read(text: str) -> tuple[Report, Reading, Coding]:
    """Return report, reading and coding of a text of Monday, 7 May 1990."""
    report = make_report(text, published=PUBLISHED)
    reading = load_reader("lexicon").read(report)
    return report, reading, code(reading, report, load_resolvers())


def counted(text: str) -> list[bool]:
    """Tell for each mention whether MUC-4 counts its kind of act."""
    return [counts(mention) for mention in read(text)[2].mentions]


def templates(text: str) -> list[tuple[Mention, Template]]:
    """Return the templates that the text may give, whatever they are worth."""
    return candidates(*read(text), load_resolvers().actors)


def template(text: str) -> dict[str, Any]:
    """Return the roles of the first template, without those that are empty."""
    (_, found), *_ = templates(text)
    return {name: value for name, value in found.items() if value}


def filled(text: str, country: str | None = "SV") -> Slots:
    """Return the full slots of the first template."""
    report, reading, _ = read(text)
    mention, found = templates(text)[0]
    return slots(report, mention, found, arguments_of(reading, mention), country)
