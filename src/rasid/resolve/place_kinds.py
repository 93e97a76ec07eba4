"""What kinds of place there are, and how finely each may be drawn."""

from __future__ import annotations

from rasid.model.where import PlacePrecision

# The position is the number in the gazetteer file: add at the end only.
KINDS = (
    "country", "city", "admin1", "admin2", "town", "village", "quarter", "camp", "base", "prison", "dam",
    "crossing", "airport", "oilfield", "refinery", "port", "hospital", "mosque", "university", "mountain",
    "desert", "river", "lake", "valley", "island", "region", "road", "sea", "continent",
    "capital",
)  # fmt: skip
SETTLEMENTS = frozenset({"capital", "city", "town", "village", "quarter"})
ADMINISTRATIVE = frozenset({"country", "admin1", "admin2"})
# What is named on its own, often after a unit far away: "Lake Vermont", "Camp Nevada".
FEATURES = frozenset({
    "camp", "base", "prison", "dam", "crossing", "airport", "oilfield", "mountain", "desert", "river", "lake", "valley", "island", "sea",
})  # fmt: skip
_AREAS = frozenset({"mountain", "desert", "river", "lake", "valley", "island", "region", "road", "sea", "continent"})
# Inhabitants assumed where none are known, so that kinds compete on one scale.
_USUAL_SIZE = {"capital": 200_000, "city": 20_000, "town": 8_000, "village": 800, "quarter": 8_000, "admin1": 400_000, "admin2": 60_000,
               "country": 5_000_000, "continent": 500_000_000, "sea": 3_000_000, "river": 400_000, "desert": 400_000,
               "region": 400_000}  # fmt: skip
_LEAST_AREA_KM = 25.0
_FIXED = {
    "country": (PlacePrecision.country, 6),
    "admin1": (PlacePrecision.admin1, 4),
    "admin2": (PlacePrecision.district, 3),
    "sea": (PlacePrecision.region, 7),
    "continent": (PlacePrecision.region, 6),
}


def is_area(kind: str) -> bool:
    """Whether the kind has no agreed limits or stretches over many settlements: mountains, deserts, seas, roads."""
    return kind in _AREAS


def size_of(kind: str, population: int) -> int:
    """Inhabitants, or what is usual for the kind where the gazetteer has none."""
    return population or _USUAL_SIZE.get(kind, 3_000)


def settlement_radius_km(kind: str, population: int) -> float:
    """Radius in km that a settlement of that size usually covers; rounded up, since limits are not known."""
    if kind == "village" or population < 2_000:
        return 2.0
    for limit, radius in ((20_000, 4.0), (200_000, 7.0), (1_000_000, 12.0)):
        if population < limit:
            return radius
    return 20.0


def precision_of(kind: str, extent_km: float) -> tuple[PlacePrecision, int]:
    """Precision and UCDP GED where_prec (codebook 19.1) of a report that names just this place."""
    if kind in _FIXED:
        return _FIXED[kind]
    if kind in _AREAS:
        return PlacePrecision.region, 2 if extent_km <= _LEAST_AREA_KM else 5
    return (PlacePrecision.town if kind in SETTLEMENTS - {"quarter"} else PlacePrecision.exact), 1
