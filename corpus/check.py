"""`python -m corpus check [PATH…]`: everything that is wrong with the reports at and below the paths."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.check_corpus import check_corpus
from corpus.check_document import check_document
from corpus.files import REPORTS, report_paths
from corpus.markup import Placed, placed_file
from corpus.problem import MarkupError, Problem, Weight


def check(paths: Sequence[Path] = (REPORTS,)) -> list[Problem]:
    """Return the problems of the reports at and below the paths, by file and line.

    They are checked against all reports of the corpus, so that clusters and look-alikes outside the paths count;
    problems of files outside the paths are left out. Raises SourceError for a path that does not exist.
    """
    wanted = {path.resolve(): path for path in report_paths(paths)}
    others = {path.resolve(): path for path in report_paths([REPORTS])} if REPORTS.is_dir() else {}
    problems: list[Problem] = []
    corpus: list[Placed] = []
    for path in sorted({**others, **wanted}.items()):
        try:
            placed = placed_file(path[1])
        except MarkupError as error:
            problems += error.problems
            continue
        corpus.append(placed)
        problems += check_document(placed)
    problems += check_corpus(corpus)
    return sorted((one for one in problems if Path(one.file).resolve() in wanted), key=_order)


def errors(problems: Sequence[Problem]) -> int:
    """Return how many of the problems must be mended."""
    return sum(problem.weight is Weight.error for problem in problems)


def _order(problem: Problem) -> tuple[str, int, int]:
    return problem.file, problem.line, problem.column
