"""The pre-filter of archives: documents that tell incidents must pass it, the others should not.

    python -m evals.prefilter DOCS... [--split tst1 tst2]

DOCS are in the format of docs.jsonl of the MUC-4 pack (text, split, n_templates). `recall` is the share of documents with a
template that the filter lets pass, `discarded` the share of those without one that it stops. MUC-4 is all on political
violence, so that `discarded` is a lower bound for a mixed archive. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import Any

from evals.common import print_scores, read_jsonl
from evals.intervals import share, share_line
from rasid.reading import is_relevant


def hits(rows: Iterable[dict[str, Any]]) -> tuple[list[bool], list[bool]]:
    """Return for each document with a template whether it passes, and for each of the others whether it is stopped."""
    passed, stopped = [], []
    for row in rows:
        relevant = is_relevant(row["text"])
        if row["n_templates"]:
            passed.append(relevant)
        else:
            stopped.append(not relevant)
    return passed, stopped


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--split", nargs="*", help="only documents of these splits")
    options = parser.parse_args(arguments)
    rows = (row for path in options.files for row in read_jsonl(path))
    passed, stopped = hits(row for row in rows if not options.split or row["split"] in options.split)
    print(share_line("recall", passed))
    print(share_line("discarded", stopped))
    counts = {"n": len(passed), "n_without": len(stopped)}
    print_scores({"recall": share(passed), "discarded": share(stopped)} | counts)


if __name__ == "__main__":
    main()
