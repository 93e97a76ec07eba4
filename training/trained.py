"""Weights as they were trained, asked in the way in which their exported networks are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn

from rasid.learn.pieces import load_tokenizer
from rasid.learn.session import Floats
from rasid.reading.neural.scores import Heads, Inputs, Network
from training.export import Unpadded
from training.train import network_from


def trained_heads(weights: Path, encoder: Path) -> Heads:
    """Return the heads of a weights file over the encoder that they were trained from, in floats.

    Raises RuntimeError when the weights are of another network.
    """
    network = network_from(encoder)
    network.load_state_dict(load_file(str(weights)))
    network.eval()
    return Heads(
        load_tokenizer(encoder / "tokenizer.json"),
        _asked(Unpadded(network.encoder), ("ids", "marks")),
        _asked(network.arguments, ("pieces", "anchors", "kinds", "distance", "sentence")),
        _asked(network.pairs, ("left", "right", "distance", "same")),
    )


def _asked(module: nn.Module, names: Sequence[str]) -> Network:
    def ask(inputs: Inputs) -> list[Floats]:
        with torch.inference_mode():
            found: Any = module(*(torch.from_numpy(np.ascontiguousarray(inputs[name])) for name in names))
        outputs = found if isinstance(found, tuple) else (found,)
        return [one.float().numpy() for one in outputs]

    return ask
