"""Every statement about doses. A change is compare-and-set on the row's version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select, update

from bot.domain.dose import Dose
from bot.domain.terms import DoseId, DoseState, MedicationId, PersonId
from bot.storage import boards, ladders
from bot.storage.faults import Momentary
from bot.storage.rows import DoseRow, PersonRow
from bot.storage.store import add_new

_FIELDS = tuple(field.name for field in fields(Dose))
_COLUMNS = tuple(getattr(DoseRow, name) for name in _FIELDS)
_DOSES = select(*_COLUMNS)
_FIND = _DOSES.where(DoseRow.id == bindparam("dose"))
_HELD = update(DoseRow).where(
    DoseRow.id == bindparam("dose"), DoseRow.version == bindparam("before")
)
_WITH_REACH = (
    _DOSES.add_columns(PersonRow.blocked_at)
    .join(PersonRow, PersonRow.id == DoseRow.patient_id)
    .where(DoseRow.id.in_(bindparam("doses", expanding=True)))
    .order_by(DoseRow.act_at)
)
_OF_PATIENT = DoseRow.patient_id == bindparam("patient")
_OF_MEDICATION = DoseRow.medication_id == bindparam("medication")
_IS_WAITING = DoseRow.state.in_((DoseState.PLANNED, DoseState.OPEN))
_STANDS = DoseRow.state != DoseState.CANCELLED
_MINE = _DOSES.where(_OF_PATIENT).order_by(DoseRow.due_at)
_BETWEEN = _MINE.where(
    DoseRow.due_at >= bindparam("since"), DoseRow.due_at < bindparam("until"), _STANDS
)
_WAITING = _MINE.where(_OF_MEDICATION, _IS_WAITING)
_OPENED = _MINE.where(DoseRow.state == DoseState.OPEN)
_NEXT_DUE = _MINE.where(DoseRow.due_at > bindparam("after"), _IS_WAITING).limit(1)
_COMING = _MINE.where(DoseRow.closes_at > bindparam("at"), _IS_WAITING).limit(1)
_UNKNOWN = _MINE.where(
    DoseRow.state == DoseState.UNKNOWN,
    DoseRow.answered_at.is_(None),
    DoseRow.due_at >= bindparam("since"),
)
_TAKEN_BETWEEN = _MINE.where(
    DoseRow.state == DoseState.TAKEN,
    DoseRow.taken_at >= bindparam("since"),
    DoseRow.taken_at <= bindparam("until"),
)
_DUE_OF = _MINE.where(DoseRow.state == DoseState.PLANNED, DoseRow.due_at <= bindparam("at"))
_LAST_BEFORE = (
    _DOSES.where(_OF_PATIENT, _OF_MEDICATION, DoseRow.due_at <= bindparam("at"), _STANDS)
    .order_by(DoseRow.due_at.desc())
    .limit(1)
)
_LATER_OPENED = (
    select(DoseRow.id)
    .where(
        _OF_PATIENT,
        _OF_MEDICATION,
        DoseRow.due_at > bindparam("after"),
        DoseRow.state.not_in((DoseState.PLANNED, DoseState.CANCELLED)),
    )
    .limit(1)
)
# What only the engine goes by; whatever else changes may be seen on the board.
_UNSEEN = {"act_at", "asked_at", "delivered_at", "nudges", "snoozed_until", "snoozes"}


class Raced(Momentary):
    """Somebody else changed the dose since it was read; the transaction is tried again."""

    def __init__(self) -> None:
        super().__init__("Two changes to one dose met", "Try again")


def _dose(row: Row[*tuple[Any, ...]]) -> Dose:
    values = {name: getattr(row, name) for name in _FIELDS}
    return Dose(**{**values, "state": DoseState(row.state)})


def _all(conn: Connection, query: Select[*tuple[Any, ...]], **values: object) -> tuple[Dose, ...]:
    return tuple(_dose(row) for row in conn.execute(query, values))


def _first(conn: Connection, query: Select[*tuple[Any, ...]], **values: object) -> Dose | None:
    row = conn.execute(query, values).first()
    return None if row is None else _dose(row)


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
    return _first(conn, _FIND, dose=dose)


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
    values = {**changed, "version": version}
    written = conn.execute(_HELD, {"dose": before.id, "before": before.version, **values})
    if written.rowcount != 1:
        raise Raced
    if changed.keys() - _UNSEEN:
        boards.touch(conn, after.patient_id)
        if after.state is not DoseState.OPEN or before.state is not DoseState.PLANNED:
            ladders.touch(conn, after.patient_id)  # that it opens tells nothing
    return replace(after, version=version)


def with_reach(conn: Connection, which: Sequence[DoseId]) -> tuple[tuple[Dose, bool], ...]:
    """These doses, the earliest first, each with whether its person can be reached."""
    rows = conn.execute(_WITH_REACH, {"doses": list(which)})
    return tuple((_dose(row), row.blocked_at is None) for row in rows)


def between(
    conn: Connection, patient: PersonId, since: datetime, until: datetime
) -> tuple[Dose, ...]:
    """The patient's doses due in [since, until), cancelled ones left out."""
    return _all(conn, _BETWEEN, patient=patient, since=since, until=until)


def waiting(conn: Connection, patient: PersonId, medication: MedicationId) -> tuple[Dose, ...]:
    """The planned and open doses of a patient's medication."""
    return _all(conn, _WAITING, patient=patient, medication=medication)


def opened(conn: Connection, patient: PersonId) -> tuple[Dose, ...]:
    """The patient's open doses."""
    return _all(conn, _OPENED, patient=patient)


def next_due(conn: Connection, patient: PersonId, after: datetime) -> Dose | None:
    """The patient's first planned or open dose due after this instant."""
    return _first(conn, _NEXT_DUE, patient=patient, after=after)


def coming(conn: Connection, patient: PersonId, at: datetime) -> Dose | None:
    """The patient's first dose that can still be taken: open now, else the next to come."""
    return _first(conn, _COMING, patient=patient, at=at)


def unknown_unanswered(conn: Connection, patient: PersonId, since: datetime) -> tuple[Dose, ...]:
    """Doses due since then that nobody knows about: asked about or not, nobody answered."""
    return tuple(reversed(_all(conn, _UNKNOWN, patient=patient, since=since)))


def taken_between(
    conn: Connection, patient: PersonId, since: datetime, until: datetime
) -> tuple[Dose, ...]:
    """The patient's doses taken in [since, until]."""
    return _all(conn, _TAKEN_BETWEEN, patient=patient, since=since, until=until)


def last_before(
    conn: Connection, patient: PersonId, medication: MedicationId, at: datetime
) -> Dose | None:
    """The last dose of a patient's medication that was due by `at`, cancelled ones left out."""
    return _first(conn, _LAST_BEFORE, patient=patient, medication=medication, at=at)


def later_opened(conn: Connection, dose: Dose) -> bool:
    """A later dose of the same medication has opened or been answered."""
    of = {"patient": dose.patient_id, "medication": dose.medication_id}
    return conn.execute(_LATER_OPENED, {**of, "after": dose.due_at}).first() is not None


def due_of(conn: Connection, patient: PersonId, at: datetime) -> tuple[DoseId, ...]:
    """The patient's planned doses whose time has come, the earliest first."""
    return tuple(dose.id for dose in _all(conn, _DUE_OF, patient=patient, at=at))
