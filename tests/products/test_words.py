from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import rasid.products
from rasid.model import AssessmentTopic, PlacePrecision, RelationKind, Side, Stance, StatementKind, Verdict, VictimClass
from rasid.products.words import caveats, label, rule_words, word

WORDS: dict[str, Any] = tomllib.loads((Path(rasid.products.__file__).parent / "words.toml").read_text(encoding="utf-8"))
LOADED = re.compile(r"terroris|martyr|regime|neutrali[sz]ed|liberat", re.IGNORECASE)


def _texts(node: Any) -> list[str]:
    if isinstance(node, str):
        return [node]
    return [text for item in (node.values() if isinstance(node, dict) else node) for text in _texts(item)]


@pytest.mark.parametrize(
    ("group", "codes"),
    [
        ("stances", Stance),
        ("relations", RelationKind),
        ("relations_back", RelationKind),
        ("statements", StatementKind),
        ("statement_verbs", StatementKind),
        ("statement_nouns", StatementKind),
        ("topics", AssessmentTopic),
        ("sides", Side),
        ("victims", VictimClass),
        ("victim", VictimClass),
        ("verdicts", Verdict),
    ],
)
def test_every_code_of_the_model_has_words(group: str, codes: Any) -> None:
    assert set(WORDS[group]) == {code.value for code in codes}


def test_coarse_precisions_have_words() -> None:
    assert set(WORDS["precisions"]) == {code.value for code in PlacePrecision} - {"exact", "town"}


def test_every_rule_that_settles_has_words() -> None:
    settle = Path(rasid.products.__file__).parent.parent / "linking" / "settle"
    source = "".join(path.read_text(encoding="utf-8") for path in settle.glob("*.py"))
    rules = set(re.findall(r'"((?:event_type|status|perpetrators|targets|when|where|counts)\.[a-z_]+)"', source))

    assert len(rules) >= 8
    assert {rule for rule in rules if rule_words(rule) == rule.replace("_", " ")} == set()
    assert rule_words("counts.not_stated") == "no account says"


def test_an_unknown_rule_is_shown_by_its_name() -> None:
    assert rule_words("x.odd_rule") == "x.odd rule"


def test_labels_come_from_the_codebook() -> None:
    assert label("ied") == "Improvised explosive device"


def test_our_own_words_take_no_side() -> None:
    assert [text for text in _texts(WORDS) if LOADED.search(text)] == []


def test_the_caveats_say_that_unknown_is_not_zero() -> None:
    assert any("Unknown is not zero" in text for text in caveats())


def test_a_word_that_is_missing_is_the_code_itself() -> None:
    assert word("topics", "some_topic") == "some topic"
