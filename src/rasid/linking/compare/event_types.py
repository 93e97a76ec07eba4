"""Event types: whether two types can name one act."""

from __future__ import annotations

from functools import cache

from rasid.linking.compare.likeness import Likeness
from rasid.linking.profile import Profile
from rasid.model import EventType

# Types that reports choose between for one and the same act. `attack` is the general word for all of the first four.
_FAMILIES: tuple[tuple[str, frozenset[EventType]], ...] = (
    ("bomb", frozenset({EventType.bombing, EventType.suicide_bombing})),
    ("killing", frozenset({EventType.assassination, EventType.execution})),
    ("fire from afar", frozenset({EventType.shelling, EventType.air_strike})),
    ("fight", frozenset({EventType.armed_clash, EventType.seizure})),
    ("forces", frozenset({EventType.security_operation, EventType.arrest, EventType.deployment})),
    ("crowd", frozenset({EventType.protest, EventType.riot})),
)
_ATTACKS = frozenset({
    EventType.attack, EventType.armed_clash, EventType.bombing, EventType.suicide_bombing, EventType.air_strike,
    EventType.shelling, EventType.assassination, EventType.execution, EventType.arson_looting, EventType.kidnapping,
    EventType.sexual_violence, EventType.prison_break, EventType.seizure,
})  # fmt: skip
# A raid by forces is told as a clash, an air strike or an attack by those who were hit.
_FORCES_FIGHT = frozenset({EventType.armed_clash, EventType.attack, EventType.air_strike})
# "The bombing of the market" is said of a device, of shells and of aircraft: the word speaks neither for one act nor against it.
_BLASTS = frozenset({EventType.bombing, EventType.air_strike, EventType.shelling})


def family(event_type: EventType) -> str:
    """Return the name of the group of types that reports choose between for one act."""
    return next((name for name, types in _FAMILIES if event_type in types), event_type.value)


def compare(left: Profile, right: Profile) -> Likeness:
    """Compare the types: the same, of one family, general beside special, or of acts that are not one."""
    one, other = left.event_type, right.event_type
    if one is other:
        return Likeness(0.3 if one is EventType.other else 1.0, f"both are {one.value}")
    value = _value(one, other)
    return Likeness(value, f"{one.value} and {other.value} {'can' if value >= 0 else 'seldom'} name one act")


@cache
def _value(one: EventType, other: EventType) -> float:
    pair = {one, other}
    if EventType.other in pair or (pair <= _BLASTS and EventType.bombing in pair):
        return 0.0
    if family(one) == family(other):
        return 0.5
    if pair <= _ATTACKS:
        return 0.3 if EventType.attack in pair else -0.4
    return -0.3 if EventType.security_operation in pair and pair & _FORCES_FIGHT else -1.0
