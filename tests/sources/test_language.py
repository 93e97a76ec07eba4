from __future__ import annotations

import json
from pathlib import Path

import pytest

from rasid.sources.language import READ_LANGUAGES, language_of
from tests.sources.take import ARABIC, SENTENCE

MUC = Path(__file__).parents[3] / "shared/data/muc4/docs.jsonl"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("en", SENTENCE),
        ("en", SENTENCE.upper()),
        ("en", "POLICE REPORTED THAT TWO [AS RECEIVED] BOMBS WENT OFF IN LIMA, COLONEL GARCIA ESCOBAR SAID."),
        ("ar", ARABIC),
        ("ar", "مقتل ثلاثة جنود في انفجار"),
        ("es", "Un grupo armado atacó el puesto militar al amanecer y mató a once soldados, según el portavoz."),
        ("es", "TRES POLICÍAS MURIERON EN UNA EMBOSCADA CERCA DE LA FRONTERA"),
        ("fr", "Des hommes armés ont attaqué un camp militaire à l'aube, tuant onze soldats, selon l'armée."),
        ("fr", "Trois soldats tués dans une embuscade"),
        ("ku", "چەکداران هێرشیان کردە سەر بنکەیەکی سەربازی لە پارێزگای دیالە و یازدە سەربازیان کوشت"),
        ("zh", "武装分子黎明时分袭击军营,造成十一名士兵死亡。"),
    ],
)
def test_languages_are_told_apart(expected: str, text: str) -> None:
    assert language_of(text) == expected


@pytest.mark.parametrize("text", ["", "  \n", "Bomb in Gao", "12 34 56 78 90", "Erbil", "…!? — «»"])
def test_too_little_to_tell(text: str) -> None:
    assert language_of(text) is None


def test_flash_made_of_names_is_unsure_rather_than_another_language() -> None:
    assert language_of("Al-Shabaab claims Mogadishu hotel attack") is None


def test_same_answer_every_time_and_for_any_length() -> None:
    assert {language_of(SENTENCE * n) for n in (1, 2, 1000)} == {"en"}


def test_only_english_is_read() -> None:
    assert {"en"} == READ_LANGUAGES


@pytest.mark.skipif(not MUC.exists(), reason="needs the MUC-4 texts beside the checkout")
def test_upper_case_wire_copy_is_english() -> None:
    with MUC.open(encoding="utf-8") as lines:
        texts = [doc["text"] for doc in map(json.loads, lines) if doc["split"] == "dev"]
    english = sum(language_of(text) == "en" for text in texts)
    assert english / len(texts) >= 0.999
