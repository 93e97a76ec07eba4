from __future__ import annotations

from typing import Any

from training.keys import fillers
from training.silver import silver

TEXT = "GUERRILLAS KIDNAPPED THE MAYOR OF SAN JUAN ON MONDAY. POLICE FOUND THE MAYOR'S CAR BURNED."


def _doc(text: str) -> dict[str, Any]:
    return {"docid": "X-1", "text": text, "dateline_date": "1990-03-05"}


def _fill(*words: str) -> dict[str, Any]:
    return {"alts": list(words)}


def _kidnapping() -> dict[str, Any]:
    return {
        "slots": {
            "incident_type": [_fill("KIDNAPPING")],
            "incident_stage": [_fill("ACCOMPLISHED")],
            "perp_individual": [_fill("GUERRILLAS")],
            "hum_description": [{"alts": ["MAYOR OF SAN JUAN", "MAYOR"], "ref": ["-"]}],
        }
    }


def test_a_template_gives_the_strings_of_its_incident_their_roles() -> None:
    gold = silver(_doc(TEXT), [_kidnapping()])
    told = {(one.role, TEXT[one.start : one.end]) for one in gold.arguments}
    assert ("perpetrator", "GUERRILLAS") in told
    assert any(role == "abducted" and "MAYOR" in words for role, words in told)
    assert [gold.keyed[one.incident] for one in gold.triggers if one.event_type == "kidnapping"] == [True]


def test_only_what_a_template_speaks_for_is_taught() -> None:
    gold = silver(_doc(TEXT + " A BOMB WOUNDED TWO SOLDIERS IN LEON ON FRIDAY."), [_kidnapping()])
    unsure = {gold.text[start:end] for start, end in gold.unsure}
    assert "triggers" not in gold.known
    assert any("WOUNDED" in words or "BOMB" in words for words in unsure)
    assert not any("KIDNAPPED" in words for words in unsure)
    assert not gold.shown


def test_a_killed_victim_is_target_and_killed() -> None:
    slots = {
        "incident_type": [_fill("ATTACK")],
        "hum_name": [_fill("JUAN PEREZ")],
        "hum_effect": [{"alts": ["DEATH"], "ref": ["JUAN PEREZ"]}],
    }
    assert {(one.role, one.strings) for one in fillers(slots)} == {
        ("target", ("JUAN PEREZ",)),
        ("killed", ("JUAN PEREZ",)),
    }
