"""The reader's words and the codebook's classes must name the same things."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from rasid.codebook import ClassEntry, load_codebook

CODEBOOK = load_codebook()


@pytest.mark.parametrize(
    ("file", "classes"),
    [
        ("weapons", CODEBOOK.weapons),
        ("tactics", CODEBOOK.tactics),
        ("people", CODEBOOK.targets),
        ("things", CODEBOOK.targets),
    ],
)
def test_every_class_of_the_lexicon_is_in_the_codebook(file: str, classes: tuple[ClassEntry, ...]) -> None:
    path = files("rasid").joinpath("data", "lexicon", f"{file}.toml")
    used = set(tomllib.loads(path.read_text(encoding="utf-8")))
    assert used
    assert used <= {entry.id for entry in classes}


def test_people_of_a_class_are_victims_of_the_same_kind_in_both() -> None:
    path = files("rasid").joinpath("data", "lexicon", "people.toml")
    people = tomllib.loads(path.read_text(encoding="utf-8"))
    told = {name: row["victims"] for name, row in people.items() if "victims" in row}
    assert told
    assert told == {name: CODEBOOK.target(name).victims for name in told}
