"""How an act was done: the reader's tactic words, the patterns of the sentence, and what the type itself says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rasid.coding.context import Context
from rasid.coding.data import load_toml
from rasid.model import Claim, EventType, Span
from rasid.model.reading import ArgumentRole, Trigger

_CALM = frozenset(
    {
        EventType.protest, EventType.agreement, EventType.deployment, EventType.surrender, EventType.displacement,
        EventType.riot,
    }
)  # fmt: skip
"""Acts whose place may be a camp or a roadblock without that being how anybody fights."""
_PLACES = frozenset({"military_site", "checkpoint", "fortified_target"})


@dataclass(frozen=True, slots=True)
class _Pattern:
    tactic: str
    types: frozenset[str]
    words: re.Pattern[str]
    acts: re.Pattern[str] | None
    doers: bool


def tactics(context: Context, triggers: list[Trigger], kind: Claim[EventType]) -> tuple[Claim[str], ...]:
    """Return one claim a tactic that the report's words tell of the incident."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for trigger in triggers:
        for argument in trigger.arguments:
            code = argument.code if argument.role is ArgumentRole.tactic else None
            if code is not None and not (kind.value in _CALM and code in _PLACES):
                found.setdefault(code, []).append((argument.span, argument.rule))
    for tactic, span in (*_by_patterns(context, triggers, kind.value), *_by_type(kind)):
        found.setdefault(tactic, []).append((span, f"tactic.{tactic}"))
    return tuple(
        Claim(
            value=tactic,
            evidence=tuple(sorted({span for span, _ in rows})),
            coded_by=context.coded_by,
            rule=rows[0][1],
            confidence=0.8,
        )
        for tactic, rows in found.items()
    )


def _by_type(kind: Claim[EventType]) -> list[tuple[str, Span]]:
    """A suicide bombing is one by definition; an assault behind a bomb is a complex attack."""
    if kind.value is EventType.suicide_bombing:
        return [("suicide", kind.evidence[0])]
    if kind.rule.endswith("+type.assault_with_bomb"):
        return [("complex_attack", kind.evidence[0])]
    return []


def _by_patterns(context: Context, triggers: list[Trigger], kind: EventType) -> list[tuple[str, Span]]:
    sentences = [context.reading.sentences[number] for number in sorted({trigger.sentence for trigger in triggers})]
    doers = [a.span for t in triggers for a in t.arguments if a.role is ArgumentRole.perpetrator]
    told = "\n".join(context.quote(trigger.span).lower() for trigger in triggers)
    found = []
    for pattern in _patterns():
        if kind not in pattern.types or (pattern.acts is not None and not pattern.acts.search(told)):
            continue
        for span in doers if pattern.doers else sentences:
            place = pattern.words.search(context.report.text, span.start, span.end)
            words = None if place is None else Span(report_id=span.report_id, start=place.start(), end=place.end())
            if words is not None and _tells_of(context, triggers, words):
                found.append((pattern.tactic, words))
    return found


def _tells_of(context: Context, triggers: list[Trigger], words: Span) -> bool:
    """Tell whether no trigger of another incident stands nearer to the words, where one sentence tells two."""
    number = next(n for n, one in enumerate(context.reading.sentences) if one.overlaps(words))
    beside = [trigger for trigger in context.reading.triggers if trigger.sentence == number]

    def distance(trigger: Trigger) -> int:
        return max(words.start - trigger.span.end, trigger.span.start - words.end, 0)

    return not beside or min(beside, key=distance).incident == triggers[0].incident


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(
            tactic,
            frozenset(row["types"]),
            _compiled(row["words"]),
            _compiled(row["acts"], whole=False) if "acts" in row else None,
            row.get("doers", False),
        )
        for tactic, row in load_toml("tactics").items()
    )


def _compiled(words: list[str], *, whole: bool = True) -> re.Pattern[str]:
    """Return one pattern for the words, blanks standing for line breaks too."""
    joined = "|".join(word.replace(" ", r"\s+") for word in words)
    return re.compile(rf"\b(?:{joined})\b" if whole else rf"\b(?:{joined})", re.IGNORECASE)
