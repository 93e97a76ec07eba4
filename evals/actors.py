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
evals/actors_checked.toml: ids and verdicts only, since headlines are their publishers'. Two readers read them, apart from each other:
`readers` is the share of headlines in which both wrote the same ids, `alpha` Krippendorff's (nominal, all ids of a headline as one
label, none as one too). The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpus.agreement import alpha
from evals.actors_sides import Sides
from evals.actors_units import PARTS, Unit, resolver, units
from evals.common import print_scores
from evals.intervals import interval, share, share_line

CHECKED = Path(__file__).with_name("actors_checked.toml")


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


def judge(unit: Unit, sides: Sides, without: frozenset[str] = frozenset()) -> Verdict:
    """Return what was found in a unit's headline, without the country or the day where `without` says so."""
    country = None if "country" in without else unit.country
    on = None if "date" in without else unit.on
    found = tuple(dict.fromkeys(_given(unit.headline, country, on)))
    borne = {named.actor_id for hit in resolver().hits(unit.headline, members=True) for named in hit.named}
    words = f" {unit.headline} ".translate(_STOPS)
    meant = sides.meant(unit)
    named = {name: bool(ids & {*found}) for name, ids in meant.items() if f" {name} " in words or ids & borne}
    return Verdict(unit=unit, found=found, sides=named, agrees=any(ids & {*found} for ids in meant.values()))


def _given(headline: str, country: str | None, on: date | None) -> list[str]:
    return [actor for _, _, actor in resolver().find(headline, country=country, on=on, members=True)]


_STOPS = str.maketrans(dict.fromkeys(",.:;!?()[]\"'’“”‘/", " "))


def score(path: str, part: str, without: frozenset[str], *, errors: bool) -> None:
    """Print the share of named sides found in one part, by country and in all, and the agreement of headlines."""
    sides = Sides(resolver(), path)
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
    sides = Sides(resolver(), path)
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
    counted = {"when_checked": share(first), "names": share(names), "n_names": len(names), "n_read": len(now)}
    _print(hits, counted | readers(list(table.values())))


def readers(rows: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Return how far the two readers of the checked headlines agree: the share of equal readings, and Krippendorff's alpha."""
    pairs = [("+".join(sorted(row.get("first", row["expected"]))), "+".join(sorted(row["second"]))) for row in rows]
    return {"readers": share([one == other for one, other in pairs]), "alpha": alpha(pairs)}


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
