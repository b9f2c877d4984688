"""Every statement about how people said that they move."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from bot.domain.terms import Movement, PersonId
from bot.storage.rows import MovementRow


def keep(conn: Connection, patient: PersonId, day: int, movement: Movement, at: datetime) -> None:
    """The person's answer about this day; a later one takes its place."""
    conn.execute(
        delete(MovementRow).where(MovementRow.patient_id == patient, MovementRow.day == day)
    )
    conn.execute(insert(MovementRow).values(patient_id=patient, day=day, movement=movement, at=at))


def told(conn: Connection, patient: PersonId) -> dict[int, Movement]:
    """What the person answered, by the day it was asked about."""
    rows = conn.execute(
        select(MovementRow.day, MovementRow.movement)
        .where(MovementRow.patient_id == patient)
        .order_by(MovementRow.day)
    )
    return {row.day: Movement(row.movement) for row in rows}
