from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rasid.model import Span
from rasid.products.brief.highlights import Highlight, highlights, pieces
from rasid.products.brief.numbering import number
from tests.products import sample

LENGTH = 40


@st.composite
def marks(draw: st.DrawFn) -> list[Highlight]:
    found = []
    for n in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, LENGTH - 1))
        end = draw(st.integers(start + 1, LENGTH))
        span = Span(report_id="r", start=start, end=end)
        found.append(Highlight(span=span, group="who", title=str(n), anchor="i1"))
    return found


@given(marks())
def test_pieces_cover_the_text_once_and_in_order(found: list[Highlight]) -> None:
    cut = list(pieces(LENGTH, found))

    assert cut[0].start == 0
    assert cut[-1].end == LENGTH
    assert all(left.end == right.start for left, right in pairwise(cut))


@given(marks())
def test_every_piece_names_all_that_cover_it_the_narrowest_first(found: list[Highlight]) -> None:
    for piece in pieces(LENGTH, found):
        covering = [m for m in found if m.span.start < piece.end and piece.start < m.span.end]
        widths = [m.span.end - m.span.start for m in piece.covering]

        assert sorted(m.title for m in piece.covering) == sorted(m.title for m in covering)
        assert widths == sorted(widths)


def test_claims_speakers_and_statements_are_marked() -> None:
    record = sample.sample_record()
    found = highlights(sample.WIRE, record, number(record))

    quoted = {(mark.group, mark.span.quote(sample.WIRE.text)) for mark in found}
    assert ("harm", "at least 11 soldiers") in quoted
    assert ("source", "two security officials") in quoted
    assert ("said", "warned that more attacks on fortified posts may follow") in quoted
    assert ("when", "before dawn on Friday") in quoted
