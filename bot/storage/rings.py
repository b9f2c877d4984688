"""Every statement about what rang: messages of the bot's own accord that were not silent."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, select

from bot.domain.terms import OutboxId, PersonId
from bot.storage.rows import RingRow
from bot.storage.store import add_new

_COUNTS = (
    select(RingRow.topic, func.count().label("n"))
    .where(RingRow.person_id == bindparam("person"), RingRow.at >= bindparam("since"))
    .group_by(RingRow.topic)
)
_FORGET = delete(RingRow).where(
    RingRow.person_id == bindparam("person"), RingRow.at < bindparam("before")
)


def add(conn: Connection, letter: OutboxId, person: PersonId, topic: str, at: datetime) -> None:
    """This letter rang. Sent once more after a doubt, it counts once."""
    add_new(conn, RingRow, letter=letter, person_id=person, topic=topic, at=at)


def counts(conn: Connection, person: PersonId, since: datetime) -> dict[str, int]:
    """How often each topic has rung for this person since then."""
    rows = conn.execute(_COUNTS, {"person": person, "since": since})
    return {row.topic: row.n for row in rows}


def forget(conn: Connection, person: PersonId, before: datetime) -> None:
    """What rang on days that are over."""
    conn.execute(_FORGET, {"person": person, "before": before})
