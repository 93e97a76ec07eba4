"""The network that is shipped: where its files lie, and whether they and what runs them are there."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

_FILES = ("encoder.onnx", "arguments.onnx", "pairs.onnx", "tokenizer.json", "card.toml")
_RUNTIME = ("numpy", "onnxruntime", "tokenizers")


def model_folder() -> Path:
    """Return the folder of the shipped network."""
    return Path(str(files("rasid"))) / "data" / "models" / "reader-en"


def missing_files(folder: Path) -> list[str]:
    """Return the names of the network's files that `folder` lacks."""
    return [name for name in _FILES if not (folder / name).is_file()]


def missing() -> Iterator[str]:
    """Yield what the shipped network lacks to be run: files of its own and packages, none of which is imported."""
    yield from missing_files(model_folder())
    yield from (name for name in _RUNTIME if find_spec(name) is None)
