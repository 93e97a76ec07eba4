from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from rasid.products.brief.html import el, join


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))


@given(st.text(alphabet=st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"])))
def test_no_text_becomes_markup(words: str) -> None:
    reader = _Reader()
    reader.feed(el("p", words, title=words))

    assert reader.words == words
    assert reader.tags == [("p", [("title", words)])]


def test_names_of_attributes() -> None:
    assert el("a", "x", class_="k", aria_label="l", viewBox="0 0 1 1") == (
        '<a class="k" aria-label="l" viewBox="0 0 1 1">x</a>'
    )


def test_true_is_bare_and_none_is_left_out() -> None:
    assert el("details", open=True, id=None, hidden=False) == "<details open></details>"


def test_void_elements_have_no_end() -> None:
    assert el("br") == "<br>"


def test_numbers_carry_no_needless_fraction() -> None:
    assert el("circle", cx=2.0, cy=3.14159, r=5) == '<circle cx="2" cy="3.14" r="5"></circle>'


def test_children_are_flattened_and_markup_is_kept() -> None:
    assert el("p", ["a", None, (Markup("<b>b</b>"), 3)]) == "<p>a<b>b</b>3</p>"


def test_join_escapes_what_stands_between() -> None:
    assert join(["a", "<b>"], " & ") == "a &amp; &lt;b&gt;"
