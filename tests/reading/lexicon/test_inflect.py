"""Inflected forms of verbs and nouns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.reading.lexicon.inflect import plural, verb_forms

LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=10)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("attack", "attacks attacked attacked attacking"),
        ("raid", "raids raided raided raiding"),
        ("ambush", "ambushes ambushed ambushed ambushing"),
        ("seize", "seizes seized seized seizing"),
        ("occupy", "occupies occupied occupied occupying"),
        ("deploy", "deploys deployed deployed deploying"),
        ("rob", "robs robbed robbed robbing"),
        ("stab", "stabs stabbed stabbed stabbing"),
        ("kidnap", "kidnaps kidnapped kidnapped kidnapping"),
        ("murder", "murders murdered murdered murdering"),
        ("target", "targets targeted targeted targeting"),
        ("riot", "riots rioted rioted rioting"),
        ("shell", "shells shelled shelled shelling"),
        ("shoot", "shoots shot shot shooting"),
        ("strike", "strikes struck struck striking"),
        ("blow", "blows blew blown blowing"),
        ("take", "takes took taken taking"),
        ("die", "dies died died dying"),
        ("flee", "flees fled fled fleeing"),
        ("free", "frees freed freed freeing"),
        ("admit", "admits admitted admitted admitting"),
        ("expel", "expels expelled expelled expelling"),
        ("hide", "hides hid hidden hiding"),
        ("seek", "seeks sought sought seeking"),
        ("set", "sets set set setting"),
    ],
)
def test_the_forms_of_a_verb(lemma: str, forms: str) -> None:
    third, past, participle, gerund = forms.split()
    found = verb_forms(lemma)
    assert set(found) == {lemma, third, past, participle, gerund}
    assert found[gerund] == "VBG"


def test_only_the_first_word_of_a_phrase_is_inflected() -> None:
    assert set(verb_forms("open fire")) == {"open fire", "opens fire", "opened fire", "opening fire"}
    assert "laid down their arms" in verb_forms("lay down their arms")


def test_where_past_and_participle_differ_each_has_its_tag() -> None:
    found = verb_forms("overrun")
    assert (found["overran"], found["overrunning"], found["overruns"]) == ("VBD", "VBG", "VBZ")
    assert verb_forms("take")["taken"] == "VBN"


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("attack", "attacks"),
        ("ambush", "ambushes"),
        ("robbery", "robberies"),
        ("boy", "boys"),
        ("man", "men"),
        ("policeman", "policemen"),
        ("child", "children"),
        ("person", "people"),
        ("knife", "knives"),
        ("human", "humans"),
        ("police", "police"),
        ("security forces", "security forces"),
        ("car bomb", "car bombs"),
    ],
)
def test_the_plural_of_a_noun(noun: str, many: str) -> None:
    assert plural(noun) == many


@given(LETTERS)
def test_any_verb_keeps_its_lemma_among_its_forms(lemma: str) -> None:
    found = verb_forms(lemma)
    assert lemma in found
    assert set(found.values()) <= {"VB", "VBZ", "VBD", "VBN", "VBG"}
