"""The tagger learns what it is shown, the same way every time."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.learn.perceptron import SMALLEST_WEIGHT, features, make_tagger, train

SENTENCES = [
    [("the", "DT"), ("rebels", "NNS"), ("attacked", "VBD"), ("a", "DT"), ("base", "NN"), (".", ".")],
    [("the", "DT"), ("attack", "NN"), ("killed", "VBD"), ("two", "CD"), ("soldiers", "NNS"), (".", ".")],
    [("rebels", "NNS"), ("attack", "VBP"), ("the", "DT"), ("soldiers", "NNS"), (".", ".")],
    [("two", "CD"), ("rebels", "NNS"), ("shelled", "VBD"), ("the", "DT"), ("base", "NN"), (".", ".")],
    [("soldiers", "NNS"), ("guard", "VBP"), ("a", "DT"), ("base", "NN"), (".", ".")],
    [("the", "DT"), ("guard", "NN"), ("killed", "VBD"), ("a", "DT"), ("soldier", "NN"), (".", ".")],
]
SOLE = {"the": "DT", ".": "."}


def test_a_trained_tagger_tags_what_it_was_shown() -> None:
    tagger = make_tagger(train(SENTENCES, rounds=8, sole=SOLE), SOLE)
    for sentence in SENTENCES:
        assert tagger.tag([form for form, _ in sentence]) == [tag for _, tag in sentence]


def test_what_stands_around_a_word_decides_where_the_word_does_not() -> None:
    tagger = make_tagger(train(SENTENCES, rounds=8, sole=SOLE), SOLE)
    assert tagger.tag(["the", "attack", "killed", "a", "guard", "."])[1] == "NN"
    assert tagger.tag(["soldiers", "attack", "a", "base", "."])[1] == "VBP"


def test_an_unknown_word_is_told_by_its_ending() -> None:
    tagger = make_tagger(train(SENTENCES, rounds=8, sole=SOLE), SOLE)
    assert tagger.tag(["the", "rebels", "bombarded", "a", "base", "."])[2] == "VBD"


def test_training_gives_the_same_weights_every_time() -> None:
    assert train(SENTENCES, rounds=3, sole=SOLE) == train(SENTENCES, rounds=3, sole=SOLE)


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_weights_do_not_depend_on_the_hash_seed(seed: str) -> None:
    code = f"from rasid.learn.perceptron import train\nprint(train({SENTENCES!r}, rounds=3, sole={SOLE!r}))"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(train(SENTENCES, rounds=3, sole=SOLE))


def test_weights_are_sorted_and_none_is_small() -> None:
    weights = train(SENTENCES, rounds=5, sole=SOLE)
    assert list(weights) == sorted(weights)
    assert all(list(row) == sorted(row) for row in weights.values())
    assert all(abs(weight) >= SMALLEST_WEIGHT for row in weights.values() for weight in row.values())


def test_a_tie_goes_to_the_tag_that_sorts_first() -> None:
    for rows in ({"VB": 1.0, "NN": 1.0}, {"NN": 1.0, "VB": 1.0}):
        assert make_tagger({"w=raid": rows}, {}).tag(["raid"]) == ["NN"]


def test_without_any_evidence_a_word_is_a_noun() -> None:
    tagger = make_tagger({"w=raid": {"VB": 1.0}}, {"the": "DT"})
    assert tagger.tag(["unheard"]) == ["NN"]
    assert tagger.tag([]) == []


def test_a_word_with_one_tag_only_keeps_it_whatever_the_weights() -> None:
    assert make_tagger({"w=the": {"VB": 9.0}}, {"the": "DT"}).tag(["the"]) == ["DT"]


def test_known_is_what_was_seen_as_more_than_a_name() -> None:
    tagger = make_tagger({"w=base": {"NN": 1.0}, "w=gao": {"NN": 1.0}}, {"the": "DT"}, proper=["gao"])
    assert [tagger.knows(form) for form in ("the", "base", "gao", "mopti")] == [True, True, False, False]


@given(st.lists(st.text(min_size=1, max_size=12), max_size=12))
def test_any_forms_get_one_tag_each(forms: list[str]) -> None:
    tagger = make_tagger(train(SENTENCES, rounds=2, sole=SOLE), SOLE)
    found = tagger.tag(forms)
    assert len(found) == len(forms)
    assert set(found) <= {*tagger.tags, "NN"}


def test_the_tags_before_are_features_and_nothing_behind_the_next_two_words_is() -> None:
    forms = ["the", "rebels", "attacked", "a", "base"]
    assert features(forms, 1, "DT", "-") != features(forms, 1, "JJ", "-")
    changed = [*forms[:4], "post"]
    assert features(forms, 1, "DT", "-") == features(changed, 1, "DT", "-")
