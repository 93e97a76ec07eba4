from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.document import Annotation, Document, Genre, Head, IncidentRecord
from corpus.files import read_reports
from corpus.split import Split, groups, in_split, read_frozen, splits, write_frozen
from rasid.errors import InputError
from rasid.model import Count, MentionRole


def _report(name: str, *keys: str, lookalike: str | None = None) -> Document:
    records = tuple(
        IncidentRecord(number=n, role=MentionRole.main, key=key, date="?", country="IQ", killed=Count())
        for n, key in enumerate(keys, 1)
    )
    head = Head(id=name, publisher="P", genre=Genre.wire, country="IQ", lookalike=lookalike)
    return Document(head=head, text="t", annotation=Annotation(incidents=records))


REPORTS = [_report("c", "k"), _report("a", "k", "m"), _report("b", lookalike="c"), _report("d"), _report("e", "n")]


def test_clusters_and_lookalikes_are_one_group() -> None:
    assert groups(REPORTS) == [["a", "b", "c"], ["d"], ["e"]]


def test_what_is_frozen_draws_the_rest_of_its_group() -> None:
    for split in Split:
        parts = splits(REPORTS, {"b": split})
        assert {parts[name] for name in "abc"} == {split}


def test_a_group_that_comes_after_the_freezing_is_for_training() -> None:
    documents = [_report(f"ml-new-{number}") for number in range(20)]
    assert set(splits(documents, {"ml-old": Split.test}).values()) == {Split.train}


def test_a_group_frozen_in_two_parts_is_refused() -> None:
    with pytest.raises(InputError, match="belong together"):
        splits(REPORTS, {"a": Split.train, "c": Split.test})


def test_the_shares_are_as_said() -> None:
    parts = Counter(splits([_report(f"r-{n}") for n in range(3000)], {}).values())
    assert abs(parts[Split.train] / 3000 - 0.65) < 0.03
    assert abs(parts[Split.test] / 3000 - 0.20) < 0.03


def test_freezing_never_moves_a_report(tmp_path: Path) -> None:
    path = tmp_path / "split.toml"
    write_frozen({"a": Split.train}, path)
    write_frozen({"a": Split.test, "b": Split.dev}, path)
    assert read_frozen(path) == {"a": Split.train, "b": Split.dev}
    assert read_frozen(tmp_path / "none.toml") == {}


def test_no_cluster_of_the_corpus_straddles() -> None:
    reports = read_reports()
    parts = splits(reports)
    assert all(len({parts[name] for name in group}) == 1 for group in groups(reports))
    assert sum(len(in_split(reports, split)) for split in Split) == len(reports)


def test_a_report_keeps_its_part_when_others_come() -> None:
    alone = splits(REPORTS[:2], {})
    assert splits([*REPORTS[:2], replace(REPORTS[4])], alone)["a"] == alone["a"]
