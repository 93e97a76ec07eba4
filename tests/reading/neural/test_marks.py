from __future__ import annotations

from pathlib import Path

import numpy as np

from rasid.learn.pieces import load_tokenizer, pieces
from rasid.model import EventType, Reading, Status, make_report
from rasid.reading import LexiconReader
from rasid.reading.neural.labels import BEGINS, ROLES, STATUSES, TYPES
from rasid.reading.neural.marks import ROLE, STATUS, TRIGGER, marks
from rasid.reading.neural.shipped import model_folder
from rasid.reading.neural.windows import Window, windows


def _window(text: str, reading: Reading) -> Window:
    tokenizer = load_tokenizer(Path(model_folder()) / "tokenizer.json")
    return windows([pieces(tokenizer, text, span.start, span.end) for span in reading.sentences])[0]


def test_a_piece_is_marked_with_what_the_lexicon_reader_sees_there() -> None:
    text = "قال مسؤول. Gunmen kidnapped the mayor in Gao on Friday."
    reading = LexiconReader().read(make_report(text))
    window = _window(text, reading)
    seen = marks(window, reading)
    told = {text[start:end].lower(): row for start, end, row in zip(window.starts, window.ends, seen, strict=True)}
    assert told["kidnapped"][TRIGGER] == BEGINS + TYPES.index(EventType.kidnapping)
    assert told["kidnapped"][STATUS] == 1 + STATUSES.index(Status.reported)
    assert told["gunmen"][ROLE] == 1 + 2 * ROLES.index("perpetrator")
    assert told["gao"][ROLE] == 1 + 2 * ROLES.index("place")
    assert not told["."].any()


def test_nothing_seen_is_nothing_marked() -> None:
    text = "Gunmen kidnapped the mayor."
    reading = LexiconReader().read(make_report(text))
    window = _window(text, reading)
    empty = Reading(report_id=reading.report_id, reader=reading.reader, sentences=reading.sentences)
    assert not np.any(marks(window, empty))
