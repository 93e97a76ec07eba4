"""General nouns that point back to an act told elsewhere."""

from __future__ import annotations

from tests.reading.lexicon.see import read


def test_a_definite_noun_points_back() -> None:
    text = "Gunmen attacked the market of Toula on Monday. The mayor confirmed the incident."
    _, reading = read(text)
    assert {one.span.quote(text): one.incident for one in reading.triggers} == {"attacked": 1, "incident": 1}


def test_a_number_of_such_acts_is_no_single_one() -> None:
    text = "Gunmen attacked the market of Toula on Monday. The three incidents were not linked."
    assert {one.span.quote(text) for one in read(text)[1].triggers} == {"attacked"}


def test_nothing_told_is_nothing_to_point_to() -> None:
    assert not read("Police asked the residents to report the incident.")[1].triggers
