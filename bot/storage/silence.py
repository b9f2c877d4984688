"""Every statement about how long a person has answered nothing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from bot.domain.terms import DoseState, PersonId
from bot.storage.rows import AnswerRow, DoseRow

_LAST_ANSWER = select(func.max(AnswerRow.at)).where(AnswerRow.patient_id == bindparam("patient"))
_NOT_LOGGED = select(func.count(DoseRow.id), func.min(DoseRow.due_at)).where(
    DoseRow.patient_id == bindparam("patient"),
    DoseRow.state == DoseState.MISSED,
    DoseRow.answered_at.is_(None),
    DoseRow.delivered_at.is_not(None),
)
_NOT_LOGGED_SINCE = _NOT_LOGGED.where(DoseRow.due_at > bindparam("since"))


def last_answer_at(conn: Connection, patient: PersonId) -> datetime | None:
    """When anything was last answered about this patient's doses."""
    found: datetime | None = conn.scalar(_LAST_ANSWER, {"patient": patient})
    return found


def not_logged_since(
    conn: Connection, patient: PersonId, since: datetime | None
) -> tuple[int, datetime | None]:
    """How many doses due after this instant (None: ever) were asked about, for certain, and closed
    unanswered; and when the first of them was due.
    """
    query = _NOT_LOGGED if since is None else _NOT_LOGGED_SINCE
    count, first = conn.execute(query, {"patient": patient, "since": since}).one()
    return count, first
