from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.learn.pieces import load_tokenizer
from rasid.reading.neural.blind import blind_pieces, sides
from rasid.reading.neural.shipped import model_folder

TOKENIZER = load_tokenizer(model_folder() / "tokenizer.json")


def _named(text: str) -> list[str]:
    return [text[start:end] for start, end in sides(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Nigerian troops shot dead two Boko Haram fighters near Bama.", ["Nigerian troops", "Boko Haram fighters"]),
        (
            "The Lord's Resistance Army and government soldiers clashed.",
            ["Lord's Resistance Army", "government soldiers"],
        ),
        ("Colombia's army said rebel-held villages were shelled.", ["Colombia's army", "rebel"]),
        ("On Monday Army troops left the town.", ["Army troops"]),
        ("Gunmen Kill Soldiers In Attack On Army Base", ["Gunmen", "Soldiers", "Army"]),
        ("Two policemen and a militiaman were hurt, al-Shabaab said.", ["policemen", "militiaman", "al-Shabaab"]),
        ("The attackers fled; a captain was hit near the Kenyan border.", []),
        ("قتل جنود في الموصل", []),
    ],
)
def test_names_and_words_of_sides_are_found(text: str, named: list[str]) -> None:
    assert _named(text) == named


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Nigerian army shelled Bama, killing nine.", "The Lord's Resistance Army shelled Bama, killing nine."),
        ("Soldiers shot a teacher dead.", "Rebels shot a teacher dead."),
        ("A base of the Syrian Democratic Forces was hit.", "A base of the Popular Mobilization Forces was hit."),
    ],
)
def test_the_encoder_cannot_tell_sides_apart(left: str, right: str) -> None:
    one, two = (blind_pieces(TOKENIZER, text, 0, len(text)) for text in (left, right))
    assert one.ids == two.ids
    assert one.starts != two.starts or one.ends != two.ends


@given(
    st.lists(
        st.sampled_from(["Boko Haram", "soldiers", "killed", "nine", "قتل", "Nigerian", "'s", ",", "-", "rebel", "\n"])
        | st.text(max_size=6),
        max_size=12,
    )
)
def test_pieces_stay_in_order_and_cover_the_words(parts: list[str]) -> None:
    text = " ".join(parts)
    found = blind_pieces(TOKENIZER, text, 0, len(text))
    stretches = list(zip(found.starts, found.ends, strict=True))
    assert stretches == sorted(stretches)
    assert all(0 <= start <= end <= len(text) for start, end in stretches)
    for start, end in sides(text, 0, len(text)):
        assert (start, end) in stretches
