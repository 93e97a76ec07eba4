"""Mentions into MUC-4 templates: what counts, which type, and who fills the roles."""

from __future__ import annotations

from typing import Any

import pytest

from evals.muc_templates import add_entity, merged
from tests.evals.muc import counted, read, template, templates


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("GUERRILLAS KILLED MAYOR ESTELA TELLEZ IN SAN MIGUEL ON SATURDAY.", True),
        ("SOLDIERS KILLED FIVE PEASANTS IN CHALATENANGO ON SATURDAY.", True),
        ("GUERRILLAS ATTACKED A BUS IN SAN MIGUEL ON SATURDAY.", True),
        ("A CAR BOMB EXPLODED OUTSIDE A BANK IN MEDELLIN ON FRIDAY.", True),
        ("GUNMEN TRIED TO KILL JUDGE RAMIRO QUINTANILLA IN BOGOTA ON SATURDAY.", True),
        ("SOLDIERS AND GUERRILLAS CLASHED IN SAN MIGUEL ON SATURDAY.", False),
        ("THE ARMY KILLED TEN GUERRILLAS IN SAN MIGUEL ON SATURDAY.", False),
        ("GUERRILLAS KILLED TEN SOLDIERS IN SAN MIGUEL ON SATURDAY.", False),
        ("POLICE FOILED AN ATTACK ON THE EMBASSY IN LIMA ON SATURDAY.", False),
        ("POLICE ARRESTED TEN STUDENTS IN LIMA ON SATURDAY.", False),
        ("STUDENTS MARCHED IN LIMA ON SATURDAY.", False),
    ],
)
def test_violence_counts_and_fighting_between_armed_sides_does_not(text: str, counts: bool) -> None:  # noqa: FBT001 - a table's column
    assert counted(text) == [counts]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("GUERRILLAS KILLED MAYOR ESTELA TELLEZ IN SAN MIGUEL ON SATURDAY.", "attack"),
        ("GUERRILLAS FIRED MORTARS AT A VILLAGE IN CHALATENANGO ON SATURDAY.", "attack"),
        ("A CAR BOMB EXPLODED OUTSIDE A BANK IN MEDELLIN ON FRIDAY.", "bombing"),
        ("GUNMEN KIDNAPPED BUSINESSMAN OVIDIO ZALDANA IN SAN SALVADOR YESTERDAY.", "kidnapping"),
        ("TERRORISTS BURNED TWO BUSES IN SAN SALVADOR ON SATURDAY.", "arson"),
        ("GUNMEN ROBBED A BANK IN LIMA ON SATURDAY.", "robbery"),
    ],
)
def test_the_type_of_incident(text: str, kind: str) -> None:
    assert template(text)["incident_type"] == kind


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "GUERRILLAS OF THE FMLN KILLED MAYOR ESTELA TELLEZ IN SAN MIGUEL ON SATURDAY.",
            {"PerpInd": [["guerrillas"]], "PerpOrg": [["fmln"]], "Victim": [["estela tellez"]]},
        ),
        (
            "TWO ARMED MEN KIDNAPPED BUSINESSMAN OVIDIO ZALDANA IN SAN SALVADOR YESTERDAY.",
            {"PerpInd": [["two armed men"]], "Victim": [["ovidio zaldana"]]},
        ),
        (
            "A CAR BOMB EXPLODED OUTSIDE A BANK IN MEDELLIN ON FRIDAY.",
            {"Target": [["bank"]], "Weapon": [["car bomb"]]},
        ),
        (
            "TERRORISTS BURNED TWO BUSES IN SAN SALVADOR ON SATURDAY.",
            {"PerpInd": [["terrorists"]], "Target": [["buses"]]},
        ),
        (
            "SOLDIERS KILLED FIVE PEASANTS IN CHALATENANGO ON SATURDAY.",
            {"PerpInd": [["soldiers"]]},
        ),
        (
            "THE FMLN CLAIMED RESPONSIBILITY FOR THE BOMBING OF THE RADIO STATION IN SAN SALVADOR ON SATURDAY.",
            {"PerpOrg": [["fmln"]], "Target": [["radio station"]]},
        ),
    ],
)
def test_the_roles(text: str, roles: dict[str, Any]) -> None:
    found = template(text)
    assert {name: value for name, value in found.items() if name != "incident_type"} == roles


def test_unnamed_victims_are_in_no_role() -> None:
    assert "Victim" not in template("SOLDIERS KILLED FIVE PEASANTS IN CHALATENANGO ON SATURDAY.")


def test_a_states_body_is_an_organisation() -> None:
    found = template("THE ARMY KILLED FIVE PEASANTS IN CHALATENANGO ON SATURDAY.")
    assert found["PerpOrg"] == [["army"]]
    assert "PerpInd" not in found


def test_guerrillas_are_of_the_organisation_that_the_report_names_most() -> None:
    text = "GUERRILLAS MURDERED A PEASANT IN SAN MIGUEL ON SATURDAY. PEOPLE IN THE TOWN SAID THE FMLN HAD COME."
    assert template(text)["PerpOrg"] == [["fmln"]]
    assert "PerpOrg" not in template(text.replace("THE FMLN", "MANY"))


def test_soldiers_are_of_no_such_organisation() -> None:
    text = "SOLDIERS MURDERED A PEASANT IN SAN MIGUEL ON SATURDAY. PEOPLE IN THE TOWN SAID THE FMLN HAD COME."
    assert "fmln" not in {one for entity in template(text).get("PerpOrg", []) for one in entity}


def test_no_two_templates_are_alike_and_none_is_empty_beside_a_full_one() -> None:
    text = (
        "GUERRILLAS KILLED MAYOR ESTELA TELLEZ IN SAN MIGUEL ON SATURDAY. IN ANOTHER ATTACK ON SUNDAY, GUERRILLAS KILLED"
        " JUDGE RAMIRO QUINTANILLA IN USULUTAN."
    )
    found = [one for _, one in templates(text)]
    assert [one["Victim"] for one in found] == [[["estela tellez"]], [["ramiro quintanilla"]]]


def test_each_template_belongs_to_a_mention_of_the_report() -> None:
    text = "GUERRILLAS KILLED MAYOR ESTELA TELLEZ IN SAN MIGUEL ON SATURDAY."
    assert [mention for mention, _ in templates(text)] == list(read(text)[2].mentions)


def test_more_words_for_an_entity_stand_for_fewer() -> None:
    entities = [["residence"], ["farm"]]
    add_entity(entities, ["residence of the minister"])
    add_entity(entities, ["farm"])
    assert entities == [["farm"], ["residence of the minister"]]


def test_a_template_that_holds_no_more_than_another_is_dropped() -> None:
    text = (
        "GUERRILLAS KIDNAPPED MAYOR ESTELA TELLEZ IN SAN MIGUEL ON SATURDAY. TEN DAYS EARLIER GUERRILLAS KIDNAPPED "
        "JUDGE RAMIRO QUINTANILLA. LAST YEAR GUERRILLAS KIDNAPPED A WOMAN IN LA UNION."
    )
    victims = [row["Victim"] for _, row in merged(templates(text))]
    assert victims == [[["estela tellez"]], [["ramiro quintanilla"]]]
