"""Every statement about doses. A change is compare-and-set on the row's version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, func, select, update

from bot.domain.dose import Dose
from bot.domain.terms import DoseId, DoseState, MedicationId, PersonId
from bot.storage import boards, ladders
from bot.storage.faults import Momentary
from bot.storage.rows import DoseRow, PersonRow
from bot.storage.store import add_new

_FIELDS = tuple(field.name for field in fields(Dose))
_COLUMNS = tuple(getattr(DoseRow, name) for name in _FIELDS)
_FIND = select(*_COLUMNS).where(DoseRow.id == bindparam("dose"))  # built once: every card asks
_WAITING = (DoseState.PLANNED, DoseState.OPEN)
# What only the engine goes by; whatever else changes may be seen on the board.
_UNSEEN = {"act_at", "asked_at", "delivered_at", "nudges", "snoozed_until", "snoozes"}


class Raced(Momentary):
    """Somebody else changed the dose since it was read; the transaction is tried again."""

    def __init__(self) -> None:
        super().__init__("Two changes to one dose met", "Try again")


def _dose(row: Row[*tuple[Any, ...]]) -> Dose:
    values = {name: getattr(row, name) for name in _FIELDS}
    return Dose(**{**values, "state": DoseState(row.state)})


def _all(
    conn: Connection, *where: ColumnElement[bool], limit: int | None = None
) -> tuple[Dose, ...]:
    statement = select(*_COLUMNS).where(*where).order_by(DoseRow.due_at).limit(limit)
    return tuple(_dose(row) for row in conn.execute(statement))


def plan(conn: Connection, doses: Iterable[Dose]) -> int:
    """Write doses not yet planned; those already there stay as they are. How many were new."""
    new = [dose for dose in doses if add_new(conn, DoseRow, **_values(dose))]
    for patient in {dose.patient_id for dose in new}:
        boards.touch(conn, patient)
        ladders.touch(conn, patient)
    return len(new)


def _values(dose: Dose) -> dict[str, Any]:
    return {name: getattr(dose, name) for name in _FIELDS}


def find(conn: Connection, dose: DoseId) -> Dose | None:
    """The dose with this id."""
    row = conn.execute(_FIND, {"dose": dose}).one_or_none()
    return None if row is None else _dose(row)


def save(conn: Connection, before: Dose, after: Dose) -> Dose:
    """Write what changed. Raced where somebody else changed the dose since it was read."""
    changed = {
        name: getattr(after, name)
        for name in _FIELDS
        if name != "version" and getattr(after, name) != getattr(before, name)
    }
    if not changed:
        return before
    version = before.version + 1
    written = conn.execute(
        update(DoseRow)
        .where(DoseRow.id == before.id, DoseRow.version == before.version)
        .values(**changed, version=version)
    )
    if written.rowcount != 1:
        raise Raced
    if changed.keys() - _UNSEEN:
        boards.touch(conn, after.patient_id)
        if after.state is not DoseState.OPEN or before.state is not DoseState.PLANNED:
            ladders.touch(conn, after.patient_id)  # that it opens tells nothing
    return replace(after, version=version)


def is_due(conn: Connection, at: datetime) -> bool:
    """Whether any dose is to be looked at by `at`."""
    due = select(DoseRow.id).where(DoseRow.act_at.is_not(None), DoseRow.act_at <= at)
    return conn.execute(due.limit(1)).first() is not None


def with_reach(conn: Connection, which: Sequence[DoseId]) -> tuple[tuple[Dose, bool], ...]:
    """These doses, the earliest first, each with whether its person can be reached."""
    rows = conn.execute(
        select(*_COLUMNS, PersonRow.blocked_at)
        .join(PersonRow, PersonRow.id == DoseRow.patient_id)
        .where(DoseRow.id.in_(which))
        .order_by(DoseRow.act_at)
    )
    return tuple((_dose(row), row.blocked_at is None) for row in rows)


def push_on(conn: Connection, dose: DoseId, until: datetime) -> None:
    """Look at this row again later: it could not be handled now."""
    conn.execute(update(DoseRow).where(DoseRow.id == dose).values(act_at=until))


def next_act_at(conn: Connection) -> datetime | None:
    """The next instant at which any dose has something due."""
    found: datetime | None = conn.scalar(
        select(func.min(DoseRow.act_at)).where(DoseRow.act_at.is_not(None))
    )
    return found


def between(
    conn: Connection, patient: PersonId, since: datetime, until: datetime
) -> tuple[Dose, ...]:
    """The patient's doses due in [since, until), cancelled ones left out."""
    return _all(
        conn,
        DoseRow.patient_id == patient,
        DoseRow.due_at >= since,
        DoseRow.due_at < until,
        DoseRow.state != DoseState.CANCELLED,
    )


def waiting(conn: Connection, patient: PersonId, medication: MedicationId) -> tuple[Dose, ...]:
    """The planned and open doses of a patient's medication."""
    mine = (DoseRow.patient_id == patient, DoseRow.medication_id == medication)
    return _all(conn, *mine, DoseRow.state.in_(_WAITING))


def opened(conn: Connection, patient: PersonId) -> tuple[Dose, ...]:
    """The patient's open doses."""
    return _all(conn, DoseRow.patient_id == patient, DoseRow.state == DoseState.OPEN)


def next_due(conn: Connection, patient: PersonId, after: datetime) -> Dose | None:
    """The patient's first planned or open dose due after this instant."""
    found = _all(
        conn,
        DoseRow.patient_id == patient,
        DoseRow.due_at > after,
        DoseRow.state.in_(_WAITING),
        limit=1,
    )
    return found[0] if found else None


def coming(conn: Connection, patient: PersonId, at: datetime) -> Dose | None:
    """The patient's first dose that can still be taken: open now, else the next to come."""
    mine = DoseRow.patient_id == patient
    found = _all(conn, mine, DoseRow.closes_at > at, DoseRow.state.in_(_WAITING), limit=1)
    return found[0] if found else None


def unknown_unanswered(conn: Connection, patient: PersonId, since: datetime) -> tuple[Dose, ...]:
    """Doses due since then that nobody knows about: asked about or not, nobody answered."""
    found: Sequence[Dose] = _all(
        conn,
        DoseRow.patient_id == patient,
        DoseRow.state == DoseState.UNKNOWN,
        DoseRow.answered_at.is_(None),
        DoseRow.due_at >= since,
    )
    return tuple(reversed(found))


def taken_between(
    conn: Connection, patient: PersonId, since: datetime, until: datetime
) -> tuple[Dose, ...]:
    """The patient's doses taken in [since, until]."""
    return _all(
        conn,
        DoseRow.patient_id == patient,
        DoseRow.state == DoseState.TAKEN,
        DoseRow.taken_at >= since,
        DoseRow.taken_at <= until,
    )


def last_before(
    conn: Connection, patient: PersonId, medication: MedicationId, at: datetime
) -> Dose | None:
    """The last dose of a patient's medication that was due by `at`, cancelled ones left out."""
    row = conn.execute(
        select(*_COLUMNS)
        .where(
            DoseRow.patient_id == patient,
            DoseRow.medication_id == medication,
            DoseRow.due_at <= at,
            DoseRow.state != DoseState.CANCELLED,
        )
        .order_by(DoseRow.due_at.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else _dose(row)


def later_opened(conn: Connection, dose: Dose) -> bool:
    """A later dose of the same medication has opened or been answered."""
    found = conn.execute(
        select(DoseRow.id)
        .where(
            DoseRow.patient_id == dose.patient_id,
            DoseRow.medication_id == dose.medication_id,
            DoseRow.due_at > dose.due_at,
            DoseRow.state.not_in((DoseState.PLANNED, DoseState.CANCELLED)),
        )
        .limit(1)
    ).first()
    return found is not None


def due_of(conn: Connection, patient: PersonId, at: datetime) -> tuple[DoseId, ...]:
    """The patient's planned doses whose time has come, the earliest first."""
    planned = (DoseRow.patient_id == patient, DoseRow.state == DoseState.PLANNED)
    return tuple(dose.id for dose in _all(conn, *planned, DoseRow.due_at <= at))


def wake_open(conn: Connection, at: datetime) -> None:
    """Everybody's open doses that no snooze holds back are looked at now."""
    conn.execute(
        update(DoseRow)
        .where(
            DoseRow.act_at > at,
            DoseRow.state == DoseState.OPEN,
            DoseRow.snoozed_until.is_(None),
        )
        .values(act_at=at)
    )


def wake(conn: Connection, patient: PersonId, at: datetime) -> None:
    """The patient's planned doses whose time has come are looked at now."""
    conn.execute(
        update(DoseRow)
        .where(
            DoseRow.patient_id == patient,
            DoseRow.state == DoseState.PLANNED,
            DoseRow.due_at <= at,
        )
        .values(act_at=at)
    )
