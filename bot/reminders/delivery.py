"""Sends what waits in the outbox: people in parallel, one person's letters in order."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.message import CardPlace, Letter
from bot.domain.policy import Policy
from bot.domain.terms import PersonId
from bot.usecases import StorageFault, Store, post
from bot.usecases.post import Send

_log = logging.getLogger(__name__)
_BATCH = 50
_AT_ONCE = 10
_PAUSE = 1.0  # seconds after a fault of the database


@dataclass(slots=True)
class Delivery:
    """`run()` sends until cancelled; `idle()` waits until nothing more is due."""

    store: Store
    policy: Policy
    now: Callable[[], datetime]
    send: Send
    strip: Callable[[CardPlace], Awaitable[None]]
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _idle: asyncio.Event = field(default_factory=asyncio.Event)
    _lanes: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    def wake(self) -> None:
        """Something may be due."""
        self._idle.clear()
        self._woken.set()

    async def idle(self) -> None:
        """Wait until all that was due is settled."""
        await self._idle.wait()

    async def run(self, stop: asyncio.Event) -> None:
        """Send whenever woken, until `stop` is set; what is being sent then is settled first."""
        self.wake()
        while not stop.is_set():
            await self._woken.wait()
            self._woken.clear()
            try:
                while not stop.is_set() and await self._batch():
                    pass
            except StorageFault as fault:
                _log.error("delivery waits: %s", fault)
                await asyncio.sleep(_PAUSE)
            if not self._woken.is_set():
                self._idle.set()

    async def _batch(self) -> int:
        letters = await post.claim(self.store, self.policy, self.now(), _BATCH)
        lanes: dict[PersonId, list[Letter]] = defaultdict(list)
        for letter in letters:
            lanes[letter.to.person_id].append(letter)
        async with asyncio.TaskGroup() as tasks:
            for lane in lanes.values():
                tasks.create_task(self._lane(lane))
        return len(letters)

    async def _lane(self, letters: Sequence[Letter]) -> None:
        async with self._lanes:
            for letter in letters:
                await self._one(letter)

    async def _one(self, letter: Letter) -> None:
        """One poisoned letter never stops the others: unsettled, its lease brings it back once."""
        try:
            receipt = await self.send(letter)
            older = await post.settle(self.store, self.policy, letter, receipt, self.now())
        except StorageFault as fault:
            _log.error("a letter's outcome could not be kept: %s", fault)
            return
        except Exception as fault:  # whatever it is, the others go on
            _log.error("a letter could not be sent: %s", type(fault).__name__, exc_info=fault)
            return
        for card in older:
            await self.strip(card)
