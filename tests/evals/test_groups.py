from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from corpus.files import read_reports
from corpus.markup import parse
from corpus.tally import tally
from evals.corpus import Scored
from evals.groups import Group, as_toml, groups, main, regions, side_of, sorted_out, type_of

HEAD = "---\nid: {}\npublished: 2021-03-14\npublisher: Radio Niger\ngenre: {}\ncountry: {}\n---\n"
GOLD = """[perp 1|Soldiers] [t1 arrest|arrested] [arrested 1|two men] near Gao. [perp 2|Gunmen] [t2 attack|shot] [killed 2|a villager].
===
incident 1 main key=ml-gao-arrest date=2021-03-14 country=ML killed=? arrested=2
incident 2 main key=ml-gao-shot date=2021-03-14 country=ML killed=1
"""
SEEN = """[perp 1|Soldiers] [t1 arrest|arrested] [arrested 1|two men] near Gao. Gunmen shot [perp 2|a villager] [t2 riot|.]
===
incident 1 main key=ml-gao-arrest date=2021-03-14 country=ML killed=? arrested=2
incident 2 main key=ml-gao-other date=2021-03-14 country=ML killed=?
"""


def _scored(name: str = "ml-gao", genre: str = "wire", country: str = "ML") -> Scored:
    head = HEAD.format(name, genre, country)
    gold, seen = parse(head + GOLD), parse(head + SEEN).annotation
    return Scored(gold, seen, tally(gold.annotation, seen, gold.text))


def _group(part: str, name: str) -> Group:
    return next(one for one in groups([_scored()]) if (one.part, one.name) == (part, name))


def _scores(part: str, name: str) -> dict[str, float]:
    return {measure: value for measure, value, _ in _group(part, name).scores()}


def test_an_incident_that_meets_none_counts_in_the_group_it_is_read_as() -> None:
    ours, theirs = sorted_out(_scored(), type_of)
    assert ours == {1: "arrest", 2: "attack"}
    assert theirs == {1: "arrest", 2: "riot"}


def test_sides_follow_the_register_and_its_classes() -> None:
    one = _scored()
    assert side_of(one.document, one.document.annotation, 1) == "state"
    assert side_of(one.document, one.document.annotation, 2) == "unidentified"
    assert side_of(one.document, one.seen, 2) == "crowd"


def test_each_group_is_scored_by_itself() -> None:
    assert _scores("side", "state") == {"trigger_f1": 1, "argument_f1": 1, "false_incidents": 0}
    assert _scores("side", "unidentified") == {"trigger_f1": 0, "argument_f1": 0, "false_incidents": 0}
    assert _scores("region", "africa")["trigger_f1"] == 0.5


def test_a_group_that_nobody_annotated_has_its_false_incidents_only() -> None:
    assert _scores("event_type", "riot") == {"false_incidents": 1}


def test_reports_are_grouped_by_region_and_genre() -> None:
    found = list(groups([_scored(), _scored("ua-kyiv", "ngo", "UA")]))
    assert [one.name for one in found if one.part == "region"] == ["africa", "europe"]
    assert [one.name for one in found if one.part == "genre"] == ["ngo", "wire"]
    assert all(one.triggers == 2 for one in found if one.part == "region")


def test_every_country_of_the_corpus_has_one_region() -> None:
    assert {document.head.country for document in read_reports()} <= set(regions())


def test_the_card_gets_a_row_a_group() -> None:
    table = tomllib.loads("\n".join(as_toml(list(groups([_scored()])))))["by_group"]
    assert set(table) == {"region", "side", "genre", "event_type"}
    assert table["side"]["state"] == {
        "reports": 1,
        "triggers": 1,
        "trigger_f1": "1.000 [1.000, 1.000]",
        "argument_f1": "1.000 [1.000, 1.000]",
        "false_incidents": "0.000 [0.000, 0.000]",
    }


def test_the_last_line_is_one_json_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ml-gao.txt"
    path.write_text(HEAD.format("ml-gao", "wire", "ML") + GOLD, encoding="utf-8")
    main(["score", "--split", "all", str(path)])
    scores = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert scores["n"] == 1
    assert scores["region.africa"] > 0.5
