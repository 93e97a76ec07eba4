"""Links between pages lead somewhere, and pages hold nothing of one machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.contracts.pages import GENERATED, PAGES, ROOT, name_of, prose, read

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_ANCHOR = re.compile(r"<a (?:id|name)=\"([^\"]+)\"")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_MACHINE = re.compile(
    r"(?<![\w/.:<])/(?:home|root|work|tmp|opt|Users|mnt|var)/|localhost|127\.0\.0\.1|pypi\.org|registry\.npmjs"
)
_EVERY = (*PAGES, *sorted(GENERATED.glob("*.md")))


def anchors_of(page: Path) -> set[str]:
    """Return the anchors of a page: of its headings, as code hosts make them, and those that it sets itself."""
    text = prose(read(page))
    headings = (re.sub(r"[`*]", "", heading) for heading in _HEADING.findall(text))
    slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}
    return slugs | set(_ANCHOR.findall(text))


@pytest.mark.parametrize("page", _EVERY, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for link in _LINK.findall(prose(read(page))):
        if link.startswith(("https://", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        assert not anchor or anchor in anchors_of(target), f"{link}: {sorted(anchors_of(target))}"


@pytest.mark.parametrize("page", _EVERY, ids=name_of)
def test_a_page_holds_nothing_of_one_machine(page: Path) -> None:
    found = _MACHINE.search(read(page))
    assert found is None, found


@pytest.mark.parametrize("page", [page for page in PAGES if (ROOT / "docs") in page.parents], ids=name_of)
def test_every_page_is_reached_from_another(page: Path) -> None:
    linked = {
        (other.parent / link.partition("#")[0]).resolve()
        for other in PAGES
        if other != page
        for link in _LINK.findall(prose(read(other)))
        if not link.startswith("https://")
    }
    assert page in linked
