"""Readings to mentions: what the words mean by the codebook."""

from rasid.coding.coder import code

__all__ = ["code"]
