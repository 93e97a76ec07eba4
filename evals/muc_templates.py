"""Mentions into the simplified MUC-4 templates (type and five roles) of the papers since 2021.

The mapping bends to the task here, at the edge, and nowhere else: MUC leaves out fighting between armed forces and
guerrillas, names victims only by proper name, and calls a killing of any kind "attack".
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import TypedDict

from evals.muc_perpetrators import Organisations, individual, is_state_body, organisation
from evals.muc_strings import Names, clean, thing_phrase
from evals.muc_worth import worth
from rasid.model import (
    ActorKind,
    ActorResolver,
    Coding,
    EventType,
    Mention,
    Reading,
    Report,
    Status,
    VictimClass,
)
from rasid.model.reading import Argument, ArgumentRole

TYPES = {
    EventType.attack: "attack",
    EventType.assassination: "attack",
    EventType.execution: "attack",
    EventType.shelling: "attack",
    EventType.bombing: "bombing",
    EventType.suicide_bombing: "bombing",
    EventType.air_strike: "bombing",
    EventType.kidnapping: "kidnapping",
    EventType.arson_looting: "arson",
}
_ARMED = frozenset({"military", "armed_group"})
_ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")


class Template(TypedDict):
    """One template in the GTT form: a role is a list of entities, an entity a list of mention strings."""

    incident_type: str
    PerpInd: list[list[str]]
    PerpOrg: list[list[str]]
    Target: list[list[str]]
    Victim: list[list[str]]
    Weapon: list[list[str]]


KEEP = 0.3
"""A mention less likely than this to be keyed is left out; best full-run F1 on the development split."""
KEEP_NOTED = 0.7
"""The same for a reader that weighs incidents itself; best on the documents of that split that no reader was trained on."""
_OPINION = 0.3
"""What the features' chance counts beside such a reader's own, as logits."""


def templates(
    report: Report,
    reading: Reading,
    coding: Coding,
    actors: ActorResolver,
    notable: Mapping[int, float] | None = None,
) -> list[tuple[Mention, Template]]:
    """Return one template for each mention that MUC-4 would key; `notable` is the reader's own chance of it, by incident."""
    found = candidates(report, reading, coding, actors)
    if notable:
        return merged([row for row in found if _weighed(row[0], reading, notable) >= KEEP_NOTED])
    return merged([row for row in found if worth(row[0], reading, arguments_of(reading, row[0])) >= KEEP])


def _weighed(mention: Mention, reading: Reading, notable: Mapping[int, float]) -> float:
    """Return the chance that the mention is keyed, by the reader and by the features of its telling."""
    own, other = _noted(mention, reading, notable), worth(mention, reading, arguments_of(reading, mention))
    return 1 / (1 + math.exp(-(1 - _OPINION) * _logit(own) - _OPINION * _logit(other)))


def _logit(chance: float) -> float:
    held = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(held / (1 - held))


def _noted(mention: Mention, reading: Reading, notable: Mapping[int, float]) -> float:
    """Return the highest chance of the incidents that a mention was made of."""
    spans = set(mention.triggers)
    return max((notable.get(t.incident, 0.0) for t in reading.triggers if t.span in spans), default=0.0)


def candidates(
    report: Report, reading: Reading, coding: Coding, actors: ActorResolver
) -> list[tuple[Mention, Template]]:
    """Return one template a mention whose act can be one of MUC-4's, no two alike."""
    organisations = Organisations.of(report, actors)
    kinds = {ref[2]: kind_of(actors, report, ref) for ref in organisations.found}
    names = Names.of(report.text)
    found: list[tuple[Mention, Template]] = []
    for mention in coding.mentions:
        if not counts(mention):
            continue
        template = _template(report, mention, arguments_of(reading, mention), organisations, names)
        if not template["PerpOrg"] and _open_to_groups(mention):
            named = organisation(
                mention, organisations, kinds, [one for entity in template["PerpInd"] for one in entity]
            )
            add_entity(template["PerpOrg"], [named] if named else [])
        if all(template != known for _, known in found):
            found.append((mention, template))
    return found


def kind_of(actors: ActorResolver, report: Report, found: tuple[int, int, str]) -> ActorKind:
    """Return the kind of an organisation found in the text."""
    return actors.resolve(report.text[found[0] : found[1]]).kind


def _open_to_groups(mention: Mention) -> bool:
    """Tell whether no state force is said to have acted, so that an armed organisation may have."""
    state = {ActorKind.state_force, ActorKind.external_force, ActorKind.peacekeepers}
    return not any(claim.value.kind in state for claim in mention.perpetrators)


def arguments_of(reading: Reading, mention: Mention) -> list[Argument]:
    """Return the arguments of the triggers that tell the mention, in text order."""
    spans = set(mention.triggers)
    return sorted(
        (argument for trigger in reading.triggers if trigger.span in spans for argument in trigger.arguments),
        key=lambda argument: argument.span,
    )


def counts(mention: Mention) -> bool:
    """Tell whether MUC-4 counts the act: a violent type, not fighting between armed sides, not denied or foiled.

    A bomb found and defused counts: MUC-4 keys it as an attempted bombing.
    """
    kind = _type(mention)
    if kind is None or mention.status.value in {Status.denied, Status.planned}:
        return False
    if mention.status.value is Status.foiled and kind != "bombing":
        return False
    hit = [claim.value for claim in mention.targets]
    harmed = [claim.value for claim in (*mention.killed, *mention.injured, *mention.abducted)]
    armed = [target.target_class in _ARMED for target in hit]
    armed_victims = [toll.victims is VictimClass.armed for toll in harmed if not toll.total]
    if hit and all(target.target_class == "armed_group" for target in hit):
        return False
    if (armed or armed_victims) and all(armed) and all(armed_victims):
        return False
    return bool(hit or harmed or mention.perpetrators or mention.weapons)


def _template(
    report: Report,
    mention: Mention,
    arguments: Sequence[Argument],
    organisations: Organisations,
    names: Names,
) -> Template:
    """Fill the five roles of one mention."""
    template = Template(incident_type=_type(mention) or "", PerpInd=[], PerpOrg=[], Target=[], Victim=[], Weapon=[])
    for argument in arguments:
        if argument.role is ArgumentRole.perpetrator:
            _add_perpetrator(report, template, argument, organisations, names)
        elif argument.role is ArgumentRole.weapon:
            if argument.code != "small_arms" or len(argument.span.quote(report.text)) > 6:
                add_entity(template["Weapon"], [clean(argument.span.quote(report.text))])
        elif argument.role in {ArgumentRole.killed, ArgumentRole.injured, ArgumentRole.abducted, ArgumentRole.target}:
            _add_victim(report, template, argument, names)
    return template


_AS_TOLD = {"arson_looting": "arson", "attack.raid": "attack", "attack.fire": "attack", "shelling.fire": "attack"}
"""MUC-4 keys these by their word: a raid that the codebook calls an operation, burning in which people die, strafing."""


def _type(mention: Mention) -> str | None:
    """Return MUC-4's incident type, or None where it has none."""
    if ".rob" in mention.event_type.rule or "holdup" in mention.event_type.rule:
        return "robbery"
    told = mention.event_type.rule.partition(".")[2]
    as_told = next((kind for word, kind in _AS_TOLD.items() if told.startswith(word)), None)
    return as_told or TYPES.get(mention.event_type.value)


def _add_victim(report: Report, template: Template, argument: Argument, names: Names) -> None:
    """Put a named person under Victim, a thing under Target; unnamed people are in neither."""
    text = report.text
    if argument.code is not None and _is_thing(argument.code):
        add_entity(template["Target"], [thing_phrase(report, argument.span)])
        return
    name = names.full_name(text[argument.span.start : argument.head.end])
    if name is None and argument.code is not None:
        apposed = _APPOSED.match(text, argument.span.end)
        name = names.full_name(apposed.group(1)) if apposed is not None else None
    if name is not None:
        add_entity(template["Victim"], [name])


_APPOSED = re.compile(r"\s*,\s*([^,.;]{4,60})[,.;]")


def _is_thing(code: str) -> bool:
    return code.endswith("_site") or code in {
        "residence", "market", "business", "transport", "infrastructure", "vehicle", "diplomatic", "energy",
        "displaced_camp", "prison",
    }  # fmt: skip


def _add_perpetrator(
    report: Report, template: Template, argument: Argument, organisations: Organisations, names: Names
) -> None:
    """Part "terrorists of the FMLN" into the individuals and the organisation's name."""
    named = organisations.inside(argument.span.start, argument.span.end)
    words = individual(report, argument, names)
    if named is not None:
        add_entity(template["PerpOrg"], [named])
    if words is None or argument.rule == "noun.modifier" or words == named:
        return
    if is_state_body(words):
        add_entity(template["PerpOrg"], [words])
    else:
        add_entity(template["PerpInd"], [words])


def add_entity(entities: list[list[str]], mentions: list[str]) -> None:
    """Add an entity unless one of its mentions is there already, alone or within more words; more words stand for fewer."""
    fresh = [mention for mention in mentions if mention]
    if fresh and not any(_within(one, other) for one in fresh for known in entities for other in known):
        entities[:] = [known for known in entities if not any(_within(one, new) for one in known for new in fresh)]
        entities.append(fresh)


def _within(few: str, more: str) -> bool:
    return f" {few} " in f" {more} "


def merged(found: list[tuple[Mention, Template]]) -> list[tuple[Mention, Template]]:
    """Drop templates that hold no more than another one of their type does."""
    kept: list[tuple[Mention, Template]] = []
    for mention, template in sorted(found, key=lambda row: -len(_held(row[1]))):
        if not any(_held(template) <= _held(known) for _, known in kept):
            kept.append((mention, template))
    return [row for row in found if row in kept]


def _held(template: Template) -> set[tuple[str, str]]:
    """Return the type and the fillers of a template, by role."""
    fillers = {(role, entity[0]) for role in _ROLES for entity in template[role]}  # type: ignore[literal-required]
    return {("type", template["incident_type"]), *fillers}
