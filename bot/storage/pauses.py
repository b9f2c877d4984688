"""Every statement about spans in which a person is not asked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)

from bot.domain.pauses import Life, Pause, PauseKind
from bot.domain.terms import PauseId, PersonId
from bot.storage import boards, ladders
from bot.storage.columns import Instant
from bot.storage.rows import PauseRow, PersonRow

_COLUMNS = (
    PauseRow.id,
    PauseRow.kind,
    PauseRow.started_at,
    PauseRow.ends_at,
    PauseRow.ended_at,
)
_MINE = PauseRow.patient_id == bindparam("patient")
_RUNS = and_(
    PauseRow.started_at <= bindparam("at"),
    PauseRow.ended_at.is_(None),
    or_(PauseRow.ends_at.is_(None), PauseRow.ends_at > bindparam("at")),
)
_ADD = insert(PauseRow)
_FIND = select(*_COLUMNS).where(PauseRow.id == bindparam("pause"))
_END = update(PauseRow).where(_MINE, _RUNS).values(ended_at=bindparam("at"))
_RUNNING = select(*_COLUMNS).where(_MINE, _RUNS).order_by(PauseRow.started_at.desc()).limit(1)
_LIVES = (
    select(PersonRow.id.label("person"), PersonRow.reminders_only_at, *_COLUMNS)
    .outerjoin(PauseRow, (PauseRow.patient_id == PersonRow.id) & _RUNS)
    .where(PersonRow.id.in_(bindparam("patients", expanding=True)))
    .order_by(PauseRow.started_at)
)
_NOT_OVER_BEFORE = (
    select(*_COLUMNS)
    .where(
        _MINE,
        or_(PauseRow.ended_at.is_(None), PauseRow.ended_at >= bindparam("since")),
        or_(
            PauseRow.ended_at.is_not(None),
            PauseRow.ends_at.is_(None),
            PauseRow.ends_at >= bindparam("since"),
        ),
    )
    .order_by(PauseRow.started_at)
)
_OVER = func.coalesce(PauseRow.ended_at, PauseRow.ends_at)
_LAST_OVER = select(func.max(_OVER)).where(_MINE, bindparam("at", type_=Instant) >= _OVER)


def _pause(row: Row[*tuple[Any, ...]]) -> Pause:
    return Pause(PauseId(row.id), PauseKind(row.kind), row.started_at, row.ends_at, row.ended_at)


def add(conn: Connection, patient: PersonId, pause: Pause) -> None:
    """A span that begins, or one that is over and to be remembered."""
    conn.execute(_ADD, {"patient_id": patient, **asdict(pause)})
    boards.touch(conn, patient)
    ladders.touch(conn, patient)


def find(conn: Connection, which: PauseId) -> Pause | None:
    """The span with this id."""
    row = conn.execute(_FIND, {"pause": which}).one_or_none()
    return None if row is None else _pause(row)


def move_end(conn: Connection, which: PauseId, ends_at: datetime) -> None:
    """It is to end then."""
    conn.execute(update(PauseRow).where(PauseRow.id == which).values(ends_at=ends_at))


def end(conn: Connection, patient: PersonId, at: datetime) -> None:
    """Whatever runs for this person ends now."""
    conn.execute(_END, {"patient": patient, "at": at})
    boards.touch(conn, patient)
    ladders.touch(conn, patient)


def running(conn: Connection, patient: PersonId, at: datetime) -> Pause | None:
    """The span that runs for this person at `at`, the one begun last."""
    row = conn.execute(_RUNNING, {"patient": patient, "at": at}).one_or_none()
    return None if row is None else _pause(row)


def lives(conn: Connection, patients: Collection[PersonId], at: datetime) -> dict[PersonId, Life]:
    """For each of these people the span that runs at `at`, and whether they want reminders only."""
    rows = conn.execute(_LIVES, {"patients": list(patients), "at": at})
    return {
        PersonId(row.person): Life(
            None if row.id is None else _pause(row), row.reminders_only_at is not None
        )
        for row in rows
    }


def not_over_before(conn: Connection, patient: PersonId, since: datetime) -> tuple[Pause, ...]:
    """The person's spans that were not over before this instant, the earliest first."""
    rows = conn.execute(_NOT_OVER_BEFORE, {"patient": patient, "since": since})
    return tuple(_pause(row) for row in rows)


def last_over_at(conn: Connection, patient: PersonId, at: datetime) -> datetime | None:
    """When the last of the person's spans was over, up to `at`."""
    found: datetime | None = conn.scalar(_LAST_OVER, {"patient": patient, "at": at})
    return found
