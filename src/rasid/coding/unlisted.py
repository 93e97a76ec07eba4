"""Places that the text names and the gazetteer does not hold: kept by their name, drawn no finer than what holds them."""

from __future__ import annotations

import re
from dataclasses import replace

from rasid.model import PlacePrecision, Where
from rasid.text.names import name_key

PREFIX = "unlisted:"
"""Begins the id of a place that no gazetteer holds; the rest is the key of its name."""

_WORD = r"[^\W\d_a-z][\w’'`]*"
_RUN = rf"(?:(?:[Aa]l|[Aa]n|[Aa]s|[Aa]r|[Aa]d|[Ee]l|[Dd]e|[Ll]a|[Ll]os|[Ll]as|San|Santa)[ -])?{_WORD}(?:(?:[ -]|-[a-z]{{2}}-| (?:al|el|de|del|da|do|la|bin) ){_WORD})*"
_NAME = re.compile(_RUN)
_KIND = (
    r"(?:city|town|village|hamlet|settlement|township|commune|community|locality|municipality|camp|port|quarter|area"
    r"|neighbou?rhood|district|suburb)"
)
_KIND_OF = re.compile(rf"\b{_KIND} of (?:the )?({_RUN})")
_QUARTER = re.compile(
    rf"\b({_RUN}) (?:neighbou?rhood|district|suburb|quarter|sector|colony|canton|farm|estate|airport)\b"
)
_LOWER = frozenset(
    "the a an of in on at near and or to from by for with between outside around this that these its their same entire"
    " north south east west northeast northwest southeast southwest northern southern eastern western northeastern"
    " northwestern southeastern southwestern central downtown exclusive luxurious residential elegant metropolitan upper middle lower working class poor populous main rural urban"
    " city town village hamlet settlement township commune community locality municipality camp port quarter area region"
    " neighborhood neighbourhood district suburb sector colony canton farm estate airport international university"
    " jurisdiction department province state road street outskirts capital avenue military base barracks garrison headquarters"
    " building buildings office offices border highway residence home house campus".split()
)
"""Words that a text in mixed case does not write with a capital where they describe a place."""
_BARE = re.compile(r"[^\s,;:()\[\]\"“”]+")
_NO_NAMES = re.compile(
    r"(?:The|A|An|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|North|South|East|West|Northern|Southern|Eastern|Western|Central)\b[ -]?"
)
_COARSE = {
    PlacePrecision.district: 0, PlacePrecision.region: 1, PlacePrecision.admin1: 2, PlacePrecision.country: 3,
}  # fmt: skip
_CONFIDENCE = 0.5


def named_kind(words: str) -> str | None:
    """Return the name in "the central Somali town of Beledweyne", or None where no kind of settlement leads to one."""
    found = _KIND_OF.search(words)
    return found[1] if found is not None else None


def quarter_in(words: str) -> str | None:
    """Return the name of the part of a town in "the La Mascota neighborhood of western San Salvador", or None."""
    found = _QUARTER.search(words)
    return found[1].rpartition("'s ")[2] if found is not None else None


def recased(words: str) -> str:
    """Return words in upper case as mixed case would have them: what describes a place small, the rest with capitals."""
    return _BARE.sub(_recase, " ".join(words.split()))


def _recase(word: re.Match[str]) -> str:
    return word[0].lower() if word[0].lower() in _LOWER else word[0].capitalize()


def name_in(words: str) -> str | None:
    """Return the first name of a phrase, by its capital letters, or None: "the Hamra junction" gives "Hamra"."""
    name = named_kind(words)
    if name is not None:
        return name
    bare = _NO_NAMES.sub("", words) if words[:1].isupper() else words
    found = _NAME.search(bare)
    return None if found is None or len(found[0]) < 3 else found[0]


def unlisted(words: str, name: str, holder: Where | None) -> Where:
    """Return the place called `name`, with the divisions, point and precision of what holds it.

    Without a holder nothing but the name is known: no country, no point, the coarsest precision.
    """
    place_id = PREFIX + name_key(name)
    if holder is None:
        return Where(
            place_id=place_id, name=name, words=words, precision=PlacePrecision.region, ucdp_prec=7,
            confidence=_CONFIDENCE, rule="named, not in the gazetteer",
        )  # fmt: skip
    return replace(
        holder, place_id=place_id, name=name, words=words, confidence=min(_CONFIDENCE, holder.confidence),
        rule="named, not in the gazetteer: drawn as what holds it", runners_up=(),
    )  # fmt: skip


def holder_of(places: list[Where]) -> Where | None:
    """Return the finest of the areas among `places`, the first of equals."""
    areas = [place for place in places if place.precision in _COARSE]
    return min(areas, key=lambda place: _COARSE[place.precision], default=None)
