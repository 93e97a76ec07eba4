from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from rasid.codebook import load_codebook, render_codebook
from rasid.codebook.document import show_count
from rasid.model import Count

CODEBOOK = load_codebook()
TEXT = render_codebook(CODEBOOK)


def test_every_entry_and_every_example_stands_in_the_document() -> None:
    classes = (*CODEBOOK.weapons, *CODEBOOK.tactics, *CODEBOOK.targets, *CODEBOOK.statuses, *CODEBOOK.statements)
    told = [(entry.id, entry.definition) for entry in classes]
    told += [(rule.id, rule.definition) for rule in (*CODEBOOK.fields, *CODEBOOK.combining)]
    told += [(rule.id, rule.definition) for rule in CODEBOOK.count_rules]
    told += [(event.id, event.definition) for event in CODEBOOK.events]
    assert all(name in TEXT and definition in TEXT for name, definition in told)
    for event in CODEBOOK.events:
        assert all(example.text in TEXT for example in event.examples)
        assert all(boundary.rule in TEXT for boundary in event.boundaries)


def test_an_example_shows_its_coding() -> None:
    assert (
        "    - **attack**, reported; perpetrator “gunmen”; target “policemen”; killed 4/4/4; tactics checkpoint; "
        "place “Gao”; date 2024-03-11; source “hospital official”\n"
    ) in TEXT


def test_the_text_is_the_same_each_time_and_names_its_version() -> None:
    assert render_codebook(CODEBOOK) == TEXT
    assert f"Version `{CODEBOOK.version}`." in TEXT
    assert render_codebook(replace(CODEBOOK, version="0")) != TEXT


def test_the_text_ends_with_one_line_end_and_has_no_trailing_blanks() -> None:
    assert TEXT.endswith("|\n")
    assert not any(line != line.rstrip() for line in TEXT.splitlines())


def test_every_table_row_has_the_columns_of_its_head() -> None:
    lines = TEXT.splitlines()
    for before, line in pairwise(lines):
        if before.startswith("|") and line.startswith("|"):
            assert before.replace("\\|", "").count("|") == line.replace("\\|", "").count("|"), line


def test_an_unknown_bound_is_shown_as_unknown() -> None:
    assert show_count(Count(low=11, best=11)) == "11/11/?"
    assert show_count(Count.exactly(0)) == "0/0/0"
