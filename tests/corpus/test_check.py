from __future__ import annotations

from pathlib import Path

import pytest

from corpus.__main__ import main
from corpus.check import check, errors
from corpus.problem import Weight

FILLER = "Residents of the quarter said that the market stayed shut and that shops would open again on Monday. " * 5
REPORT = """---
id: {id}
published: 2021-03-14
publisher: Radio Sanmatenga
genre: bulletin
country: BF
---
[perp 1|Gunmen] [t1 attack|stormed] [target 1|a post] in [place 1|Kaya], [t1|killing] [killed+target 1|six gendarmes] of {id}.

{filler}

[source s1|The governor of {id}] [s1 warning about 1|warned of roads]. [t2 arrest|Detained] were [arrested+target 2|three men].
===
incident 1 main key={id}-post date=2021-03-12 country=BF killed=6 injured=?
incident 2 background key={id}-arrests date=2021-03-11 country=BF killed=? arrested=3
"""


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Check the reports of a test without those of the corpus."""
    if request.node.name != "test_the_corpus_has_no_errors":
        monkeypatch.setattr("corpus.check.REPORTS", tmp_path / "none")


def _write(folder: Path, name: str = "bf-kaya", old: str = "", new: str = "") -> Path:
    path = folder / "bf" / f"{name}.txt"
    path.parent.mkdir(exist_ok=True)
    text = REPORT.format(id=name, filler=FILLER.replace("market", f"market of {name}").strip())
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def _said(path: Path) -> list[str]:
    return [f"{problem.weight.value}: {problem.message}" for problem in check([path])]


def test_a_good_report_has_no_problem(tmp_path: Path) -> None:
    assert _said(_write(tmp_path)) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: bf-kaya", "id: bf-other", "error: id 'bf-other' is not the file's name"),
        ("country: BF", "country: ML", "error: the file lies not in the folder"),
        ("genre: bulletin\ncountry: BF", "country: BF\ngenre: bulletin", "warning: not in canonical form"),
        (FILLER.replace("market", "market of bf-kaya").strip(), "", "warning: the text has"),
        ("of bf-kaya.\n\n", "of bf-kaya.\n", "warning: a line of the text"),
        ("country: BF\n---", "country: BF\ndecoy: close\n---", "error: a decoy has no triggers"),
        ("[perp 1|", "[perp 3|", "error: incident 3 has no line"),
        ("[t1 attack|", "[t1|", "error: the first trigger of incident 1 must name"),
        ("incident 2 background", "incident 4 background", "error: incident 4 has no trigger"),
        ("[source s1|", "[source s2|", "error: there is no statement s2"),
        ("arrested=3\n", "arrested=3\nrelation 2 answers 2\n", "error: a relation links two"),
        ("key=bf-kaya-arrests", "key=bf-kaya-post", "error: number 2 or key 'bf-kaya-post' stands twice"),
        ("date=2021-03-12", "date=2021-03-15", "error: date=2021-03-15 lies after"),
        ("injured=?", "injured=? perp=bf.nobody", "warning: perp=bf.nobody is not in"),
        ("[t2 arrest|Detained] were", "[t2 arrest|were detained]:", "warning: a trigger is marked without 'were'"),
        ("in [place 1|Kaya]", "[place 1|in Kaya]", "warning: an argument is marked without its leading 'in'"),
        ("[arrested+target 2|", "[abducted+target 2|", "warning: abducted in an incident of type arrest"),
        ("[arrested+target 2|three", "[place 1|three", "warning: no trigger of incident 1 in this"),
        ("killed=6", "killed=5", "warning: incident 1: killed is at most 5"),
        ("killed=6", "killed=9", "warning: incident 1: killed is at least 9"),
        ("killed=6", "killed=?", "warning: incident 1: killed is recorded as unknown"),
        ("injured=?", "injured=2", "warning: incident 1: injured is at least 2 in the record, and no phrase"),
    ],
)
def test_what_is_wrong_within_a_report_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert any(line.startswith(said) for line in _said(_write(tmp_path, old=old, new=new)))


@pytest.mark.parametrize(
    "words",
    [
        "six gendarmes, [killed 1 subset|a boy of 16]",
        "more than five gendarmes",
        "a 19-year-old and five others",
        "no one",
    ],
)
def test_ages_and_open_numbers_are_no_tolls(tmp_path: Path, words: str) -> None:
    assert _said(_write(tmp_path, old="six gendarmes", new=words)) == []


def _pairs(folder: Path, path: Path) -> list[str]:
    return [f"{one.weight.value}: {one.message}" for one in check([folder]) if one.file == str(path)]


def test_accounts_of_one_incident_far_apart_are_an_error(tmp_path: Path) -> None:
    _write(tmp_path, "bf-one")
    path = _write(tmp_path, "bf-two", "key=bf-two-post date=2021-03-12", "key=bf-one-post date=2021-02-01")
    assert [line.split(":")[0] for line in _pairs(tmp_path, path)] == ["error"]


def test_clusters_agree_on_country_and_nearly_on_the_day(tmp_path: Path) -> None:
    _write(tmp_path, "bf-one")
    path = _write(
        tmp_path, "bf-two", "key=bf-two-post date=2021-03-12 country=BF", "key=bf-one-post date=2021-03-10 country=ML"
    )
    assert [line.split(":")[0] for line in _pairs(tmp_path, path)] == ["error", "warning"]


def test_a_lookalike_exists_and_tells_another_incident(tmp_path: Path) -> None:
    _write(tmp_path, "bf-one")
    for name, key, lookalike, wrong in (
        ("bf-two", "bf-two-post", "bf-one", 0),
        ("bf-six", "bf-six-post", "bf-none", 1),
        ("bf-ten", "bf-one-post", "bf-one", 1),
    ):
        path = _write(tmp_path, name, "country: BF\n---", f"country: BF\nlookalike: {lookalike}\n---")
        path.write_text(path.read_text().replace(f"key={name}-post", f"key={key}"))
        assert len(_pairs(tmp_path, path)) == wrong


def test_a_sentence_written_twice_is_told(tmp_path: Path) -> None:
    _write(tmp_path, "bf-one")
    path = _write(tmp_path, "bf-two", "The governor of bf-two", "The governor of bf-one")
    assert any("stands in bf-one too" in line for line in _pairs(tmp_path, path))


def test_the_command_lists_everything_and_exits_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _write(tmp_path, old="genre: bulletin", new="genre: song")
    other = _write(tmp_path, "bf-two", "[perp 1|", "[perp 3|")
    assert main(["check", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert f"{path}:5:8: error: genre" in out
    assert f"{other}:8:1: error: incident 3" in out
    assert out.endswith("2 reports, 2 errors, 0 warnings\n")
    assert errors(check([tmp_path])) == 2


def test_format_makes_a_file_canonical(tmp_path: Path) -> None:
    path = _write(tmp_path, old="genre: bulletin\ncountry: BF", new="country: BF\ngenre: bulletin")
    assert main(["format", str(path)]) == 0
    assert _said(path) == []


def test_a_path_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "no/such/folder"]) == 3
    assert "no such file or folder" in capsys.readouterr().err


def test_the_corpus_has_no_errors() -> None:
    assert [str(one) for one in check() if one.weight is Weight.error] == []
