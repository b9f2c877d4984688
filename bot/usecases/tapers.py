"""Asking for a taper. The bot records the wish; it never makes a taper."""

from __future__ import annotations

from datetime import datetime

from bot.domain.person import Person
from bot.domain.terms import TaperReason
from bot.domain.views import TaperView
from bot.storage import Connection, people, questions, tapers
from bot.storage.store import Cause, Store
from bot.usecases.unwell import urgent_lately


async def standing(store: Store, person: Person, at: datetime) -> TaperView | None:
    """The person's request that stands."""

    def work(conn: Connection) -> TaperView | None:
        found = tapers.open_request(conn, person.id)
        if found is None:
            return None
        return _view(conn, person, found.reason, found.requested_at, at, is_new=False)

    return await store.read(work)


async def request(
    store: Store,
    person: Person,
    reason: TaperReason,
    words: str | None,
    at: datetime,
    cause: Cause,
) -> TaperView:
    """Record the wish with its reason; one stands at a time."""

    def work(conn: Connection) -> TaperView:
        people.lock(conn, person.id)
        questions.clear(conn, person.id, aside=True)
        return keep_request(conn, person, reason, words, at)

    return await store.write(work, cause)


def keep_request(
    conn: Connection, person: Person, reason: TaperReason, words: str | None, at: datetime
) -> TaperView:
    """As `request`, within a transaction."""
    found = tapers.open_request(conn, person.id)
    if found is not None:
        return _view(conn, person, found.reason, found.requested_at, at, is_new=False)
    tapers.request(conn, person.id, reason, words, at)
    return _view(conn, person, reason, at, at, is_new=True)


def _view(
    conn: Connection,
    person: Person,
    reason: TaperReason,
    requested_at: datetime,
    at: datetime,
    *,
    is_new: bool,
) -> TaperView:
    zone, unwell = person.zone or "UTC", urgent_lately(conn, person.id, at)
    return TaperView(reason, requested_at, zone, is_new=is_new, unwell=unwell)


async def withdraw(store: Store, person: Person, at: datetime, cause: Cause) -> bool:
    """Take the request back; False where none stood."""

    def work(conn: Connection) -> bool:
        stood = tapers.open_request(conn, person.id) is not None
        tapers.withdraw(conn, person.id, at)
        return stood

    return await store.write(work, cause)
