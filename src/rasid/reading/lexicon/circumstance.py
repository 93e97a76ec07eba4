"""Where, when, with what and how: phrases around a trigger that are not its participants."""

from __future__ import annotations

import re

from rasid.model import ArgumentRole, Span
from rasid.model.reading import Argument
from rasid.reading.lexicon.asides import arrives, is_aside, is_origin, leaves, led_to, open_to
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.classify import is_name, kind_of, people_ending
from rasid.reading.lexicon.extent import of_end
from rasid.reading.lexicon.locating import locates, named_outright
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.speech import speech_verbs
from rasid.reading.lexicon.vocabulary import Vocabulary
from rasid.text.dates import find_dates

_LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "on",
        "inside",
        "around",
        "throughout",
        "across",
        "from",
        "between",
        "within",
        "off",
        "into",
        "over",
        "along",
        "to",
        "against",
        "of",
        "for",
    }
)


_STRONG_LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "throughout", "across", "within", "along", "between"}
)


_PLACE_KINDS = frozenset(
    """province governorate department district city town village municipality neighborhood neighbourhood region area
    state county canton hamlet capital suburb outskirts highway road river valley mountain mountains desert border
    island peninsula coast port camp zone sector square street avenue jurisdiction township settlement farm bridge base
    airport basin country east west north south northern southern strip territory crossing checkpoint market quarter
    sub-district subdistrict commune prefecture oblast park forest lake dam refugee university prison""".split()
)


_DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest northern southern eastern western central".split()
)


def times(sentence: Sentence) -> list[Argument]:
    """Return the time expressions of the sentence."""
    text = sentence.text[sentence.start : sentence.end]
    found = []
    for expression in find_dates(text):
        if _in_dateline(sentence, text, expression.start, expression.end):
            continue
        if expression.kind == "season" and _is_described(sentence, sentence.start + expression.start):
            continue
        span = Span(
            report_id=sentence.report_id, start=sentence.start + expression.start, end=sentence.start + expression.end
        )
        found.append(Argument(role=ArgumentRole.time, span=span, head=span, rule=f"time.{expression.kind}"))
    return [time for time in found if len(found) < 2 or not _dates_speech(sentence, time)]


def _dates_speech(sentence: Sentence, time: Argument) -> bool:
    """Tell whether a time says when somebody spoke: "confirmed today", "on Monday announced", "Today, X confirmed"."""
    begin = next(at for at in range(len(sentence.starts)) if sentence.ends[at] > time.span.start)
    end = next(at for at in range(len(sentence.ends) - 1, -1, -1) if sentence.starts[at] < time.span.end) + 1
    before = begin - 1 if sentence.form(begin - 1) in {"on", "late", "early", ","} else begin
    left, right = sentence.group(before - 1), sentence.group(end)
    if begin == 0 and sentence.groups:
        right = sentence.groups[0]
    return any(group is not None and sentence.forms[group.main] in speech_verbs() for group in (left, right))


def _is_described(sentence: Sentence, offset: int) -> bool:
    """Tell whether an adjective stands before a season, which then is a thing: "the upper spring"."""
    at = next((at for at, start in enumerate(sentence.starts) if start >= offset), 0)
    return (
        at > 0
        and sentence.tags[at - 1] == "JJ"
        and sentence.form(at - 1) not in {"last", "next", "past", "late", "early"}
    )


_DATELINE_HEAD = re.compile(r"\W*[A-ZÀ-Þ]{3}[A-ZÀ-Þ .'’-]*(?:,[\w .'’-]{2,40})?[,.]?\s*\(?")


_DATELINE_TAIL = re.compile(r"\s*(?:\)|,?\s*(?:\([^()\n]{2,40}\)\s*)?(?:--?|–|—|:)\s)")


_AGENCY_TAIL = re.compile(r"\s*\([^()\n]{2,40}\)\s*(?:--?|–|—)\s")
"""A dateline without a place: "Aug 24 (Meridian) - "."""


def _in_dateline(sentence: Sentence, text: str, start: int, end: int) -> bool:
    """Tell whether a day belongs to the dateline, which dates the report: "KABUL, Afghanistan (Jan. 10, 2011) -"."""
    head, tail = text[:start], text[end:]
    if sentence.number < 5 and not head.strip() and _AGENCY_TAIL.match(tail) is not None:
        return True
    return (
        sentence.cased
        and sentence.number < 5
        and _DATELINE_HEAD.fullmatch(head) is not None
        and _DATELINE_TAIL.match(tail) is not None
    )


def places(vocabulary: Vocabulary, sentence: Sentence) -> list[Argument]:
    """Return the phrases that locate: a locative preposition before a name or a kind of place."""
    found: list[Argument] = []
    for phrase in sentence.phrases:
        before = sentence.form(phrase.start - 1)
        placed = before in _LOCATIVE and _is_place(vocabulary, sentence, phrase, before)
        if not (placed or locates(vocabulary, sentence, phrase)) or is_origin(vocabulary, sentence, phrase):
            continue
        start, end = phrase.start, _place_end(vocabulary, sentence, phrase)
        if sentence.form(start - 2) in _DIRECTIONS | {"outskirts", "kilometers", "km"} and before == "of":
            start -= 2
        span = sentence.span(start, end)
        if not any(known.span.covers(span) for known in found):
            found.append(
                Argument(
                    role=ArgumentRole.place,
                    span=span,
                    head=sentence.span(phrase.head, phrase.head + 1),
                    rule=f"place.{before}",
                )
            )
    more = named_outright(vocabulary, sentence)
    return [*found, *(one for one in more if not any(known.span.overlaps(one.span) for known in found))]


def _is_place(vocabulary: Vocabulary, sentence: Sentence, phrase: NounPhrase, before: str) -> bool:
    """Tell whether the phrase can be a place: a name that is no person or group, or a named kind of place."""
    named = any(is_name(sentence, NounPhrase(at, at + 1, at)) for at in range(phrase.start, phrase.end))
    head = sentence.forms[phrase.head]
    if head in _PLACE_KINDS:
        return (
            named
            or sentence.form(phrase.end) == "of"
            or bool(_DIRECTIONS & set(sentence.forms[phrase.start : phrase.end]))
        )
    if not named or not (
        before in _STRONG_LOCATIVE or (before == "of" and sentence.form(phrase.start - 2) in _PLACE_KINDS)
    ):
        return False
    if any(form in _MONTHS for form in sentence.forms[phrase.start : phrase.end]):
        return False
    if before == "between" and _is_side(vocabulary, sentence, phrase):
        return False
    return (
        kind_of(vocabulary, sentence, phrase).name in {"name", "thing", "other"}
        and people_ending(vocabulary, sentence.forms, phrase.start, phrase.head + 1) is None
    )


def _is_side(vocabulary: Vocabulary, sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether "between" names two sides and no stretch of land: "between Dinka and Nuer herders", "fighting between A and B"."""
    act = sentence.phrase(phrase.start - 2)
    other = sentence.phrase(phrase.end + 1) if sentence.form(phrase.end) == "and" else None
    if act is not None and kind_of(vocabulary, sentence, act).name == "act":
        return True
    return other is not None and kind_of(vocabulary, sentence, other).name == "people"


_MONTHS = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec.""".split()
)


def _place_end(vocabulary: Vocabulary, sentence: Sentence, phrase: NounPhrase) -> int:
    """Return the end of a place phrase with what contains it: "Sangin district, Helmand province, Afghanistan"."""
    end = phrase.end if sentence.tags[phrase.end + 1 : phrase.end + 2] == ["PRP$"] else of_end(sentence, phrase)
    while True:
        step = end + 1 if sentence.form(end) in {",", "in"} else None
        following = sentence.phrase(step) if step is not None else None
        if following is None or following.start != step or following.owner is not None:
            return end
        named = is_name(sentence, NounPhrase(following.start, following.end, following.head)) or (
            sentence.forms[following.head] in _PLACE_KINDS
        )
        people = kind_of(vocabulary, sentence, following).name in {"people", "number", "act", "weapon", "pronoun"}
        if not named or people or sentence.group(following.end) is not None:
            return end
        if sentence.form(end) == "in" and sentence.forms[following.head] not in _PLACE_KINDS and not sentence.cased:
            return end
        end = of_end(sentence, following)


def attach(candidates: list[Candidate], extras: list[Argument], role: ArgumentRole) -> None:
    """Give each circumstance to the trigger it stands nearest to, those told before it first."""
    for extra in extras:
        host = led_to(candidates, extra) or nearest(open_to(candidates, extra), extra.span)
        if host is None or is_aside(host, extra, role) or (arrives(host, extra) and any(map(leaves, candidates))):
            continue
        if all(known.span != extra.span or known.role != role for known in host.arguments):
            host.arguments.append(extra)


def nearest(candidates: list[Candidate], span: Span) -> Candidate | None:
    """Return the trigger nearest to a span: distance in code points, a trigger after the span counts double."""
    if not candidates:
        return None

    def distance(candidate: Candidate) -> tuple[int, int]:
        start, end = candidate.sentence.starts[candidate.start], candidate.sentence.ends[candidate.end - 1]
        gap = span.start - end if span.start >= end else 2 * (start - span.end)
        return max(gap, 0), candidate.start

    return min(candidates, key=distance)
