from __future__ import annotations

from pathlib import Path

import pytest

from rasid.errors import ReaderError
from rasid.reading.neural.reader import NeuralReader


def test_a_folder_without_a_network_is_told_by_its_files(tmp_path: Path) -> None:
    (tmp_path / "card.toml").write_text("[thresholds]\n", encoding="utf-8")
    with pytest.raises(ReaderError, match=r"lacks encoder\.onnx"):
        NeuralReader(tmp_path)
