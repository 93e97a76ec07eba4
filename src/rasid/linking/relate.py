"""What texts say about incidents, as links and conflicts of the incidents: relations, claims of responsibility, denials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rasid.model import Conflict, IncidentRelation, Relation, RelationKind, Statement, StatementKind


def relations_of(
    relations: Iterable[Relation], statements: Iterable[Statement], incident_of: Mapping[str, str]
) -> dict[str, tuple[IncidentRelation, ...]]:
    """Return the relations of each incident by its id; `incident_of` gives the incident of a mention.

    A stated relation leads from the incident of its source to that of its target; one between two mentions of a single
    incident is dropped, since the accounts were found to tell one act. A claim of responsibility is `claimed_by` with,
    as `other`, the register's id of the speaker, else the speaker's words. It leaves the status as the rule settles it.
    """
    found: defaultdict[str, set[IncidentRelation]] = defaultdict(set)
    for relation in relations:
        source, target = incident_of.get(relation.source), incident_of.get(relation.target)
        if source is not None and target is not None and source != target:
            found[source].add(IncidentRelation(kind=relation.kind, other=target, mention_id=relation.source))
    for statement in statements:
        if statement.kind is StatementKind.responsibility_claim:
            for mention_id in statement.about:
                if mention_id in incident_of:
                    found[incident_of[mention_id]].add(_claimed_by(statement, mention_id))
    return {incident: tuple(sorted(relations, key=_order)) for incident, relations in found.items()}


def denials_of(statements: Iterable[Statement], incident_of: Mapping[str, str]) -> dict[str, tuple[Conflict, ...]]:
    """Return, by incident id, the conflict that denials of the incident make: who denies it, by mention id."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for statement in statements:
        if statement.kind is StatementKind.denial:
            for mention_id in statement.about:
                if mention_id in incident_of:
                    found[incident_of[mention_id]].add((mention_id, f"denied by {_speaker(statement)}"))
    return {incident: (Conflict(field="status", values=tuple(sorted(held))),) for incident, held in found.items()}


def _claimed_by(statement: Statement, mention_id: str) -> IncidentRelation:
    return IncidentRelation(kind=RelationKind.claimed_by, other=_speaker(statement), mention_id=mention_id)


def _speaker(statement: Statement) -> str:
    speaker = statement.speaker
    if speaker is None:
        return "a speaker not named"
    if speaker.actor is not None and speaker.actor.actor_id is not None:
        return speaker.actor.actor_id
    return speaker.words


def _order(relation: IncidentRelation) -> tuple[str, str, str]:
    return relation.kind.value, relation.other, relation.mention_id
