"""The playground on stage: the Bot API and page, the bot unchanged on top, and the clock bar."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from bot.app import App, opened
from bot.chat.pace import Pace
from bot.chat.trouble import NoAnswer
from bot.domain.policy import Policy
from bot.playground.clock import TurnedClock
from bot.playground.refusals import NotPossible
from bot.playground.server import serve

TOKEN = "100000001:PLAYGROUND-this-is-not-a-real-token"  # noqa: S105 - a made-up one
_SECOND = timedelta(seconds=1)


class PlaygroundFault(Exception):
    """The playground cannot start: one plain line."""


class Stage:
    """The bot on a database of its own, and the `Controls` of the page's clock bar.

    A sleep and a reset end the bot and start it anew, as a power cut would.
    """

    def __init__(
        self,
        folder: Path,
        clock: TurnedClock,
        monotonic: Callable[[], float],
        pace: Callable[[], Pace] = Pace.unlimited,
        policy: Policy | None = None,
    ) -> None:
        self._folder = folder / "bot"
        self._clock = clock
        self._monotonic = monotonic
        self._pace = pace
        self._policy = policy
        self._app: App | None = None
        self._turn = asyncio.Lock()
        self._exit = asyncio.Event()  # this run of the bot is to end
        self._up = asyncio.Event()
        self._down = asyncio.Event()
        self._again = asyncio.Event()  # start it anew
        self._over = asyncio.Event()  # it will not be up again

    def now(self) -> datetime:
        """The playground's time."""
        return self._clock.now()

    async def run(self, api_url: str, stop: asyncio.Event) -> None:
        """Run the bot, anew after each sleep and reset, until `stop` is set."""
        try:
            async with asyncio.TaskGroup() as tasks:
                stopping = tasks.create_task(self._end_with(stop))
                while not stop.is_set():
                    await self._run_once(api_url)
                    self._down.set()
                    await self._again.wait()
                    self._again.clear()
                stopping.cancel()
        finally:
            self._over.set()
            for each in (self._up, self._down):  # nobody waits for what does not come
                each.set()

    async def _run_once(self, api_url: str) -> None:
        self._exit.clear()
        self._down.clear()
        async with opened(str(self._folder / "steadydose.db"), None) as database:
            self._app = App(
                token=TOKEN,
                api_url=api_url,
                store=database.store,
                now=self._clock.now,
                monotonic=self._monotonic,
                pace=self._pace(),
                policy=self._policy,
            )
            try:
                await self._app.run(self._exit, self._up)
            except NoAnswer:  # its polls were held for minutes: a new one connects anew
                self._again.set()
            finally:
                self._up.clear()

    async def _end_with(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._exit.set()
        self._again.set()

    async def _without_bot(self, change: Callable[[], None]) -> None:
        async with self._turn:
            await self._is_up()
            self._exit.set()
            await self._down.wait()
            change()
            self._again.set()
            await self._is_up()

    async def _is_up(self) -> App:
        """The running bot. Raises NotPossible when the playground is closing."""
        await self._up.wait()
        if self._app is None or self._over.is_set():
            raise NotPossible("The playground is closing.", 503)
        return self._app

    async def step_to(self, until: datetime) -> None:
        """Turn the clock on, stopping at each instant at which something is due."""
        async with self._turn:
            app = await self._is_up()
            await app.beat()
            while (due := await app.next_look()) is not None and due <= until:
                await self._turn_to(app, max(due, self.now() + _SECOND))
            await self._turn_to(app, until)

    async def _turn_to(self, app: App, at: datetime) -> None:
        await app.stay_awake(max(at, self.now()))
        self._clock.jump_to(at)
        await app.beat()

    async def sleep(self, by: timedelta) -> None:
        """Nobody beats and nobody polls while the clock jumps."""
        await self._without_bot(lambda: self._clock.jump_to(self.now() + by))

    async def next_due(self) -> datetime | None:
        """When the bot has something to do next."""
        return await (await self._is_up()).next_due()

    async def reset(self) -> None:
        """Forget everything the bot has kept."""
        await self._without_bot(lambda: shutil.rmtree(self._folder, ignore_errors=True))


async def perform(
    folder: Path,
    port: int,
    base: Callable[[], datetime],
    monotonic: Callable[[], float],
    stop: asyncio.Event,
    policy: Policy | None = None,
) -> None:
    """Open the playground on 127.0.0.1 and run it until `stop` is set. Raises PlaygroundFault."""
    stage = Stage(folder, _clock(folder, base), monotonic, policy=policy)
    try:
        server = await serve(token=TOKEN, port=port, controls=stage, state_path=folder / "chats.db")
    except sqlite3.Error as fault:
        raise _unusable(folder, fault) from fault
    except OSError as fault:
        raise PlaygroundFault(
            f"Port {port} cannot be used ({fault.strerror}): set PLAYGROUND_PORT to another."
        ) from fault
    print(f"The playground is open: {server.base_url} (this is not Telegram). Stop it: Ctrl+C.")
    try:
        await stage.run(server.base_url, stop)
    finally:
        await server.close()


def _clock(folder: Path, base: Callable[[], datetime]) -> TurnedClock:
    try:
        for each in reversed([folder, *folder.parents]):
            if not each.exists():
                each.mkdir(mode=0o700)  # with `parents` only the last one would be private
        folder.mkdir(exist_ok=True)  # raises where a file has its name
        return TurnedClock(base, folder / "clock.json")
    except (OSError, ValueError, LookupError, TypeError) as fault:
        raise _unusable(folder, fault) from fault


def _unusable(folder: Path, fault: Exception) -> PlaygroundFault:
    why = fault.strerror if isinstance(fault, OSError) else type(fault).__name__
    return PlaygroundFault(
        f"What the playground keeps in {folder} cannot be used ({why}). "
        "Remove that folder, or run it where it can be made."
    )
