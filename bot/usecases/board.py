"""The board's use cases: which day to show next, how that went, and whether one is wanted."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from bot.domain.board import Kept, Mark
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.terms import PersonId
from bot.domain.views import Today
from bot.domain.wallclock import next_day
from bot.storage import Connection, alarms, boards, outbox, people
from bot.storage.alone import alone
from bot.storage.outbox import LEASE
from bot.storage.store import Cause, Store
from bot.usecases.history import read_today
from bot.usecases.people import mark_lost
from bot.usecases.receipts import Fault, Gone, NotSent, Parked, Rejected, Unknown

_log = logging.getLogger(__name__)
_BATCH = 20
_SOON = timedelta(seconds=2)  # a reminder due by then finds the way free
_PUSHED_ON = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Board:
    """A person's day, to be shown in a new message or in the one that stands.

    `before`: the board as it stood when it was claimed, until `lease`.
    """

    person: Person
    today: Today
    before: Kept
    lease: datetime

    @property
    def is_new(self) -> bool:
        """A new message is to be sent and pinned."""
        return self.before.needs_new(self.today.day)


@dataclass(frozen=True, slots=True)
class Shown:
    """The day stands, pinned, in this message; `digest` is of its words."""

    message_id: int
    digest: str


@dataclass(frozen=True, slots=True)
class Unpinned:
    """The day stands in this message, which could not be pinned yet."""

    message_id: int
    why: Fault


@dataclass(frozen=True, slots=True)
class Missing:
    """The message that stood can no longer be edited: a new one is needed."""


Outcome = Shown | Unpinned | Missing | Fault


class Show(Protocol):
    """Puts a day into a person's chat, without a sound. It never raises for a fault there."""

    async def __call__(self, board: Board) -> Outcome:
        """Show it, and say how it went."""

    async def take_down(self, board: Board, message_id: int) -> None:
        """The message goes: nobody wants it any more."""


async def claim(store: Store, at: datetime) -> Board | None:
    """The next day to show, under a lease; None while a dose or a letter is due, now or soon.

    A board that raises is rolled back alone, looked at again later and reported.
    """
    if not await store.read(partial(_has_time, at=at)):
        return None

    def work(conn: Connection) -> Board | None:
        claimed: list[Board] = []
        for which in boards.due(conn, at, _BATCH):
            fault = alone(conn, partial(_claim, conn, which, at, claimed))
            if fault is not None:
                _log.error("the board of %s cannot be handled: %s", which, type(fault).__name__)
                boards.look_again(conn, which, at + _PUSHED_ON)
            if claimed:
                return claimed[0]
        return None

    return await store.write(work)


def _has_time(conn: Connection, at: datetime) -> bool:
    soon = at + _SOON
    urgent = outbox.is_due(conn, soon) or alarms.is_due(conn, soon)
    return boards.is_due(conn, at) and not urgent


def _claim(conn: Connection, which: PersonId, at: datetime, claimed: list[Board]) -> None:
    """Put off until the lease; who wants none, or cannot be reached, waits for another touch."""
    before, person = boards.find(conn, which), people.get(conn, which)
    if before.shown == Mark.OFF or person.blocked_at is not None:
        boards.look_again(conn, which, None)
        return
    board = Board(person, read_today(conn, which, at), before, at + LEASE)
    if board.is_new:
        attempt = before.attempt(board.today.day)
        if attempt is None:
            boards.look_again(conn, which, _next_look(board))
            return
        boards.keep(conn, which, replace(before, day=board.today.day, shown=attempt))
    boards.look_again(conn, which, board.lease)
    claimed.append(board)


def _next_look(board: Board) -> datetime:
    """With the next local date, as a pause ends by itself, or as last night's dose goes."""
    today = board.today
    over_at = None if today.life.pause is None else today.life.pause.over_at
    tomorrow = next_day(today.at, today.zone)
    return min(each for each in (tomorrow, over_at, today.beside_until) if each is not None)


async def settle(
    store: Store, policy: Policy, board: Board, outcome: Outcome, at: datetime, wait: timedelta
) -> int | None:
    """Keep how it went; what failed in passing is tried again after `wait`.

    A board touched while it was being shown is looked at again at once. Returns the message that
    stands though the board was switched off meanwhile.
    """
    return await store.write(
        partial(_settle, policy=policy, board=board, outcome=outcome, at=at, wait=wait)
    )


def _settle(
    conn: Connection, policy: Policy, board: Board, outcome: Outcome, at: datetime, wait: timedelta
) -> int | None:
    who, day = board.person.id, board.today.day
    match outcome:
        case Shown(message_id, digest):
            boards.keep(conn, who, Kept(message_id, day, digest))
            boards.look_again_unless_touched(conn, who, _next_look(board), board.lease)
        case Unpinned(message_id, why):
            boards.keep(conn, who, Kept(message_id, day))
            boards.look_again(conn, who, at + _wait(why, wait))
        case Missing():
            boards.keep(conn, who, Kept(board.before.message_id))
            boards.look_again(conn, who, at)
        case NotSent() | Parked():
            boards.keep(conn, who, board.before)
            boards.look_again(conn, who, at + _wait(outcome, wait))
        case Unknown():
            boards.look_again(conn, who, at + wait)
        case Rejected():
            boards.look_again_unless_touched(conn, who, _next_look(board), board.lease)
        case Gone():
            mark_lost(conn, policy, who, at)
            boards.look_again(conn, who, None)
    unwanted = boards.find(conn, who).shown == Mark.OFF
    return outcome.message_id if unwanted and isinstance(outcome, Shown | Unpinned) else None


def _wait(why: Fault, wait: timedelta) -> timedelta:
    return why.wait if isinstance(why, Parked) else wait


async def is_on(store: Store, person: Person) -> bool:
    """Whether the person's day is pinned, or will be."""
    kept = await store.read(partial(boards.find, person=person.id))
    return kept.shown != Mark.OFF


async def switch(store: Store, person: Person, cause: Cause, *, on: bool) -> int | None:
    """The person wants their day pinned, or no more. Returns the message that stands, if any."""

    def work(conn: Connection) -> int | None:
        people.lock(conn, person.id)
        boards.switch(conn, person.id, on=on)
        return boards.find(conn, person.id).message_id

    return await store.write(work, cause)
