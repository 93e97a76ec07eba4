"""Time expressions in text: where they stand and what they say.

What they mean on the calendar depends on when the text was written and is the business of `rasid.resolve.times`.
"""

from __future__ import annotations

from collections.abc import Sequence

from rasid.text.date_build import build
from rasid.text.date_expression import UNDATED, DateExpression, DateKind, span_of, wrap
from rasid.text.date_grammar import grammar
from rasid.text.date_local import local_days
from rasid.text.date_words import LETTERS, Token, tokenise

__all__ = ["UNDATED", "DateExpression", "DateKind", "find_dates", "find_times"]

_BOUNDS = {
    LETTERS["since"]: DateKind.since,
    LETTERS["until"]: DateKind.until,
    LETTERS["around"]: DateKind.around,
    LETTERS["eve"]: DateKind.eve,
}
_OPENERS = frozenset({LETTERS["from"], LETTERS["between"]})
_TO = frozenset({LETTERS["to"], LETTERS["until"]})
_JOINS = _TO | {LETTERS["hyphen"], LETTERS["dash"]}
_FILLERS = frozenset({LETTERS["on"], LETTERS["in"], LETTERS["the"]})
_RANGED = frozenset({DateKind.day, DateKind.month, DateKind.year, DateKind.weekday, DateKind.near})

# "around noon on 9 December" leaves the day as it is.
_HOURS = frozenset({LETTERS["daypart"], LETTERS["clock"]})

_Found = tuple[int, int, DateExpression]


def find_times(text: str) -> list[DateExpression]:
    """Return every time expression of `text` in order, without overlap, undated kinds ("two months", "now") included.

    Offsets are code points of `text`. Linear in its length. Any case; English, and the common Arabic forms.
    """
    tokens = tokenise(text)
    letters = "".join(token.letter for token in tokens)
    found: list[_Found] = []
    for match in grammar().finditer(letters):
        first, last = match.span()
        expression = build(match.lastgroup or "", text, tokens[first:last])
        if expression is not None:
            found.append((first, last, expression))
    return local_days(text, _joined(text, tokens, found))


def find_dates(text: str) -> list[DateExpression]:
    """Return the time expressions of `text` that name days on the calendar, in order; see `find_times`."""
    return [expression for expression in find_times(text) if expression.dated]


def _joined(text: str, tokens: Sequence[Token], found: Sequence[_Found]) -> list[DateExpression]:
    """Join two dates to a range and put the word before a date ("since", "around") to it."""
    joined: list[DateExpression] = []
    at = 0
    while at < len(found):
        first, _, expression = found[at]
        at += 1
        opener = tokens[first - 1] if first else None
        if at < len(found) and _ranges(tokens, found[at - 1], found[at]):
            opened = opener is not None and opener.letter in _OPENERS
            start = opener.start if opener and opened else expression.start
            expression = span_of(text, start, expression, found[at][2])
            at += 1
        joined.append(_bounded(text, tokens, first, expression))
    return joined


def _ranges(tokens: Sequence[Token], left: _Found, right: _Found) -> bool:
    if left[2].kind not in _RANGED or right[2].kind not in _RANGED:
        return False
    between = [token.letter for token in tokens[left[1] : right[0]]]
    if len(between) == 2 and between[1] in _FILLERS:
        between.pop()
    if len(between) != 1:
        return False
    opener = tokens[left[0] - 1].letter if left[0] else ""
    if between[0] == LETTERS["and"]:
        return opener == LETTERS["between"]
    return between[0] in _JOINS if left[2].kind == right[2].kind else between[0] in _TO


def _bounded(text: str, tokens: Sequence[Token], first: int, expression: DateExpression) -> DateExpression:
    if first == 0 or not expression.dated or expression.kind in {DateKind.recent, DateKind.nights}:
        return expression
    kind = _BOUNDS.get(tokens[first - 1].letter)
    if kind is None or (kind is DateKind.around and tokens[first].letter in _HOURS):
        return expression
    return wrap(kind, text, tokens[first - 1].start, expression)
