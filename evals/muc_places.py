"""Claims on a place into the location of a MUC-4 template: country, department, town, part of a town."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from rasid.coding.unlisted import PREFIX, quarter_in, recased
from rasid.model import Claim, PlacePrecision, Report, Where
from rasid.resolve.gazetteer import Gazetteer, Place
from rasid.resolve.place_geometry import distance_km

_COUNTRIES = {
    "SV": "EL SALVADOR", "CO": "COLOMBIA", "PE": "PERU", "CL": "CHILE", "GT": "GUATEMALA", "HN": "HONDURAS",
    "BO": "BOLIVIA", "AR": "ARGENTINA", "EC": "ECUADOR", "NI": "NICARAGUA", "PA": "PANAMA", "CR": "COSTA RICA",
    "MX": "MEXICO", "VE": "VENEZUELA", "BR": "BRAZIL", "US": "UNITED STATES", "ES": "SPAIN", "CU": "CUBA",
    "PY": "PARAGUAY", "UY": "URUGUAY",
}  # fmt: skip
COVERED = frozenset({"SV", "CO", "PE", "CL", "GT", "HN", "BO", "AR", "EC"})
"""The countries of the task (guidelines); incidents elsewhere are not in its key."""
_LOOSE = frozenset({"place.context", "place.title", "place.dateline"})
_LED_TO = re.compile(
    r"\b(?:(?:in|at|near|outside)|(?:centers?|centres?|parts?|streets|areas?|outskirts|downtown)\s+of)\s+(?:the\s+|downtown\s+)?$",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"\b(?:NORTH|SOUTH)?(?:EAST|WEST|NORTH|SOUTH)\s+OF\b", re.IGNORECASE)
_AROUND_KM = 15.0
_DIVISION = re.compile(
    r"\s+(?:DEPARTMENT|DEPARTAMENTO|PROVINCE|REGION|INTENDANCY|MUNICIPALITY|JURISDICTION|(?<!GUATEMALA )(?<!PANAMA )CITY)$"
)


def location(report: Report, places: Sequence[Claim[Where]], country: str | None) -> list[str]:
    """Return "COUNTRY: DIVISION (DEPARTMENT): PLACE (CITY)" as far as told; `country` is that of the report.

    A place that no words tie to the incident gives only its country, as the key does.
    """
    fine = [claim for claim in places if claim.value.country in COVERED or country is None]
    told = [claim for claim in fine if _is_told(report, claim)]
    code = next((claim.value.country for claim in (*told, *fine)), country)
    if code not in _COUNTRIES:
        return []
    levels = _path(report, [claim for claim in told if claim.value.country == code])
    return [": ".join((_COUNTRIES[code], *levels))]


def _is_told(report: Report, claim: Claim[Where]) -> bool:
    """Tell whether words tie a place below the country to the act; a name beside it only where "in" leads to it."""
    if claim.value.precision is PlacePrecision.country or claim.value.place_id == claim.value.country:
        return False
    before = report.text[: claim.evidence[0].start]
    return claim.rule not in _LOOSE and (claim.rule != "place.beside" or _LED_TO.search(before[-40:]) is not None)


def _path(report: Report, told: Sequence[Claim[Where]]) -> list[str]:
    """Return the levels below the country."""
    rows = [(claim.value, _words(report, claim)) for claim in told]
    rows = [row for row in rows if _OFFSET.search(row[1]) is None] or rows
    if not rows:
        return []
    towns = [(where, words) for where, words in rows if not _is_division(where)]
    if not towns:
        return [f"{plain(rows[0][0].admin1 or rows[0][0].name)} (DEPARTMENT)"]
    quarters = [plain(part) for _, words in towns if (part := quarter_in(recased(words))) is not None]
    cities = [where for where, _ in towns if not any(plain(where.name).endswith(part) for part in quarters)]
    first = cities[0] if cities else towns[0][0]
    around = _city_around(first)
    town = [f"{plain(city.name)} (CITY)" for city in ([around] if around else cities[:1])]
    parts = quarters or ([plain(first.name)] if around else [])
    return [*_division(first, rows), *town, *(f"{part} (NEIGHBORHOOD)" for part in parts[:1])]


def _city_around(where: Where) -> Place | None:
    """Return the capital that a building or quarter of the gazetteer lies in, though the words name the part alone."""
    if where.precision is not PlacePrecision.exact or where.country is None or where.lat is None or where.lon is None:
        return None
    capital = _gazetteer().capital(where.country)
    if capital is None or capital.lat is None or capital.lon is None or plain(capital.name) == plain(where.name):
        return None
    return capital if distance_km((where.lat, where.lon), (capital.lat, capital.lon)) <= _AROUND_KM else None


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _is_division(where: Where) -> bool:
    return not where.place_id.startswith(PREFIX) and where.admin1 == where.name and where.precision in {
        PlacePrecision.admin1, PlacePrecision.region,
    }  # fmt: skip


def _division(where: Where, rows: Sequence[tuple[Where, str]]) -> list[str]:
    """Return the division of a place where the text names it too, and not only a town of its name."""
    division = plain(where.admin1 or "")
    if not division or any(plain(other.name) == division and not _is_division(other) for other, _ in rows):
        return []
    named = any(re.search(rf"(?<!PUERTO ){re.escape(division)}\b(?!'S CAPITAL)", _near(words)) for _, words in rows)
    return [f"{division} (DEPARTMENT)"] if named else []


def _near(words: str) -> str:
    """Return the words, as the key prints them, without the place that an offset counts from."""
    return _OFFSET.split(plain(words))[0]


def _words(report: Report, claim: Claim[Where]) -> str:
    return " ".join(claim.evidence[0].quote(report.text).split())


def plain(name: str) -> str:
    """Return a place name as the key prints it: upper case without accents and without its kind word."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
    return _DIVISION.sub("", bare.upper())
