"""A tagger in two files that open in hundredths of a second, whatever reads them.

`words.json` holds the tags in order, the words that take one tag only, the proper names, and the features: each string names,
parted by blanks, those that have the same weights. `weights.int16` holds the weights of each such string in turn: for each tag a
signed whole number of 16 bits, the low byte first, in tenths.
"""

from __future__ import annotations

import json
from collections import defaultdict
from importlib.resources.abc import Traversable
from pathlib import Path

from rasid.learn.perceptron import LANE, Tagger, zeros

WORDS, WEIGHTS = "words.json", "weights.int16"


def write_tagger(tagger: Tagger, folder: Path) -> None:
    """Write a tagger into a folder; the same tagger gives the same bytes."""
    names = defaultdict(list)
    for name in sorted(tagger.rows):
        names[tagger.rows[name]].append(name)
    words = {
        "tags": tagger.tags,
        "sole": dict(sorted(tagger.sole.items())),
        "proper": sorted(tagger.proper),
        "features": [" ".join(same) for same in names.values()],
    }
    zero, size = zeros(len(tagger.tags)), _size(tagger.tags)
    rows = (((row + zero) ^ zero).to_bytes(size, "little") for row in names)
    (folder / WORDS).write_text(json.dumps(words, ensure_ascii=False, indent=0), encoding="utf-8")
    (folder / WEIGHTS).write_bytes(b"".join(rows))


def read_tagger(folder: Traversable) -> Tagger:
    """Read what `write_tagger` wrote; raises OSError when a file is missing, ValueError when one is cut short."""
    words, weights = json.loads((folder / WORDS).read_bytes()), (folder / WEIGHTS).read_bytes()
    tags = tuple(words["tags"])
    zero, size = zeros(len(tags)), _size(tags)
    lanes = (int.from_bytes(weights[at : at + size], "little") for at in range(0, len(weights), size))
    same = zip(words["features"], lanes, strict=True)
    rows = {name: row for names, lane in same for row in [(lane ^ zero) - zero] for name in names.split(" ")}
    return Tagger(tags=tags, sole=words["sole"], rows=rows, proper=frozenset(words["proper"]))


def _size(tags: tuple[str, ...]) -> int:
    """Return how many bytes the weights of a feature take."""
    return len(tags) * LANE // 8
