"""Every statement about spans in which a person is not asked."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, insert, or_, select, update

from bot.domain.pauses import Life, Pause, PauseKind
from bot.domain.terms import PauseId, PersonId
from bot.storage import boards, ladders
from bot.storage.rows import PauseRow, PersonRow

_COLUMNS = (
    PauseRow.id,
    PauseRow.kind,
    PauseRow.started_at,
    PauseRow.ends_at,
    PauseRow.ended_at,
)


def _pause(row: Row[*tuple[Any, ...]]) -> Pause:
    return Pause(PauseId(row.id), PauseKind(row.kind), row.started_at, row.ends_at, row.ended_at)


def add(conn: Connection, patient: PersonId, pause: Pause) -> None:
    """A span that begins, or one that is over and to be remembered."""
    conn.execute(
        insert(PauseRow).values(
            id=pause.id,
            patient_id=patient,
            kind=pause.kind,
            started_at=pause.started_at,
            ends_at=pause.ends_at,
            ended_at=pause.ended_at,
        )
    )
    boards.touch(conn, patient)
    ladders.touch(conn, patient)


def find(conn: Connection, which: PauseId) -> Pause | None:
    """The span with this id."""
    row = conn.execute(select(*_COLUMNS).where(PauseRow.id == which)).one_or_none()
    return None if row is None else _pause(row)


def move_end(conn: Connection, which: PauseId, ends_at: datetime) -> None:
    """It is to end then."""
    conn.execute(update(PauseRow).where(PauseRow.id == which).values(ends_at=ends_at))


def end(conn: Connection, patient: PersonId, at: datetime) -> None:
    """Whatever runs for this person ends now."""
    conn.execute(
        update(PauseRow).where(PauseRow.patient_id == patient, *_running(at)).values(ended_at=at)
    )
    boards.touch(conn, patient)
    ladders.touch(conn, patient)


def running(conn: Connection, patient: PersonId, at: datetime) -> Pause | None:
    """The span that runs for this person at `at`, the one begun last."""
    row = conn.execute(
        select(*_COLUMNS)
        .where(PauseRow.patient_id == patient, *_running(at))
        .order_by(PauseRow.started_at.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else _pause(row)


def lives(conn: Connection, patients: Collection[PersonId], at: datetime) -> dict[PersonId, Life]:
    """For each of these people the span that runs at `at`, and whether they want reminders only."""
    runs = and_(PauseRow.patient_id == PersonRow.id, *_running(at))
    rows = conn.execute(
        select(PersonRow.id.label("person"), PersonRow.reminders_only_at, *_COLUMNS)
        .outerjoin(PauseRow, runs)
        .where(PersonRow.id.in_(patients))
        .order_by(PauseRow.started_at)
    )
    return {
        PersonId(row.person): Life(
            None if row.id is None else _pause(row), row.reminders_only_at is not None
        )
        for row in rows
    }


def _running(at: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        PauseRow.started_at <= at,
        PauseRow.ended_at.is_(None),
        or_(PauseRow.ends_at.is_(None), PauseRow.ends_at > at),
    )


def not_over_before(conn: Connection, patient: PersonId, since: datetime) -> tuple[Pause, ...]:
    """The person's spans that were not over before this instant, the earliest first."""
    rows = conn.execute(
        select(*_COLUMNS)
        .where(
            PauseRow.patient_id == patient,
            or_(PauseRow.ended_at.is_(None), PauseRow.ended_at >= since),
            or_(
                PauseRow.ended_at.is_not(None),
                PauseRow.ends_at.is_(None),
                PauseRow.ends_at >= since,
            ),
        )
        .order_by(PauseRow.started_at)
    )
    return tuple(_pause(row) for row in rows)


def last_over_at(conn: Connection, patient: PersonId, at: datetime) -> datetime | None:
    """When the last of the person's spans was over, up to `at`."""
    over = func.coalesce(PauseRow.ended_at, PauseRow.ends_at)
    found: datetime | None = conn.scalar(
        select(func.max(over)).where(PauseRow.patient_id == patient, over <= at)
    )
    return found
