"""What an analyst decided; append-only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class DecisionKind(Enum):
    """The acts an analyst can do to the record; each can be undone by a later one."""

    confirm = "confirm"
    edit = "edit"
    merge = "merge"
    split = "split"
    reject = "reject"
    restore = "restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One act of one person on mentions or an incident, with the reason; never changed afterwards."""

    decision_id: str
    kind: DecisionKind
    subjects: tuple[str, ...]
    by: str
    at: datetime
    reason: str
    field: str | None = None
    value: str | None = None
