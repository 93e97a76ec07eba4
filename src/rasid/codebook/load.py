"""The codebook's files into frozen entries."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

from rasid.codebook.counting import CountRule
from rasid.codebook.entries import (
    AcledCode,
    Boundary,
    ClassEntry,
    Codebook,
    Crosswalk,
    EventEntry,
    Example,
    ExpectedMention,
    ExpectedStatement,
    Loss,
    NamedRule,
    PloverCode,
    SchemaEntry,
    UcdpCode,
)
from rasid.codebook.table import Table
from rasid.errors import CodebookError
from rasid.model import Count, EventType, StatementKind, Status, VictimClass

_Entry = TypeVar("_Entry")
_DIGEST_LENGTH = 16


@cache
def load_codebook() -> Codebook:
    """Return the codebook that comes with the package; the same object on every call.

    Raises CodebookError, with the file and the entry, when a file is missing or malformed.
    """
    return read_codebook(files("rasid").joinpath("data", "codebook"))


def read_codebook(root: Traversable) -> Codebook:
    """Return the codebook of a folder; event types in the order of model.EventType, all else as the files have it.

    Raises CodebookError, with the file and the entry, when a file is missing or malformed.
    """
    texts = dict(_texts(root))
    counts = _table("counts.toml", texts)
    return Codebook(
        version=_digest(texts),
        profile=counts.text("profile"),
        count_rules=_entries(counts.tables("rules"), _count_rule),
        combining=_entries(counts.tables("combining"), _named_rule),
        events=tuple(_event(f"events/{name}.toml", texts) for name in EventType),
        weapons=_classes("weapons.toml", texts),
        tactics=_classes("tactics.toml", texts),
        targets=_classes("targets.toml", texts),
        statuses=_classes("statuses.toml", texts),
        statements=_classes("statements.toml", texts),
        fields=_entries(_table("fields.toml", texts).tables("fields"), _named_rule),
        schemas=_entries(_table("crosswalks.toml", texts).tables("schemas"), _schema),
    )


def _texts(root: Traversable, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield (path below root, text) of every TOML file, in the order of the paths."""
    if not root.is_dir():
        msg = f"codebook folder {root}: no such folder; give the one that holds events/ and weapons.toml"
        raise CodebookError(msg)
    for entry in sorted(root.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _texts(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".toml"):
            yield f"{prefix}{entry.name}", entry.read_text(encoding="utf-8").replace("\r\n", "\n")


def _digest(texts: dict[str, str]) -> str:
    digest = hashlib.sha256()
    for name, text in texts.items():
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()[:_DIGEST_LENGTH]


def _table(name: str, texts: dict[str, str]) -> Table:
    if name not in texts:
        msg = f"codebook {name}: no such file; a codebook needs it"
        raise CodebookError(msg)
    try:
        return Table(name, tomllib.loads(texts[name]))
    except tomllib.TOMLDecodeError as error:
        msg = f"codebook {name}: not TOML: {error}"
        raise CodebookError(msg) from error


def _entries(tables: Iterable[Table], build: Callable[[Table], _Entry]) -> tuple[_Entry, ...]:
    return tuple(table.read_as(build) for table in tables)


def _classes(name: str, texts: dict[str, str]) -> tuple[ClassEntry, ...]:
    return _entries(_table(name, texts).tables("classes"), _class)


def _class(table: Table) -> ClassEntry:
    return ClassEntry(
        id=table.text("id"),
        label=table.text("label"),
        definition=table.text("definition"),
        victims=table.word("victims", VictimClass) if "victims" in table.keys else None,
    )


def _named_rule(table: Table) -> NamedRule:
    return NamedRule(id=table.text("id"), definition=table.text("definition"))


def _schema(table: Table) -> SchemaEntry:
    codes = table.table("codes")
    return SchemaEntry(
        id=table.text("id"),
        label=table.text("label"),
        unit=table.text("unit"),
        codes=tuple((group, codes.texts(group)) for group in codes.keys),
        loses=table.texts("loses"),
    )


def _count_rule(table: Table) -> CountRule:
    example = table.table("example")
    stated = (example.number_or_none("n"), example.number_or_none("m"))
    return CountRule(
        id=table.text("id"),
        definition=table.text("definition"),
        low=table.term("low"),
        best=table.term("best"),
        high=table.term("high"),
        example=example.text("words"),
        stated=tuple(number for number in stated if number is not None),
        gives=example.count_or_none("gives") or Count(),
    )


def _event(name: str, texts: dict[str, str]) -> EventEntry:
    entry = _table(name, texts).read_as(_event_entry)
    if name != f"events/{entry.id}.toml":
        msg = f"codebook {name}: id = {entry.id!r}: wants the name of the file"
        raise CodebookError(msg)
    return entry


def _event_entry(table: Table) -> EventEntry:
    return EventEntry(
        id=table.word("id", EventType),
        label=table.text("label"),
        definition=table.text("definition"),
        includes=table.texts("includes"),
        excludes=table.texts("excludes"),
        boundaries=_entries(table.tables("boundary"), _boundary),
        crosswalk=table.table("crosswalk").read_as(_crosswalk),
        examples=_entries(table.tables("examples"), _example),
    )


def _boundary(table: Table) -> Boundary:
    return Boundary(case=table.text("case"), rule=table.text("rule"))


def _crosswalk(table: Table) -> Crosswalk:
    losses = table.table("loses")
    return Crosswalk(
        acled=table.table("acled").read_as(_acled),
        ucdp=table.table("ucdp").read_as(_ucdp),
        plover=table.table("plover").read_as(_plover),
        cameo=table.text("cameo"),
        loses=tuple(Loss(schema=schema, fields=losses.texts(schema)) for schema in losses.keys),
    )


def _acled(table: Table) -> AcledCode:
    return AcledCode(
        event_type=table.text("event_type"),
        sub_event_type=table.text("sub_event_type"),
        note=table.text_or("note", ""),
    )


def _ucdp(table: Table) -> UcdpCode:
    return UcdpCode(type_of_violence=table.numbers("type_of_violence"), note=table.text_or("note", ""))


def _plover(table: Table) -> PloverCode:
    return PloverCode(
        category=table.text("category"),
        mode=table.text_or_none("mode"),
        note=table.text_or("note", ""),
    )


def _example(table: Table) -> Example:
    return Example(
        text=table.text("text"),
        country=table.text("country"),
        actor_kind=table.text("actor_kind"),
        published=table.day_or_none("published"),
        mentions=_entries(table.tables("mentions"), _mention),
        statements=_entries(table.tables("statements", optional=True), _statement),
    )


def _mention(table: Table) -> ExpectedMention:
    return ExpectedMention(
        type=table.word("type", EventType),
        status=table.word("status", Status, Status.reported),
        perpetrator=table.text_or_none("perpetrator"),
        target=table.text_or_none("target"),
        killed=table.count_or_none("killed"),
        killed_perpetrators=table.count_or_none("killed_perpetrators"),
        injured=table.count_or_none("injured"),
        abducted=table.count_or_none("abducted"),
        arrested=table.count_or_none("arrested"),
        displaced=table.count_or_none("displaced"),
        weapons=table.texts("weapons", optional=True),
        tactics=table.texts("tactics", optional=True),
        place=table.text_or_none("place"),
        date=table.day_or_none("date"),
        source=table.text_or_none("source"),
    )


def _statement(table: Table) -> ExpectedStatement:
    return ExpectedStatement(kind=table.word("kind", StatementKind), speaker=table.text("speaker"))
