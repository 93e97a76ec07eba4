from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import (
    Annotation,
    Argument,
    Decoy,
    Document,
    Genre,
    Head,
    IncidentRecord,
    Mark,
    Part,
    RelationRecord,
    Role,
    Statement,
    Trigger,
    in_order,
)
from corpus.markup import parse, write
from corpus.problem import MarkupError
from rasid.model import (
    AssessmentTopic,
    Count,
    EventType,
    MentionRole,
    RelationKind,
    Stance,
    StatementKind,
    Status,
)

REPORT = r"""---
id: bf-kaya-market-1
published: 2021-03-14
publisher: Radio Sanmatenga
genre: bulletin
country: BF
---
[perp 1|Gunmen] on motorcycles [t1 attack|stormed] [target 1|a gendarmerie post] in [place 1,2|Kaya] \[north\] late on
[time 1|Friday], [t1|killing] [killed+target 1|six gendarmes, [killed 1 subset|two] of them recruits], [source 1|the governor] said.

[source s1|He] [s1 warning about 1|warned of [t1 denied alleged_by|the attack]]. [t2 arrest|[t3 attack planned|Raids]] قالت الشرطة.
===
incident 1 main key=bf-kaya-post date=2021-03-12 country=BF killed=6/6/- injured=? perp=ml.jnim target=police
incident 2 background key=bf-arrests date=2021-03-11..2021-03-13 country=BF killed=? arrested=0
incident 3 main key=bf-plan date=? country=BF killed=?
relation 2 answers 1
"""


def test_a_file_is_read_and_written_back_byte_for_byte() -> None:
    document = parse(REPORT)
    assert write(document) == REPORT
    assert "Kaya [north] late on\nFriday, killing six gendarmes, two of them recruits, the governor" in document.text


def test_offsets_are_those_of_the_text_without_marks() -> None:
    document = parse(REPORT)
    words = [document.text[mark.start : mark.end] for mark in document.annotation.triggers]
    assert words == ["stormed", "killing", "the attack", "Raids", "Raids"]


def test_later_triggers_take_type_and_status_of_the_first() -> None:
    triggers = list(parse(REPORT).annotation.full_triggers())
    assert [one.event_type for one in triggers[:3]] == [EventType.attack] * 3
    assert [one.status for one in triggers[:3]] == [Status.reported, Status.reported, Status.denied]
    assert triggers[2].stance is Stance.alleged


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "said"),
    [
        ("[place 1,2|Kaya]", "[place|Kaya]", 8, 85, "after the role comes the number"),
        ("[t1 attack|stormed]", "[t1 raid|stormed]", 8, 32, "'raid' cannot stand here"),
        ("[t1 attack|stormed]", "[t1  attack|stormed]", 8, 32, "one blank between"),
        ("[time 1|Friday]", "[time 1 added|Friday]", 9, 1, "leave it out"),
        ("[time 1|Friday]", "[tactic 1|Friday]", 9, 1, "has its codebook id"),
        ("[time 1|Friday]", "[time 1 ambush|Friday]", 9, 1, "neither a part"),
        ("[time 1|Friday]", "[time s1|Friday]", 9, 1, "only a source"),
        ("[time 1|Friday]", "[when 1|Friday]", 9, 1, "'when' is no role"),
        ("[time 1|Friday]", "[time 1|Friday ]", 9, 1, "begins or ends with a blank"),
        ("[time 1|Friday]", "[time 1|]", 9, 1, "is empty"),
        ("[time 1|Friday]", "[Friday]", 9, 1, "begins no mark"),
        ("[time 1|Friday]", "Friday]", 9, 7, "closes no mark"),
        ("[time 1|Friday]", r"Fri\day", 9, 4, r"write \\"),
        ("[s1 warning about 1|", "[s1 warning trend|", 11, 16, "an assessment, and nothing else"),
        ("[s1 warning about 1|", "[s1 about 1|", 11, 16, "write sN kind"),
        ("said.\n\n[source s1|He]", "said.\n\n[source s1|He", 11, 1, "never closed"),
        ("[source 1|the governor] said.\n\n", "[source 1|the governor said.\n\nHe]", 9, 104, "crosses a paragraph"),
        ("published: 2021-03-14", "published: 2021-02-30", 3, 12, "is no day"),
        ("genre: bulletin", "genre: poem", 5, 8, "is not one of: wire"),
        ("country: BF\n", "", 2, 1, "no 'country'"),
        ("country: BF\n", "country: BF\ncity: Kaya\n", 7, 1, "with one of the keys"),
        ("killed=6/6/-", "killed=6/5/-", 13, 1, "low <= best <= high"),
        ("killed=6/6/-", "killed=six", 13, 1, "is no count"),
        ("date=? country=BF", "date=2021-13 country=BF", 15, 1, "is no date"),
        ("date=? country=BF", "country=BF", 15, 1, "no date="),
        ("2021-03-11..2021-03-13", "2021-03-13..2021-03-11", 14, 1, "runs backwards"),
        ("relation 2 answers 1", "relation 2 follows 1", 16, 1, "is not one of: answers"),
        ("target=police", "target=cops", 13, 1, "write a target class"),
        ("Gunmen", "Gunme\u0301n", 8, 14, "not in NFC"),
    ],
)
def test_an_error_names_line_column_and_remedy(old: str, new: str, line: int, column: int, said: str) -> None:
    with pytest.raises(MarkupError) as caught:
        parse(REPORT.replace(old, new, 1), "a.txt")
    problem = caught.value.problems[0]
    assert (problem.file, problem.line, problem.column) == ("a.txt", line, column)
    assert said in problem.message


@pytest.mark.parametrize("text", ["", "no head", "---\nid: a\n---\ntext without record\n"])
def test_a_file_without_its_parts_is_refused(text: str) -> None:
    with pytest.raises(MarkupError):
        parse(text)


def test_all_problems_are_listed() -> None:
    broken = REPORT.replace("[time 1|Friday]", "[when 1|Friday]").replace("genre: bulletin", "genre: x")
    with pytest.raises(MarkupError) as caught:
        parse(broken.replace("relation 2 answers 1", "what"))
    assert [problem.line for problem in caught.value.problems] == [5, 9, 16]


def test_crossing_marks_are_not_written() -> None:
    marks = (Trigger(start=0, end=3, incident=1), Trigger(start=2, end=5, incident=1))
    document = Document(head=HEAD, text="abcde", annotation=Annotation(marks=marks))
    with pytest.raises(MarkupError, match="crosses"):
        write(document)


HEAD = Head(
    id="iq-a-1",
    published=dt.date(2014, 1, 2),
    publisher="A | paper",
    title="T: [1]",
    genre=Genre.wire,
    country="IQ",
    decoy=Decoy.far,
    lookalike="iq-b",
)
_NUMBERS = st.lists(st.integers(1, 30), min_size=1, max_size=3, unique=True).map(tuple)
_LABELS = st.one_of(
    st.builds(
        Trigger,
        start=st.just(0),
        end=st.just(1),
        incident=st.integers(1, 30),
        event_type=st.none() | st.sampled_from(EventType),
        status=st.none() | st.sampled_from(Status),
        stance=st.sampled_from(Stance),
    ),
    st.builds(
        Argument,
        start=st.just(0),
        end=st.just(1),
        roles=st.sampled_from([(Role.killed,), (Role.killed, Role.target), (Role.injured,)]),
        incidents=_NUMBERS,
        part=st.sampled_from(Part),
    ),
    st.builds(
        Argument,
        start=st.just(0),
        end=st.just(1),
        roles=st.just((Role.perp, Role.source)),
        incidents=_NUMBERS,
        statements=_NUMBERS | st.just(()),
    ),
    st.builds(
        Statement,
        start=st.just(0),
        end=st.just(1),
        number=st.integers(1, 9),
        kind=st.just(StatementKind.assessment),
        topic=st.sampled_from(AssessmentTopic),
        about=_NUMBERS | st.just(()),
    ),
)
_COUNTS = st.one_of(
    st.integers(0, 999).map(Count.exactly),
    st.builds(Count, low=st.integers(0, 9), best=st.none() | st.integers(9, 20), high=st.none() | st.integers(20, 30)),
    st.just(Count()),
)
_WORDS = st.text(alphabet="aZ9[]\\|=-.é قتلمسح", min_size=1, max_size=9).map(str.strip).filter(bool)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any document: words of text, some under nested marks, Arabic letters and escaped characters among them."""
    text = ""
    marks: tuple[Mark, ...] = ()
    for word in draw(st.lists(_WORDS, min_size=1, max_size=8)):
        gap = draw(st.sampled_from([" ", "\n", "\n\n"])) if text else ""
        start = len(text + gap)
        text += gap + word
        marks += tuple(_at(mark, start, len(text)) for mark in draw(st.lists(_LABELS, max_size=3)))
    records = tuple(
        IncidentRecord(
            number=number,
            role=draw(st.sampled_from(MentionRole)),
            key=f"k-{number}",
            date=draw(st.sampled_from(["?", "2014", "2014-02", "2014-02-03..2014-02"])),
            country="IQ",
            killed=draw(_COUNTS),
            displaced=draw(st.none() | _COUNTS),
            perp=draw(st.sampled_from([None, "iq.military"])),
        )
        for number in range(1, draw(st.integers(1, 3)))
    )
    links = draw(st.lists(st.builds(_link, st.integers(1, 9), st.sampled_from(RelationKind)), max_size=2))
    return Document(
        head=HEAD, text=text, annotation=Annotation(marks=in_order(marks), incidents=records, relations=tuple(links))
    )


def _link(number: int, kind: RelationKind) -> RelationRecord:
    return RelationRecord(source=number, kind=kind, target=number + 1)


def _at(mark: Mark, start: int, end: int) -> Mark:
    return replace(mark, start=start, end=end)


@given(documents())
def test_documents_survive_writing_and_reading(document: Document) -> None:
    assert parse(write(document)) == document
    assert write(parse(write(document))) == write(document)
