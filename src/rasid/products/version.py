"""Which rasid made a product."""

from __future__ import annotations

from importlib.metadata import version


def rasid_version() -> str:
    """Return the version of the installed package."""
    return version("rasid")
