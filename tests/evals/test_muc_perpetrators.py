"""Perpetrators in the form of the 1992 key: individuals as described, organisations as named."""

from __future__ import annotations

import pytest

from evals.muc_perpetrators import Organisations, individual, is_generic, is_state_body
from evals.muc_strings import Names
from rasid.model import ActorKind, make_report
from rasid.model.reading import Argument, ArgumentRole
from rasid.resolve import load_resolvers
from tests.make import s

KINDS = {"sv.fmln": ActorKind.rebel_group, "co.eln": ActorKind.rebel_group, "sv.military": ActorKind.state_force}


def described(phrase: str, head: str) -> str | None:
    report = make_report(f"POLICE SAID THAT {phrase} CAME ON SATURDAY.")
    argument = Argument(role=ArgumentRole.perpetrator, span=s(report, phrase), head=s(report, head), rule="made")
    return individual(report, argument, Names.of(report.text))


@pytest.mark.parametrize(
    ("phrase", "head", "words"),
    [
        ("THE GUERRILLAS", "GUERRILLAS", "guerrillas"),
        ("SEVERAL ALLEGED TERRORISTS", "TERRORISTS", "terrorists"),
        ("A GROUP OF GUERRILLAS", "GROUP", "guerrillas"),
        ("APPROXIMATELY 50 GUERRILLAS", "GUERRILLAS", "50 guerrillas"),
        ("MEMBERS OF THE UNION", "MEMBERS", "members of the union"),
        ("RAMIRO QUINTANILLA", "QUINTANILLA", "ramiro quintanilla"),
        ("THEY", "THEY", None),
    ],
)
def test_a_description_without_its_quantity_words(phrase: str, head: str, words: str | None) -> None:
    assert described(phrase, head) == words


@pytest.mark.parametrize(
    ("words", "state", "generic"),
    [
        ("salvadoran army", True, False),
        ("national police", True, False),
        ("the armed forces", True, False),
        ("urban guerrillas", False, True),
        ("rebels", False, True),
        ("two hooded men", False, False),
    ],
)
def test_bodies_of_a_state_and_general_words(words: str, state: bool, generic: bool) -> None:  # noqa: FBT001 - a table's columns
    assert (is_state_body(words), is_generic(words)) == (state, generic)


def test_organisations_are_found_with_their_words() -> None:
    report = make_report(
        "THE FMLN ATTACKED A TOWN. THE FMLN FLED. THE ELN WAS ELSEWHERE. THE ARMY OF EL SALVADOR CAME."
    )
    found = Organisations.of(report, load_resolvers().actors)
    assert found.inside(0, 10) == "fmln"
    assert found.inside(10, 24) is None
    assert found.most_named(KINDS) == "fmln"
    assert found.armed(0, 10, KINDS) == "fmln"


def test_of_two_organisations_named_none_is_chosen() -> None:
    report = make_report("THE FMLN AND THE ELN ATTACKED A TOWN.")
    found = Organisations.of(report, load_resolvers().actors)
    kinds = dict.fromkeys({actor for _, _, actor in found.found}, ActorKind.rebel_group)
    assert len(kinds) == 2
    assert found.armed(0, len(report.text), kinds) is None
