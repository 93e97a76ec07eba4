from __future__ import annotations

import numpy as np

from rasid.reading.neural.decode import spans_by_label, triggers, word_starts
from rasid.reading.neural.labels import BEGINS, INSIDE, ROLES, TRIGGER_LABELS, TYPES
from rasid.reading.neural.windows import Window

TEXT = "Gunmen opened fire"
WINDOW = Window(ids=(1, 2, 3, 4), starts=(0, 3, 7, 14), ends=(3, 6, 13, 18), sentences=(0, 0, 0, 0))


def test_pieces_within_a_word_begin_no_word() -> None:
    assert word_starts(WINDOW, TEXT).tolist() == [True, False, True, True]


def test_a_trigger_goes_on_while_its_words_do() -> None:
    chances = np.zeros((4, TRIGGER_LABELS), dtype=np.float32)
    chances[2, BEGINS + TYPES.index(TYPES[1])] = 0.9
    chances[3, INSIDE] = 0.8
    found = triggers(chances, word_starts(WINDOW, TEXT), np.full(4, 0.5, dtype=np.float32))
    assert [(one.first, one.last, one.label) for one in found] == [(2, 3, 1)]


def test_an_argument_takes_the_whole_of_its_last_word() -> None:
    roles = np.zeros((4, 2 * len(ROLES)), dtype=np.float32)
    roles[0, 0] = 0.7
    found = list(spans_by_label(roles, word_starts(WINDOW, TEXT), [0.5] * len(ROLES)))
    assert [(one.first, one.last, one.label) for one in found] == [(0, 1, 0)]


def test_nothing_below_the_least_chance() -> None:
    roles = np.full((4, 2 * len(ROLES)), 0.4, dtype=np.float32)
    assert list(spans_by_label(roles, word_starts(WINDOW, TEXT), [0.5] * len(ROLES))) == []
