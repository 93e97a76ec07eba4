"""The codebook's own example sentences: what share is coded as a careful coder codes it.

    python -m evals.codebook [--reader NAME] [--show N] [--misses FILE]

Prints the share of examples without any difference, by event type and by field, and N failing ones with their differences.
`--misses` writes the failing ones with their differences as a list, which the test suite wants empty.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evals.common import print_scores
from evals.engine import Code, add_reader, engine
from rasid.codebook import load_codebook
from rasid.codebook.entries import Example
from rasid.evaluate.codebook import check_example
from rasid.model import make_report


def differences(code: Code) -> Iterator[tuple[str, Example, list[str]]]:
    """Yield (event type, example, differences) for each example of the codebook, in its order."""
    for event in load_codebook().events:
        for example in event.examples:
            report = make_report(example.text, published=example.published)
            yield str(event.id), example, check_example(example, code(report))


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_reader(parser)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--misses", type=Path)
    options = parser.parse_args()
    rows = list(differences(engine(options.reader).code))
    failing = [(kind, example, found) for kind, example, found in rows if found]
    fields = Counter(difference.partition(":")[0] for _, _, found in failing for difference in found)
    for kind in dict.fromkeys(kind for kind, _, _ in rows):
        mine = [found for one, _, found in rows if one == kind]
        print(f"{kind:20} {sum(not found for found in mine):3} of {len(mine)}")
    print("differences by field:", ", ".join(f"{name} {number}" for name, number in fields.most_common()))
    for kind, example, found in failing[: options.show]:
        print(f"\n[{kind}] {example.text}\n  " + "\n  ".join(found))
    if options.misses is not None:
        options.misses.write_text(_as_toml(failing), encoding="utf-8")
    print_scores({"examples": (len(rows) - len(failing)) / len(rows), "n": len(rows)})


def _as_toml(failing: list[tuple[str, Example, list[str]]]) -> str:
    """Return the list of known misses; each text with what differs."""
    lines = [
        "# Examples of the codebook that are not coded as expected, with what differs. There must be none: the test suite",
        "# fails while one stands here. Written by: python -m evals.codebook --misses FILE",
    ]
    for kind, example, found in failing:
        lines += [
            "",
            "[[miss]]",
            f"type = {json.dumps(kind)}",
            f"text = {json.dumps(example.text, ensure_ascii=False)}",
            f"differs = {json.dumps(found, ensure_ascii=False)}",
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
