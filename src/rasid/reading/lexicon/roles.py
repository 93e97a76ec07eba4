"""Whether a report tells an incident as its news or recalls it."""

from __future__ import annotations

import re

from rasid.model import ArgumentRole, MentionRole
from rasid.reading.lexicon.incidents import Group

_PAST = re.compile(
    r"\b(?:last (?:year|month|week)|previous(?:ly)?|earlier this (?:month|year|week)|(?:weeks|months|years) (?:ago|earlier|before)|"
    r"in (?:19|20)\d\d|in the past|in (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|"
    r"recall(?:s|ed)?|since then|a (?:week|month|year) (?:ago|earlier)|days (?:ago|earlier)|history|late last)",
    re.IGNORECASE,
)


def role_of(group: Group) -> MentionRole:
    """Return background when every telling of the incident is set in an earlier time; main otherwise."""
    if group.members[0].sentence.number <= 1:
        return MentionRole.main
    told = all(_recalled(member.sentence.text[member.sentence.start : member.sentence.end]) for member in group.members)
    pluperfect = all(
        member.group is not None and member.sentence.words(member.group.start, member.group.end).startswith("had ")
        for member in group.members
    )
    older = any(
        _PAST.search(a.span.quote(m.sentence.text)) for m in group.members for a in m.of_role(ArgumentRole.time)
    )
    return MentionRole.background if told or pluperfect or older else MentionRole.main


def _recalled(text: str) -> bool:
    return _PAST.search(text) is not None
