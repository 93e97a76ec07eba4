"""What governs a trigger: the verb over it, the noun it belongs to, the condition it stands under."""

from __future__ import annotations

from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup


def under_condition(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the clause is opened by "if", "unless" or "whether"."""
    for at in range(group.start - 1, max(-1, group.start - 14), -1):
        if sentence.form(at) in {"if", "unless", "whether"}:
            return True
        other = sentence.group(at)
        if sentence.form(at) in {";", ","} or (other is not None and other is not group):
            return False
    return False


def chain_head(sentence: Sentence, group: VerbGroup) -> VerbGroup:
    """Return the first of verbs of like form joined by "and": "of lining up and | shooting" gives "lining"."""
    while True:
        at = group.start - 1
        if sentence.form(at) != "and":
            return group
        left = next((one for one in reversed(sentence.groups) if one.end <= at and one.tense == group.tense), None)
        if left is None or at - left.end > _CHAIN_REACH:
            return group
        group = left


_CHAIN_REACH = 14
"""Tokens between two joined verbs, objects and all."""


def under_preposition(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a gerund hangs on a preposition: "accused of killing", "plans for attacking"."""
    return group.tense == "gerund" and sentence.form(group.start - 1) in {
        "of",
        "from",
        "for",
        "against",
        "without",
        "at",
        "in",
    }


def governor_before(sentence: Sentence, at: int) -> tuple[VerbGroup | None, str]:
    """Return the verb group, or the noun or adjective, directly before token `at` (over one object phrase)."""
    before = at - 1
    if sentence.form(before) in {"of", "from", "for", "against", "to", "at", "in"}:
        before -= 1
    group = sentence.group(before)
    if group is not None:
        return group, ""
    phrase = sentence.phrase(before)
    if phrase is not None:
        inner = sentence.group(_first_of(sentence, phrase).start - 1)
        return (inner if sentence.forms[phrase.head] not in _STATUS_NOUNS else None), sentence.forms[phrase.head]
    return None, sentence.form(before)


def _first_of(sentence: Sentence, phrase: NounPhrase) -> NounPhrase:
    """Return the phrase a chain begins with: "accused | members of a group and soldiers of …", "accused by | a chief of …"."""
    while True:
        at = phrase.start - 1
        left = sentence.phrase(at - 1) if sentence.form(at) in {"and", ",", "of"} else None
        if left is not None and left.end == at:
            phrase = left
        elif sentence.form(at) == "by" and sentence.group(at - 1) is not None:
            return NounPhrase(at, phrase.end, phrase.head)
        else:
            return phrase


_STATUS_NOUNS = frozenset(
    "attempt attempts bid plan plans plot plots threat threats conspiracy intention preparations decision order orders".split()
)
