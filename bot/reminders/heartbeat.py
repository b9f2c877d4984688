"""Once a second: plan ahead, look at what is due, and wake the delivery."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.policy import Policy
from bot.usecases import StorageFault, Store, remind

_log = logging.getLogger(__name__)
_STAMP_EVERY = timedelta(seconds=10)
_BACK = timedelta(seconds=30)


@dataclass(slots=True)
class Heartbeat:
    """`beat()` may be called at any time and by anybody: beats follow one another."""

    store: Store
    policy: Policy
    now: Callable[[], datetime]
    wake: Callable[[], None]
    polled_at: datetime | None = None
    _stamped: datetime | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def beat(self) -> None:
        """One beat. A fault of the database is reported; the next beat tries again."""
        async with self._turn:
            try:
                await self._beat()
            except StorageFault as fault:
                _log.error("a beat failed: %s", fault)

    async def _beat(self) -> None:
        at = self.now()
        if self._stamped is not None and self._stamped - at > _BACK:
            _log.error("the clock was set back; time stands still until it catches up")
        if self._stamped is not None:
            at = max(at, self._stamped)
        await self._stamp(at)
        due = await remind.look(self.store, at)
        if due.unfilled:
            await remind.plan_ahead(self.store, self.policy, at)
        while due.doses and await remind.advance(self.store, self.policy, at):
            due = await remind.look(self.store, at)
            self.wake()
        if due.letters:
            self.wake()

    async def _stamp(self, at: datetime) -> None:
        if self._stamped is None:
            self._stamped = await remind.last_instant(self.store)
        if self._stamped is not None and at - self._stamped < _STAMP_EVERY:
            return
        since = await remind.pulse_beat(self.store, self.policy, at, self.polled_at)
        if since is not None:
            _log.warning("the bot stood still from %s to %s", since, at)
        self._stamped = at

    async def stay_awake(self, at: datetime) -> None:
        """Time is about to be turned to `at` on purpose: that is no outage."""
        async with self._turn:
            await remind.stay_awake(self.store, at)
            self._stamped = at
