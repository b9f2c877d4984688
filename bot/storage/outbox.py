"""Every statement about the outbox: what is to be said, to whom, and how it went.

A row is claimed by pushing its own `act_at` ahead: that is the lease. A row found claimed after
its lease has an unknown outcome; it is sent once more, worded as a repeat, and then given up.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Row, and_, case, func, or_, select, update

from bot.domain.terms import OutboxId, PersonId
from bot.storage.rows import OutboxRow
from bot.storage.store import add_new

LEASE = timedelta(seconds=60)
NEVER = datetime(9999, 1, 1, tzinfo=UTC)  # when what is put by is due
_ENTRY = select(
    OutboxRow.id,
    OutboxRow.person_id,
    OutboxRow.kind,
    OutboxRow.arguments,
    OutboxRow.attempts,
    OutboxRow.doubts,
    OutboxRow.state,
    OutboxRow.act_at,
)


class OutboxState(StrEnum):
    """How a row stands; `act_at` is set in the first two only."""

    PENDING = "pending"
    SENDING = "sending"  # claimed; outcome unknown until settled
    SENT = "sent"
    UNKNOWN = "unknown"  # twice without a known outcome
    DEAD = "dead"  # refused for good
    DROPPED = "dropped"  # no longer true when its turn came


@dataclass(frozen=True, slots=True)
class Entry:
    """A claimed row. `doubts`: how often it was sent with an outcome nobody knows.

    `due_at`: when it was to be sent, or the end of the lease it was found under.
    """

    id: OutboxId
    person_id: PersonId
    kind: str
    arguments: dict[str, str | int | bool | None]
    attempts: int
    doubts: int
    due_at: datetime


def put(
    conn: Connection,
    person: PersonId,
    kind: str,
    arguments: dict[str, str | int | bool | None],
    cause: str,
    at: datetime,
    priority: int,
    group_key: str | None = None,
) -> bool:
    """To be said from `at` on; False where the same cause already put it there."""
    return add_new(
        conn,
        OutboxRow,
        id=uuid4(),
        person_id=person,
        kind=kind,
        arguments=arguments,
        priority=priority,
        group_key=group_key,
        cause=cause,
        state=OutboxState.PENDING,
        act_at=at,
        attempts=0,
        doubts=0,
        created_at=at,
    )


def is_waiting(conn: Connection, person: PersonId, group_key: str) -> bool:
    """Something of this group already waits for this person."""
    found = conn.execute(
        select(OutboxRow.id)
        .where(_of_group(person, group_key), OutboxRow.state == OutboxState.PENDING)
        .limit(1)
    ).first()
    return found is not None


def is_under_way(conn: Connection, person: PersonId, group_key: str) -> bool:
    """Something of this group waits for this person, or is being sent."""
    found = conn.execute(select(OutboxRow.id).where(_of_group(person, group_key)).limit(1)).first()
    return found is not None


def drop_group(conn: Connection, person: PersonId, group_key: str, at: datetime) -> bool:
    """What waits of this group goes into another letter; whether any of it may have arrived.

    What is being sent at this moment stays.
    """
    going = _going(person, group_key, at)
    rows = conn.execute(select(OutboxRow.doubts, OutboxRow.state).where(going)).all()
    flown = case((OutboxRow.state == OutboxState.SENDING, 1), else_=0)  # after its lease
    gone = {"state": OutboxState.DROPPED, "act_at": None, "settled_at": at}
    conn.execute(update(OutboxRow).where(going).values(doubts=OutboxRow.doubts + flown, **gone))
    return any(row.doubts or row.state == OutboxState.SENDING for row in rows)


def is_doubted(conn: Connection, person: PersonId, group_key: str) -> bool:
    """Something of this group, settled or not, may have arrived without our knowing."""
    mine = (OutboxRow.person_id == person, OutboxRow.group_key == group_key)
    found = select(OutboxRow.id).where(*mine, OutboxRow.doubts > 0).limit(1)
    return conn.execute(found).first() is not None


def waiting(conn: Connection, person: PersonId, group_key: str, at: datetime) -> tuple[Entry, ...]:
    """What waits of this group, or is found after its lease, as a claim would find it."""
    rows = conn.execute(_ENTRY.where(_going(person, group_key, at)))
    return tuple(_entry(row) for row in rows)


def entries(conn: Connection, which: Collection[OutboxId]) -> tuple[Entry, ...]:
    """Those of these rows that nothing has settled, as a claim would find them."""
    rows = conn.execute(_ENTRY.where(OutboxRow.id.in_(which), OutboxRow.act_at.is_not(None)))
    return tuple(_entry(row) for row in rows)


def _going(person: PersonId, group_key: str, at: datetime) -> ColumnElement[bool]:
    pending = OutboxRow.state == OutboxState.PENDING
    return and_(_of_group(person, group_key), or_(pending, _lapsed(at)))


def _of_group(person: PersonId, group_key: str) -> ColumnElement[bool]:
    """Of what is not settled yet: by its index, however much was sent before."""
    return and_(
        OutboxRow.act_at.is_not(None),
        OutboxRow.person_id == person,
        OutboxRow.group_key == group_key,
    )


def _lapsed(at: datetime) -> ColumnElement[bool]:
    return and_(OutboxRow.state == OutboxState.SENDING, OutboxRow.act_at <= at)


def is_sending(conn: Connection, which: OutboxId) -> bool:
    """The row is claimed and not settled; False where a block has dropped it since."""
    state = conn.scalar(select(OutboxRow.state).where(OutboxRow.id == which))
    return bool(state == OutboxState.SENDING)


def due(
    conn: Connection, at: datetime, limit: int, busy: Collection[PersonId]
) -> tuple[tuple[OutboxId, PersonId], ...]:
    """Up to `limit` rows whose time has come, the most urgent first, with the person of each.

    Those of `busy` people are left for later. Only keys are read: a spoilt row spoils no other.
    """
    rows = conn.execute(
        select(OutboxRow.id, OutboxRow.person_id)
        .where(
            OutboxRow.act_at.is_not(None),
            OutboxRow.act_at <= at,
            OutboxRow.person_id.not_in(busy),
        )
        .order_by(OutboxRow.priority, OutboxRow.act_at, OutboxRow.created_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return tuple((OutboxId(row.id), PersonId(row.person_id)) for row in rows)


def claim(conn: Connection, which: OutboxId, at: datetime) -> Entry:
    """Take the row under a lease."""
    entry = _entry(conn.execute(_ENTRY.where(OutboxRow.id == which)).one())
    conn.execute(
        update(OutboxRow)
        .where(OutboxRow.id == which)
        .values(
            state=OutboxState.SENDING,
            act_at=at + LEASE,
            attempts=entry.attempts,
            doubts=entry.doubts,
        )
    )
    return entry


def _entry(row: Row[*tuple[Any, ...]]) -> Entry:
    doubts = row.doubts + (row.state == OutboxState.SENDING)
    return Entry(
        OutboxId(row.id),
        PersonId(row.person_id),
        row.kind,
        row.arguments,
        row.attempts + 1,
        doubts,
        row.act_at,
    )


def push_on(conn: Connection, which: OutboxId, until: datetime) -> None:
    """Look at this row again later: it could not be handled now. Nothing else of it changes."""
    conn.execute(update(OutboxRow).where(OutboxRow.id == which).values(act_at=until))


def settle(conn: Connection, entry: OutboxId, state: OutboxState, at: datetime) -> None:
    """The row's last word."""
    conn.execute(
        update(OutboxRow)
        .where(OutboxRow.id == entry)
        .values(state=state, act_at=None, settled_at=at)
    )


def postpone(conn: Connection, entry: OutboxId, until: datetime, doubts: int) -> None:
    """Send it later."""
    conn.execute(
        update(OutboxRow)
        .where(OutboxRow.id == entry)
        .values(state=OutboxState.PENDING, act_at=until, doubts=doubts)
    )


def next_act_at(conn: Connection) -> datetime | None:
    """The next instant at which anything waits to be sent."""
    found: datetime | None = conn.scalar(
        select(func.min(OutboxRow.act_at)).where(OutboxRow.act_at < NEVER)
    )
    return found


def is_due(conn: Connection, at: datetime) -> bool:
    """Whether anything waits to be sent by `at`."""
    due = select(OutboxRow.id).where(OutboxRow.act_at.is_not(None), OutboxRow.act_at <= at)
    return conn.execute(due.limit(1)).first() is not None
