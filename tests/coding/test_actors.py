"""Who acted and whom it hit: names of the register before descriptions, each once."""

from __future__ import annotations

import pytest

from rasid.model import ActorKind, Stance
from tests.coding.conftest import One


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("ISIS attacked an army base near Mosul on Sunday.", "iq.islamic_state"),
        ("Islamic State militants attacked an army base near Mosul on Sunday.", "iq.islamic_state"),
        ("Soldiers attacked a village near Mosul on Sunday.", "iq.military"),
        ("Taliban fighters attacked a base near Kabul on Sunday.", "af.taliban"),
        ("GUERRILLAS OF THE FMLN ATTACKED A BASE IN SAN SALVADOR ON SUNDAY.", "sv.fmln"),
    ],
)
def test_a_name_or_a_states_force_is_an_actor_of_the_register(text: str, actor: str, one: One) -> None:
    assert [claim.value.actor_id for claim in one(text).perpetrators] == [actor]


def test_an_unnamed_group_is_a_class_and_no_actor(one: One) -> None:
    (claim,) = one("Gunmen attacked a bus near Mosul on Sunday.").perpetrators
    assert claim.value.actor_id is None
    assert claim.value.kind is ActorKind.unidentified_armed_group
    assert claim.value.words == "Gunmen"


def test_a_general_noun_beside_a_name_only_repeats_it(one: One) -> None:
    text = "ISIS attacked an army base near Mosul on Sunday. The gunmen killed five soldiers."
    assert [claim.value.actor_id for claim in one(text).perpetrators] == ["iq.islamic_state"]


def test_a_pronoun_is_nobody(one: One) -> None:
    words = [
        claim.value.words for claim in one("They attacked a bus near Mosul on Sunday, killing two people.").perpetrators
    ]
    assert words == []


def test_nobody_told_is_nobody(one: One) -> None:
    assert one("Two soldiers were killed near Mosul on Sunday.").perpetrators == ()


def test_two_sides_that_act_together_are_two_claims(one: One) -> None:
    mention = one("Soldiers and policemen attacked a village near Mosul on Sunday.")
    assert {claim.value.actor_id for claim in mention.perpetrators} == {"iq.military", "iq.police"}


@pytest.mark.parametrize(
    "more",
    ["wounding three", "wounding a third", "wounding another", "wounding at least two others", "wounding another 14"],
)
def test_a_bare_count_is_no_target_beside_those_named(more: str, one: One) -> None:
    found = one(f"A mine killed two farmers near Mosul on Sunday, {more}.").targets
    assert [claim.value.words for claim in found] == ["two farmers"]


def test_what_the_text_vouches_for_is_kept_with_the_actor(one: One) -> None:
    claimed = one("ISIS claimed responsibility for the attack on the army base near Mosul on Sunday.")
    blamed = one("The governor blamed ISIS for the attack on the army base near Mosul on Sunday.")
    told = one("ISIS attacked the army base near Mosul on Sunday.")
    stances = [mention.perpetrators[0].stance for mention in (claimed, blamed, told)]
    assert stances == [Stance.claimed_by_perpetrator, Stance.alleged, Stance.asserted]


def test_a_target_has_its_words_its_class_and_its_actor(one: One) -> None:
    (claim,) = one("Gunmen attacked an army base near Mosul on Sunday.").targets
    assert claim.value.words == "an army base"
    assert claim.value.target_class == "military_site"
    assert claim.value.actor is not None
    assert claim.value.actor.actor_id == "iq.military"


def test_a_target_told_twice_stands_once(one: One) -> None:
    mention = one("Gunmen attacked the bus near Mosul on Sunday. The attack on the bus killed two people.")
    words = [claim.value.words.lower() for claim in mention.targets]
    assert len(words) == len(set(words))


def test_those_who_act_are_no_target(one: One) -> None:
    mention = one("Gunmen attacked a bus near Mosul on Sunday.")
    acting = {span for claim in mention.perpetrators for span in claim.evidence}
    assert not acting & {span for claim in mention.targets for span in claim.evidence}
