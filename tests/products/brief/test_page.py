from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from rasid.model import Claim, Report, Stance, make_report
from rasid.products.brief import BriefOptions, render_brief, write_brief
from rasid.products.brief.timeline import MOST_LINES
from rasid.products.record import Record, record_of
from tests.make import k, m
from tests.products import sample

GOLDEN = Path(__file__).parents[2] / "golden" / "brief.html"
OPTIONS = BriefOptions(title="Attack on an army post in Diyala", ledger=sample.sample_ledger(), codebook_version="v")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.tags: Counter[str] = Counter()
        self.texts: list[str] = []
        self._text: list[str] | None = None
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags[tag] += 1
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if "href" in found and tag == "a" else []
        self.loads += [
            value or "" for name, value in attrs if name in {"src", "srcset"} or (name == "href" and tag == "link")
        ]
        if tag == "div" and found.get("class") == "text":
            self._text, self._depth = [], 0
        self._depth += tag == "div"

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "div"
        if self._text is not None and tag == "p":
            self._text.append("\n")
        if self._text is not None and tag == "div" and self._depth == 0:
            self.texts.append("".join(self._text))
            self._text = None

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)


def _page(record: Record | None = None, options: BriefOptions | None = None) -> tuple[str, _Page]:
    text = render_brief(record or sample.sample_record(), options or OPTIONS)
    page = _Page()
    page.feed(text)
    return text, page


def test_the_brief_of_the_sample_is_as_agreed() -> None:
    text, _ = _page()
    if os.environ.get("RENEW_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")

    assert text == GOLDEN.read_text(encoding="utf-8"), "look at the page, then renew it: RENEW_GOLDEN=1 pytest"


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    text, page = _page()

    assert page.loads == []
    assert page.tags["script"] == 0
    assert "@import" not in text
    assert "url(" not in text


def test_every_inner_link_leads_somewhere_and_ids_are_unique() -> None:
    _, page = _page()

    assert [anchor for anchor, number in Counter(page.ids).items() if number > 1] == []
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_the_only_outer_links_are_the_reports_own() -> None:
    _, page = _page()

    assert {link for link in page.links if not link.startswith("#")} == {sample.WIRE.url}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_an_address_that_could_run_something_is_no_link(url: str) -> None:
    report = make_report("Gunmen attacked a post.", url=url)
    _, page = _page(record_of([report], [k(report)]))

    assert url not in page.links


def test_the_reports_stand_word_for_word() -> None:
    _, page = _page()
    published = [sample.ARABIC, sample.WIRE, sample.PAPER]

    assert [text.split() for text in page.texts] == [report.text.split() for report in published]


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "\" onclick='x'", "&lt;b&gt;", "\u202e\u2066abc"])
def test_what_reports_say_never_becomes_markup(words: str) -> None:
    report = make_report(
        f"{words} attacked a post, {words} said.", title=words, publisher=words, url=words, source_id=words
    )
    mention = m(report, by=words, at=words, where=words, killed=3)
    coding = k(report, mention)
    incident = sample.incident("x", mention)
    text, page = _page(record_of([report], [coding], [incident]), BriefOptions(title=words, chosen=words))

    assert page.tags["script"] == 0
    assert page.tags["b"] == _page(record_of([report], [coding], [incident]))[1].tags["b"]
    assert "<script>alert" not in text
    assert "onclick" not in re.sub(r">[^<]*<", "><", re.sub(r'"[^"]*"', '""', text))


def test_stances_speakers_and_the_rule_are_told() -> None:
    text, _ = _page()

    assert "denies it" in text
    assert "claims it as the acting side" in text
    assert "two security officials" in text
    assert "best: the median over publishers" in text


def test_unknown_fields_are_named_as_not_told() -> None:
    assert "Not told: </b>civilians killed, acting side&#39;s dead, injured" in _page()[0]


def test_incidents_told_besides_come_last_and_are_counted_apart() -> None:
    text, _ = _page()

    first = [text.index(words) for words in ('href="#i4"', "Told besides the news, or recalled", 'href="#i5"')]
    assert first == sorted(first)
    assert text.index('id="i5"') < text.rindex("Told besides the news, or recalled")
    assert "<b>1</b><span> incident told besides</span>" in text
    assert "<b>4</b><span> incidents told as news</span>" in text


def test_the_ledger_names_what_was_not_kept() -> None:
    text, _ = _page()

    assert "Reports taken in 5 = kept 3 + set aside 1 + not readable 1" in text
    assert "scan.pdf" in text


def test_an_empty_record_still_makes_a_page() -> None:
    text, page = _page(Record())

    assert "No incident was found" in text
    assert page.tags["h1"] == 1


def test_reports_without_incidents_are_shown() -> None:
    report = make_report("The match ended in a draw.", source_id="derby")

    assert "derby" in _page(record_of([report], []))[0]


def test_many_incidents_are_drawn_as_bars() -> None:
    reports = [make_report(f"Gunmen attacked post {n}.") for n in range(MOST_LINES + 1)]
    mentions = [m(report, when=f"2022-01-{n % 28 + 1:02}", where="Kut") for n, report in enumerate(reports)]
    incidents = [sample.incident(str(n), mention) for n, mention in enumerate(mentions)]
    record = record_of(reports, [k(report, one) for report, one in zip(reports, mentions, strict=True)], incidents)

    assert 'class="bars"' in _page(record)[0]


def test_the_same_record_gives_the_same_page_whatever_the_order() -> None:
    turned = record_of(reversed(sample.REPORTS), reversed(sample.CODINGS), reversed(sample.INCIDENTS))
    again = replace(turned, statements=sample.sample_record().statements)

    assert _page(again)[0] == _page()[0]


def test_a_denied_claim_is_shown_but_drawn_hollow() -> None:
    assert 'class="dot denied"' in _page()[0]


def test_overlapping_evidence_is_marked_without_nesting() -> None:
    report: Report = make_report("Gunmen from the hills attacked.")
    wide, inner = sample.span(report, "Gunmen from the hills"), sample.span(report, "hills")
    claims = tuple(
        Claim(value=sample.GUNMEN, evidence=(span,), coded_by="made", rule="made", stance=Stance.asserted)
        for span in (wide, inner)
    )
    mention = replace(m(report), perpetrators=claims)
    _, page = _page(record_of([report], [k(report, mention)], [sample.incident("x", mention)]))

    assert page.texts[0].strip() == report.text


def test_the_file_appears_whole(tmp_path: Path) -> None:
    write_brief(sample.sample_record(), tmp_path / "brief.html", OPTIONS)

    assert (tmp_path / "brief.html").read_text(encoding="utf-8") == _page()[0]
    assert len(list(tmp_path.iterdir())) == 1
