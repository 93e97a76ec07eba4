"""The numbers that the accounts of one incident give, on one scale."""

from __future__ import annotations

from markupsafe import Markup

from rasid.model import Claim, Mention, Stance, Toll
from rasid.products.brief.html import el
from rasid.products.brief.matrix import stance_chip
from rasid.products.brief.quotes import speaker_words
from rasid.products.brief.titles import report_label
from rasid.products.claims import shown_claims
from rasid.products.record import Record
from rasid.products.show import show_count, show_group


def render_tolls(mentions: tuple[Mention, ...], record: Record) -> Markup | None:
    """Return one line for each stated number of dead, or None when the accounts give at most one."""
    told = [
        (mention, claim) for mention in mentions for claim in shown_claims(mention, "killed") if claim.value.count.known
    ]
    if len({claim.value.count for _, claim in told}) < 2:
        return None
    most = max(max(_bounds(claim.value)) for _, claim in told)
    lines = [_line(claim, report_label(record.report_of(mention)), most) for mention, claim in told]
    return el("figure", el("figcaption", "The dead, as each account counts them"), el("ol", lines), class_="tolls")


def _line(claim: Claim[Toll], report: Markup, most: int) -> Markup:
    low, high = _bounds(claim.value)
    left, right = _share(low, most), _share(high, most)
    denied = claim.stance is Stance.denied
    drawn = el(
        "svg",
        el("line", x1="0", x2="100%", y1=9, y2=9, class_="rule"),
        el("line", x1=f"{left:.2f}%", x2=f"{right:.2f}%", y1=9, y2=9, class_="reach") if high > low else None,
        el(
            "circle", cx=f"{_share(_best(claim.value), most):.2f}%", cy=9, r=5, class_="dot denied" if denied else "dot"
        ),
        class_="track",
        aria_hidden="true",
    )
    who = el("span", speaker_words(claim.said_by), " ", el("small", report), stance_chip(claim.stance), class_="who")
    return el(
        "li", el("span", el("b", show_count(claim.value.count)), " ", el("small", show_group(claim.value))), drawn, who
    )


def _bounds(toll: Toll) -> tuple[int, int]:
    known = [number for number in (toll.count.low, toll.count.best, toll.count.high) if number is not None]
    return min(known), max(known)


def _best(toll: Toll) -> int:
    return toll.count.best if toll.count.best is not None else _bounds(toll)[0]


def _share(number: int, most: int) -> float:
    """Return where a number lies, in percent; the ends are kept free for the dots."""
    return 3 + 94 * number / max(most, 1)
