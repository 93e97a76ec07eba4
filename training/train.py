"""The training loop: seeded, and resumable from its last checkpoint."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from transformers import BertConfig

from training.examples import Example
from training.losses import batch_of, loss_of, masked
from training.model import Network

_EVERY = 100
"""Steps between checkpoints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train: steps follow from `epochs` and the size of the batches, in word pieces after padding."""

    epochs: int
    rate: float = 8e-5
    seed: int = 13
    budget: int = 1600


def network_from(encoder: Path) -> Network:
    """Build the network over a pre-trained encoder: a folder with `config.json` and `model.safetensors`.

    Raises ValueError when the weights lack a layer. Dropout of attention is off, which keeps the fast kernel.
    """
    config = BertConfig.from_json_file(str(encoder / "config.json"))
    config.attention_probs_dropout_prob, config.hidden_dropout_prob = 0.0, 0.1
    network = Network(config)
    state = {key.removeprefix("bert."): value for key, value in load_file(str(encoder / "model.safetensors")).items()}
    missing, _ = network.encoder.bert.load_state_dict(state, strict=False)
    if missing:
        msg = f"the encoder's weights lack {missing[:3]}; take another weights file"
        raise ValueError(msg)
    return network


def batches(examples: Sequence[Example], budget: int, chance: random.Random) -> list[list[Example]]:
    """Group documents of like size into batches of at most `budget` pieces after padding, in random order."""
    order = sorted(examples, key=lambda one: _width([one]) + chance.random() * 60)
    groups: list[list[Example]] = [[]]
    for one in order:
        joined = [*groups[-1], one]
        if groups[-1] and _width(joined) * sum(len(each.windows) for each in joined) > budget:
            groups.append([])
        groups[-1].append(one)
    chance.shuffle(groups)
    return groups


def _width(group: Sequence[Example]) -> int:
    return max(len(window.window.ids) for one in group for window in one.windows)


def train(network: Network, epoch: Callable[[int], Sequence[Example]], plan: Plan, out: Path) -> None:
    """Run AdamW with warm-up and a linear fall over the documents that `epoch` gives for each number from 0.

    The weights end in `out/weights.safetensors`; what lies in `out` from an earlier run is gone on from.
    """
    optimiser = _optimiser(network, plan.rate)
    first, done = _resume(network, optimiser, out)
    network.train()
    for number in range(first, plan.epochs):
        torch.manual_seed(plan.seed + number)
        groups = batches(epoch(number), plan.budget, random.Random(plan.seed + number))
        shown = _Shown()
        for step in range(done, len(groups)):
            chance = random.Random(f"{plan.seed} {number} {step}")
            share = _share(number + step / len(groups), plan.epochs)
            shown.add(_step(network, optimiser, groups[step], share, chance))
            if (step + 1) % _EVERY == 0:
                print(f"epoch {number + 1}/{plan.epochs}, {step + 1}/{len(groups)}: {shown}", flush=True)
                shown = _Shown()
                _keep(network, optimiser, (number, step + 1), out)
        done = 0
        _keep(network, optimiser, (number + 1, 0), out)


def _step(
    network: Network, optimiser: torch.optim.Optimizer, group: Sequence[Example], share: float, chance: random.Random
) -> dict[str, Tensor]:
    """Learn from one batch at a share of the full rates; returns the losses by head."""
    for parameters in optimiser.param_groups:
        parameters["lr"] = parameters["full"] * share
    with torch.autocast("cpu", dtype=torch.bfloat16):
        losses = loss_of(network, masked(batch_of(group), chance), chance)
    optimiser.zero_grad()
    sum(losses.values()).backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return losses


class _Shown:
    """Mean losses and speed since the last line of progress."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._sums = defaultdict[str, float](float)
        self._steps = 0

    def add(self, losses: Mapping[str, Tensor]) -> None:
        self._steps += 1
        for name, value in losses.items():
            self._sums[name] += float(value.detach())

    def __str__(self) -> str:
        told = " ".join(f"{name} {value / self._steps:.3f}" for name, value in self._sums.items())
        return f"{(time.monotonic() - self._began) / self._steps:.2f} s a step, {told}"


def _optimiser(network: Network, rate: float) -> torch.optim.Optimizer:
    """Return AdamW with ten times the rate for the fresh heads; word vectors stay as they are, which saves a seventh of the time."""
    network.encoder.bert.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
    body: list[torch.nn.Parameter] = []
    heads: list[torch.nn.Parameter] = []
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        (body if name.startswith("encoder.bert") else heads).append(parameter)
    groups = [{"params": body, "full": rate}, {"params": heads, "full": rate * 10}]
    return torch.optim.AdamW(groups, lr=rate, weight_decay=0.01, fused=True)


def _share(done: float, epochs: int) -> float:
    """Return the share of the full rate after so many epochs: rising over 6 % of the way, then falling to 0."""
    return min((done + 0.01) / (0.06 * epochs), (epochs - done) / epochs, 1.0)


def _keep(network: Network, optimiser: torch.optim.Optimizer, reached: tuple[int, int], out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    save_file(
        {name: value.contiguous() for name, value in network.state_dict().items()}, str(out / "weights.safetensors")
    )
    torch.save({"reached": reached, "optimiser": optimiser.state_dict()}, out / "state.part")
    (out / "state.part").replace(out / "state.pt")


def _resume(network: Network, optimiser: torch.optim.Optimizer, out: Path) -> tuple[int, int]:
    """Load the last checkpoint of `out`; returns the epoch reached and the steps done in it."""
    if not (out / "state.pt").exists():
        return 0, 0
    network.load_state_dict(load_file(str(out / "weights.safetensors")))
    state = torch.load(out / "state.pt", weights_only=True)
    optimiser.load_state_dict(state["optimiser"])
    epoch, step = state["reached"]
    return int(epoch), int(step)
