"""Links between incidents that the text states: answers, retaliates, concurrent, part of."""

from __future__ import annotations

from rasid.model import EventType, RelationKind
from rasid.model.reading import ReadRelation
from rasid.reading.lexicon.incidents import Group
from rasid.reading.lexicon.phrases import first
from rasid.reading.lexicon.strands import ANSWERED
from rasid.reading.lexicon.vocabulary import vocabulary

_ORDER = (RelationKind.retaliates, RelationKind.concurrent, RelationKind.answers)
_ANSWERING = frozenset({EventType.security_operation, EventType.arrest, EventType.deployment, EventType.armed_clash})
_REACH = 3
"""Sentences that may lie between the two incidents of a stated answer."""


def relations(groups: list[Group]) -> list[ReadRelation]:
    """Return the stated relations between the incidents of a report, each pair once."""
    found: dict[tuple[int, int], ReadRelation] = {}
    for position, group in enumerate(groups):
        number = position + 1
        for other in range(1, number):
            relation = _between(groups[other - 1], other, group, number)
            if relation is not None:
                found.setdefault((relation.source, relation.target), relation)
    return list(found.values())


def _between(earlier: Group, earlier_number: int, later: Group, later_number: int) -> ReadRelation | None:
    """Return the relation that a cue word states between two incidents, if one does."""
    for kind in _ORDER:
        for member in later.members:
            for known in earlier.members:
                away = member.sentence.number - known.sentence.number
                if not 0 <= away <= _REACH or (kind is not RelationKind.answers and away > 1):
                    continue
                if kind is RelationKind.concurrent and away != 0:
                    continue
                cue = first(member.sentence, vocabulary().cues["relations"][kind.value]["words"])
                if cue is not None and kind is RelationKind.retaliates and member.strand == ANSWERED:
                    return ReadRelation(
                        source=earlier_number, target=later_number, kind=kind, cue=cue, rule=f"relation.{kind}"
                    )
                if cue is not None and _fits(kind, earlier, later):
                    return ReadRelation(
                        source=later_number, target=earlier_number, kind=kind, cue=cue, rule=f"relation.{kind}"
                    )
    return None


def _fits(kind: RelationKind, earlier: Group, later: Group) -> bool:
    """Only the acts of those who respond can answer; any act can retaliate or coincide."""
    if kind is RelationKind.answers:
        return bool(later.types & _ANSWERING) and not earlier.types & _ANSWERING
    return True
