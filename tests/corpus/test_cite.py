from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cite import Citation, CitedText, read_citations
from corpus.problem import LabelError

TEXT = "The bomb hit a post.\nA second bomb hit the\nsame post. قتل ثلاثة جنود."


def _words(line: str) -> list[str]:
    cited = CitedText(TEXT)
    return [TEXT[start:end] for start, end in map(cited.find, read_citations(line))]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('"The bomb"', ["The bomb"]),
        ('"bomb"#2, "a post"', ["bomb", "a post"]),
        ('"hit"@2', ["hit"]),
        ('"hit the same post"', ["hit the\nsame post"]),
        ('"A second" .. "post"', ["A second bomb hit the\nsame post"]),
        ('"ثلاثة جنود"', ["ثلاثة جنود"]),
    ],
)
def test_citations_find_their_words(line: str, words: list[str]) -> None:
    assert _words(line) == words


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('"bomb"', "stands 2 times"),
        ('"bomb"#3', "only 2 times"),
        ('"bom"', "nowhere"),
        ('"bomb"@9', "no sentence 9"),
        ('"same" .. "bomb"', "does not follow"),
        ("bomb", 'write "words"'),
        ('"bomb"#1 "post"#1', "a comma parts"),
    ],
)
def test_a_citation_that_is_not_clear_is_refused(line: str, said: str) -> None:
    with pytest.raises(LabelError, match=said):
        _words(line)


@given(st.lists(st.sampled_from(["bomb", 'say "x"', "قتل", "a\\b", "post,"]), min_size=1, max_size=8), st.data())
def test_what_is_cited_is_found_again(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start = len(" ".join([*words[:first], ""])) if first else 0
    end = start + len(" ".join(words[first : last + 1]))
    cited = CitedText(text)
    (citation,) = read_citations(cited.cite(start, end))
    assert isinstance(citation, Citation)
    assert cited.find(citation) == (start, end)
