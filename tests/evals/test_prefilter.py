from __future__ import annotations

import pytest

from evals.prefilter import hits
from rasid.reading import is_relevant

VIOLENT = [
    "Gunmen killed four policemen at a checkpoint near Gao on Monday.",
    "Boko Haram took control of the town of Damasak on Friday.",
    "Police fired tear gas at demonstrators. Shops closed early.",
    "Residents fled the shelling on foot.",
]
CALM = [
    "The board will meet on Thursday to approve the budget. Shares rose.",
    "She made her home in March, and the garden was open to all.",
    "",
]


@pytest.mark.parametrize("text", VIOLENT)
def test_texts_on_violence_pass(text: str) -> None:
    assert is_relevant(text)


@pytest.mark.parametrize("text", CALM)
def test_other_texts_are_stopped(text: str) -> None:
    assert not is_relevant(text)


def test_everyday_words_count_only_beside_an_armed_word_of_their_sentence() -> None:
    assert not is_relevant("The storm damaged the roof. The army band played.")
    assert is_relevant("The army band played while fighters damaged the roof.")


@pytest.mark.parametrize(
    "side", ["Gunmen", "Soldiers", "Constables", "Jawans", "Rebels", "Legionnaires", "Policewomen"]
)
def test_a_text_passes_whichever_side_it_tells_of(side: str) -> None:
    assert is_relevant(f"{side} took the three men from the bus and held the road.")


def test_recall_and_discarded_are_over_different_documents() -> None:
    rows = [{"text": text, "n_templates": 1} for text in VIOLENT[:2]] + [{"text": CALM[0], "n_templates": 0}]
    assert hits(rows) == ([True, True], [True])
