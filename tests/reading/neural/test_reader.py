from __future__ import annotations

from pathlib import Path

import pytest

from rasid.errors import ReaderError
from rasid.model import make_report
from rasid.reading.neural.reader import NeuralReader


def test_a_folder_without_a_network_is_told_by_its_files(tmp_path: Path) -> None:
    (tmp_path / "card.toml").write_text("[thresholds]\n", encoding="utf-8")
    with pytest.raises(ReaderError, match=r"lacks encoder\.onnx"):
        NeuralReader(tmp_path)


def test_the_shipped_network_reads_who_did_what_to_whom_where() -> None:
    text = "Gunmen stormed a police post in Gao on Friday and killed six officers, the governor said."
    reading = NeuralReader(threads=1).read(make_report(text))
    told = {(one.role.value, one.span.quote(text)) for trigger in reading.triggers for one in trigger.arguments}
    assert {trigger.incident for trigger in reading.triggers} == {1}
    assert {("perpetrator", "Gunmen"), ("killed", "six officers"), ("place", "Gao")} <= told


def test_every_chance_is_one_and_offsets_are_those_of_the_text() -> None:
    text = "قال مسؤول. Rebels shelled the camp near إدلب on Monday, wounding two aid workers."
    reading = NeuralReader(threads=1).read(make_report(text))
    assert reading.triggers
    for trigger in reading.triggers:
        assert trigger.confidence is not None
        assert 0 <= trigger.confidence <= 1
        assert text[trigger.span.start : trigger.span.end].strip()


def test_a_text_without_violence_comes_back_empty() -> None:
    reading = NeuralReader(threads=1).read(make_report("The harvest was good this year, farmers said."))
    assert reading.triggers == ()
