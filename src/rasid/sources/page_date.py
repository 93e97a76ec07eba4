"""The date of publication that a web page declares.

Only declarations are read, never the text: libraries that guess take a date told in the article, the month
of an image's address or a copyright year for the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from rasid.sources.published import parse_published
from rasid.sources.refusal import UnfitReportError

# As found in pages: Open Graph, schema.org, Dublin Core, Highwire Press, and the common systems of news sites.
_META_NAMES = frozenset({
    "article:published_time", "og:article:published_time", "article:published", "article.published",
    "datepublished", "date_published", "pubdate", "publishdate", "publish-date", "publish_date",
    "published_date", "publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "citation_publication_date", "parsely-pub-date", "sailthru.date", "date",
})  # fmt: skip
_LINKED_DATA = re.compile(r'"datePublished"\s*:\s*"([^"\\]{4,40})"')
_ADDRESS = re.compile(r"/([0-9]{4})[/-]([0-9]{2})[/-]([0-9]{2})(?:/|-|$)")


def declared_date(tree: Any, url: str | None) -> date | None:
    """Return the first date that can be read, or None: a page's unreadable date is unknown, not an error.

    In this order: meta elements, JSON-LD, elements marked as datePublished, a lone `time`, the page's address.
    `tree` is an lxml tree.
    """
    for value in _declarations(tree, url):
        with suppress(UnfitReportError):
            return parse_published(value)
    return None


def _declarations(tree: Any, url: str | None) -> Iterator[str]:
    for meta in tree.iter("meta"):
        names = {str(meta.get(key, "")).lower() for key in ("property", "name", "itemprop")}
        if names & _META_NAMES:
            yield meta.get("content", "")
    for script in tree.xpath("//script[@type='application/ld+json']"):
        yield from _LINKED_DATA.findall(script.text or "")
    for element in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]"):
        yield element.get("datetime") or element.get("content", "")
    times = tree.xpath("//time[@datetime]")
    if len(times) == 1:
        yield times[0].get("datetime")
    if in_address := _ADDRESS.search(url or ""):
        yield "-".join(in_address.groups())
