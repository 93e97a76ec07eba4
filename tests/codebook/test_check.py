from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from rasid.codebook import Codebook, Example, ExpectedMention, Minimum, Problem, check_codebook, load_codebook
from rasid.model import Count, EventType, Status

CODEBOOK = load_codebook()
TEXT = "Gunmen killed four policemen at a checkpoint near Gao on Monday, a hospital official said."
NO_MINIMUM = Minimum(examples=0, coded_per_type=0, without_incident=0, countries=0)


def mention(**fields: Any) -> ExpectedMention:
    return replace(ExpectedMention(type=EventType.attack, perpetrator="gunmen"), **fields)


def example(**fields: Any) -> Example:
    known = Example(
        text=TEXT,
        country="ML",
        actor_kind="insurgent",
        published=dt.date(2024, 3, 12),
        mentions=(mention(),),
    )
    return replace(known, **fields)


def with_attack(*examples: Example) -> Codebook:
    attack = replace(CODEBOOK.event("attack"), examples=examples)
    others = (event for event in CODEBOOK.events if event.id != "attack")
    return replace(CODEBOOK, events=(attack, *others))


def messages(codebook: Codebook) -> list[str]:
    return [str(problem) for problem in check_codebook(codebook, NO_MINIMUM)]


def test_the_codebook_that_is_shipped_has_no_problem() -> None:
    assert check_codebook(CODEBOOK) == []


def test_a_sound_example_is_let_through() -> None:
    assert messages(with_attack(example(mentions=(mention(date=dt.date(2024, 3, 11)),)))) == []


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"text": "Gunmen killed four policemen."}, "4 words; wants 12 to 45"),
        ({"text": TEXT.replace("Gao", "Gao\u0301")}, "not in the form"),
        ({"country": "Mali"}, "country 'Mali': wants an ISO 3166-1 code"),
        ({"actor_kind": "army"}, "actor_kind 'army': wants one of state, militia"),
        ({"published": None}, "the text has a relative date"),
        ({"mentions": (mention(type=EventType.riot),)}, "codes riot and stands under attack"),
        ({"mentions": (mention(perpetrator="soldiers"),)}, "perpetrator 'soldiers' does not stand in the text"),
        ({"mentions": (mention(place="Kidal"),)}, "place 'Kidal' does not stand in the text"),
        ({"mentions": (mention(weapons=("cannon",)),)}, "weapons has 'cannon'"),
        ({"mentions": (mention(tactics=("ambush", "ambush")),)}, "names a class twice"),
        ({"mentions": (mention(killed=Count()),)}, "killed is unknown throughout"),
        ({"mentions": (mention(date=dt.date(2024, 3, 12)),)}, "is a tuesday; the text names monday"),
        ({"mentions": (mention(date=dt.date(2024, 2, 12)),)}, "too far from publication"),
        ({"mentions": (mention(date=dt.date(2024, 3, 18)),)}, "lies after publication"),
    ],
)
def test_a_flaw_of_an_example_is_found(fields: dict[str, Any], complaint: str) -> None:
    found = messages(with_attack(example(**fields)))
    assert any(complaint in message for message in found), found
    assert all(message.startswith("events/attack.toml: examples[1]") for message in found)


def test_a_planned_act_may_lie_ahead() -> None:
    planned = mention(status=Status.planned, date=dt.date(2024, 3, 18))
    assert messages(with_attack(example(mentions=(planned,)))) == []


def test_a_date_that_the_text_does_not_tell_is_found() -> None:
    bare = TEXT.replace(" on Monday", "")
    found = messages(with_attack(example(text=bare, mentions=(mention(date=dt.date(2024, 3, 11)),))))
    assert any("the text names no day" in message for message in found)


def test_the_same_text_twice_is_found() -> None:
    found = messages(with_attack(example(), example(text=TEXT.upper(), mentions=())))
    assert any("stands 2 times" in message for message in found)


def test_too_little_cover_is_found() -> None:
    found = check_codebook(with_attack(example()))
    assert Problem("events/attack.toml", "1 coded examples; wants at least 8") in found


def test_loaded_words_of_our_own_are_found() -> None:
    weapons = (replace(CODEBOOK.weapons[0], definition="Rifles of terrorists."), *CODEBOOK.weapons[1:])
    found = messages(replace(CODEBOOK, weapons=weapons))
    assert found == ["weapons.toml small_arms: 'terrorist' takes a side; say what was done instead"]


def test_closed_lists_are_those_of_the_record() -> None:
    found = messages(replace(CODEBOOK, statuses=CODEBOOK.statuses[1:], events=CODEBOOK.events[1:]))
    assert "statuses.toml: 'reported' has no entry" in found
    assert any(message.startswith("events/: 'armed_clash' has no file") for message in found)


def test_an_id_in_two_lists_has_one_label() -> None:
    tactics = tuple(
        replace(entry, label="Base") if entry.id == "military_site" else entry for entry in CODEBOOK.tactics
    )
    found = messages(replace(CODEBOOK, tactics=tactics))
    assert found == ["targets.toml military_site: is labelled 'Base' in another list"]


def test_a_target_class_without_victims_and_a_repeated_id_are_found() -> None:
    targets = (*CODEBOOK.targets, replace(CODEBOOK.targets[0], victims=None))
    found = messages(replace(CODEBOOK, targets=targets))
    assert "targets.toml: 'military' stands 2 times; keep one" in found
    assert "targets.toml military: no victims; say civilian, armed or unknown" in found


def test_a_count_rule_that_contradicts_its_example_is_found() -> None:
    rules = (replace(CODEBOOK.count_rules[0], gives=Count.exactly(12)), *CODEBOOK.count_rules[1:])
    found = messages(replace(CODEBOOK, count_rules=rules))
    assert found == ["counts.toml exact: example gives 12, the rule makes it 11"]


@pytest.mark.parametrize(
    ("part", "value", "complaint"),
    [
        ("acled", {"sub_event_type": "Raid"}, "acled has no 'Violence against civilians' / 'Raid'"),
        ("plover", {"mode": "shoot"}, "plover has no 'ASSAULT' / 'shoot'"),
        ("ucdp", {"type_of_violence": (4,)}, "ucdp has no type of violence (4,)"),
    ],
)
def test_a_code_that_another_schema_does_not_have_is_found(part: str, value: dict[str, Any], complaint: str) -> None:
    attack = CODEBOOK.event("attack")
    code = replace(getattr(attack.crosswalk, part), **value)
    broken = replace(attack, crosswalk=replace(attack.crosswalk, **{part: code}))
    found = messages(replace(CODEBOOK, events=(broken, *(event for event in CODEBOOK.events if event is not attack))))
    assert any(complaint in message for message in found), found


def test_a_loss_is_a_field_of_ours_that_a_known_schema_would_otherwise_hold() -> None:
    attack = CODEBOOK.event("attack")
    losses = attack.crosswalk.loses
    wrong = (
        replace(losses[0], fields=("colour",)),
        replace(losses[0], fields=("injured",)),
        replace(losses[0], schema="muc"),
    )
    broken = replace(attack, crosswalk=replace(attack.crosswalk, loses=wrong))
    found = messages(replace(CODEBOOK, events=(broken, *(event for event in CODEBOOK.events if event is not attack))))
    assert any("loses.acled names 'colour'" in message for message in found)
    assert any("loses.acled repeats 'injured'" in message for message in found)
    assert any("loses names 'muc'; the schemas are acled" in message for message in found)
