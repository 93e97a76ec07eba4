"""Trained weights into the files that the package reads: an int8 encoder and two small heads, as ONNX."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import onnxruntime
import torch
from torch import Tensor, nn

from rasid.reading.neural.marks import SIZES
from training.examples import Example
from training.losses import batch_of
from training.model import PAIR, WIDTH, Encoder, Network
from training.quantise import Rows, quantise
from training.smooth import smoothed

Axes = Mapping[int, str]
OUTPUTS = ("triggers", "statements", "pieces", "anchors", "facts", "pairs", "relevance", "mean")


class Unpadded(nn.Module):
    """The encoder over one window without padding."""

    def __init__(self, encoder: Encoder) -> None:
        """Take the encoder as it is trained."""
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        """Return the encoder's outputs for ids and marks of one window."""
        return self.encoder(ids, None, marks)


def export(network: Network, encoder: Path, out: Path, examples: Iterable[Example]) -> None:
    """Write `encoder.onnx` (int8), `arguments.onnx`, `pairs.onnx` (float32) and the encoder's tokenizer into `out`.

    The ranges of the encoder's values are looked at in some `examples`.
    """
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(encoder / "tokenizer.json", out / "tokenizer.json")
    with tempfile.TemporaryDirectory() as scratch:
        plain, small = Path(scratch) / "plain.onnx", Path(scratch) / "small.onnx"
        _write_encoder(smoothed(network.encoder, (batch_of([one]) for one in examples)), plain)
        quantise(plain, small)
        _optimise(small, out / "encoder.onnx")
        _write_arguments(network, plain)
        _optimise(plain, out / "arguments.onnx")
        _write_pairs(network, plain)
        _optimise(plain, out / "pairs.onnx")


def _write_encoder(encoder: Encoder, path: Path) -> None:
    piece = {1: "piece"}
    embeddings = encoder.bert.embeddings
    embeddings.word_embeddings = Rows(embeddings.word_embeddings.weight.detach())
    _write(
        Unpadded(encoder),
        {
            "ids": (torch.ones(1, 16, dtype=torch.long), piece),
            "marks": (torch.zeros(1, 16, len(SIZES), dtype=torch.long), piece),
        },
        {**dict.fromkeys(OUTPUTS[:6], piece), "relevance": {}, "mean": {}},
        path,
    )


def _write_arguments(network: Network, path: Path) -> None:
    anchor, both = {0: "anchor"}, {0: "anchor", 1: "piece"}
    _write(
        network.arguments,
        {
            "pieces": (torch.zeros(1, 5, WIDTH), {1: "piece"}),
            "anchors": (torch.zeros(2, WIDTH), anchor),
            "kinds": (torch.zeros(2, dtype=torch.long), anchor),
            "distance": (torch.zeros(2, 5, dtype=torch.long), both),
            "sentence": (torch.zeros(2, 5, dtype=torch.long), both),
        },
        {"roles": both, "parts": both},
        path,
    )


def _write_pairs(network: Network, path: Path) -> None:
    pair = {0: "pair"}
    _write(
        network.pairs,
        {
            "left": (torch.zeros(2, PAIR), pair),
            "right": (torch.zeros(2, PAIR), pair),
            "distance": (torch.zeros(2, dtype=torch.long), pair),
            "same": (torch.zeros(2), pair),
        },
        {"score": pair},
        path,
    )


def _write(
    module: nn.Module, inputs: Mapping[str, tuple[Tensor, Axes]], outputs: Mapping[str, Axes], path: Path
) -> None:
    """Trace a part of the network into ONNX; `Axes` name those of any length."""
    torch.onnx.export(
        module,
        tuple(example for example, _ in inputs.values()),
        str(path),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes={**{name: axes for name, (_, axes) in inputs.items()}, **outputs},
        opset_version=17,
        dynamo=False,
    )


def _optimise(plain: Path, out: Path) -> None:
    """Write the graph as the runtime would rewrite it each time it opens it, which takes it half a second."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(out)
    onnxruntime.InferenceSession(str(plain), options, providers=["CPUExecutionProvider"])
