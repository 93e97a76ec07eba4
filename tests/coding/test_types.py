"""What kind of act an incident is, by weapon, victims and the words around; the same for every side."""

from __future__ import annotations

import pytest

from tests.coding.conftest import One

TYPES = [
    ("Gunmen attacked a police station in Mosul on Monday.", "attack"),
    ("A bomb killed four people in Kabul on Monday.", "bombing"),
    ("A car bomb exploded outside a bank in Baghdad.", "bombing"),
    ("A suicide bomber killed nine people in Kabul on Monday.", "suicide_bombing"),
    ("A suicide bomber blew himself up near a mosque in Kabul, killing nine worshippers.", "suicide_bombing"),
    ("A drone strike killed three militants in Mosul.", "air_strike"),
    ("Army helicopters attacked a village near Mosul on Monday.", "air_strike"),
    ("Militants fired rockets at an army base in Mosul.", "shelling"),
    ("The army shelled the town of Tikrit on Monday.", "shelling"),
    ("Gunmen attacked a base near Mosul with mortars on Monday.", "shelling"),
    ("Gunmen shot dead a judge in Kabul on Monday.", "assassination"),
    ("Gunmen assassinated the mayor of Mosul on Monday.", "assassination"),
    ("Gunmen shot dead a farmer near Kabul on Monday.", "attack"),
    ("Militants beheaded four farmers near Mosul.", "execution"),
    ("Militants killed six captured soldiers near Mosul on Monday.", "execution"),
    ("Gunmen kidnapped two engineers near Mosul.", "kidnapping"),
    ("Protesters threw stones at police in Baghdad on Monday.", "riot"),
    ("Protesters marched in Baghdad on Monday.", "protest"),
    ("Soldiers and rebels clashed near Mosul on Monday.", "armed_clash"),
    ("Militants burned ten houses in a village near Mosul after attacking it.", "arson_looting"),
    ("Police arrested six suspects in Mosul on Monday.", "arrest"),
    ("The army launched a security operation in Kirkuk on Monday.", "security_operation"),
    ("Rebels seized the town of Tikrit from the army on Monday.", "seizure"),
    ("Twenty fighters surrendered to the army near Mosul on Monday.", "surrender"),
    ("Prisoners escaped from a prison in Hasaka on Monday.", "prison_break"),
]


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_the_type_of_an_act(text: str, kind: str, one: One) -> None:
    claim = one(text).event_type
    assert claim.value == kind
    assert claim.rule


@pytest.mark.parametrize(
    "text",
    [
        "{} attacked a police station in Mosul on Monday.",
        "{} fired rockets at a village near Mosul on Monday.",
        "{} shot dead a judge in Mosul on Monday.",
        "{} killed six captured fighters near Mosul on Monday.",
        "A bomb planted by {} exploded in Mosul on Monday.",
    ],
)
def test_the_type_does_not_depend_on_who_acts(text: str, one: One) -> None:
    sides = ("Soldiers", "Rebels", "Militants", "Iraqi forces", "Islamic State fighters", "Policemen")
    assert len({one(text.format(side)).event_type.value for side in sides}) == 1


def test_what_refined_the_type_is_named_in_its_rule(one: One) -> None:
    assert "+type." in one("A suicide bomber killed nine people in Kabul on Monday.").event_type.rule
    assert "+type." not in one("Gunmen attacked a police station in Mosul on Monday.").event_type.rule
