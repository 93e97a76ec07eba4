"""Why a phrase means the place it is taken for: the candidates, each with what speaks for and against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rasid.model.where import Where
from rasid.resolve.gazetteer import Place
from rasid.resolve.place_joint import Named, settle
from rasid.resolve.place_rank import Context, Scored, namesakes, share, signs
from rasid.resolve.place_read import Meant
from rasid.resolve.places import PlaceResolver
from rasid.text.names import name_key

_SHOWN = 8
_LEAST = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A candidate: its score, its share of belief in [0, 1], and the signs that make up the score, the strongest first.

    The signs are those of `place_weights.Weights`, "holder" (the phrase names what it lies in), "others" (the other names of
    the report) and "point" (none is known).
    """

    place: Place
    score: float
    share: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a phrase was taken for; `where` is None where nothing is known.

    `name` is the part of the phrase that names the place, `how` its use there (at, part, near, offset, between), `kind` the word
    group beside it, "" where none stood.
    """

    words: str
    name: str
    how: str
    kind: str
    where: Where | None
    candidates: tuple[Weighed, ...]


def explain(
    resolver: PlaceResolver, words: str, *, countries: Sequence[str] = (), others: Sequence[str] = ()
) -> Explanation:
    """The candidates of a phrase in a report about `countries` that names the `others` besides."""
    context = Context(countries=tuple(countries), weights=resolver.weights)
    meant = resolver.read(words, context)
    if meant is None:
        return Explanation(words=words, name="", how="", kind="", where=None, candidates=())
    beside = [found for other in dict.fromkeys(others) if other != words and (found := resolver.read(other, context))]
    ranked = settle([_named(one) for one in (meant, *beside)], resolver.weights)[0]
    alone = {s.place.id: s.score for s in meant.ranked}
    return Explanation(
        words=words,
        name=meant.part.name,
        how=meant.part.how.value,
        kind=meant.part.kind,
        where=resolver.resolve(words, countries=countries)
        if not beside
        else _settled(resolver, words, others, countries),
        candidates=tuple(
            Weighed(place=s.place, score=s.score, share=part, reasons=_reasons(resolver, meant, context, s, alone))
            for s, part in list(zip(ranked, share(ranked), strict=True))[:_SHOWN]
        ),
    )


def _settled(resolver: PlaceResolver, words: str, others: Sequence[str], countries: Sequence[str]) -> Where | None:
    return resolver.resolve_all([words, *others], countries=countries)[0]


def _named(meant: Meant) -> Named:
    return Named(name_key(meant.part.name), meant.ranked, meant.told, meant.holders, meant.factor)


def _reasons(
    resolver: PlaceResolver, meant: Meant, context: Context, chosen: Scored, alone: dict[str, float]
) -> tuple[tuple[str, float], ...]:
    """The signs of one candidate: those of its own, what the phrase says besides, and what the other names say."""
    found = resolver.candidates(meant.part, context.countries)
    candidate = next((one for one in found if one.place.id == chosen.place.id), None)
    own = signs(candidate, meant.part, namesakes(found), context) if candidate else ()
    phrase = alone.get(chosen.place.id, chosen.score)
    rest = (("holder", phrase - sum(amount for _, amount in own)), ("others", chosen.score - phrase))
    told = [(name, round(amount, 1)) for name, amount in (*own, *(rest if own else ())) if abs(amount) >= _LEAST]
    return tuple(sorted(told, key=lambda sign: -abs(sign[1])))
