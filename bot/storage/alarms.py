"""Every statement about when doses are looked at: of each person all that are due, or none."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import groupby

from sqlalchemy import Connection, bindparam, func, select, update

from bot.domain.terms import DoseId, DoseState, PersonId
from bot.storage.rows import DoseRow

_LATEST = timedelta(days=1)  # a dose is looked at for the first time within a day of its time
_MOST = 5  # times the limit
_HAS_COME = (DoseRow.act_at.is_not(None), DoseRow.act_at <= bindparam("at"))
_FIRST = (
    select(DoseRow.id, DoseRow.patient_id, DoseRow.due_at)
    .where(*_HAS_COME)
    .order_by(DoseRow.act_at)
    .limit(bindparam("limit"))
    .with_for_update(of=DoseRow, skip_locked=True)
)
_OF_THE_SAME = (
    select(DoseRow.id, DoseRow.patient_id)
    .where(
        DoseRow.patient_id.in_(bindparam("patients", expanding=True)),
        DoseRow.due_at >= bindparam("since"),
        *_HAS_COME,
    )
    .order_by(DoseRow.patient_id, DoseRow.due_at)
    .limit(bindparam("limit"))
    .with_for_update(of=DoseRow, skip_locked=True)
)
_IS_DUE = select(DoseRow.id).where(*_HAS_COME).limit(1)
_NEXT = select(func.min(DoseRow.act_at)).where(DoseRow.act_at.is_not(None))
_PUSH_ON = update(DoseRow).where(DoseRow.id == bindparam("dose")).values(act_at=bindparam("until"))
_WAKE_OPEN = (
    update(DoseRow)
    .where(
        DoseRow.act_at > bindparam("at"),
        DoseRow.state == DoseState.OPEN,
        DoseRow.snoozed_until.is_(None),
    )
    .values(act_at=bindparam("at"))
)
_WAKE = (
    update(DoseRow)
    .where(
        DoseRow.patient_id == bindparam("patient"),
        DoseRow.state == DoseState.PLANNED,
        DoseRow.due_at <= bindparam("at"),
    )
    .values(act_at=bindparam("at"))
)


def due(conn: Connection, at: datetime, limit: int) -> tuple[DoseId, ...]:
    """Doses to look at by `at`, about `limit` of them, those of the people who wait longest.

    Nobody's are cut apart, for what is said of them is one message: where more are due, there are
    up to 5 times `limit`, or a single person's. Only keys: a spoilt row spoils no other.
    """
    first = conn.execute(_FIRST, {"at": at, "limit": limit}).all()
    if len(first) < limit:
        return tuple(DoseId(row.id) for row in first)
    theirs = {
        "patients": list({row.patient_id for row in first}),
        "since": min(row.due_at for row in first) - _LATEST,
    }
    rows = conn.execute(_OF_THE_SAME, {**theirs, "at": at, "limit": _MOST * limit}).all()
    people = [tuple(mine) for _, mine in groupby(rows, lambda row: row.patient_id)]
    whole = people[:-1] if len(rows) == _MOST * limit and len(people) > 1 else people
    return tuple(DoseId(row.id) for mine in whole for row in mine)


def is_due(conn: Connection, at: datetime) -> bool:
    """Whether any dose is to be looked at by `at`."""
    return conn.execute(_IS_DUE, {"at": at}).first() is not None


def next_act_at(conn: Connection) -> datetime | None:
    """The next instant at which any dose has something due."""
    found: datetime | None = conn.scalar(_NEXT)
    return found


def push_on(conn: Connection, dose: DoseId, until: datetime) -> None:
    """Look at this row again later: it could not be handled now."""
    conn.execute(_PUSH_ON, {"dose": dose, "until": until})


def wake_open(conn: Connection, at: datetime) -> None:
    """Everybody's open doses that no snooze holds back are looked at now."""
    conn.execute(_WAKE_OPEN, {"at": at})


def wake(conn: Connection, patient: PersonId, at: datetime) -> None:
    """The patient's planned doses whose time has come are looked at now."""
    conn.execute(_WAKE, {"patient": patient, "at": at})
