"""Where something happened, no finer than the source says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rasid.errors import ModelError


class PlacePrecision(StrEnum):
    """How finely the source places the incident."""

    exact = "exact"
    town = "town"
    district = "district"
    admin1 = "admin1"
    country = "country"
    region = "region"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRunnerUp:
    """A place that the words could also have meant, with its score in [0, 1]."""

    place_id: str
    name: str
    country: str | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A gazetteer place with the precision of the words that named it.

    `lat`/`lon` are WGS84 degrees of the place's representative point; `extent_km` the radius around it that
    the words may mean; `ucdp_prec` is UCDP GED where_prec 1-7. Raises ModelError for impossible coordinates.
    """

    place_id: str
    name: str
    words: str
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    lat: float | None = None
    lon: float | None = None
    extent_km: float | None = None
    precision: PlacePrecision
    ucdp_prec: int
    confidence: float
    rule: str = ""
    runners_up: tuple[PlaceRunnerUp, ...] = ()

    @property
    def acled_prec(self) -> int:
        """ACLED geo_precision: 1 the named place, 2 near it or a small area, 3 a first-level unit or anything larger."""
        return 1 if self.ucdp_prec == 1 else 2 if self.ucdp_prec in {2, 3} else 3

    def __post_init__(self) -> None:
        if (self.lat is None) != (self.lon is None):
            msg = f"place {self.name!r} has half a point: lat={self.lat}, lon={self.lon}"
            raise ModelError(msg)
        if self.lat is not None and self.lon is not None and not (abs(self.lat) <= 90 and abs(self.lon) <= 180):
            msg = f"place {self.name!r} lies off the globe: lat={self.lat}, lon={self.lon}"
            raise ModelError(msg)
