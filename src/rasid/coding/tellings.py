"""How the numbers of one harm belong together: told side by side, told anew, or further people told later."""

from __future__ import annotations

import re

from rasid.coding.casualties import Entry, one_of
from rasid.model import Count
from rasid.model.reading import Part
from rasid.text.numbers import find_numbers

_MORE = re.compile(r"\b(?:another|other|others|further|additional|more|also|as well)\b", re.IGNORECASE)
_KNOWN = re.compile(r"(?:\w+ of )?(?:the|this|that|these|those|his|her|their)\b", re.IGNORECASE)
_ANYBODY = frozenset(
    {
        "people",
        "person",
        "persons",
        "others",
        "dead",
        "victims",
        "individuals",
        "lives",
        "bodies",
        "corpses",
        "deaths",
        "casualties",
        "fatalities",
        "wounded",
        "injured",
    }
)
_SOMEBODY = frozenset({"individual", "person", "man", "woman", "suspect", "victim", "target"})


def tellings(found: list[Entry]) -> list[list[Entry]]:
    """Part the entries into tellings of the toll: one a sentence, later ones only where they count anew.

    "The commander and two others" tells the whole again after "a commander and two others"; "two others" alone are further.
    """
    subsets = [entry for entry in found if entry.part is Part.subset]
    told: list[list[Entry]] = []
    for voiced in _voiced([entry for entry in found if entry.part is not Part.subset]):
        if not told or _retells([*told[0], *subsets], voiced):
            told.append(voiced)
        else:
            _weigh(told, voiced)
    return told


def low(count: Count) -> int:
    """Return the lowest number that a count allows; the highest where it gives no other."""
    return count.low if count.low is not None else (count.high or 0)


def _voiced(found: list[Entry]) -> list[list[Entry]]:
    """Return the entries sentence by sentence, those of two speakers apart."""
    groups: list[list[Entry]] = []
    for entry in found:
        home = next((group for group in groups if _one_voice(group[0], entry)), None)
        if home is None:
            groups.append([entry])
        else:
            home.append(entry)
    return groups


def _one_voice(first: Entry, entry: Entry) -> bool:
    """Tell whether two numbers stand in one sentence and nobody else gives the second one."""
    if first.sentence != entry.sentence:
        return False
    voices = {one.said_by.words.lower() for one in (first, entry) if one.said_by is not None}
    return len(voices) < 2


def _retells(told: list[Entry], voiced: list[Entry]) -> bool:
    """Tell whether a sentence that counts several groups names one of those told before among them."""
    known = {one_of(entry.head) for entry in told} | _SOMEBODY
    return len(voiced) > 1 and any(_known(entry, known) for entry in voiced)


def _known(entry: Entry, known: set[str] | frozenset[str]) -> bool:
    """Tell whether "the commander", "one of the commanders" or a name means somebody told of before."""
    if _MORE.search(entry.words):
        return False
    if _KNOWN.match(entry.words):
        return one_of(entry.words.rpartition(" ")[2].lower()) in known
    return not entry.counted.stated and entry.counted.rule == "exact" and one_of(entry.head) in known - _SOMEBODY


def _weigh(told: list[list[Entry]], voiced: list[Entry]) -> None:
    """Put each entry of a later sentence to the first telling, begin another with it, or leave it as told already."""
    for at, entry in enumerate(voiced):
        if _further(entry):
            if not any(_same_words(one, entry) for one in told[0]):
                told[0].append(entry)
        elif entry.counted.stated and _counts_anew(told[0], entry):
            told.append(voiced[at:])
            return
        elif _adds(told[0], entry):
            told[0].append(entry)


def _further(entry: Entry) -> bool:
    """Tell whether an entry counts people beside those told: "two others", "an additional suspect", "other militants"."""
    return _MORE.search(entry.words) is not None and (entry.counted.stated or not _KNOWN.match(entry.words))


def _same_words(left: Entry, right: Entry) -> bool:
    """Tell whether "several other militants" are the "other militants" told before: no two numbers differ."""
    alike = not (left.counted.stated and right.counted.stated) or left.counted == right.counted
    return alike and _from_more(left.words) == _from_more(right.words)


def _from_more(words: str) -> str:
    found = _MORE.search(words)
    return (words[found.start() :] if found is not None else words).lower()


def _counts_anew(first: list[Entry], entry: Entry) -> bool:
    """Tell whether an entry gives another value for the group told first: a total, the same head, or anybody."""
    if entry.rule == "casualty.total":
        return True
    heads = {_anybody(one.head) for one in first}
    if _anybody(entry.head) in _ANYBODY and heads & _ANYBODY:
        return low(entry.counted.count) >= max(low(one.counted.count) for one in first)
    if _anybody(entry.head) in _ANYBODY:
        return low(entry.counted.count) >= sum(low(one.counted.count) for one in first)
    return entry.head in heads


def _anybody(head: str) -> str:
    """Return the head, or "people" for a number that stands alone: "12 were killed"."""
    return "people" if find_numbers(head) else head


def _adds(first: list[Entry], entry: Entry) -> bool:
    """Tell whether an entry names another group than those told first, none of which was anybody."""
    heads = {_anybody(one.head) for one in first}
    return not heads & _ANYBODY and _anybody(entry.head) not in _ANYBODY | heads and entry.counted.stated
