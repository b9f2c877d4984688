"""Every statement about requests for a taper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam, insert, select, update

from bot.domain.terms import PersonId, TaperReason
from bot.storage.columns import seal
from bot.storage.rows import TaperRequestRow

_OPEN = (
    select(TaperRequestRow.id, TaperRequestRow.reason, TaperRequestRow.requested_at)
    .where(
        TaperRequestRow.patient_id == bindparam("patient"),
        TaperRequestRow.withdrawn_at.is_(None),
    )
    .order_by(TaperRequestRow.requested_at.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class TaperRequest:
    """A request that stands."""

    id: UUID
    reason: TaperReason
    requested_at: datetime


def open_request(conn: Connection, patient: PersonId) -> TaperRequest | None:
    """The patient's request that was not withdrawn."""
    row = conn.execute(_OPEN, {"patient": patient}).one_or_none()
    return None if row is None else TaperRequest(row.id, TaperReason(row.reason), row.requested_at)


def request(
    conn: Connection, patient: PersonId, reason: TaperReason, words: str | None, at: datetime
) -> None:
    """The patient asks for a taper, with their own words sealed."""
    which = uuid4()
    conn.execute(
        insert(TaperRequestRow).values(
            id=which,
            patient_id=patient,
            reason=reason,
            words=seal(conn, TaperRequestRow.words, which, words),
            requested_at=at,
        )
    )


def withdraw(conn: Connection, patient: PersonId, at: datetime) -> None:
    """The patient takes the request back."""
    conn.execute(
        update(TaperRequestRow)
        .where(TaperRequestRow.patient_id == patient, TaperRequestRow.withdrawn_at.is_(None))
        .values(withdrawn_at=at)
    )
