"""Headlines of the events of UCDP GED, on files in the format of the UCDP pack's ged_events."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from rasid.resolve.actor_words import key_of
from rasid.resolve.actors import ActorResolver

PARTS = ("tuned", "measured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One headline of one event; `row` is "event id:number of the headline", `sides` are UCDP's names and ids."""

    row: str
    headline: str
    country: str | None
    on: date
    sides: tuple[tuple[int, str], ...]

    @property
    def part(self) -> str:
        """The part that the unit falls in."""
        return PARTS[int(sha256(key_of(self.headline).encode()).hexdigest()[0], 16) % 2]


def units(path: str | Path) -> Iterator[Unit]:
    """Yield the units of a file of GED events, gzipped or not, in its order."""
    seen = set()
    for row in rows_of(path):
        sides = tuple((int(row[f"side_{side}_new_id"] or -1), row[f"side_{side}"]) for side in "ab")
        for number, headline in enumerate(row["source_headline"].split(";")):
            key = (key_of(headline), sides)
            if key[0] and key not in seen:
                seen.add(key)
                yield Unit(
                    row=f"{row['id']}:{number}",
                    headline=headline.strip(),
                    country=_code(row["country"]),
                    on=date.fromisoformat(row["date_start"]),
                    sides=sides,
                )


def rows_of(path: str | Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a file, gzipped or not."""
    raw = Path(path).read_bytes()
    text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8")
    return csv.DictReader(io.StringIO(text))


def _code(country: str) -> str | None:
    names = resolver().vocabulary.nations
    found = names.get(key_of(country.partition(" (")[0]))
    return found[0] if found else None


@cache
def resolver() -> ActorResolver:
    """Return the resolver of actors; read once a process."""
    return ActorResolver()
