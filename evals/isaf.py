"""ISAF press releases, text to structured record: share of records right, field by field.

    python -m evals.isaf score FILE... [--reader NAME] [--errors FIELD]

FILE is in the format of the pack (JSON lines with text and labels). A record counts as right in a field when the value is the
annotator's. The last line is one JSON object; before it, each share with its 95 % bootstrap interval over records.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from evals.common import print_scores, read_jsonl
from evals.engine import Code, add_reader, engine
from evals.intervals import share, share_line
from evals.isaf_record import Record, record_of, release_report
from evals.isaf_series import publication_days

FIELDS = ("event_type", "start_date", "province", "killed", "captured")


_EARLY = ((date(2010, 11, 8), date(2010, 11, 29)), (date(2011, 2, 1), date(2011, 3, 27)))
"""Weeks of publication whose labels nearly all lie a day before the day named: what the update of 22 March 2011 says was
done "today" is dated the 21st. Other months have none of it, so it is a slip of entry and no rule: measured apart."""


def right(record: Record, labels: dict[str, Any]) -> dict[str, bool]:
    """Return for each field whether the record has the annotator's value; no value at all is an answer too."""
    return {
        "event_type": record.event_type in labels["event_type"] or not (record.event_type or labels["event_type"]),
        "start_date": str(record.start_date) == labels["start_date"],
        "province": record.province in labels["province"] or not (record.province or labels["province"]),
        "killed": record.killed == labels["min_killed"],
        "captured": record.captured == labels["min_captured"],
    }


def within_a_day(record: Record, labels: dict[str, Any]) -> bool:
    """Tell whether the date is the annotator's or next to it."""
    gold = date.fromisoformat(labels["start_date"])
    return record.start_date is not None and abs(record.start_date - gold) <= timedelta(days=1)


def score(paths: Sequence[str], code: Code, *, errors: str | None) -> None:
    """Code every release and print the scores; `errors` names a field whose differences are listed first."""
    rows = [row for path in paths for row in read_jsonl(path)]
    hits: list[dict[str, bool]] = []
    near: list[bool] = []
    apart: list[bool] = []
    days = publication_days([row["text"] for row in rows])
    for row, published in zip(rows, days, strict=True):
        report = release_report(row["text"], published)
        record = record_of(report, code(report))
        hits.append(right(record, row["labels"]))
        near.append(within_a_day(record, row["labels"]))
        if published is None or not any(first <= published <= last for first, last in _EARLY):
            apart.append(hits[-1]["start_date"])
        if errors is not None and not hits[-1][errors]:
            print(f"{row['id']}: {row['labels']}\n  read as {record}\n  {report.text}\n")
    for field in FIELDS:
        print(share_line(field, [hit[field] for hit in hits]))
    print(share_line("date within a day", near))
    print(share_line("date, sound weeks", apart))
    shares = {field: share([hit[field] for hit in hits]) for field in FIELDS}
    print_scores(shares | {"date_within_a_day": share(near), "date_sound_weeks": share(apart), "n": len(rows)})


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=["score"])
    parser.add_argument("files", nargs="+")
    add_reader(parser)
    parser.add_argument("--errors", choices=FIELDS, help="list the differences of one field first")
    options = parser.parse_args(arguments)
    score(options.files, engine(options.reader).code, errors=options.errors)


if __name__ == "__main__":
    main()
