"""Trained weights into the files that the package reads: an int8 encoder and two small heads, as ONNX.

python -m training.export WEIGHTS --encoder FOLDER --out src/rasid/data/models/reader-en
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from rasid.reading.neural.marks import SIZES
from training.model import PAIR, WIDTH, Encoder, Network

OUTPUTS = ("triggers", "statements", "pieces", "anchors", "facts", "pairs", "relevance", "mean")


class _Plain(nn.Module):
    """The encoder with its mask as the attention layers take it, which is what traces cleanly."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        return self.encoder(ids, mask, marks)


def export(network: Network, encoder: Path, out: Path) -> None:
    """Write `encoder.onnx` (int8), `arguments.onnx`, `pairs.onnx` (float32) and the encoder's tokenizer into `out`."""
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(encoder / "tokenizer.json", out / "tokenizer.json")
    rows = {0: "row", 1: "piece"}
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "encoder.onnx"
        torch.onnx.export(
            _Plain(network.encoder),
            (
                torch.ones(2, 16, dtype=torch.long),
                torch.ones(2, 16, dtype=torch.long),
                torch.zeros(2, 16, len(SIZES), dtype=torch.long),
            ),
            str(whole),
            input_names=["ids", "mask", "marks"],
            output_names=list(OUTPUTS),
            dynamic_axes={
                "ids": rows,
                "mask": rows,
                "marks": rows,
                **dict.fromkeys(OUTPUTS[:6], rows),
                "relevance": {0: "row"},
                "mean": {0: "row"},
            },
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, out / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True)
    number = {0: "anchor", 1: "piece"}
    torch.onnx.export(
        network.arguments,
        (torch.zeros(2, 5, WIDTH), torch.zeros(2, WIDTH), torch.zeros(2, dtype=torch.long),
         torch.zeros(2, 5, dtype=torch.long), torch.zeros(2, 5, dtype=torch.long)),
        str(out / "arguments.onnx"),
        input_names=["pieces", "anchors", "kinds", "distance", "sentence"],
        output_names=["roles", "parts"],
        dynamic_axes={"pieces": number, "anchors": {0: "anchor"}, "kinds": {0: "anchor"}, "distance": number,
                      "sentence": number, "roles": number, "parts": number},
        opset_version=17,
        dynamo=False,
    )  # fmt: skip
    pair = {0: "pair"}
    torch.onnx.export(
        network.pairs,
        (torch.zeros(2, PAIR), torch.zeros(2, PAIR), torch.zeros(2, dtype=torch.long), torch.zeros(2)),
        str(out / "pairs.onnx"),
        input_names=["left", "right", "distance", "same"],
        output_names=["score"],
        dynamic_axes=dict.fromkeys(("left", "right", "distance", "same", "score"), pair),
        opset_version=17,
        dynamo=False,
    )
