"""Error rates by group: is a reader as good on one region, side, genre or kind of act as on another?

    python -m evals.groups score [--reader NAME] [--split train|dev|test|all] [--toml] [PATH...]

Groups of reports: the region of the country (regions.toml) and the genre. Groups of incidents: the side that acts, by what
the register makes of the record's actor or the first perpetrator's words, and the event type. An incident that the reader
sees counts in the group of the annotated incident that it meets, else in the group of what the reader says of it. For each
group: the F1 of triggers with their type and of arguments, as `evals.corpus` counts them, and the number of incidents made
up in a report in which the group occurs, each with a 95 % bootstrap interval over those reports. `--toml` prints them for a
model's card; else the last line is one JSON object with each group's trigger F1.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from corpus.align import align_incidents, align_triggers
from corpus.document import Annotation, Argument, Document, Mark, Statement, Trigger
from corpus.sides import acting_kind
from corpus.tally import Tally, all_arguments, tally, total
from evals.common import print_scores
from evals.corpus import Scored, documents_of, parser_of, score_all
from evals.intervals import interval, told
from rasid.model import ActorKind

_REGIONS = Path(__file__).with_name("regions.toml")
_SIDES = {
    ActorKind.state_force: "state",
    ActorKind.government: "state",
    ActorKind.external_force: "state",
    ActorKind.peacekeepers: "state",
    ActorKind.rebel_group: "rebel",
    ActorKind.political_militia: "rebel",
    ActorKind.communal_militia: "communal",
    ActorKind.gang: "gang",
    ActorKind.unidentified_armed_group: "unidentified",
    ActorKind.civilians: "crowd",
    ActorKind.protesters: "crowd",
    ActorKind.rioters: "crowd",
    ActorKind.organisation: "unknown",
    ActorKind.unknown: "unknown",
}
"""Sides wide enough to count; those who act without being organised are a crowd."""

OfIncident = Callable[[Document, Annotation, int], str]


class Group(NamedTuple):
    """One group: what it is a part of, its name, and the counts of each report in which it occurs."""

    part: str
    name: str
    tallies: Sequence[Tally]

    @property
    def triggers(self) -> int:
        """Annotated triggers in the group."""
        return int(total(self.tallies, lambda one: one.triggers).gold)

    def scores(self) -> Iterator[tuple[str, float, tuple[float, float]]]:
        """Yield name, value and interval of each score; F1 only where something is annotated."""
        for name, score in MEASURES.items():
            if self.triggers or score is _made_up:
                yield name, score(self.tallies), interval(self.tallies, score)


def _trigger_f1(tallies: Sequence[Tally]) -> float:
    return total(tallies, lambda one: one.triggers).f1


def _argument_f1(tallies: Sequence[Tally]) -> float:
    return total(tallies, all_arguments).f1


def _made_up(tallies: Sequence[Tally]) -> float:
    incidents = total(tallies, lambda one: one.incidents)
    return (incidents.other - incidents.both) / len(tallies) if tallies else 0.0


MEASURES: dict[str, Callable[[Sequence[Tally]], float]] = {
    "trigger_f1": _trigger_f1,
    "argument_f1": _argument_f1,
    "false_incidents": _made_up,
}


@cache
def regions() -> dict[str, str]:
    """Return the region of each country."""
    table = tomllib.loads(_REGIONS.read_text(encoding="utf-8"))
    return {country: region for region, countries in table.items() for country in countries}


def groups(scored: Sequence[Scored]) -> Iterator[Group]:
    """Yield every group that occurs, by part and name."""
    yield from _of_reports("region", scored, lambda one: regions()[one.head.country])
    yield from _of_incidents("side", scored, side_of)
    yield from _of_reports("genre", scored, lambda one: one.head.genre.value)
    yield from _of_incidents("event_type", scored, type_of)


def side_of(document: Document, annotation: Annotation, incident: int) -> str:
    """Return the side that acts in an incident."""
    return _SIDES[acting_kind(document, annotation, incident)]


def type_of(_: Document, annotation: Annotation, incident: int) -> str:
    """Return the event type of an incident, that of its first trigger."""
    return next(str(one.event_type) for one in annotation.full_triggers() if one.incident == incident)


def _of_reports(part: str, scored: Sequence[Scored], of: Callable[[Document], str]) -> Iterator[Group]:
    found: defaultdict[str, list[Tally]] = defaultdict(list)
    for one in scored:
        found[of(one.document)].append(one.counts)
    return (Group(part, name, found[name]) for name in sorted(found))


def _of_incidents(part: str, scored: Sequence[Scored], of: OfIncident) -> Iterator[Group]:
    found: defaultdict[str, list[Tally]] = defaultdict(list)
    for one in scored:
        gold, seen = sorted_out(one, of)
        for name in sorted({*gold.values(), *seen.values()}):
            ours = _only(one.document.annotation, {number for number, its in gold.items() if its == name})
            theirs = _only(one.seen, {number for number, its in seen.items() if its == name})
            found[name].append(tally(ours, theirs, one.document.text))
    return (Group(part, name, found[name]) for name in sorted(found))


def sorted_out(one: Scored, of: OfIncident) -> tuple[dict[int, str], dict[int, str]]:
    """Return the group of each annotated incident and of each that the reader sees, by number."""
    gold, seen = list(one.document.annotation.full_triggers()), list(one.seen.full_triggers())
    met = align_incidents(gold, seen, align_triggers(gold, seen))
    ours = {number: of(one.document, one.document.annotation, number) for number in _numbers(gold)}
    theirs = {
        number: ours[met[number]] if number in met else of(one.document, one.seen, number) for number in _numbers(seen)
    }
    return ours, theirs


def _numbers(triggers: Sequence[Trigger]) -> list[int]:
    return sorted({trigger.incident for trigger in triggers})


def _only(annotation: Annotation, incidents: set[int]) -> Annotation:
    """Return an annotation with the triggers and arguments of some incidents alone."""
    return Annotation(marks=tuple(mark for one in annotation.marks for mark in _kept(one, incidents)))


def _kept(mark: Mark, incidents: set[int]) -> Iterator[Mark]:
    if isinstance(mark, Statement):
        return
    if isinstance(mark, Argument):
        left = tuple(number for number in mark.incidents if number in incidents)
        if left:
            yield replace(mark, incidents=left, statements=())
    elif mark.incident in incidents:
        yield mark


def lines(found: Sequence[Group]) -> Iterator[str]:
    """Yield the printed lines: a group and its size, then each score."""
    for group in found:
        yield f"\n{group.part}: {group.name}   ({len(group.tallies)} reports)"
        for name, value, bounds in group.scores():
            yield told(name, value, bounds, group.triggers)


def as_toml(found: Sequence[Group]) -> Iterator[str]:
    """Yield the lines of a card: a table a part, a row a group, each score with its interval."""
    part = None
    for group in found:
        if group.part != part:
            part = group.part
            yield f"\n[by_group.{part}]"
        scores = ", ".join(
            f'{name} = "{value:.3f} [{low:.3f}, {high:.3f}]"' for name, value, (low, high) in group.scores()
        )
        yield f"{group.name} = {{ reports = {len(group.tallies)}, triggers = {group.triggers}, {scores} }}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure."""
    parser = parser_of(__doc__)
    parser.add_argument("--toml", action="store_true", help="print the lines for a model's card")
    options = parser.parse_intermixed_args(arguments)
    documents = documents_of(options)
    found = list(groups(score_all(documents, options.reader)))
    print("\n".join(as_toml(found) if options.toml else lines(found)))
    if not options.toml:
        scores = {f"{group.part}.{group.name}": _trigger_f1(group.tallies) for group in found if group.triggers}
        print_scores(scores | {"n": len(documents)})


if __name__ == "__main__":
    main()
