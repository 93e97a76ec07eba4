"""Ids -> words for people, from words.toml and the codebook's labels."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def word(group: str, code: str) -> str:
    """Return the words for `code` in one group of words.toml, else the id with blanks for its underscores."""
    return _words().get(group, {}).get(code, plain(code))


def rule_words(rule: str) -> str:
    """Return what a settling rule does, in plain words; an unknown rule is shown by its name."""
    return word("rules", "not_stated" if rule.endswith(".not_stated") else rule)


def label(code: str) -> str:
    """Return the codebook's label of a class or event type, else the id in plain words."""
    return _labels().get(code) or sentence_case(plain(code))


def plain(code: str) -> str:
    """Return an id with blanks for its underscores."""
    return code.replace("_", " ")


def sentence_case(words: str) -> str:
    """Return `words` with a capital at the start and the rest as it is."""
    return words[:1].upper() + words[1:]


@cache
def _labels() -> Mapping[str, str]:
    """Read the labels from the codebook's files; the codebook's own checks are not needed to name things."""
    labels = {}
    for file in sorted((files("rasid") / "data" / "codebook").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            entries = tomllib.loads(file.read_text(encoding="utf-8")).get("classes", [])
            labels |= {entry["id"]: entry["label"] for entry in entries}
    return labels


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("rasid.products").joinpath("words.toml").read_text(encoding="utf-8"))
