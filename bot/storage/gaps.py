"""Every statement about the time since a dose was last confirmed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from bot.domain.ladder import Start
from bot.domain.terms import AnswerKind, DoseId, DoseState, PersonId
from bot.storage.rows import AnswerRow, CardDoseRow, CardRow, DoseRow, MedicationRow

_ASKING = ("offline", "catchup", "pauseover")  # the kinds of card that ask about closed doses
_NEAR = 24  # doses: taken out of order, one is at most a day off its time


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A dose of the plan that was taken, and when it was due."""

    start: Start
    due_at: datetime


def last_taken(conn: Connection, patient: PersonId) -> Confirmed | None:
    """The dose of the plan that was taken last."""
    rows = conn.execute(
        select(DoseRow.id, DoseRow.due_at, DoseRow.taken_at)
        .where(
            DoseRow.patient_id == patient,
            DoseRow.state == DoseState.TAKEN,
            DoseRow.taken_at.is_not(None),
        )
        .order_by(DoseRow.due_at.desc())
        .limit(_NEAR)
    ).all()
    last = max(rows, key=lambda row: row.taken_at, default=None)
    return None if last is None else Confirmed(Start(last.id, last.taken_at), last.due_at)


def last_extra(conn: Connection, patient: PersonId, since: datetime | None) -> Start | None:
    """The last dose outside the plan, where it was taken after `since`."""
    later = () if since is None else (AnswerRow.at >= since, AnswerRow.taken_at > since)
    row = conn.execute(
        select(AnswerRow.id, AnswerRow.taken_at)
        .where(
            AnswerRow.patient_id == patient,
            AnswerRow.kind == AnswerKind.EXTRA,
            AnswerRow.in_error_at.is_(None),
            AnswerRow.taken_at.is_not(None),
            *later,
        )
        .order_by(AnswerRow.taken_at.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None or row.taken_at is None else Start(row.id, row.taken_at)


def last_logged_at(conn: Connection, patient: PersonId, at: datetime) -> datetime | None:
    """When the last dose was taken up to `at`, by the log or as it was told; extra ones, too."""
    taken = select(func.max(DoseRow.taken_at)).where(
        DoseRow.patient_id == patient, DoseRow.state == DoseState.TAKEN, DoseRow.taken_at <= at
    )
    extra = select(func.max(AnswerRow.taken_at)).where(
        AnswerRow.patient_id == patient,
        AnswerRow.kind == AnswerKind.EXTRA,
        AnswerRow.in_error_at.is_(None),
        AnswerRow.taken_at <= at,
    )
    told = select(func.max(MedicationRow.last_taken_at)).where(
        MedicationRow.patient_id == patient, MedicationRow.last_taken_at <= at
    )
    found = (conn.scalar(each) for each in (taken, extra, told))
    return max((each for each in found if each is not None), default=None)


def is_any_unlogged(conn: Connection, patient: PersonId, since: datetime) -> bool:
    """Whether any dose due after this instant has closed without being taken."""
    found = conn.execute(
        select(DoseRow.id)
        .where(
            DoseRow.patient_id == patient,
            DoseRow.due_at > since,
            DoseRow.state.in_((DoseState.MISSED, DoseState.SKIPPED, DoseState.UNKNOWN)),
        )
        .limit(1)
    ).first()
    return found is not None


def due_after(conn: Connection, patient: PersonId, at: datetime) -> datetime | None:
    """When the first dose after this instant is or was due, whatever became of it."""
    found: datetime | None = conn.scalar(
        select(func.min(DoseRow.due_at)).where(
            DoseRow.patient_id == patient,
            DoseRow.due_at > at,
            DoseRow.state != DoseState.CANCELLED,
        )
    )
    return found


def asked_about(conn: Connection, doses: Collection[DoseId]) -> dict[DoseId, datetime]:
    """When each of these was last put to the person as one that nobody knows about.

    A first card that asks, or an Undo that left it so.
    """
    if not doses:
        return {}
    found: dict[DoseId, datetime] = {}
    for query in (_first_cards(doses), _undone(doses)):
        for row in conn.execute(query):
            which = DoseId(row.dose_id)
            found[which] = max(row.at, found.get(which, row.at))
    return found


def _first_cards(doses: Collection[DoseId]) -> Select[Any, Any]:
    return (
        select(CardDoseRow.dose_id, func.min(CardRow.sent_at).label("at"))
        .join(CardRow, CardRow.id == CardDoseRow.card_id)
        .join(DoseRow, DoseRow.id == CardDoseRow.dose_id)
        .where(
            CardDoseRow.dose_id.in_(doses),
            CardRow.kind.in_(_ASKING),
            CardRow.sent_at >= DoseRow.closes_at,
        )
        .group_by(CardDoseRow.dose_id)
    )


def _undone(doses: Collection[DoseId]) -> Select[Any, Any]:
    return (
        select(AnswerRow.dose_id, func.max(AnswerRow.at).label("at"))
        .where(AnswerRow.dose_id.in_(doses), AnswerRow.kind == AnswerKind.UNDONE)
        .group_by(AnswerRow.dose_id)
    )
