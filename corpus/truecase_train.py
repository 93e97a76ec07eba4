"""Makes and measures the model of `truecase.py`.

    python -m corpus.truecase_train DATA_FOLDER         # train, write the weights
    python -m corpus.truecase_train DATA_FOLDER --measure

Trained on UD English EWT and the open part of GUM (train parts, CC BY-SA 4.0) and WikiGold (CC BY 4.0). Measured on the dev parts and
on the corpus's own reports, all set in upper case first.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from corpus.files import read_reports
from corpus.truecase import LOW, MODEL, label_of, truecase
from rasid.learn.perceptron import train
from rasid.text.tokens import tokenise

_UD = ("ud/en_ewt-ud-{}.conllu", "ud/en_gum_open-{}.conllu")
_ROUNDS = 5
_SEEN = 10  # times that a word must be written one way alone to be taken for always so
_SMALLEST = 1.0  # weights below it are left out: a fifth of the file, no measurable loss
_PUNCTUATION = ".,;:?!)]}'’"


def texts_of(path: Path) -> Iterator[str]:
    """Yield the sentences of a CoNLL-U file, or of WikiGold's columns with blanks put back."""
    if path.suffix == ".conllu":
        with path.open(encoding="utf-8") as lines:
            yield from (line.removeprefix("# text = ").strip() for line in lines if line.startswith("# text = "))
        return
    words: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip() and not line.startswith("-DOCSTART-"):
            words.append(line.split()[0])
        elif words:
            yield "".join(word if word in _PUNCTUATION else f" {word}" for word in words).strip()
            words = []


def labelled(texts: Iterable[str]) -> list[list[tuple[str, str]]]:
    """Return each text as (lower-case form, label) pairs; texts without small letters, which tell nothing, left out."""
    told = (text for text in texts if any(char.islower() for char in text))
    return [[(token.form, label_of(text[token.start : token.end])) for token in tokenise(text)] for text in told]


def fit(sentences: Sequence[Sequence[tuple[str, str]]]) -> dict[str, object]:
    """Return the weights and the words that are written one way only."""
    counts: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for form, label in sentence[1:]:
            counts.setdefault(form, Counter())[label] += 1
    sole = {
        form: next(iter(labels))
        for form, labels in counts.items()
        if len(labels) == 1 and labels.total() >= _SEEN and form.isalpha()
    }
    # A capital at the head of a sentence is set by rule, and would teach that its word is a name.
    inner = [sentence[1:] for sentence in sentences if len(sentence) > 1]
    weights = train(inner, rounds=_ROUNDS, sole=sole)
    large = {
        name: {tag: value for tag, value in row.items() if abs(value) >= _SMALLEST} for name, row in weights.items()
    }
    return {"sole": sole, "weights": {name: row for name, row in large.items() if row}}


def measure(texts: Iterable[str]) -> dict[str, float]:
    """Return how texts in upper case come back: words right, and precision and recall of words not written low.

    The first word of a text is left out: its capital is set by rule.
    """
    right = total = both = gold = found = 0
    for text in texts:
        back = truecase("".join(high if len(high := char.upper()) == 1 else char for char in text))
        for token in tokenise(text)[1:]:
            if not token.form[0].isalpha():
                continue
            want, got = text[token.start : token.end], back[token.start : token.end]
            total += 1
            right += want == got
            gold += label_of(want) != LOW
            found += label_of(got) != LOW
            both += want == got and label_of(want) != LOW
    return {"n": total, "accuracy": right / total, "precision": both / found, "recall": both / gold}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args(arguments)
    if not options.measure:
        files = [options.data / name.format("train") for name in _UD] + [options.data / "ner" / "wikigold.conll"]
        model = fit(labelled(text for path in files for text in texts_of(path)))
        packed = json.dumps(model, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()
        MODEL.write_bytes(gzip.compress(packed, mtime=0))
    sets = {name: texts_of(options.data / name.format("dev")) for name in _UD}
    scores = {name.format("dev"): measure(texts) for name, texts in sets.items()}
    scores["corpus"] = measure(report.text for report in read_reports())
    print(json.dumps({name: {key: round(value, 4) for key, value in row.items()} for name, row in scores.items()}))


if __name__ == "__main__":
    main()
