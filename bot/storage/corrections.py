"""Every statement about corrected doses: the answers that were in error, and those that stand."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select

from bot.domain.dose import Dose
from bot.domain.terms import AnswerDoor, AnswerId, AnswerKind, DoseId, PersonId
from bot.storage import answers
from bot.storage.answers import Answer
from bot.storage.rows import AnswerRow

_SAID = (AnswerKind.TAKEN, AnswerKind.SKIPPED, AnswerKind.MISSED, AnswerKind.NOT_SURE)
_STANDS = (AnswerRow.in_error_at.is_(None), AnswerRow.kind.in_(_SAID))


def mark_in_error(conn: Connection, dose: Dose, at: datetime, but: AnswerId) -> None:
    """Whatever else was said of this dose was a mistake; it stays in the record as one."""
    rows = conn.execute(
        select(AnswerRow.id).where(
            AnswerRow.patient_id == dose.patient_id,
            AnswerRow.dose_id == dose.id,
            AnswerRow.id != but,
            *_STANDS,
        )
    )
    for row in rows.all():
        answers.mark_in_error(conn, AnswerId(row.id), at)


def has_replaced(conn: Connection, answer: Answer) -> bool:
    """It corrects the log, and what had been said of its dose became a mistake by it."""
    if answer.door is not AnswerDoor.LOG:
        return False
    replaced = select(AnswerRow.id).where(
        AnswerRow.patient_id == answer.patient_id,
        AnswerRow.dose_id == answer.dose_id,
        AnswerRow.in_error_at == answer.at,
        AnswerRow.kind.in_(_SAID),
    )
    return conn.execute(replaced.limit(1)).first() is not None


def corrected(conn: Connection, patient: PersonId, which: Collection[DoseId]) -> frozenset[DoseId]:
    """Those of the patient's doses that stand as a correction left them."""
    rows = conn.execute(
        select(AnswerRow.dose_id).where(
            AnswerRow.patient_id == patient,
            AnswerRow.dose_id.in_(which),
            AnswerRow.door == AnswerDoor.LOG,
            *_STANDS,
        )
    )
    return frozenset(DoseId(row.dose_id) for row in rows)
