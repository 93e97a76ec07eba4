from __future__ import annotations

import logging
import socket
import subprocess
import sys
import time
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Never

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.errors import InputError, SourceError
from rasid.sources import html
from rasid.sources.html import read_html
from tests.sources.take import ARABIC, SENTENCE, only

PARAGRAPHS = "".join(
    f"<p>{text}</p>"
    for text in (
        SENTENCE,
        "Two policemen were wounded on 3 March 2019 when a bomb hit their patrol near Khanaqin, a medic said.",
        "No group has said that it carried out the attack, and the provincial council called for an inquiry.",
    )
)


def page(head: str = "", body: str = PARAGRAPHS, url: str = "https://example.org/diyala.html") -> bytes:
    link = f'<link rel="canonical" href="{url}">'
    return (
        f"<!DOCTYPE html><html><head><title>Diyala camp attacked</title>{link}{head}</head><body>"
        f"<nav><a href='/'>Home</a><a href='/world'>World</a></nav><article>{body}</article>"
        "<div class='comments'><p>I was there and it was nothing like this at all, believe me.</p></div>"
        "<script>var x = 'script words';</script></body></html>"
    ).encode()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> Never:
        pytest.fail("a network call")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_article_with_what_the_page_declares(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(
        page(
            '<meta property="og:site_name" content="The Wire">'
            '<meta property="article:published_time" content="2022-01-21T06:30:00Z">'
        )
    )
    report = only(path)
    assert report.text.startswith(SENTENCE)
    assert "inquiry" in report.text
    assert not any(word in report.text for word in ("Home", "script words", "believe me"))
    assert (report.title, report.publisher) == ("Diyala camp attacked", "The Wire")
    assert (report.url, report.language) == ("https://example.org/diyala.html", "en")
    assert report.published == datetime(2022, 1, 21, 6, 30, tzinfo=UTC)
    assert report.retrieved is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta name="date" content="2022-01-21">', date(2022, 1, 21)),
        ('<meta itemprop="datePublished" content="2022-01-21T23:30:00">', date(2022, 1, 21)),
        ('<script type="application/ld+json">{"datePublished": "2022-01-21"}</script>', date(2022, 1, 21)),
        ('<meta name="date" content="2022-02-30"><meta name="pubdate" content="2022-02-28">', date(2022, 2, 28)),
        ('<meta name="date" content="2022-02-30">', None),
        ('<meta property="article:modified_time" content="2022-01-21">', None),
        ('<script type="application/ld+json">{"dateModified": "2022-01-21"}</script>', None),
        ("<meta name='date' content='21/01/2022'>", None),
        ("<meta name='date'>", None),
        ("", None),
    ],
)
def test_only_a_declared_date_is_a_date(head: str, expected: date | None) -> None:
    assert read_html(page(head)).fields["published"] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<time datetime='2022-01-21'>Friday</time>", date(2022, 1, 21)),
        ("<span itemprop='datePublished' content='2022-01-21'>Friday</span>", date(2022, 1, 21)),
        ("<time datetime='2019-03-03'>x</time><time datetime='2022-01-21' pubdate>y</time>", date(2022, 1, 21)),
        ("<time datetime='2019-03-03'>x</time><time datetime='2022-01-21'>y</time>", None),
    ],
)
def test_dates_marked_in_the_body(body: str, expected: date | None) -> None:
    assert read_html(page(body=body + PARAGRAPHS)).fields["published"] == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/2022/01/21/diyala", date(2022, 1, 21)),
        ("https://example.org/2022-01-21-diyala", date(2022, 1, 21)),
        ("https://example.org/2022/13/45/diyala", None),
        ("https://example.org/2022/01/diyala", None),
    ],
)
def test_date_in_the_address(url: str, expected: date | None) -> None:
    assert read_html(page(url=url)).fields["published"] == expected


def test_arabic_page_in_its_own_encoding() -> None:
    body = f"<html><body><article><p>{ARABIC}</p><p>{ARABIC[10:]}</p></article></body></html>"
    assert ARABIC in read_html(body.encode("cp1256")).text


@pytest.mark.parametrize(
    "content",
    [
        f"<html><head><script>alert('{SENTENCE}')</script></head><body><a href=a>Home</a> <a href=b>News</a></body></html>",
        "<html></html>",
        "<html><body></body></html>",
        "https://example.org/",
        "not a page at all",
        "",
    ],
)
def test_page_without_an_article_is_refused(content: str) -> None:
    with pytest.raises(SourceError, match="no article found"):
        read_html(content.encode())


def entity_bomb() -> str:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE html [<!ENTITY l0 "lol">{entities}]><html><body><p>&l9;</p>{PARAGRAPHS}</body></html>'


@pytest.mark.parametrize(
    "content",
    [
        "<div>" * 10_000 + PARAGRAPHS + "</div>" * 10_000,
        "<p><i><b>" * 10_000 + PARAGRAPHS,
        "<table><tr><td>" * 5_000 + PARAGRAPHS,
        entity_bomb(),
        '<!DOCTYPE html SYSTEM "http://example.org/x.dtd"><html><body>' + PARAGRAPHS,
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;</p>' + PARAGRAPHS,
        '<html><head><base href="http://example.org/"><link rel="stylesheet" href="x.css">' + PARAGRAPHS,
        "<" * 90_000,
        "<html><body " + "a=b " * 50_000 + ">" + PARAGRAPHS,
        "<html><body><p>" + "&#x41;&bogus;&#0;&#xD800;" * 5_000 + PARAGRAPHS,
    ],
)
def test_hostile_page_is_read_or_refused_soon_and_small(content: str) -> None:
    start = time.process_time()
    with suppress(SourceError):
        text = read_html(content.encode()).text
        assert "Baghdad" in text
        assert len(text) <= len(content)
        assert "root:" not in text
    assert time.process_time() - start < 30


def test_page_with_null_bytes_is_refused() -> None:
    with pytest.raises(SourceError, match="0x00"):
        read_html(page().replace(b" ", b"\0"))


def test_page_with_too_many_tags_is_refused_unparsed() -> None:
    with pytest.raises(SourceError, match="100,001 tags, more than 100,000"):
        read_html(b"<" * 100_001)


def test_whatever_the_library_raises_is_the_page_failing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Never:
        msg = "list index out of range"
        raise IndexError(msg)

    monkeypatch.setattr(html, "_article", broken)
    with pytest.raises(SourceError, match=r"cannot be parsed \(IndexError: list index out of range\)"):
        read_html(page())


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.sampled_from(["<p>", "</", "<a href=", "<!--", "&", "<![CDATA[", "\x07", SENTENCE, ARABIC, "'", ">"]))
)
def test_any_soup_is_read_or_refused(parts: list[str]) -> None:
    with suppress(InputError):
        assert read_html("".join(parts).encode()).text


def test_nothing_is_printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    with pytest.raises(SourceError):
        read_html(b"<html></html>")
    assert capsys.readouterr() == ("", "")


def test_importing_the_sources_loads_no_library() -> None:
    code = (
        "import sys, rasid.sources; "
        "sys.exit(bool({'trafilatura', 'lxml', 'py3langid', 'numpy', 'charset_normalizer'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own interpreter
