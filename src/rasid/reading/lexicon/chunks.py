"""Noun phrases of a tagged sentence: the base ones, with the genitives inside them."""

from __future__ import annotations

from rasid.reading.lexicon.dates import DAYS, MONTHS, date_end
from rasid.reading.lexicon.quantities import NUMBERISH, QUANTITY, skip_quantity
from rasid.reading.lexicon.sentence import NounPhrase

_NOUNS = frozenset({"NN", "NNS"})
_INSIDE = frozenset({"DT", "PRP$", "CD", "JJ", "NN", "NNS", "POS"})


def noun_phrases(forms: list[str], tags: list[str]) -> list[NounPhrase]:
    """Return the base noun phrases, left to right: [quantity] [determiner] [modifiers] noun, genitives inside."""
    found: list[NounPhrase] = []
    at, size = 0, len(forms)
    while at < size:
        phrase = _phrase_from(forms, tags, at)
        if phrase is None:
            at += 1
        else:
            found.append(phrase)
            at = phrase.end
    return found


def _phrase_from(forms: list[str], tags: list[str], begin: int) -> NounPhrase | None:
    """Return the noun phrase that begins at token `begin`, if one does."""
    tag, size = tags[begin], len(forms)
    if tag in {"PRP", "EX"}:
        return NounPhrase(begin, begin + 1, begin)
    dated = date_end(forms, tags, begin)
    if dated is not None:
        return NounPhrase(begin, dated, dated - 1)
    at = skip_quantity(forms, tags, begin)
    head: int | None = None
    owner: int | None = None
    while at < size:
        tag = tags[at]
        if tag in {"DT", "PRP$"} and at > begin and not _determiner_fits(forms, at, head, owner):
            break
        if head == at - 1 and head >= begin and _opens_date(forms, tags, at):
            break
        if head is not None and (owner is None or head > owner) and (tag == "CD" or _opens_time(forms, tags, at)):
            break
        if head == at - 1 and _gives_acronym(forms, tags, at):
            at += 3
            continue
        if tag in _INSIDE:
            if tag == "POS" or forms[at] in {"'", "’"}:
                owner = at
            elif tag in _NOUNS or tag == "CD":
                head = at
            at += 1
        elif forms[at] in {"'", "’"} and head == at - 1 and forms[at - 1].endswith("s") and _noun_follows(tags, at + 1):
            owner = at
            at += 1
        elif tag == "VBN" and at > begin and tags[at - 1] in {"DT", "RB"} and _stands_for_people(forms, tags, at):
            head, at = at, at + 1
            break
        elif (
            (tag in {"VBN", "VBG"} and _premodifies(forms, tags, at, begin))
            or (head == at - 1 and _is_ayn(forms, tags, at))
            or (forms[at] == "-" and head is not None and at + 1 < size and tags[at + 1] in _NOUNS)
            or (
                tag == "RB"
                and (head is None or tags[at - 1] == "CD")
                and at + 1 < size
                and _adverb_fits(forms, tags, at, begin)
            )
            or (forms[at] == "and" and head is None and at > begin and _joins_modifiers(tags, at))
        ):
            at += 1
        else:
            break
    if head is None:
        head = _adjective_head(forms, tags, begin, at)
        if head is None:
            return None
    end = head + 1
    if owner is not None and owner >= end:
        owner = None
    if _points_away(forms, tags, begin, head):
        return NounPhrase(begin, head, head - 1, owner if owner is None or owner < head - 1 else None)
    return NounPhrase(begin, end, head, owner)


def _stands_for_people(forms: list[str], tags: list[str], at: int) -> bool:
    """Tell whether a participle with an article stands for people: "wishes the | wounded | a quick recovery"."""
    following = tags[at + 1] if at + 1 < len(tags) else "."
    return forms[at] in {"wounded", "injured", "killed", "displaced", "accused", "kidnapped"} and (
        following in {"DT", "IN", "TO", "CC", "MD", "RB", "WRB", "W"} or following[:1] in {".", ",", ";", "V"}
    )


def _is_ayn(forms: list[str], tags: list[str], at: int) -> bool:
    """Tell whether a mark is the letter ayn of a name and opens no quotation: "Pul-e ‘Alam"; no mark closes it."""
    return forms[at] == "‘" and tags[at + 1 : at + 2] == ["NN"] and "’" not in forms[at:]


def _gives_acronym(forms: list[str], tags: list[str], at: int) -> bool:
    """Tell whether brackets give the initials of the words before them, and a noun follows: "device | (IED) | expert"."""
    if forms[at] not in {"(", "["} or forms[at + 2 : at + 3] not in ([")"], ["]"]) or tags[at + 3 : at + 4] != ["NN"]:
        return False
    acronym = forms[at + 1]
    return len(acronym) > 1 and [form[:1] for form in forms[max(0, at - len(acronym)) : at]] == list(acronym)


_DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())


def _points_away(forms: list[str], tags: list[str], begin: int, head: int) -> bool:
    """Tell whether the last word only says where the thing lies: "a camp | south of Kirkuk"."""
    following = forms[head + 1] if head + 1 < len(forms) else ""
    return forms[head] in _DIRECTIONS and following == "of" and head > begin and tags[head - 1] in _NOUNS


_TIME_OPENERS = frozenset({"last", "next", "past", "early", "late", "yesterday", "today", "tonight"})


def _opens_time(forms: list[str], tags: list[str], at: int) -> bool:
    """Tell whether a word like "late" opens a time of its own: "killed two | late on Monday", not "two late tries"."""
    counted = tags[at - 1] == "CD" and forms[at] in {"early", "late"} and tags[at + 1 : at + 2] == ["NNS"]
    return forms[at] in _TIME_OPENERS and not counted


def _opens_date(forms: list[str], tags: list[str], at: int) -> bool:
    """Tell whether a day or a month with its day follows a noun: "Kunduz province | Oct. 19"."""
    if forms[at] in DAYS:
        return tags[at - 1] != "CD" and not _noun_follows(tags, at + 1)
    return forms[at] in MONTHS and tags[at - 1] in _NOUNS and tags[at + 1 : at + 2] == ["CD"]


def _joins_modifiers(tags: list[str], at: int) -> bool:
    """Tell whether "and" joins two modifiers of one noun: "an Afghan | and | coalition security force"."""
    if tags[at - 1] != "JJ":
        return False
    after = at + 1
    while after < len(tags) and tags[after] == "JJ":
        after += 1
    return after < len(tags) and tags[after] in _NOUNS


def _adverb_fits(forms: list[str], tags: list[str], at: int, begin: int) -> bool:
    """Tell whether an adverb belongs to the phrase: "the heavily armed men", "by heavily armed men"."""
    if tags[at + 1] not in {"JJ", "CD", "VBN"}:
        return False
    return at > begin or (forms[at].endswith("ly") and at > 0 and tags[at - 1] in {"IN", "CC"})


def _determiner_fits(forms: list[str], at: int, head: int | None, owner: int | None) -> bool:
    """Tell whether a determiner inside a phrase belongs to it: after "all", "half", a quantity or a genitive."""
    if head is not None:
        return owner is not None and head < owner
    return forms[at - 1] in {"all", "both", "half", "of", "such"} | QUANTITY or forms[at - 1] in {"than", "to", "as"}


def _adjective_head(forms: list[str], tags: list[str], begin: int, end: int) -> int | None:
    """Return the head of a phrase without a noun: "the wounded", "others", "many", "this"."""
    last = end - 1
    if last == begin and forms[begin] in NUMBERISH and end < len(forms) and forms[end] == "of":
        return last
    if last >= begin and tags[begin] in {"DT", "CD"}:
        if last == begin and forms[begin] in {"the", "a", "an", "every", "no"}:
            return None
        return last if tags[last] in {"JJ", "DT", "VBN", "CD"} else None
    return None


def _noun_follows(tags: list[str], at: int) -> bool:
    return at < len(tags) and tags[at] in {"NN", "NNS", "JJ", "CD", "VBN", "VBG"}


def _premodifies(forms: list[str], tags: list[str], at: int, begin: int) -> bool:
    """Tell whether a participle stands before its noun: "armed men", "the wounded soldiers"."""
    if at + 1 >= len(tags):
        return False
    following = tags[at + 1]
    if following not in {"NN", "NNS", "JJ", "CD"}:
        return False
    if at > begin:
        if forms[at : at + 2] == ["improvised", "explosive"]:
            return True
        return tags[at - 1] in {"DT", "CD", "JJ", "PRP$", "POS", "RB", "VBN"} or forms[at - 1] in {"'", "’"}
    if forms[at] in _DONE and (following == "CD" or forms[at + 1] in NUMBERISH or (at > 0 and tags[at - 1] in _NOUNS)):
        return False
    before = tags[at - 1] if at else "-"
    return forms[at] in _PREMODIFIERS and before[:2] not in {"NN", "PR", "VB", "MD"} and before not in {"RB", "W"}


_DONE = frozenset(
    {
        "detained",
        "wounded",
        "injured",
        "kidnapped",
        "displaced",
        "imprisoned",
        "occupied",
        "shelled",
        "united",
        "combined",
    }
)
"""Premodifiers that tell an act before a number or after a noun: "the force | detained several suspects"."""


_PREMODIFIERS = frozenset(
    {
        "armed", "unarmed", "masked", "hooded", "heavily-armed", "suspected", "alleged", "wanted", "hired", "uniformed",
        "displaced", "retired", "kidnapped", "wounded", "injured", "unidentified", "unnamed", "mounted", "combined",
        "improvised", "remaining", "fleeing", "opposing", "warring", "marching", "striking", "protesting", "united",
        "gathered", "detained", "imprisoned", "fortified", "disguised", "burning", "sleeping", "demobilized", "exiled",
        "elected", "appointed", "occupied", "invading", "advancing", "retreating", "off-duty", "shelled",
    }
)  # fmt: skip
