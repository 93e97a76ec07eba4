"""Train the part-of-speech tagger of the lexicon reader: `python scripts/train_tagger.py UD_FOLDER`.

UD_FOLDER holds the CoNLL-U files of Universal Dependencies English EWT and of the openly licensed part of GUM
(train and dev). Writes words.json and weights.int16 of src/rasid/data/models/tagger-en and prints the accuracy on the dev parts.
Forms are lower-cased, so that upper-case wire copy reads the same.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from rasid.learn.perceptron import Tagger, make_tagger, train
from rasid.learn.tagger_files import write_tagger

MERGED = {
    "NNP": "NN", "NNPS": "NNS", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB", "VBP": "VB", "PDT": "DT",
    "WDT": "W", "WP": "W", "WP$": "W", "AFX": "JJ", "FW": "NN", "GW": "NN", "ADD": "NN", "NFP": "SYM", "LS": "CD",
    "HYPH": "SYM", "-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"', "UH": "RB", "$": "SYM",
}  # fmt: skip
Sentence = list[tuple[str, str]]


def read(path: Path) -> list[Sentence]:
    """Return the sentences of a CoNLL-U file as (lower-case form, merged Penn tag)."""
    sentences: list[Sentence] = []
    rows: Sentence = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not line.strip():
            if rows:
                sentences.append(rows)
            rows = []
        elif not line.startswith("#") and cells[0].isdigit():
            tag = MERGED.get(cells[4], cells[4])
            rows.append((cells[1].lower().replace(" ", ""), tag))
    return sentences


def sole_tags(sentences: list[Sentence]) -> dict[str, str]:
    """Return the words that are frequent and take one tag 99 % of the time."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for form, tag in sentence:
            seen[form][tag] += 1
    sole = {}
    for form in sorted(seen):
        tag, number = max(seen[form].items(), key=lambda item: (item[1], item[0]))
        total = sum(seen[form].values())
        if total >= 8 and number / total >= 0.99:
            sole[form] = tag
    return sole


def proper_names(paths: list[Path]) -> list[str]:
    """Return the words that the treebanks tag as proper names four times in five, days and months left out."""
    proper: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 4 and cells[0].isdigit():
                form = cells[1].lower()
                seen[form] += 1
                proper[form] += cells[4] == "NNP"
    return sorted(
        form for form in proper if proper[form] >= 0.8 * seen[form] and form.isalpha() and form not in CALENDAR
    )


CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mr mrs ms dr st president minister general colonel captain""".split()
)


def accuracy(tagger: Tagger, sentences: list[Sentence]) -> float:
    """Return the share of tokens tagged as in the treebank."""
    right = total = 0
    for sentence in sentences:
        guesses = tagger.tag([form for form, _ in sentence])
        right += sum(guess == tag for guess, (_, tag) in zip(guesses, sentence, strict=True))
        total += len(sentence)
    return right / total


def main(folder: Path, out: Path) -> None:
    """Train, measure and write."""
    names = ("en_ewt-ud", "en_gum_open")
    training = [sentence for name in names for sentence in read(folder / f"{name}-train.conllu")]
    sole = sole_tags(training)
    weights = train(training, rounds=5, sole=sole)
    proper = proper_names([folder / f"{name}-train.conllu" for name in names])
    tagger = make_tagger(weights, sole, proper)
    for name in names:
        print(name, "dev accuracy", round(accuracy(tagger, read(folder / f"{name}-dev.conllu")), 4))
    write_tagger(tagger, out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parents[1] / "src/rasid/data/models/tagger-en")
