"""Time expressions against annotated narratives: what is found, and whether its value is right.

`python -m evals.times score FILE...` over files in the WikiWars format (id, text, timexes with start, end and TIMEX2
value). The text is read without a publication day: each date is completed from those before it. Scores, micro over
all expressions: `strict_f1` equal spans, `relaxed_f1` overlapping spans, one to one; `value_f1` overlapping spans with
equal value (nested and valueless annotations count as they stand).

`python -m evals.times datelines FILE...` over files of press releases (id, text, labels.start_date): `accuracy` is the
share whose start is the earliest day of the first time after the dateline that has days, else the dateline's own day;
`accuracy_one_day` takes the first time that is a single day; `no_day` counts the texts that give none.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from evals.common import print_scores, read_jsonl
from evals.timex import timex_value
from rasid.resolve.time_text import resolve_text
from rasid.resolve.times import TimeResolver
from rasid.text.date_line import find_dateline
from rasid.text.dates import find_dates

Spanned = tuple[int, int, str | None]


@dataclass(slots=True)
class Tally:
    """Counts of one or more documents, and the pairs that differ."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    errors: list[str] = field(default_factory=list)

    def f1(self, hits: int) -> float:
        """Return the F1 of so many hits."""
        return 2 * hits / (self.gold + self.found) if self.gold + self.found else 0.0


def pair_up(gold: Sequence[Spanned], found: Sequence[Spanned]) -> list[tuple[int, int]]:
    """Pair overlapping spans one to one: longest overlaps first, then the closest lengths."""
    overlaps = [
        (min(g[1], f[1]) - max(g[0], f[0]), -abs((g[1] - g[0]) - (f[1] - f[0])), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if min(g[1], f[1]) > max(g[0], f[0])
    ]
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for _, _, i, j in sorted(overlaps, key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def score_document(row: dict[str, Any], tally: Tally) -> None:
    """Add one document to the tally."""
    text = row["text"]
    gold: list[Spanned] = [(t["start"], t["end"], t["value"]) for t in row["timexes"]]
    resolved = resolve_text(text, published=None)
    found: list[Spanned] = [(r.expression.start, r.expression.end, timex_value(r)) for r in resolved]
    pairs = pair_up(gold, found)
    tally.gold += len(gold)
    tally.found += len(found)
    tally.relaxed += len(pairs)
    tally.strict += len({span[:2] for span in gold} & {span[:2] for span in found})
    for i, j in pairs:
        same = gold[i][2] == found[j][2]
        tally.value += same
        if not same:
            tally.errors.append(f"value {text[gold[i][0] : gold[i][1]]!r} {gold[i][2]} read as {found[j][2]}")
    _note_misses(text, gold, found, pairs, tally)


def _note_misses(
    text: str, gold: Sequence[Spanned], found: Sequence[Spanned], pairs: Sequence[tuple[int, int]], tally: Tally
) -> None:
    for name, spans, side in (("missed", gold, 0), ("spurious", found, 1)):
        paired = {pair[side] for pair in pairs}
        for at, (start, end, value) in enumerate(spans):
            if at not in paired:
                tally.errors.append(f"{name} {text[start:end]!r} {value} in {text[max(0, start - 30) : end + 20]!r}")


def first_day(text: str, *, one_day: bool) -> date | None:
    """Return the earliest day of the first time told after the dateline, else the dateline's day."""
    dateline = find_dateline(text)
    published, body = (dateline.day, dateline.expression.end) if dateline else (None, 0)
    resolver = TimeResolver()
    for expression in find_dates(text[body:]):
        when = resolver.resolve_expression(expression, published=published, anchor=published)
        if when.earliest is not None and (when.earliest == when.latest or not one_day):
            return when.earliest
    return published


def score_datelines(rows: Sequence[dict[str, Any]], *, errors: bool) -> None:
    """Print the share of press releases whose day is found."""
    gold = [row["labels"]["start_date"] for row in rows]
    first = [first_day(row["text"], one_day=False) for row in rows]
    single = [first_day(row["text"], one_day=True) for row in rows]
    if errors:
        for row, right, day in zip(rows, gold, single, strict=True):
            if str(day) != right:
                print(right, "read as", day, "in", repr(row["text"][:900]))
    total = max(len(rows), 1)
    print_scores(
        {
            "accuracy": sum(map(str.__eq__, map(str, first), gold)) / total,
            "accuracy_one_day": sum(map(str.__eq__, map(str, single), gold)) / total,
            "no_day": single.count(None),
            "n": len(rows),
        }
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=["score", "datelines"])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--errors", action="store_true", help="list every difference first")
    options = parser.parse_args(arguments)
    if options.command == "datelines":
        score_datelines([row for path in options.files for row in read_jsonl(path)], errors=options.errors)
        return
    tally = Tally()
    for path in options.files:
        for row in read_jsonl(path):
            score_document(row, tally)
    if options.errors:
        print("\n".join(tally.errors))
    print_scores(
        {
            "relaxed_f1": tally.f1(tally.relaxed),
            "strict_f1": tally.f1(tally.strict),
            "value_f1": tally.f1(tally.value),
            "n": tally.gold,
        }
    )


if __name__ == "__main__":
    main()
