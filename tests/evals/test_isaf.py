from __future__ import annotations

from datetime import date

import pytest

from evals.isaf import right, within_a_day
from evals.isaf_record import Record, lowest, record_of, release_report
from rasid.model import Claim, Count, Report, Side, Toll, Where
from tests.make import BY, a, c, k, m, p, r, s

HEAD = "ISAF Joint Command - Afghanistan\n2011-01-S-115\nFor Immediate Release\n"
LABELS = {
    "event_type": ["detention"],
    "start_date": "2011-01-09",
    "province": ["paktya"],
    "min_killed": 0,
    "min_captured": 3,
}


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("two insurgents", 2),
        ("insurgents", 2),
        ("several suspected insurgents", 3),
        ("a number of fighters", 3),
        ("numerous insurgents", 4),
        ("a large number of insurgents", 5),
        ("a Taliban leader", 1),
        ("more than 30 insurgents", 31),
    ],
)
def test_lowest_follows_the_annotators_rule(words: str, number: int) -> None:
    assert lowest(words) == number


def test_release_is_cut_to_its_dateline_and_excerpt() -> None:
    report = release_report(HEAD + "KABUL, Afghanistan (Jan. 10, 2011) - A force detained two men in Logar province.")
    assert report.text.startswith("KABUL, Afghanistan (Jan. 10, 2011)")
    assert "Immediate Release" not in report.text
    assert report.published_day == date(2011, 1, 10)


def test_summary_before_the_excerpt_is_left_out() -> None:
    report = release_report(
        HEAD + "KABUL, Afghanistan (Jan. 10, 2011) - Several insurgents were killed over the past 24 hours. "
        "In Logar province, a patrol detained one man."
    )
    assert "24 hours" not in report.text
    assert "one man" in report.text


def _group(words: str) -> Toll:
    return Toll(count=Count(), words=words)


def _told_together(report: Report, *groups: str) -> list[Claim[Toll]]:
    total = Claim(
        value=Toll(count=Count(), words="; ".join(groups), total=True),
        evidence=tuple(s(report, words) for words in groups),
        coded_by=BY,
        rule="counts.sum_groups",
    )
    return [*(c(_group(words), report, words) for words in groups), total]


def _where(admin1: str) -> Where:
    return p("Zurmat", admin1=admin1, country="AF")


def test_a_span_of_days_is_no_day_of_an_act() -> None:
    report = r("Two men were killed recently, he said. They were found yesterday.", "2011-01-10")
    assert record_of(report, k(report)).start_date == date(2011, 1, 9)


def test_detention_with_a_leader_and_others() -> None:
    report = r("A force detained a leader and two men.", "2011-01-10")
    mention = m(
        report, event_type="arrest", arrested=_told_together(report, "a leader", "two men"), where=_where("Paktia")
    )
    record = record_of(report, k(report, mention))
    assert (record.event_type, record.start_date, record.province) == ("detention", date(2011, 1, 10), "paktya")
    assert (record.killed, record.captured) == (0, 3)


def test_dead_soldiers_are_no_killed_insurgents() -> None:
    report = r("An attack killed four US soldiers.", "2011-01-10")
    record = record_of(report, k(report, m(report, killed=[c(_group("four US soldiers"), report, "four US soldiers")])))
    assert record.killed == 0


def test_civilian_dead_alone_make_a_civilian_casualty() -> None:
    report = r("Two civilians were killed.", "2011-01-10")
    record = record_of(
        report, k(report, m(report, killed=[c(_group("Two civilians"), report, "Two civilians")], by=a("ISAF")))
    )
    assert (record.event_type, record.killed) == ("civiliancasualty", 2)


def test_right_compares_every_field() -> None:
    record = Record(event_type="detention", start_date=date(2011, 1, 10), province="paktya", killed=0, captured=2)
    assert right(record, LABELS) == {
        "event_type": True,
        "start_date": False,
        "province": True,
        "killed": True,
        "captured": False,
    }
    assert within_a_day(record, LABELS)


def test_further_people_are_added_and_a_retelling_is_not() -> None:
    report = r("A force detained a leader. One additional suspect was detained. The leader was detained.", "2011-01-10")
    mentions = [
        m(report, event_type="arrest", arrested=[c(_group(words), report, words)])
        for words in ("a leader", "One additional suspect", "The leader")
    ]
    assert record_of(report, k(report, *mentions)).captured == 2


def test_the_acting_sides_dead_count_beside_the_others() -> None:
    report = r("They killed two insurgents and a suicide bomber.", "2011-01-10")
    own = Toll(count=Count(), words="a suicide bomber", side=Side.perpetrator)
    killed = [*_told_together(report, "two insurgents"), c(own, report, "a suicide bomber")]
    assert record_of(report, k(report, m(report, killed=killed))).killed == 3


def test_dead_civilians_beside_captives_are_history() -> None:
    report = r("A force detained a man tied to a bombing that killed two civilians.", "2011-01-10")
    mention = m(
        report,
        killed=[c(_group("two civilians"), report, "two civilians")],
        arrested=[c(_group("a man"), report, "a man")],
    )
    assert (record_of(report, k(report, mention)).killed, record_of(report, k(report, mention)).captured) == (0, 1)


def test_an_update_below_the_release_is_left_out() -> None:
    lead = "KABUL, Afghanistan (Jan. 10, 2011) - A force detained two men in Logar province. "
    update = "\n\n----\n\nUPDATE\nFor Immediate Release\nKABUL, Afghanistan (Jan. 12, 2011) - A leader was one of them."
    assert "A leader" not in release_report(HEAD + lead + "No shots were fired. " * 40 + update).text


def test_a_sum_over_several_operations_is_not_the_incident_told() -> None:
    report = r("A force detained two men in two separate operations. One man was detained in Logar.", "2011-01-10")
    mentions = [
        m(report, event_type="arrest", arrested=[c(_group(words), report, words)]) for words in ("two men", "One man")
    ]
    assert record_of(report, k(report, *mentions)).captured == 1


def test_one_who_gives_himself_up_is_captured() -> None:
    report = r("A facilitator turned himself in.", "2011-01-10")
    record = record_of(report, k(report, m(report, event_type="surrender", by=a("A facilitator"))))
    assert (record.event_type, record.captured) == ("detention", 1)
