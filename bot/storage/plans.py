"""Every statement about medications, plan versions and slots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, func, insert, or_, select, update

from bot.domain.terms import MedicationId, Medicine, PersonId, PlanId
from bot.domain.timetable import Plan, Slot
from bot.storage.rows import MedicationRow, PlanRow, SlotRow

_MEDICATION = select(
    MedicationRow.id,
    MedicationRow.patient_id,
    MedicationRow.strengths,
    MedicationRow.last_taken_at,
)
_MEDICATION_OF = _MEDICATION.where(
    MedicationRow.patient_id == bindparam("patient"), MedicationRow.kind == bindparam("kind")
)
_MEDICATION_WITH_ID = _MEDICATION.where(MedicationRow.id == bindparam("medication"))
_ADD_MEDICATION = insert(MedicationRow)
_OF_IT = PlanRow.medication_id == bindparam("medication")
_VERSIONS = (
    select(PlanRow.id, PlanRow.zone, PlanRow.starts_at, PlanRow.ends_at)
    .where(_OF_IT)
    .order_by(PlanRow.version)
)
_SLOTS = (
    select(SlotRow.plan_id, SlotRow.position, SlotRow.wall, SlotRow.mg)
    .where(SlotRow.plan_id.in_(bindparam("plans", expanding=True)))
    .order_by(SlotRow.plan_id, SlotRow.position)
)
_BEGAN_AT = (
    select(func.min(PlanRow.starts_at))
    .join(MedicationRow, MedicationRow.id == PlanRow.medication_id)
    .where(MedicationRow.patient_id == bindparam("patient"))
)
_LAST_VERSION = select(func.max(PlanRow.version)).where(_OF_IT)
_ADD_VERSION, _ADD_SLOTS = insert(PlanRow), insert(SlotRow)
_END = (
    update(PlanRow)
    .where(_OF_IT, or_(PlanRow.ends_at.is_(None), PlanRow.ends_at > bindparam("at")))
    .values(ends_at=bindparam("at"))
)
_UNFILLED = (
    select(PlanRow.medication_id, PlanRow.id, PlanRow.filled_until)
    .where(
        PlanRow.filled_until < bindparam("horizon"),
        or_(PlanRow.ends_at.is_(None), PlanRow.ends_at > PlanRow.filled_until),
        PlanRow.id.not_in(bindparam("skip", expanding=True)),
    )
    .order_by(PlanRow.filled_until)
    .limit(bindparam("limit"))
)
_SET_FILLED = (
    update(PlanRow).where(PlanRow.id == bindparam("plan")).values(filled_until=bindparam("until"))
)
_NUMBER = select(PlanRow.version).where(PlanRow.id == bindparam("plan"))


@dataclass(frozen=True, slots=True)
class Medication:
    """A patient's medicine with its tablet strengths in mg."""

    id: MedicationId
    patient_id: PersonId
    strengths: frozenset[Decimal]
    last_taken_at: datetime | None


def _medication(row: Row[*tuple[Any, ...]]) -> Medication:
    return Medication(
        MedicationId(row.id), PersonId(row.patient_id), row.strengths, row.last_taken_at
    )


def medication_of(
    conn: Connection, patient: PersonId, kind: Medicine = Medicine.BACLOFEN
) -> Medication | None:
    """The patient's medication of this kind."""
    row = conn.execute(_MEDICATION_OF, {"patient": patient, "kind": kind}).one_or_none()
    return None if row is None else _medication(row)


def medication(conn: Connection, which: MedicationId) -> Medication:
    """The medication with this id; a fault where there is none."""
    return _medication(conn.execute(_MEDICATION_WITH_ID, {"medication": which}).one())


def add_medication(
    conn: Connection,
    which: MedicationId,
    patient: PersonId,
    strengths: frozenset[Decimal],
    last_taken_at: datetime | None,
    at: datetime,
) -> None:
    """A medicine the patient takes from now on."""
    conn.execute(
        _ADD_MEDICATION,
        {
            "id": which,
            "patient_id": patient,
            "kind": Medicine.BACLOFEN,
            "strengths": strengths,
            "last_taken_at": last_taken_at,
            "created_at": at,
        },
    )


def set_strengths(conn: Connection, which: MedicationId, strengths: frozenset[Decimal]) -> None:
    """The tablets the patient has now; doses already planned keep their own."""
    conn.execute(update(MedicationRow).where(MedicationRow.id == which).values(strengths=strengths))


def set_last_taken(conn: Connection, which: MedicationId, at: datetime | None) -> None:
    """The last dose as it was told, where one was."""
    if at is not None:
        conn.execute(
            update(MedicationRow).where(MedicationRow.id == which).values(last_taken_at=at)
        )


def versions(conn: Connection, medication: MedicationId) -> tuple[Plan, ...]:
    """All plan versions of a medication, oldest first."""
    return _with_slots(conn, conn.execute(_VERSIONS, {"medication": medication}).all())


def _with_slots(conn: Connection, rows: Sequence[Any]) -> tuple[Plan, ...]:
    slots: dict[UUID, list[Slot]] = defaultdict(list)
    for slot in conn.execute(_SLOTS, {"plans": [row.id for row in rows]}):
        slots[slot.plan_id].append(Slot(slot.position, slot.wall, slot.mg))
    return tuple(
        Plan(PlanId(row.id), row.zone, row.starts_at, row.ends_at, tuple(slots[row.id]))
        for row in rows
    )


def began_at(conn: Connection, patient: PersonId) -> datetime | None:
    """When the first version of any of the patient's plans started; None where there is none."""
    found: datetime | None = conn.scalar(_BEGAN_AT, {"patient": patient})
    return found


def add_version(
    conn: Connection, medication: MedicationId, plan: Plan, author: PersonId, at: datetime
) -> int:
    """The next version of the medication's plan; its number."""
    version = (conn.scalar(_LAST_VERSION, {"medication": medication}) or 0) + 1
    conn.execute(
        _ADD_VERSION,
        {
            "id": plan.id,
            "medication_id": medication,
            "version": version,
            "zone": plan.zone,
            "starts_at": plan.starts_at,
            "ends_at": plan.ends_at,
            "filled_until": plan.starts_at,
            "author_id": author,
            "created_at": at,
        },
    )
    conn.execute(
        _ADD_SLOTS,
        [
            {"plan_id": plan.id, "position": slot.position, "wall": slot.wall, "mg": slot.mg}
            for slot in plan.slots
        ],
    )
    return version


def end(conn: Connection, medication: MedicationId, at: datetime) -> None:
    """Every version still in force ends at `at`."""
    conn.execute(_END, {"medication": medication, "at": at})


def unfilled(
    conn: Connection, horizon: datetime, limit: int, skip: Collection[PlanId] = ()
) -> tuple[tuple[MedicationId, PlanId, datetime], ...]:
    """Versions in force whose doses are not yet planned up to the horizon (UTC)."""
    found = {"horizon": horizon, "skip": list(skip), "limit": limit}
    rows = conn.execute(_UNFILLED, found)
    return tuple((MedicationId(m), PlanId(p), until) for m, p, until in rows)


def set_filled(conn: Connection, plan: PlanId, until: datetime) -> None:
    """The version's doses are planned up to this instant."""
    conn.execute(_SET_FILLED, {"plan": plan, "until": until})


def number(conn: Connection, plan: PlanId) -> int:
    """The version's number, from 1."""
    return conn.execute(_NUMBER, {"plan": plan}).scalar_one()
