"""Every statement about what waits for a person who can no longer be reached, or asked."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, case, update

from bot.domain.terms import OutboxId, PersonId
from bot.storage.outbox import NEVER, OutboxState
from bot.storage.rows import OutboxRow


def drop_waiting(conn: Connection, person: PersonId, at: datetime) -> None:
    """Nothing that waits for this person is sent."""
    dropped = update(OutboxRow).where(_of(person))
    conn.execute(dropped.values(state=OutboxState.DROPPED, act_at=None, settled_at=at))


def put_by(conn: Connection, person: PersonId, kinds: Collection[str], at: datetime) -> None:
    """As `drop_waiting`, but what is of these kinds waits until it is taken down.

    What is being sent at this moment may arrive all the same: it is in doubt.
    """
    kept = update(OutboxRow).where(_of(person), OutboxRow.kind.in_(kinds))
    flying = case((OutboxRow.state == OutboxState.SENDING, 1), else_=0)
    doubts = OutboxRow.doubts + flying
    conn.execute(kept.values(state=OutboxState.PENDING, act_at=NEVER, doubts=doubts))
    dropped = update(OutboxRow).where(_of(person), OutboxRow.kind.not_in(kinds))
    gone = {"state": OutboxState.DROPPED, "act_at": None, "settled_at": at}
    conn.execute(dropped.values(doubts=doubts, **gone))


def take_down(conn: Connection, person: PersonId, at: datetime) -> None:
    """What was put by for this person is to be sent from `at` on."""
    put_by = update(OutboxRow).where(_of(person), OutboxRow.act_at == NEVER)
    conn.execute(put_by.values(act_at=at))


def did_not_arrive(conn: Connection, which: OutboxId, doubts: int) -> None:
    """What was put by while it flew surely did not arrive: it is in no more doubt than before."""
    waits = OutboxRow.state.in_((OutboxState.PENDING, OutboxState.DROPPED))
    mine = and_(OutboxRow.id == which, waits, OutboxRow.doubts == doubts + 1)
    conn.execute(update(OutboxRow).where(mine).values(doubts=doubts))


def _of(person: PersonId) -> ColumnElement[bool]:
    """What is not settled yet: by its index, however much was sent before."""
    return and_(OutboxRow.act_at.is_not(None), OutboxRow.person_id == person)
