"""Candidate pairs: which mentions are worth comparing, so that the work grows with the record and not its square.

Mentions that share a key meet in a block. Dated mentions meet by days and place, area, country, party, toll or type;
undated ones, such as recalled incidents, meet all others by place, party or toll whatever the days. In a block of more
than `CAP` mentions each meets only the `CAP` that stand next to it by toll and day, so that no mention has more than
CAP candidates a key.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor

from rasid.linking.compare.event_types import family
from rasid.linking.profile import Profile
from rasid.model import PlacePrecision

CAP = 40

Key = tuple[str | int | None, ...]

# Days of a time bucket, and the days by which a window is widened: reports differ by a night or a time zone.
_BUCKET, _SLACK = 4, 1
# Windows wider than this meet others as undated ones do.
_WIDEST = 31
# Tolls below this are too common to bring two mentions together.
_TELLING_TOLL = 3
_TIMELESS = "at any time"
_POINTS = frozenset({PlacePrecision.exact, PlacePrecision.town, PlacePrecision.district})


def candidate_pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield the index pairs (i < j) to compare, each once, in ascending order; never two of one report."""
    blocks = _blocks(profiles)
    for i, profile in enumerate(profiles):
        found: set[int] = set()
        for key in keys_of(profile):
            block = blocks[key]
            if key[0] == _TIMELESS:
                found.update(j for j in block.near(i) if _timeless(profile) or _timeless(profiles[j]))
            else:
                found.update(block.near(i))
        for j in sorted(found):
            if i < j and profiles[j].report_id != profile.report_id:
                yield i, j


def keys_of(profile: Profile) -> list[Key]:
    """Return the keys of the blocks that a mention belongs to."""
    keys = [(_TIMELESS, *key) for key in _lasting_keys(profile)]
    if not _timeless(profile):
        facets = list(_facet_keys(profile))
        keys += [(bucket, *facet) for bucket in _buckets(profile) for facet in facets]
    return keys


@dataclass(slots=True)
class _Block:
    """The members of one key; those of a large block in the order of likeness, with the place of each."""

    members: list[int]
    positions: dict[int, int] | None = None

    def near(self, member: int) -> list[int]:
        """Return the members to compare `member` with, itself included."""
        if self.positions is None:
            return self.members
        at = self.positions[member]
        return self.members[max(0, at - CAP // 2) : at + CAP // 2 + 1]


def _blocks(profiles: Sequence[Profile]) -> dict[Key, _Block]:
    members: defaultdict[Key, list[int]] = defaultdict(list)
    for i, profile in enumerate(profiles):
        for key in keys_of(profile):
            members[key].append(i)
    return {key: _block(found, profiles) for key, found in members.items()}


def _block(members: list[int], profiles: Sequence[Profile]) -> _Block:
    if len(members) <= CAP:
        return _Block(members)
    members.sort(key=lambda i: _order(profiles[i]))
    return _Block(members, {member: at for at, member in enumerate(members)})


def _order(profile: Profile) -> tuple[int, int, str]:
    first = profile.window.first if profile.window is not None else 0
    return _toll(profile) or 0, first, profile.mention_id


def _facet_keys(profile: Profile) -> Iterator[Key]:
    """Yield what dated mentions meet by, within a few days of each other."""
    place = profile.place
    yield "type", family(profile.event_type)
    yield from (("party", actor) for actor in profile.parties)
    if (toll := _toll(profile)) is not None and toll >= _TELLING_TOLL:
        yield "toll", toll
    if place is None:
        return
    yield "place", place.place_id
    yield from (("place", other) for other in profile.also)
    if place.country is not None:
        yield "country", place.country
        yield "area", place.country, place.admin1
    if place.lat is not None and place.lon is not None and place.precision in _POINTS:
        # Two grids of one degree, half a degree apart, so that near points share a cell of one of them.
        yield from (("cell", grid, floor(place.lat + grid / 2), floor(place.lon + grid / 2)) for grid in (0, 1))


def _lasting_keys(profile: Profile) -> Iterator[Key]:
    """Yield what mentions meet by when at least one of them is not dated."""
    group = family(profile.event_type)
    place, toll = profile.place, _toll(profile)
    country = place.country if place is not None else None
    if place is not None and place.precision in _POINTS:
        yield "place", place.place_id, group
    if toll is not None and toll >= _TELLING_TOLL:
        yield "toll", toll, country
    for actor in profile.parties:
        yield "party", actor, group, country


def _buckets(profile: Profile) -> range:
    window = profile.window
    if window is None:
        return range(0)
    return range((window.first - _SLACK) // _BUCKET, (window.last + _SLACK) // _BUCKET + 1)


def _timeless(profile: Profile) -> bool:
    return profile.window is None or profile.window.last - profile.window.first >= _WIDEST


def _toll(profile: Profile) -> int | None:
    return profile.killed.low if profile.killed.best is None else profile.killed.best
