from __future__ import annotations

import pytest

from rasid.model import ActorKind, ActorRef, Span, Speaker
from rasid.products.speakers import show_denial, speaker_name

ARMY = ActorRef(actor_id="iq.military", name="Military of Iraq", kind=ActorKind.state_force, words="It")


@pytest.mark.parametrize(
    ("words", "actor", "name"),
    [
        ("It", None, None),
        ("he", None, None),
        ("It", ARMY, "Military of Iraq"),
        ("the army", ARMY, "the army"),
        ("المتحدث", None, "المتحدث"),
    ],
)
def test_a_pronoun_is_no_name(words: str, actor: ActorRef | None, name: str | None) -> None:
    assert speaker_name(Speaker(words=words, span=Span(report_id="r", start=0, end=2), actor=actor)) == name


def test_the_report_itself_has_no_name() -> None:
    assert speaker_name(None) is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("denied by It", "denied"),
        ("denied by the mukhtar", "denied by the mukhtar"),
        ("denied by iq.military", "denied by Military of Iraq"),
    ],
)
def test_a_denial_names_who_can_be_named(value: str, shown: str) -> None:
    assert show_denial(value, {"iq.military": "Military of Iraq"}) == shown
