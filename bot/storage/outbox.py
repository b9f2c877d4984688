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

from sqlalchemy import Connection, Row, and_, bindparam, case, func, or_, select, update

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


_IT = OutboxRow.id == bindparam("letter")
_OF_GROUP = and_(  # of what is not settled yet: by its index, however much was sent before
    OutboxRow.act_at.is_not(None),
    OutboxRow.person_id == bindparam("person"),
    OutboxRow.group_key == bindparam("group"),
)
_PENDING = OutboxRow.state == OutboxState.PENDING
_LAPSED = and_(OutboxRow.state == OutboxState.SENDING, OutboxRow.act_at <= bindparam("at"))
_GOING = and_(_OF_GROUP, or_(_PENDING, _LAPSED))
_IS_WAITING = select(OutboxRow.id).where(_OF_GROUP, _PENDING).limit(1)
_IS_UNDER_WAY = select(OutboxRow.id).where(_OF_GROUP).limit(1)
_DOUBTS_OF_GOING = select(OutboxRow.doubts, OutboxRow.state).where(_GOING)
_DROP_GOING = (
    update(OutboxRow)
    .where(_GOING)
    .values(
        doubts=OutboxRow.doubts + case((OutboxRow.state == OutboxState.SENDING, 1), else_=0),
        state=OutboxState.DROPPED,
        act_at=None,
        settled_at=bindparam("at"),
    )
)
_IS_DOUBTED = (
    select(OutboxRow.id)
    .where(
        OutboxRow.person_id == bindparam("person"),
        OutboxRow.group_key == bindparam("group"),
        OutboxRow.doubts > 0,
    )
    .limit(1)
)
_WAITING = _ENTRY.where(_GOING)
_ENTRIES = _ENTRY.where(
    OutboxRow.id.in_(bindparam("letters", expanding=True)), OutboxRow.act_at.is_not(None)
)
_STATE = select(OutboxRow.state).where(_IT)
_HAS_COME = (OutboxRow.act_at.is_not(None), OutboxRow.act_at <= bindparam("at"))
_DUE = (
    select(OutboxRow.id, OutboxRow.person_id)
    .where(*_HAS_COME, OutboxRow.person_id.not_in(bindparam("busy", expanding=True)))
    .order_by(OutboxRow.priority, OutboxRow.act_at, OutboxRow.created_at)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_FIND, _CHANGE = _ENTRY.where(_IT), update(OutboxRow).where(_IT)
_NEXT = select(func.min(OutboxRow.act_at)).where(OutboxRow.act_at < NEVER)
_IS_DUE = select(OutboxRow.id).where(*_HAS_COME).limit(1)


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
    found = conn.execute(_IS_WAITING, {"person": person, "group": group_key})
    return found.first() is not None


def is_under_way(conn: Connection, person: PersonId, group_key: str) -> bool:
    """Something of this group waits for this person, or is being sent."""
    found = conn.execute(_IS_UNDER_WAY, {"person": person, "group": group_key})
    return found.first() is not None


def drop_group(conn: Connection, person: PersonId, group_key: str, at: datetime) -> bool:
    """What waits of this group goes into another letter; whether any of it may have arrived.

    What is being sent at this moment stays.
    """
    going = {"person": person, "group": group_key, "at": at}
    rows = conn.execute(_DOUBTS_OF_GOING, going).all()
    conn.execute(_DROP_GOING, going)  # what was sending has flown: it is found after its lease
    return any(row.doubts or row.state == OutboxState.SENDING for row in rows)


def is_doubted(conn: Connection, person: PersonId, group_key: str) -> bool:
    """Something of this group, settled or not, may have arrived without our knowing."""
    found = conn.execute(_IS_DOUBTED, {"person": person, "group": group_key})
    return found.first() is not None


def waiting(conn: Connection, person: PersonId, group_key: str, at: datetime) -> tuple[Entry, ...]:
    """What waits of this group, or is found after its lease, as a claim would find it."""
    rows = conn.execute(_WAITING, {"person": person, "group": group_key, "at": at})
    return tuple(_entry(row) for row in rows)


def entries(conn: Connection, which: Collection[OutboxId]) -> tuple[Entry, ...]:
    """Those of these rows that nothing has settled, as a claim would find them."""
    rows = conn.execute(_ENTRIES, {"letters": list(which)})
    return tuple(_entry(row) for row in rows)


def is_sending(conn: Connection, which: OutboxId) -> bool:
    """The row is claimed and not settled; False where a block has dropped it since."""
    return bool(conn.scalar(_STATE, {"letter": which}) == OutboxState.SENDING)


def due(
    conn: Connection, at: datetime, limit: int, busy: Collection[PersonId]
) -> tuple[tuple[OutboxId, PersonId], ...]:
    """Up to `limit` rows whose time has come, the most urgent first, with the person of each.

    Those of `busy` people are left for later. Only keys are read: a spoilt row spoils no other.
    """
    rows = conn.execute(_DUE, {"at": at, "limit": limit, "busy": list(busy)})
    return tuple((OutboxId(row.id), PersonId(row.person_id)) for row in rows)


def claim(conn: Connection, which: OutboxId, at: datetime) -> Entry:
    """Take the row under a lease."""
    entry = _entry(conn.execute(_FIND, {"letter": which}).one())
    lease = {"state": OutboxState.SENDING, "act_at": at + LEASE}
    _change(conn, which, **lease, attempts=entry.attempts, doubts=entry.doubts)
    return entry


def _change(conn: Connection, which: OutboxId, **values: object) -> None:
    conn.execute(_CHANGE, {"letter": which, **values})


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
    _change(conn, which, act_at=until)


def settle(conn: Connection, entry: OutboxId, state: OutboxState, at: datetime) -> None:
    """The row's last word."""
    _change(conn, entry, state=state, act_at=None, settled_at=at)


def postpone(conn: Connection, entry: OutboxId, until: datetime, doubts: int) -> None:
    """Send it later."""
    _change(conn, entry, state=OutboxState.PENDING, act_at=until, doubts=doubts)


def next_act_at(conn: Connection) -> datetime | None:
    """The next instant at which anything waits to be sent."""
    found: datetime | None = conn.scalar(_NEXT)
    return found


def is_due(conn: Connection, at: datetime) -> bool:
    """Whether anything waits to be sent by `at`."""
    return conn.execute(_IS_DUE, {"at": at}).first() is not None
