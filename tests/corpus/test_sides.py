from __future__ import annotations

from dataclasses import replace

from corpus.markup import parse
from corpus.sides import acting_kind
from rasid.model import ActorKind

FILE = """---
id: ml-gao-1
published: 2021-03-14
publisher: Radio Niger
genre: bulletin
country: ML
---
[perp 1|The group] [t1 attack|shot] [killed 1|two men] near Gao. [perp 2|Soldiers] [t2 arrest|arrested] [arrested 2|one]. Rain [t3 other|fell].
===
incident 1 main key=ml-gao-shot date=2021-03-14 country=ML killed=2 perp=so.al_shabaab
incident 2 background key=ml-gao-arrest date=2021-03-14 country=ML killed=? arrested=1
incident 3 background key=ml-gao-rain date=2021-03-14 country=ML killed=?
"""


def test_the_record_is_asked_before_the_words() -> None:
    document = parse(FILE)
    assert acting_kind(document, document.annotation, 1) is ActorKind.rebel_group
    assert acting_kind(document, replace(document.annotation, incidents=()), 1) is not ActorKind.rebel_group


def test_words_are_resolved_where_the_record_names_nobody() -> None:
    document = parse(FILE)
    assert acting_kind(document, document.annotation, 2) is ActorKind.state_force


def test_an_incident_without_a_perpetrator_is_of_an_unknown_side() -> None:
    document = parse(FILE)
    assert acting_kind(document, document.annotation, 3) is ActorKind.unknown
