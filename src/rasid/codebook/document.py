"""The whole codebook as one Markdown text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rasid.codebook.entries import (
    ClassEntry,
    Codebook,
    Crosswalk,
    EventEntry,
    Example,
    ExpectedMention,
    NamedRule,
    SchemaEntry,
)
from rasid.model import Count

_INTRODUCTION = (
    "How incidents are coded: the same rules for every armed actor. This page is made from the codebook's data files, "
    "and its examples are run as tests. They are invented; the places and organisations in them are real, "
    "the events are not."
)
_COUNTS = ("killed", "killed_perpetrators", "injured", "abducted", "arrested", "displaced")
_WORDS = ("perpetrator", "target")
_LAST = ("place", "date", "source")


def render_codebook(codebook: Codebook) -> str:
    """Return the codebook in Markdown; the same text for the same codebook, with one line end at the end."""
    return "\n".join(line for part in _parts(codebook) for line in (*part, "")).rstrip() + "\n"


def _parts(codebook: Codebook) -> Iterator[Iterable[str]]:
    yield ("# Codebook", "", _INTRODUCTION, "", f"Version `{codebook.version}`.")
    yield _rules("What the fields hold", codebook.fields)
    yield ("## Event types", "", *(f"- [{event.label}](#{event.id}): `{event.id}`" for event in codebook.events))
    for event in codebook.events:
        yield _event(event)
    yield _classes("Status", codebook.statuses)
    yield _classes("Statements", codebook.statements)
    yield _classes("Weapons", codebook.weapons)
    yield _classes("Tactics", codebook.tactics)
    yield _classes("Targets", codebook.targets)
    yield _counts(codebook)
    yield _rules("How groups are counted together", codebook.combining)
    yield _schemas(codebook.schemas)


def _rules(title: str, rules: Iterable[NamedRule]) -> Iterator[str]:
    yield from (f"## {title}", "")
    for rule in rules:
        yield f"- **{rule.id}**: {rule.definition}"


def _event(event: EventEntry) -> Iterator[str]:
    yield from (f'<a id="{event.id}"></a>', "", f"### {event.label}", "", f"`{event.id}`: {event.definition}", "")
    yield from ("Includes:", "", *(f"- {item}" for item in event.includes), "")
    yield from ("Excludes:", "", *(f"- {item}" for item in event.excludes), "")
    yield from ("| Case | Rule |", "|---|---|")
    for boundary in event.boundaries:
        yield f"| {_cell(boundary.case)} | {_cell(boundary.rule)} |"
    yield from ("", *_crosswalk(event.crosswalk), "", "Examples:", "")
    for number, example in enumerate(event.examples, start=1):
        yield from _example(number, example)


def _crosswalk(crosswalk: Crosswalk) -> Iterator[str]:
    acled, ucdp, plover = crosswalk.acled, crosswalk.ucdp, crosswalk.plover
    types = ", ".join(map(str, ucdp.type_of_violence)) or "none"
    codes = {
        "acled": (f"{acled.event_type} / {acled.sub_event_type}", acled.note),
        "ucdp": (f"type of violence {types}", ucdp.note),
        "plover": (" / ".join(filter(None, (plover.category, plover.mode))), plover.note),
        "cameo": (crosswalk.cameo, ""),
    }
    losses = {loss.schema: ", ".join(loss.fields) for loss in crosswalk.loses}
    yield from ("| Schema | Becomes | Note | Also loses |", "|---|---|---|---|")
    for schema, (code, note) in codes.items():
        yield f"| {schema} | {_cell(code)} | {_cell(note)} | {losses.get(schema, '')} |"


def _example(number: int, example: Example) -> Iterator[str]:
    published = f" Published {example.published}." if example.published else ""
    yield f"{number}. {example.text}{published}"
    for mention in example.mentions:
        yield f"    - {_mention(mention)}"
    if not example.mentions:
        yield "    - no incident"
    for statement in example.statements:
        yield f"    - statement: {statement.kind} by “{statement.speaker}”"


def _mention(mention: ExpectedMention) -> str:
    fields = [f"**{mention.type}**, {mention.status}"]
    fields += _words(mention, _WORDS)
    for name in _COUNTS:
        count: Count | None = getattr(mention, name)
        if count is not None:
            fields.append(f"{name.replace('_', ' ')} {show_count(count)}")
    fields += [f"{name} {', '.join(ids)}" for name in ("weapons", "tactics") if (ids := getattr(mention, name))]
    fields += _words(mention, _LAST)
    return "; ".join(fields)


def _words(mention: ExpectedMention, names: Iterable[str]) -> list[str]:
    found = ((name, getattr(mention, name)) for name in names)
    return [f"{name} “{value}”" if isinstance(value, str) else f"{name} {value}" for name, value in found if value]


def show_count(count: Count) -> str:
    """Return low/best/high with every bound, an unknown one as a question mark."""
    return "/".join("?" if bound is None else str(bound) for bound in (count.low, count.best, count.high))


def _classes(title: str, classes: Iterable[ClassEntry]) -> Iterator[str]:
    entries = tuple(classes)
    with_victims = any(entry.victims is not None for entry in entries)
    yield from (f"## {title}", "")
    yield "| Id | Label | Definition |" + (" Victims |" if with_victims else "")
    yield "|---|---|---|" + ("---|" if with_victims else "")
    for entry in entries:
        victims = f" {entry.victims} |" if with_victims else ""
        yield f"| `{entry.id}` | {entry.label} | {_cell(entry.definition)} |{victims}"


def _counts(codebook: Codebook) -> Iterator[str]:
    yield from ("## Numbers", "", f"Vague-number profile `{codebook.profile}`; low/best/high, ? for unknown.", "")
    yield from ("| Rule | Words | Low | Best | High | Example |", "|---|---|---|---|---|---|")
    for rule in codebook.count_rules:
        bounds = " | ".join("?" if term == "none" else str(term) for term in (rule.low, rule.best, rule.high))
        yield f"| `{rule.id}` | {_cell(rule.definition)} | {bounds} | “{rule.example}”: {show_count(rule.gives)} |"


def _schemas(schemas: Iterable[SchemaEntry]) -> Iterator[str]:
    yield from ("## Other schemas", "", "| Schema | Unit | Never holds |", "|---|---|---|")
    for schema in schemas:
        yield f"| {schema.label} | {_cell(schema.unit)} | {', '.join(schema.loses)} |"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
