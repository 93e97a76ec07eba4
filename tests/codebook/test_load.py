from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from rasid.codebook import load_codebook, read_codebook
from rasid.errors import CodebookError, UnknownNameError
from rasid.model import Count, EventType, Status, VictimClass


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "codebook"
    shutil.copytree(str(files("rasid").joinpath("data", "codebook")), copy)
    return copy


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def test_every_event_type_of_the_record_has_an_entry_in_the_record_s_order() -> None:
    assert [event.id for event in load_codebook().events] == list(EventType)


def test_loading_twice_gives_the_same_object() -> None:
    assert load_codebook() is load_codebook()


def test_an_example_is_read_whole() -> None:
    example = load_codebook().event("attack").examples[0]
    mention = example.mentions[0]
    assert example.text.startswith("Gunmen killed four policemen at a checkpoint near Gao on Monday")
    assert (example.country, example.actor_kind, str(example.published)) == ("ML", "insurgent", "2024-03-12")
    assert (mention.type, mention.status) == (EventType.attack, Status.reported)
    assert (mention.perpetrator, mention.target, mention.place) == ("gunmen", "policemen", "Gao")
    assert (mention.killed, mention.injured) == (Count.exactly(4), None)
    assert (mention.tactics, mention.weapons) == (("checkpoint",), ())
    assert (str(mention.date), mention.source) == ("2024-03-11", "hospital official")


def test_none_in_a_count_is_unknown() -> None:
    counts = [mention.killed for example in load_codebook().event("attack").examples for mention in example.mentions]
    assert Count(low=11, best=11) in counts
    assert Count(low=11, best=12, high=12) in counts


def test_statements_and_crosswalks_are_read() -> None:
    denied = [example for example in load_codebook().event("attack").examples if example.statements]
    assert "denial" in {statement.kind for example in denied for statement in example.statements}
    crosswalk = load_codebook().event("suicide_bombing").crosswalk
    assert (crosswalk.acled.sub_event_type, crosswalk.ucdp.type_of_violence) == ("Suicide bomb", (1, 2, 3))
    assert (crosswalk.plover.category, crosswalk.plover.mode, crosswalk.cameo) == ("ASSAULT", "suicide-attack", "1831")
    assert load_codebook().event("agreement").crosswalk.plover.mode is None


def test_target_classes_say_what_their_victims_are() -> None:
    assert load_codebook().target("police").victims is VictimClass.armed
    assert load_codebook().target("market").victims is VictimClass.civilian


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="no event type 'war'; it has armed_clash, attack"):
        load_codebook().event("war")


def test_the_version_follows_the_content_and_nothing_else(folder: Path) -> None:
    before = read_codebook(folder).version
    assert before == load_codebook().version
    weapons = folder / "weapons.toml"
    weapons.write_bytes(weapons.read_bytes().replace(b"\n", b"\r\n"))
    assert read_codebook(folder).version == before
    edit(weapons, "A grenade thrown by hand.", "A grenade that is thrown by hand.")
    assert read_codebook(folder).version != before


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("events/attack.toml", 'label = "Attack"', 'label = ""', "events/attack.toml: label = '': wants a text"),
        ("events/attack.toml", 'id = "attack"', 'id = "riot"', "id = .*: wants the name of the file"),
        (
            "events/attack.toml",
            'type = "attack"',
            'type = "war"',
            r"examples\[1\] mentions\[1\]: type = 'war': wants one",
        ),
        ("events/attack.toml", "killed = [4, 4, 4]", "killed = [4, 4]", r"wants \[low, best, high\]"),
        ("events/attack.toml", "killed = [4, 4, 4]", "killed = [4, 3, 4]", r"mentions\[1\]: count 4/3/4"),
        ("events/attack.toml", "killed = [4, 4, 4]", "kiled = [4, 4, 4]", "unknown keys kiled; known here: .*killed"),
        ("events/attack.toml", 'date = "2024-03-11"', 'date = "Monday"', "wants a day such as 2024-03-11"),
        ("events/attack.toml", "text = ", "txt = ", r"examples\[1\]: no text; add it"),
        ("events/riot.toml", "[crosswalk]", "[crosswalk", "events/riot.toml: not TOML"),
        ("targets.toml", 'victims = "armed"', 'victims = "many"', "wants one of civilian, armed, unknown"),
        ("counts.toml", 'high = "none"', 'high = "2n"', "there is no term '2n'"),
    ],
)
def test_a_malformed_file_is_refused_with_its_place(
    folder: Path,
    file: str,
    old: str,
    new: str,
    complaint: str,
) -> None:
    edit(folder / file, old, new)
    with pytest.raises(CodebookError, match=complaint):
        read_codebook(folder)


def test_a_missing_file_or_folder_is_named(folder: Path) -> None:
    (folder / "events" / "protest.toml").unlink()
    with pytest.raises(CodebookError, match=r"events/protest.toml: no such file"):
        read_codebook(folder)
    with pytest.raises(CodebookError, match="no such folder"):
        read_codebook(folder / "elsewhere")
