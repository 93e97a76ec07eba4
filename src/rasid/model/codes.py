"""The closed lists of the record: event types, statuses, roles, sides and relations (codebook ids)."""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """What kind of act an incident is; definitions are in the codebook."""

    armed_clash = "armed_clash"
    attack = "attack"
    bombing = "bombing"
    suicide_bombing = "suicide_bombing"
    air_strike = "air_strike"
    shelling = "shelling"
    assassination = "assassination"
    execution = "execution"
    kidnapping = "kidnapping"
    sexual_violence = "sexual_violence"
    arson_looting = "arson_looting"
    security_operation = "security_operation"
    arrest = "arrest"
    deployment = "deployment"
    seizure = "seizure"
    surrender = "surrender"
    prison_break = "prison_break"
    protest = "protest"
    riot = "riot"
    displacement = "displacement"
    agreement = "agreement"
    other = "other"


class Status(StrEnum):
    """How far the act went, and on whose word."""

    reported = "reported"
    claimed = "claimed"
    alleged = "alleged"
    denied = "denied"
    attempted = "attempted"
    foiled = "foiled"
    threatened = "threatened"
    planned = "planned"


class MentionRole(StrEnum):
    """Whether a report tells the incident as its news or recalls it."""

    main = "main"
    background = "background"


class Stance(StrEnum):
    """How the one who says a claim stands to it."""

    asserted = "asserted"
    alleged = "alleged"
    claimed_by_perpetrator = "claimed_by_perpetrator"
    denied = "denied"
    hedged = "hedged"


class Side(StrEnum):
    """Which side of the act the victims were on."""

    target = "target"
    perpetrator = "perpetrator"
    unknown = "unknown"


class VictimClass(StrEnum):
    """Whether the victims were civilians or members of an armed body."""

    civilian = "civilian"
    armed = "armed"
    unknown = "unknown"


class Harm(StrEnum):
    """What was done to people; each is counted apart."""

    killed = "killed"
    injured = "injured"
    abducted = "abducted"
    arrested = "arrested"
    displaced = "displaced"


class StatementKind(StrEnum):
    """What a speech act, kept apart from incidents, does."""

    threat = "threat"
    warning = "warning"
    condemnation = "condemnation"
    responsibility_claim = "responsibility_claim"
    denial = "denial"
    assessment = "assessment"


class AssessmentTopic(StrEnum):
    """What a judgement is about."""

    trend = "trend"
    capability = "capability"
    tactics = "tactics"
    territory = "territory"


class RelationKind(StrEnum):
    """How one incident stands to another, as a text states it."""

    answers = "answers"
    retaliates = "retaliates"
    concurrent = "concurrent"
    part_of = "part_of"
    claimed_by = "claimed_by"
