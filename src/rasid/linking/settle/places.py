"""Where an incident happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rasid.linking.settle.accounts import Account, accounts_of, believed, ids_of, votes
from rasid.model import Mention, PlacePrecision, Settled, Where

RULE = "where.finest_supported"
NOT_STATED = "where.not_stated"

_PRECISION = {precision: rank for rank, precision in enumerate(PlacePrecision)}


def settle_where(accounts: Sequence[Account]) -> Settled[Where | None]:
    """Settle by `where.finest_supported`.

    Within the country, and in it the first-level division, that most voices name: the finest place, and of equally fine
    ones the one that most voices name, then the surest. A single account thus refines the others but cannot move them.
    """
    places = [(account, place) for account in accounts for place in _places(account)]
    for area in (_country, _admin1):
        places = _within_majority(places, area)
    if not places:
        return Settled(value=None, rule=NOT_STATED)
    held = votes((account, place.place_id) for account, place in places)
    value = min((place for _, place in places), key=lambda place: _rank(place, held[place.place_id]))
    naming = [account for account in accounts if _places(account)]
    return Settled(
        value=value,
        rule=RULE,
        support=ids_of(account for account in naming if _supports(account, value)),
        against=ids_of(account for account in naming if not _supports(account, value)),
    )


def where_of(mention: Mention) -> Where | None:
    """Return the place that one mention gives, by the same rule."""
    return settle_where(accounts_of((mention,), {})).value


def contains(outer: Where, inner: Where) -> bool:
    """Whether `inner` is, or lies inside, `outer` by the divisions that the gazetteer gives for them."""
    if outer.place_id == inner.place_id:
        return True
    if outer.country != inner.country or _PRECISION[outer.precision] <= _PRECISION[inner.precision]:
        return False
    match outer.precision:
        case PlacePrecision.country:
            return True
        case PlacePrecision.admin1:
            return outer.admin1 is not None and outer.admin1 == inner.admin1
        case PlacePrecision.district:
            return outer.admin2 is not None and (outer.admin1, outer.admin2) == (inner.admin1, inner.admin2)
        case _:
            return False


def _places(account: Account) -> tuple[Where, ...]:
    return tuple(claim.value for claim in believed(account.mention.places))


def _supports(account: Account, value: Where) -> bool:
    """An account that names nothing finer than an area around the place speaks for it too."""
    return any(contains(place, value) or contains(value, place) for place in _places(account))


def _within_majority(
    places: list[tuple[Account, Where]], area: Callable[[Where], str | None]
) -> list[tuple[Account, Where]]:
    """Keep the places of the area that most voices name, of equals the one with the finest place."""
    held = votes((account, name) for account, place in places if (name := area(place)) is not None)
    if not held:
        return places
    finest = min(
        (place for _, place in places if area(place) is not None),
        key=lambda place: (-held[area(place) or ""], _rank(place, 0)),
    )
    return [(account, place) for account, place in places if area(place) == area(finest)]


def _country(place: Where) -> str | None:
    return place.country


def _admin1(place: Where) -> str | None:
    return place.admin1


def _rank(place: Where, voices: int) -> tuple[int, int, float, str, str]:
    return _PRECISION[place.precision], -voices, -place.confidence, place.place_id, place.words
