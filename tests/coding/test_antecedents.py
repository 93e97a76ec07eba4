from __future__ import annotations

import pytest

from rasid.coding.antecedents import actor_at
from rasid.coding.context import Context
from rasid.model import Reading, make_report
from rasid.resolve import load_resolvers
from tests.make import s


def _meant(text: str, words: str, country: str | None = "IQ") -> str | None:
    report = make_report(text)
    context = Context(report, Reading(report_id=report.report_id, reader="made/1"), load_resolvers())
    return actor_at(context, s(report, words), country).actor_id


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("ISIS attacked a camp. Members of other groups fled, but the organization's members stayed.", "the organization's members", "iq.islamic_state"),
        ("The Iraqi government was alarmed, so its forces gathered at the border.", "its forces", "iq.military"),
        ("Hezbollah denied it. On Monday its fighters withdrew.", "its fighters", "lb.hezbollah"),
    ],
)  # fmt: skip
def test_general_nouns_mean_the_actor_named_before(text: str, words: str, actor: str) -> None:
    assert _meant(text, words) == actor


def test_the_militants_mean_the_only_group_named() -> None:
    assert _meant("Hezbollah denied it. On Monday the militants withdrew.", "the militants") == "lb.hezbollah"
    assert _meant("Hezbollah met Hamas. On Monday the militants withdrew.", "the militants") is None
    assert _meant("Hezbollah denied it. On Monday the attackers fled.", "the attackers") is None


def test_the_group_is_never_a_state() -> None:
    assert _meant("The Iraqi army swept the valley. On Monday the group struck back.", "the group") is None


def test_nothing_named_before_stays_unknown() -> None:
    assert _meant("On Monday its fighters withdrew. Hezbollah denied it.", "its fighters") is None


def test_words_that_name_an_actor_are_not_overruled() -> None:
    assert _meant("ISIS fled. The Iraqi army followed.", "The Iraqi army") == "iq.military"


def test_names_far_before_are_out_of_reach() -> None:
    assert _meant("ISIS fled. " + "Rain fell. " * 200 + "Then the group struck.", "the group") is None
