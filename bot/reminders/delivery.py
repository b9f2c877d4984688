"""Sends what waits in the outbox: people in parallel, one person's letters in order.

When there is no letter, it shows the days that changed on the boards.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.domain.message import CardPlace, Letter
from bot.domain.outcomes import Refused
from bot.domain.policy import Policy
from bot.domain.terms import PersonId
from bot.redact import where
from bot.reminders.boards import Boards
from bot.usecases import StorageFault, Store, post
from bot.usecases.board import Board
from bot.usecases.post import Settled
from bot.usecases.receipts import Delivered, Parked, Send

_log = logging.getLogger(__name__)
_AT_ONCE = 10  # a hung one holds up its own person alone
_PAUSE = 1.0  # seconds after a fault of the database


class Mend(Protocol):
    """Puts right what stands in chats. A failure is logged and costs nothing."""

    async def strip(self, card: CardPlace) -> None:
        """The card loses its buttons."""

    async def correct(self, letter: Letter, message_id: int, outcome: Refused) -> None:
        """The card just sent tells instead how its dose stands."""


@dataclass(slots=True)
class Delivery:
    """`run()` sends until told to stop; `idle()` waits until nothing more is due.

    A letter is claimed when there is a lane free to send it at once, so that what is checked at
    its claim is still so when it goes.
    """

    store: Store
    policy: Policy
    now: Callable[[], datetime]
    send: Send
    mend: Mend
    boards: Boards
    listen: Callable[[], Awaitable[None]]  # before anything is sent: what was said may answer it
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _idle: asyncio.Event = field(default_factory=asyncio.Event)
    _parked: dict[PersonId, datetime] = field(default_factory=dict)  # until when; lost by a kill
    _busy: set[PersonId] = field(default_factory=set)
    _showing: bool = False
    _ended: bool = False

    def wake(self) -> None:
        """Something may be due."""
        if not self._ended:
            self._idle.clear()
        self._woken.set()

    async def idle(self) -> None:
        """Wait until all that was due is settled, or the loop has ended."""
        await self._idle.wait()

    async def run(self, stop: asyncio.Event) -> None:
        """Send whenever woken, until `stop` is set; what is being sent then is settled first."""
        self._ended = False
        self.wake()
        try:
            async with asyncio.TaskGroup() as lanes:
                while not stop.is_set():
                    await self._woken.wait()
                    self._woken.clear()
                    await self.listen()
                    await self._look(stop, lanes)
                    if not (self._busy or self._showing or self._woken.is_set()):
                        self._idle.set()
        finally:
            self._ended = True
            self._idle.set()

    async def _look(self, stop: asyncio.Event, lanes: asyncio.TaskGroup) -> None:
        """All letters first. With none on its way, one board; its end wakes the loop again."""
        try:
            await self._send_all(stop, lanes)
            if not (self._busy or self._showing or stop.is_set()):
                board = await self.boards.claim()
                if board is not None:
                    self._showing = True
                    lanes.create_task(self._show(board))
        except StorageFault as fault:
            _log.error("delivery waits: %s", fault)
            self.wake()
            await asyncio.sleep(_PAUSE)

    async def _send_all(self, stop: asyncio.Event, lanes: asyncio.TaskGroup) -> None:
        """Fill the free lanes until nothing more is due; a lane wakes the loop when it is free."""
        while not stop.is_set() and (free := _AT_ONCE - len(self._busy)) > 0:
            at = self.now()
            self._parked = {who: until for who, until in self._parked.items() if at < until}
            busy, parked = frozenset(self._busy), dict(self._parked)  # read in another thread
            found = await post.claim(self.store, self.policy, at, free, busy, parked)
            for letter in found.letters:
                self._busy.add(letter.to.person_id)
                lanes.create_task(self._lane(letter))
            if not found.seen:
                return

    async def _show(self, board: Board) -> None:
        """One poisoned board never stops anything else: its lease puts it off."""
        try:
            await self.boards.show(board)
        except StorageFault as fault:
            _log.error("a board's outcome could not be kept: %s", fault)
        except Exception as fault:  # whatever it is, reminders go on
            _log.error("a board could not be shown: %s", where(fault))
        finally:
            self._showing = False
            self._woken.set()

    async def _lane(self, letter: Letter) -> None:
        """One poisoned letter never stops the others: unsettled, its lease brings it back once."""
        try:
            await self._one(letter)
        except StorageFault as fault:
            _log.error("a letter's outcome could not be kept: %s", fault)
        except Exception as fault:  # whatever it is, the others go on
            _log.error("a letter could not be sent: %s", where(fault))
        finally:
            self._busy.discard(letter.to.person_id)
            self._woken.set()

    async def _one(self, letter: Letter) -> None:
        receipt = await self.send(letter)
        at = self.now()
        if isinstance(receipt, Parked):
            self._parked[letter.to.person_id] = at + receipt.wait
        settled = await post.settle(self.store, self.policy, letter, receipt, at)
        if isinstance(receipt, Delivered):
            await self._put_right(letter, receipt.message_id, settled)

    async def _put_right(self, letter: Letter, message_id: int, settled: Settled) -> None:
        for card in settled.older:
            await self.mend.strip(card)
        if settled.overtaken is not None:
            await self.mend.correct(letter, message_id, settled.overtaken)
