"""A rule's name says more than how something was read only by its beginning."""

from __future__ import annotations

from rasid.model.rules import OWN_SIDE, harms_own_side, only_blames, only_counts


def test_only_the_beginning_of_a_rule_tells() -> None:
    assert only_blames("blame.accused")
    assert not only_blames("verb.attack.blame")
    assert only_counts("casualty.left")
    assert not only_counts("noun.attack.casualty")


def test_the_mark_of_the_acting_side_stands_before_any_rule() -> None:
    assert harms_own_side(OWN_SIDE + "verb.bombing.die")
    assert not harms_own_side("verb.bombing.die")
