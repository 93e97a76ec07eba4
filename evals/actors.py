"""Actors named in headlines against the sides of the coded event, on files in the format of the UCDP pack's ged_events.

    python -m evals.actors score ged_events.csv.gz [--part measured] [--without country|date] [--errors]
    python -m evals.actors checked ged_events.csv.gz
    python -m evals.actors sample ged_events.csv.gz [--size 100]

UCDP GED keeps the headlines of its sources beside the two sides that its coders settled on. A unit is one headline of one event;
equal headlines on the same sides count once. `accuracy` is over the sides that a headline names: a side's own name in UCDP stands in
it word by word, or a name that the register gives to the side, to others or to both stands in it. It is a hit if, given country and
day, the side's actor is among those found: names unknown to register and UCDP alike do not count here, but do in `checked`.
`agreement` is the share of headlines with a found actor in which one of the found is a side. Headlines name others too (allies,
speakers, other fronts in a day's summary), so that it cannot reach 1.

A side is met by its register actor, by the bodies of its state and their parts, by the members of an alliance, by whoever was part
of it, is its armed wing or carries its name on, and, for what UCDP calls "X insurgents" (all groups on one side), by the rebel groups
of the country that are no side of their own against the same government.

Parts are drawn by the SHA-256 of the folded headline, so that they do not depend on the order of the file: an even first digit is
`tuned` (its errors were read and rules written for them), an odd one `measured` (only counted; the hand-checked headlines are of
this part). `sample` prints the headlines to check, the lowest by digest of the row id; `checked` scores the rows of
evals/actors_checked.toml: ids and verdicts only, since headlines are their publishers'. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from evals.common import print_scores
from evals.intervals import interval, share, share_line
from rasid.model import ActorKind
from rasid.resolve.actor_words import key_of
from rasid.resolve.actors import ActorResolver
from rasid.resolve.register import BODIES

CHECKED = Path(__file__).with_name("actors_checked.toml")
PARTS = ("tuned", "measured")
_FAMILY = frozenset({"part_of", "armed_wing_of", "successor_of", "split_from", "merged_into", "renamed_from"})


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The actors found in a headline, whether each side that it names is among them, and whether any side is."""

    unit: Unit
    found: tuple[str, ...]
    sides: Mapping[str, bool]
    agrees: bool

    @property
    def right(self) -> bool:
        """Whether every side that the headline names is found."""
        return all(self.sides.values())


class Sides:
    """The actors of the register that stand for a side of UCDP."""

    def __init__(self, resolver: ActorResolver, path: str | Path) -> None:
        self._own = {(row["side_a"], row["side_b"]) for row in _rows(path) if row["type_of_violence"] == "1"}
        self._resolver = resolver
        self._register = resolver.register
        self._near: defaultdict[str, set[str]] = defaultdict(set)
        for actor_id in self._register:
            for relation in self._register.actor(actor_id).relations:
                if relation.kind in _FAMILY:
                    self._near[actor_id].add(relation.of)
                    self._near[relation.of].add(actor_id)
        self._states = {f"{country.lower()}.{body}" for country in resolver.vocabulary.countries for body in BODIES}
        self._known: dict[tuple[int, str, str | None], frozenset[str]] = {}

    def meant(self, unit: Unit) -> dict[str, frozenset[str]]:
        """Return by UCDP name of each organised side the ids that meet it; empty where the register has none."""
        meant = {name: self._side(ucdp, name, unit.country) for ucdp, name in unit.sides if name != "Civilians"}
        for name in meant:
            if name.endswith(" insurgents"):
                meant[name] |= self._all_groups(name, unit.country)
        return meant

    def _all_groups(self, name: str, country: str | None) -> frozenset[str]:
        """The rebel groups of a country but those that UCDP has as a side of their own against the same government."""
        key = (0, name, country)
        if key not in self._known:
            foes = {government for government, rebels in self._own if rebels == name}
            others = {rebels for government, rebels in self._own if government in foes and rebels != name}
            apart = {actor for rebels in others for actor in self._actors(-1, rebels, country)}
            parts = {one for one in self._register if apart & {*self._register.parents(one)}}
            groups = (one for one in self._register if self._register.actor(one).home == country)
            rebel = (one for one in groups if self._register.actor(one).kind is ActorKind.rebel_group)
            self._known[key] = frozenset(rebel) - apart - parts
        return self._known[key]

    def _side(self, ucdp: int, name: str, country: str | None) -> frozenset[str]:
        key = (ucdp, name, country)
        if key not in self._known:
            self._known[key] = frozenset(self._around(self._actors(ucdp, name, country)))
        return self._known[key]

    def _actors(self, ucdp: int, name: str, country: str | None) -> Iterator[str]:
        actor_id = self._register.of_ucdp(ucdp)
        if actor_id is not None:
            yield actor_id
            return
        for part in name.split(", "):
            ref = self._resolver.resolve(part.split(" - ")[0], country=country)
            if ref.actor_id is not None:
                yield ref.actor_id

    def _around(self, actors: Iterable[str]) -> Iterator[str]:
        for actor_id in actors:
            yield actor_id
            if actor_id in self._states:
                bodies = {f"{actor_id.partition('.')[0]}.{body}" for body in BODIES}
                yield from bodies
                yield from (one for one in self._register if bodies & {*self._register.parents(one)})
            else:
                yield from self._near[actor_id]


def units(path: str | Path) -> Iterator[Unit]:
    """Yield the units of a file of GED events, gzipped or not, in its order."""
    seen = set()
    for row in _rows(path):
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


def _rows(path: str | Path) -> Iterator[dict[str, str]]:
    raw = Path(path).read_bytes()
    text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8")
    return csv.DictReader(io.StringIO(text))


def _code(country: str) -> str | None:
    names = _resolver().vocabulary.nations
    found = names.get(key_of(country.partition(" (")[0]))
    return found[0] if found else None


_LOADED: list[ActorResolver] = []


def _resolver() -> ActorResolver:
    if not _LOADED:
        _LOADED.append(ActorResolver())
    return _LOADED[0]


def judge(unit: Unit, sides: Sides, without: frozenset[str] = frozenset()) -> Verdict:
    """Return what was found in a unit's headline, without the country or the day where `without` says so."""
    country = None if "country" in without else unit.country
    on = None if "date" in without else unit.on
    found = tuple(dict.fromkeys(_given(unit.headline, country, on)))
    borne = {named.actor_id for hit in _resolver().hits(unit.headline, members=True) for named in hit.named}
    words = f" {unit.headline} ".translate(_STOPS)
    meant = sides.meant(unit)
    named = {name: bool(ids & {*found}) for name, ids in meant.items() if f" {name} " in words or ids & borne}
    return Verdict(unit=unit, found=found, sides=named, agrees=any(ids & {*found} for ids in meant.values()))


def _given(headline: str, country: str | None, on: date | None) -> list[str]:
    return [actor for _, _, actor in _resolver().find(headline, country=country, on=on, members=True)]


_STOPS = str.maketrans(dict.fromkeys(",.:;!?()[]\"'’“”‘/", " "))


def score(path: str, part: str, without: frozenset[str], *, errors: bool) -> None:
    """Print the share of named sides found in one part, by country and in all, and the agreement of headlines."""
    sides = Sides(_resolver(), path)
    drawn = [unit for unit in units(path) if unit.part == part]
    judged = [judge(unit, sides, without) for unit in drawn]
    by_country: defaultdict[str, list[bool]] = defaultdict(list)
    for verdict in judged:
        by_country[verdict.unit.country or "-"] += verdict.sides.values()
        if errors and not verdict.right:
            _show(verdict)
    hits = [hit for verdict in judged for hit in verdict.sides.values()]
    agreement = [verdict.agrees for verdict in judged if verdict.found]
    for name, some in sorted(by_country.items()):
        print(share_line(name, some))
    print(share_line("all", hits))
    print(share_line("agreement", agreement))
    _print(hits, {"agreement": share(agreement), "headlines": len(drawn), "part": part})


def _show(verdict: Verdict) -> None:
    unit = verdict.unit
    told = " / ".join(name for _, name in unit.sides)
    print(unit.row, unit.on, told, unit.headline, verdict.found, dict(verdict.sides), sep=" | ")


_CUE = re.compile(
    r"\b[A-Z]{2,}\b|\b(?:Los|Las) [A-Z]|(?i:\b(?:army|military|forces?|troops?|soldiers?|marines?|police|guards?|jets|warplanes|militias?|rebels?"
    r"|fighters|separatists|insurgents|cartels?|cártel|gang|grupo|group|organi[sz]ation|movement|front|brigades?|battalion|corps"
    r"|division|state|government|regime|junta|coalition|zetas|familia|ejército|marina|policía|guardia)\b)",
)
"""What a headline that names an organised actor will hold, in English and Spanish; knows no name of the register."""


def sample(path: str, size: int, skip: int) -> None:
    """Print the measured headlines to check by hand: from each country those with a cue that are lowest by digest of the row id.

    The first `skip` are left out: they were read while rules were still written.
    """
    sides = Sides(_resolver(), path)
    cued = (unit for unit in units(path) if unit.part == "measured" and _CUE.search(_shouted(unit.headline)))
    by_country: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in sorted(cued, key=lambda unit: sha256(unit.row.encode()).hexdigest()):
        by_country[unit.country or "-"].append(unit)
    for _, drawn in sorted(by_country.items()):
        for unit in drawn[skip : skip + size // len(by_country)]:
            _show(judge(unit, sides))


def _shouted(headline: str) -> str:
    """A headline in which capitals tell nothing is taken in small letters."""
    return headline.lower() if headline.isupper() else headline


def checked(path: str, verdicts: Path = CHECKED) -> None:
    """Print the share of hand-checked headlines that name an actor, or are given one, in which all and no others get their ids."""
    table = {row["row"]: row for row in tomllib.loads(verdicts.read_text(encoding="utf-8"))["rows"]}
    now: dict[str, list[str]] = {
        unit.row: _given(unit.headline, unit.country, unit.on) for unit in units(path) if unit.row in table
    }
    told = {row: table[row] for row in now if table[row]["expected"] or table[row]["given"] or now[row]}
    first = [{*row["given"]} == {*row["expected"]} for row in told.values()]
    hits = [{*now[name]} == {*row["expected"]} for name, row in told.items()]
    names = [actor in now[name] for name, row in told.items() for actor in row["expected"]]
    for (name, row), hit in zip(told.items(), hits, strict=True):
        if not hit:
            print(name, f"expected {row['expected']}", f"given {sorted({*now[name]})}", sep=" | ")
    print(share_line("when checked", first))
    print(share_line("now", hits))
    print(share_line("names found", names))
    _print(hits, {"when_checked": share(first), "names": share(names), "n_names": len(names), "n_read": len(now)})


def _print(hits: Sequence[bool], more: Mapping[str, Any]) -> None:
    low, high = interval(hits, share)
    print_scores({"accuracy": share(hits), "n": len(hits), "low": low, "high": high, **more})


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["score", "checked", "sample"])
    parser.add_argument("file")
    parser.add_argument("--part", choices=PARTS, default="measured")
    parser.add_argument("--without", choices=["country", "date"], action="append", default=[])
    parser.add_argument("--size", type=int, default=100, help="how many headlines, over all countries")
    parser.add_argument("--skip", type=int, default=30, help="how many of each country to leave out first")
    parser.add_argument("--errors", action="store_true", help="list the headlines that are not right")
    options = parser.parse_args(arguments)
    if options.command == "score":
        score(options.file, options.part, frozenset(options.without), errors=options.errors)
    elif options.command == "sample":
        sample(options.file, options.size, options.skip)
    else:
        checked(options.file)


if __name__ == "__main__":
    main()
