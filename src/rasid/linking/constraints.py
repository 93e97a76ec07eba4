"""What analysts decided about mentions, as linking must obey it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from rasid.linking.settle import incident_id_of
from rasid.model import Decision, DecisionKind, Judgement, Reason, Verdict

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """Judgements of people by pair of mention ids (left < right), the latest first, and the mentions they rejected."""

    judgements: Mapping[Pair, Judgement] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()

    def pairs(self, verdict: Verdict) -> Iterator[Pair]:
        """Yield the pairs with this verdict, the latest first."""
        return (pair for pair, judgement in self.judgements.items() if judgement.verdict is verdict)


def constraints_of(decisions: Iterable[Decision], mention_ids: Iterable[str]) -> Constraints:
    """Return what stands after all decisions, later over earlier.

    merge: all subjects tell one incident. split: no two subjects do. reject: the subjects are left out of linking.
    restore: earlier merges and splits among the subjects, and their rejection, no longer hold. confirm and edit do not
    bear on linking. A subject is a mention id, or an incident id, which stands for the mention it is derived from (for
    reject, that mention alone); subjects that the record does not hold are passed over.
    """
    known = {name: mention_id for mention_id in mention_ids for name in (mention_id, incident_id_of((mention_id,)))}
    judgements: dict[Pair, Judgement] = {}
    rejected: set[str] = set()
    for decision in sorted(decisions, key=lambda decision: (decision.at, decision.decision_id)):
        subjects = sorted({known[subject] for subject in decision.subjects if subject in known})
        _apply(decision, subjects, judgements, rejected)
    return Constraints(judgements=dict(reversed(judgements.items())), rejected=frozenset(rejected))


def _apply(decision: Decision, subjects: list[str], judgements: dict[Pair, Judgement], rejected: set[str]) -> None:
    match decision.kind:
        case DecisionKind.reject:
            rejected.update(subjects)
        case DecisionKind.restore:
            rejected.difference_update(subjects)
            for pair in combinations(subjects, 2):
                judgements.pop(pair, None)
        case DecisionKind.merge | DecisionKind.split:
            for pair in combinations(subjects, 2):
                judgements.pop(pair, None)
                judgements[pair] = _judgement(pair, decision)
        case DecisionKind.confirm | DecisionKind.edit:
            pass


def _judgement(pair: Pair, decision: Decision) -> Judgement:
    same = decision.kind is DecisionKind.merge
    return Judgement(
        left=pair[0],
        right=pair[1],
        verdict=Verdict.same if same else Verdict.different,
        score=1.0 if same else 0.0,
        reasons=(Reason(feature="decision", points=0.0, text=decision.reason),),
        by=decision.by,
        at=decision.at,
    )
