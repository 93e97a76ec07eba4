"""Texts coded with the shipped resolvers, which are loaded once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rasid.coding import code
from rasid.model import Coding, Mention, Resolvers, make_report
from rasid.reading import load_reader
from rasid.resolve import load_resolvers

MONDAY = date(2022, 1, 24)
Coded = Callable[..., Coding]
One = Callable[..., Mention]


@pytest.fixture(scope="session")
def resolvers() -> Resolvers:
    return load_resolvers()


@pytest.fixture(scope="session")
def coded(resolvers: Resolvers) -> Coded:
    """Code a text published on a Monday (or `published`); names are withheld unless `keep_names`."""
    reader = load_reader("lexicon")

    def code_text(text: str, *, published: date | None = MONDAY, keep_names: bool = False) -> Coding:
        report = make_report(text, published=published)
        return code(reader.read(report), report, resolvers, keep_names=keep_names)

    return code_text


@pytest.fixture(scope="session")
def one(coded: Coded) -> One:
    """Code a text that tells one incident and return its mention."""

    def code_one(text: str, **more: object) -> Mention:
        (mention,) = coded(text, **more).mentions
        return mention

    return code_one
