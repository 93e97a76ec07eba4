from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.truecase import label_of, lower, truecase, write_as
from corpus.truecase_train import fit, labelled, measure

TEXT = 'GUNMEN OF THE FARABUNDO MARTI NATIONAL LIBERATION FRONT [FMLN] ATTACKED\nSAN SALVADOR ON MONDAY. "WE SAW THEM," HE SAID.'


def test_names_places_days_and_sentences_get_their_capitals() -> None:
    assert truecase(TEXT) == (
        "Gunmen of the Farabundo Marti National Liberation Front [FMLN] attacked\n"
        'San Salvador on Monday. "We saw them," he said.'
    )


@given(st.text(alphabet="ABCÉßİıǅ \n.-'\"[]0قتل", max_size=80))
def test_the_length_and_everything_but_case_stay(text: str) -> None:
    back = truecase(text)
    assert len(back) == len(text)
    assert lower(back) == lower(text)


@pytest.mark.parametrize("word", ["Kaya", "kaya", "NATO", "Al-Shabaab", "élan", "Élan"])
def test_a_label_writes_the_word_again(word: str) -> None:
    assert write_as(label_of(word), lower(word)) == word


def test_it_is_measured_on_words_after_the_first() -> None:
    scores = measure(["Gunmen attacked San Salvador on Monday."])
    assert scores == {"n": 5, "accuracy": 1, "precision": 1, "recall": 1}


def test_words_written_one_way_are_learnt_as_such() -> None:
    model = fit(labelled(["The war of Kaya began", "UPPER CASE TELLS NOTHING"] * 12))
    assert model["sole"] == {"war": "L", "of": "L", "kaya": "T", "began": "L"}
