"""Every statement that lets settled rows of the outbox go, a few at a time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select

from bot.domain.dose import Say
from bot.domain.terms import OutboxId
from bot.storage.rows import OutboxRow

# A change is asked about for as long as its plan holds, and a silence is offered an end once.
_KEPT = (Say.CHANGED, Say.SILENCE)


@dataclass(frozen=True, slots=True)
class Old:
    """Rows that may go, and up to where was looked; None: to the end."""

    rows: tuple[OutboxId, ...]
    reached: OutboxId | None


def old(conn: Connection, before: datetime, after: OutboxId | None, limit: int) -> Old:
    """Of the `limit` rows that follow `after` (None: the first), those settled before then.

    The rows are walked by their key: what that costs does not grow with the table.
    """
    rows = conn.execute(
        select(OutboxRow.id, OutboxRow.kind, OutboxRow.settled_at)
        .where(*(() if after is None else (OutboxRow.id > after,)))
        .order_by(OutboxRow.id)
        .limit(limit)
    ).all()
    found = tuple(
        OutboxId(row.id)
        for row in rows
        if row.settled_at is not None and row.settled_at < before and row.kind not in _KEPT
    )
    return Old(found, OutboxId(rows[-1].id) if len(rows) == limit else None)


def forget(conn: Connection, rows: Collection[OutboxId]) -> None:
    """These rows go, unless something waits to be sent after all."""
    conn.execute(delete(OutboxRow).where(OutboxRow.id.in_(rows), OutboxRow.act_at.is_(None)))
