"""What every measure shares: reading JSON lines and printing its scores."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any


def read_jsonl(path: str | Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines, blank lines left out."""
    with Path(path).open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def print_scores(scores: Mapping[str, Any]) -> None:
    """Print scores as one line of JSON, the last line of a measure; fractions to four places."""
    print(json.dumps({name: round(score, 4) if isinstance(score, float) else score for name, score in scores.items()}))
