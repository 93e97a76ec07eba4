"""Reads the bodies of states that a nation's name and a noun give: "Iraqi army", "army of Iraq", "Iraqi soldiers"."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rasid.model.actor import ActorKind
from rasid.resolve.actor_vocabulary import Vocabulary

_LONGEST_BODY = 4  # words: "armed forces high command"


@dataclass(frozen=True, slots=True)
class Nation:
    """A country's name or a word for its people, from token `first` up to `last` (exclusive)."""

    first: int
    last: int
    country: str
    people: bool


def with_members(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the nouns for bodies of a state and for those who serve in its forces, each with the body."""
    nouns = vocabulary.nouns.items()
    serving = {noun: people.body for noun, people in nouns if people and people.kind is ActorKind.state_force}
    return {**{noun: body for noun, body in serving.items() if body}, **vocabulary.bodies}


def state_bodies(
    keys: Sequence[str], nations: Iterable[Nation], vocabulary: Vocabulary, bodies: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    """Yield (first token, last token, id) of each body: a noun of `bodies` behind a nation, or before it with "of".

    What is listed behind such a noun is the nation's too: "Ukrainian soldiers, police".
    """
    for nation in nations:
        first, at = nation.first, nation.last
        while size := longest_phrase(keys, at, vocabulary.longest, bodies):
            words = " ".join(keys[at : at + size])
            if _part_of_federation(words, nation, vocabulary):
                break
            yield first, at + size, _id(nation, bodies[words])
            first = at = _next_of_list(keys, at + size)
        found = None if nation.people else _before(keys, nation, vocabulary)
        if found is not None:
            yield found


def _next_of_list(keys: Sequence[str], at: int) -> int:
    """Return the place behind a comma, "and" or both; `at`, where none stands, is no noun of a list."""
    comma = keys[at : at + 1] == [","]
    joined = [*keys[at + comma : at + comma + 1]] in (["and"], ["or"])
    return at + comma + joined if comma or joined else len(keys)


def _before(keys: Sequence[str], nation: Nation, vocabulary: Vocabulary) -> tuple[int, int, str] | None:
    of = nation.first - 1 - (keys[max(nation.first - 1, 0)] == "the")
    if of <= 0 or keys[of] != "of":
        return None
    phrases = (" ".join(keys[of - size : of]) for size in range(min(of, _LONGEST_BODY), 0, -1))
    words = next((phrase for phrase in phrases if phrase in vocabulary.bodies), None)
    if words is None or _part_of_federation(words, nation, vocabulary):
        return None
    return of - len(words.split(" ")), nation.last, _id(nation, vocabulary.bodies[words])


def _part_of_federation(words: str, nation: Nation, vocabulary: Vocabulary) -> bool:
    """Whether "state" behind a nation is one of its states ("a Mexican state"), not its government."""
    return nation.country in vocabulary.federated.get(words, frozenset())


def _id(nation: Nation, body: str) -> str:
    return f"{nation.country.lower()}.{body}"


def longest_phrase(keys: Sequence[str], at: int, longest: Mapping[str, int], known: Container[str]) -> int:
    """Return the length in words of the longest known phrase at a place; 0 for none."""
    if at >= len(keys):
        return 0
    reach = longest.get(keys[at], 0)
    return next((n for n in range(min(reach, len(keys) - at), 0, -1) if " ".join(keys[at : at + n]) in known), 0)
