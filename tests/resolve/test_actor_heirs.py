"""Who carries on an organisation that had ended by a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from rasid.resolve.actor_heirs import Heirs
from rasid.resolve.register import Register, load_register

_DAY = date(2015, 6, 1)


def _row(name: str, formed: str, ended: str, *relations: tuple[str, str, str]) -> list[Any]:
    """A compiled row of the register."""
    return [name, "rebel_group", ["XX"], formed, ended, [[*relation, ""] for relation in relations], [], [], []]


def _heir(actors: Mapping[str, list[Any]], on: date | None = _DAY) -> str | None:
    register = Register({"actors": actors, "names": {}, "longest": {}})
    found = Heirs(register).of(register.actor("xx.old"), on)
    return found.actor_id if found else None


_OLD = _row("Old", "2000", "2010-08")


@pytest.mark.parametrize("kind", ["successor_of", "renamed_from"])
def test_the_one_that_took_over_carries_it_on_after_its_end(kind: str) -> None:
    actors = {"xx.old": _OLD, "xx.new": _row("New", "2010", "", (kind, "xx.old", "2010-08"))}
    assert _heir(actors) == "xx.new"
    assert _heir(actors, date(2010, 8, 31)) is None
    assert _heir(actors, None) is None


def test_it_is_carried_on_by_what_it_merged_into_and_by_heirs_of_heirs() -> None:
    actors = {
        "xx.old": _row("Old", "2000", "2010", ("merged_into", "xx.union", "2010")),
        "xx.union": _row("Union", "2009", "2012"),
        "xx.party": _row("Party", "2012", "", ("renamed_from", "xx.union", "2012")),
    }
    assert _heir(actors, date(2011, 6, 1)) == "xx.union"
    assert _heir(actors) == "xx.party"


@pytest.mark.parametrize(
    "relation",
    [("split_from", "xx.old", "2010"), ("successor_of", "xx.old", "2013")],
    ids=["a part of it", "long after its end"],
)
def test_a_part_and_a_late_follower_do_not_carry_it_on(relation: tuple[str, str, str]) -> None:
    assert _heir({"xx.old": _OLD, "xx.new": _row("New", relation[2], "", relation)}) is None


def test_with_two_heirs_none_is_meant() -> None:
    claim = ("successor_of", "xx.old", "2010")
    assert (
        _heir({"xx.old": _OLD, "xx.one": _row("One", "2010", "", claim), "xx.two": _row("Two", "2010", "", claim)})
        is None
    )


def test_relations_that_run_in_a_circle_end() -> None:
    actors = {
        "xx.old": _row("Old", "2000", "2010", ("merged_into", "xx.new", "2010")),
        "xx.new": _row("New", "2010", "2011", ("merged_into", "xx.old", "2011")),
    }
    assert _heir(actors) is None


def test_an_heir_existed_on_the_day_and_is_never_the_actor_itself() -> None:
    register = load_register()
    heirs = Heirs(register)
    for actor in map(register.actor, register):
        heir = heirs.of(actor, _DAY)
        assert heir is None or (heir.alive(_DAY) and heir.actor_id != actor.actor_id)
