"""The two sizes of lettering on a map: one for wide screens and paper, one that can be read on a phone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """Type sizes in drawing units, as the class `name` has them in brief.css, and what is written in them.

    `grow` is added to the radius of a dot; with `names` the places of incidents are named beside their numbers.
    """

    name: str
    number: float
    country: float
    town: float
    towns: int
    names: bool
    grow: float = 0.0


WIDE = Lettering(name="wide", number=15, country=17, town=12, towns=9, names=True)
SLIM = Lettering(name="slim", number=26, country=26, town=23, towns=4, names=False, grow=4.0)
"""The drawing is about half as wide on a phone, so that its type is about twice as large."""
