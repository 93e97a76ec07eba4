from __future__ import annotations

from corpus.markup import parse
from training.own import gold_of

FILE = """---
id: ml-gao-1
published: 2021-03-14
publisher: Radio Niger
genre: bulletin
country: ML
---
[perp 1|Gunmen] [t1 attack|shot] [killed+target 1|two soldiers] near [place 1,2|Gao]. The army [t1 denied|denied the killing]; it [t2 arrest|arrested] [arrested 2|one man].
===
incident 1 main key=ml-gao-shot date=2021-03-14 country=ML killed=2
incident 2 background key=ml-gao-arrest date=2021-03-14 country=ML killed=? arrested=1
"""


def test_what_the_first_trigger_says_holds_for_the_incident() -> None:
    gold = gold_of(parse(FILE))
    assert [(one.event_type, one.status, one.role) for one in gold.triggers] == [
        ("attack", "reported", "main"),
        ("attack", "denied", "main"),
        ("arrest", "reported", "background"),
    ]


def test_a_phrase_with_two_roles_is_two_arguments() -> None:
    gold = gold_of(parse(FILE))
    told = [(one.role, sorted(one.incidents)) for one in gold.arguments if "soldiers" in gold.text[one.start : one.end]]
    assert told == [("killed", [1]), ("target", [1])]


def test_a_phrase_of_two_incidents_belongs_to_both() -> None:
    gold = gold_of(parse(FILE))
    assert [sorted(one.incidents) for one in gold.arguments if one.role == "place"] == [[1, 2]]
