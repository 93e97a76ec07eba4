"""Makes a network's layers fit for 8 bits: what few features take of the range is moved from the inputs into the weights.

After SmoothQuant (Xiao and others 2023): the inputs of a linear layer are divided, and its weights multiplied, by a factor for each
feature that lies between the largest input and the largest weight. In floats the layer stays what it was.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterable
from functools import partial

import torch
from torch import Tensor, nn

from training.losses import Batch
from training.model import Encoder

_STRENGTH = 0.8
"""How much of the range goes over to the weights, 0-1."""
_LEAST = 1e-5


class Smoothed(nn.Module):
    """A linear layer over inputs scaled feature by feature."""

    def __init__(self, linear: nn.Linear, factor: Tensor) -> None:
        """Take a layer and what its inputs are divided by."""
        super().__init__()
        self.register_buffer("shrink", 1 / factor)
        self.linear = copy.deepcopy(linear)
        self.linear.weight.data *= factor

    def forward(self, inputs: Tensor) -> Tensor:
        """Return what the layer returns for the inputs."""
        return self.linear(inputs * self.shrink)


def smoothed(encoder: Encoder, batches: Iterable[Batch]) -> Encoder:
    """Return a copy of the encoder with its layers smoothed by what they are given in some batches."""
    copied: Encoder = copy.deepcopy(encoder).eval()
    layers = {name: module for name, module in copied.bert.named_modules() if isinstance(module, nn.Linear)}
    largest = _largest_inputs(copied, layers, batches)
    for names in _by_input(layers):
        weights = torch.stack([layers[name].weight.detach().abs().amax(0) for name in names]).amax(0)
        inputs = largest[names[0]].clamp(min=_LEAST)
        factor = inputs**_STRENGTH / weights.clamp(min=_LEAST) ** (1 - _STRENGTH)
        for name in names:
            parent, _, own = name.rpartition(".")
            setattr(copied.bert.get_submodule(parent), own, Smoothed(layers[name], factor))
    return copied


def _by_input(names: Iterable[str]) -> list[list[str]]:
    """Group layers that read the same inputs: query, key and value, whose inputs are then scaled and rounded once."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for name in names:
        parent, _, _ = name.rpartition(".")
        grouped[parent if parent.endswith(".self") else name].append(name)
    return list(grouped.values())


def _largest_inputs(encoder: Encoder, layers: dict[str, nn.Linear], batches: Iterable[Batch]) -> dict[str, Tensor]:
    largest: dict[str, Tensor] = defaultdict(lambda: torch.zeros(()))

    def look(name: str, _layer: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        largest[name] = torch.maximum(largest[name], inputs[0].detach().abs().flatten(0, -2).amax(0))

    hooks = [layer.register_forward_pre_hook(partial(look, name)) for name, layer in layers.items()]
    with torch.no_grad():
        for batch in batches:
            encoder(batch.ids, batch.mask, batch.marks)
    for hook in hooks:
        hook.remove()
    return largest
