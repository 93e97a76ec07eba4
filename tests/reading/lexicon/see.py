"""What the lexicon reader sees in a text, in words: for tables of sentences and what must be found in them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from rasid.model import Reading, Report, make_report
from rasid.model.reading import ArgumentRole, Trigger
from rasid.reading import LexiconReader
from rasid.reading.lexicon.analyse import analyse, split
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup

READER = LexiconReader()


def cases(name: str) -> dict[str, list[dict[str, Any]]]:
    """Return the tables of `tests/cases/<name>.toml`."""
    path = Path(__file__).parents[2] / "cases" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def name_of(row: dict[str, Any]) -> str:
    """Return what a row of a table is called: its name, else its text."""
    return str(row.get("name", row["text"]))


def sentence_of(text: str) -> Sentence:
    """Analyse the first sentence of a text."""
    report = make_report(text)
    start, end = split(report)[0]
    return analyse(report, 0, start, end, cased=not text.isupper(), inside_quote=False)


def words(sentence: Sentence, part: NounPhrase | VerbGroup | None) -> str | None:
    """Return the lower-case words of a phrase or verb group, or None where there is none."""
    return None if part is None else sentence.words(part.start, part.end)


def read(text: str) -> tuple[Report, Reading]:
    """Return the text as a report, and what the reader sees in it."""
    report = make_report(text)
    return report, READER.read(report)


def trigger_of(text: str, quote: str) -> Trigger:
    """Return the first trigger with these words."""
    _, reading = read(text)
    found = {one.span.quote(text): one for one in reversed(reading.triggers)}
    assert quote in found, f"{quote!r} is no trigger; seen {sorted(found)}, dropped {dropped(text)}"
    return found[quote]


def quotes(text: str, trigger: Trigger, role: ArgumentRole | str) -> list[str]:
    """Return the words of the trigger's arguments of one role."""
    return [one.span.quote(text) for one in trigger.arguments if one.role == role]


def dropped(text: str) -> set[tuple[str, str]]:
    """Return the trigger words that were seen and not taken, each with the rule that says why."""
    _, reading = read(text)
    return {(span.quote(text), rule) for span, rule in reading.dropped}


def incidents(text: str) -> list[set[str]]:
    """Return the incidents of a text, each as the words of its triggers, in the order of their numbers."""
    _, reading = read(text)
    numbers = sorted({trigger.incident for trigger in reading.triggers})
    return [{one.span.quote(text) for one in reading.triggers if one.incident == number} for number in numbers]
