from __future__ import annotations

import pytest

from rasid.errors import UnknownNameError
from rasid.products.record import record_of
from tests.products import sample


def test_mentions_of_an_incident_come_by_day_of_publication() -> None:
    record = sample.sample_record()

    assert record.mentions_of(sample.ATTACK) == (sample.ARABIC_ATTACK, sample.WIRE_ATTACK, sample.PAPER_ATTACK)


def test_a_report_that_was_not_given_is_named() -> None:
    with pytest.raises(UnknownNameError, match="no report 'r9' among the 3"):
        sample.sample_record().report("r9")


def test_only_keeps_the_wanted_mentions_and_the_relations_that_touch_them() -> None:
    part = sample.sample_record().only({sample.PRISON.mention_id})

    assert set(part.mentions) == {sample.PRISON.mention_id}
    assert [relation.source for relation in part.relations] == [sample.PAPER_ATTACK.mention_id]


def test_actor_names_hold_perpetrators_targets_and_speakers() -> None:
    names = sample.sample_record().actor_names()

    assert names["islamic_state"] == "Islamic State"
    assert names["iq_army"] == "Military of Iraq"
    assert names["iq_pmf"] == "Popular Mobilization Forces"


def test_an_empty_record_is_a_record() -> None:
    assert not record_of((), ()).incidents
