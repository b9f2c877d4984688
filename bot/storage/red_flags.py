"""Every statement about red flags."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, or_, select, update

from bot.domain.red_flags import EmergencyKind, FlagAnswer
from bot.domain.terms import PersonId, RedFlagId
from bot.storage.rows import RedFlagRow

_URGENT = "urgent"
_COLUMNS = (
    RedFlagRow.id,
    RedFlagRow.patient_id,
    RedFlagRow.kind,
    RedFlagRow.at,
    RedFlagRow.answer,
)
_MINE = RedFlagRow.patient_id == bindparam("patient")
_WENT_ON = (
    update(RedFlagRow)
    .where(_MINE, RedFlagRow.answer.is_(None))
    .values(answer=FlagAnswer.WENT_ON, answered_at=bindparam("now"))
)
_ADD = insert(RedFlagRow)
_FIND = select(*_COLUMNS).where(RedFlagRow.id == bindparam("flag"))
_LATEST = (
    select(*_COLUMNS)
    .where(_MINE, RedFlagRow.kind != _URGENT)
    .order_by(RedFlagRow.at.desc(), RedFlagRow.answer.is_not(None), RedFlagRow.id)
    .limit(1)
)
_STOOD_SINCE = select(*_COLUMNS).where(
    _MINE,
    RedFlagRow.at >= bindparam("since"),
    or_(RedFlagRow.answer.is_(None), RedFlagRow.answer != FlagAnswer.NOT_EMERGENCY),
)
_ANSWER = update(RedFlagRow).where(RedFlagRow.id == bindparam("flag"))


@dataclass(frozen=True, slots=True)
class KeptFlag:
    """A red flag on record. `kind`: None where the urgent words were shown."""

    id: RedFlagId
    patient_id: PersonId
    kind: EmergencyKind | None
    at: datetime
    answer: FlagAnswer | None


def _kept(row: Row[*tuple[Any, ...]]) -> KeptFlag:
    return KeptFlag(
        RedFlagId(row.id),
        PersonId(row.patient_id),
        None if row.kind == _URGENT else EmergencyKind(row.kind),
        row.at,
        FlagAnswer(row.answer) if row.answer else None,
    )


def add(
    conn: Connection,
    flag: RedFlagId,
    patient: PersonId,
    kind: EmergencyKind | None,
    at: datetime,
) -> None:
    """A red flag was caught; one before it is not waited for any more."""
    conn.execute(_WENT_ON, {"patient": patient, "now": at})
    conn.execute(_ADD, {"id": flag, "patient_id": patient, "kind": kind or _URGENT, "at": at})


def find(conn: Connection, flag: RedFlagId) -> KeptFlag | None:
    """The red flag with this id."""
    row = conn.execute(_FIND, {"flag": flag}).one_or_none()
    return None if row is None else _kept(row)


def latest(conn: Connection, patient: PersonId) -> KeptFlag | None:
    """The patient's latest red flag that had a card."""
    row = conn.execute(_LATEST, {"patient": patient}).one_or_none()
    return None if row is None else _kept(row)


def stood_since(conn: Connection, patient: PersonId, since: datetime) -> tuple[KeptFlag, ...]:
    """Those from this instant on, with a card or not, that were not said to be no emergency."""
    found = conn.execute(_STOOD_SINCE, {"patient": patient, "since": since})
    return tuple(_kept(row) for row in found)


def answer(conn: Connection, flag: RedFlagId, what: FlagAnswer, at: datetime) -> None:
    """What became of it."""
    conn.execute(_ANSWER, {"flag": flag, "answer": what, "answered_at": at})
