"""The running bot: poll, beat and deliver until told to stop; end in order, within 5 seconds.

Where something hangs that cannot be cancelled, the command line cuts the process off at 7.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from itertools import count
from typing import Any

from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot import __version__
from bot.app.onward import Onward
from bot.app.profile import introduce, warn_of_groups
from bot.app.wiring import application
from bot.chat.deliver import Deliver
from bot.chat.pace import Pace
from bot.chat.pinning import Pinning
from bot.chat.poll import Poll, unless
from bot.chat.receive import Receive
from bot.chat.trouble import PollEnded, Trouble
from bot.chat.turn import Desk
from bot.domain.policy import Policy
from bot.redact import where
from bot.reminders.boards import Boards
from bot.reminders.delivery import Delivery
from bot.reminders.heartbeat import Heartbeat
from bot.storage.store import Store
from bot.usecases import instants, remind
from bot.usecases.beating import StoodStill

_log = logging.getLogger(__name__)
_TRIES = 4  # over 7 s and more; then whoever supervises the bot tries again
_PAUSE_MOST = 15.0
_SETTLING = 3.0  # seconds for the updates and letters that are under way when the bot is stopped
_GOODBYE = 2.0
_LISTEN_FIRST = 3.0  # a reminder is never held up longer by a Telegram that does not answer


class StartFault(Exception):
    """The bot cannot start: one plain line."""


class CannotReach(StartFault):
    """As StartFault; trying again may help."""


class App:
    """One bot on one store. `run` once; the other methods may be called while it runs."""

    def __init__(
        self,
        *,
        token: str,
        api_url: str,
        store: Store,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        policy: Policy | None = None,
        pace: Pace | None = None,
    ) -> None:
        self._api_url = api_url
        self._store = store
        self._now = Onward(now)
        self._application = application(token, api_url)
        self._ended: PollEnded | None = None
        bot = self._application.bot
        policy, pace = policy or Policy(), pace or Pace.telegrams()
        behind = self._now.is_behind
        deliver = Deliver(bot, policy, self._now, pace, behind)
        receive = Receive(Desk(store, policy, self._now, __version__, pace, behind), bot)
        self._poll = Poll(bot, receive, receive.pass_by, self._answered, Trouble(monotonic))
        boards = Boards(store, policy, self._now, Pinning(bot, policy, pace))
        self._delivery = Delivery(store, policy, self._now, deliver, deliver, boards, self._listen)
        self._heartbeat = Heartbeat(
            store, policy, self._now, self._delivery.wake, self._stood_still
        )

    async def run(
        self, stop: asyncio.Event, started: asyncio.Event | None = None, *, patient: bool = False
    ) -> None:
        """Run until `stop` is set. Raises StartFault, or PollEnded where polling is of no use.

        `patient`: it ran before, so that a Bot API out of reach is waited for.
        """
        try:
            if await self._begin(stop, patient=patient):
                await self._run(stop, started)
        finally:
            await self._end()
        if self._ended is not None:
            raise self._ended

    async def _begin(self, stop: asyncio.Event, *, patient: bool) -> bool:
        """Reach the Bot API, trying again for a while. False where `stop` came first."""
        self._now.not_before(await instants.last_instant(self._store))
        pause = 1.0
        for tries in count(1):
            fault = await unless(stop, self._reach())
            if stop.is_set():
                return False
            if fault is None:
                break
            if not isinstance(fault, CannotReach) or (tries == _TRIES and not patient):
                raise fault
            _log.warning("%s cannot be reached; trying again", self._api_url)
            await unless(stop, asyncio.sleep(pause))
            pause = min(_PAUSE_MOST, 2 * pause)
        self._application.add_error_handler(_log_fault)
        await self._application.start()
        return True

    async def _reach(self) -> StartFault | None:
        try:
            await self._application.initialize()
        except (InvalidToken, Forbidden):
            return StartFault(
                f"{self._api_url} does not accept TELEGRAM_BOT_TOKEN. "
                "Copy it from BotFather again, and check TELEGRAM_API_URL."
            )
        except TelegramError as fault:
            if not isinstance(fault, NetworkError | RetryAfter) or isinstance(fault, BadRequest):
                return StartFault(f"{self._api_url} is no Bot API server. Check TELEGRAM_API_URL.")
            return CannotReach(
                f"{self._api_url} cannot be reached ({type(fault).__name__}). "
                "Check the network and TELEGRAM_API_URL."
            )
        return None

    async def _run(self, stop: asyncio.Event, started: asyncio.Event | None) -> None:
        bot = self._application.bot
        warn_of_groups(bot)
        queue = self._application.job_queue
        assert queue is not None, "PTB is installed with its job queue"  # noqa: S101
        queue.run_repeating(
            self._tick,
            1,
            first=1 - self._now().microsecond / 1_000_000,  # doses are due on whole seconds
            name="beat",
            job_kwargs={"misfire_grace_time": None},
        )
        await self._heartbeat.beat()  # from now on it is known that the bot was awake
        ending = asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            introducing = tasks.create_task(introduce(bot))
            polling = tasks.create_task(self._poll_until(ending))
            delivering = tasks.create_task(self._delivery.run(ending))
            if started is not None:
                started.set()
            await _first(tasks, stop, polling)
            queue.scheduler.pause()
            ending.set()
            self._delivery.wake()
            introducing.cancel()
            await asyncio.wait({polling, delivering}, timeout=_SETTLING)
            polling.cancel()
            delivering.cancel()

    async def _poll_until(self, ending: asyncio.Event) -> None:
        """Why polling ended is told after the goodbye: what is being sent is settled first."""
        try:
            await self._poll.run(ending)
        except PollEnded as ended:
            self._ended = ended

    async def _end(self) -> None:
        try:
            async with asyncio.timeout(_GOODBYE):
                if self._application.running:
                    await self._application.stop()
                await self._application.shutdown()
                await self._application.bot.shutdown()
        except (TimeoutError, TelegramError, RuntimeError) as fault:
            _log.warning("the goodbye was cut short: %s", type(fault).__name__)

    async def _tick(self, _context: object) -> None:
        await self._heartbeat.beat()

    async def _listen(self) -> None:
        """After an outage: until what waited at Telegram is handled, for 3 seconds at most."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_LISTEN_FIRST):
                await self._poll.caught_up.wait()
        self._poll.caught_up.set()

    def _stood_still(self, still: StoodStill) -> None:
        self._poll.hear_first(polling_alone=still.polling_alone)

    def _answered(self) -> None:
        self._heartbeat.polled_at = self._now()

    async def beat(self) -> None:
        """Beat now, and wait until all that was due is sent."""
        await self._heartbeat.beat()
        self._delivery.wake()
        await self._delivery.idle()

    async def stay_awake(self, at: datetime) -> None:
        """Time is about to be turned to `at` with the bot awake."""
        await self._heartbeat.stay_awake(at)

    async def next_due(self) -> datetime | None:
        """The next instant at which a dose or a message is due."""
        return await remind.next_due(self._store)

    async def next_look(self) -> datetime | None:
        """The next instant at which there is anything to do."""
        return await remind.next_look(self._store)


async def _first(
    tasks: asyncio.TaskGroup, stop: asyncio.Event, polling: asyncio.Task[None]
) -> None:
    """Until somebody says stop, or polling has ended."""
    stopping = tasks.create_task(stop.wait())
    await asyncio.wait({stopping, polling}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()


async def _log_fault(_update: object, context: Any) -> None:
    """A fault in a job: its class and place, for what it was about may be private."""
    _log.error("a job failed: %s", where(context.error))
