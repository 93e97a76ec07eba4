from __future__ import annotations

from dataclasses import replace

from rasid.model import Claim, Count, Toll
from rasid.products.claims import field_claims, shown_claims
from tests.products import sample


def _toll(number: int, *, total: bool, words: str = "11 soldiers") -> Claim[Toll]:
    first = sample.WIRE_ATTACK.killed[0]
    return replace(first, value=Toll(count=Count.exactly(number), words=words, total=total))


def test_a_total_that_repeats_its_one_group_is_shown_once() -> None:
    total, group = _toll(11, total=True), _toll(11, total=False)
    mention = replace(sample.WIRE_ATTACK, killed=(total, group))

    assert field_claims(mention, "killed") == (total, group)
    assert shown_claims(mention, "killed") == (group,)


def test_a_total_of_other_words_or_number_stays() -> None:
    claims = (_toll(14, total=True), _toll(11, total=False), _toll(11, total=True, words="eleven"))

    assert shown_claims(replace(sample.WIRE_ATTACK, killed=claims), "killed") == claims


def test_a_group_alone_stays() -> None:
    claims = (_toll(11, total=False),)

    assert shown_claims(replace(sample.WIRE_ATTACK, killed=claims), "killed") == claims
