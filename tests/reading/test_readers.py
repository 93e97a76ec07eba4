from __future__ import annotations

import pytest

from rasid.errors import ReaderError, UnknownNameError
from rasid.reading import READERS, default_reader, load_reader
from rasid.reading.neural import reader, shipped


def test_a_whole_installation_reads_with_the_network() -> None:
    assert default_reader() == "neural"
    assert load_reader().name == load_reader("neural").name


@pytest.mark.parametrize("name", READERS)
def test_a_reader_goes_by_its_name(name: str) -> None:
    assert load_reader(name).name.split("/")[0] == name


def test_without_its_network_the_lexicon_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "missing_files", lambda _: ["encoder.onnx"])
    assert default_reader() == "lexicon"
    assert load_reader().name.startswith("lexicon/")


def test_without_the_runtime_the_lexicon_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "find_spec", lambda name: None if name == "onnxruntime" else name)
    assert list(shipped.missing()) == ["onnxruntime"]
    assert default_reader() == "lexicon"


def test_a_network_asked_for_by_name_and_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "missing_files", lambda _: ["encoder.onnx"])
    with pytest.raises(ReaderError, match=r"lacks encoder\.onnx"):
        load_reader("neural")


def test_an_unknown_reader_is_told_with_those_that_are_known() -> None:
    with pytest.raises(UnknownNameError, match="'oracle'; known: lexicon, neural"):
        load_reader("oracle")
