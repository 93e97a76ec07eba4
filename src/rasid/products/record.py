"""The part of the record that a product is made from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from rasid.errors import UnknownNameError
from rasid.model import ActorRef, Coding, Incident, Mention, Relation, Report, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Reports, what was coded from them and the incidents linked from that; every product reads only this.

    `reports` and `mentions` are by id. Incidents keep the order they were given in.
    """

    reports: Mapping[str, Report] = field(default_factory=dict)
    mentions: Mapping[str, Mention] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    incidents: tuple[Incident, ...] = ()

    def report_of(self, mention: Mention) -> Report:
        """Return the report that tells `mention`; raises UnknownNameError when it was not given."""
        return self.report(mention.report_id)

    def report(self, report_id: str) -> Report:
        """Return a report by id; raises UnknownNameError when it was not given."""
        if report_id not in self.reports:
            msg = f"no report {report_id!r} among the {len(self.reports)} of this record"
            raise UnknownNameError(msg)
        return self.reports[report_id]

    def only(self, mention_ids: Collection[str]) -> Record:
        """Return the record without the mentions, and the relations between them, that are not among `mention_ids`."""
        kept = {mention_id: mention for mention_id, mention in self.mentions.items() if mention_id in mention_ids}
        relations = tuple(relation for relation in self.relations if relation.source in kept or relation.target in kept)
        return replace(self, mentions=kept, relations=relations)

    def actor_names(self) -> dict[str, str]:
        """Return actor id -> name of every actor that the mentions and statements refer to."""
        actors = (actor for mention in self.mentions.values() for actor in _actors(mention))
        speakers = (statement.speaker for statement in self.statements)
        said = (speaker.actor for speaker in speakers if speaker is not None and speaker.actor is not None)
        return {actor.actor_id: actor.name for actor in (*actors, *said) if actor.actor_id is not None}

    def mentions_of(self, incident: Incident) -> tuple[Mention, ...]:
        """Return the mentions that tell `incident`, earliest report first."""
        found = [self.mentions[mention_id] for mention_id in incident.mention_ids if mention_id in self.mentions]
        return tuple(
            sorted(found, key=lambda mention: (_day_of(self.reports.get(mention.report_id)), mention.mention_id))
        )


def record_of(reports: Iterable[Report], codings: Iterable[Coding], incidents: Iterable[Incident] = ()) -> Record:
    """Return the record of these reports, their codings and the incidents linked from them."""
    codings = tuple(codings)
    return Record(
        reports={report.report_id: report for report in reports},
        mentions={mention.mention_id: mention for coding in codings for mention in coding.mentions},
        statements=tuple(statement for coding in codings for statement in coding.statements),
        relations=tuple(relation for coding in codings for relation in coding.relations),
        incidents=tuple(incidents),
    )


def _actors(mention: Mention) -> Iterator[ActorRef]:
    """Yield every actor that a mention refers to as perpetrator, target or speaker."""
    yield from (claim.value for claim in mention.perpetrators)
    yield from (claim.value.actor for claim in mention.targets if claim.value.actor is not None)
    yield from (speaker.actor for speaker in mention.sources if speaker.actor is not None)


def _day_of(report: Report | None) -> str:
    """Return a sort key: undated reports last."""
    day = report.published_day if report is not None else None
    return day.isoformat() if day is not None else "9999"
