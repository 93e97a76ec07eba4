"""rasid reads news reports of armed violence into a record that can be defended.

The names below are the stable Python interface (see `rasid.api`); they are loaded on first use, so that `import rasid`
costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rasid.api import Record, code, open, read, settle_mention  # noqa: A004 - rasid.open reads as what it does
    from rasid.errors import RasidError
    from rasid.model import (
        ActorKind,
        ActorRef,
        ActorResolver,
        Argument,
        ArgumentRole,
        AssessmentTopic,
        Attribution,
        Claim,
        Coding,
        Conflict,
        Count,
        DateBasis,
        DatePrecision,
        Decision,
        DecisionKind,
        EventType,
        Harm,
        Incident,
        IncidentRelation,
        Judgement,
        Ledger,
        LedgerEntry,
        Mention,
        MentionRole,
        Part,
        PlacePrecision,
        PlaceResolver,
        PlaceRunnerUp,
        Reading,
        ReadRelation,
        ReadStatement,
        Reason,
        Relation,
        RelationKind,
        Report,
        ReportFields,
        Resolvers,
        Settled,
        Side,
        Span,
        Speaker,
        Stance,
        Statement,
        StatementKind,
        Status,
        Target,
        TimeResolver,
        Toll,
        Trigger,
        Verdict,
        VictimClass,
        When,
        Where,
        make_report,
        normalise_text,
        report_id_of,
    )

__all__ = [
    "ActorKind",
    "ActorRef",
    "ActorResolver",
    "Argument",
    "ArgumentRole",
    "AssessmentTopic",
    "Attribution",
    "Claim",
    "Coding",
    "Conflict",
    "Count",
    "DateBasis",
    "DatePrecision",
    "Decision",
    "DecisionKind",
    "EventType",
    "Harm",
    "Incident",
    "IncidentRelation",
    "Judgement",
    "Ledger",
    "LedgerEntry",
    "Mention",
    "MentionRole",
    "Part",
    "PlacePrecision",
    "PlaceResolver",
    "PlaceRunnerUp",
    "RasidError",
    "ReadRelation",
    "ReadStatement",
    "Reading",
    "Reason",
    "Record",
    "Relation",
    "RelationKind",
    "Report",
    "ReportFields",
    "Resolvers",
    "Settled",
    "Side",
    "Span",
    "Speaker",
    "Stance",
    "Statement",
    "StatementKind",
    "Status",
    "Target",
    "TimeResolver",
    "Toll",
    "Trigger",
    "Verdict",
    "VictimClass",
    "When",
    "Where",
    "code",
    "make_report",
    "normalise_text",
    "open",
    "read",
    "report_id_of",
    "settle_mention",
]

_HOMES = {"RasidError": "rasid.errors"} | dict.fromkeys(
    ("Record", "code", "open", "read", "settle_mention"), "rasid.api"
)


def __getattr__(name: str) -> object:
    if name not in __all__:
        msg = f"module 'rasid' has no attribute {name!r}"
        raise AttributeError(msg)
    from importlib import import_module  # noqa: PLC0415 - only when a name is first used

    value: object = getattr(import_module(_HOMES.get(name, "rasid.model")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(globals().keys() | set(__all__))
