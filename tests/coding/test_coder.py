"""What holds of every coding: numbers, evidence, speakers; the same text gives the same record."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields

from hypothesis import given

from rasid.coding import code
from rasid.model import Claim, Coding, Mention, Resolvers, Span, make_report
from rasid.reading import load_reader
from rasid.resolve import load_resolvers
from tests.coding.conftest import MONDAY, Coded, One
from tests.reading.texts import REPORTS, SENTENCES, unhurried

THREE = (
    "The army warned that more attacks may follow. Rebels attacked the army base near Mosul on Saturday, killing two"
    " soldiers, police said. The president condemned the attack. The army launched a security operation in Kirkuk on Sunday"
    " in response to the attack. A bomb killed four people in Baghdad on Sunday."
)
READER = load_reader("lexicon")


def any_coding(text: str) -> Coding:
    report = make_report(text, published=MONDAY)
    return code(READER.read(report), report, load_resolvers())


def claims(mention: Mention) -> Iterator[Claim[object]]:
    """Yield every claim of a mention."""
    for one in fields(mention):
        value = getattr(mention, one.name)
        yield from (claim for claim in (value if isinstance(value, tuple) else (value,)) if isinstance(claim, Claim))


def spans(coding: Coding) -> Iterator[Span]:
    """Yield every span of a coding."""
    for mention in coding.mentions:
        yield from (*mention.evidence, *mention.triggers, *(speaker.span for speaker in mention.sources))
        for claim in claims(mention):
            yield from claim.evidence
            yield from ([claim.said_by.span] if claim.said_by is not None else [])
    for statement in coding.statements:
        yield from statement.evidence
        yield from ([statement.speaker.span] if statement.speaker is not None else [])
    yield from (span for relation in coding.relations for span in relation.evidence)


@unhurried
@given(REPORTS)
def test_every_claim_has_evidence_inside_the_text(text: str) -> None:
    report, coding = make_report(text), any_coding(text)
    assert coding.report_id == report.report_id
    for span in spans(coding):
        assert span.report_id == report.report_id
        assert span.end <= len(report.text)
        assert span.quote(report.text).strip()


@unhurried
@given(REPORTS)
def test_every_claim_names_its_rule_and_its_coder(text: str) -> None:
    coding = any_coding(text)
    made = [claim for mention in coding.mentions for claim in claims(mention)]
    assert all(claim.rule and claim.coded_by == coding.coded_by for claim in made)
    assert coding.coded_by.startswith("lexicon/")


@unhurried
@given(REPORTS)
def test_mentions_statements_and_relations_are_numbered_in_the_order_of_the_text(text: str) -> None:
    coding = any_coding(text)
    ids = [mention.mention_id for mention in coding.mentions]
    assert ids == [f"{coding.report_id}:{number}" for number in range(1, len(ids) + 1)]
    assert [one.statement_id for one in coding.statements] == [
        f"{coding.report_id}:s{number}" for number in range(1, len(coding.statements) + 1)
    ]
    assert all(set(one.about) <= set(ids) for one in coding.statements)
    assert all({one.source, one.target} <= set(ids) for one in coding.relations)
    first = [min(mention.triggers) for mention in coding.mentions]
    assert first == sorted(first)


@unhurried
@given(REPORTS)
def test_coding_is_deterministic(text: str) -> None:
    assert any_coding(text) == any_coding(text)


def test_three_acts_of_one_report(coded: Coded) -> None:
    coding = coded(THREE)
    assert [mention.event_type.value.value for mention in coding.mentions] == [
        "attack",
        "security_operation",
        "bombing",
    ]
    assert [[claim.value.name for claim in mention.places][:1] for mention in coding.mentions] == [
        ["Mosul"],
        ["Kirkuk"],
        ["Baghdad"],
    ]
    assert [speaker.words for speaker in coding.mentions[0].sources] == ["police"]


def test_statements_are_about_the_mentions_of_the_report(coded: Coded) -> None:
    coding = coded(THREE)
    attack = coding.mentions[0].mention_id
    found = [(one.kind.value, one.speaker and one.speaker.words, one.about) for one in coding.statements]
    assert found == [("warning", "The army", ()), ("condemnation", "The president", (attack,))]


def test_a_stated_link_joins_two_mentions(coded: Coded) -> None:
    coding = coded(THREE)
    (relation,) = coding.relations
    assert (relation.source, relation.target) == (coding.mentions[1].mention_id, coding.mentions[0].mention_id)
    assert relation.kind == "answers"
    assert relation.evidence[0].quote(THREE) == "in response to"


def test_the_sentence_that_tells_most_is_the_first_evidence(one: One) -> None:
    text = "An attack hit Mosul. The attack by gunmen on a police station in Mosul on Sunday killed two policemen and a guard."
    assert one(text).evidence[0].quote(text).startswith("The attack by gunmen")


def test_a_report_without_violence_codes_to_nothing(coded: Coded) -> None:
    coding = coded("The council met on Monday to discuss the new road.")
    assert (coding.mentions, coding.statements, coding.relations) == ((), (), ())


def test_the_order_of_reports_changes_nothing(resolvers: Resolvers) -> None:
    reports = [make_report(text, published=MONDAY) for text in SENTENCES[::9]]
    forward = [code(READER.read(report), report, resolvers) for report in reports]
    backward = [code(READER.read(report), report, resolvers) for report in reversed(reports)]
    assert forward == backward[::-1]


def test_a_coding_does_not_depend_on_the_hash_seed() -> None:
    script = (
        "import sys; from datetime import date; from rasid.model import make_report; from rasid.pipeline import load_engine\n"
        "print(ascii(load_engine('lexicon').code(make_report(sys.stdin.read(), published=date(2022, 1, 24)))))"
    )
    text = f"{THREE} {' '.join(SENTENCES[::11])}"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script],
        input=text, env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8",
        check=True,
    )  # fmt: skip
    assert done.stdout.strip() == ascii(any_coding(text))
