"""A value with the words it rests on and the one who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from rasid.errors import ModelError
from rasid.model.actor import ActorRef
from rasid.model.codes import Side, Stance, VictimClass
from rasid.model.count import Count
from rasid.model.span import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says something, in the text's words; `actor` is set when the words resolve."""

    words: str
    span: Span
    actor: ActorRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Generic[T]):
    """One value for one field of one mention, with its evidence.

    `said_by` is None when the report itself says it. `coded_by` is "name/version" of the coder, `rule` the name of the
    rule that read it, `reason` a sentence for people where the value is not plain from the words. Raises ModelError when no
    evidence is given or the confidence is outside [0, 1].
    """

    value: T
    evidence: tuple[Span, ...]
    said_by: Speaker | None = None
    stance: Stance = Stance.asserted
    coded_by: str
    rule: str
    reason: str = ""
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if not self.evidence:
            msg = f"claim {self.value!r} by rule {self.rule!r} has no evidence; give at least one span"
            raise ModelError(msg)
        if not 0.0 <= self.confidence <= 1.0:
            msg = f"claim {self.value!r}: confidence {self.confidence} is outside [0, 1]"
            raise ModelError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A number of people harmed: the whole (`total`) or one group of it, by side and victim class.

    Group tolls are parts of the total and never added to it again.
    """

    count: Count
    words: str
    total: bool = False
    side: Side = Side.target
    victims: VictimClass = VictimClass.unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Whom or what an act was done to: the words, the codebook's target class, the actor if it resolves."""

    words: str
    target_class: str | None = None
    actor: ActorRef | None = None

    @property
    def label(self) -> str:
        """The canonical actor, else the class, else the words."""
        if self.actor is not None and self.actor.actor_id is not None:
            return self.actor.name
        return self.target_class or (self.actor.name if self.actor is not None else self.words)
