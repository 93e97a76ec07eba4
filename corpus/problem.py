"""What is wrong with an annotated file, and where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rasid.errors import InputError


class Weight(StrEnum):
    """Whether a problem must be mended or looked at."""

    error = "error"
    warning = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong: in which file, at which line and column (from 1), and what to write instead."""

    file: str
    line: int
    column: int
    message: str
    weight: Weight = Weight.error

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.weight.value}: {self.message}"


class MarkupError(InputError):
    """An annotated file that cannot be read; `problems` holds all that was found in it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


class LabelError(ValueError):
    """A label, head line or record line that is not of the guide's form; caught where its place is known."""


class Source:
    """The characters of a file, able to name the line and column of an offset, and the problems found in it."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.problems: list[Problem] = []
        self._lines = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def problem(self, at: int, message: str, weight: Weight = Weight.error) -> Problem:
        """Return a problem at a code-point offset of the file."""
        line = bisect_right(self._lines, at)
        return Problem(file=self.name, line=line, column=at - self._lines[line - 1] + 1, message=message, weight=weight)

    def blame(self, at: int, message: str) -> None:
        """Add an error at a code-point offset of the file."""
        self.problems.append(self.problem(at, message))


def listed(words: Iterable[str]) -> str:
    """Return words for a message: the closed list that a value must come from."""
    return " ".join(words)
