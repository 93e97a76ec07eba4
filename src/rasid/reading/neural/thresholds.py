"""Where the chances of the heads are cut; fitted on the development part of the corpus, kept in the model's card."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from rasid.errors import ReaderError


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Least chances in [0, 1]; the `agreed` ones hold where the lexicon reader sees the same."""

    trigger: float = 0.5
    trigger_agreed: float = 0.25
    harm: float = 0.5
    harm_agreed: float = 0.1
    """Of a phrase that tells the killed, injured, abducted, arrested or displaced."""
    party: float = 0.5
    party_agreed: float = 0.1
    """Of a phrase that tells who did it, to whom, or who says so."""
    setting: float = 0.5
    setting_agreed: float = 0.1
    """Of a phrase that tells where, when, with what or how."""
    same: float = 0.5
    same_agreed: float = 0.15
    """What the lexicon's word that two triggers are one incident adds to their chance; its contrary takes it away."""
    beside: float = 0.0
    """What more is asked of who did it and when in the sentence of a trigger that the lexicon reader sees, and the phrase not."""
    statement: float = 0.5
    statement_agreed: float = 0.05
    status: float = 0.6
    """Least chance at which the network's status stands against the lexicon's."""
    type_agreed: float = 1.0
    """What the type of each of the lexicon's triggers adds to the network's chances for an incident's type."""
    type_general: float = 1.0
    """Factor on the chance of `attack`, the type that words of harm alone tell: with a more telling word it gives way."""
    relevance: float = 0.3
    """Least chance that a window tells an incident for a trigger that the lexicon reader does not see."""


def load_thresholds(folder: Path) -> Thresholds:
    """Return the thresholds of a network's `card.toml`; raises ReaderError when they are missing or of other names."""
    card = folder / "card.toml"
    try:
        return Thresholds(**tomllib.loads(card.read_text(encoding="utf-8"))["thresholds"])
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        msg = f"{card}: no thresholds that this version knows ({error}); take the card that belongs to the network"
        raise ReaderError(msg) from error
