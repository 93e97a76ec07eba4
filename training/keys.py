"""What a MUC-4 key says in words, and which incident of a text each of its templates is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rasid.model import EventType
from rasid.text.sentences import sentences

TYPES = {
    "ATTACK": {EventType.attack, EventType.assassination, EventType.execution, EventType.shelling, EventType.armed_clash,
               EventType.security_operation, EventType.sexual_violence},
    "BOMBING": {EventType.bombing, EventType.suicide_bombing, EventType.air_strike, EventType.attack, EventType.shelling},
    "KIDNAPPING": {EventType.kidnapping, EventType.arrest, EventType.attack},
    "ARSON": {EventType.arson_looting, EventType.attack, EventType.bombing},
    "ROBBERY": {EventType.arson_looting, EventType.attack},
    "HIJACKING": {EventType.kidnapping, EventType.seizure, EventType.attack},
    "FORCED WORK STOPPAGE": {EventType.other, EventType.protest},
}  # fmt: skip
DEFAULT = {
    "ATTACK": "attack", "BOMBING": "bombing", "KIDNAPPING": "kidnapping", "ARSON": "arson_looting", "ROBBERY": "arson_looting",
    "HIJACKING": "kidnapping", "FORCED WORK STOPPAGE": "other",
}  # fmt: skip
_EFFECTS = {"DEATH": "killed", "INJURY": "injured"}
_GENERAL = {"place": 0.3, "weapon": 0.5}
"""What a shared string of a slot is worth when templates are given to incidents; 1 for the others."""


@dataclass(frozen=True, slots=True)
class Filler:
    """One key fill: its strings and the role they have in our scheme."""

    role: str
    strings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One template: its slots, and their strings by role."""

    slots: dict[str, Any]
    fillers: tuple[Filler, ...]

    @property
    def kind(self) -> str:
        """MUC-4's incident type, the first where it gives two."""
        return str(self.slots["incident_type"][0]["alts"][0])


@dataclass(frozen=True, slots=True)
class Told:
    """One incident of a text: the types of its triggers, and the sentences they stand in."""

    types: frozenset[EventType]
    sentences: frozenset[int]


def keys_of(templates: Sequence[dict[str, Any]]) -> list[Key]:
    """Return the templates of one document."""
    return [Key(template["slots"], tuple(fillers(template["slots"]))) for template in templates]


def place(text: str, incidents: Mapping[int, Told], keys: Sequence[Key]) -> dict[int, int]:
    """Give each template the incident that shares most strings with it and can be of its type; incidents by template."""
    starts = [start for start, _ in sentences(text)]
    scores: list[tuple[float, int, int]] = []
    for at, key in enumerate(keys):
        for incident, told in incidents.items():
            if told.types & TYPES[key.kind]:
                scores.append((_shared(text, starts, told, key), at, incident))
    placed: dict[int, int] = {}
    for score, at, incident in sorted(scores, key=lambda row: (-row[0], row[1], row[2])):
        if score >= _LEAST and at not in placed and incident not in placed.values():
            placed[at] = incident
    return placed


_LEAST = 0.8
"""What a template must share with its incident: its type, or a string and something more."""


def _shared(text: str, starts: list[int], told: Told, key: Key) -> float:
    score = 0.2 + 0.6 * (EventType(DEFAULT[key.kind]) in told.types)
    for filler in key.fillers:
        near = any(
            sentence_at(starts, left) in told.sentences for one in filler.strings for left, _ in occurrences(text, one)
        )
        score += near * _GENERAL.get(filler.role, 1.0)
    return score


def fillers(slots: dict[str, Any]) -> list[Filler]:
    """Return the strings of a template with the roles they have in our scheme."""
    kind = _kind(slots)
    found = [
        Filler("perpetrator", alternatives)
        for slot in ("perp_individual", "perp_org")
        for alternatives in _alts(slots, slot)
    ]
    found += [Filler("weapon", alternatives) for alternatives in _alts(slots, "instrument_id")]
    found += [Filler("target", alternatives) for alternatives in _alts(slots, "phys_id")]
    effects = _effects(slots)
    for slot in ("hum_name", "hum_description"):
        for fill in slots.get(slot) or []:
            strings = tuple(str(one) for one in fill["alts"])
            linked = set(strings) | set(fill.get("ref") or ())
            harms = {effects[one] for one in linked if one in effects}
            harm = "abducted" if kind == "KIDNAPPING" and not harms else next(iter(sorted(harms)), None)
            found += [Filler(role, strings) for role in ("target", harm) if role is not None]
    for fill in slots.get("incident_location") or []:
        for step in fill["alts"][0].get("path", [])[1:]:
            found.append(Filler("place", (step["name"],)))
    return found


def _kind(slots: dict[str, Any]) -> str:
    return str(slots["incident_type"][0]["alts"][0])


def _alts(slots: dict[str, Any], slot: str) -> Iterator[tuple[str, ...]]:
    for fill in slots.get(slot) or []:
        yield tuple(str(one) for one in fill["alts"])


def _effects(slots: dict[str, Any]) -> dict[str, str]:
    """Return for each string of a victim the harm done to it."""
    found: dict[str, str] = {}
    for fill in slots.get("hum_effect") or []:
        harm = next((_EFFECTS[one] for one in fill["alts"] if one in _EFFECTS), None)
        if harm is not None:
            found.update(dict.fromkeys(fill.get("ref") or (), harm))
    return found


def occurrences(text: str, string: str) -> list[tuple[int, int]]:
    """Return where a key's string stands in a text, in any case and over line ends."""
    words = [re.escape(word) for word in string.split()]
    pattern = r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"
    return [(match.start(), match.end()) for match in re.finditer(pattern, text, re.IGNORECASE)] if words else []


def sentence_at(starts: list[int], offset: int) -> int:
    """Return the number of the sentence that holds an offset."""
    return max(at for at, start in enumerate(starts) if start <= offset) if starts and starts[0] <= offset else 0
