from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rasid.products.brief.paragraphs import paragraphs

WRAPPED = """\
Eleven dead
Gunmen attacked a post of the army near the town on Friday before dawn and
killed eleven soldiers, two officials said. They used medium weapons and left
before help came.
The militia announced a search in the basin, in answer to the attack, and sent
several hundred men.
"""


def _texts(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_every_line_is_a_paragraph_of_an_unwrapped_text() -> None:
    long = "word " * 40

    assert _texts(f"Head\n{long}\n\nEnd") == ["Head", long.strip(), "End"]


def test_lines_wrapped_by_hand_are_joined_up_to_the_end_of_the_sentence() -> None:
    found = _texts(WRAPPED)

    assert [text.split()[0] for text in found] == ["Eleven", "Gunmen", "The"]
    assert found[1].endswith("before help came.")


@given(st.text(alphabet="ab .\n\t\u0642\u062a\u0644", max_size=300))
def test_paragraphs_hold_every_word_once(text: str) -> None:
    assert " ".join(_texts(text)).split() == text.split()
