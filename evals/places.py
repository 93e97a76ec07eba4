"""Place resolution with gold names, on files in the format of the geoparsing pack.

    python -m evals.places score lgl.jsonl geovirus.jsonl [--wrong]
    python -m evals.places ablate lgl.jsonl geovirus.jsonl

One line a report: {"id", "text", "toponyms": [{"start", "end", "surface", "lat", "lon", …}]}. Names without coordinates are
skipped. `score` prints for each file the score, that of the largest place of each name as a baseline, and how far confidence
can be believed; the last line is JSON over all files together:

- acc161: share of names resolved within 161 km (100 miles); mean_km: mean great-circle error, 20039 km for a name not resolved;
- auc: area under ln(error + 1) over ln(20039) * (n - 1), lower is better;
- exact_id: share that is the very entry of GeoNames, null where the gold has no numbers;
- recognition_f1: names found in the running text with just the gold offsets, against all gold names; n: names with coordinates.

Of the text only a comma between two gold names is looked at: "Dublin, Ohio" is one phrase for Dublin. `ablate` prints what
each sign brings: the score without it. Nothing is fitted on these files, but the weights were set by hand while reading errors
on them, so that the numbers are those of a development set.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from evals.common import print_scores, read_jsonl
from evals.place_gold import Report, answers, baseline, recognition
from evals.place_scores import Answer, f1, reliability, score
from rasid.resolve.place_weights import DEFAULT, SIGNS, Weights
from rasid.resolve.places import PlaceResolver

_NOT_ASKED = frozenset({"countries", "units"})
"""Signs from what a caller knows of the report, which is nothing here."""
_COMPANY = ("company", "country_share", "named_unit", "level", "same_name")


def main(arguments: list[str] | None = None) -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("score", "ablate"))
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list the names resolved farther than 161 km away")
    args = parser.parse_args(arguments)
    files = {path.stem: list(read_jsonl(path)) for path in args.files}
    if args.what == "ablate":
        print_ablation(files)
    else:
        print_score(files, wrong=args.wrong)


def print_score(files: dict[str, list[Report]], *, wrong: bool) -> None:
    """Prints the scores of each file, and those of all together as JSON."""
    resolver = PlaceResolver.open()
    together: list[Answer] = []
    right = found = gold = 0
    for name, reports in files.items():
        began = time.perf_counter()
        given = answers(resolver, reports)
        took = time.perf_counter() - began
        spans = recognition(resolver, reports)
        print(f"{name}: {score(given)}  {len(given) / took:.0f} names/s")
        print(f"{name}, largest place of the name: {score(baseline(resolver, reports))}")
        print(f"{name}, recognition: precision {spans[0] / spans[1]:.3f}, recall {spans[0] / spans[2]:.3f}")
        print_reliability(given)
        if wrong:
            print_wrong(given)
        together += given
        right, found, gold = right + spans[0], found + spans[1], gold + spans[2]
    whole = score(together)
    print_scores(
        {
            "acc161": whole.acc161, "mean_km": whole.mean_km, "auc": whole.auc, "exact_id": whole.exact_id,
            "recognition_f1": f1(right, found, gold), "n": whole.n,
        }
    )  # fmt: skip


def print_reliability(given: list[Answer]) -> None:
    """Prints, by tenths of confidence, how many names are within 161 km."""
    for least, n, stated, near in reliability(given):
        print(f"  confidence from {least:.1f}: n {n:5d}  stated {stated:.2f}  within 161 km {near:.2f}")


def print_wrong(given: list[Answer]) -> None:
    """Prints the names resolved farther than 161 km away, or not at all."""
    for answer in given:
        if not answer.near:
            print(answer.surface, "" if answer.km is None else round(answer.km), answer.chosen, sep="\t")


def print_ablation(files: dict[str, list[Report]]) -> None:
    """Prints a table of acc161 with all signs, and without each."""
    gazetteer = PlaceResolver.open().gazetteer
    rows: list[tuple[str, Weights, bool]] = [("all signs", DEFAULT, True)]
    rows += [(f"without {sign}", DEFAULT.without(sign), True) for sign in SIGNS if sign not in _NOT_ASKED]
    alone = DEFAULT
    for sign in _COMPANY:
        alone = alone.without(sign)
    rows += [("each name alone", alone, True), ("the name after the comma left out", DEFAULT, False)]
    print(f"| signs | {' | '.join(files)} |\n|---|{'---:|' * len(files)}")
    for label, weights, tails in rows:
        resolver = PlaceResolver(gazetteer, weights)
        cells = [f"{score(answers(resolver, reports, tails=tails)).acc161:.4f}" for reports in files.values()]
        print(f"| {label} |", " | ".join(cells), "|", flush=True)
    resolver = PlaceResolver(gazetteer)
    cells = [f"{score(baseline(resolver, reports)).acc161:.4f}" for reports in files.values()]
    print("| largest place of the name |", " | ".join(cells), "|")


if __name__ == "__main__":
    main(sys.argv[1:])
