"""Verb groups of a tagged sentence: auxiliaries, adverbs, "not" and the main verb, with voice and tense."""

from __future__ import annotations

from rasid.reading.lexicon.sentence import VerbGroup

_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "get", "gets", "got", "getting", "'s", "'re"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve"})
_DO = frozenset({"do", "does", "did"})
_MODAL = frozenset({"will", "would", "could", "may", "might", "can", "should", "shall", "must", "'ll", "'d", "cannot"})
_NOT = frozenset({"not", "n't", "never", "neither"})


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
