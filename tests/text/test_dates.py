from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.text.date_line import find_dateline
from rasid.text.date_words import CLASSES, LETTERS, vocabulary
from rasid.text.dates import DateKind, find_dates, find_times

SENTENCE = "{} the post was attacked."


def kinds(text: str) -> list[tuple[str, str]]:
    return [(expression.words, expression.kind.value) for expression in find_times(text)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("14 January", "day"),
        ("Jan. 10, 2011", "day"),
        ("the 3rd of March 2003", "day"),
        ("Sunday, January 23", "day"),
        ("the night of 20 June 1791", "day"),
        ("25/01/2022", "day"),
        ("2011-01-10", "day"),
        ("3 JAN 90", "day"),
        ("14-Jan-2022", "day"),
        ("January 2022", "month"),
        ("early March", "month"),
        ("the end of May", "month"),
        ("mid-1999", "year"),
        ("the early 1980s", "decade"),
        ("the 19th century", "century"),
        ("the spring of 1862", "season"),
        ("14-15 March", "range"),
        ("between 3 and 5 May", "range"),
        ("from 14 January to 3 February", "range"),
        ("August-September 1950", "range"),
        ("1936-1939", "range"),
        ("Sunday morning", "weekday"),
        ("early on Friday", "weekday"),
        ("last Tuesday", "weekday"),
        ("2 a.m. on Sunday", "weekday"),
        ("overnight Sunday to Monday", "nights"),
        ("the night between Sunday and Monday", "nights"),
        ("yesterday afternoon", "near"),
        ("this morning", "near"),
        ("two days ago", "ago"),
        ("the previous day", "later"),
        ("the day before", "later"),
        ("a few days later", "later"),
        ("earlier this month", "period"),
        ("late last week", "period"),
        ("past 24 hours", "past"),
        ("over the weekend", "weekend"),
        ("since Thursday", "since"),
        ("around 2 July", "around"),
        ("noon on 9 December", "day"),
        ("the first week of August", "nth"),
        ("يوم الأحد", "weekday"),
        ("14 كانون الثاني/يناير 2022", "day"),
    ],
)
def test_each_form_alone_in_a_sentence_and_in_capitals(words: str, kind: str) -> None:
    assert kinds(SENTENCE.format(words)) == [(words, kind)]
    assert kinds(SENTENCE.format(words).upper()) == [(words.upper(), kind)]


@pytest.mark.parametrize(
    "text",
    [
        "They may go and march on the second city.",
        "AT LEAST 10 MAY HAVE BEEN KILLED",
        "The sat phone and the wed couple in the sun",
        "Prime Minister Theresa May spoke to Fayez Jan",
        "winter clothing was handed out; spring water ran dry",
        "killed 2000 people and 1,200 sheep with 30mm rounds",
        "a 25-year-old man aged 30",
        "10/01/2022",
        "30 February",
        "Resolution 1973",
        "release 2010-09-CA-125",
        "AT 1910 and at approximately 2130 local time",
        "a truce from 0600 to 1200 (1200 to 1800 GMT)",
        "number plates MI-1630",
        "the fall of the town",
        "after Friday prayers on Bloody Sunday",
    ],
)
def test_what_tells_no_day(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("two months", "duration"),
        ("24-hour", "duration"),
        ("daily", "frequency"),
        ("at 5:34 AM", "clock"),
        ("now", "vague"),
    ],
)
def test_undated_kinds_are_found_but_are_no_dates(text: str, kind: str) -> None:
    assert [found.kind for found in find_times(text)] == [DateKind(kind)]
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They failed again, this time at sea", []),
        ("By this time they had left", ["this time"]),
        ("A spring offensive began", ["spring"]),
        ("At month's end they left", ["month's end"]),
        ("A month end sale", ["A month"]),
        ("On the third day they left", ["the third day"]),
        ("On the third day of the siege they left", []),
        ("قبل أسبوع من الانتخابات", []),
        ("قبل شهر رمضان", []),
        ("الأحد والاثنين", ["الأحد", "الاثنين"]),
    ],
)
def test_words_that_tell_a_time_only_beside_others(text: str, words: list[str]) -> None:
    assert [found.words for found in find_times(text)] == words


def test_ends_of_a_range_share_month_and_year() -> None:
    (expression,) = find_dates("14-15 March 2011")
    assert [(part.day, part.month, part.year) for part in expression.parts] == [(14, 3, 2011), (15, 3, 2011)]


def test_an_hour_that_is_about_right_leaves_the_day_as_it_is() -> None:
    assert kinds("around noon on 9 December") == [("noon on 9 December", "day")]


def test_after_and_before_are_no_part_of_a_date() -> None:
    assert kinds("before March 2004 and after 2006") == [("March 2004", "month"), ("2006", "year")]


def test_a_paragraph_break_parts_expressions() -> None:
    assert [found.words for found in find_dates("in 2003\n\nMarch 2004")] == ["2003", "March 2004"]


def test_a_date_may_run_over_a_line_end() -> None:
    assert [found.words for found in find_dates("on Sunday\nmorning")] == ["Sunday\nmorning"]


def test_every_word_has_a_class_of_the_grammar() -> None:
    assert len(set(LETTERS.values())) == len(CLASSES)
    assert {letter for letter, _ in vocabulary().words.values()} <= set(LETTERS.values())


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("KABUL, Afghanistan (Jan. 10, 2011) \u2013 Two men", date(2011, 1, 10)),
        ("2012-06-S-026\n\nKABUL, Afghanistan (June 14) — An Afghan force", date(2012, 6, 14)),
        ("Dec. 31: Operations\nISAF 2010-01-CA-001", date(2009, 12, 31)),
        ("SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- [TEXT] THE", date(1990, 1, 3)),
        ("BAGHDAD, Jan 22, 2022 (AFP) - Gunmen", date(2022, 1, 22)),
        ("KABUL, Afghanistan (Dec. 13)\nA combined force", None),
        ("On Jan. 10, 2011 two men were killed", None),
        ("", None),
    ],
)
def test_dateline(head: str, day: date | None) -> None:
    found = find_dateline(head)
    assert (found.day if found else None) == day


PIECES = [
    "14",
    "January",
    "2011",
    "last",
    "the",
    "night",
    "of",
    "Sunday",
    "and",
    "-",
    ",",
    "week",
    "two",
    "ago",
    "early",
]
PIECES += [
    "May",
    "1999",
    "since",
    "between",
    "first",
    "half",
    "hours",
    "past",
    "that",
    "twenty",
    "يوم",
    "الأحد",
    "كانون",
    "٢٠٢٢",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from([" ", "", "\n"]))
def test_any_mix_of_time_words_gives_exact_spans_in_order(words: list[str], blank: str) -> None:
    text = blank.join(words)
    found = find_times(text)
    ends = [place for expression in found for place in (expression.start, expression.end)]
    assert ends == sorted(ends)
    assert all(text[e.start : e.end] == e.words and e.words.strip() for e in found)
    assert all(e.start <= part.start and part.end <= e.end for e in found for part in e.parts if e.kind != "day")


@given(st.text())
def test_any_text_gives_exact_spans(text: str) -> None:
    assert all(text[e.start : e.end] == e.words for e in find_times(text))


@pytest.mark.parametrize(
    "unit", [" ", "14 ", "1,", "9", "May ", "one-", "last ", "the night of ", "\n", "\u0627", "1-1-", "14, "]
)
def test_long_runs_of_one_thing_are_read_once(unit: str) -> None:
    text = unit * (100_000 // len(unit))  # a quadratic reading would take minutes
    assert all(e.words for e in find_times(text))


def test_a_megabyte_of_news_is_read_whole() -> None:
    text = (
        "Gunmen attacked a checkpoint on Sunday morning, killing 11 soldiers; the previous day two had died. " * 10_000
    )
    assert len(find_dates(text)) == 20_000


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("The bomb went off at 2335 [0335 GMT on 12 January], police said.", -1),
        ("The bomb went off at 9 p.m. local time (about 0100 GMT Saturday), police said.", -1),
        ("The bomb went off at 0100 (2100 GMT on 11 January), police said.", 1),
        ("The bomb went off at 0330 (0830 GMT on 11 January), police said.", 0),
        ("The bomb went off at 9975 (0100 GMT on 11 January), police said.", 0),
        ("The bomb went off at 9 p.m. (0100 GMT), police said on 11 January.", 0),
        ("The bomb went off at 0100 GMT on 11 January, police said.", 0),
    ],
)
def test_a_day_in_greenwich_time_is_moved_to_the_local_one(text: str, local: int) -> None:
    (found,) = find_dates(text)
    assert found.local == local
    assert found.words == text[found.start : found.end]
    assert [one.local for one in find_dates(found.words)] == [local]
