"""Ids -> words for people, from words.toml and the codebook's labels."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from rasid.codebook import load_codebook


def word(group: str, code: str) -> str:
    """Return the words for `code` in one group of words.toml, else the id with blanks for its underscores."""
    words: str = _read()[group].get(code, plain(code))
    return words


def caveats() -> tuple[str, ...]:
    """Return what a reader of any product must know, a sentence or two each."""
    return tuple(_read()["caveats"])


def rule_words(rule: str) -> str:
    """Return what a settling rule does, in plain words; an unknown rule is shown by its name."""
    return word("rules", "not_stated" if rule.endswith(".not_stated") else rule)


def label(code: str) -> str:
    """Return the codebook's label of a class or event type, else the id in plain words."""
    return _labels().get(code) or sentence_case(plain(code))


def is_pronoun(words: str) -> bool:
    """Tell whether words are only a pronoun, which names nobody out of its text."""
    return words.strip().lower() in _read()["pronouns"]


def plain(code: str) -> str:
    """Return an id with blanks for its underscores."""
    return code.replace("_", " ")


def sentence_case(words: str) -> str:
    """Return `words` with a capital at the start and the rest as it is."""
    return words[:1].upper() + words[1:]


@cache
def _labels() -> Mapping[str, str]:
    """Return the labels of all classes; the one id that two lists share, military_site, has one label in both."""
    book = load_codebook()
    lists = (book.statuses, book.statements, book.targets, book.tactics, book.weapons)
    labels = {entry.id: entry.label for entries in lists for entry in entries}
    return labels | {event.id.value: event.label for event in book.events}


@cache
def _read() -> Mapping[str, Any]:
    return tomllib.loads(files("rasid.products").joinpath("words.toml").read_text(encoding="utf-8"))
