"""Sentences and paragraphs: stretches of the text that leave no visible sign out, in time linear in its length."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from rasid.text.sentences import Stretch, paragraphs, sentences
from tests.text.texts import ANY_TEXT, grows_linearly


def told(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def are_ordered_inside(text: str, found: list[Stretch]) -> bool:
    inside = all(0 <= start < end <= len(text) for start, end in found)
    return inside and all(left[1] <= right[0] for left, right in pairwise(found))


@given(ANY_TEXT)
def test_stretches_are_ordered_disjoint_and_leave_only_blanks_out(text: str) -> None:
    for split in (paragraphs, sentences):
        found = split(text)
        assert are_ordered_inside(text, found)
        covered = {at for start, end in found for at in range(start, end)}
        assert all(sign.isspace() for at, sign in enumerate(text) if at not in covered)


@given(ANY_TEXT)
def test_no_stretch_begins_or_ends_in_a_blank(text: str) -> None:
    assert all(quote == quote.strip() for quote in told(text))


@given(ANY_TEXT)
def test_each_sentence_lies_in_one_paragraph(text: str) -> None:
    blocks = paragraphs(text)
    assert all(any(first <= start and end <= last for first, last in blocks) for start, end in sentences(text))


@pytest.mark.parametrize(
    "parts",
    [
        ("Gunmen attacked a base.", "They fled."),
        ("Gunmen attacked a base!", "Who were they?", "Nobody knows…", "They fled."),
        ("Gen. Smith arrived.", "Lt. Col. Jones left."),
        ("J. Smith of the U.S. Army said so.", "They left."),
        ("On Jan. 5 he died.", "In Sept. 1990 she did."),
        ("The price was 3.5 million.", "It rose by 1.2 percent."),
        ("They came at 5 a.m. when it was dark.", "They left at noon."),
        ("“They fled.”", "Then it was quiet."),
        ('He said: "Go."', "Then he left."),
        ("(They fled.)", "It was quiet."),
        ("قتل مسلحون جنديين.", "ثم فروا."),
    ],
)
@pytest.mark.parametrize("blank", [" ", "  ", "\n\n"])
def test_a_stop_before_a_new_sentence_ends_one(parts: tuple[str, ...], blank: str) -> None:
    assert told(blank.join(parts)) == list(parts)


def test_a_point_before_a_small_letter_ends_nothing() -> None:
    assert told("The site rasid.example was down. it came back.") == ["The site rasid.example was down. it came back."]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "Gunmen attacked an army base near the town on Monday and\nfled into the hills with three lorries. The army\nsaid so."
    assert [" ".join(quote.split()) for quote in told(text)] == [
        "Gunmen attacked an army base near the town on Monday and fled into the hills with three lorries.",
        "The army said so.",
    ]


def test_a_heading_stands_apart_from_the_text_below() -> None:
    text = "A base attacked\nGunmen attacked an army base near the town on Monday\nand fled into the hills."
    assert told(text)[0] == "A base attacked"
    assert len(told(text)) == 2


def test_a_line_that_goes_on_is_no_heading() -> None:
    text = "Reports came of\nTikrit and the villages around it being attacked by\ngunmen on Monday."
    assert len(told(text)) == 1


def test_long_lines_are_paragraphs_of_their_own() -> None:
    line = "The army said on Monday that " + "its soldiers had left the town and " * 4 + "gone home"
    assert told(f"{line}\n{line}\nShort line") == [line, line, "Short line"]


def test_bullets_part_paragraphs() -> None:
    assert told("- a base was attacked\n- a bus was burned\n* a post fell") == [
        "- a base was attacked", "- a bus was burned", "* a post fell",
    ]  # fmt: skip


def test_upper_case_copy_is_parted_at_stops_and_blank_lines_only() -> None:
    text = "THE ARMY SAID THAT REBELS\nATTACKED A BASE NEAR\nTIKRIT. THEY FLED.\n\nNOBODY WAS HURT"
    assert [" ".join(quote.split()) for quote in told(text)] == [
        "THE ARMY SAID THAT REBELS ATTACKED A BASE NEAR TIKRIT.", "THEY FLED.", "NOBODY WAS HURT",
    ]  # fmt: skip


def test_nothing_is_found_in_blanks() -> None:
    assert sentences("") == sentences(" \n\t\n　 ") == []


@pytest.mark.parametrize(
    "unit",
    [
        "Gunmen attacked a base near Gao on Monday. ",
        "word word\n",
        "Word one two three four five\n",
        "One line of six words ends.\nAnother line of six words goes\n",
        "x",
        "x.",
        "中",
        ".",
        "- x\n",
        "“",
        "\n",
    ],
    ids=repr,
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    assert grows_linearly(sentences, unit, 30_000)


def test_a_megabyte_is_parted() -> None:
    unit = "Gunmen attacked a base near Gao on Monday. "
    assert len(sentences(unit * 25_000)) == 25_000
