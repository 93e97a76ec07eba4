"""Web pages: the article without navigation, comments and scripts, with what the page declares about it.

Nothing is fetched: the page is parsed here and only its tree is handed on. Tags nested deeper than the
parser's limit of 256 are lost with what follows them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache
from typing import Any

from rasid.model.report import ReportFields
from rasid.sources.decode import decode
from rasid.sources.draft import Draft
from rasid.sources.fields import fields_of
from rasid.sources.page_date import declared_date
from rasid.sources.refusal import UnfitSourceError

# The parser's time grows with the tags: up to 3 s for 100,000 in pages made to be slow; articles have a few thousand.
MAX_TAGS = 100_000
"""Most tags in a page."""

# Shorter texts are menus and notices; the shortest news in brief is a sentence.
_FEWEST_LETTERS = 60
# The library's own date is not used, for it guesses; a fixed bound keeps it from asking for today's.
_QUICK_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read_html(data: bytes) -> Draft:
    """Return a page's article with title, publisher, address and date of publication where it declares them.

    Without a declared publisher the host's name stands for it. Raises UnfitSourceError for bytes that decode
    refuses, for more tags than MAX_TAGS, for a page that cannot be parsed, and for one without an article.
    """
    page = decode(data)
    if (tags := page.count("<")) > MAX_TAGS:
        msg = f"the page has {tags:,} tags, more than {MAX_TAGS:,}; save the article alone, or as .txt"
        raise UnfitSourceError(msg, reason="too_large")
    extract, load = _library()
    try:
        draft = _article(page, extract, load)
    except Exception as error:  # whatever a hostile page provokes in the libraries must not end the run
        msg = f"the page cannot be parsed ({type(error).__name__}: {error}); save the article as .txt"
        raise UnfitSourceError(msg, reason="unreadable") from error
    if (letters := sum(map(str.isalpha, draft.text[:10_000]))) < _FEWEST_LETTERS:
        msg = f"no article found, only {letters} letters outside menus and scripts; save the article's text as .txt"
        raise UnfitSourceError(msg, reason="no_article")
    return draft


def _article(page: str, extract: Callable[..., Any], load: Callable[[str], Any]) -> Draft:
    """Extract with trafilatura; an empty text stands for a page in which it finds none."""
    tree = load(page)
    if tree is None:
        return Draft("", ReportFields())
    found = extract(tree, include_comments=False, with_metadata=True, date_extraction_params=_QUICK_DATES)
    if found is None:
        return Draft("", ReportFields())
    fields = fields_of({"title": found.title, "publisher": found.sitename, "url": found.url})
    fields["published"] = declared_date(tree, found.url)
    return Draft(found.text or "", fields)


@cache
def _library() -> tuple[Callable[..., Any], Callable[[str], Any]]:
    """Import on first need: 0.35 s; its warnings go to whoever listens, never to the terminal by themselves."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - see above
    from trafilatura.utils import load_html  # noqa: PLC0415 - see above

    for name in ("trafilatura", "htmldate", "courlan"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    return bare_extraction, load_html
