"""Every statement about wishes to stop."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, insert, select, update

from bot.domain.stopping import StopOutcome, StopReason, StopWay, StopWish
from bot.domain.terms import PersonId
from bot.storage.columns import seal, unseal
from bot.storage.rows import StopWishRow

_COLUMNS = (
    StopWishRow.id,
    StopWishRow.way,
    StopWishRow.at,
    StopWishRow.reason,
    StopWishRow.outcome,
    StopWishRow.settled_at,
)


def _wish(row: Row[*tuple[Any, ...]]) -> StopWish:
    return StopWish(
        row.id,
        StopWay(row.way),
        row.at,
        None if row.reason is None else StopReason(row.reason),
        None if row.outcome is None else StopOutcome(row.outcome),
        row.settled_at,
    )


def add(conn: Connection, patient: PersonId, wish: StopWish, words: str | None = None) -> None:
    """A wish, with the person's own words sealed."""
    conn.execute(
        insert(StopWishRow).values(
            id=wish.id,
            patient_id=patient,
            way=wish.way,
            at=wish.at,
            reason=wish.reason,
            words=seal(conn, StopWishRow.words, wish.id, words),
            outcome=wish.outcome,
            settled_at=wish.settled_at,
        )
    )


def find(conn: Connection, patient: PersonId, which: UUID) -> StopWish | None:
    """The patient's wish with this id."""
    row = conn.execute(
        select(*_COLUMNS).where(StopWishRow.id == which, StopWishRow.patient_id == patient)
    ).one_or_none()
    return None if row is None else _wish(row)


def words_of(conn: Connection, which: UUID) -> str | None:
    """The person's own words about this wish."""
    found = conn.scalar(select(StopWishRow.words).where(StopWishRow.id == which))
    return unseal(conn, StopWishRow.words, which, found)


def under_of(conn: Connection, which: UUID) -> str | None:
    """The question that the wish came before, as it was written."""
    found = conn.scalar(select(StopWishRow.under).where(StopWishRow.id == which))
    return unseal(conn, StopWishRow.under, which, found)


def put_under(conn: Connection, which: UUID, question: str) -> None:
    """The question that the wish came before, which goes on afterwards (sealed)."""
    under = seal(conn, StopWishRow.under, which, question)
    conn.execute(update(StopWishRow).where(StopWishRow.id == which).values(under=under))


def give_reason(conn: Connection, which: UUID, reason: StopReason, words: str | None) -> None:
    """Why, in the person's own words where there are any; a later reason takes its place."""
    own = {} if words is None else {"words": seal(conn, StopWishRow.words, which, words)}
    conn.execute(update(StopWishRow).where(StopWishRow.id == which).values(reason=reason, **own))


def settle(conn: Connection, which: UUID, outcome: StopOutcome, at: datetime) -> None:
    """What became of it."""
    conn.execute(
        update(StopWishRow).where(StopWishRow.id == which).values(outcome=outcome, settled_at=at)
    )


def latest(
    conn: Connection,
    patient: PersonId,
    ways: Collection[StopWay],
    since: datetime,
    outcome: StopOutcome | None = None,
) -> StopWish | None:
    """The last wish by one of these ways since then that has this outcome (None: none yet)."""
    row = conn.execute(
        select(*_COLUMNS)
        .where(
            StopWishRow.patient_id == patient,
            StopWishRow.way.in_(ways),
            StopWishRow.at >= since,
            StopWishRow.outcome.is_(None) if outcome is None else StopWishRow.outcome == outcome,
        )
        .order_by(StopWishRow.at.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else _wish(row)


def newest(conn: Connection, patient: PersonId, since: datetime) -> StopWish | None:
    """The patient's last wish since then, whatever became of it."""
    found = all_since(conn, patient, since)
    return found[-1] if found else None


def all_since(conn: Connection, patient: PersonId, since: datetime) -> tuple[StopWish, ...]:
    """The patient's wishes since then, the earliest first."""
    rows = conn.execute(
        select(*_COLUMNS)
        .where(StopWishRow.patient_id == patient, StopWishRow.at >= since)
        .order_by(StopWishRow.at)
    )
    return tuple(_wish(row) for row in rows)
