"""Every statement about wishes to stop."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, insert, select, update

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
_IT, _MINE = StopWishRow.id == bindparam("wish"), StopWishRow.patient_id == bindparam("patient")
_ADD, _FIND = insert(StopWishRow), select(*_COLUMNS).where(_IT, _MINE)
_WORDS, _UNDER = select(StopWishRow.words).where(_IT), select(StopWishRow.under).where(_IT)
_CHANGE = update(StopWishRow).where(_IT)
_SINCE = select(*_COLUMNS).where(_MINE, StopWishRow.at >= bindparam("since"))
_ALL_SINCE = _SINCE.order_by(StopWishRow.at)
_LATEST = (
    _SINCE.where(StopWishRow.way.in_(bindparam("ways", expanding=True)))
    .order_by(StopWishRow.at.desc())
    .limit(1)
)
_LATEST_OPEN = _LATEST.where(StopWishRow.outcome.is_(None))
_LATEST_WITH = _LATEST.where(StopWishRow.outcome == bindparam("outcome"))


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
    sealed = seal(conn, StopWishRow.words, wish.id, words)
    conn.execute(_ADD, {**asdict(wish), "patient_id": patient, "words": sealed})


def find(conn: Connection, patient: PersonId, which: UUID) -> StopWish | None:
    """The patient's wish with this id."""
    row = conn.execute(_FIND, {"wish": which, "patient": patient}).one_or_none()
    return None if row is None else _wish(row)


def words_of(conn: Connection, which: UUID) -> str | None:
    """The person's own words about this wish."""
    found = conn.scalar(_WORDS, {"wish": which})
    return unseal(conn, StopWishRow.words, which, found)


def under_of(conn: Connection, which: UUID) -> str | None:
    """The question that the wish came before, as it was written."""
    found = conn.scalar(_UNDER, {"wish": which})
    return unseal(conn, StopWishRow.under, which, found)


def put_under(conn: Connection, which: UUID, question: str) -> None:
    """The question that the wish came before, which goes on afterwards (sealed)."""
    under = seal(conn, StopWishRow.under, which, question)
    conn.execute(_CHANGE, {"wish": which, "under": under})


def give_reason(conn: Connection, which: UUID, reason: StopReason, words: str | None) -> None:
    """Why, in the person's own words where there are any; a later reason takes its place."""
    own = {} if words is None else {"words": seal(conn, StopWishRow.words, which, words)}
    conn.execute(_CHANGE, {"wish": which, "reason": reason, **own})


def settle(conn: Connection, which: UUID, outcome: StopOutcome, at: datetime) -> None:
    """What became of it."""
    conn.execute(_CHANGE, {"wish": which, "outcome": outcome, "settled_at": at})


def latest(
    conn: Connection,
    patient: PersonId,
    ways: Collection[StopWay],
    since: datetime,
    outcome: StopOutcome | None = None,
) -> StopWish | None:
    """The last wish by one of these ways since then that has this outcome (None: none yet)."""
    query = _LATEST_OPEN if outcome is None else _LATEST_WITH
    found = {"patient": patient, "ways": list(ways), "since": since, "outcome": outcome}
    row = conn.execute(query, found).one_or_none()
    return None if row is None else _wish(row)


def newest(conn: Connection, patient: PersonId, since: datetime) -> StopWish | None:
    """The patient's last wish since then, whatever became of it."""
    found = all_since(conn, patient, since)
    return found[-1] if found else None


def all_since(conn: Connection, patient: PersonId, since: datetime) -> tuple[StopWish, ...]:
    """The patient's wishes since then, the earliest first."""
    rows = conn.execute(_ALL_SINCE, {"patient": patient, "since": since})
    return tuple(_wish(row) for row in rows)
