from __future__ import annotations

import numpy as np
import pytest

from rasid.model import EventType, MentionRole, Reading, Span, Status
from rasid.model.reading import Argument, ArgumentRole, Trigger
from rasid.reading.lexicon import unhurt
from rasid.reading.neural.assemble import _keep_harms
from rasid.reading.neural.decode import FoundSpan
from rasid.reading.neural.found import Found
from rasid.reading.neural.scores import Facts, WindowScores
from rasid.reading.neural.windows import Window

TEXT = "Gunmen stormed the post . Eight soldiers died . Nobody was wounded . Rebels burned a shop ."
WORDS = TEXT.split()
STARTS = tuple(sum(len(word) + 1 for word in WORDS[:at]) for at in range(len(WORDS)))
SENTENCES = tuple(sum(word == "." for word in WORDS[:at]) for at in range(len(WORDS)))
NONE = np.zeros((len(WORDS), 1), dtype=np.float32)
SCORES = WindowScores(
    window=Window(
        ids=tuple(range(len(WORDS))),
        starts=STARTS,
        ends=tuple(start + len(word) for start, word in zip(STARTS, WORDS, strict=True)),
        sentences=SENTENCES,
    ),
    words=np.ones(len(WORDS), dtype=np.bool_),
    triggers=NONE,
    statements=NONE,
    pieces=NONE,
    anchors=NONE,
    facts=NONE,
    pairs=NONE,
    relevance=1.0,
    mean=NONE[0],
)
FACTS = Facts(status=NONE[0], stance=NONE[0], role=NONE[0], keyed=0.0)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(report_id="r", start=start, end=start + len(words))


def _argument(role: ArgumentRole, words: str, rule: str = "verb.subject") -> Argument:
    return Argument(role=role, span=_span(words), head=_span(words.rsplit(maxsplit=1)[-1]), rule=rule)


def _trigger(word: str, incident: int, *arguments: Argument) -> Trigger:
    return Trigger(
        span=_span(word),
        sentence=SENTENCES[WORDS.index(word)],
        incident=incident,
        event_type=EventType.attack,
        status=Status.reported,
        status_rule="status.plain",
        role=MentionRole.main,
        rule="verb",
        arguments=arguments,
        attribution=None,
    )


def _found(trigger: Trigger) -> Found:
    at = STARTS.index(trigger.span.start)
    span = FoundSpan(first=at, last=at, label=0, chance=1.0)
    return Found(scores=SCORES, span=span, start=trigger.span.start, end=trigger.span.end, facts=FACTS, lexicon=trigger)


STORMED, BURNED = _trigger("stormed", 1), _trigger("burned", 2)
DEAD = _argument(ArgumentRole.killed, "Eight soldiers")
ZERO = _argument(ArgumentRole.injured, "Nobody", unhurt.RULE)


def _reading(*triggers: Trigger) -> Reading:
    return Reading(report_id="r", reader="lexicon/1", triggers=triggers)


@pytest.mark.parametrize(("incident", "kept"), [(1, True), (2, False), (3, False)])
def test_the_dead_of_a_trigger_that_is_not_seen_stay_with_their_incident(incident: int, *, kept: bool) -> None:
    found = [_found(STORMED)]
    _keep_harms(found, _reading(STORMED, _trigger("died", incident, DEAD)))
    assert found[0].arguments == ([DEAD] if kept else [])


def test_those_who_are_counted_already_are_not_counted_twice() -> None:
    found = [_found(STORMED), _found(BURNED)]
    counted = _argument(ArgumentRole.injured, "soldiers")
    found[1].arguments = [counted]
    _keep_harms(found, _reading(STORMED, _trigger("died", 1, DEAD), BURNED))
    assert (found[0].arguments, found[1].arguments) == ([], [counted])


def test_nobody_is_counted_with_the_nearest_trigger_of_any_incident() -> None:
    found = [_found(STORMED), _found(BURNED)]
    _keep_harms(found, _reading(STORMED, _trigger("wounded", 3, ZERO), BURNED))
    assert (found[0].arguments, found[1].arguments) == ([], [ZERO])


def test_what_a_seen_trigger_has_is_not_hung_again() -> None:
    found = [_found(_trigger("stormed", 1, DEAD))]
    _keep_harms(found, _reading(_trigger("stormed", 1, DEAD)))
    assert found[0].arguments == []
