from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid import model
from rasid.model.actor import ActorKind, ActorRef
from rasid.resolve.actor_vocabulary import load_vocabulary
from rasid.resolve.actor_words import key_of
from rasid.resolve.actors import ActorResolver
from rasid.resolve.register import BODIES, is_state_body

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "actors.toml").read_text(encoding="utf-8"))
RESOLVER = ActorResolver()
REGISTER = RESOLVER.register
VOCABULARY = load_vocabulary()
ORGANISATIONS = [a for a in REGISTER if not is_state_body(a)]
PHRASES = [
  "{}", "a group of {} fighters", "members of the {}", "MEMBERS OF THE {}", "{} commander Abu Ali", "the {}'s men", "{} elements, about ten", "suspected {} militants",
]  # fmt: skip


def on_a_day_of(actor_id: str) -> date | None:
    """A day on which the actor existed, if its start or end is known."""
    actor = REGISTER.actor(actor_id)
    known = actor.formed or actor.ended
    return date.fromisoformat((known + "-01-01")[:10]) if known else None


def resolve_at_home(actor_id: str, words: str) -> ActorRef:
    countries = REGISTER.actor(actor_id).countries
    return RESOLVER.resolve(words, country=countries[0] if countries else None, on=on_a_day_of(actor_id))


def by_kind() -> dict[ActorKind, list[str]]:
    groups: dict[ActorKind, list[str]] = defaultdict(list)
    for actor_id in ORGANISATIONS:
        if actor_id.startswith("int.") or REGISTER.actor(actor_id).phases:
            continue
        groups[REGISTER.actor(actor_id).kind].append(actor_id)
    return groups


same_kind = st.sampled_from([group for group in by_kind().values() if len(group) > 1]).flatmap(
    lambda group: st.tuples(st.sampled_from(group), st.sampled_from(group))
)


@pytest.mark.parametrize("row", CASES["names"] + CASES["shared"] + CASES["states"], ids=lambda row: row["words"])
def test_words_mean_an_actor(row: dict[str, Any]) -> None:
    ref = RESOLVER.resolve(row["words"], country=row.get("country"), on=row.get("on"))
    assert ref.actor_id == row["id"]
    assert ref.name == row.get("name", ref.name)
    assert ref.words == row["words"]
    assert ref.basis in VOCABULARY.rules


@pytest.mark.parametrize("row", CASES["classes"], ids=lambda row: row["words"])
def test_words_mean_a_class_of_people(row: dict[str, Any]) -> None:
    ref = RESOLVER.resolve(row["words"], country=row.get("country"))
    assert (ref.actor_id, ref.kind, ref.name) == (None, row["kind"], row["name"])


@pytest.mark.parametrize("row", CASES["victims"], ids=lambda row: row["words"])
def test_the_head_noun_gives_the_class_of_victim(row: dict[str, Any]) -> None:
    people = RESOLVER.class_of(row["words"])
    assert people is not None
    assert (people.class_id, people.victims) == (row["class"], row["victims"])


def test_words_without_a_known_noun_have_no_class() -> None:
    assert RESOLVER.class_of("the thing in question") is None


@pytest.mark.parametrize("row", CASES["running"], ids=lambda row: row["text"][:20])
def test_names_are_found_in_running_text(row: dict[str, Any]) -> None:
    text = row["text"]
    assert [f"{text[start:end]}|{actor_id}" for start, end, actor_id in RESOLVER.find(text)] == row["found"]


def test_it_is_the_resolver_that_coding_asks_for() -> None:
    resolver: model.ActorResolver = RESOLVER
    assert resolver.resolve("FMLN").actor_id == "sv.fmln"


@pytest.mark.parametrize("actor_id", ORGANISATIONS)
def test_the_canonical_name_means_its_actor_at_home_in_its_time(actor_id: str) -> None:
    name = REGISTER.actor(actor_id).name
    assert resolve_at_home(actor_id, name).actor_id == actor_id
    assert resolve_at_home(actor_id, name.upper()).actor_id == actor_id


def test_every_state_body_is_found_by_its_name() -> None:
    missed = [
        body for country in VOCABULARY.countries for body in BODIES
        if RESOLVER.resolve(REGISTER.actor(f"{country.lower()}.{body}").name).actor_id != f"{country.lower()}.{body}"
    ]  # fmt: skip
    assert not missed


@given(pair=same_kind, phrase=st.sampled_from(PHRASES))
def test_swapping_two_organisations_of_one_kind_changes_who_and_nothing_else(
    pair: tuple[str, str], phrase: str
) -> None:
    one, other = (resolve_at_home(actor_id, phrase.format(REGISTER.actor(actor_id).name)) for actor_id in pair)
    assert (one.actor_id, other.actor_id) == pair
    rest = [replace(ref, actor_id="", name="", words="", country="", basis="", confidence=0.0) for ref in (one, other)]
    assert rest[0] == rest[1]


@pytest.mark.parametrize("words", sorted(VOCABULARY.loaded))
def test_words_of_praise_or_blame_resolve_to_neutral_names(words: str) -> None:
    ref = RESOLVER.resolve(words, country="PE")
    assert ref.kind is not None
    assert words not in key_of(ref.name).split()
    assert ref.words == words


@pytest.mark.parametrize(
    ("words", "home", "abroad"),
    [("Iraqi soldiers", "IQ", "SY"), ("Israeli army", "IL", "LB"), ("the Russian military", "RU", "UA")],
)
def test_a_states_force_abroad_is_an_external_force(words: str, home: str, abroad: str) -> None:
    assert RESOLVER.resolve(words, country=home).kind is ActorKind.state_force
    assert RESOLVER.resolve(words, country=abroad).kind is ActorKind.external_force
    assert RESOLVER.resolve(words, country=abroad).country == home


@pytest.mark.parametrize(("year", "kind"), [(2019, ActorKind.state_force), (2024, ActorKind.rebel_group)])
def test_the_kind_is_that_of_the_day(year: int, kind: ActorKind) -> None:
    assert RESOLVER.resolve("Rapid Support Forces", country="SD", on=date(year, 6, 1)).kind is kind


def test_a_group_said_to_be_linked_is_less_sure() -> None:
    plain, linked = (RESOLVER.resolve(words) for words in ("the Taliban", "a Taliban-linked group"))
    assert linked.actor_id == plain.actor_id == "af.taliban"
    assert linked.confidence < plain.confidence


def test_a_name_that_nothing_decides_keeps_its_kind_and_no_id() -> None:
    ref = RESOLVER.resolve("JEM FIGHTERS")
    assert (ref.actor_id, ref.name, ref.kind, ref.basis) == (
        None,
        "JEM",
        ActorKind.rebel_group,
        "register_name_ambiguous",
    )
    assert RESOLVER.resolve("JEM FIGHTERS", country="SD").actor_id == "sd.jem"
    assert RESOLVER.resolve("JEM FIGHTERS", country="PK").actor_id == "pk.jaish_e_mohammed"


def test_an_actor_of_another_time_is_told_by_its_rule_and_not_found_in_text() -> None:
    day = date(1989, 5, 1)
    assert RESOLVER.resolve("Wagner Group", on=day).basis == "register_name_dates_differ"
    assert RESOLVER.find("The Wagner Group played.", on=day) == []


@pytest.mark.parametrize(("year", "found"), [(2005, False), (2010, True), (2011, True), (2014, True), (2016, False)])
def test_a_name_is_in_use_from_a_year_before_until_three_after(year: int, found: bool) -> None:  # noqa: FBT001 - a table
    actor = replace(REGISTER.actor("iq.islamic_state"), formed="2011", ended="2012")
    assert actor.in_use(date(year, 6, 1)) is (2010 <= year <= 2015) is found


def test_members_of_a_states_forces_are_found_when_asked_for() -> None:
    text = "Ukrainian soldiers fired. The State of Mexico and a Mexican state are quiet."
    assert RESOLVER.find(text) == []
    assert [actor for _, _, actor in RESOLVER.find(text, members=True)] == ["ua.military"]


def test_a_short_acronym_is_not_taken_where_its_bearer_does_not_act() -> None:
    assert RESOLVER.find("The PMU met.", country="MX") == []
    assert [actor for _, _, actor in RESOLVER.find("The PMU met.", country="IQ")] == ["iq.popular_mobilization_forces"]


def test_each_actor_of_a_coordination_is_resolved() -> None:
    refs = RESOLVER.resolve_each("Afghan and coalition security forces", country="AF", on=date(2011, 1, 1))
    assert [(ref.actor_id, ref.words) for ref in refs] == [
        ("af.security_forces", "Afghan"),
        ("af.isaf", "coalition security forces"),
    ]
    three = RESOLVER.resolve_each("the army, the National Guard and gunmen", country="SV")
    assert [ref.name for ref in three] == [
        "Military of El Salvador",
        "National Guard of El Salvador",
        "Unidentified armed group (El Salvador)",
    ]


def test_an_and_inside_a_name_is_no_coordination() -> None:
    assert [ref.actor_id for ref in RESOLVER.resolve_each("Basque Fatherland and Liberty")] == ["es.eta"]


@given(st.text(max_size=60), st.sampled_from([None, "IQ", "SV", "ZZ"]))
def test_any_text_resolves_to_something_that_keeps_the_words(words: str, country: str | None) -> None:
    ref = RESOLVER.resolve(words, country=country)
    assert ref.words == words
    assert ref.basis in VOCABULARY.rules
    assert RESOLVER.resolve_each(words, country=country)


@given(
    st.lists(
        st.sampled_from(
            [
                "FMLN",
                "the Taliban",
                "داعش",
                "الحشد الشعبي",
                "Al-Qa'ida",
                "Túpac Amaru",
                "fled",
                "🔥",
                "قال",
                "\n",
                "is up",
                "(M-19)",
            ]
        ),
        max_size=12,
    )
)
def test_found_names_are_apart_in_order_and_resolve_alike(parts: list[str]) -> None:
    text = " ".join(parts)
    found = RESOLVER.find(text)
    assert all(end <= start for (_, end, _), (start, _, _) in pairwise(found))
    assert all(RESOLVER.resolve(text[start:end]).actor_id == actor_id for start, end, actor_id in found)
    names = [part for part in parts if part not in {"fled", "🔥", "قال", "\n", "is up"}]
    assert len(found) == len(names)


@given(st.text(alphabet="abتداعش 'ISUEFMLN.-()", max_size=40))
def test_offsets_lie_inside_any_text(text: str) -> None:
    assert all(
        0 <= start < end <= len(text) and text[start:end].strip() == text[start:end]
        for start, end, _ in RESOLVER.find(text)
    )
