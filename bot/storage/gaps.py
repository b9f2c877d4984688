"""Every statement about the time since a dose was last confirmed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from bot.domain.ladder import Start
from bot.domain.terms import AnswerKind, DoseId, DoseState, PersonId
from bot.storage.rows import AnswerRow, CardDoseRow, CardRow, DoseRow, MedicationRow

_ASKING = ("offline", "catchup", "pauseover")  # the kinds of card that ask about closed doses
_NEAR = 24  # doses: taken out of order, one is at most a day off its time
_MINE = DoseRow.patient_id == bindparam("patient")
_LAST_TAKEN = (
    select(DoseRow.id, DoseRow.due_at, DoseRow.taken_at)
    .where(_MINE, DoseRow.state == DoseState.TAKEN, DoseRow.taken_at.is_not(None))
    .order_by(DoseRow.due_at.desc())
    .limit(_NEAR)
)
_EXTRA = (
    AnswerRow.patient_id == bindparam("patient"),
    AnswerRow.kind == AnswerKind.EXTRA,
    AnswerRow.in_error_at.is_(None),
)
_LAST_EXTRA = (
    select(AnswerRow.id, AnswerRow.taken_at)
    .where(*_EXTRA, AnswerRow.taken_at.is_not(None))
    .order_by(AnswerRow.taken_at.desc())
    .limit(1)
)
_LAST_EXTRA_SINCE = _LAST_EXTRA.where(
    AnswerRow.at >= bindparam("since"), AnswerRow.taken_at > bindparam("since")
)
_LOGGED_AT = (
    select(func.max(DoseRow.taken_at)).where(
        _MINE, DoseRow.state == DoseState.TAKEN, DoseRow.taken_at <= bindparam("at")
    ),
    select(func.max(AnswerRow.taken_at)).where(*_EXTRA, AnswerRow.taken_at <= bindparam("at")),
    select(func.max(MedicationRow.last_taken_at)).where(
        MedicationRow.patient_id == bindparam("patient"),
        MedicationRow.last_taken_at <= bindparam("at"),
    ),
)
_UNLOGGED = (
    select(DoseRow.id)
    .where(
        _MINE,
        DoseRow.due_at > bindparam("since"),
        DoseRow.state.in_((DoseState.MISSED, DoseState.SKIPPED, DoseState.UNKNOWN)),
    )
    .limit(1)
)
_DUE_AFTER = select(func.min(DoseRow.due_at)).where(
    _MINE, DoseRow.due_at > bindparam("at"), DoseRow.state != DoseState.CANCELLED
)
_FIRST_CARDS = (
    select(CardDoseRow.dose_id, func.min(CardRow.sent_at).label("at"))
    .join(CardRow, CardRow.id == CardDoseRow.card_id)
    .join(DoseRow, DoseRow.id == CardDoseRow.dose_id)
    .where(
        CardDoseRow.dose_id.in_(bindparam("doses", expanding=True)),
        CardRow.kind.in_(_ASKING),
        CardRow.sent_at >= DoseRow.closes_at,
    )
    .group_by(CardDoseRow.dose_id)
)
_UNDONE = (
    select(AnswerRow.dose_id, func.max(AnswerRow.at).label("at"))
    .where(
        AnswerRow.dose_id.in_(bindparam("doses", expanding=True)),
        AnswerRow.kind == AnswerKind.UNDONE,
    )
    .group_by(AnswerRow.dose_id)
)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A dose of the plan that was taken, and when it was due."""

    start: Start
    due_at: datetime


def last_taken(conn: Connection, patient: PersonId) -> Confirmed | None:
    """The dose of the plan that was taken last."""
    rows = conn.execute(_LAST_TAKEN, {"patient": patient}).all()
    last = max(rows, key=lambda row: row.taken_at, default=None)
    return None if last is None else Confirmed(Start(last.id, last.taken_at), last.due_at)


def last_extra(conn: Connection, patient: PersonId, since: datetime | None) -> Start | None:
    """The last dose outside the plan, where it was taken after `since`."""
    query = _LAST_EXTRA if since is None else _LAST_EXTRA_SINCE
    row = conn.execute(query, {"patient": patient, "since": since}).one_or_none()
    return None if row is None or row.taken_at is None else Start(row.id, row.taken_at)


def last_logged_at(conn: Connection, patient: PersonId, at: datetime) -> datetime | None:
    """When the last dose was taken up to `at`, by the log or as it was told; extra ones, too."""
    found = (conn.scalar(each, {"patient": patient, "at": at}) for each in _LOGGED_AT)
    return max((each for each in found if each is not None), default=None)


def is_any_unlogged(conn: Connection, patient: PersonId, since: datetime) -> bool:
    """Whether any dose due after this instant has closed without being taken."""
    return conn.execute(_UNLOGGED, {"patient": patient, "since": since}).first() is not None


def due_after(conn: Connection, patient: PersonId, at: datetime) -> datetime | None:
    """When the first dose after this instant is or was due, whatever became of it."""
    found: datetime | None = conn.scalar(_DUE_AFTER, {"patient": patient, "at": at})
    return found


def asked_about(conn: Connection, doses: Collection[DoseId]) -> dict[DoseId, datetime]:
    """When each of these was last put to the person as one that nobody knows about.

    A first card that asks, or an Undo that left it so.
    """
    if not doses:
        return {}
    found: dict[DoseId, datetime] = {}
    for query in (_FIRST_CARDS, _UNDONE):
        for row in conn.execute(query, {"doses": list(doses)}):
            which = DoseId(row.dose_id)
            found[which] = max(row.at, found.get(which, row.at))
    return found
