from __future__ import annotations

import numpy as np

from rasid.learn.pieces import load_tokenizer
from rasid.learn.session import Floats
from rasid.model import make_report
from rasid.reading.neural.labels import INSIDE
from rasid.reading.neural.scores import Heads, Inputs, open_heads
from rasid.reading.neural.shipped import model_folder
from training.parity import Differing, Parity, parity

REPORTS = [
    make_report("Gunmen stormed a police post in Gao on Friday and killed six officers, the governor said."),
    make_report("قال مسؤول. Rebels shelled the camp near إدلب on Monday, wounding two aid workers."),
]


class _Bent:
    """The shipped networks, with a shift of some scores."""

    def __init__(self, *, label: int | None = None, roles: float = 0.0) -> None:
        self._whole = open_heads(model_folder(), threads=1)
        self._label = label
        self._roles = roles

    def heads(self) -> Heads:
        tokenizer = load_tokenizer(model_folder() / "tokenizer.json")
        return Heads(tokenizer, self._encoder, self._arguments, self._whole._pairs)

    def _encoder(self, inputs: Inputs) -> list[Floats]:
        triggers, *more = self._whole._encoder(inputs)
        if self._label is not None:
            triggers = triggers.copy()
            triggers[..., self._label] += 100
        return [triggers, *more]

    def _arguments(self, inputs: Inputs) -> list[Floats]:
        roles, parts = self._whole._arguments(inputs)
        return [np.asarray(roles + self._roles, dtype=np.float32), parts]


def test_a_network_is_like_itself() -> None:
    found = parity(_Bent().heads(), open_heads(model_folder(), threads=1), REPORTS)
    assert (found.pieces.share, found.triggers.share, found.roles.share) == (0, 0, 0)
    assert found.pieces.number > 30
    assert found.triggers.number >= 2
    assert found.roles.number > found.pieces.number / 2


def test_labels_and_spans_that_differ_are_counted() -> None:
    found = parity(_Bent().heads(), _Bent(label=INSIDE).heads(), REPORTS)
    assert found.pieces.share > 0.5
    assert found.triggers == Differing(found.triggers.number, found.triggers.number)
    assert found.roles.share == 0


def test_roles_are_compared_given_the_same_triggers() -> None:
    found = parity(_Bent().heads(), _Bent(roles=100.0).heads(), REPORTS)
    assert found.pieces.share == 0
    assert found.roles.share == 1


def test_nothing_differs_in_nothing() -> None:
    assert parity(_Bent().heads(), _Bent().heads(), []) == Parity()
    assert Parity().roles.share == 0
