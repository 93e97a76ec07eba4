"""How messages name files."""

from __future__ import annotations

from pathlib import Path


def shown(path: Path) -> str:
    """Return a path as messages show it: from the working folder where it lies below it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
