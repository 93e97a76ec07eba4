"""What the lexicon reader sees in a window, piece by piece: the encoder's second input."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from rasid.model import Reading, Span
from rasid.model.reading import Trigger
from rasid.reading.neural.labels import BEGINS, INSIDE, ROLES, SOURCE, STATUSES, TRIGGER_LABELS, TYPES
from rasid.reading.neural.windows import Window

TRIGGER, ROLE, STATUS = 0, 1, 2
SIZES = (TRIGGER_LABELS, 1 + 2 * len(ROLES), 1 + len(STATUSES))
"""Labels of each column of marks; 0 stands for nothing seen."""


def marks(window: Window, reading: Reading) -> NDArray[np.int64]:
    """Return for each piece the trigger label, the role (begins, goes on) and the status that the lexicon reader sees."""
    seen = np.zeros((len(window.ids), len(SIZES)), dtype=np.int64)
    for trigger in reading.triggers:
        _mark(window, trigger.span, seen[:, TRIGGER], BEGINS + TYPES.index(trigger.event_type), INSIDE)
        status = 1 + STATUSES.index(trigger.status)
        _mark(window, trigger.span, seen[:, STATUS], status, status)
        for role, span in _phrases(trigger):
            begins = 1 + 2 * ROLES.index(role)
            _mark(window, span, seen[:, ROLE], begins, begins + 1)
    return seen


def _phrases(trigger: Trigger) -> Iterator[tuple[str, Span]]:
    for argument in trigger.arguments:
        yield argument.role.value, argument.span
    if trigger.attribution is not None and trigger.attribution.speaker is not None:
        yield SOURCE, trigger.attribution.speaker


def _mark(window: Window, span: Span, column: NDArray[np.int64], begins: int, goes_on: int) -> None:
    place = window.pieces_in(span.start, span.end)
    if place is None or column[place[0]]:
        return
    first, last = place
    column[first : last + 1] = goes_on
    column[first] = begins
