"""What the corpus holds, counted; the numbers of its card (`CARD.md`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from textwrap import fill

from corpus.document import Document, Role
from corpus.files import ROOT
from corpus.sides import acting_kind
from corpus.split import Split, groups, splits
from rasid.model import ActorKind

CARD = ROOT / "CARD.md"
_WIDTH = 150
_BEGIN, _END = "<!-- counted: begin -->", "<!-- counted: end -->"
_BLOCK = re.compile(f"{re.escape(_BEGIN)}.*{re.escape(_END)}", re.DOTALL)


def renew_card(documents: Sequence[Document], path: Path = CARD) -> bool:
    """Write the counts between the card's markers; returns whether anything changed."""
    before = path.read_text(encoding="utf-8")
    after = _BLOCK.sub(lambda _: f"{_BEGIN}\n{counted(documents)}{_END}", before)
    path.write_text(after, encoding="utf-8")
    return after != before


def counted(documents: Sequence[Document]) -> str:
    """Return the counts as Markdown."""
    return "".join([_totals(documents), *(_table(name, counts) for name, counts in tables(documents))])


def totals(documents: Sequence[Document]) -> dict[str, int]:
    """Return the single numbers: reports, words, incidents, marks, decoys, clusters, look-alikes."""
    annotations = [document.annotation for document in documents]
    lengths = [len(document.text.split()) for document in documents]
    told = Counter(record.key for annotation in annotations for record in annotation.incidents)
    return {
        "reports": len(documents),
        "words": sum(lengths),
        "median words a report": int(median(lengths)) if lengths else 0,
        "countries": len({document.head.country for document in documents}),
        "accounts of incidents": told.total(),
        "incidents": len(told),
        "incidents told by several reports": sum(number > 1 for number in told.values()),
        "reports with several incidents": sum(len(one.incidents) > 1 for one in annotations),
        "triggers": sum(len(one.triggers) for one in annotations),
        "arguments": sum(len(one.arguments) for one in annotations),
        "statements": sum(len(one.statements) for one in annotations),
        "relations": sum(len(one.relations) for one in annotations),
        "reports without incident": sum(document.head.decoy is not None for document in documents),
        "look-alike pairs": sum(document.head.lookalike is not None for document in documents),
        "groups that stay together in the split": len(groups(documents)),
    }


def tables(documents: Sequence[Document]) -> Iterator[tuple[str, Mapping[str, int]]]:
    """Yield the counts by class, each with its title."""
    triggers = [one for document in documents for one in document.annotation.full_triggers()]
    arguments = [one for document in documents for one in document.annotation.arguments]
    parts = splits(documents)
    yield "Reports by part", {split.value: sum(part is split for part in parts.values()) for split in Split}
    yield "Reports by genre", _many(document.head.genre for document in documents)
    yield "Reports by country", _many(document.head.country for document in documents)
    yield "Reports without incident", _many(document.head.decoy for document in documents if document.head.decoy)
    yield "Triggers by type", _many(one.event_type for one in triggers if one.event_type)
    yield "Triggers by status", _many(one.status for one in triggers if one.status)
    yield "Triggers by stance", _many(one.stance for one in triggers)
    yield "Arguments by role", _many(role for one in arguments for role in one.roles)
    yield "Casualty phrases by part", _many(one.part for one in arguments if set(one.roles) & _HARMED)
    yield "Statements by kind", _many(one.kind for document in documents for one in document.annotation.statements)
    yield "Accounts by kind of the acting side", _many(_acting_sides(documents))


_HARMED = {Role.killed, Role.injured, Role.abducted, Role.arrested, Role.displaced}


def _acting_sides(documents: Iterable[Document]) -> Iterator[ActorKind]:
    """Yield the kind of the acting side of each account."""
    for document in documents:
        for record in document.annotation.incidents:
            yield acting_kind(document, document.annotation, record.number)


def _many(values: Iterable[str]) -> dict[str, int]:
    """Return how often each value occurs, most first, then by name."""
    counts = Counter(str(value) for value in values)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _totals(documents: Sequence[Document]) -> str:
    rows = "".join(f"| {name} | {number:,} |\n" for name, number in totals(documents).items())
    return f"| | |\n|---|---:|\n{rows}\n"


def _table(title: str, counts: Mapping[str, int]) -> str:
    told = ", ".join(f"{name} {number:,}" for name, number in counts.items()) or "none"
    return fill(f"**{title}**: {told}.", _WIDTH, break_on_hyphens=False) + "\n\n"
