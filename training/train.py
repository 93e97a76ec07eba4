"""The training loop: seeded, and resumable from its last checkpoint."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from transformers import BertConfig

from training.examples import Example
from training.losses import batch_of, loss_of
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

    Raises ValueError when the weights lack a layer. Dropout within the encoder is off: it cost a tenth of the time on a CPU.
    """
    config = BertConfig.from_json_file(str(encoder / "config.json"))
    config.attention_probs_dropout_prob = config.hidden_dropout_prob = 0.0
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


def train(network: Network, epochs: Sequence[Sequence[Example]], plan: Plan, out: Path) -> None:
    """Run AdamW with warm-up and a linear fall over the epochs' documents; weights end in `out/weights.safetensors`."""
    torch.manual_seed(plan.seed)
    steps = [
        group
        for number, examples in enumerate(epochs)
        for group in batches(examples, plan.budget, random.Random(plan.seed + number))
    ]
    optimiser = _optimiser(network, plan.rate)
    done = _resume(network, optimiser, out)
    began, shown = time.monotonic(), defaultdict[str, float](float)
    network.train()
    for step in range(done, len(steps)):
        for group in optimiser.param_groups:
            group["lr"] = group["full"] * _share(step, len(steps))
        chance = random.Random(plan.seed * 100_003 + step)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses = loss_of(network, batch_of(steps[step]), chance)
        optimiser.zero_grad()
        sum(losses.values()).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        for name, value in losses.items():
            shown[name] += float(value.detach())
        if (step + 1) % _EVERY == 0 or step + 1 == len(steps):
            left = (time.monotonic() - began) / (step + 1 - done) * (len(steps) - step - 1)
            told = " ".join(f"{name} {value / _EVERY:.3f}" for name, value in shown.items())
            print(f"{step + 1}/{len(steps)}, {left:.0f} s left: {told}", flush=True)
            shown.clear()
            _keep(network, optimiser, step + 1, out)


def _optimiser(network: Network, rate: float) -> torch.optim.Optimizer:
    """Return AdamW with ten times the rate for the fresh heads."""
    body: list[torch.nn.Parameter] = []
    heads: list[torch.nn.Parameter] = []
    for name, parameter in network.named_parameters():
        (body if name.startswith("encoder.bert") else heads).append(parameter)
    groups = [{"params": body, "full": rate}, {"params": heads, "full": rate * 10}]
    return torch.optim.AdamW(groups, lr=rate, weight_decay=0.01)


def _share(step: int, total: int) -> float:
    """Return the share of the full rate at a step: rising over 6 % of the way, then falling to 0."""
    return min((step + 1) / (0.06 * total + 1), (total - step) / total)


def _keep(network: Network, optimiser: torch.optim.Optimizer, step: int, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    save_file(
        {name: value.contiguous() for name, value in network.state_dict().items()}, str(out / "weights.safetensors")
    )
    torch.save({"step": step, "optimiser": optimiser.state_dict()}, out / "state.part")
    (out / "state.part").replace(out / "state.pt")


def _resume(network: Network, optimiser: torch.optim.Optimizer, out: Path) -> int:
    """Load the last checkpoint of `out`; returns the steps done."""
    if not (out / "state.pt").exists():
        return 0
    network.load_state_dict(load_file(str(out / "weights.safetensors")))
    state = torch.load(out / "state.pt", weights_only=True)
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"])
