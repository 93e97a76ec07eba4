"""What one annotation of a text gets right of another, counted so that documents can be summed and drawn anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.align import Pairs, align_incidents, align_pieces, align_statements, align_triggers, pieces
from corpus.document import Annotation, Role, Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """Things that both have, that the gold has, and that the other has."""

    both: float = 0
    gold: float = 0
    other: float = 0

    def __add__(self, more: Hits) -> Hits:
        """Add two documents."""
        return Hits(both=self.both + more.both, gold=self.gold + more.gold, other=self.other + more.other)

    @property
    def precision(self) -> float:
        """The share of the other's things that are right; 0 where it has none."""
        return self.both / self.other if self.other else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold's things that the other has; 0 where there are none."""
        return self.both / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.both / (self.gold + self.other) if self.gold + self.other else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The counts of one text.

    `spans`: triggers by their stretch; `triggers`: by stretch and type; `arguments` by role; `statements` by kind and
    stretch; `incidents` by whether they meet; `grouping`: sums of B-cubed over the triggers that meet, `both` of precision, `gold` of recall, `other` the number of
    triggers; `types` and `statuses`: (gold's, other's) of the triggers that meet. `decoy`: whether the gold has no
    incident; `told`: whether the other has one.
    """

    spans: Hits
    triggers: Hits
    arguments: Mapping[Role, Hits]
    statements: Hits
    incidents: Hits
    grouping: Hits
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    decoy: bool = False
    told: bool = False


def tally(gold: Annotation, other: Annotation, text: str) -> Tally:
    """Return what `other` has right of `gold`, both over `text`, by the rules of `corpus.align`."""
    ours, theirs = list(gold.full_triggers()), list(other.full_triggers())
    pairs = align_triggers(ours, theirs)
    met = [(ours[left], theirs[right]) for left, right in pairs]
    same_type = sum(left.event_type is right.event_type for left, right in met)
    incidents = align_incidents(ours, theirs, pairs)
    said, heard = gold.statements, other.statements
    return Tally(
        spans=Hits(both=len(pairs), gold=len(ours), other=len(theirs)),
        triggers=Hits(both=same_type, gold=len(ours), other=len(theirs)),
        arguments=_arguments(gold, other, text, incidents),
        statements=Hits(both=len(align_statements(said, heard)), gold=len(said), other=len(heard)),
        incidents=Hits(both=len(incidents), gold=_told(ours), other=_told(theirs)),
        grouping=_b_cubed(met),
        types=Counter((str(left.event_type), str(right.event_type)) for left, right in met),
        statuses=Counter((str(left.status), str(right.status)) for left, right in met),
        decoy=not ours,
        told=bool(theirs),
    )


def total(tallies: Iterable[Tally], of: Callable[[Tally], Hits]) -> Hits:
    """Return the sum of one count over documents."""
    return sum(map(of, tallies), Hits())


def all_arguments(one: Tally) -> Hits:
    """Return the counts of all roles together."""
    return sum(one.arguments.values(), Hits())


def b_cubed_f1(tallies: Sequence[Tally]) -> float:
    """Return the F1 of B-cubed precision and recall over the triggers that meet; 0 without any."""
    sums = total(tallies, lambda one: one.grouping)
    precision, recall = (sums.both / sums.other, sums.gold / sums.other) if sums.other else (0.0, 0.0)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def macro_f1(confusions: Iterable[Counter[tuple[str, str]]]) -> float:
    """Return the mean F1 over the classes that the gold has among what meets; 0 without any."""
    counts: Counter[tuple[str, str]] = sum(confusions, Counter())
    classes = sorted({gold for gold, _ in counts})
    scores = []
    for name in classes:
        gold = sum(number for (left, _), number in counts.items() if left == name)
        other = sum(number for (_, right), number in counts.items() if right == name)
        scores.append(Hits(both=counts[name, name], gold=gold, other=other).f1)
    return sum(scores) / len(scores) if scores else 0.0


def same_share(confusions: Iterable[Counter[tuple[str, str]]]) -> float:
    """Return the share of what meets that has the same class in both; 0 without any."""
    counts: Counter[tuple[str, str]] = sum(confusions, Counter())
    same = sum(number for (gold, other), number in counts.items() if gold == other)
    return same / counts.total() if counts else 0.0


def _arguments(gold: Annotation, other: Annotation, text: str, incidents: dict[int, int]) -> dict[Role, Hits]:
    ours, theirs = pieces(gold, text), pieces(other, text)
    pairs: Pairs = align_pieces(ours, theirs, incidents)
    both = Counter(ours[left].role for left, _ in pairs)
    wanted, found = Counter(piece.role for piece in ours), Counter(piece.role for piece in theirs)
    return {role: Hits(both=both[role], gold=wanted[role], other=found[role]) for role in Role}


def _told(triggers: Sequence[Trigger]) -> int:
    return len({trigger.incident for trigger in triggers})


def _b_cubed(met: Sequence[tuple[Trigger, Trigger]]) -> Hits:
    """Return the summed precision (both) and recall (gold) of the grouping of triggers that meet, and their number."""
    pairs = Counter((left.incident, right.incident) for left, right in met)
    ours, theirs = Counter(left.incident for left, _ in met), Counter(right.incident for _, right in met)
    precision = sum(pairs[left.incident, right.incident] / theirs[right.incident] for left, right in met)
    recall = sum(pairs[left.incident, right.incident] / ours[left.incident] for left, right in met)
    return Hits(both=precision, gold=recall, other=len(met))
