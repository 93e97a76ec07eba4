"""The log of what analysts decided: appended to, never changed."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from rasid.errors import ModelError, StoreWriteError
from rasid.model import Decision
from rasid.store.payload import dump, load
from rasid.store.rows import decision_row
from rasid.store.schema import decisions


def append(connection: Connection, decision: Decision) -> None:
    """Append `decision`; the same one again changes nothing.

    Raises StoreWriteError when its id already stands for another decision, ModelError when its time has no zone.
    """
    if decision.at.tzinfo is None:
        msg = f"decision {decision.decision_id!r} is of {decision.at.isoformat()}, a time without a zone; give one"
        raise ModelError(msg)
    held = connection.scalar(select(decisions.c.payload).where(decisions.c.decision_id == decision.decision_id))
    if held is None:
        connection.execute(insert(decisions).values(decision_row(decision)))
    elif held != dump(decision):
        msg = f"decision {decision.decision_id!r} is in the log with other content; give the new one an id of its own"
        raise StoreWriteError(msg)


def read_all(connection: Connection) -> tuple[Decision, ...]:
    """Return the decisions in the order in which they were appended."""
    payloads = connection.scalars(select(decisions.c.payload).order_by(decisions.c.number))
    return tuple(load(Decision, payload) for payload in payloads)
