"""Keeps the pinned days up to date: one at a time, and never at the cost of a reminder."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.policy import Policy
from bot.redact import where
from bot.usecases import StorageFault, Store, board
from bot.usecases.board import Board, Missing, Show, Shown

_log = logging.getLogger(__name__)
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=5), timedelta(minutes=5)


@dataclass(slots=True)
class Boards:
    """`claim()` a day to show, and `show()` it. While Telegram fails, they follow more slowly."""

    store: Store
    policy: Policy
    now: Callable[[], datetime]
    put: Show
    _wait: timedelta = _FIRST_WAIT

    async def claim(self) -> Board | None:
        """The next day to show; None while there is none, or anything else is due.

        Only a fault of the database is raised: whatever else it is, reminders go on.
        """
        try:
            return await board.claim(self.store, self.now())
        except StorageFault:
            raise
        except Exception as fault:
            _log.error("no board could be claimed: %s", where(fault))
            return None

    async def show(self, claimed: Board) -> None:
        """Show it, and keep how that went."""
        outcome = await self.put(claimed)
        unwanted = await board.settle(
            self.store, self.policy, claimed, outcome, self.now(), self._wait
        )
        if unwanted is not None:
            await self.put.take_down(claimed, unwanted)
        went_well = isinstance(outcome, Shown | Missing)
        self._wait = _FIRST_WAIT if went_well else min(2 * self._wait, _LONGEST_WAIT)
