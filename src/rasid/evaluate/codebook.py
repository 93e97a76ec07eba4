"""The codebook's examples against what reading and coding make of them, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rasid.codebook.document import show_count
from rasid.codebook.entries import Example, ExpectedMention, ExpectedStatement
from rasid.linking.settle import settle_mention
from rasid.linking.settle.counts import envelope, killed_perpetrators
from rasid.model import Claim, Coding, Count, Mention, Report, Side, Statement, Toll, make_report

HARMS = ("killed", "injured", "abducted", "arrested", "displaced")
WORDS = ("perpetrator", "target", "source")
CODES = ("weapons", "tactics")
FIELDS = (
    "mentions", "type", "status", "perpetrator", "target", "killed", "killed_perpetrators", *HARMS[1:], *CODES,
    "place", "date", "source", "statements",
)  # fmt: skip
"""Every field that is compared, in the order in which differences are told."""


def report_of(example: Example) -> Report:
    """Return the example as a report published on its day."""
    return make_report(example.text, published=example.published)


def check_example(example: Example, coding: Coding) -> list[str]:
    """Return the differences between the expected coding and `coding` of it, each "field: wanted …, coded …".

    Mentions are compared in pairs of one type, in the order of the text; those left over pair up in that order. Words
    (perpetrator, target, place, source) agree when the expected ones stand in the coded ones, whatever the case;
    weapons, tactics, numbers and days must be equal. A field that expects nothing agrees with nothing coded, but for
    the target, which may be told where the codebook needs none.
    """
    found = [] if len(example.mentions) == len(coding.mentions) else [_number(example, coding)]
    for expected, mention in _pairs(example.mentions, _in_order(coding.mentions)):
        found += _differences(expected, mention)
    return [*found, *_statement_differences(example.statements, coding.statements)]


def _number(example: Example, coding: Coding) -> str:
    wanted = ", ".join(mention.type for mention in example.mentions) or "none"
    coded = ", ".join(mention.event_type.value for mention in coding.mentions) or "none"
    return _differ("mentions", wanted, coded)


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions in the order of the text: by evidence, then by trigger."""
    return sorted(mentions, key=lambda mention: (min(mention.evidence), min(mention.triggers)))


def _pairs(expected: Iterable[ExpectedMention], coded: list[Mention]) -> list[tuple[ExpectedMention, Mention]]:
    left, paired, unpaired = list(coded), [], []
    for wanted in expected:
        same = next((mention for mention in left if mention.event_type.value is wanted.type), None)
        if same is None:
            unpaired.append(wanted)
        else:
            left.remove(same)
            paired.append((wanted, same))
    return [*paired, *zip(unpaired, left, strict=False)]


def _differences(expected: ExpectedMention, mention: Mention) -> Iterator[str]:
    settled = settle_mention(mention)
    if mention.event_type.value is not expected.type:
        yield _differ("type", expected.type, mention.event_type.value)
    if mention.status.value is not expected.status:
        yield _differ("status", expected.status, mention.status.value)
    yield from _word_differences(expected, mention)
    yield from _count_differences(expected, mention)
    for name in CODES:
        wanted, coded = set(getattr(expected, name)), set(getattr(settled, name).value)
        if wanted != coded:
            yield _differ(name, ", ".join(sorted(wanted)), ", ".join(sorted(coded)))
    where = settled.where.value
    places = [] if where is None else [where.name, where.words]
    if not _agrees(expected.place, places):
        yield _differ("place", expected.place, " | ".join(places))
    when = settled.when.value
    day = when.earliest if when is not None and when.earliest == when.latest else None
    if day != expected.date:
        yield _differ("date", expected.date, when)


def _word_differences(expected: ExpectedMention, mention: Mention) -> Iterator[str]:
    coded = {
        "perpetrator": _with_joined([claim.value.words for claim in mention.perpetrators]),
        "target": [claim.value.words for claim in mention.targets],
        "source": [speaker.words for speaker in mention.sources],
    }
    for name in WORDS:
        wanted: str | None = getattr(expected, name)
        if not _agrees(wanted, coded[name]) and not (name == "target" and wanted is None):
            yield _differ(name, wanted, " | ".join(coded[name]))


def _with_joined(words: list[str]) -> list[str]:
    """Return the words with those of all joined by "and", as a text names several at once: "soldiers and police"."""
    return [*words, " and ".join(words)] if len(words) > 1 else words


def _count_differences(expected: ExpectedMention, mention: Mention) -> Iterator[str]:
    coded = {name: _total(getattr(mention, name)) for name in HARMS}
    coded["killed_perpetrators"] = killed_perpetrators(mention)
    for name, count in coded.items():
        wanted: Count = getattr(expected, name) or Count()
        if wanted != count:
            yield _differ(name, show_count(wanted), show_count(count))


def _total(claims: tuple[Claim[Toll], ...]) -> Count:
    """Return the stated totals of those who are not of the acting side, the lower of two as best."""
    totals = [claim.value for claim in claims if claim.value.total and claim.value.side is not Side.perpetrator]
    return envelope([toll.count for toll in totals], min)


def _statement_differences(expected: tuple[ExpectedStatement, ...], coded: tuple[Statement, ...]) -> Iterator[str]:
    left = list(coded)
    for wanted in expected:
        match = next((one for one in left if one.kind is wanted.kind and _agrees(wanted.speaker, _speaker(one))), None)
        if match is None:
            told = [f"{one.kind} by {' '.join(_speaker(one))}" for one in left]
            yield _differ("statements", f"{wanted.kind} by {wanted.speaker}", " | ".join(told))
        else:
            left.remove(match)
    if not expected and left:
        yield _differ("statements", None, " | ".join(f"{one.kind} by {' '.join(_speaker(one))}" for one in left))


def _speaker(statement: Statement) -> list[str]:
    return [] if statement.speaker is None else [statement.speaker.words]


def _agrees(wanted: str | None, coded: list[str]) -> bool:
    """Tell whether the expected words stand in some coded words; nothing expected agrees with nothing coded."""
    if wanted is None:
        return not coded
    return any(wanted.lower() in words.lower() for words in coded)


def _differ(field: str, wanted: object, coded: object) -> str:
    return f"{field}: wanted {wanted or 'nothing'}, coded {coded or 'nothing'}"
