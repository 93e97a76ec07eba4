"""The nouns of rasid: frozen values, standard library only."""

from rasid.model.actor import ActorKind, ActorRef
from rasid.model.claim import Claim, Speaker, Target, Toll
from rasid.model.codes import (
    AssessmentTopic,
    EventType,
    Harm,
    MentionRole,
    RelationKind,
    Side,
    Stance,
    StatementKind,
    Status,
    VictimClass,
)
from rasid.model.count import Count
from rasid.model.decision import Decision, DecisionKind
from rasid.model.incident import Conflict, Incident, IncidentRelation, Judgement, Reason, Settled, Verdict
from rasid.model.ledger import Ledger, LedgerEntry
from rasid.model.mention import Coding, Mention, Relation, Statement
from rasid.model.reading import (
    Argument,
    ArgumentRole,
    Attribution,
    Part,
    Reading,
    ReadRelation,
    ReadStatement,
    Scored,
    Trigger,
)
from rasid.model.report import Report, ReportFields, make_report, normalise_text, report_id_of
from rasid.model.resolving import ActorResolver, PlaceResolver, Resolvers, TimeResolver
from rasid.model.span import Span
from rasid.model.when import DateBasis, DatePrecision, When
from rasid.model.where import PlacePrecision, PlaceRunnerUp, Where

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
    "ReadRelation",
    "ReadStatement",
    "Reading",
    "Reason",
    "Relation",
    "RelationKind",
    "Report",
    "ReportFields",
    "Resolvers",
    "Scored",
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
    "make_report",
    "normalise_text",
    "report_id_of",
]
