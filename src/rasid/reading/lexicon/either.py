"""Harms of which each befell some: "captured or killed 30 rebels" counts neither the captured nor the killed."""

from __future__ import annotations

from itertools import pairwise

from rasid.model import Harm
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.participants import HARM_ROLE
from rasid.reading.lexicon.sentence import Sentence

_TAKEN = frozenset({Harm.arrested, Harm.abducted})
_HARM_ROLES = frozenset(HARM_ROLE.values())


def count_neither(sentence: Sentence, found: list[Candidate]) -> None:
    """Take the counts from two triggers that "or" joins, one of killing and one of taking; both tell one act."""
    for left, right in pairwise(found):
        if sentence.form(left.end) == "or" and right.start == left.end + 1 and _differ(left, right):
            right.follows = left
            for one in (left, right):
                one.arguments = [argument for argument in one.arguments if argument.role not in _HARM_ROLES]


def _differ(left: Candidate, right: Candidate) -> bool:
    harms = {left.act.harm, right.act.harm}
    return Harm.killed in harms and bool(harms & _TAKEN)
