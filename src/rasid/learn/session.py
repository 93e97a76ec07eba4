"""Networks in ONNX files, run on the CPU."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@cache
def load_session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """Open a network as it was optimised when it was written; `threads` 0 takes every core. Once a process and path."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def run(session: onnxruntime.InferenceSession, inputs: dict[str, NDArray[np.generic]]) -> list[Floats]:
    """Return every output of the network for named inputs."""
    return [np.asarray(one, dtype=np.float32) for one in session.run(None, inputs)]


def softmax(scores: Floats) -> Floats:
    """Turn scores along the last axis into chances that add up to 1."""
    grown = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(grown / grown.sum(axis=-1, keepdims=True), dtype=np.float32)


def sigmoid(scores: Floats) -> Floats:
    """Turn scores into chances, each by itself."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float32)
