"""What each output of the encoder's heads stands for; the order is part of the weights."""

from __future__ import annotations

from rasid.model import ArgumentRole, EventType, MentionRole, Part, Stance, StatementKind, Status

TYPES = tuple(EventType)
TRIGGER_LABELS = len(TYPES) + 2
OUTSIDE, INSIDE = 0, 1
"""Trigger labels: outside, inside (any type), then "begins" for each type in the order of `TYPES`."""
BEGINS = 2

STATUSES = tuple(Status)
STANCES = tuple(Stance)
MENTION_ROLES = tuple(MentionRole)

SOURCE = "source"
"""Who says so; a role of its own beside those of the reading's arguments."""
ROLES = (*(role.value for role in ArgumentRole), SOURCE)
PARTS = (*(part.value for part in Part), "own")
"""How a casualty phrase stands to the others; "own" marks the acting side's own."""
STATEMENT_KINDS = tuple(StatementKind)
