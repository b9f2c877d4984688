"""Once a second: plan ahead, look at what is due, and wake the delivery."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.policy import Policy
from bot.domain.terms import OutboxId
from bot.redact import where
from bot.usecases import (
    StorageFault,
    Store,
    beating,
    instants,
    ladder,
    remind,
    supply_watch,
    tidying,
)
from bot.usecases.beating import StoodStill

_log = logging.getLogger(__name__)
_STAMP_EVERY = timedelta(seconds=10)
_REST = timedelta(minutes=1)
_TIDY_EVERY = timedelta(minutes=1)


@dataclass(slots=True)
class Heartbeat:
    """`beat()` may be called at any time and by anybody: beats follow one another."""

    store: Store
    policy: Policy
    now: Callable[[], datetime]
    wake: Callable[[], None]
    stood_still: Callable[
        [StoodStill], None
    ]  # called as an outage is found, before what follows from it
    polled_at: datetime | None = None
    _stamped: datetime | None = None
    _rest_until: datetime | None = None
    _tidied: datetime | None = None
    _tidied_to: OutboxId | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def beat(self) -> None:
        """One beat. What fails is reported and tried by the next beat; the rest goes on."""
        async with self._turn:
            at = self.now()
            if self._stamped is not None:
                at = max(at, self._stamped)
            for step in self._steps():
                try:
                    await step(at)
                except StorageFault as fault:
                    _log.error("a beat failed: %s", fault)
                    return  # the database is away: for the other steps, too
                except Exception as fault:  # one step's fault is not the others'
                    _log.error("a beat failed: %s", where(fault))

    def _steps(self) -> tuple[Callable[[datetime], Awaitable[None]], ...]:
        """Doses before all else: whatever comes after them never holds a reminder up."""
        doses = (self._stamp, self._plan_ahead, self._advance)
        return (*doses, self._climb, self._supplies, self._tidy)

    async def _supplies(self, at: datetime) -> None:
        """A few people's tablets a beat."""
        if await supply_watch.advance(self.store, self.policy, at):
            self.wake()

    async def _plan_ahead(self, at: datetime) -> None:
        """A plan that cannot be planned ahead is tried again after a while, not every second."""
        if self._rest_until is not None and at < self._rest_until:
            return
        if await remind.plan_ahead(self.store, self.policy, at):
            self._rest_until = at + _REST

    async def _advance(self, at: datetime) -> None:
        """All that is due is looked at before anything is sent: one question a person."""
        due = await remind.look(self.store, at)
        advanced = 0
        while due.doses and (some := await remind.advance(self.store, self.policy, at)):
            advanced += some
            due = await remind.look(self.store, at)
        if due.letters or due.boards or advanced:
            self.wake()

    async def _climb(self, at: datetime) -> None:
        """After the doses: what became of them is known by now."""
        if await ladder.climb(self.store, self.policy, at):
            self.wake()

    async def _tidy(self, at: datetime) -> None:
        """Last, and a little once a minute: a reminder that is due is on its way by then."""
        if self._tidied is None or at - self._tidied >= _TIDY_EVERY:
            self._tidied = at
            self._tidied_to = await tidying.tidy(self.store, at, self._tidied_to)

    async def _stamp(self, at: datetime) -> None:
        if self._stamped is None:
            self._stamped = await instants.last_beat(self.store)
        if self._stamped is not None and at - self._stamped < _STAMP_EVERY:
            return
        still = await beating.pulse_beat(self.store, self.policy, at, self.polled_at)
        if still is not None:
            self.stood_still(still)
            part = "polling" if still.polling_alone else "the bot"
            _log.warning("%s stood still from %s to %s", part, still.since, still.until)
        self._stamped = at

    async def stay_awake(self, at: datetime) -> None:
        """Time is about to be turned to `at` on purpose: that is no outage."""
        async with self._turn:
            await beating.stay_awake(self.store, at)
            self._stamped = at
