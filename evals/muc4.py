"""MUC-4: reports into the forms that its scorers read.

    python -m evals.muc4 predict DOCS.jsonl --gtt OUT.jsonl --slots OUT.jsonl [--split tst1 tst2] [--reader NAME]
    python -m evals.muc4 score MUC4_FOLDER [--split tst1 tst2]

`predict` runs on any file of the format of `docs.jsonl`; its last line counts what it wrote. `score` predicts, runs the two
scorers beside the data (`tools/`) and prints `gtt_f1`, `slots_f1`, `type_f1`, `docrel_f1` and `n` as one JSON object.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from evals.common import print_scores, read_jsonl
from evals.engine import add_reader, engine
from evals.muc_places import COVERED
from evals.muc_slots import slots
from evals.muc_templates import arguments_of, templates
from rasid.coding import code
from rasid.coding.context import Context
from rasid.model import Reading, Report, make_report
from rasid.reading import Reader, Weighing


def predict(docs: Iterable[dict[str, Any]], gtt: Path, full: Path, reader_name: str) -> int:
    """Write the predictions for `docs` in both forms; returns the number of documents."""
    measured = engine(reader_name)
    resolvers = measured.resolvers
    number = 0
    with gtt.open("w", encoding="utf-8") as simple, full.open("w", encoding="utf-8") as complete:
        for doc in docs:
            number += 1
            day = doc.get("dateline_date")
            report = make_report(doc["text"], published=date.fromisoformat(day) if day else None)
            reading, notable = _read(measured.reader, report)
            coding = code(reading, report, resolvers)
            found = templates(report, reading, coding, resolvers.actors, notable)
            country = _country(doc, Context(report, reading, resolvers)) if found else None
            rows = [slots(report, mention, row, arguments_of(reading, mention), country) for mention, row in found]
            simple.write(json.dumps({"docid": doc["docid"], "templates": [row for _, row in found]}) + "\n")
            complete.write(json.dumps({"docid": doc["docid"], "templates": rows}) + "\n")
    return number


def _read(reader: Reader, report: Report) -> tuple[Reading, dict[int, float]]:
    """Return the reading and, where the reader weighs it, the chance of each incident to be keyed."""
    if not isinstance(reader, Weighing):
        return reader.read(report), {}
    scored = reader.score(report)
    return scored.reading, scored.notable


def _country(doc: dict[str, Any], context: Context) -> str | None:
    """Return the country of the task that the report names most, else that of the dateline, else any it is about."""
    where = context.where(str(doc.get("dateline") or "").partition(",")[0])
    own = where.country if where is not None else None
    about = [*context.countries, *([own] if own else [])]
    return next((code for code in about if code in COVERED), about[0] if about else None)


def score(folder: Path, splits: list[str], reader: str = "lexicon") -> dict[str, float | int]:
    """Predict the splits and return the scorers' headline numbers, in [0, 1]."""
    tools = folder.resolve().parents[1] / "tools"
    docs = [doc for doc in read_jsonl(folder / "docs.jsonl") if doc["split"] in splits]
    with tempfile.TemporaryDirectory() as scratch:
        gtt, full = Path(scratch) / "gtt.jsonl", Path(scratch) / "slots.jsonl"
        number = predict(docs, gtt, full, reader)
        simple = _run(
            tools / "score_muc.py", folder / "gtt.jsonl", gtt, splits, "--gold-ree", str(folder / "ree.jsonl")
        )
        complete = _run(tools / "score_muc_slots.py", folder, full, splits)
    return {
        "gtt_f1": simple["gtt"]["micro"]["F"] / 100,
        "slots_f1": complete["ALL TEMPLATES"]["F"] / 100,
        "type_f1": simple["type"]["micro"]["F"] / 100,
        "docrel_f1": simple["docrel"]["micro"]["F"] / 100,
        "n": number,
    }


def _run(tool: Path, gold: Path, predicted: Path, splits: list[str], *more: str) -> dict[str, Any]:
    """Run one scorer and return what it prints as JSON."""
    command = [sys.executable, str(tool), str(gold), str(predicted), "--split", *splits, "--json", *more]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own tools
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    first = commands.add_parser("predict")
    first.add_argument("docs", type=Path)
    first.add_argument("--gtt", type=Path, required=True)
    first.add_argument("--slots", type=Path, required=True)
    first.add_argument("--split", nargs="*")
    add_reader(first)
    second = commands.add_parser("score")
    second.add_argument("folder", type=Path)
    second.add_argument("--split", nargs="+", default=["tst1", "tst2"])
    add_reader(second)
    given = parser.parse_args()
    if given.command == "score":
        print_scores(score(given.folder, given.split, given.reader))
        return
    docs = (doc for doc in read_jsonl(given.docs) if not given.split or doc.get("split") in given.split)
    print_scores({"documents": predict(docs, given.gtt, given.slots, given.reader)})


if __name__ == "__main__":
    main()
