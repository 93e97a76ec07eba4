"""What each command of `python -m corpus` does; `__main__.py` names their arguments."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from corpus.agreement import agreement
from corpus.check import check, errors
from corpus.draft import draft, muc_key
from corpus.files import read_reports, report_paths
from corpus.guard import leaks, measured_hashes
from corpus.load import load
from corpus.markup import read_file, write
from corpus.notes import read_notes
from corpus.split import Split, splits, write_frozen
from corpus.standoff import OWN, bare, document_of, read_standoff, standoff_of, write_standoff
from corpus.stats import CARD, renew_card
from corpus.texts import foreign_texts
from corpus.truecase import truecase
from rasid.model import normalise_text
from rasid.pipeline import load_engine


def run_check(options: argparse.Namespace) -> int:
    """List the problems of reports; returns 1 when something must be mended."""
    problems = check(options.paths)
    for problem in problems:
        print(problem)
    wrong, files = errors(problems), len(report_paths(options.paths))
    print(f"{files} reports, {wrong} errors, {len(problems) - wrong} warnings")
    return 1 if wrong else 0


def run_format(options: argparse.Namespace) -> int:
    """Rewrite reports in canonical form and name those that changed."""
    for path in report_paths(options.paths):
        text = write(read_file(path))
        if text.encode() != path.read_bytes():
            path.write_bytes(text.encode())
            print(f"rewritten: {path}")
    return 0


def run_split(options: argparse.Namespace) -> int:
    """Freeze the part of reports that have none yet, and count the parts."""
    parts = splits(read_reports(options.paths))
    write_frozen(parts)
    print({split.value: sum(part is split for part in parts.values()) for split in Split})
    return 0


def run_export(options: argparse.Namespace) -> int:
    """Write reports as standoff, with their head and text or without."""
    rows = map(standoff_of, read_reports(options.paths))
    number = write_standoff(options.out, map(bare, rows) if options.bare else rows)
    print(f"{number} reports in {options.out}")
    return 0


def run_import(options: argparse.Namespace) -> int:
    """Write the project's own reports of a standoff file as marked-up files, in folders by country."""
    for row in read_standoff(options.file):
        if row.source == OWN:
            document = document_of(row)
            folder: Path = options.out / document.head.country.lower()
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{document.head.id}.txt").write_text(write(document), encoding="utf-8")
    return 0


def run_notes(options: argparse.Namespace) -> int:
    """Turn files of notes into standoff without text; warnings are listed, errors refused."""
    texts = {(source, text.doc): text for source in options.source for text in foreign_texts(source, options.data)}
    rows = []
    for path in options.files:
        found, problems = read_notes(str(path), path.read_text(encoding="utf-8"), texts)
        rows += found
        for problem in problems:
            print(problem)
    print(f"{write_standoff(options.out, rows)} documents in {options.out}")
    return 0


def run_draft(options: argparse.Namespace) -> int:
    """Print drafts of notes for documents of one corpus, all of them where none is named."""
    engine = load_engine("lexicon")
    key = muc_key(options.data) if options.source == "muc4" else {}
    for text in foreign_texts(options.source, options.data):
        if not options.docs or text.doc in options.docs:
            print(draft(text, engine, key.get(text.doc, ())))
    return 0


def run_agree(options: argparse.Namespace) -> int:
    """Compare two annotations of the same texts layer by layer; the last line is one JSON object."""
    found = agreement(load(options.first, options.data), load(options.second, options.data))
    for name, value in found.scores.items():
        print(f"{name:<18}{value:>8.3f}")
    print(json.dumps({name: round(value, 4) for name, value in found.scores.items()} | {"n": found.texts}))
    return 0


def run_card(options: argparse.Namespace) -> int:
    """Count the corpus and renew the counted part of its card."""
    changed = renew_card(read_reports(options.paths))
    print(f"{CARD.name} {'renewed' if changed else 'is up to date'}")
    return 0


def run_guard(options: argparse.Namespace) -> int:
    """Compare annotated texts with those that may not be trained on; returns 1 when one is among them."""
    texts = [(one.source, one.doc, one.text) for path in options.paths for one in load(path, options.data)]
    found = leaks(texts, measured_hashes(options.data))
    for line in found:
        print(line)
    print(f"{len(texts)} texts, {len(found)} that may not be trained on")
    return 1 if found else 0


def run_truecase(options: argparse.Namespace) -> int:
    """Print an upper-case text in mixed case, every character at its place."""
    print(truecase(normalise_text(options.file.read_text(encoding="utf-8"))), end="")
    return 0
