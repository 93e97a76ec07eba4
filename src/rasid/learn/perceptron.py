"""An averaged perceptron tagger: small, fast, deterministic, without dependencies.

Collins 2002, "Discriminative Training Methods for Hidden Markov Models", with greedy decoding and a dictionary of
words that take one tag only, as is common practice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Rows = dict[str, tuple[tuple[int, int], ...]]
"""Feature -> (number of the tag, weight in tenths): whole numbers add up alike in any order."""
SMALLEST_WEIGHT = 0.25
"""Below it a weight is dropped: half the file, 0.1 points of accuracy on both development sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagger:
    """Tags sequences of lower-case forms; `sole` holds the words that take one tag only, `tags` are in order."""

    tags: tuple[str, ...]
    sole: dict[str, str]
    rows: Rows
    proper: frozenset[str] = frozenset()
    """Words that the training text uses as proper names; for texts whose capitals tell nothing."""
    known: dict[str, list[int]] = field(default_factory=dict, compare=False, repr=False)
    """Sums over the features of a form alone, by form, as they are met."""

    def knows(self, form: str) -> bool:
        """Tell whether the training text holds the form as anything but a proper name."""
        return form not in self.proper and (form in self.sole or "w=" + form in self.rows)

    def tag(self, forms: Sequence[str]) -> list[str]:
        """Return one tag a form, left to right; ties go to the tag that sorts first."""
        tags: list[str] = []
        previous, before = "-", "-"
        for at, form in enumerate(forms):
            tag = self.sole.get(form)
            if tag is None:
                tag = self._best(forms, at, previous, before)
            tags.append(tag)
            before, previous = previous, tag
        return tags

    def _best(self, forms: Sequence[str], at: int, previous: str, before: str) -> str:
        form = forms[at]
        own = self.known.get(form)
        if own is None:
            own = self._added([0] * len(self.tags), of_form(form))
            if len(self.known) < _MOST_KNOWN:
                self.known[form] = own
        scores = self._added(own.copy(), of_context(forms, at, previous, before))
        top = max(scores)
        return self.tags[scores.index(top)] if top else "NN"

    def _added(self, scores: list[int], names: Iterable[str]) -> list[int]:
        get = self.rows.get
        for name in names:
            row = get(name)
            if row is not None:
                for tag, weight in row:
                    scores[tag] += weight
        return scores


_MOST_KNOWN = 50_000
"""Forms whose sums are kept; beyond them memory would grow with the archive."""


def make_tagger(weights: Mapping[str, Mapping[str, float]], sole: dict[str, str], proper: Iterable[str] = ()) -> Tagger:
    """Return a tagger from weights by feature and tag name."""
    tags = tuple(sorted({tag for row in weights.values() for tag in row} | set(sole.values())))
    number = {tag: place for place, tag in enumerate(tags)}
    rows = {
        name: tuple((number[tag], round(weight * 10)) for tag, weight in row.items()) for name, row in weights.items()
    }
    return Tagger(tags=tags, sole=sole, rows=rows, proper=frozenset(proper))


def of_form(form: str) -> tuple[str, ...]:
    """Return the names of the features of a form alone."""
    shape = "d" if form[0].isdigit() else "h" if "-" in form else ""
    return ("b", "w=" + form, "s3=" + form[-3:], "s2=" + form[-2:] + shape, "p2=" + form[:2])


def of_context(forms: Sequence[str], at: int, previous: str, before: str) -> tuple[str, ...]:
    """Return the names of the features of what stands around the form at `at`, given the two tags before it."""
    left = forms[at - 1] if at else "-"
    right = forms[at + 1] if at + 1 < len(forms) else "-"
    after = forms[at + 2] if at + 2 < len(forms) else "-"
    return (
        "t1=" + previous,
        "t2=" + before + "|" + previous,
        "t1w=" + previous + "|" + forms[at],
        "l=" + left,
        "r=" + right,
        "rs=" + right[-3:],
        "a=" + after,
        "t1r=" + previous + "|" + right[-3:],
    )


def features(forms: Sequence[str], at: int, previous: str, before: str) -> tuple[str, ...]:
    """Return the names of all features of the form at `at`, given the two tags before it."""
    return of_form(forms[at]) + of_context(forms, at, previous, before)


def train(
    sentences: Sequence[Sequence[tuple[str, str]]], *, rounds: int, sole: dict[str, str]
) -> dict[str, dict[str, float]]:
    """Return averaged weights from sentences of (lower-case form, tag) in the given order; deterministic."""
    training = _Training()
    for _ in range(rounds):
        for sentence in sentences:
            forms = [form for form, _ in sentence]
            previous, before = "-", "-"
            for at, (form, gold) in enumerate(sentence):
                guess = sole.get(form) or training.learn(features(forms, at, previous, before), gold)
                before, previous = previous, guess
    return training.averaged()


class _Training:
    """Weights with the running sums that averaging needs."""

    def __init__(self) -> None:
        self.weights: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        self.totals: defaultdict[tuple[str, str], float] = defaultdict(float)
        self.stamps: defaultdict[tuple[str, str], int] = defaultdict(int)
        self.step = 0

    def learn(self, names: Sequence[str], gold: str) -> str:
        """Guess the tag, correct the weights if it is wrong, and return the guess."""
        self.step += 1
        scores: defaultdict[str, float] = defaultdict(float)
        for name in names:
            for tag, weight in self.weights[name].items():
                scores[tag] += weight
        guess = min(scores, key=lambda tag: (-scores[tag], tag)) if scores else "NN"
        if guess != gold:
            for name in names:
                self._change(name, gold, 1.0)
                self._change(name, guess, -1.0)
        return guess

    def _change(self, name: str, tag: str, amount: float) -> None:
        key = (name, tag)
        self.totals[key] += (self.step - self.stamps[key]) * self.weights[name][tag]
        self.stamps[key] = self.step
        self.weights[name][tag] += amount

    def averaged(self) -> dict[str, dict[str, float]]:
        """Return the mean of each weight over all steps, small ones left out."""
        found: dict[str, dict[str, float]] = {}
        for name in sorted(self.weights):
            row = {}
            for tag in sorted(self.weights[name]):
                key = (name, tag)
                left = (self.step - self.stamps[key]) * self.weights[name][tag]
                mean = round((self.totals[key] + left) / self.step, 1)
                if abs(mean) >= SMALLEST_WEIGHT:
                    row[tag] = mean
            if row:
                found[name] = row
        return found
