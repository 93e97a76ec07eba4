"""Words cited from a text to the place they stand at: `"words"`, `"words"#2`, `"words"@5`, `"from" .. "to"`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.problem import LabelError
from rasid.text.sentences import sentences

_QUOTED = r'"((?:[^"\\]|\\.)+)"'
_CITATION = re.compile(rf"{_QUOTED}(?:@(\d+))?(?:#(\d+))?(?:\s*\.\.\s*{_QUOTED})?")
_COMMA = re.compile(r"\s*,\s*")


class Citation(NamedTuple):
    """Words, the sentence (from 1) and the occurrence (from 1) meant, and the words that a longer stretch ends with."""

    words: str
    sentence: int | None = None
    occurrence: int | None = None
    until: str | None = None


class CitedText:
    """A text in which citations are found; stretches are half-open code-point offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = sentences(text)

    def find(self, citation: Citation) -> tuple[int, int]:
        """Return where the cited words stand; raises LabelError when they stand nowhere or in more places than one.

        Words match as written, any blanks for any blanks, and begin and end where words do. An occurrence counts in
        the sentence where one is given, else in the whole text.
        """
        start, end = self._bounds(citation.sentence)
        found = list(_matches(self.text, citation.words, start, end))
        where = "the text" if citation.sentence is None else f"sentence {citation.sentence}"
        if citation.occurrence is None and len(found) > 1:
            msg = f'"{citation.words}" stands {len(found)} times in {where}; add #1 to #{len(found)}, or @ and the sentence'
            raise LabelError(msg)
        at = (citation.occurrence or 1) - 1
        if not 0 <= at < len(found):
            times = f"only {len(found)} times" if found else "nowhere"
            msg = f'"{citation.words}" stands {times} in {where}; cite the words as the text has them'
            raise LabelError(msg)
        return found[at] if citation.until is None else (found[at][0], self._end(citation.until, found[at][0]))

    def cite(self, start: int, end: int) -> str:
        """Return the shortest citation of a stretch: the words alone where they are unique, else with #k."""
        words = " ".join(self.text[start:end].split())
        found = list(_matches(self.text, words, 0, len(self.text)))
        quoted = '"' + re.sub(r'["\\]', r"\\\g<0>", words) + '"'
        return quoted if found == [(start, end)] else f"{quoted}#{found.index((start, end)) + 1}"

    def window(self, first: int, last: int) -> tuple[int, int]:
        """Return the stretch of the sentences `first` to `last`, from 1; raises LabelError where there are fewer."""
        return self._bounds(first)[0], self._bounds(last)[1]

    def _bounds(self, sentence: int | None) -> tuple[int, int]:
        if sentence is None:
            return 0, len(self.text)
        if not 1 <= sentence <= len(self.sentences):
            msg = f"there is no sentence {sentence}; the text has {len(self.sentences)}"
            raise LabelError(msg)
        return self.sentences[sentence - 1]

    def _end(self, words: str, start: int) -> int:
        found = next(_matches(self.text, words, start, len(self.text)), None)
        if found is None:
            msg = f'"{words}" does not follow; cite the last words of the stretch as the text has them'
            raise LabelError(msg)
        return found[1]


def read_citations(line: str) -> Sequence[Citation]:
    """Return the citations of a line, parted by commas; raises LabelError for anything else."""
    found = []
    at = 0
    while True:
        match = _CITATION.match(line, at)
        if match is None:
            msg = f'{line[at:]!r}: write "words", "words"#2, "words"@5 or "from" .. "to", parted by commas'
            raise LabelError(msg)
        found.append(_citation(match))
        if match.end() == len(line):
            return found
        comma = _COMMA.match(line, match.end())
        at = comma.end() if comma else match.end()
        if comma is None:
            msg = f"{line[at:]!r}: a comma parts one citation from the next"
            raise LabelError(msg)


def _citation(match: re.Match[str]) -> Citation:
    words, sentence, occurrence, until = match.groups()
    return Citation(
        words=_plain(words),
        sentence=int(sentence) if sentence else None,
        occurrence=int(occurrence) if occurrence else None,
        until=_plain(until) if until else None,
    )


def _plain(quoted: str) -> str:
    return re.sub(r"\\(.)", r"\1", quoted)


def _matches(text: str, words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    body = r"\s+".join(map(re.escape, words.split()))
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    # A match may overlap the one before: "bomb after bomb after bomb" holds "bomb after bomb" twice.
    for match in re.compile(f"{before}(?=({body}{after}))").finditer(text, start, end):
        if match.end(1) <= end:
            yield match.span(1)
