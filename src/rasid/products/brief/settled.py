"""The settled values of one incident, each with the rule that settled it and what speaks for and against it."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from rasid.model import Count, Incident, Mention, Settled
from rasid.products.brief.html import Child, el, join
from rasid.products.brief.numbering import Numbering
from rasid.products.brief.quotes import quote
from rasid.products.claims import field_claims
from rasid.products.record import Record
from rasid.products.settled_words import settled_words, silent_fields
from rasid.products.show import show_count
from rasid.products.words import rule_words, word

_CLAIMED_IN = {"when": "times", "where": "places", "killed_civilians": "killed", "killed_perpetrators": "killed"}
"""Field of an incident -> the field of its mentions that it is settled from, where the two names differ."""


def render_settled(incident: Incident, mentions: tuple[Mention, ...], record: Record, numbering: Numbering) -> Markup:
    """Return the list of settled values; fields that no account tells are named in one line, not shown as zero.

    Under each value stands the rule that settled it or, where one account tells all, its words.
    """
    alone = mentions[0] if len(mentions) == 1 else None
    told = [
        _field(name, words, settled, _basis(settled) if alone is None else _words(name, alone, record, numbering))
        for name, words, settled in settled_words(incident)
    ]
    silent = [word("fields", name).lower() for name in silent_fields(incident)]
    missing = el("p", el("b", "Not told: "), ", ".join(silent), ".", class_="silent") if silent else None
    return join((el("dl", told, class_="settled"), missing))


def _field(name: str, words: str, settled: Settled[Any], basis: Child) -> Markup:
    shown = _count(settled.value) if isinstance(settled.value, Count) else words
    return el(
        "div",
        el("dt", word("fields", name)),
        el("dd", el("span", shown, class_="value", dir="auto"), el("div", basis, class_="basis")),
        class_=f"field f-{name}",
    )


def _count(count: Count) -> Child:
    """Return the best number large with its bounds beside it; a lone bound in words."""
    if count.best is None or count.low == count.best == count.high:
        return show_count(count)
    bounds = f"low {_or_unknown(count.low)}, high {_or_unknown(count.high)}"
    return join((str(count.best), " ", el("small", bounds)))


def _or_unknown(number: int | None) -> str:
    return "unknown" if number is None else str(number)


def _basis(settled: Settled[Any]) -> str:
    """Return the rule in plain words, and how the accounts stand to the value."""
    against = f", {_accounts(len(settled.against))} against" if settled.against else ""
    return f"{rule_words(settled.rule)} ({_accounts(len(settled.support))} for{against})"


def _words(name: str, mention: Mention, record: Record, numbering: Numbering) -> list[Markup]:
    """Return what the one account says; the status rests on the whole of it and needs no words of its own."""
    if name == "status":
        return []
    spans = dict.fromkeys(claim.evidence[0] for claim in field_claims(mention, _CLAIMED_IN.get(name, name)))
    return [quote(span, record, numbering) for span in spans]


def _accounts(number: int) -> str:
    return f"{number} account" if number == 1 else f"{number} accounts"
