"""The made-up inputs of the benchmarks; nothing here is timed."""

from __future__ import annotations

from benchmarks.made import ARTICLE_WORDS, articles, codings
from rasid.linking import link


def test_articles_have_their_length_and_are_texts_of_their_own() -> None:
    found = articles(60)
    assert len({report.report_id for report in found}) == 60
    assert all(len(report.text.split()) == ARTICLE_WORDS + 2 for report in found)


def test_codings_are_the_same_every_time_and_link_into_fewer_incidents() -> None:
    told = list(codings(200))
    assert told == list(codings(200))
    assert 50 < len(link(told)) < 200
