"""From our mentions to the record that the annotator of the ISAF press releases kept: an edge mapping.

The annotator's own rules are in the README of the pack: one incident a record, the lowest number that the text supports,
and what the releases call insurgents counted apart from everybody else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from evals.engine import resolvers
from rasid.coding.counts import count_of
from rasid.model import Claim, Coding, DateBasis, EventType, Mention, MentionRole, Report, Side, Toll, When, make_report
from rasid.text.date_line import find_dateline
from rasid.text.dates import find_dates

_HEADER = re.compile(
    r"for immediate release|download pdf|isaf joint command ?- ?afghanistan|\b\d{3,4}-\d\d-[A-Z]{1,2}-\d+",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[A-Z]{4,}, Afghanistan\s*\([^()]{4,20}\)\s*[-–—]*\s*")
_UPDATE = re.compile(r"\n\s*-{3,}\s*\n|\n[^\n]*(?:isaf joint command|for immediate release)", re.IGNORECASE)
"""What parts a release from a later one on the same act that is kept below it: the later one counts the same people again."""
_SHORTEST = 200
"""Code points that a release has at least below its header."""
_HEAD_REACH = 700
_SUMMARY = re.compile(
    r"\b(?:past|last) 24 hours\b|\bsouthern and eastern\b|\beastern and southern\b|\bthe east and south\b"
    r"|\b(?:separate|two|three|several) (?:\w+ )?operations\b.*\b(?:provinces|afghanistan)\b",
    re.IGNORECASE | re.DOTALL,
)
_SEVERAL = re.compile(
    r"\b(?:during|in) (?:(?:two|three|four|five|several|separate)\b,? ?)+(?:\S+ )?(?:operations|searches)\b",
    re.IGNORECASE,
)
_FORCES = re.compile(
    r"\b(?:afghan|coalition|isaf|u\.?s\.?|nato|american|international|service ?members?|soldiers?|police|policem[ae]n"
    r"|troops?|forces?|army|commandos?|partnered|joint)\b",
    re.IGNORECASE,
)
_CIVILIANS = re.compile(
    r"\b(?:civilians?|afghans|child(?:ren)?|wom[ae]n|girls?|boys?|villagers?|residents?|locals|bystanders?|farmers?|elders?)\b",
    re.IGNORECASE,
)
_NUMBERS = (
    (re.compile(r"\b(?:large number)\b", re.IGNORECASE), 5),
    (re.compile(r"\b(?:numerous|handful)\b", re.IGNORECASE), 4),
    (re.compile(r"\b(?:several|few|some|group|multiple|number of|many|various)\b", re.IGNORECASE), 3),
    (re.compile(r"\b(?:couple|pair|both)\b", re.IGNORECASE), 2),
)
_AIR = frozenset({"aircraft", "armed_drone"})
"""What makes a strike an airstrike to the annotator; killings by helicopters are filed with those by ground forces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The five fields of a record that are measured; None is unknown."""

    event_type: str | None
    start_date: date | None
    province: str | None
    killed: int
    captured: int


def release_report(text: str, published: date | None = None) -> Report:
    """Return the excerpt of a release as a report: text after the header, published then or on the day of its dateline."""
    dateline = find_dateline(text) if published is None else None
    return make_report(_excerpt(text), published=dateline.day if dateline is not None else published)


def _excerpt(text: str) -> str:
    """Return the dateline and the excerpt, without the header and a summary of the day before the excerpt."""
    head = text[:_HEAD_REACH]
    dateline = _DATELINE.search(head)
    header = max((hit.end() for hit in _HEADER.finditer(head)), default=0)
    start = dateline.end() if dateline is not None else header
    update = _UPDATE.search(text, start + _SHORTEST)
    text = text[: update.start()] if update is not None else text
    body = _without_summary(text[start:].rpartition("[...]")[2].strip(" \n\u2028\u2029\xa0-–—:"))
    place = dateline.group() if dateline is not None else ""
    return place + (body or text[start:])


def _surrendered(mentions: Sequence[Mention]) -> int:
    """Return how many gave themselves up, whom the annotator counts as captured."""
    given_up = [mention for mention in mentions if mention.event_type.value is EventType.surrender]
    return max((lowest(claim.value.words) for mention in given_up for claim in mention.perpetrators), default=0)


def _without_summary(body: str) -> str:
    """Leave out a first sentence that sums up a day's operations when the excerpt tells one of them after it."""
    first, *rest = re.split(r"(?<=\.)\s+", body, maxsplit=1)
    return rest[0] if rest and _SUMMARY.search(first) else body


def record_of(report: Report, coding: Coding) -> Record:
    """Return the record of the incident that the excerpt tells."""
    told = [mention for mention in coding.mentions if mention.role is MentionRole.main] or list(coding.mentions)
    killed = _people(report, told, _KILLED, lambda words: not _FORCES.search(words) and not _CIVILIANS.search(words))
    captured = _people(report, told, _CAPTURED, lambda words: not _FORCES.search(words)) or _surrendered(told)
    civilians = _people(report, told, _KILLED, lambda words: bool(_CIVILIANS.search(words)))
    return Record(
        event_type=_event_type(told, killed, captured, civilians),
        start_date=_start(report, told),
        province=_province(told),
        killed=killed or (0 if captured else civilians),
        captured=captured,
    )


_KILLED = ("killed",)
_CAPTURED = ("arrested", "abducted")
_MORE = re.compile(r"\b(?:other|another|additional|further|more)\b(?! than).*", re.IGNORECASE)
_ALSO = re.compile(r"\balso \w+(?: \w+)?\s*$")
_WERE_ALSO = re.compile(r"\s*(?:was|were) also\b")
_SOME_OF = re.compile(r"\w+ of (?:the|them|those)\b", re.IGNORECASE)
_KNOWN = re.compile(r"(?:the|this|that|these|those)\b", re.IGNORECASE)


def _people(report: Report, mentions: Sequence[Mention], harms: Sequence[str], wanted: Callable[[str], bool]) -> int:
    """Return how many people the mentions tell of: the details repeat the lead's, "one additional insurgent" does not."""
    number, told_before = 0, set[str]()
    for mention in mentions:
        harmed = _without_sum(report, [claim for harm in harms for claim in getattr(mention, harm)])
        claims = [claim for claim in harmed if claim.value.total or wanted(_quote(report, claim))]
        told = _count(report, claims)
        words = {_others(report, claim) for claim in claims}
        beside = _are_further(report, claims) and not words & told_before
        number = number + told if beside else max(number, told)
        told_before |= words
    return number


def _without_sum(report: Report, claims: list[Claim[Toll]]) -> list[Claim[Toll]]:
    """Leave out what the first sentence counts over several operations, of which the excerpt tells one."""
    first = re.match(r"(?:.*?\(.*?\))?.*?\.(?=\s+[A-Z])", report.text, re.DOTALL)
    if first is None or not _SEVERAL.search(first[0]):
        return claims
    return [claim for claim in claims if claim.evidence[0].start >= first.end()]


def _others(report: Report, claim: Claim[Toll]) -> str:
    """Return the words of a group, from "other" on: "several | other militants" are the "other militants" told before."""
    words = _quote(report, claim).lower()
    found = _MORE.search(words)
    return found[0] if found is not None else words


def _are_further(report: Report, claims: Sequence[Claim[Toll]]) -> bool:
    """Tell whether the groups stand beside those told before: "one additional insurgent", "also detained two"."""
    if any(_KNOWN.match(_quote(report, claim)) for claim in claims if not claim.value.total):
        return False
    return any(
        _MORE.search(_quote(report, claim))
        or _ALSO.search(report.text[max(0, claim.evidence[0].start - 40) : claim.evidence[0].start])
        or _WERE_ALSO.match(report.text[claim.evidence[0].end : claim.evidence[0].end + 20])
        for claim in claims
    )


def _event_type(told: Sequence[Mention], killed: int, captured: int, civilians: int) -> str | None:
    types = {mention.event_type.value for mention in told if mention.killed} or {
        mention.event_type.value for mention in told
    }
    weapons = {claim.value for mention in told for claim in mention.weapons}
    strike = bool(weapons & _AIR) and "helicopter" not in weapons
    if killed and captured:
        return "captureandkill"
    if EventType.air_strike in types and strike:
        return "airstrike"
    if captured or (EventType.arrest in types and not killed):
        return "detention"
    if killed:
        return "airstrike" if strike else "insurgentskilled"
    if civilians:
        return "civiliancasualty"
    return None


def _count(report: Report, claims: Sequence[Claim[Toll]]) -> int:
    """Return the annotator's number of those harmed: the highest telling of the target side, and whoever acted beside it."""
    parts = [claim for claim in claims if not claim.value.total]
    groups = {claim.evidence[0]: lowest(_quote(report, claim)) or claim.value.count.low or 0 for claim in parts}
    own = {
        claim.evidence[0]
        for claim in parts
        if claim.value.side is Side.perpetrator and not _SOME_OF.match(_quote(report, claim))
    }
    totals = [[span for span in claim.evidence if span not in own] for claim in claims if claim.value.total]
    tellings = totals or [[span] for span in groups if span not in own]
    target = max((sum(groups.get(span, 0) for span in spans) for spans in tellings), default=0)
    return max([target + max((groups[span] for span in own), default=0), *groups.values()], default=0)


def _quote(report: Report, claim: Claim[Toll]) -> str:
    """Return the words that a claim rests on; the record's own words leave names out."""
    return " ".join(claim.evidence[0].quote(report.text).split())


def lowest(words: str) -> int:
    """Return the lowest number of people that the words support, by the annotator's rule."""
    for pattern, number in _NUMBERS:
        if pattern.search(words):
            return number
    counted = count_of(words, words.rsplit(maxsplit=1)[-1].lower())
    return counted.count.low or 0 if counted is not None else 0


def _start(report: Report, told: Sequence[Mention]) -> date | None:
    """Return the day told of the act with those captured or killed, else the first that the text names, else the release's."""
    first = sorted(told, key=lambda mention: not (mention.arrested or mention.killed))
    claims = [claim for mention in first for claim in mention.times if claim.value.basis is not DateBasis.inferred]
    claims.sort(key=lambda claim: claim.rule == "time.nights")  # "overnight" says less than the day beside it
    days = [_single(claim.value) for claim in claims]
    named = (
        resolvers().times.resolve(hit.words, published=report.published_day) for hit in find_dates(_undated(report))
    )
    return next((day for day in (*days, *map(_single, named)) if day is not None), report.published_day)


def _single(when: When) -> date | None:
    """Return the first day of one or two days; a longer span ("recently") tells no day of an act."""
    if when.earliest is None or when.latest is None or (when.latest - when.earliest).days > 1:
        return None
    return when.earliest


def _undated(report: Report) -> str:
    """Return the text without its dateline."""
    return _DATELINE.sub("", report.text, count=1)


def _province(told: Sequence[Mention]) -> str | None:
    for mention in told:
        for claim in mention.places:
            if claim.value.admin1 is not None:
                return _gold_name(claim.value.admin1)
    return None


def _gold_name(admin1: str) -> str:
    """Return the annotator's spelling of a province."""
    name = admin1.lower().removesuffix(" province").removeprefix("maidan ")
    return _PROVINCES.get(name, name)


_PROVINCES = {
    "khowst": "khost",
    "paktia": "paktya",
    "oruzgan": "uruzgan",
    "sar-e pol": "sar-e pul",
    "jawzjan": "jowzjan",
}
