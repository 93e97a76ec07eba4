"""The founding case: one analysis with an attack, an answering operation, a prison break next door, a deployment and judgements.

    python -m evals.diyala FILE [--reader NAME] [--published 2022-01-24]

FILE is the analysis. Every point of what a careful reader sees in it is checked; the last line is one JSON object with the number
of points passed and of all points.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from evals.common import print_scores
from evals.engine import add_reader, engine
from rasid.model import (
    AssessmentTopic,
    Coding,
    Count,
    EventType,
    Mention,
    MentionRole,
    RelationKind,
    Report,
    StatementKind,
    Status,
    make_report,
)

ISLAMIC_STATE, PMF = "iq.islamic_state", "iq.popular_mobilization_forces"
ARMY = "iq.military"
_LAST = "The recent ISIS activity"


class Case(NamedTuple):
    """The report, what was coded from it, and the mentions that the points are about (None when not found)."""

    report: Report
    coding: Coding
    attack: Mention | None
    operation: Mention | None
    escape: Mention | None
    deployment: Mention | None

    def words(self, mention: Mention | None) -> str:
        """Return the sentences of a mention on one line."""
        spans = mention.evidence if mention is not None else ()
        return " ".join(" ".join(span.quote(self.report.text).split()) for span in spans)


Check = Callable[[Case], bool]


def case_of(report: Report, coding: Coding) -> Case:
    """Find the mentions of the four incidents by their type, the one with the most triggers first."""
    return Case(
        report=report,
        coding=coding,
        attack=_largest(coding, EventType.attack),
        operation=_largest(coding, EventType.security_operation),
        escape=_largest(coding, EventType.prison_break),
        deployment=_largest(coding, EventType.deployment),
    )


def _largest(coding: Coding, event_type: EventType) -> Mention | None:
    found = [mention for mention in coding.mentions if mention.event_type.value is event_type]
    return max(found, key=lambda mention: len(mention.triggers), default=None)


def _once(case: Case, event_type: EventType) -> bool:
    return sum(mention.event_type.value is event_type for mention in case.coding.mentions) == 1


def _status(mention: Mention | None, status: Status) -> bool:
    return mention is not None and mention.status.value is status


def _acted(mention: Mention | None, actor_id: str) -> bool:
    return mention is not None and actor_id in {claim.value.actor_id for claim in mention.perpetrators}


def _hit(mention: Mention | None, actor_id: str) -> bool:
    actors = [claim.value.actor for claim in mention.targets] if mention is not None else []
    return actor_id in {actor.actor_id for actor in actors if actor is not None}


def _toll(case: Case) -> bool:
    totals = [claim for claim in case.attack.killed if claim.value.total] if case.attack is not None else []
    wanted = Count(low=11, best=12, high=12)
    return [claim.value.count for claim in totals] == [wanted] and "sniper" in totals[0].reason


def _ten_attackers(case: Case) -> bool:
    """The attackers' own number is no toll; it must stay readable in the words that the perpetrator claim rests on."""
    claims = case.attack.perpetrators if case.attack is not None else ()
    quotes = [span.quote(case.report.text) for claim in claims for span in claim.evidence]
    return any(" ten " in f" {' '.join(quote.split())} " for quote in quotes)


def _codes(mention: Mention | None, *wanted: str) -> bool:
    """Tell whether all codes stand among the weapons, tactics and target classes of the mention."""
    if mention is None:
        return False
    told = {claim.value for claim in (*mention.weapons, *mention.tactics)}
    return set(wanted) <= told | {claim.value.target_class for claim in mention.targets}


def _placed(mention: Mention | None, *, name: str = "", admin1: str = "", country: str) -> bool:
    """Tell whether the first place of the mention has the given name, division and country."""
    if mention is None or not mention.places:
        return False
    where = mention.places[0].value
    return where.country == country and name in where.name and (not admin1 or where.admin1 == admin1)


def _placed_in(mention: Mention | None, country: str) -> bool:
    return mention is not None and any(claim.value.country == country for claim in mention.places)


def _undated(mention: Mention | None) -> bool:
    return mention is not None and not any(claim.value.known for claim in mention.times)


def _on(mention: Mention | None, day: date) -> bool:
    return mention is not None and [claim.value.earliest for claim in mention.times] == [day]


def _sources(mention: Mention | None, *wanted: str) -> bool:
    told = " | ".join(source.words for source in mention.sources) if mention is not None else ""
    return all(words in told for words in wanted)


def _related(case: Case, source: Mention | None, kind: RelationKind) -> bool:
    if source is None or case.attack is None:
        return False
    pair = {source.mention_id, case.attack.mention_id}
    return any(link.kind is kind and {link.source, link.target} == pair for link in case.coding.relations)


def _said(case: Case, kind: StatementKind, speaker: str, topic: AssessmentTopic | None = None) -> bool:
    """Tell whether a statement of this kind is by `speaker`; "" is the author, who is not named."""
    told = [said for said in case.coding.statements if said.kind is kind and said.topic is topic]
    if not speaker:
        return any(said.speaker is None for said in told)
    return any(said.speaker is not None and speaker in said.speaker.words for said in told)


def _nothing_from_last(case: Case) -> bool:
    start = case.report.text.index(_LAST)
    return not any(span.start >= start for mention in case.coding.mentions for span in mention.triggers)


def _assessed(topic: AssessmentTopic) -> Check:
    return lambda case: _said(case, StatementKind.assessment, "", topic)


POINTS: Sequence[tuple[str, Check]] = (
    ("attack: coded once", lambda case: _once(case, EventType.attack)),
    ("attack: reported", lambda case: _status(case.attack, Status.reported)),
    ("attack: main", lambda case: case.attack is not None and case.attack.role is MentionRole.main),
    ("attack: by Islamic State", lambda case: _acted(case.attack, ISLAMIC_STATE)),
    ("attack: on the Iraqi army", lambda case: _hit(case.attack, ARMY)),
    ("attack: killed 11/12/12, the reason names the sniper", _toll),
    ("attack: about ten attackers kept in the words", _ten_attackers),
    ("attack: medium weapons", lambda case: _codes(case.attack, "medium_weapons")),
    ("attack: victims asleep, military site", lambda case: _codes(case.attack, "victims_asleep", "military_site")),
    ("attack: Diyala in Iraq", lambda case: _placed(case.attack, admin1="Diyala", country="IQ")),
    ("attack: no date", lambda case: _undated(case.attack)),
    ("operation: coded once", lambda case: _once(case, EventType.security_operation)),
    ("operation: by the Popular Mobilization Forces", lambda case: _acted(case.operation, PMF)),
    ("operation: on 2022-01-23", lambda case: _on(case.operation, date(2022, 1, 23))),
    ("operation: Great Basin", lambda case: _placed(case.operation, name="Great Basin", country="IQ")),
    (
        "operation: sources",
        lambda case: _sources(case.operation, "Diyala Operations Command", "Talib al-Moussawi"),
    ),
    ("operation: answers the attack", lambda case: _related(case, case.operation, RelationKind.answers)),
    ("escape: attempted", lambda case: _status(case.escape, Status.attempted)),
    ("escape: Islamic State members", lambda case: _acted(case.escape, ISLAMIC_STATE)),
    ("escape: in Syria", lambda case: _placed_in(case.escape, "SY")),
    ("escape: concurrent with the attack", lambda case: _related(case, case.escape, RelationKind.concurrent)),
    ("deployment: of Iraqi forces", lambda case: _acted(case.deployment, ARMY)),
    ("deployment: at the border", lambda case: "border" in case.words(case.deployment)),
    ("statement: warning by al-Sadr", lambda case: _said(case, StatementKind.warning, "Sadr")),
    ("assessment: capability", _assessed(AssessmentTopic.capability)),
    ("assessment: tactics", _assessed(AssessmentTopic.tactics)),
    ("assessment: territory", _assessed(AssessmentTopic.territory)),
    ("no incident from the last sentence", _nothing_from_last),
    ("nothing else coded", lambda case: len(case.coding.mentions) == 4),
)


def check(case: Case) -> Iterator[tuple[str, bool]]:
    """Yield each point with whether it holds."""
    for name, holds in POINTS:
        yield name, holds(case)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    add_reader(parser)
    parser.add_argument("--published", type=date.fromisoformat, default=date(2022, 1, 24))
    options = parser.parse_args(arguments)
    report = make_report(options.file.read_text(encoding="utf-8"), published=options.published)
    found = list(check(case_of(report, engine(options.reader).code(report))))
    for name, passed in found:
        print(f"{'pass' if passed else 'FAIL'}  {name}")
    print_scores({"passed": sum(passed for _, passed in found), "points": len(found)})


if __name__ == "__main__":
    main()
