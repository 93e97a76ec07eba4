"""Part-of-speech tags where news of violence differs from the treebanks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.reading.lexicon.tags import mend
from tests.reading.lexicon.see import sentence_of

_ALPHABET = st.sampled_from(
    "march may 5 was to gunmen dead shot the and firing of attacked Two in hostage suspected".split()
)
_TAGS = st.sampled_from("DT JJ NN NNS CD PRP POS IN TO CC VB VBD VBN VBG VBZ MD RB".split())


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Gunmen fled on 5 March.", "march", "NN"),
        ("Two gunmen were shot dead.", "dead", "RB"),
        ("The town was attacked.", "attacked", "VBN"),
        ("The bomb struck a bus.", "struck", "VBD"),
        ("Guerrillas fled.", "guerrillas", "NNS"),
        ("One civilian was killed.", "civilian", "NN"),
        ("Fighting between rebels and soldiers went on.", "fighting", "NN"),
        ("Rebels hit a bus.", "hit", "VBD"),
        ("Police held a suspected rebel.", "suspected", "JJ"),
    ],
)
def test_a_word_and_its_tag(text: str, word: str, tag: str) -> None:
    sentence = sentence_of(text)
    assert sentence.tags[sentence.forms.index(word)] == tag


@given(st.lists(st.tuples(_ALPHABET, _TAGS, st.booleans()), max_size=12))
def test_any_tags_stay_as_many(tagged: list[tuple[str, str, bool]]) -> None:
    forms, tags = [form for form, _, _ in tagged], [tag for _, tag, _ in tagged]
    mend(forms, tags, [capital for _, _, capital in tagged])
    assert len(tags) == len(forms)
    assert all(tags)
