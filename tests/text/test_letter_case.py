"""A text in upper case throughout has no capitals that mark a name."""

from __future__ import annotations

import pytest

from rasid.text.letter_case import is_all_capitals


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("SAN SALVADOR, 3 JAN 90 -- GUERRILLAS ATTACKED A POST.", True),
        ("SAN SALVADOR, 3 Jan 90 -- Guerrillas attacked a post.", False),
        ("ATTACK IN MOSUL\n" + "Gunmen attacked a post. " * 10, False),
        ("A POST WAS ATTACKED. " * 300 + "This line says who sent it.", True),
        ("هاجم مسلحون نقطة تفتيش", False),
        ("", False),
    ],
)
def test_capitals_tell_nothing_where_all_are(text: str, capitals: bool) -> None:  # noqa: FBT001
    assert is_all_capitals(text) is capitals
