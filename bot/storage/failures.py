"""Every statement about updates that failed: their keys and why, never what they said."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from bot.storage.rows import FailureRow
from bot.storage.store import add_new


def note(conn: Connection, key: str, why: str, at: datetime) -> None:
    """The update with this key could not be handled, and was passed."""
    add_new(conn, FailureRow, key=key, why=why, at=at)


def count(conn: Connection, since: datetime) -> int:
    """How many were passed since then."""
    found = conn.scalar(select(func.count()).select_from(FailureRow).where(FailureRow.at >= since))
    return found or 0


def forget(conn: Connection, before: datetime) -> None:
    """Those older than this are no longer of use to anybody."""
    conn.execute(delete(FailureRow).where(FailureRow.at < before))
