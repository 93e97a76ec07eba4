"""The split of the corpus into train, dev and test: frozen once, by cluster.

Reports that tell one incident, and look-alikes, stay together. A group goes where the SHA-256 of its smallest id sends it:
65 % train, 15 % dev, 20 % test. `split.toml` freezes what was decided: a new report of a frozen group joins it, and a new
group is for training, so that later measures are of the same texts.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from corpus.document import Document
from corpus.files import ROOT
from corpus.problem import listed
from rasid.errors import InputError

FROZEN = ROOT / "split.toml"
_HEAD = """# Which report is in which part; written by `python -m corpus split`, which only ever adds to it.
# Reports of one cluster, and look-alikes, are in the same part. Test reports are never read to improve a reader.
"""


class Split(StrEnum):
    """The parts of the corpus."""

    train = "train"
    dev = "dev"
    test = "test"


_SHARES = ((0.65, Split.train), (0.80, Split.dev), (1.0, Split.test))


def splits(documents: Sequence[Document], frozen: Mapping[str, Split] | None = None) -> dict[str, Split]:
    """Return the part of every report, by id; `frozen` (default: the file's) decides where it can.

    Raises InputError when a group has reports frozen in different parts.
    """
    known = read_frozen() if frozen is None else frozen
    return {name: _of_group(group, known) for group in groups(documents) for name in group}


def groups(documents: Sequence[Document]) -> list[list[str]]:
    """Return the ids of reports that belong together by a shared incident or a look-alike line, sorted in each group."""
    parent: dict[str, str] = {}
    for document in documents:
        head = document.head
        links = [f"key {record.key}" for record in document.annotation.incidents if record.key is not None]
        links += [f"id {head.lookalike}"] if head.lookalike else []
        for link in links:
            _join(parent, f"id {head.id}", link)
    together: dict[str, list[str]] = {}
    for name in sorted(document.head.id for document in documents):
        together.setdefault(_root(parent, f"id {name}"), []).append(name)
    return list(together.values())


def read_frozen(path: Path = FROZEN) -> dict[str, Split]:
    """Return the parts that the file holds, by id; empty without a file."""
    if not path.is_file():
        return {}
    parts = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Split(part) for part, names in parts.items() for name in names}


def write_frozen(parts: Mapping[str, Split], path: Path = FROZEN) -> None:
    """Freeze the parts of reports, beside those the file holds already."""
    parts = {**parts, **read_frozen(path)}
    lines = [_HEAD]
    for split in Split:
        names = "".join(f'  "{name}",\n' for name in sorted(parts) if parts[name] is split)
        lines.append(f"{split.value} = [\n{names}]\n")
    path.write_text("\n".join(lines), encoding="utf-8")


def in_split(documents: Iterable[Document], split: Split) -> list[Document]:
    """Return the reports of one part, in their order."""
    every = list(documents)
    parts = splits(every)
    return [document for document in every if parts[document.head.id] is split]


def _of_group(group: Sequence[str], frozen: Mapping[str, Split]) -> Split:
    known = {frozen[name] for name in group if name in frozen}
    if len(known) > 1:
        msg = (
            f"reports {listed(group)} belong together and are frozen in {listed(sorted(known))}; "
            "take out the key or look-alike line that joins them"
        )
        raise InputError(msg)
    if known:
        return known.pop()
    return Split.train if frozen else _hashed(group[0])


def _hashed(name: str) -> Split:
    share = int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 16**8
    return next(split for bound, split in _SHARES if share < bound)


def _root(parent: dict[str, str], name: str) -> str:
    while parent.get(name, name) != name:
        name = parent[name]
    return name


def _join(parent: dict[str, str], one: str, other: str) -> None:
    left, right = sorted((_root(parent, one), _root(parent, other)))
    parent[right] = left
