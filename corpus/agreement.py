"""How far two annotations of the same texts agree, layer by layer.

F1 is that of one against the other by the rules of `corpus.align`; it hardly depends on which comes first (only argument heads are
the first one's). Krippendorff's alpha is nominal, over words: the type of the trigger a word stands in, or the
roles of the arguments it stands in, or none; 1 is full agreement, 0 what chance gives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from corpus.document import Annotation
from corpus.load import Annotated
from corpus.tally import all_arguments, b_cubed_f1, macro_f1, same_share, tally, total
from rasid.errors import SourceError
from rasid.text.tokens import tokenise


class Agreement(NamedTuple):
    """The scores by layer, and the number of texts that both annotate."""

    scores: dict[str, float]
    texts: int


def agreement(first: Iterable[Annotated], second: Iterable[Annotated]) -> Agreement:
    """Return how far two annotations agree over the texts that are in both; raises SourceError when there are none."""
    ours = {(one.source, one.doc): one for one in first}
    pairs = [(ours[one.source, one.doc], one) for one in second if (one.source, one.doc) in ours]
    if not pairs:
        msg = "the two have no document in common; give two annotations of the same documents"
        raise SourceError(msg)
    for left, right in pairs:
        if left.text != right.text:
            msg = f"{left.source} {left.doc}: the two annotate different texts; only the marks may differ"
            raise SourceError(msg)
    tallies = [tally(left.annotation, right.annotation, left.text) for left, right in pairs]
    scores = {
        "trigger_span_f1": total(tallies, lambda one: one.spans).f1,
        "trigger_f1": total(tallies, lambda one: one.triggers).f1,
        "type": same_share(one.types for one in tallies),
        "status": same_share(one.statuses for one in tallies),
        "status_macro_f1": macro_f1(one.statuses for one in tallies),
        "argument_f1": total(tallies, all_arguments).f1,
        "incident_f1": total(tallies, lambda one: one.incidents).f1,
        "incidents_b3": b_cubed_f1(tallies),
        "statement_f1": total(tallies, lambda one: one.statements).f1,
        "trigger_alpha": _alpha_over(pairs, trigger_labels),
        "argument_alpha": _alpha_over(pairs, argument_labels),
    }
    return Agreement(scores, len(pairs))


def alpha(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Krippendorff's alpha of two annotators, nominal, without gaps; 1 where only one label is used.

    Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", for two observers and nominal data.
    """
    labels = Counter(label for pair in pairs for label in pair)
    number = labels.total()
    expected = number * number - sum(count * count for count in labels.values())
    if not expected:
        return 1.0
    observed = sum(left != right for left, right in pairs)
    return 1 - (number - 1) * 2 * observed / expected


def trigger_labels(annotation: Annotation, text: str) -> list[str]:
    """Return for each word the type of the first trigger it stands in, or ""."""
    marks = [(one.start, one.end, str(one.event_type)) for one in annotation.full_triggers()]
    return _labels(text, marks)


def argument_labels(annotation: Annotation, text: str) -> list[str]:
    """Return for each word the roles of the innermost argument it stands in, or ""."""
    marks = [(one.start, one.end, "+".join(sorted(one.roles))) for one in reversed(annotation.arguments)]
    return _labels(text, marks)


def _labels(text: str, marks: Sequence[tuple[int, int, str]]) -> list[str]:
    return [
        next((label for start, end, label in marks if start < token.end and token.start < end), "")
        for token in tokenise(text)
    ]


def _alpha_over(pairs: Sequence[tuple[Annotated, Annotated]], labels: Callable[[Annotation, str], list[str]]) -> float:
    words: list[tuple[str, str]] = []
    for left, right in pairs:
        words += zip(labels(left.annotation, left.text), labels(right.annotation, right.text), strict=True)
    return alpha(words)
