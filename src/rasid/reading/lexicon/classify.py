"""What kind of thing a noun phrase names: people, a thing, a weapon, an act, a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasid.model import VictimClass
from rasid.reading.lexicon.analyse import tagger
from rasid.reading.lexicon.dates import DAYS
from rasid.reading.lexicon.extent import of_phrase
from rasid.reading.lexicon.names import LONGEST, name_of
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.vocabulary import Group, Phrases, Vocabulary

_QUANTITY_HEADS = frozenset(
    {
        "group", "groups", "number", "dozens", "scores", "hundreds", "thousands", "members", "member", "dozen", "band",
        "column", "series", "total", "couple", "pair", "majority", "handful", "elements", "element", "bodies", "body",
        "squad", "units", "some", "most", "all", "many", "several", "one", "two", "three", "four", "five", "six", "ten",
        "lives", "life", "dead", "crowd", "crowds", "unit", "contingent", "team", "cell", "faction", "gang", "any",
        "lots", "remnants", "belt", "belts", "stick", "sticks", "load", "truckload", "bag", "bags", "charge", "charges", "company", "companies", "part", "parts", "half", "tens", "men", "people", "seven", "eight", "nine", "both",
    }
)  # fmt: skip
_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "it", "who", "we", "i", "you", "us", "himself"})
_PERSON_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "i", "us", "we"})


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of a phrase: people, thing, weapon, act, name, pronoun, number or other, with its entry."""

    name: str
    entry: Any = None

    @property
    def group(self) -> Group | None:
        """The people or thing entry, if that is what it is."""
        return self.entry if isinstance(self.entry, Group) else None

    @property
    def victims(self) -> VictimClass:
        """Civilian, armed or unknown."""
        return self.group.victims or VictimClass.unknown if self.group else VictimClass.unknown


OTHER = Kind("other")
ARMED = frozenset({"military", "police", "armed_group", "peacekeepers"})
"""Target classes of those who bear arms. Rules ask for all of them or none: an act is read alike whoever does it."""


def kind_of(vocabulary: Vocabulary, sentence: Sentence, phrase: NounPhrase) -> Kind:
    """Tell what kind of thing `phrase` names, looking through "a group of …" to what it is of."""
    form = sentence.forms[phrase.head]
    if form in DAYS and phrase.end - phrase.start == 1:
        return OTHER
    if sentence.tags[phrase.head] == "PRP" or form in _PRONOUNS:
        return Kind("pronoun", form in _PERSON_PRONOUNS)
    inner = of_phrase(sentence, phrase)
    if inner is not None and _ends_name(vocabulary, sentence, phrase, inner):
        return kind_of(vocabulary, sentence, inner)
    if inner is not None and form in _QUANTITY_HEADS:
        kind = kind_of(vocabulary, sentence, inner)
        bodied = kind.name in {"act", "weapon", "number"} and ending(
            vocabulary.people, sentence.forms, phrase.start, phrase.head + 1
        )
        of_body = kind.name == "thing" and form in {"member", "members"}
        if kind.name != "other" and not bodied and not of_body:
            return kind
    body = body_ending(vocabulary, sentence.forms, phrase.start, phrase.head + 1)
    if body is not None:
        return Kind("people", body)
    begin = phrase.start if phrase.owner is None else phrase.owner + 1
    for table, name in _tables(vocabulary):
        entry = ending(table, sentence.forms, begin, phrase.head + 1)
        if entry is not None:
            return Kind(name, entry)
    known = people_ending(vocabulary, sentence.forms, begin, phrase.head) if form in _BODIES else None
    if known is not None:
        return Kind("people", known)
    if sentence.tags[phrase.head] == "CD" or form in {"dozens", "scores", "hundreds", "thousands", "many", "several"}:
        return Kind("number")
    if sentence.tags[phrase.head] in {"JJ", "VBN"} and form in {"wounded", "injured", "dead", "killed"}:
        return Kind("number")
    return Kind("name") if is_name(sentence, phrase) else OTHER


_BODIES = frozenset("units unit cells cell elements positions convoys columns teams wing wings vehicles".split())
"""Words behind the name of an armed body that still mean its people: "Syrian Democratic Forces units"."""


def _tables(vocabulary: Vocabulary) -> tuple[tuple[Phrases, str], ...]:
    return (
        (vocabulary.nouns, "act"),
        (vocabulary.weapons, "weapon"),
        (vocabulary.things, "thing"),
        (vocabulary.people, "people"),
    )


def _ends_name(vocabulary: Vocabulary, sentence: Sentence, phrase: NounPhrase, inner: NounPhrase) -> bool:
    """Tell whether a name runs over "of" and a noun stands behind it: "an Islamic Movement of Uzbekistan | facilitator"."""
    names = (name_of(sentence.forms[at : inner.head]) for at in range(phrase.start, phrase.end))
    return inner.head > inner.start and any(name in vocabulary.bodies for name in names)


def ending(table: Phrases, forms: list[str], begin: int, end: int) -> Any:
    """Return the entry of the longest phrase of `table` that ends exactly at `end`, not before `begin`; or None."""
    best, width = None, 0
    for at in range(max(begin, end - LONGEST), end):
        for words, entry in table.get(forms[at], ()):
            if at + len(words) == end and len(words) > width and tuple(forms[at:end]) == words:
                best, width = entry, len(words)
    return best


def body_ending(vocabulary: Vocabulary, forms: list[str], begin: int, end: int) -> Group | None:
    """Return the armed body whose name, however spelt, ends at `end`: "al-Shabaab", "the Lord's Army"."""
    for at in range(max(begin, end - LONGEST - 1), end):
        if found := vocabulary.bodies.get(name_of(forms[at:end])):
            return found
    return None


def people_ending(vocabulary: Vocabulary, forms: list[str], begin: int, end: int) -> Group | None:
    """Return the people or armed body that tokens up to `end`, not before `begin`, name; or None."""
    known: Group | None = ending(vocabulary.people, forms, begin, end)
    return known if known is not None else body_ending(vocabulary, forms, begin, end)


def is_person(kind: Kind) -> bool:
    """Tell whether the phrase can be people: by the vocabulary, as a name, a pronoun or a bare number."""
    return kind.name in {"people", "name", "number"} or (kind.name == "pronoun" and bool(kind.entry))


_NO_PERSONS = frozenset(
    """bill proposal deal idea plan measure motion story project engine career chance hope hopes dream mood reform
    legislation programme program economy career pride""".split()
)


def may_be_person(sentence: Sentence, phrase: NounPhrase, kind: Kind) -> bool:
    """Tell whether an unknown noun that is harmed can be people: "a watchman", "nine loggers"; not "the bill"."""
    if kind.name != "other" or sentence.forms[phrase.head] in _NO_PERSONS:
        return False
    if sentence.tags[phrase.start] == "CD":
        return True
    return sentence.tags[phrase.head] == "NN" and sentence.forms[phrase.start] in {"a", "an", "one", "another"}


def is_actor(kind: Kind) -> bool:
    """Tell whether the phrase can act: people, a name or a personal pronoun, not a thing, weapon or act."""
    return is_person(kind)


_ABSTRACT = ("ity", "tion", "ness", "ment", "ism")
"""Endings of common nouns that a sentence may begin with: "Insecurity has driven …"."""


def is_name(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether the head of a phrase is a proper name: by its capital, or in upper-case text by being no known word."""
    head = phrase.head
    if sentence.cased:
        if head == 0 and sentence.forms[head].endswith(_ABSTRACT):
            return False
        capital = any(character.isupper() for character in sentence.text[sentence.starts[head] : sentence.ends[head]])
        return capital and (head > 0 or phrase.end - phrase.start > 1 or not tagger().knows(sentence.forms[head]))
    knows = tagger().knows
    if not sentence.forms[head][0].isalpha():
        return False
    if not knows(sentence.forms[head]):
        return True
    begin = max(phrase.start, head - 3, phrase.owner + 1 if phrase.owner is not None else 0)
    return sentence.forms[head] not in tagger().sole and any(
        not knows(sentence.forms[at]) and sentence.forms[at].isalpha() for at in range(begin, head)
    )
