"""The reader's vocabulary: data files into look-up tables, once a process."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from rasid.model import EventType, Harm, Status, VictimClass
from rasid.reading.lexicon.inflect import plural, verb_forms
from rasid.reading.lexicon.names import armed_names, name_of


@dataclass(frozen=True, slots=True)
class Act:
    """A trigger entry: what a verb or noun tells, and how its participants stand to it."""

    lemma: str
    event_type: EventType
    frame: str
    tag: str
    harm: Harm | None = None
    weak: bool = False
    wants: str = "any"
    """What the object must be: any, person, bystander, thing, armed, captive, site, weapon, prison and others (see fit.py)."""
    by: str = "any"
    """What the subject must be: any, armed, actor, civil, many, weapon, munition (see fit.py)."""
    status: Status | None = None
    """How far the act went where the verb itself says so: "defused", "shot down"."""
    lead: frozenset[str] = frozenset()
    """Words one of which must stand before the verb: "sexually | assaulted"."""
    joined: frozenset[str] = frozenset()
    """Forms of verbs one of which "and" must join to it from the left: "lined up ten men and | shot them"."""
    tail: tuple[tuple[str, ...], ...] = ()
    """Words of the verb that stand behind its object: "shot the driver | dead"."""
    prepositions: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    tactic: str | None = None
    needs_device: bool = False
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A noun for people or a thing, with the codebook's target class."""

    target_class: str
    victims: VictimClass | None
    plural: bool


Phrases = dict[str, list[tuple[tuple[str, ...], Any]]]
"""First word -> (all words, entry), longest first."""
_Found = defaultdict[str, dict[tuple[tuple[str, ...], tuple[object, ...]], tuple[tuple[str, ...], Any]]]
"""First word -> (all words, what the entry asks) -> (all words, entry), as the files have them."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All vocabulary of the lexicon reader. Phrase tables map a first word to (words, entry), longest first."""

    verbs: Phrases
    nouns: Phrases
    people: Phrases
    bodies: dict[str, Group]
    """Armed bodies by their names in the register's spelling (names.name_of)."""
    things: Phrases
    weapons: Phrases
    tactics: Phrases
    pointers: frozenset[str]
    compound_heads: frozenset[str]
    cues: dict[str, dict[str, Any]]


def load_toml(name: str) -> dict[str, Any]:
    """Return the parsed data file `lexicon/<name>.toml` of the package."""
    return tomllib.loads((files("rasid.data") / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def vocabulary() -> Vocabulary:
    """Load the vocabulary; the same object on every call."""
    nouns = load_toml("nouns")
    bodies = {name: _body(target_class) for name, target_class in armed_names()}
    return Vocabulary(
        verbs=_verbs(load_toml("verbs")),
        nouns=_nouns(nouns),
        people=_people(load_toml("people"), bodies),
        bodies={name_of(name.split()): body for name, body in bodies.items()},
        things=_finish(_groups(load_toml("things"))),
        weapons=_classes(load_toml("weapons")),
        tactics=_classes(load_toml("tactics")),
        pointers=frozenset(nouns["pointers"]["lemmas"]),
        compound_heads=frozenset(nouns["compounds"]["heads"]),
        cues={name: load_toml(name) for name in ("status", "speech", "statements", "relations", "scenes")},
    )


def match(phrases: Phrases, forms: list[str], at: int) -> tuple[int, Any] | None:
    """Return (number of words, entry) of the longest phrase that begins at token `at`, or None."""
    for words, entry in phrases.get(forms[at], ()):
        if len(words) == 1 or tuple(forms[at : at + len(words)]) == words:
            return len(words), entry
    return None


def _finish(found: _Found) -> Phrases:
    return {first: _ordered([*rows.values()]) for first, rows in found.items()}


def _ordered(rows: list[tuple[tuple[str, ...], Any]]) -> list[tuple[tuple[str, ...], Any]]:
    """Return the entries of one first word, the longest first, then those that ask most of their participants."""
    return sorted(rows, key=lambda row: (-len(row[0]), -_asks_much(row[1]), row[0])) if len(rows) > 1 else rows


def _asks_much(entry: Any) -> int:
    """Return how many things an entry asks of its participants; those that ask most are tried first."""
    if not isinstance(entry, Act):
        return 0
    asked = (entry.tail, entry.lead, entry.joined, entry.near, entry.prepositions)
    return sum(map(bool, asked)) + (entry.wants != "any") + (entry.by != "any")


def _add(found: _Found, phrase: str, entry: Any) -> None:
    """Add an entry, unless one of the same words that asks the same stands there before it."""
    words = tuple(phrase.split())
    found[words[0]].setdefault((words, _asks(entry)), (words, entry))


def _asks(entry: Any) -> tuple[object, ...]:
    """Return what an entry asks of its participants; entries of the same words may differ in it, the first fit wins."""
    return (
        (entry.wants, entry.by, entry.tail, entry.lead, entry.joined, entry.near, entry.prepositions)
        if isinstance(entry, Act)
        else ()
    )


def _verbs(data: dict[str, Any]) -> Phrases:
    found: _Found = defaultdict(dict)
    for row in data["verb"]:
        shared = _shared(row, noun=False)
        for lemma in row["lemmas"]:
            weak = lemma in row.get("weak", ())
            for form, tag in verb_forms(lemma).items():
                _add(found, form, Act(lemma=lemma, tag=tag, weak=weak, **shared))
    return _finish(found)


def _nouns(data: dict[str, Any]) -> Phrases:
    found: _Found = defaultdict(dict)
    for row in data["noun"]:
        shared = _shared(row, noun=True)
        for lemma in row["lemmas"]:
            weak = lemma in row.get("weak", ())
            _add(found, lemma, Act(lemma=lemma, tag="NN", weak=weak, **shared))
            _add(found, plural(lemma), Act(lemma=lemma, tag="NNS", weak=weak, **shared))
    return _finish(found)


def _shared(row: dict[str, Any], *, noun: bool) -> dict[str, Any]:
    """Return the fields that the acts of all lemmas of a row share."""
    return {
        "event_type": EventType(row["type"]),
        "frame": row["frame"],
        "harm": Harm(row["harm"]) if "harm" in row else None,
        "wants": row.get("object", "any"),
        "by": row.get("subject", "any"),
        "status": Status(row["status"]) if "status" in row else None,
        "lead": frozenset(row.get("lead", ())),
        "joined": frozenset(form for lemma in row.get("joined", ()) for form in verb_forms(lemma)),
        "tail": tuple(tuple(words.split()) for words in row.get("tail", ())),
        "prepositions": frozenset(row.get("prepositions", ())),
        "near": frozenset(row.get("near", ())),
        "tactic": row.get("tactic"),
        "needs_device": row.get("needs_device", False),
        "noun": noun,
    }


def _people(data: dict[str, Any], bodies: dict[str, Group]) -> Phrases:
    """Return nouns for people and the names of armed bodies."""
    found = _groups(data)
    for name, body in bodies.items():
        _add(found, name, body)
    return _finish(found)


@cache
def _body(target_class: str) -> Group:
    return Group(target_class, VictimClass.armed, plural=True)


def _groups(data: dict[str, Any]) -> _Found:
    found: _Found = defaultdict(dict)
    for name, row in data.items():
        victims = VictimClass(row["victims"]) if "victims" in row else None
        for noun in row["nouns"]:
            many = plural(noun)
            _add(found, noun, Group(name, victims, noun == many or noun.endswith("men")))
            _add(found, many, Group(name, victims, plural=True))
    return found


def _classes(data: dict[str, Any]) -> Phrases:
    found: _Found = defaultdict(dict)
    for name, row in data.items():
        for word in row["words"]:
            _add(found, word, name)
            if not word.endswith("s") and name not in {"fire", "teargas", "chemical"}:
                _add(found, plural(word), name)
    return _finish(found)
