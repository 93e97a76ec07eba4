"""What an export says about itself, so that it can be checked and cited."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rasid.products.export.table import Table
from rasid.products.version import rasid_version


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an export comes from: the filter in words, the codebook, and the day of the run if one is to be named."""

    filter_text: str | None = None
    codebook_version: str | None = None
    codebook_text: str = ""
    run_date: date | None = None


def manifest_text(table: Table, origin: Origin, folder: Path) -> str:
    """Return the manifest of the files that lie in `folder`: the same input gives the same text on every day."""
    return json.dumps(_manifest(table, origin, folder), ensure_ascii=False, indent=1) + "\n"


def _manifest(table: Table, origin: Origin, folder: Path) -> dict[str, Any]:
    body: dict[str, Any] = {
        "rasid": rasid_version(),
        "unit": table.unit.value,
        "rows": len(table.entries),
        "filter": origin.filter_text,
        "codebook": origin.codebook_version,
        "files": [_describe(path) for path in sorted(folder.iterdir())],
        "cite": cite(table, origin),
    }
    if origin.run_date is not None:
        body["run_date"] = origin.run_date.isoformat()
    return body


def cite(table: Table, origin: Origin) -> str:
    """Return a line to cite the export by."""
    parts = [f"Export of {len(table.entries)} {table.unit.value}s made with rasid {rasid_version()}"]
    if origin.codebook_version:
        parts.append(f"codebook {origin.codebook_version}")
    parts.append(f"filter: {origin.filter_text or 'none'}")
    if origin.run_date is not None:
        parts.append(origin.run_date.isoformat())
    return "; ".join(parts) + ". Machine-coded from reports; name the reports' publishers as the sources."


def _describe(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {"name": path.name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
