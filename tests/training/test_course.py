from __future__ import annotations

from collections import Counter

from corpus.markup import parse
from tests.training.test_own import FILE
from training.course import Course, held_back
from training.gold import Gold


def _gold(name: str) -> Gold:
    return Gold(doc=name, source="muc4", text="t", triggers=(), arguments=())


def _course(own_times: int) -> Course:
    return Course(
        reports=[parse(FILE)],
        real=[_gold("real")],
        keyed=[_gold(f"keyed-{number}") for number in range(4)],
        verified=[_gold(f"verified-{number}") for number in range(4)],
        own_times=own_times,
        seed=13,
    )


def test_an_epoch_reads_what_is_annotated_whole_and_of_the_rest_one_half() -> None:
    names = [[one.doc for one in _course(1).epoch(number)] for number in range(3)]
    assert names[0] == ["ml-gao-1", "real", "keyed-0", "keyed-2", "verified-0", "verified-2"]
    assert names[1] == ["ml-gao-1", "real", "keyed-1", "keyed-3", "verified-1", "verified-3"]
    assert names[2] == names[0]


def test_our_own_reports_come_as_they_stand_and_varied_and_alike_each_time() -> None:
    own = [one for one in _course(3).epoch(0) if one.source == "own"]
    assert len(own) == 3
    assert own[0].text == parse(FILE).text
    assert own == [one for one in _course(3).epoch(0) if one.source == "own"]


def test_about_one_document_in_ten_is_held_back() -> None:
    kept = Counter(held_back(f"DEV-MUC3-{number:04}") for number in range(1, 1301))
    assert 0.07 < kept[True] / 1300 < 0.13
