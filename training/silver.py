"""MUC-4 keys laid over the lexicon reader's triggers: which words of a document tell each template.

A key names strings, not places in the text, and no triggers. Each template is given to the incident of the lexicon reader
that shares most of its strings and can be of its type; its strings are then looked up in the sentences that tell
the incident and take the roles that the key gives them. Incidents no template is given to keep the lexicon reader's
labels as "unsure": they teach neither that there is a trigger nor that there is none. A template without an incident
marks the sentences with its strings as unsure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from rasid.model import EventType, Reading, Report, make_report
from rasid.reading import LexiconReader
from rasid.reading.lexicon.analyse import analyse, split
from rasid.reading.lexicon.extent import of_end
from rasid.text.sentences import sentences
from training.gold import Gold, GoldArgument, GoldTrigger

_TYPES = {
    "ATTACK": {EventType.attack, EventType.assassination, EventType.execution, EventType.shelling, EventType.armed_clash,
               EventType.security_operation, EventType.sexual_violence},
    "BOMBING": {EventType.bombing, EventType.suicide_bombing, EventType.air_strike, EventType.attack, EventType.shelling},
    "KIDNAPPING": {EventType.kidnapping, EventType.arrest, EventType.attack},
    "ARSON": {EventType.arson_looting, EventType.attack, EventType.bombing},
    "ROBBERY": {EventType.arson_looting, EventType.attack},
    "HIJACKING": {EventType.kidnapping, EventType.seizure, EventType.attack},
    "FORCED WORK STOPPAGE": {EventType.other, EventType.protest},
}  # fmt: skip
_DEFAULT = {
    "ATTACK": "attack", "BOMBING": "bombing", "KIDNAPPING": "kidnapping", "ARSON": "arson_looting", "ROBBERY": "arson_looting",
    "HIJACKING": "kidnapping", "FORCED WORK STOPPAGE": "other",
}  # fmt: skip
_EFFECTS = {"DEATH": "killed", "INJURY": "injured"}
_GENERAL = {"place": 0.3, "weapon": 0.5}
"""What a shared string of a slot is worth when templates are given to incidents; 1 for the others."""
_STAGES = {"ACCOMPLISHED": "reported", "ATTEMPTED": "attempted", "THREATENED": "threatened"}


@dataclass(frozen=True, slots=True)
class Filler:
    """One key fill: its strings and the role they have in our scheme."""

    role: str
    strings: tuple[str, ...]


def silver(doc: dict[str, Any], templates: list[dict[str, Any]]) -> Gold:
    """Return one development document as gold of arguments and (where a template fits) of triggers."""
    day = doc["dateline_date"]
    report = make_report(doc["text"], published=date.fromisoformat(day) if day else None)
    reading = LexiconReader().read(report)
    keys = [(template["slots"], fillers(template["slots"])) for template in templates]
    placed = _place(report, reading, keys)
    triggers: list[GoldTrigger] = []
    unsure: list[tuple[int, int]] = [(span.start, span.end) for span, _ in reading.dropped]
    arguments: list[GoldArgument] = []
    taken = {incident: at for at, incident in placed.items()}
    for trigger in reading.triggers:
        at = taken.get(trigger.incident)
        if at is None and templates:
            unsure.append((trigger.span.start, trigger.span.end))
        slots = keys[at][0] if at is not None else None
        triggers.append(_trigger(trigger, slots))
    for at, (_, found) in enumerate(keys):
        if at in placed:
            arguments.extend(_arguments(report, reading, placed[at], found))
        else:
            unsure.extend(_around(report, found))
    arguments.extend(_own(reading, set(taken)))
    keyed = {trigger.incident: trigger.incident in taken for trigger in reading.triggers}
    return Gold(
        doc=doc["docid"], source="muc4", text=report.text, triggers=tuple(triggers), arguments=tuple(arguments),
        unsure=tuple(unsure), keyed=keyed, known=frozenset({"triggers", "arguments"}), weight=0.6,
    )  # fmt: skip


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


def _occurrences(text: str, string: str) -> list[tuple[int, int]]:
    words = [re.escape(word) for word in string.split()]
    pattern = r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"
    return [(match.start(), match.end()) for match in re.finditer(pattern, text, re.IGNORECASE)] if words else []


def _told_in(reading: Reading, incident: int) -> set[int]:
    """Return the sentences that tell an incident."""
    return {trigger.sentence for trigger in reading.triggers if trigger.incident == incident}


def _place(report: Report, reading: Reading, keys: list[tuple[dict[str, Any], list[Filler]]]) -> dict[int, int]:
    """Give each template the incident that shares most with it; returns incident numbers by template."""
    stretches = sentences(report.text)
    number = {start: at for at, (start, _) in enumerate(stretches)}
    starts = sorted(number)
    scores: list[tuple[float, int, int]] = []
    types: dict[int, set[EventType]] = defaultdict(set)
    for trigger in reading.triggers:
        types[trigger.incident].add(trigger.event_type)
    for at, (slots, found) in enumerate(keys):
        for incident, kinds in types.items():
            if not kinds & _TYPES[_kind(slots)]:
                continue
            told = _told_in(reading, incident)
            score = 0.2 + 0.6 * (EventType(_DEFAULT[_kind(slots)]) in kinds)
            for filler in found:
                near = any(
                    _sentence(starts, left) in told
                    for one in filler.strings
                    for left, _ in _occurrences(report.text, one)
                )
                score += near * _GENERAL.get(filler.role, 1.0)
            scores.append((score, at, incident))
    placed: dict[int, int] = {}
    for score, at, incident in sorted(scores, key=lambda row: (-row[0], row[1], row[2])):
        if score >= 0.8 and at not in placed and incident not in placed.values():
            placed[at] = incident
    return placed


def _sentence(starts: list[int], offset: int) -> int:
    return max(at for at, start in enumerate(starts) if start <= offset) if starts and starts[0] <= offset else 0


def _trigger(trigger: Any, slots: dict[str, Any] | None) -> GoldTrigger:
    kind = trigger.event_type
    status = trigger.status.value
    if slots is not None:
        if kind not in _TYPES[_kind(slots)]:
            kind = EventType(_DEFAULT[_kind(slots)])
        stage = slots.get("incident_stage") or []
        told = _STAGES.get(stage[0]["alts"][0]) if stage else None
        status = told if told in {"attempted", "threatened"} else status
    return GoldTrigger(
        start=trigger.span.start, end=trigger.span.end, incident=trigger.incident, event_type=kind.value,
        status=status, role=trigger.role.value,
    )  # fmt: skip


def _arguments(report: Report, reading: Reading, incident: int, found: list[Filler]) -> Iterator[GoldArgument]:
    """Look the strings up where the incident is told; a string told nowhere there is taken at its first place."""
    stretches = sentences(report.text)
    starts = [start for start, _ in stretches]
    told = _told_in(reading, incident)
    for filler in found:
        places = sorted({place for one in filler.strings for place in _occurrences(report.text, one)})
        near = [place for place in places if _sentence(starts, place[0]) in told]
        for place in _outermost(near or places[:1]):
            start, end = _phrase(report, stretches, place)
            yield GoldArgument(role=filler.role, start=start, end=end, incidents=frozenset({incident}))


def _outermost(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [a for a in places if not any(b != a and b[0] <= a[0] and a[1] <= b[1] for b in places)]


def _phrase(report: Report, stretches: list[tuple[int, int]], place: tuple[int, int]) -> tuple[int, int]:
    """Widen a key string to its noun phrase, which is what our scheme marks."""
    number = next((at for at, (start, end) in enumerate(stretches) if start <= place[0] < end), None)
    if number is None:
        return place
    sentence = analyse(report, number, *stretches[number], cased=False, inside_quote=False)
    inside = [at for at, end in enumerate(sentence.ends) if place[0] < end and sentence.starts[at] < place[1]]
    first = sentence.phrase(inside[0]) if inside else None
    last = sentence.phrase(inside[-1]) if inside else None
    if first is None or last is None:
        return place
    end = last.end if inside[-1] != last.head else of_end(sentence, last)
    return min(place[0], sentence.starts[first.start]), max(place[1], sentence.ends[end - 1])


def _around(report: Report, found: list[Filler]) -> Iterator[tuple[int, int]]:
    """Return the sentences that hold strings of a template that no incident was found for."""
    for start, end in split(report):
        if any(
            start <= left < end
            for filler in found
            for one in filler.strings
            for left, _ in _occurrences(report.text, one)
        ):
            yield start, end


_KEPT = frozenset({"time", "arrested", "displaced", "tactic"})
"""Roles of which a key says nothing; the lexicon reader's are kept."""


def _own(reading: Reading, taken: set[int]) -> Iterator[GoldArgument]:
    """Return the lexicon reader's arguments: all of incidents without a template, else those a key is silent on."""
    for trigger in reading.triggers:
        for argument in trigger.arguments:
            if trigger.incident not in taken or argument.role.value in _KEPT:
                yield GoldArgument(
                    role=argument.role.value, start=argument.span.start, end=argument.span.end,
                    incidents=frozenset({trigger.incident}), part=argument.part.value,
                )  # fmt: skip
        if trigger.attribution is not None and trigger.attribution.speaker is not None:
            speaker = trigger.attribution.speaker
            yield GoldArgument(
                role="source", start=speaker.start, end=speaker.end, incidents=frozenset({trigger.incident})
            )
