from __future__ import annotations

import datetime as dt
from dataclasses import replace
from random import Random

import pytest

from corpus.augment import CHANGES, augmented
from corpus.check_document import check_marks
from corpus.document import Document, Trigger
from corpus.files import read_reports
from corpus.markup import parse, place, write
from rasid.model import Count

REPORT = """---
id: ng-mafa
published: 2015-11-30
publisher: Lake Chad Newswire
title: Boko Haram raid near Jalula
genre: bulletin
country: NG
---
[perp 1|Boko Haram fighters] [t1 attack|raided] [place 1|Jalula] on [time 1|Friday], [t1|killing] [killed+target 1|six traders], the Lake Chad
Newswire was told by [source 1|an elder], and [source 1|Lake Chad Newswire] saw [killed 1|six bodies] in the market. [injured 1|Four men] were [t1|hurt].
===
incident 1 main key=ng-mafa date=2015-11-27 country=NG killed=6 injured=4 perp=ng.boko_haram
"""
DOCUMENT = parse(REPORT)
SAMPLE = [*read_reports()[::8], DOCUMENT]


def _changed(name: str, document: Document = DOCUMENT, seed: int = 1) -> Document:
    return CHANGES[name](document, Random(seed))  # noqa: S311 - no secrets here


@pytest.mark.parametrize("name", list(CHANGES))
def test_every_report_stays_readable_and_its_record_true(name: str) -> None:
    for document in SAMPLE:
        changed = _changed(name, document)
        assert parse(write(changed)) == changed
        before = {problem.message for problem in check_marks(place("a", write(document)))}
        after = {problem.message for problem in check_marks(place("a", write(changed)))}
        assert len(after) <= len(before), (document.head.id, after - before)


@pytest.mark.parametrize("name", list(CHANGES))
def test_marks_keep_their_labels(name: str) -> None:
    for document in SAMPLE:
        changed = _changed(name, document)
        assert [replace(mark, start=0, end=1) for mark in changed.annotation.marks] == [
            replace(mark, start=0, end=1) for mark in document.annotation.marks
        ]


@pytest.mark.parametrize("name", list(set(CHANGES) - {"articles", "upper"}))
def test_triggers_keep_their_words(name: str) -> None:
    for document in SAMPLE:
        changed = _changed(name, document)
        words = [_words(one, mark) for one in (document, changed) for mark in one.annotation.triggers]
        assert words[: len(words) // 2] == words[len(words) // 2 :]


def _words(document: Document, mark: Trigger) -> str:
    return document.text[mark.start : mark.end]


def test_actors_change_in_text_title_and_record_together() -> None:
    changed = _changed("actors")
    perp = changed.annotation.incidents[0].perp
    assert perp not in {None, "ng.boko_haram"}
    assert "Boko Haram" not in changed.text + str(changed.head.title)


def test_places_change_to_another_of_the_district() -> None:
    changed = _changed("places")
    assert "Jalula" not in changed.text
    assert changed.annotation.marks[3].end > changed.annotation.marks[3].start


def test_numbers_change_with_the_record() -> None:
    numbers = {_changed("numbers", seed=seed).annotation.incidents[0].killed for seed in range(9)}
    assert len(numbers) > 3
    changed = _changed("numbers", seed=3)
    assert changed.annotation.incidents[0].killed != Count.exactly(6)
    assert "six" not in changed.text


def test_a_number_that_stands_elsewhere_too_stays() -> None:
    other = parse(REPORT.replace("in the market", "in six places"))
    assert _changed("numbers", other).annotation.incidents[0].killed == Count.exactly(6)


def test_days_shift_by_whole_weeks_with_the_publication() -> None:
    changed = _changed("days")
    published = changed.head.published
    assert published is not None
    assert published != dt.date(2015, 11, 30)
    shift = published - dt.date(2015, 11, 30)
    assert shift.days % 7 == 0
    assert changed.annotation.incidents[0].date == str(dt.date(2015, 11, 27) + shift)
    dated = parse(REPORT.replace("on [time 1|Friday]", "on [time 1|27 November]"))
    assert _changed("days", dated) == dated


def test_the_outlet_changes_in_the_text_too() -> None:
    changed = _changed("outlet")
    assert changed.head.publisher in changed.text
    assert "Newswire" not in changed.text


def test_articles_and_case_go() -> None:
    assert len(_changed("articles").text.split()) < len(DOCUMENT.text.split())
    assert _changed("upper").text == DOCUMENT.text.upper()


def test_the_same_seed_gives_the_same_report_under_its_own_id_and_keys() -> None:
    first, second = (augmented(DOCUMENT, 7, "upper", "actors", "numbers") for _ in range(2))
    assert first == second
    assert (first.head.id, first.annotation.incidents[0].key) == ("ng-mafa-x7", "ng-mafa-x7")
    assert first.text.isupper()
    assert augmented(DOCUMENT, 8, "numbers", "outlet") != augmented(DOCUMENT, 9, "numbers", "outlet")
    with pytest.raises(ValueError, match="nothing"):
        augmented(DOCUMENT, 1, "nothing")
