"""Noun phrases and verb groups: chunks that do not overlap, with the head or the verb that carries the meaning."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.reading.lexicon.chunks import noun_phrases
from rasid.reading.lexicon.verb_groups import verb_groups
from tests.reading.lexicon.see import cases, name_of, sentence_of

_WORDS = st.tuples(
    st.sampled_from("the at least more than two people was not to killed dozens of all south - between".split()),
    st.sampled_from("DT JJ NN NNS CD PRP PRP$ IN TO CC VB VBD VBN VBG VBZ MD RB W .".split()),
)
_MARKS = st.sampled_from([("'s", "POS"), ("’", "POS"), ("'", "''"), (",", ","), ("(", "("), ("hundreds", "NNS")])
_TAGGED = st.lists(_WORDS | _MARKS, max_size=20)


@pytest.mark.parametrize("row", cases("reading")["phrase"], ids=name_of)
def test_noun_phrases(row: dict[str, Any]) -> None:
    sentence = sentence_of(row["text"])
    assert [sentence.words(one.start, one.end) for one in sentence.phrases] == row["found"]


@given(_TAGGED)
def test_chunks_of_any_tags_are_ordered_and_hold_their_head(tagged: list[tuple[str, str]]) -> None:
    forms, tags = [form for form, _ in tagged], [tag for _, tag in tagged]
    phrases = noun_phrases(forms, tags)
    assert all(0 <= one.start <= one.head < one.end <= len(forms) for one in phrases)
    assert all(one.owner is None or one.start <= one.owner < one.head for one in phrases)
    assert all(left.end <= right.start for left, right in pairwise(phrases))
    taken = [
        next((at for at, one in enumerate(phrases) if one.start <= token < one.end), -1) for token in range(len(forms))
    ]
    groups = verb_groups(forms, tags, taken)
    assert all(0 <= one.start <= one.main < one.end <= len(forms) for one in groups)
    assert all(taken[token] < 0 for one in groups for token in range(one.start, one.end))
    assert all(left.end <= right.start for left, right in pairwise(groups))


def test_a_genitive_parts_the_owner_from_what_is_owned() -> None:
    sentence = sentence_of("The rebels' camp and the mayor's house burned.")
    owners = [sentence.words(one.start, one.owner) for one in sentence.phrases if one.owner is not None]
    assert owners == ["the rebels", "the mayor"]
    assert [sentence.forms[one.head] for one in sentence.phrases] == ["camp", "house"]
