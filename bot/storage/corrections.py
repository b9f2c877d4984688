"""Every statement about corrected doses: the answers that were in error, and those that stand."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from bot.domain.dose import Dose
from bot.domain.terms import AnswerDoor, AnswerId, AnswerKind, DoseId, PersonId
from bot.storage import answers
from bot.storage.answers import Answer
from bot.storage.rows import AnswerRow

_SAID = (AnswerKind.TAKEN, AnswerKind.SKIPPED, AnswerKind.MISSED, AnswerKind.NOT_SURE)
_STANDS = (AnswerRow.in_error_at.is_(None), AnswerRow.kind.in_(_SAID))
_MINE = AnswerRow.patient_id == bindparam("patient")
_OTHERS = select(AnswerRow.id).where(
    _MINE, AnswerRow.dose_id == bindparam("dose"), AnswerRow.id != bindparam("but"), *_STANDS
)
_REPLACED = (
    select(AnswerRow.id)
    .where(
        _MINE,
        AnswerRow.dose_id == bindparam("dose"),
        AnswerRow.in_error_at == bindparam("at"),
        AnswerRow.kind.in_(_SAID),
    )
    .limit(1)
)
_CORRECTED = select(AnswerRow.dose_id).where(
    _MINE,
    AnswerRow.dose_id.in_(bindparam("doses", expanding=True)),
    AnswerRow.door == AnswerDoor.LOG,
    *_STANDS,
)


def mark_in_error(conn: Connection, dose: Dose, at: datetime, but: AnswerId) -> None:
    """Whatever else was said of this dose was a mistake; it stays in the record as one."""
    rows = conn.execute(_OTHERS, {"patient": dose.patient_id, "dose": dose.id, "but": but})
    for row in rows.all():
        answers.mark_in_error(conn, AnswerId(row.id), at)


def has_replaced(conn: Connection, answer: Answer) -> bool:
    """It corrects the log, and what had been said of its dose became a mistake by it."""
    if answer.door is not AnswerDoor.LOG:
        return False
    of = {"patient": answer.patient_id, "dose": answer.dose_id, "at": answer.at}
    return conn.execute(_REPLACED, of).first() is not None


def corrected(conn: Connection, patient: PersonId, which: Collection[DoseId]) -> frozenset[DoseId]:
    """Those of the patient's doses that stand as a correction left them."""
    rows = conn.execute(_CORRECTED, {"patient": patient, "doses": list(which)})
    return frozenset(DoseId(row.dose_id) for row in rows)
