"""Mentions into the full slots of the 1992 key."""

from __future__ import annotations

from typing import Any

import pytest

from tests.evals.muc import filled

KILLING = "GUERRILLAS OF THE FMLN KILLED MAYOR ESTELA TELLEZ IN SAN MIGUEL ON SATURDAY."


@pytest.mark.parametrize(
    ("text", "slot", "fill"),
    [
        (KILLING, "incident_date", ["/1990-05-07"]),
        ("GUERRILLAS ATTACKED A BUS IN SAN MIGUEL ON MONDAY.", "incident_date", ["1990-05-07"]),
        ("GUERRILLAS ATTACKED A BUS IN SAN MIGUEL YESTERDAY.", "incident_date", ["1990-05-06"]),
        (KILLING, "incident_location", ["EL SALVADOR: SAN MIGUEL (CITY)"]),
        (KILLING, "incident_type", ["ATTACK"]),
        (KILLING, "incident_stage", ["ACCOMPLISHED"]),
        (KILLING, "perp_category", ["TERRORIST ACT"]),
        (KILLING, "perp_individual", ["GUERRILLAS"]),
        (KILLING, "perp_org", ["FMLN"]),
        (KILLING, "perp_org_confidence", [{"alts": ["REPORTED AS FACT"], "ref": ["FMLN"]}]),
        (KILLING, "hum_name", ["ESTELA TELLEZ"]),
        (KILLING, "hum_description", [{"alts": ["MAYOR"], "ref": ["ESTELA TELLEZ"]}]),
        (KILLING, "hum_type", [{"alts": ["GOVERNMENT OFFICIAL"], "ref": ["ESTELA TELLEZ"]}]),
        (KILLING, "hum_number", [{"alts": ["1"], "ref": ["ESTELA TELLEZ"]}]),
        (KILLING, "hum_effect", [{"alts": ["DEATH"], "ref": ["ESTELA TELLEZ"]}]),
        ("GUERRILLAS ATTACKED A BUS IN SAN MIGUEL.", "incident_date", ["/1990-05-07"]),
        ("GUERRILLAS ATTACKED A BUS IN CHALATENANGO DEPARTMENT.", "incident_location", ["EL SALVADOR: CHALATENANGO (DEPARTMENT)"]),
        ("GUERRILLAS ATTACKED A BUS ON SATURDAY.", "incident_location", ["EL SALVADOR"]),
        ("GUERRILLAS ATTACKED A BUS IN SUCHITOTO, CUSCATLAN DEPARTMENT.", "incident_location", ["EL SALVADOR: CUSCATLAN (DEPARTMENT): SUCHITOTO (CITY)"]),
        ("GUNMEN TRIED TO KILL JUDGE RAMIRO QUINTANILLA IN LIMA.", "incident_stage", ["ATTEMPTED"]),
        ("SOLDIERS KILLED FIVE PEASANTS IN CHALATENANGO.", "perp_category", ["STATE-SPONSORED VIOLENCE"]),
        ("SOLDIERS KILLED FIVE PEASANTS IN CHALATENANGO.", "hum_description", ["PEASANTS"]),
        ("SOLDIERS KILLED FIVE PEASANTS IN CHALATENANGO.", "hum_number", [{"alts": ["5"], "ref": ["PEASANTS"]}]),
        ("SOLDIERS KILLED FIVE PEASANTS IN CHALATENANGO. THE PEASANTS WERE SHOT BY SOLDIERS.", "hum_description", ["PEASANTS"]),
        ("A BOMB KILLED TWO WOMEN AND A GUERRILLA IN LIMA.", "hum_description", ["WOMEN"]),
        ("A CAR BOMB EXPLODED OUTSIDE A BANK IN MEDELLIN.", "instrument_id", ["CAR BOMB"]),
        ("A CAR BOMB EXPLODED OUTSIDE A BANK IN MEDELLIN.", "instrument_type", [{"alts": ["VEHICLE BOMB"], "ref": ["CAR BOMB"]}]),
        ("A CAR BOMB EXPLODED OUTSIDE A BANK IN MEDELLIN.", "phys_id", ["BANK"]),
        ("A CAR BOMB EXPLODED OUTSIDE A BANK IN MEDELLIN.", "phys_type", [{"alts": ["COMMERCIAL"], "ref": ["BANK"]}]),
        ("TERRORISTS BURNED TWO BUSES IN SAN SALVADOR.", "phys_number", [{"alts": ["2"], "ref": ["BUSES"]}]),
        ("TERRORISTS BURNED TWO BUSES IN SAN SALVADOR.", "phys_effect", [{"alts": ["DESTROYED"], "ref": ["BUSES"]}]),
        (
            "THE FMLN CLAIMED RESPONSIBILITY FOR THE BOMBING OF THE RADIO STATION IN SAN SALVADOR ON SATURDAY.",
            "perp_org_confidence",
            [{"alts": ["CLAIMED OR ADMITTED"], "ref": ["FMLN"]}],
        ),
    ],
)  # fmt: skip
def test_a_slot(text: str, slot: str, fill: list[Any]) -> None:
    assert filled(text)[slot] == fill


def test_a_slot_without_a_fill_is_left_out() -> None:
    found = filled("GUERRILLAS ATTACKED A BUS IN SAN MIGUEL.")
    assert all(found.values())
    assert not {"hum_name", "hum_effect", "perp_org", "instrument_id"} & set(found)


def test_without_any_country_there_is_no_place() -> None:
    assert "incident_location" not in filled("GUERRILLAS ATTACKED A BUS ON SATURDAY.", country=None)


def test_fills_are_in_upper_case() -> None:
    texts = [
        one
        for fills in filled(KILLING).values()
        for fill in fills
        for one in (fill["alts"] if isinstance(fill, dict) else [fill])
    ]
    assert all(text == text.upper() for text in texts)
