"""Name keys: the spellings of one name meet, and a key is a fixed point for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.text.names import fold, is_arabic, is_article, name_key, romanize, word_key, words

# Any Unicode, with Arabic, Latin with marks, articles and apostrophes made likely.
_MIXED = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("alesdhyiwqkزالديةىأإآءئّـابغ -'’ʿāīūşḩ.ŞİßŒ")))


@pytest.mark.parametrize(
    "spellings",
    [
        ("Diyala", "Diala", "Diyālá", "DIYALA"),
        ("Ba'quba", "Baqubah", "Ba’qūbah", "Baʿquba"),
        ("al-Hawijah", "Hawija", "Al Hawijah", "Ḩawījah"),
        ("Ash-Shaykh Sa'd", "el Sheikh Saad"),
        ("As-Suwayda", "Sweida", "Suweida"),
        ("Tarmiyah", "Tarmiya", "Tarmieh", "Tarmia"),
        ("Qaim", "Kaim", "al-Qa'im"),
        ("Dawud", "Daoud", "Daud"),
        ("Paktya", "Paktiya", "Paktia"),
        ("Beirut", "Bayrut"),
        ("St. Louis", "Saint Louis"),
        ("U.S.", "US"),
        ("Muhammad", "Muhamad"),
        ("ديالى", "ديالي", "دیالی", "ديـالى"),
        ("الحويجة", "حويجه", "الحويجه"),
        ("أربيل", "اربيل", "إربيل"),
    ],
)
def test_the_spellings_of_a_name_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({name_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mosul", "Basra"), ("Kunar", "Kunduz"), ("Hama", "Homs"), ("Salah al-Din", "Salah"), ("حماة", "حمص")],
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_an_article_stays_where_nothing_else_is_left() -> None:
    assert name_key("Al") == "al"
    assert name_key("El Salvador") == "salvador"
    assert is_article("al")
    assert not is_article("salvador")


@given(_MIXED)
def test_a_key_is_a_fixed_point(text: str) -> None:
    key = name_key(text)
    assert name_key(key) == key


@given(_MIXED)
def test_folding_is_a_fixed_point_in_one_case(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())


@given(_MIXED)
def test_a_word_key_holds_no_blank(text: str) -> None:
    assert " " not in word_key(text)


@given(_MIXED)
def test_words_keep_their_offsets(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_words_part_hyphens_and_possessives_but_not_inner_apostrophes() -> None:
    assert [word.text for word in words("Baghdad's al-Karkh, Ba'quba and the U.S. in بغداد")] == [
        "Baghdad", "al", "Karkh", "Ba'quba", "and", "the", "U.S.", "in", "بغداد",
    ]  # fmt: skip


def test_letters_of_another_script_are_shown_one_by_one() -> None:
    assert romanize("ديالى") == "dyala"
    assert romanize("الحويجة") == "al-hwyja"
    assert romanize("Diyala") == "Diyala"


def test_arabic_script_is_told_by_its_letters_not_its_digits() -> None:
    assert is_arabic("في Mosul")
    assert not is_arabic("Mosul ١٢")
