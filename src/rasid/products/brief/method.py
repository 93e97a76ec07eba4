"""How a brief was made and how to cite it, in short."""

from __future__ import annotations

from markupsafe import Markup

from rasid.products.brief.html import el, join
from rasid.products.brief.numbering import Numbering
from rasid.products.version import rasid_version

_POINTS = (
    "This brief was coded from the reports by a program; no person has checked it unless it says so. It tells what "
    "reports say, not what is proven.",
    "An incident is one act, or acts of one party against one object, in one place and one stretch of time. Reports "
    "are grouped by date, place, kind of act, parties and toll; the reasons stand under each incident.",
    "Each value rests on the claims below it. Where claims differ, the named rule picks the value and nothing is "
    "thrown away. Denied claims are shown and settle nothing.",
    "Numbers are low, best and high. Unknown is not zero. The acting side's dead are counted apart. Numbers are not "
    "added up across incidents.",
    "A dot on the map is a named place, a dashed circle an area that the report does not narrow down. Nothing is "
    "drawn finer than its source.",
    "Two publishers may rest on one agency's text; the counts of accounts do not check that.",
)


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
    return el("section", el("h2", "How to read this"), el("ul", (el("li", point) for point in _POINTS)), cite, id="method")
