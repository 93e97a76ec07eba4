"""How a brief was made and how to cite it, in short."""

from __future__ import annotations

from markupsafe import Markup

from rasid.products.brief.html import el, join
from rasid.products.brief.numbering import Numbering
from rasid.products.version import rasid_version
from rasid.products.words import caveats


def render_method(numbering: Numbering, codebook_version: str | None) -> Markup:
    """Return the caveats and the line to cite the brief by."""
    publishers = sorted({report.publisher for report in numbering.reports if report.publisher})
    sources = join((el("bdi", name) for name in publishers), "; ") if publishers else "publishers not given"
    codebook = f", codebook {codebook_version}" if codebook_version else ""
    incidents, reports = len(numbering.incidents), len(numbering.reports)
    cite = el(
        "p",
        el("b", "To cite: "),
        f"Incident brief of {incidents} incidents from {reports} reports (",
        sources,
        f"), coded with rasid {rasid_version()}{codebook}. Name the reports as the sources of what they say.",
        class_="cite",
    )
    return el(
        "section", el("h2", "How to read this"), el("ul", (el("li", point) for point in caveats())), cite, id="method"
    )
