"""One sentence as the grammar sees it: tokens, tags and chunks."""

from __future__ import annotations

from dataclasses import dataclass

from rasid.model import Span


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens `[start, end)` without following phrases; `head` is the index of its last noun.

    `owner` is the end of a genitive ("the rebels' | camp"): tokens before it name whose it is.
    """

    start: int
    end: int
    head: int
    owner: int | None = None


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Tokens `[start, end)` of auxiliaries and verb; `main` is the index of the verb that carries the meaning."""

    start: int
    end: int
    main: int
    passive: bool
    negated: bool
    tense: str
    """past, present, progressive (is doing), future, modal, infinitive, participle (VBN without auxiliary) or gerund."""


@dataclass(slots=True)
class Sentence:
    """Tokens of one sentence with tags and chunks; `start`/`end` are code points of the report's text."""

    number: int
    report_id: str
    text: str
    start: int
    end: int
    forms: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    phrases: list[NounPhrase]
    groups: list[VerbGroup]
    phrase_at: list[int]
    """For each token the index of its noun phrase, or -1."""
    group_at: list[int]
    """For each token the index of its verb group, or -1."""
    quoted: list[bool]
    cased: bool
    title: bool = False

    def span(self, start: int, end: int) -> Span:
        """Return the evidence span of tokens `[start, end)`."""
        return Span(report_id=self.report_id, start=self.starts[start], end=self.ends[end - 1])

    def whole(self) -> Span:
        """Return the evidence span of the sentence."""
        return Span(report_id=self.report_id, start=self.start, end=self.end)

    def tokens_in(self, start: int, end: int) -> list[int]:
        """Return the tokens that meet the stretch `[start, end)` of the text, code points."""
        return [at for at, left in enumerate(self.starts) if left < end and start < self.ends[at]]

    def phrase(self, token: int) -> NounPhrase | None:
        """Return the noun phrase that holds the token, if any."""
        index = self.phrase_at[token] if 0 <= token < len(self.forms) else -1
        return self.phrases[index] if index >= 0 else None

    def group(self, token: int) -> VerbGroup | None:
        """Return the verb group that holds the token, if any."""
        index = self.group_at[token] if 0 <= token < len(self.forms) else -1
        return self.groups[index] if index >= 0 else None

    def form(self, token: int) -> str:
        """Return the lower-case form, or "" outside the sentence."""
        return self.forms[token] if 0 <= token < len(self.forms) else ""

    def words(self, start: int, end: int) -> str:
        """Return the lower-case forms of tokens `[start, end)`, joined by blanks."""
        return " ".join(self.forms[start:end])
