"""What holds of every reading, whatever the text."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.codebook import load_codebook
from rasid.errors import UnknownNameError
from rasid.model import Reading, Span, make_report
from rasid.model.reading import ArgumentRole
from rasid.reading import LexiconReader, load_reader
from tests.reading.lexicon.see import READER, read
from tests.reading.texts import REPORTS, SENTENCES, unhurried

NARRATIVE = " ".join(SENTENCES[::7])


def spans(reading: Reading) -> Iterator[Span]:
    """Yield every span of a reading."""
    yield from reading.sentences
    for trigger in reading.triggers:
        yield trigger.span
        if trigger.attribution is not None:
            yield from (trigger.attribution.scope, trigger.attribution.cue)
            yield from filter(None, [trigger.attribution.speaker])
        for argument in trigger.arguments:
            yield from (argument.span, argument.head)
            yield from filter(None, [argument.said_by])
    for statement in reading.statements:
        yield from (statement.span, statement.cue)
        yield from filter(None, [statement.speaker])
    yield from (relation.cue for relation in reading.relations)
    yield from (span for span, _ in reading.dropped)


@unhurried
@given(REPORTS)
def test_every_span_lies_in_the_text_of_its_report(text: str) -> None:
    report, reading = read(text)
    assert reading.report_id == report.report_id
    for span in spans(reading):
        assert span.report_id == report.report_id
        assert span.end <= len(report.text)
        assert span.quote(report.text).strip()


@unhurried
@given(REPORTS)
def test_a_trigger_and_all_that_hangs_on_it_stand_in_its_sentence(text: str) -> None:
    _, reading = read(text)
    assert all(left.end <= right.start for left, right in pairwise(reading.sentences))
    for trigger in reading.triggers:
        sentence = reading.sentences[trigger.sentence]
        assert sentence.covers(trigger.span)
        for argument in trigger.arguments:
            assert sentence.covers(argument.span)
            assert argument.span.covers(argument.head)
        if trigger.attribution is not None:
            assert sentence.covers(trigger.attribution.cue)


@unhurried
@given(REPORTS)
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    report = make_report(text)
    assert READER.read(report) == READER.read(report) == LexiconReader().read(report)


@unhurried
@given(st.lists(REPORTS, min_size=2, max_size=3))
def test_the_order_of_reports_changes_nothing(texts: list[str]) -> None:
    reports = [make_report(text) for text in texts]
    forward = [READER.read(report) for report in reports]
    backward = [READER.read(report) for report in reversed(reports)]
    assert forward == backward[::-1]


@unhurried
@given(REPORTS)
def test_numbers_and_names_point_to_what_there_is(text: str) -> None:
    _, reading = read(text)
    numbers = {trigger.incident for trigger in reading.triggers}
    assert numbers == set(range(1, len(numbers) + 1))
    assert all(statement.incident in {None, *numbers} for statement in reading.statements)
    assert all({one.source, one.target} <= numbers and one.source != one.target for one in reading.relations)
    assert all(trigger.rule and trigger.status_rule for trigger in reading.triggers)
    assert all(rule for _, rule in reading.dropped)


@unhurried
@given(REPORTS)
def test_no_argument_stands_twice_at_one_trigger(text: str) -> None:
    _, reading = read(text)
    for trigger in reading.triggers:
        found = [(argument.role, argument.span) for argument in trigger.arguments]
        assert len(found) == len(set(found))


@unhurried
@given(REPORTS, st.sampled_from(["The council met.", "اجتمع المجلس.", "It rained, and the harvest was good."]))
def test_a_paragraph_of_other_matter_behind_takes_no_incident_away(text: str, other: str) -> None:
    before = {span for trigger in read(text)[1].triggers for span in [(trigger.span.start, trigger.span.end)]}
    if text[-1] in "\n. " and not text.isupper():
        after = {(one.span.start, one.span.end) for one in read(f"{text.rstrip()}\n\n{other}")[1].triggers}
        assert after <= before or before <= after


def test_codes_are_those_of_the_codebook() -> None:
    book = load_codebook()
    known = {
        ArgumentRole.weapon: {one.id for one in book.weapons},
        ArgumentRole.tactic: {one.id for one in book.tactics},
        ArgumentRole.target: {one.id for one in book.targets},
    }
    found = {
        (one.role, one.code) for text in SENTENCES for trigger in read(text)[1].triggers for one in trigger.arguments
    }
    for role, codes in known.items():
        used = {code for kind, code in found if kind is role and code is not None}
        assert used
        assert used <= codes


@pytest.mark.parametrize("number", ["²", "0²", "٣", "①", "½", "9" * 5000, "1" + ",000" * 2000])
def test_no_sign_that_looks_like_a_number_stops_the_reader(number: str) -> None:
    for text in (
        f"Gunmen killed {number} people in Gao on {number} May.",
        f"{number} Gunmen killed two people in May {number}.",
    ):
        assert {trigger.event_type.value for trigger in read(text)[1].triggers} == {"attack"}


def test_a_text_without_violence_is_read_at_once() -> None:
    _, reading = read("The council met on Monday. It discussed a new road.")
    assert (reading.sentences, reading.triggers, reading.statements) == ((), (), ())
    assert reading.reader == READER.name == "lexicon/1"


def test_upper_case_copy_is_read() -> None:
    text = "GUNMEN ATTACKED A POLICE STATION IN LIMA ON MONDAY.\nTWO POLICEMEN WERE KILLED."
    _, reading = read(text)
    assert {trigger.span.quote(text) for trigger in reading.triggers} == {"ATTACKED", "KILLED"}
    assert {trigger.incident for trigger in reading.triggers} == {1}


@pytest.mark.parametrize("seed", ["0", "99"])
def test_a_reading_does_not_depend_on_the_hash_seed(seed: str) -> None:
    code = (
        "import sys; from rasid.model import make_report; from rasid.reading import load_reader\n"
        "print(ascii(load_reader('lexicon').read(make_report(sys.stdin.read()))))"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code],
        input=NARRATIVE, env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}, capture_output=True,
        encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout.strip() == ascii(READER.read(make_report(NARRATIVE)))


def test_a_reader_is_loaded_by_name() -> None:
    assert load_reader("lexicon").name == READER.name
    with pytest.raises(UnknownNameError, match="no reader is called 'oracle'; known: lexicon"):
        load_reader("oracle")
