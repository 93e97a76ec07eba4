"""The data files of coding."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_toml(name: str) -> dict[str, Any]:
    """Return the parsed data file `coding/<name>.toml` of the package, loaded once."""
    return tomllib.loads((files("rasid.data") / "coding" / f"{name}.toml").read_text(encoding="utf-8"))
