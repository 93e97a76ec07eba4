from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rasid.errors import RegisterError
from rasid.model.actor import ActorKind
from rasid.resolve import load_actors
from rasid.resolve.actor_overlay import load_overlaid
from rasid.resolve.register import load_register

NEW = 'id = "mx.grupo_local"\nname = "Grupo Local"\nkind = "gang"\ncountries = ["MX"]\nsources = ["own"]'


def _own(folder: Path, *tables: str) -> Path:
    path = folder / "own.toml"
    path.write_text("\n".join(f"[[actors]]\n{table}" for table in tables), encoding="utf-8")
    return path


def test_a_new_actor_is_found_beside_the_shipped_ones(tmp_path: Path) -> None:
    resolver = load_actors(_own(tmp_path, NEW + '\naliases = ["الجماعة المحلية"]\nacronyms = ["GLX"]'))

    for words in ("members of Grupo Local", "GLX gunmen", "الجماعة المحلية"):
        assert resolver.resolve(words).actor_id == "mx.grupo_local"
    assert resolver.resolve("ISIS").actor_id == "iq.islamic_state"
    assert resolver.resolve("the Iraqi army").actor_id == "iq.military"


def test_the_shipped_register_stays_as_it_is(tmp_path: Path) -> None:
    load_overlaid(_own(tmp_path, NEW))

    assert "mx.grupo_local" not in load_register()


def test_a_known_actor_needs_only_what_is_added(tmp_path: Path) -> None:
    own = _own(
        tmp_path,
        'id = "iq.islamic_state"\naliases = ["the Caliphate\'s men"]\nformed = "2006"\nucdp = [999999]\n'
        'relations = [{ kind = "ally_of", of = "iq.jrtn", from = "2014" }]',
    )
    register = load_overlaid(own)
    actor, shipped = register.actor("iq.islamic_state"), load_register().actor("iq.islamic_state")

    assert (actor.name, actor.kind, actor.countries) == (shipped.name, shipped.kind, shipped.countries)
    assert actor.formed == "2006"
    assert actor.ucdp == (*shipped.ucdp, 999999)
    assert {*shipped.relations} < {*actor.relations}
    assert actor.designations == shipped.designations
    assert load_actors(own).resolve("Caliphate's men").actor_id == "iq.islamic_state"
    assert load_actors(own).resolve("Daesh").actor_id == "iq.islamic_state"


def test_a_state_body_can_be_given_more_names(tmp_path: Path) -> None:
    resolver = load_actors(_own(tmp_path, 'id = "ng.police"\nlocal = { NG = ["Lambda Squad"] }'))

    assert resolver.resolve("the Lambda Squad", country="NG").actor_id == "ng.police"
    assert resolver.resolve("the Lambda Squad", country="IQ").actor_id is None


def test_a_kind_of_a_time_is_added(tmp_path: Path) -> None:
    own = _own(tmp_path, 'id = "cd.m23"\nkinds = [{ kind = "government", from = "2031" }]')

    assert load_overlaid(own).actor("cd.m23").kind_on(date(2031, 5, 1)) is ActorKind.government


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ([NEW + '\nformd = "2020"'], r"entry 1 \(mx.grupo_local\): unknown field 'formd'"),
        ([NEW.replace('"gang"', '"villains"')], "kind 'villains' is none"),
        ([NEW.replace('["MX"]', '["Mexico"]')], "country 'Mexico' is no ISO"),
        ([NEW.replace('["MX"]', '"MX"')], "countries must be a list of texts"),
        ([NEW.replace('sources = ["own"]', "")], "field 'sources' is missing"),
        ([NEW + "\nformed = 2020-01-01"], "formed must be a text in quotes"),
        ([NEW + '\nrelations = [{ kind = "part_of", of = "mx.nobody" }]'], "unknown actor mx.nobody"),
        ([NEW + '\nrelations = ["mx.cjng"]'], "relations must be a list of tables"),
        ([NEW + '\ndesignations = [{ list = "Santa" }]'], "list 'Santa' is none of"),
        ([NEW + '\naliases = ["CJNG"]'], "'cjng' means both mx.cjng and mx.grupo_local"),
        ([NEW, NEW], "the id stands already in own.toml, entry 1"),
        ([NEW + "\n[places]\n"], "unknown table 'places'"),
        ([NEW + "\nname = "], "cannot be read"),
    ],
)
def test_faults_are_told_with_the_entry(tmp_path: Path, tables: list[str], message: str) -> None:
    with pytest.raises(RegisterError, match=message):
        load_overlaid(_own(tmp_path, *tables))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"nothing\.toml cannot be read"):
        load_actors(tmp_path / "nothing.toml")


def test_a_name_made_primary_decides_without_a_country(tmp_path: Path) -> None:
    assert load_actors().resolve("JEM FIGHTERS").actor_id is None
    own = _own(tmp_path, 'id = "sd.jem"\nprimary = ["JEM"]')
    assert load_actors(own).resolve("JEM FIGHTERS").actor_id == "sd.jem"
