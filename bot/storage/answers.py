"""Every statement about answers: appended, marked when in error, never edited."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from bot.domain.terms import (
    AnswerDoor,
    AnswerId,
    AnswerKind,
    DoseId,
    MedicationId,
    PersonId,
    SkipReason,
)
from bot.storage import boards, ladders
from bot.storage.columns import seal
from bot.storage.rows import AnswerRow


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said about a dose, or about a dose outside the plan (`dose_id` None)."""

    id: AnswerId
    patient_id: PersonId
    actor_id: PersonId
    medication_id: MedicationId
    dose_id: DoseId | None
    kind: AnswerKind
    at: datetime
    door: AnswerDoor
    taken_at: datetime | None = None
    mg: Decimal | None = None
    reason: SkipReason | None = None


_COLUMNS = (
    AnswerRow.id,
    AnswerRow.patient_id,
    AnswerRow.actor_id,
    AnswerRow.medication_id,
    AnswerRow.dose_id,
    AnswerRow.kind,
    AnswerRow.at,
    AnswerRow.door,
    AnswerRow.taken_at,
    AnswerRow.mg,
    AnswerRow.reason,
)
_INSTANT, _APART = timedelta(milliseconds=1), timedelta(microseconds=1)
_IN_FORCE = AnswerRow.in_error_at.is_(None)
_MINE = AnswerRow.patient_id == bindparam("patient")
_APPEND = insert(AnswerRow)
_LAST_NEAR = select(func.max(AnswerRow.at)).where(
    _MINE, AnswerRow.at >= bindparam("since"), AnswerRow.at < bindparam("until")
)
_LATEST = (
    select(*_COLUMNS)
    .where(_MINE, _IN_FORCE, AnswerRow.kind.not_in((AnswerKind.UNDONE, AnswerKind.SNOOZED)))
    .order_by(AnswerRow.at.desc())
    .limit(1)
)
_MARK_IN_ERROR = (
    update(AnswerRow)
    .where(AnswerRow.id == bindparam("answer"))
    .values(in_error_at=bindparam("marked_at"))
    .returning(AnswerRow.patient_id)
)
_EXTRAS = (
    select(*_COLUMNS)
    .where(
        _MINE,
        _IN_FORCE,
        AnswerRow.kind == AnswerKind.EXTRA,
        AnswerRow.taken_at >= bindparam("since"),
        AnswerRow.taken_at <= bindparam("until"),
    )
    .order_by(AnswerRow.taken_at)
)
_REASONS = select(AnswerRow.dose_id, AnswerRow.reason).where(
    _MINE,
    _IN_FORCE,
    AnswerRow.reason.is_not(None),
    AnswerRow.dose_id.is_not(None),
    AnswerRow.at >= bindparam("since"),
)


def _answer(row: Row[*tuple[Any, ...]]) -> Answer:
    return Answer(
        AnswerId(row.id),
        PersonId(row.patient_id),
        PersonId(row.actor_id),
        MedicationId(row.medication_id),
        DoseId(row.dose_id) if row.dose_id else None,
        AnswerKind(row.kind),
        row.at,
        AnswerDoor(row.door),
        row.taken_at,
        row.mg,
        SkipReason(row.reason) if row.reason else None,
    )


def append(conn: Connection, answer: Answer, words: str | None = None) -> datetime:
    """Keep an answer, with the person's own words sealed. Returns the instant it is kept under.

    Where the machine's clock is set back time stands still: answers of one instant are kept a
    microsecond apart, for the latest is the one that an Undo takes back.
    """
    at = _after_those_of(conn, answer.patient_id, answer.at)
    sealed = seal(conn, AnswerRow.words, answer.id, words)
    conn.execute(_APPEND, {**asdict(answer), "at": at, "words": sealed})
    boards.touch(conn, answer.patient_id)
    if answer.dose_id is None:  # else its dose was saved, too
        ladders.touch(conn, answer.patient_id)
    return at


def _after_those_of(conn: Connection, patient: PersonId, at: datetime) -> datetime:
    near = {"patient": patient, "since": at, "until": at + _INSTANT}
    last: datetime | None = conn.scalar(_LAST_NEAR, near)
    return at if last is None else last + _APART


def latest(conn: Connection, patient: PersonId) -> Answer | None:
    """The patient's latest answer that stands and can be undone (a snooze cannot)."""
    row = conn.execute(_LATEST, {"patient": patient}).one_or_none()
    return None if row is None else _answer(row)


def mark_in_error(conn: Connection, answer: AnswerId, at: datetime) -> None:
    """The answer was a mistake; it stays in the record as one."""
    marked = conn.execute(_MARK_IN_ERROR, {"answer": answer, "marked_at": at})
    patient = PersonId(marked.scalar_one())
    boards.touch(conn, patient)
    ladders.touch(conn, patient)


def extras(
    conn: Connection, patient: PersonId, since: datetime, until: datetime
) -> tuple[Answer, ...]:
    """Doses taken outside the plan in [since, until]."""
    rows = conn.execute(_EXTRAS, {"patient": patient, "since": since, "until": until})
    return tuple(_answer(row) for row in rows)


def reasons(conn: Connection, patient: PersonId, since: datetime) -> dict[DoseId, SkipReason]:
    """Why doses were skipped, for answers given since then."""
    rows = conn.execute(_REASONS, {"patient": patient, "since": since})
    return {DoseId(dose): SkipReason(reason) for dose, reason in rows if dose and reason}
