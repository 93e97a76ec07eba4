from __future__ import annotations

from pathlib import Path

import pytest

from rasid.model import Ledger
from rasid.reading.lexicon.analyse import analyse, split
from rasid.reading.lexicon.reader import read_sentence
from rasid.reading.lexicon.statements import statements
from rasid.reading.lexicon.worth import is_worth
from rasid.sources import named_reports

REPORTS = Path(__file__).resolve().parents[3] / "examples" / "reports"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed four men.",
        "They took six customers of a bank hostage.",
        "The toll rose to nine.",
        "A spokesman said it was behind the raid.",
        "Residents abandoned their homes.",
    ],
)
def test_sentences_with_a_trigger_are_worth_it(text: str) -> None:
    assert is_worth(text)


@pytest.mark.parametrize("text", ["He had a shop in the town.", "The garden is green all year.", ""])
def test_others_are_not(text: str) -> None:
    assert not is_worth(text)


def test_what_is_passed_over_holds_nothing_to_read() -> None:
    passed_over = 0
    for _, report in named_reports([REPORTS], defaults={}, ledger=Ledger()):
        for number, (start, end) in enumerate(split(report)):
            if not is_worth(report.text[start:end]):
                passed_over += 1
                sentence = analyse(report, number, start, end, cased=True, inside_quote=False)
                assert read_sentence(sentence) == []
                assert statements(sentence, violent=True) == []
    assert passed_over > 100
