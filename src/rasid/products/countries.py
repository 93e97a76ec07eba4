"""Names of countries for people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def country_name(code: str) -> str:
    """Return the English short name of an ISO 3166-1 alpha-2 code, else the code."""
    return _names().get(code, code)


@cache
def _names() -> Mapping[str, str]:
    names: Mapping[str, str] = json.loads(
        (files("rasid") / "data" / "map" / "countries.json").read_text(encoding="utf-8")
    )
    return names
