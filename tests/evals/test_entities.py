from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import entities
from evals.engine import resolvers
from evals.entity_spans import Entity, Kind, longest
from evals.entity_spans import entities as entities_of
from rasid.model import (
    EventType,
    MentionRole,
    Reading,
    Report,
    Stance,
    Status,
)
from rasid.model.reading import Argument, ArgumentRole, Attribution, Trigger
from tests.make import r, s

RE3D = Path(__file__).parents[3] / "shared" / "data" / "re3d" / "train.jsonl"
TEXT = "Gunmen of the Islamic State killed two soldiers and a nurse near Mosul with a rocket."


def _reading(report: Report, *arguments: Argument, speaker: str | None = None) -> Reading:
    whole = s(report)
    said = Attribution(
        scope=whole, cue=whole, speaker=s(report, speaker) if speaker else None, stance=Stance.asserted, rule="made"
    )
    trigger = Trigger(
        span=whole,
        sentence=0,
        incident=1,
        event_type=EventType.attack,
        status=Status.reported,
        status_rule="made",
        role=MentionRole.main,
        rule="made",
        arguments=arguments,
        attribution=said if speaker else None,
    )
    return Reading(report_id=report.report_id, reader="made/1", sentences=(whole,), triggers=(trigger,))


def _argument(report: Report, role: str, words: str, head: str, code: str | None = None) -> Argument:
    return Argument(role=ArgumentRole(role), span=s(report, words), head=s(report, head), rule="made", code=code)


def _found(report: Report, *arguments: Argument, speaker: str | None = None) -> dict[str, str]:
    reading = _reading(report, *arguments, speaker=speaker)
    return {report.text[one.start : one.end]: one.kind for one in entities_of(report, reading, resolvers())}


@pytest.mark.parametrize(
    ("role", "words", "head", "code", "kind"),
    [
        ("killed", "two soldiers", "soldiers", "military", Kind.organisation),
        ("killed", "a nurse", "nurse", "medical", Kind.person),
        ("killed", "he", "he", None, Kind.person),
        ("perpetrator", "they", "they", None, Kind.organisation),
        ("perpetrator", "an army unit", "unit", "military", Kind.organisation),
        ("injured", "Gen. Omar N. Haddad", "Haddad", None, Kind.person),
        ("injured", "Charles Keating IV", "IV", None, Kind.person),
        ("target", "Syrians", "Syrians", None, None),
        ("displaced", "Syrians", "Syrians", None, Kind.organisation),
        ("target", "a fighting position", "position", "military_site", Kind.location),
        ("target", "three excavators", "excavators", None, None),
        ("target", "a lorry", "lorry", "transport", None),
        ("perpetrator", "who", "who", None, None),
        ("weapon", "a mortar", "mortar", "mortar", Kind.weapon),
        ("place", "the village", "village", None, Kind.location),
        ("time", "at dawn", "dawn", None, None),
    ],
)
def test_an_argument_is_an_entity_by_role_class_and_number(
    role: str, words: str, head: str, code: str | None, kind: Kind | None
) -> None:
    report = r(f"Then, {words} were in it.")
    assert _found(report, _argument(report, role, words, head, code)).get(words) == kind


def test_who_acts_with_what_is_read_as_a_weapon_is_one() -> None:
    report = r("Coalition aircraft bombed it.")
    found = _found(
        report,
        _argument(report, "weapon", "aircraft", "aircraft", "aircraft"),
        _argument(report, "perpetrator", "Coalition aircraft", "aircraft", "military"),
    )
    assert found == {"Coalition aircraft": Kind.weapon}


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("Foreign Secretary Boris Example", Kind.person),
        ("a minister of the interim cabinet", Kind.person),
        ("the ministry", Kind.organisation),
        ("The Department of Roads", Kind.organisation),
        ("a news release", None),
    ],
)
def test_a_speaker_is_one_person_or_an_organisation(speaker: str, kind: Kind | None) -> None:
    report = r(f"It was they, said {speaker}.")
    assert _found(report, speaker=speaker).get(speaker) == kind


def test_names_are_found_without_any_act() -> None:
    report = r("The Taliban met in Kabul.")
    silent = Reading(report_id=report.report_id, reader="made/1")
    found = {report.text[one.start : one.end]: one.kind for one in entities_of(report, silent, resolvers())}
    assert found == {"Taliban": Kind.organisation, "Kabul": Kind.location}


def test_the_longest_of_overlapping_entities_stays_and_of_equals_the_first() -> None:
    short, long = Entity(4, 9, Kind.location), Entity(0, 9, Kind.organisation)
    other = Entity(10, 12, Kind.weapon)
    assert longest([short, other, long]) == [long, other]
    assert longest([other, other._replace(kind=Kind.person)]) == [other]


def test_types_of_the_key_count_as_said_and_offsets_follow_the_report() -> None:
    text = "In\r\nAle\u0301po a tank shelled."
    rows = [("Location", "Ale\u0301po"), ("MilitaryPlatform", "a tank"), ("Nationality", "shelled")]
    flat = [{"start": text.index(words), "end": text.index(words) + len(words), "type": kind} for kind, words in rows]
    report = r(text)
    gold = entities.key({"text": text, "entities_flat": flat})
    assert [(report.text[one.start : one.end], one.kind) for one in gold] == [
        ("Alépo", Kind.location),
        ("a tank", Kind.weapon),
    ]


def test_precision_recall_and_f1_of_exact_and_overlapping_spans() -> None:
    gold = (Entity(0, 4, Kind.person), Entity(5, 9, Kind.person), Entity(20, 22, Kind.location))
    found = (Entity(0, 4, Kind.person), Entity(6, 9, Kind.person), Entity(20, 22, Kind.person))
    counts = entities.Scored(text="x" * 30, gold=gold, found=found).counts()
    person = counts[Kind.person]
    assert (person.gold, person.found, person.strict, person.overlap) == (2, 3, 1, 2)
    assert entities.fractions([person], "strict") == pytest.approx((1 / 3, 1 / 2, 2 / 5))
    assert entities.fractions([counts[Kind.location]], "overlap") == (0, 0, 0)
    assert counts[Kind.location].gold == 1


def test_train_and_dev_part_the_documents() -> None:
    names = [f"document {number}" for number in range(200)]
    dev = [name for name in names if entities.in_split(name, "dev")]
    assert 20 < len(dev) < 60
    assert [name for name in names if not entities.in_split(name, "train")] == dev
    assert all(entities.in_split(name, "all") for name in names)


@pytest.mark.parametrize("reader", ["lexicon", "neural"])
def test_the_last_line_has_every_score(reader: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = TEXT.index("Mosul")
    flat = [{"start": where, "end": where + 5, "type": "Location"}, {"start": 0, "end": 6, "type": "Person"}]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "made", "text": TEXT, "entities_flat": flat}) + "\n", encoding="utf-8")
    entities.main(["score", str(path), "--split", "all", "--reader", reader, "--errors"])
    printed = capsys.readouterr().out.splitlines()
    last = json.loads(printed[-1])
    assert last["location_strict_f1"] == 1
    assert (last["person_overlap_recall"], last["n"], last["documents"], last["unannotated"]) == (0, 2, 1, 1)
    assert any(line.startswith("missed Person") for line in printed)


def test_every_document_at_hand_is_one_that_readers_were_trained_on() -> None:
    if not RE3D.exists():
        pytest.skip("the re3d pack is not at hand")
    names = {json.loads(line)["id"] for line in RE3D.read_text(encoding="utf-8").splitlines()}
    assert names <= entities.annotated()
    assert {name for name in names if entities.in_split(name, "dev")} < names
