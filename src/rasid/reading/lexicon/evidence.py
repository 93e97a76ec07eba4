"""What speaks for two triggers of a report telling one act, and against: whom, where, when, how many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rasid.model import ArgumentRole, Part, Span
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.casualties import HARM_ROLES
from rasid.reading.lexicon.discourse import dayish, goes_on
from rasid.text.numbers import find_numbers

_STOP_HEADS = frozenset(
    {
        "people",
        "person",
        "persons",
        "men",
        "man",
        "others",
        "other",
        "members",
        "member",
        "it",
        "they",
        "he",
        "she",
        "them",
        "him",
        "her",
        "who",
        "which",
        "that",
        "individuals",
        "civilians",
        "victims",
        "one",
        "two",
        "dead",
        "wounded",
        "bodies",
        "body",
        "injured",
        "casualties",
        "group",
        "number",
        "nobody",
        "none",
    }
)


def heads_of(candidate: Candidate, *roles: ArgumentRole) -> set[str]:
    """Return the lower-case head words of the candidate's arguments of these roles."""
    text = candidate.sentence.text
    found = {singular(a.head.quote(text).lower()) for a in candidate.arguments if a.role in roles}
    return {head for head in found - _STOP_HEADS if _number_in(head) is None}


@lru_cache(maxsize=10_000)
def _number_in(words: str) -> int | None:
    """Return the first number in the words; the same few are asked for with every pair of triggers."""
    return next((value for _, _, value in find_numbers(words)), None)


def heads_in(members: Sequence[Candidate], *roles: ArgumentRole) -> set[str]:
    """Return the head words of the arguments of these roles of several triggers."""
    return {head for member in members for head in heads_of(member, *roles)}


def singular(word: str) -> str:
    """Return a rough singular, for comparing heads only."""
    if word.endswith("men"):
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def shared_evidence(members: Sequence[Candidate], candidate: Candidate) -> int:
    """Count the kinds of evidence that the two have in common: whom, where, when."""
    harmed = (
        ArgumentRole.target,
        ArgumentRole.killed,
        ArgumentRole.injured,
        ArgumentRole.abducted,
        ArgumentRole.arrested,
    )
    shared = bool(heads_in(members, *harmed) & heads_of(candidate, *harmed))
    mine = place_words(candidate)
    theirs = {word for member in members for word in place_words(member)}
    placed = bool(mine & theirs) - bool(mine and theirs and not mine & theirs)
    return shared + placed + _same_number(members, candidate)


_TELLING, _RARE = 5, 100
"""Numbers of people from which on the same number twice is no chance, and from which on it is proof."""


def _same_number(members: Sequence[Candidate], candidate: Candidate) -> int:
    """Return how much it says that both give one exact number of people: 0, 1, or 2 for a large one."""
    same = {number for member in members for number in _numbers(member)} & _numbers(candidate)
    largest = max(same, default=0)
    return (largest >= _TELLING) + (largest >= _RARE)


def _numbers(candidate: Candidate) -> set[int]:
    """Return the plain numbers of people that a trigger counts."""
    text = candidate.sentence.text
    quotes = [
        a.span.quote(text)
        for a in candidate.arguments
        if a.role in HARM_ROLES and not _FURTHER.search(a.span.quote(text))
    ]
    return {number for quote in quotes if (number := _number_in(quote)) is not None}


def new_participants(members: Sequence[Candidate], candidate: Candidate) -> bool:
    """Tell whether the candidate names victims or targets of its own where the incident has others."""
    harmed = (ArgumentRole.target, ArgumentRole.killed, ArgumentRole.abducted)
    return bool(heads_in(members, *harmed)) and bool(heads_of(candidate, *harmed))


def quoted(candidate: Candidate, role: ArgumentRole) -> set[str]:
    """Return the lower-case words of the candidate's arguments of one role."""
    text = candidate.sentence.text
    return {a.span.quote(text).lower() for a in candidate.of_role(role)}


def place_words(candidate: Candidate) -> set[str]:
    """Return the words of the candidate's places that can tell one place from another."""
    text = candidate.sentence.text
    spans = [a.span for a in candidate.of_role(ArgumentRole.place) if a.rule not in _DESTINATIONS]
    spans += [a.span for a in candidate.of_role(ArgumentRole.target) if a.code is None and _is_named(candidate, a.head)]
    speaker = candidate.attribution.speaker if candidate.attribution is not None else None
    told = [span.quote(text).lower() for span in spans if speaker is None or not of_speaker(text, speaker, span)]
    return {word.strip(".,()") for quote in told for word in quote.split()} - _PLACE_STOPS


def _is_named(candidate: Candidate, head: Span) -> bool:
    """Tell whether a head is a name by its capital: not in upper-case text, nor at the head of the sentence, nor a number."""
    sentence = candidate.sentence
    words = head.quote(sentence.text)
    return sentence.cased and words[:1].isupper() and head.start > sentence.start and _number_in(words) is None


def of_speaker(text: str, speaker: Span, place: Span) -> bool:
    """Tell whether a place only says whence the speaker is: "the ministry in Ankara announced"."""
    return speaker.covers(place) or _WHENCE.fullmatch(text[speaker.end : place.start]) is not None


_WHENCE = re.compile(r"\s+(?:in|of|at|for|from|near)\s+(?:the\s+)?")
_DESTINATIONS = frozenset({"place.into", "place.to", "place.towards", "place.toward"})
"""Where people are taken or go: not where it happened."""


_PLACE_STOPS = frozenset(
    """the a an of in at near on and area region province department district city town village municipality east west
    north south northern southern eastern western capital neighborhood country state county border outskirts""".split()
)


def same_day(days: set[str], known: set[str]) -> bool:
    """Tell whether some pair of time words can be the same day: equal words, or one inside the other."""
    return any(
        left in right or right in left or not dayish(left) or not dayish(right) for left in days for right in known
    )


def same_named_day(members: Sequence[Candidate], candidate: Candidate) -> bool:
    """Tell whether both name one day, by the same words or one by more of them: "early on Friday", "Friday's"."""
    days = {words for words in quoted(candidate, ArgumentRole.time) if dayish(words)}
    known = {words for member in members for words in quoted(member, ArgumentRole.time) if dayish(words)}
    return any(left in right or right in left for left in days for right in known)


def same_doers(members: Sequence[Candidate], candidate: Candidate) -> bool:
    """Tell whether those who act are "the" ones who acted before: "gunmen … The gunmen rode in"."""
    heads = heads_of(candidate, ArgumentRole.perpetrator)
    return bool(heads) and heads <= heads_in(members, ArgumentRole.perpetrator)


def counts_differ(members: Sequence[Candidate], candidate: Candidate) -> bool:
    """Tell whether both count the killed of the same kind of victim and the plain numbers differ.

    A number that somebody gives for an act without a place, a day or a doer of its own is another toll of the act told
    before, and no other act: "Officials said later that 12 had died".
    """
    if any(a.part is Part.toll for a in candidate.arguments) or (
        candidate.attribution is not None and candidate.attribution.speaker is not None and goes_on(candidate)
    ):
        return False
    mine = _counted(candidate)
    for member in members:
        for key, number in _counted(member).items():
            if key in mine and mine[key] != number and member.sentence is not candidate.sentence:
                return True
    return False


_FURTHER = re.compile(r"\b(?:additional|other|others|another|more|further)\b", re.IGNORECASE)
"""Words that count people beside those told before: such a number contradicts none."""


def _counted(candidate: Candidate) -> dict[tuple[ArgumentRole, str], str]:
    text = candidate.sentence.text
    found = {}
    for argument in candidate.arguments:
        if (
            argument.role in HARM_ROLES
            and argument.part is Part.whole
            and not _FURTHER.search(argument.span.quote(text))
        ):
            number = re.match(
                r"(?:the |these |those |at least |about |some )?(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
                argument.span.quote(text).lower(),
            )
            if number:
                found[argument.role, singular(argument.head.quote(text).lower())] = number.group(1)
    return found
