"""Asks Telegram for updates, and confirms only those that came back from `receive`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from telegram import Bot, Update
from telegram.error import RetryAfter, TelegramError, TimedOut

from bot.chat.trouble import WINDOW, PollEnded, Trouble

T = TypeVar("T")
_log = logging.getLogger(__name__)
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
_AT_ONCE = 100  # updates in one answer, at most; more may wait behind them
_LONG = 25  # seconds a poll may last; Telegram allows 50
_TOGETHER = 0.5  # seconds to wait for handlers before asking for other people's updates
_PAUSE = 1.0  # seconds after a poll that failed, doubled each time
_PAUSE_MOST = 15.0
_DATABASE_AWAY = 2.0  # seconds before updates that could not be kept are asked for again


@dataclass(slots=True)
class Poll:
    """The loop. `answered` is called after each answer of Telegram, with updates or without.

    What `receive` could not keep is not confirmed, and so comes again.
    """

    bot: Bot
    receive: Callable[[Update], Coroutine[None, None, bool]]
    unreadable: Callable[[int, str], Coroutine[None, None, bool]]  # put on record, and why
    answered: Callable[[], None]
    trouble: Trouble
    _running: dict[int, asyncio.Task[bool]] = field(default_factory=dict)
    _finished: set[int] = field(default_factory=set)
    _unkept: set[int] = field(default_factory=set)
    _unread: dict[int, str] = field(default_factory=dict)  # why, until they are handed over
    _offset: int | None = None
    caught_up: asyncio.Event = field(default_factory=asyncio.Event)  # nothing waits; may be cleared
    _behind: bool = False  # a poll has failed, and what came after it is not all handled yet
    _reached: bool = False  # the first poll does not wait: whether it works is known at once

    def hear_first(self, *, polling_alone: bool) -> None:
        """The bot stood still: it has caught up once what waits at Telegram is handled.

        Where `polling_alone` did, that may be so already.
        """
        if self._behind or not polling_alone:
            self.caught_up.clear()

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop` is set; updates being handled are then left to end by themselves.

        Raises PollEnded where that is of no use any more: see `trouble`.
        """
        await unless(stop, self._say("delete_webhook", self.bot.delete_webhook()))
        async with asyncio.TaskGroup() as tasks:
            ended = await self._loop(stop, tasks)
        if ended is not None:
            raise ended
        self._settle()
        if self._offset is not None:  # what was handled last need not come again
            last = self.bot.get_updates(self._offset, limit=1, timeout=0, allowed_updates=ALLOWED)
            await self._say("goodbye", last)

    async def _loop(self, stop: asyncio.Event, tasks: asyncio.TaskGroup) -> PollEnded | None:
        pause = _PAUSE
        while not stop.is_set():
            not_caught_up = not self.caught_up.is_set()
            try:
                updates = await unless(stop, self._ask())
            except TelegramError as fault:
                self._behind = True
                try:
                    self.trouble.meet(fault)
                except PollEnded as ended:
                    return ended
                await unless(stop, asyncio.sleep(_wait(fault, pause)))
                pause = min(_PAUSE_MOST, 2 * pause)
                continue
            pause = _PAUSE
            if updates is not None:
                came = len(updates) + len(self._unread)
                await self._hand_over(updates, tasks)
                if came < _AT_ONCE and not (self._running or self._unkept):
                    self._behind = False
                    if not_caught_up:
                        self.caught_up.set()
            if self._unkept:
                await unless(stop, asyncio.sleep(_DATABASE_AWAY))
        return None

    async def _ask(self) -> tuple[Update, ...]:
        caught_up = self._reached and self.caught_up.is_set()
        timeout = _LONG if caught_up and not (self._running or self._unkept) else 0
        try:
            async with asyncio.timeout(WINDOW):
                found = await self.bot.get_updates(
                    offset=self._offset, timeout=timeout, allowed_updates=ALLOWED
                )
        except TimeoutError:
            raise TimedOut from None
        except TelegramError:
            raise
        except Exception as fault:  # one of them cannot be read: it must not stop the others
            _log.error("updates cannot be read: %s", type(fault).__name__)
            found = await self._ask_raw()
        self._reached = True
        self.trouble.over()
        if not self._unkept:  # else the bot hears, but cannot listen
            self.answered()
        return found

    async def _ask_raw(self) -> tuple[Update, ...]:
        """The updates that can be read; the others are put on record instead."""
        asked = {"offset": self._offset, "timeout": 0, "allowed_updates": list(ALLOWED)}
        found: list[dict[str, Any]] = await self.bot.do_api_request(
            "GetUpdates", api_kwargs={name: value for name, value in asked.items() if value}
        )
        readable = []
        for each in found:
            try:
                readable.append(Update.de_json(each, self.bot))
            except Exception as fault:  # whatever its shape makes of PTB's code
                self._unread[int(each["update_id"])] = type(fault).__name__
        return tuple(readable)

    async def _say(self, what: str, call: Coroutine[None, None, object]) -> None:
        try:
            await call
        except TelegramError as fault:
            _log.info("%s: %s", what, type(fault).__name__)

    async def _hand_over(self, updates: tuple[Update, ...], tasks: asyncio.TaskGroup) -> None:
        self._unkept.clear()  # what does not come again, Telegram has given up
        handling = {update.update_id: partial(self.receive, update) for update in updates}
        for which, why in self._unread.items():
            handling[which] = partial(self.unreadable, which, why)
        self._unread.clear()
        for which, handle in handling.items():
            if which not in self._running and which not in self._finished:
                self._running[which] = tasks.create_task(handle())
        if self._running:
            await asyncio.wait(self._running.values(), timeout=_TOGETHER)
        self._settle()

    def _settle(self) -> None:
        for which in [each for each, task in self._running.items() if task.done()]:
            kept = self._running.pop(which).result()
            (self._finished if kept else self._unkept).add(which)
        self._advance()

    def _advance(self) -> None:
        """Confirm what lies before the first update that is being handled, or was not kept."""
        if self._running or self._unkept:
            self._offset = min(self._running.keys() | self._unkept)
        elif self._finished:
            self._offset = max(self._finished) + 1
        if self._offset is not None:
            self._finished = {each for each in self._finished if each >= self._offset}


def _wait(fault: TelegramError, pause: float) -> float:
    if isinstance(fault, RetryAfter):
        return float(fault._retry_after.total_seconds())
    return pause


async def unless(stop: asyncio.Event, work: Coroutine[None, None, T]) -> T | None:
    """The work's result; None, and the work cancelled, once `stop` is set."""
    async with asyncio.TaskGroup() as tasks:
        doing = tasks.create_task(_kept(work))
        stopping = tasks.create_task(stop.wait())
        await asyncio.wait({doing, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        doing.cancel()
    if doing.cancelled():
        return None
    result, fault = doing.result()
    if fault is not None:
        raise fault
    return result


async def _kept(work: Coroutine[None, None, T]) -> tuple[T | None, TelegramError | None]:
    """A fault as a value, for a task group would wrap it; whatever it is, polling goes on."""
    try:
        return await work, None
    except TelegramError as fault:
        return None, fault
    except Exception as fault:
        return None, TelegramError(type(fault).__name__)
