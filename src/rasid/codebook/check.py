"""The codebook checks itself: what contradicts itself, is missing or is malformed, with the place of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rasid.codebook.check_examples import example_problems
from rasid.codebook.entries import ClassEntry, Codebook, Crosswalk, EventEntry, Example
from rasid.codebook.problem import Problem
from rasid.model import EventType, StatementKind, Status

# Words that take a side; they may stand in what a text says, never in what the codebook says.
LOADED = ("terrorist", "martyr", "regime", "neutralised", "neutralized", "liberated")
# Facets of a mention that a conversion can lose.
LOSABLE = frozenset(
    {
        "abducted", "arrested", "claims", "date_precision", "direction", "displaced", "injured", "killed",
        "killed_perpetrators", "killed_range", "perpetrators", "place_precision", "sources", "status", "tactics",
        "targets", "weapons",
    },
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Minimum:
    """How much the examples must cover: over all types, and coded ones for each type."""

    examples: int = 180
    coded_per_type: int = 8
    without_incident: int = 25
    countries: int = 35


def check_codebook(codebook: Codebook, minimum: Minimum | None = None) -> list[Problem]:
    """Return every problem of the codebook, in the order of its files; an empty list means that it is sound."""
    return [
        *_class_problems(codebook),
        *_count_problems(codebook),
        *(problem for event in codebook.events for problem in _event_problems(event, codebook)),
        *_cover_problems(codebook, minimum or Minimum()),
    ]


def _class_problems(codebook: Codebook) -> Iterator[Problem]:
    lists = {
        "weapons": codebook.weapons,
        "tactics": codebook.tactics,
        "targets": codebook.targets,
        "statuses": codebook.statuses,
        "statements": codebook.statements,
    }
    for name, classes in lists.items():
        yield from _repeated(f"{name}.toml", (entry.id for entry in classes))
        for entry in classes:
            yield from _loaded(f"{name}.toml {entry.id}", f"{entry.label} {entry.definition}")
    yield from _closed("statuses.toml", codebook.statuses, list(Status))
    yield from _closed("statements.toml", codebook.statements, list(StatementKind))
    yield from _without_victims(codebook.targets)
    yield from _two_labels(lists)


def _repeated(path: str, names: Iterable[str]) -> Iterator[Problem]:
    for name, times in Counter(names).items():
        if times > 1:
            yield Problem(path, f"{name!r} stands {times} times; keep one")


def _loaded(path: str, words: str) -> Iterator[Problem]:
    for word in LOADED:
        if word in words.lower():
            yield Problem(path, f"{word!r} takes a side; say what was done instead")


def _closed(path: str, classes: Iterable[ClassEntry], wanted: list[str]) -> Iterator[Problem]:
    found = [entry.id for entry in classes]
    for name in sorted(set(found) ^ set(map(str, wanted))):
        missing = "has no entry" if name in wanted else "is not in the record's closed list"
        yield Problem(path, f"{name!r} {missing}")


def _without_victims(targets: Iterable[ClassEntry]) -> Iterator[Problem]:
    for entry in targets:
        if entry.victims is None:
            yield Problem(f"targets.toml {entry.id}", "no victims; say civilian, armed or unknown")


def _two_labels(lists: dict[str, tuple[ClassEntry, ...]]) -> Iterator[Problem]:
    """Labels are looked up by id alone, so an id in two lists has one label."""
    labels: dict[str, str] = {}
    for name, classes in lists.items():
        for entry in classes:
            if labels.setdefault(entry.id, entry.label) != entry.label:
                yield Problem(f"{name}.toml {entry.id}", f"is labelled {labels[entry.id]!r} in another list")


def _count_problems(codebook: Codebook) -> Iterator[Problem]:
    names = [rule.id for rule in codebook.count_rules] + [rule.id for rule in codebook.combining]
    yield from _repeated("counts.toml", names)
    for rule in codebook.count_rules:
        path = f"counts.toml {rule.id}"
        if len(rule.stated) != rule.wants:
            yield Problem(path, f"example states {rule.stated}, the rule wants {rule.wants} numbers")
        elif rule.count(*rule.stated) != rule.gives:
            yield Problem(path, f"example gives {rule.gives}, the rule makes it {rule.count(*rule.stated)}")


def _event_problems(event: EventEntry, codebook: Codebook) -> Iterator[Problem]:
    path = f"events/{event.id}.toml"
    words = (event.label, event.definition, *event.includes, *event.excludes)
    cases = (part for boundary in event.boundaries for part in (boundary.case, boundary.rule))
    yield from _loaded(path, " ".join((*words, *cases)))
    yield from _crosswalk_problems(f"{path} crosswalk", event.crosswalk, codebook)
    for number, example in enumerate(event.examples, start=1):
        yield from example_problems(f"{path}: examples[{number}]", example, event, codebook)


def _crosswalk_problems(path: str, crosswalk: Crosswalk, codebook: Codebook) -> Iterator[Problem]:
    codes = {schema.id: dict(schema.codes) for schema in codebook.schemas}
    acled, plover = crosswalk.acled, crosswalk.plover
    if acled.sub_event_type not in codes.get("acled", {}).get(acled.event_type, ()):
        yield Problem(path, f"acled has no {acled.event_type!r} / {acled.sub_event_type!r}")
    modes = codes.get("plover", {}).get(plover.category)
    if modes is None or (plover.mode is not None and plover.mode not in modes):
        yield Problem(path, f"plover has no {plover.category!r} / {plover.mode!r}")
    if not set(crosswalk.ucdp.type_of_violence) <= {1, 2, 3}:
        yield Problem(path, f"ucdp has no type of violence {crosswalk.ucdp.type_of_violence}; it has 1, 2, 3")
    if crosswalk.cameo[:2] not in codes.get("cameo", {}).get("root", ()):
        yield Problem(path, f"cameo code {crosswalk.cameo!r} has a root that no type of ours maps to")
    yield from _loss_problems(path, crosswalk, codebook)


def _loss_problems(path: str, crosswalk: Crosswalk, codebook: Codebook) -> Iterator[Problem]:
    schemas = {schema.id: schema for schema in codebook.schemas}
    for loss in crosswalk.loses:
        if loss.schema not in schemas:
            yield Problem(path, f"loses names {loss.schema!r}; the schemas are {', '.join(schemas)}")
            continue
        for field in loss.fields:
            if field not in LOSABLE:
                yield Problem(path, f"loses.{loss.schema} names {field!r}; fields are {', '.join(sorted(LOSABLE))}")
            elif field in schemas[loss.schema].loses:
                yield Problem(path, f"loses.{loss.schema} repeats {field!r}, which the schema never holds")


def _cover_problems(codebook: Codebook, minimum: Minimum) -> Iterator[Problem]:
    examples = [example for event in codebook.events for example in event.examples]
    yield from _repeated("events/ examples", (" ".join(example.text.lower().split()) for example in examples))
    for event in codebook.events:
        coded = sum(_holds(example, event.id) for example in event.examples)
        yield from _fewer(f"events/{event.id}.toml", "coded examples", coded, minimum.coded_per_type)
    bare = sum(not example.mentions for example in examples)
    yield from _fewer("events/", "examples", len(examples), minimum.examples)
    yield from _fewer("events/", "examples without an incident", bare, minimum.without_incident)
    yield from _fewer("events/", "countries", len({example.country for example in examples}), minimum.countries)
    yield from _closed_types(codebook)


def _holds(example: Example, event_type: str) -> bool:
    return any(mention.type == event_type for mention in example.mentions)


def _fewer(path: str, what: str, number: int, wanted: int) -> Iterator[Problem]:
    if number < wanted:
        yield Problem(path, f"{number} {what}; wants at least {wanted}")


def _closed_types(codebook: Codebook) -> Iterator[Problem]:
    for name in sorted(set(map(str, EventType)) ^ {str(event.id) for event in codebook.events}):
        yield Problem("events/", f"{name!r} has no file, or is not in the record's closed list")
