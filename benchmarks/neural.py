"""The neural reader: how fast, beside the bare pass of its encoder over the same windows; how large; how soon it starts."""

from __future__ import annotations

import time
from functools import partial

from benchmarks.made import articles
from benchmarks.measure import Figure, best, command, memory
from rasid.learn.pieces import load_tokenizer
from rasid.learn.session import Floats, load_session, run
from rasid.model import Report
from rasid.reading import LexiconReader
from rasid.reading.neural.reader import NeuralReader
from rasid.reading.neural.scores import Heads, Inputs
from rasid.reading.neural.shipped import model_folder


def neural(number: int) -> list[Figure]:
    """Measure reading articles of 400 words on one core and on all, the ratio to the bare pass, memory, and the command."""
    reports = articles(number)
    reader, windows = NeuralReader(threads=1), passes(reports)
    encoder = partial(run, load_session(model_folder() / "encoder.onnx", 1))
    reader.read(reports[0])
    bare = best(lambda: [encoder(window) for window in windows])
    one = best(lambda: [reader.read(report) for report in reports])
    every = NeuralReader()
    every.read(reports[0])
    wall = best(lambda: [every.read(report) for report in reports], clock=time.perf_counter)
    return [
        Figure("neural_one_core", number / one, "articles/s", f"{one / bare:.2f} x the time of the bare encoder"),
        Figure("neural_ratio", one / bare, "x", f"{len(windows) / number:.1f} windows an article"),
        Figure("neural_all_cores", number / wall, "articles/s", "of wall time"),
        Figure("neural_memory", memory("neural"), "MiB"),
        Figure("neural_command", command("neural"), "s"),
    ]


def passes(reports: list[Report]) -> list[Inputs]:
    """Return what the encoder is given for some reports, window by window."""
    folder, given = model_folder(), list[Inputs]()
    encoder = partial(run, load_session(folder / "encoder.onnx", 1))

    def noting(inputs: Inputs) -> list[Floats]:
        given.append(inputs)
        return encoder(inputs)

    heads, lexicon = Heads(load_tokenizer(folder / "tokenizer.json"), noting, _unasked, _unasked), LexiconReader()
    for report in reports:
        heads.read(report.text, lexicon.read(report))
    return given


def _unasked(_: Inputs) -> list[Floats]:
    return []
