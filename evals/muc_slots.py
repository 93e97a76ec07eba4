"""Mentions into full MUC-4 templates: all the slots that rasid's record can fill, in the words of the 1992 key."""

from __future__ import annotations

import re
from datetime import date

from evals.muc_places import location
from evals.muc_strings import Names, clean, head_phrase, thing_phrase
from evals.muc_templates import Template
from rasid.coding.counts import count_of
from rasid.model import ActorKind, ActorRef, Claim, EventType, Mention, Report, Stance, Status, When
from rasid.model.reading import Argument, ArgumentRole

Fill = str | dict[str, list[str]]
Slots = dict[str, list[Fill]]

_TYPES = {"attack": "ATTACK", "bombing": "BOMBING", "kidnapping": "KIDNAPPING", "arson": "ARSON", "robbery": "ROBBERY"}
_INSTRUMENTS = (
    ("CAR BOMB", "VEHICLE BOMB"), ("CAR-BOMB", "VEHICLE BOMB"), ("DYNAMITE", "DYNAMITE"), ("MOLOTOV", "MOLOTOV COCKTAIL"),
    ("GRENADE", "GRENADE"), ("MACHINE", "MACHINE GUN"), ("MORTAR", "MORTAR"), ("RIFLE", "RIFLE"), ("MINE", "MINE"),
    ("ROCKET", "ROCKET"), ("MISSILE", "MISSILE"), ("BOMB", "BOMB"), ("EXPLOSIVE", "EXPLOSIVE"), ("PISTOL", "HANDGUN"),
    ("REVOLVER", "HANDGUN"), ("KNIFE", "CUTTING DEVICE"), ("MACHETE", "CUTTING DEVICE"), ("STONE", "STONE"),
    ("GASOLINE", "FIRE"), ("TNT", "EXPLOSIVE"), ("DEVICE", "EXPLOSIVE"), ("CHARGE", "EXPLOSIVE"),
)  # fmt: skip
_HUMAN = {
    "government": "GOVERNMENT OFFICIAL", "politician": "POLITICAL FIGURE", "judicial": "LEGAL OR JUDICIAL",
    "military": "ACTIVE MILITARY", "police": "LAW ENFORCEMENT", "diplomatic": "DIPLOMAT",
}  # fmt: skip
_THINGS = {
    "military_site": "OTHER", "police_site": "LAW ENFORCEMENT FACILITY", "government_site": "GOVERNMENT OFFICE OR RESIDENCE",
    "diplomatic": "DIPLOMAT OFFICE OR RESIDENCE", "residence": "CIVILIAN RESIDENCE", "market": "COMMERCIAL",
    "business": "COMMERCIAL", "transport": "TRANSPORT VEHICLE", "vehicle": "TRANSPORT VEHICLE", "media_site": "COMMUNICATIONS",
    "infrastructure": "ENERGY", "energy": "ENERGY",
}  # fmt: skip
_EFFECTS = {ArgumentRole.killed: "DEATH", ArgumentRole.injured: "INJURY"}
_VICTIM_ROLES = (ArgumentRole.killed, ArgumentRole.injured, ArgumentRole.abducted, ArgumentRole.target)
_STATE = frozenset({ActorKind.state_force, ActorKind.government, ActorKind.external_force})


def slots(
    report: Report, mention: Mention, template: Template, arguments: list[Argument], country: str | None
) -> Slots:
    """Return the full template of one mention; `country` is where the report is about, for a mention without a place."""
    filled: Slots = {
        "incident_date": [_date(mention.times, report.published_day)],
        "incident_location": list(location(report, mention.places, country)),
        "incident_type": [_TYPES[template["incident_type"]]],
        "incident_stage": [_stage(mention)],
        "perp_category": ["STATE-SPONSORED VIOLENCE" if _by_state(mention.perpetrators) else "TERRORIST ACT"],
        "perp_individual": [entity[0].upper() for entity in template["PerpInd"]],
        "perp_org": [entity[0].upper() for entity in template["PerpOrg"]],
    }
    filled["perp_org_confidence"] = [
        {"alts": [_confidence(mention)], "ref": [entity[0].upper()]} for entity in template["PerpOrg"]
    ]
    _add_instruments(filled, template)
    _add_things(filled, report, mention, arguments)
    _add_humans(filled, report, arguments)
    return {slot: fills for slot, fills in filled.items() if fills and all(fills)}


def _date(times: tuple[Claim[When], ...], dateline: date | None) -> str:
    """Return the day, the stretch, or "on or before the dateline", the task's default, also for "recently" and for weekdays."""
    for claim in times:
        first, last = claim.value.earliest, claim.value.latest
        if first is None or last is None or (claim.rule in _VAGUE and (last - first).days > 1):
            continue
        words = claim.value.words or ""
        if last != dateline and _WEEKDAY.search(words) is not None and _FIGURE.search(words) is None:
            break
        if claim.rule in _VAGUE and _HOURS.search(words):
            first = last
        return last.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return f"/{dateline.isoformat()}" if dateline is not None else ""


_VAGUE = frozenset({"time.past", "time.ago", "time.recent", "time.period", "time.later"})
_WEEKDAY = re.compile(r"\b(?:sun|mon|tues|wednes|thurs|fri|satur)day", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
"""A day told by the name of a weekday alone is "on or before the dateline" (guidelines, slot 2, note 1)."""
_HOURS = re.compile(r"\b(?:minutes?|hours?)\b", re.IGNORECASE)
"""Minutes and hours before a report was sent; the key has the day of the report for them."""


def _stage(mention: Mention) -> str:
    if mention.status.value in {Status.attempted, Status.foiled}:
        return "ATTEMPTED"
    return "THREATENED" if mention.status.value in {Status.threatened, Status.planned} else "ACCOMPLISHED"


def _by_state(perpetrators: tuple[Claim[ActorRef], ...]) -> bool:
    return bool(perpetrators) and all(claim.value.kind in _STATE for claim in perpetrators)


def _confidence(mention: Mention) -> str:
    """Return the key's word for how the organisation is tied to the act."""
    stances = {claim.stance for claim in mention.perpetrators}
    if Stance.claimed_by_perpetrator in stances:
        return "CLAIMED OR ADMITTED"
    if Stance.alleged in stances or mention.status.value is Status.alleged:
        official = any(speaker.actor is not None and speaker.actor.kind in _STATE for speaker in mention.sources)
        return "SUSPECTED OR ACCUSED BY AUTHORITIES" if official else "SUSPECTED OR ACCUSED"
    return "POSSIBLE" if Stance.hedged in stances else "REPORTED AS FACT"


def _add_instruments(filled: Slots, template: Template) -> None:
    names = [entity[0].upper() for entity in template["Weapon"]]
    filled["instrument_id"] = list(names)
    filled["instrument_type"] = [
        {"alts": [kind], "ref": [name]} for name in names if (kind := _instrument(name)) is not None
    ]


def _instrument(name: str) -> str | None:
    return next((kind for word, kind in _INSTRUMENTS if word in name), "GUN")


def _add_things(filled: Slots, report: Report, mention: Mention, arguments: list[Argument]) -> None:
    """Fill the physical targets: what, of which kind, how many, what became of it."""
    for argument in arguments:
        code = argument.code
        if (
            argument.role is not ArgumentRole.target
            or code is None
            or (code not in _THINGS and not code.endswith("_site"))
        ):
            continue
        words = thing_phrase(report, argument.span).upper()
        if {"alts": [words]} in filled.get("phys_id", []) or words in filled.get("phys_id", []):
            continue
        filled.setdefault("phys_id", []).append(words)
        _typed(filled, "phys_type", _THINGS.get(code, "OTHER"), words)
        _typed(filled, "phys_number", _number(report, argument), words)
        effect = _thing_effect(report, mention)
        if effect is not None:
            _typed(filled, "phys_effect", effect, words)


def _thing_effect(report: Report, mention: Mention) -> str | None:
    told = " ".join(span.quote(report.text).lower() for span in mention.triggers)
    if re.search(r"destroy|demolish|burn|raze|torch|set fire", told):
        return "DESTROYED"
    return (
        "SOME DAMAGE"
        if mention.event_type.value in {EventType.bombing, EventType.air_strike} or "damag" in told
        else None
    )


def _typed(filled: Slots, slot: str, value: str, words: str) -> None:
    filled.setdefault(slot, []).append({"alts": [value], "ref": [words]})


def _number(report: Report, argument: Argument) -> str:
    """Return the number of a target in the key's form: a figure, or PLURAL."""
    counted = count_of(" ".join(argument.span.quote(report.text).split()), argument.head.quote(report.text).lower())
    if counted is None or (counted.rule in {"plural", "several", "few", "dozens", "scores", "hundreds"}):
        return "PLURAL"
    return str(counted.count.low or counted.count.high or "PLURAL")


def _add_humans(filled: Slots, report: Report, arguments: list[Argument]) -> None:
    """Fill the human targets: names, descriptions, kinds, numbers, effects; each name and each kind of people once."""
    names, done = Names.of(report.text), set[str]()
    for role in _VICTIM_ROLES:
        for argument in arguments:
            if argument.role is role and not (argument.code is not None and _is_thing(argument.code)):
                _add_human(filled, report, argument, names, done)


def _add_human(filled: Slots, report: Report, argument: Argument, names: Names, done: set[str]) -> None:
    text = report.text[argument.span.start : argument.head.end]
    name = names.person(text)
    words = (name or _description(report, argument)).upper()
    known = name or clean(argument.head.quote(report.text))
    if known in done or not (name or _tells_people(argument, known, words)):
        return
    done.add(known)
    filled.setdefault("hum_name" if name else "hum_description", []).append(words)
    title = clean(text)[: -len(name)].strip() if name and clean(text).endswith(name) else ""
    if title and not title.endswith((",", "the")):
        filled.setdefault("hum_description", []).append(
            {"alts": [re.sub(r"^(?:the|a|an) ", "", title).upper()], "ref": [words]}
        )
    _typed(filled, "hum_type", _human_type(argument, clean(text)), words)
    _typed(filled, "hum_number", "1" if name else _number(report, argument), words)
    effect = _EFFECTS.get(argument.role)
    if effect is not None:
        _typed(filled, "hum_effect", effect, words)


_NUMBERS = re.compile(
    r"(?:(?:at least|about|another|other|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many|half|number|dozens?|hundreds|[\d,.]+)\s*)+",
    re.IGNORECASE,
)


def _tells_people(argument: Argument, head: str, words: str) -> bool:
    """Tell whether a description is of people that the key may hold: no pronoun, bare number, fighter or thing that was hit."""
    if not words or head in _PRONOUNS or _NUMBERS.fullmatch(words) or argument.code == "armed_group":
        return False
    return argument.role is not ArgumentRole.target or argument.code is not None


_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "it", "who", "which", "that", "others", "we", "i"})


def _is_thing(code: str) -> bool:
    return code in _THINGS or code.endswith("_site")


def _description(report: Report, argument: Argument) -> str:
    """Return the description of unnamed people without their number."""
    words = head_phrase(report, argument.span, argument.head)
    return re.sub(
        r"^(?:(?:at least|about|more than|another|other|some|several|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|one)\s+)+",
        "",
        words,
    )


def _human_type(argument: Argument, words: str) -> str:
    """Return the key's type of a human target from the target class and the words of the title."""
    if re.search(r"\b(?:candidate|leader|politician|party)\b", words):
        return "POLITICAL FIGURE"
    if re.search(r"\b(?:ambassador|diplomat|consul|attache)\b", words):
        return "DIPLOMAT"
    if re.search(r"\b(?:judge|attorney|magistrate|prosecutor)\b", words):
        return "LEGAL OR JUDICIAL"
    if re.search(r"\b(?:minister|mayor|governor|president|official|deputy|senator)\b", words):
        return "FORMER GOVERNMENT OFFICIAL" if "former" in words else "GOVERNMENT OFFICIAL"
    if re.search(r"\b(?:bodyguards?|guards?|escorts?)\b", words):
        return "SECURITY GUARD"
    return _HUMAN.get(argument.code or "", "CIVILIAN")
