"""The project's own annotated reports as gold."""

from __future__ import annotations

from corpus.document import HARMS, Annotation, Argument, Document, Role, Statement, Trigger
from training.gold import Gold, GoldArgument, GoldStatement, GoldTrigger

_WHOLE = frozenset({"triggers", "arguments", "statements"})


def gold_of(document: Document) -> Gold:
    """Return one annotated report with every layer known."""
    return gold(document.head.id, "own", document.text, document.annotation)


def gold(name: str, source: str, text: str, annotation: Annotation, *, keyed: dict[int, bool] | None = None) -> Gold:
    """Return an annotation of `text` as gold; labels that its first trigger gives hold for the whole incident.

    `keyed` tells of incidents whether a key of notable incidents holds them.
    """
    marks = annotation.marks
    roles = {record.number: record.role.value for record in annotation.incidents}
    first: dict[int, Trigger] = {}
    for trigger in (mark for mark in marks if isinstance(mark, Trigger)):
        first.setdefault(trigger.incident, trigger)
    arguments = [mark for mark in marks if isinstance(mark, Argument)]
    return Gold(
        doc=name,
        source=source,
        text=text,
        triggers=tuple(_trigger(mark, first[mark.incident], roles) for mark in marks if isinstance(mark, Trigger)),
        arguments=tuple(one for mark in arguments for one in _arguments(mark)),
        statements=tuple(_statement(mark, arguments) for mark in marks if isinstance(mark, Statement)),
        keyed=keyed or {},
        known=_WHOLE,
    )


def _trigger(mark: Trigger, first: Trigger, roles: dict[int, str]) -> GoldTrigger:
    kind = mark.event_type or first.event_type
    status = mark.status or first.status
    return GoldTrigger(
        start=mark.start,
        end=mark.end,
        incident=mark.incident,
        event_type=kind.value if kind is not None else "other",
        status=status.value if status is not None else "reported",
        stance=mark.stance.value,
        role=roles.get(mark.incident),
    )


def _arguments(mark: Argument) -> list[GoldArgument]:
    if not mark.incidents:
        return []
    return [
        GoldArgument(
            role="perpetrator" if role is Role.perp else role.value,
            start=mark.start,
            end=mark.end,
            incidents=frozenset(mark.incidents),
            part=mark.part.value if role in HARMS else None,
        )
        for role in mark.roles
    ]


def _statement(mark: Statement, arguments: list[Argument]) -> GoldStatement:
    speakers = tuple((one.start, one.end) for one in arguments if mark.number in one.statements)
    return GoldStatement(start=mark.start, end=mark.end, kind=mark.kind.value, speakers=speakers)
