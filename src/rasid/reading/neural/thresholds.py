"""Where the chances of the heads are cut; fitted on the development part of the corpus, kept in the model's card."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Least chances in [0, 1]; the `agreed` ones hold where the lexicon reader sees the same."""

    trigger: float = 0.5
    trigger_agreed: float = 0.25
    argument: float = 0.5
    argument_agreed: float = 0.1
    same: float = 0.5
    same_agreed: float = 0.15
    """What the lexicon's word that two triggers are one incident adds to their chance; its contrary takes it away."""
    statement: float = 0.5
    status: float = 0.6
    """Least chance at which the network's status stands against the lexicon's."""
