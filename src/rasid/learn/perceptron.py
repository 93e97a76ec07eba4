"""An averaged perceptron tagger: small, fast, deterministic, without dependencies.

Collins 2002, "Discriminative Training Methods for Hidden Markov Models", with greedy decoding and a dictionary of
words that take one tag only, as is common practice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from struct import unpack
from typing import NamedTuple

LANE = 16
"""Bits that the weight of one tag takes in a whole number."""
_ZERO = 1 << LANE - 1
"""Added to every lane once, so that none is below nothing when it is read."""
LARGEST_WEIGHT = 250.0
"""Above it the sum over the thirteen features of a form could leave its lane; the largest in use is 20."""
SMALLEST_WEIGHT = 0.25
"""Below it a weight is dropped: half the file, 0.1 points of accuracy on both development sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagger:
    """Tags sequences of lower-case forms; `sole` holds the words that take one tag only, `tags` are in order."""

    tags: tuple[str, ...]
    sole: dict[str, str]
    rows: dict[str, int]
    """Feature -> its weights for all tags in one whole number, a lane of 16 bits a tag, in tenths: one addition adds them all."""
    proper: frozenset[str] = frozenset()
    """Words that the training text uses as proper names; for texts whose capitals tell nothing."""
    known: dict[str, _Form] = field(default_factory=dict, compare=False, repr=False)
    """What forms bring, as they are met."""

    def knows(self, form: str) -> bool:
        """Tell whether the training text holds the form as anything but a proper name."""
        return form not in self.proper and (form in self.sole or "w=" + form in self.rows)

    def tag(self, forms: Sequence[str]) -> list[str]:
        """Return one tag a form, left to right; ties go to the tag that sorts first."""
        tags: list[str] = []
        previous, before = _OUTSIDE, _OUTSIDE
        outside = self._form(_OUTSIDE)
        known = [*map(self._form, forms), outside, outside]  # the last stands before the first, too
        for at, form in enumerate(forms):
            tag = self.sole.get(form)
            if tag is None:
                right = known[at + 1]
                around = known[at - 1].left + right.right + known[at + 2].after
                tag = self._top(known[at].own + around + self._sum(of_tags(form, right.ending, previous, before)))
            tags.append(tag)
            before, previous = previous, tag
        return tags

    def _form(self, form: str) -> _Form:
        known = self.known.get(form)
        if known is None:
            known = _Form(
                own=zeros(len(self.tags)) + self._sum(of_form(form)),
                left=self._sum(of_left(form)),
                right=self._sum(of_right(form)),
                after=self._sum(of_after(form)),
                ending=form[-3:],
            )
            if len(self.known) < _MOST_KNOWN:
                self.known[form] = known
        return known

    def _sum(self, names: Iterable[str]) -> int:
        get = self.rows.get
        return sum([get(name, 0) for name in names])

    def _top(self, sums: int) -> str:
        size = len(self.tags)
        scores = unpack(f"<{size}H", sums.to_bytes(size * LANE // 8, "little"))
        top = max(scores)
        return self.tags[scores.index(top)] if top != _ZERO else "NN"


class _Form(NamedTuple):
    """Sums over the features of a form: of its own, and of it as the form before, the next, and the one after that."""

    own: int
    left: int
    right: int
    after: int
    ending: str


_OUTSIDE = "-"
"""The form and the tag before the first form and behind the last."""
_MOST_KNOWN = 50_000
"""Forms whose sums are kept; beyond them memory would grow with the archive."""


def make_tagger(weights: Mapping[str, Mapping[str, float]], sole: dict[str, str], proper: Iterable[str] = ()) -> Tagger:
    """Return a tagger from weights by feature and tag name; raises ValueError for one above `LARGEST_WEIGHT`."""
    tags = tuple(sorted({tag for row in weights.values() for tag in row} | set(sole.values())))
    largest = max((abs(weight) for row in weights.values() for weight in row.values()), default=0.0)
    if largest > LARGEST_WEIGHT:
        msg = f"a weight of {largest} is above {LARGEST_WEIGHT}, the largest that the tagger can add up; train in fewer rounds"
        raise ValueError(msg)
    lane = {tag: 1 << LANE * place for place, tag in enumerate(tags)}
    rows = {name: sum([round(weight * 10) * lane[tag] for tag, weight in row.items()]) for name, row in weights.items()}
    return Tagger(tags=tags, sole=sole, rows=rows, proper=frozenset(proper))


def zeros(lanes: int) -> int:
    """Return the number that lifts each of so many lanes to the middle of its range."""
    return sum(_ZERO << LANE * place for place in range(lanes))


def of_form(form: str) -> tuple[str, ...]:
    """Return the names of the features of a form alone."""
    shape = "d" if form[0].isdigit() else "h" if "-" in form else ""
    return ("b", "w=" + form, "s3=" + form[-3:], "s2=" + form[-2:] + shape, "p2=" + form[:2])


def of_left(form: str) -> tuple[str, ...]:
    """Return the names of the features of the form before."""
    return ("l=" + form,)


def of_right(form: str) -> tuple[str, ...]:
    """Return the names of the features of the next form."""
    return ("r=" + form, "rs=" + form[-3:])


def of_after(form: str) -> tuple[str, ...]:
    """Return the names of the features of the form after the next."""
    return ("a=" + form,)


def of_tags(form: str, right_ending: str, previous: str, before: str) -> tuple[str, ...]:
    """Return the names of the features of the two tags before a form, with the form and the next form's last three letters."""
    return (
        "t1=" + previous,
        "t2=" + before + "|" + previous,
        "t1w=" + previous + "|" + form,
        "t1r=" + previous + "|" + right_ending,
    )


def features(forms: Sequence[str], at: int, previous: str, before: str) -> tuple[str, ...]:
    """Return the names of all features of the form at `at`, given the two tags before it."""
    left = forms[at - 1] if at else _OUTSIDE
    right, after = (forms[there] if there < len(forms) else _OUTSIDE for there in (at + 1, at + 2))
    around = of_left(left) + of_right(right) + of_after(after)
    return of_form(forms[at]) + around + of_tags(forms[at], right[-3:], previous, before)


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
