"""Tokens and tags into noun phrases and verb groups."""

from __future__ import annotations

from rasid.reading.lexicon.dates import date_end
from rasid.reading.lexicon.sentence import NounPhrase, VerbGroup

_NOUNS = frozenset({"NN", "NNS"})
_INSIDE = frozenset({"DT", "PRP$", "CD", "JJ", "NN", "NNS", "POS"})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "get", "gets", "got", "getting", "'s", "'re"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve"})
_DO = frozenset({"do", "does", "did"})
_MODAL = frozenset({"will", "would", "could", "may", "might", "can", "should", "shall", "must", "'ll", "'d", "cannot"})
_NOT = frozenset({"not", "n't", "never", "neither"})
_QUANTITY = frozenset(
    {"about", "around", "nearly", "almost", "some", "approximately", "over", "roughly", "least", "most"}
)
_ADVERBS = frozenset({"RB", "RP"})


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
    at = _skip_range(forms, tags, _skip_quantity(forms, tags, begin))
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


_DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())


def _points_away(forms: list[str], tags: list[str], begin: int, head: int) -> bool:
    """Tell whether the last word only says where the thing lies: "a camp | south of Kirkuk"."""
    following = forms[head + 1] if head + 1 < len(forms) else ""
    return forms[head] in _DIRECTIONS and following == "of" and head > begin and tags[head - 1] in _NOUNS


def _skip_range(forms: list[str], tags: list[str], at: int) -> int:
    """Return the position of the second number of "between 15 and 20 people", "20 to 25 people"."""
    if at < len(tags) and forms[at] == "between" and _numbers_at(forms, tags, at + 1, {"and"}):
        return at + 3
    if at < len(tags) and _numbers_at(forms, tags, at, {"to", "or", "-", "–"}):
        return at + 2
    return at


def _numbers_at(forms: list[str], tags: list[str], at: int, joining: set[str]) -> bool:
    """Tell whether two numbers joined by one of the words stand at `at`, with a noun after them."""
    if at + 3 >= len(tags) or forms[at + 1] not in joining:
        return False
    return tags[at] == tags[at + 2] == "CD" and tags[at + 3] in {"NN", "NNS", "JJ"}


_TIME_OPENERS = frozenset({"last", "next", "past", "early", "late", "yesterday", "today", "tonight"})


def _opens_time(forms: list[str], tags: list[str], at: int) -> bool:
    """Tell whether a word like "late" opens a time of its own: "killed two | late on Monday", not "two late tries"."""
    counted = tags[at - 1] == "CD" and forms[at] in {"early", "late"} and tags[at + 1 : at + 2] == ["NNS"]
    return forms[at] in _TIME_OPENERS and not counted


DAYS = frozenset(
    {"yesterday", "today", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
"""Days close no phrase: "detained several insurgents | yesterday"."""


_MONTHS = frozenset(
    """january february march april may june july august september october november december jan. feb. mar. apr. jun.
    jul. aug. sept. sep. oct. nov. dec.""".split()
)


def _opens_date(forms: list[str], tags: list[str], at: int) -> bool:
    """Tell whether a day or a month with its day follows a noun: "Kunduz province | Oct. 19"."""
    if forms[at] in DAYS:
        return tags[at - 1] != "CD" and not _noun_follows(tags, at + 1)
    return forms[at] in _MONTHS and tags[at - 1] in _NOUNS and tags[at + 1 : at + 2] == ["CD"]


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
    return forms[at - 1] in {"all", "both", "half", "of", "such"} | _QUANTITY or forms[at - 1] in {"than", "to", "as"}


def _adjective_head(forms: list[str], tags: list[str], begin: int, end: int) -> int | None:
    """Return the head of a phrase without a noun: "the wounded", "others", "many", "this"."""
    last = end - 1
    if last == begin and forms[begin] in _NUMBERISH and end < len(forms) and forms[end] == "of":
        return last
    if last >= begin and tags[begin] in {"DT", "CD"}:
        if last == begin and forms[begin] in {"the", "a", "an", "every", "no"}:
            return None
        return last if tags[last] in {"JJ", "DT", "VBN", "CD"} else None
    return None


def _skip_quantity(forms: list[str], tags: list[str], at: int) -> int:
    """Return the position after "at least", "more than", "as many as", "up to", "about" where a number follows."""
    if forms[at] == "over" and at and forms[at - 1] in {"take", "takes", "took", "taken", "taking"}:
        return at
    for width in (3, 2, 1):
        after = at + width
        words = " ".join(forms[at:after])
        known = words in _QUANTITY_WORDS or (width == 1 and words in _QUANTITY)
        if (
            known
            and after < len(tags)
            and (
                tags[after] == "CD"
                or forms[after] in _NUMBERISH_NOUNS
                or " ".join(forms[after : after + 2]) in _A_NUMBER
            )
        ):
            return after
    return at


_NUMBERISH_NOUNS = frozenset({"half", "dozens", "scores", "two", "hundreds", "thousands"})
_A_NUMBER = frozenset(
    {
        "a dozen",
        "a hundred",
        "a thousand",
        "a million",
        "a score",
        "a couple",
        "a few",
        "a handful",
        "a quarter",
        "a third",
    }
)


_QUANTITY_WORDS = frozenset(
    {
        "at least", "more than", "as many as", "no fewer than", "not less than", "up to", "fewer than", "less than",
        "no less than", "an estimated", "an additional", "close to", "a total of", "at most", "as few as", "another",
        "not fewer than", "no more than", "only", "just", "upwards of", "in excess of", "some", "a further",
    }
)  # fmt: skip


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
        return tags[at - 1] in {"DT", "CD", "JJ", "PRP$", "POS", "RB", "VBN"} or forms[at - 1] in {"'", "’"}
    if forms[at] in _DONE and (following == "CD" or forms[at + 1] in _NUMBERISH or (at > 0 and tags[at - 1] in _NOUNS)):
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
_NUMBERISH = frozenset(
    {"several", "multiple", "many", "numerous", "some", "few", "additional", "other", "various", "dozens"}
)


_PREMODIFIERS = frozenset(
    {
        "armed", "unarmed", "masked", "hooded", "heavily-armed", "suspected", "alleged", "wanted", "hired", "uniformed",
        "displaced", "retired", "kidnapped", "wounded", "injured", "unidentified", "unnamed", "mounted", "combined",
        "improvised", "remaining", "fleeing", "opposing", "warring", "marching", "striking", "protesting", "united",
        "gathered", "detained", "imprisoned", "fortified", "disguised", "burning", "sleeping", "demobilized", "exiled",
        "elected", "appointed", "occupied", "invading", "advancing", "retreating", "off-duty", "shelled",
    }
)  # fmt: skip


def verb_groups(forms: list[str], tags: list[str], taken: list[int]) -> list[VerbGroup]:
    """Return the verb groups, left to right; `taken` marks tokens inside noun phrases with an index >= 0."""
    found: list[VerbGroup] = []
    at, size = 0, len(forms)
    while at < size:
        if taken[at] < 0 and (tags[at][:2] in {"VB", "MD"} or (tags[at] == "TO" and _verb_follows(tags, taken, at))):
            group = _group_from(forms, tags, taken, at)
            found.append(group)
            at = group.end
        else:
            at += 1
    return found


def _verb_follows(tags: list[str], taken: list[int], at: int) -> bool:
    """Tell whether "to" opens an infinitive, with at most one adverb between."""
    after = at + 1
    if after < len(tags) and tags[after] == "RB" and taken[after] < 0:
        after += 1
    return after < len(tags) and tags[after] == "VB" and taken[after] < 0


def _group_from(forms: list[str], tags: list[str], taken: list[int], begin: int) -> VerbGroup:
    """Return the verb group that begins at `begin`: auxiliaries, adverbs, "not" and the main verb."""
    at, main, size = begin, begin, len(forms)
    while at < size and taken[at] < 0:
        if tags[at][:2] in {"VB", "MD"} or tags[at] == "TO":
            if main != at and not _is_auxiliary(forms, tags, main):
                break
            main = at
        elif not (tags[at] == "RB" or forms[at] in _NOT or _quotes_participle(forms, tags, at)):
            break
        at += 1
    words = forms[begin : main + 1]
    auxiliaries = [form for form in words[:-1] if form not in _NOT]
    return VerbGroup(
        start=begin,
        end=main + 1,
        main=main,
        passive=tags[main] in {"VBN", "VBD"} and any(form in _BE for form in auxiliaries),
        negated=any(form in _NOT for form in words) or forms[max(begin - 1, 0)] == "never",
        tense=_tense(tags[main], auxiliaries),
    )


def _quotes_participle(forms: list[str], tags: list[str], at: int) -> bool:
    """Tell whether a quotation mark stands between an auxiliary and its participle: "were | “neutralised”"."""
    return forms[at] in {'"', "“", "'", "‘"} and forms[at - 1] in _BE and tags[at + 1 : at + 2] == ["VBN"]


def _is_auxiliary(forms: list[str], tags: list[str], at: int) -> bool:
    return forms[at] in _BE | _HAVE | _DO or tags[at] in {"MD", "TO"} or forms[at] in _MODAL


def _tense(tag: str, auxiliaries: list[str]) -> str:
    """Return the tense of a verb group from its auxiliaries, in the words of VerbGroup.tense."""
    if "to" in auxiliaries:
        return "infinitive"
    if any(word in {"will", "shall", "'ll"} for word in auxiliaries):
        return "future"
    if any(word in _MODAL for word in auxiliaries):
        return "modal"
    if any(word in _HAVE or word in {"was", "were", "did", "got", "been"} for word in auxiliaries):
        return "past"
    if auxiliaries == ["being"]:
        return "gerund"
    if tag == "VBG" and any(word in {"is", "are", "'s", "'re"} for word in auxiliaries):
        return "progressive"
    if any(word in {"is", "are", "be", "being", "do", "does", "'s", "'re"} for word in auxiliaries):
        return "present"
    return {"VBD": "past", "VBN": "participle", "VBG": "gerund", "MD": "modal"}.get(tag, "present")
