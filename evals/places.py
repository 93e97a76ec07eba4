"""Place resolution with gold names: accuracy within 161 km, by document, on files in the format of the geoparsing pack.

    python -m evals.places lgl.jsonl geovirus.jsonl

One line a report: {"id", "text", "toponyms": [{"start", "end", "surface", "lat", "lon", …}]}. Names without coordinates
are skipped. Error is the great-circle distance in km, 20039 where nothing was resolved; AUC is the area under
ln(error + 1) over ln(20039) * (n - 1), lower is better. Of the text, only a comma between two names is looked
at: "Dublin, Ohio" is one phrase for Dublin.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import mean, median
from typing import Any

from evals.common import print_scores
from rasid.model.where import Where
from rasid.resolve.place_rank import distance_km
from rasid.resolve.places import PlaceResolver
from rasid.text.names import name_key

_HALF_ROUND_KM = 20039.0
_NEAR_KM = 161.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What the literature reports: shares in [0, 1], distances in km."""

    names: int
    resolved: float
    within_161_km: float
    median_km: float
    mean_km: float
    auc: float


def score(errors: list[float | None]) -> Score:
    """The score of the errors, None for a name that was not resolved."""
    km = sorted(_HALF_ROUND_KM if error is None else error for error in errors)
    logs = [log(error + 1) for error in km]
    area = sum((one + other) / 2 for one, other in pairwise(logs))
    return Score(
        names=len(km),
        resolved=sum(error is not None for error in errors) / len(km),
        within_161_km=sum(error <= _NEAR_KM for error in km) / len(km),
        median_km=median(km),
        mean_km=mean(km),
        auc=area / (log(_HALF_ROUND_KM) * (len(km) - 1)),
    )


def _as_place(resolver: PlaceResolver, surface: str) -> str:
    """An adjective or people ("Iraqi", "Palestinians") as the name of its country, which is how the gold takes it."""
    country = resolver.gazetteer.get(resolver.gazetteer.people(name_key(surface).removesuffix("s")) or "")
    return country.name if country and resolver.resolve(surface) is None else surface


def _phrases(resolver: PlaceResolver, report: dict[str, Any]) -> list[str]:
    """The gold names as a reader would hand them over: with the name that follows after a comma, "Dublin, Ohio"."""
    names, text = report["toponyms"], report["text"]
    phrases = [_as_place(resolver, name["surface"]) for name in names]
    tails = [text[one["end"] : other["start"]] == ", " for one, other in pairwise(names)]
    return [
        f"{phrase}, {names[index + 1]['surface']}" if index < len(tails) and tails[index] else phrase
        for index, phrase in enumerate(phrases)
    ]


def errors_of(resolver: PlaceResolver, report: dict[str, Any]) -> list[tuple[str, float | None, Where | None]]:
    """Surface, error in km and answer for each gold name of a report that has coordinates."""
    answers = resolver.resolve_all(_phrases(resolver, report))
    found = []
    for name, answer in zip(report["toponyms"], answers, strict=True):
        if name["lat"] is None:
            continue
        error = None
        if answer and answer.lat is not None and answer.lon is not None:
            error = distance_km((name["lat"], name["lon"]), (answer.lat, answer.lon))
        found.append((name["surface"], error, answer))
    return found


def main(arguments: list[str] | None = None) -> None:
    """Prints the scores of each file, and with --wrong the names that were missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list the names resolved farther than 161 km away")
    given = sys.argv[1:] if arguments is None else arguments
    args = parser.parse_args(given[1:] if given[:1] == ["score"] else given)
    resolver = PlaceResolver.open()
    for path in args.files:
        began = time.perf_counter()
        reports = [json.loads(line) for line in path.open(encoding="utf-8")]
        found = [entry for report in reports for entry in errors_of(resolver, report)]
        took = time.perf_counter() - began
        result = score([error for _, error, _ in found])
        print(f"{path.name}: {result}  {len(found) / took:.0f} names/s")
        if args.wrong:
            for surface, error, answer in found:
                if error is None or error > _NEAR_KM:
                    print(
                        surface,
                        error and round(error),
                        answer and (answer.name, answer.country, answer.admin1),
                        sep="\t",
                    )
    print_scores(
        {"within_161_km": result.within_161_km, "resolved": result.resolved, "auc": result.auc, "names": result.names}
    )


if __name__ == "__main__":
    main(sys.argv[1:])
