"""The words around a name tell how surely its bearer did it."""

from __future__ import annotations

import pytest

from rasid.coding.accused import stance_of
from rasid.model import Span, Stance
from tests.coding.conftest import One


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Police attributed the blast to the | Red Front |.", Stance.alleged),
        ("The bishop believes that the murder was the work of the | Army |.", Stance.alleged),
        ("The raid, for which the | Red Front | is being held responsible, left two dead.", Stance.alleged),
        ("Suspected | Red Front | fighters blew up the bridge.", Stance.alleged),
        ("The | Army | was blamed by residents for the shelling.", Stance.alleged),
        ("The | Red Front | later claimed full responsibility for the attack.", Stance.claimed_by_perpetrator),
        ("The ambush, claimed by the | Red Front |, left two dead.", Stance.claimed_by_perpetrator),
        ("The | Red Front | has not claimed responsibility.", Stance.asserted),
        ("Nobody blamed the | Army | for the shelling.", Stance.asserted),
        ("The | Army | shelled the village.", Stance.asserted),
        ("Three suspects were seized after | soldiers | raided the house.", Stance.asserted),
        ("The work of the clinic stopped on Monday, a nurse said, when | gunmen | burned it down.", Stance.asserted),
        ("Nine miners are believed dead after | soldiers | fired on them.", Stance.asserted),
        ("قال السكان إن | الجيش | قصف القرية.", Stance.asserted),
    ],
)
def test_the_words_of_its_sentence_lend_a_name_their_stance(text: str, stance: Stance) -> None:
    before, name, after = text.split("|")
    plain = (
        before + name.strip() + after.removeprefix(" ")
        if after.startswith((" .", " ,"))
        else before + name.strip() + after
    )
    start = len(before)
    named = Span(report_id="r", start=start, end=start + len(name.strip()))
    assert stance_of(plain, Span(report_id="r", start=0, end=len(plain)), named) is stance


def test_whoever_claims_an_act_is_told_beside_those_who_report_it(one: One) -> None:
    text = "ISIS attacked an army base near Mosul on Sunday, police said. ISIS claimed responsibility for the attack."
    found = [(claim.value.actor_id, claim.stance) for claim in one(text).perpetrators]
    assert found == [("iq.islamic_state", Stance.asserted), ("iq.islamic_state", Stance.claimed_by_perpetrator)]
