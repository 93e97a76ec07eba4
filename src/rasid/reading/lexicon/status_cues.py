"""What lends an act a status: the verbs, nouns and words of `status.toml`, and giving it to a trigger."""

from __future__ import annotations

from functools import cache
from typing import Any

from rasid.model import Status
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.inflect import verb_forms
from rasid.reading.lexicon.vocabulary import vocabulary

GOVERNED = (Status.attempted, Status.foiled, Status.threatened, Status.planned, Status.denied)


@cache
def verbs_of(name: str) -> frozenset[str]:
    """Return all forms of the verbs that lend the status `name`."""
    rows: dict[str, Any] = vocabulary().cues["status"][name]
    return frozenset(form for lemma in rows.get("verbs", ()) for form in verb_forms(lemma))


def give(candidate: Candidate, status: Status, rule: str) -> None:
    """Give the status; a threat or plan of violence is a statement and tells no incident."""
    candidate.status, candidate.status_rule = status, rule
    if status in {Status.threatened, Status.planned}:
        candidate.dropped = f"{rule}.unspecific"
