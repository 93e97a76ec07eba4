"""Days that are part of a name, or of another thing than an act."""

from __future__ import annotations

import pytest

from rasid.coding.day_names import of_another


def _belongs(text: str, day: str, act: str = "", *, verb: bool = False) -> bool:
    start = text.index(day)
    return of_another(text, start, start + len(day), {text.index(act): verb} if act else {})


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("a leader of the 19 April Movement (M-19)", "19 April"),
        ("a leader of the 19 April (M-19) guerrilla movement", "19 April"),
        ('the group calls itself "9 May" People\'s Liberation Forces', "9 May"),
        ("near the 14 July neighborhood", "14 July"),
        ("a 1981 blue car", "1981"),
        ("before the 3 October coup", "3 October"),
        ("ahead of Sunday's vote", "Sunday"),
    ],
)
def test_a_day_in_the_name_of_another_thing(text: str, day: str) -> None:
    assert _belongs(text, day)


@pytest.mark.parametrize(
    ("text", "day", "act"),
    [
        ("the 3 October attack on the camp", "3 October", "attack"),
        ("Sunday's bloody raid", "Sunday", "raid"),
        ("on 3 October gunmen came", "3 October", ""),
        ("killed during the 3 October vote", "3 October", "killed"),
        ("on Tuesday [18 April] a radio station", "18 April", ""),
    ],
)
def test_a_day_of_an_act_or_of_nothing_else(text: str, day: str, act: str) -> None:
    assert not _belongs(text, day, act)


def test_a_verb_ends_the_noun_phrase() -> None:
    assert _belongs("those of the 19 April Movement attacked", "19 April", "attacked", verb=True)
    assert not _belongs("those who on the 19 April attacked", "19 April", "attacked", verb=True)
