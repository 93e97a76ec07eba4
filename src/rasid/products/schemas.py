"""JSON Schemas of what rasid writes, generated from the classes that it is written from."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from typing import Any

from rasid.model import Incident, Mention
from rasid.products.export.rows import FlatRow, describe
from rasid.products.json_form import CodedReport, IncidentClaims, adapter

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS: Mapping[str, Hashable] = {
    "mention": Mention,
    "incident": Incident,
    "incident-claims": IncidentClaims,
    "coding": CodedReport,
    "flat": FlatRow,
}
"""Schema name -> class; `data/schemas/<name>.schema.json` is committed and tested to be current."""


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema named `name`, one of KINDS."""
    kind = KINDS[name]
    body = adapter(kind).json_schema(mode="serialization")
    if kind is FlatRow:
        for column, text in describe(FlatRow).items():
            body["properties"][column]["description"] = text
    return {"$schema": DIALECT, **_closed(body)}


def schema_text(name: str) -> str:
    """Return the schema as the committed file holds it."""
    return json.dumps(schema(name), ensure_ascii=False, indent=1) + "\n"


def _closed(node: Any) -> Any:
    """Return the schema with every object closed to unknown keys, so that a misspelt field cannot pass."""
    if isinstance(node, list):
        return [_closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    closed = {key: _closed(value) for key, value in node.items()}
    if closed.get("type") == "object" and isinstance(closed.get("properties"), dict):
        closed.setdefault("additionalProperties", False)
    return closed
