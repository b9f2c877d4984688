"""Telegram in this process, the bot in another that can be killed, and one clock for both."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.playground import BareControls, Server, TurnedClock, serve
from bot.playground.params import Json
from tests.chaos.books import Books, Remains, read, remains
from tests.chaos.shelf import Shelf
from tests.chaos.transcript import Ear, Struck, Transcript
from tests.databases import KEY
from tests.guard import GUARD

ROOT = Path(__file__).parents[2]
TOKEN = "4242424242:a-token-for-the-tests-of-the-chaos-0000"
DATA_KEY = urlsafe_b64encode(KEY).decode()
SECOND = timedelta(seconds=1)
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_IN_FLIGHT = 0.01  # seconds: what the dead bot had sent arrives now, not after the clock is turned


class Hung(Exception):
    """The bot neither answered nor died."""


@dataclass(slots=True)
class Bot:
    """A running bot: its process and the line on which it is told the time."""

    pid: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    gone: asyncio.Event = field(default_factory=asyncio.Event)

    async def told(self, **order: Any) -> datetime | None:
        """Give an order; when it next has something to do. None also where it died of it."""
        try:
            self.writer.write(json.dumps(order).encode() + b"\n")
            async with asyncio.timeout(GUARD):
                line = await self.reader.readline()
        except ConnectionError:
            line = b""
        except TimeoutError:
            raise Hung(f"no answer to {order}") from None
        if not line:
            self.gone.set()
            return None
        due = json.loads(line)["due"]
        return None if due is None else datetime.fromisoformat(due)

    def signal(self, which: signal.Signals) -> None:
        """SIGKILL or SIGTERM; one that has ended already does not mind."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, which)

    async def ended(self) -> None:
        """Wait until the process is no more."""
        async with asyncio.timeout(GUARD):
            while True:
                try:
                    os.kill(self.pid, 0)
                except ProcessLookupError:
                    break
                await asyncio.sleep(0.005)
        self.gone.set()
        self.writer.close()


@dataclass(slots=True)
class World:
    """The playground's server, the bot or none, and the folder in which the bot keeps its data."""

    folder: Path
    server: Server
    clock: TurnedClock
    transcript: Transcript
    parent: asyncio.subprocess.Process
    shelf: Shelf
    bot: Bot | None = None
    stamped: datetime = NEVER  # it was awake then, and has kept that
    due: datetime | None = None  # when the bot next has something to do, as it last said
    calling: asyncio.Queue[Bot] = field(default_factory=asyncio.Queue)
    kill_in: int | None = None  # requests of the bot left until it is killed
    books: Books = field(default_factory=Books)  # as they are at the end
    left: list[tuple[datetime, Remains]] = field(default_factory=list)  # after each death
    behind: timedelta = timedelta()  # the bot's machine, whose clock was set back
    deaf: asyncio.Event = field(default_factory=asyncio.Event)  # a poll of the bot is held
    _unconfirmed: int = 0  # updates, when that began

    def now(self) -> datetime:
        """The simulated instant."""
        return self.clock.now()

    def next_due(self) -> datetime | None:
        """When a running bot next has something to do: never at once, so that time goes on."""
        if self.bot is None or self.due is None or self.behind:
            return None
        return max(self.due, self.now() + SECOND)

    async def start(self) -> None:
        """Start the bot and wait until it has looked at what is due."""
        order = {
            "at": (self.now() - self.behind).isoformat(),
            "control": str(self.folder / "control"),
            "database": self.shelf.url,
            "key": DATA_KEY,
            "token": TOKEN,
            "api_url": self.server.base_url,
            "log": str(self.folder / "log"),
        }
        assert self.parent.stdin is not None
        self.transcript.add("started")
        self.parent.stdin.write(json.dumps(order).encode() + b"\n")
        async with asyncio.timeout(GUARD):
            self.bot = await self.calling.get()
        await self.told()
        self._stamp()

    def _stamp(self) -> None:
        """It lives and knows the time."""
        if self.bot is not None and not self.behind:
            self.stamped = self.now()

    async def told(self, **order: Any) -> None:
        """As `Bot.told`; afterwards it is known whether the bot lives."""
        assert self.bot is not None
        self.due = await self.bot.told(**order)
        await self.look()

    async def look(self) -> None:
        """Where the bot has died, that is written down."""
        if self.bot is not None and self.bot.gone.is_set():
            await self._bury("died")

    async def kill(self) -> None:
        """kill -9."""
        if self.bot is not None:
            self.bot.signal(signal.SIGKILL)
            await self._bury("died")

    async def stop(self) -> None:
        """SIGTERM, and its end in peace."""
        if self.bot is not None:
            self.bot.signal(signal.SIGTERM)
            await self._bury("stopped")

    async def _bury(self, how: str) -> None:
        assert self.bot is not None
        await self.bot.ended()
        self.bot, self.kill_in = None, None
        self.server.api.faults.release()
        self.deaf.clear()
        await asyncio.sleep(_IN_FLIGHT)
        self.transcript.add(how, text=self.stamped.isoformat())
        self.left.append((self.now(), self._remains()))

    def set_clock(self, back: timedelta) -> None:
        """The bot's machine has its clock set back; by nothing: set right."""
        self.behind = back
        self.transcript.add("set back" if back else "set right")

    def held(self) -> None:
        """A poll is taken in silence: what people do waits from now on."""
        self.deaf.set()
        self._unconfirmed = self.server.api.world.updates.pending()
        self.transcript.add("deaf")

    def has_unheard(self) -> bool:
        """More waits than when its polls went unanswered: the next one is answered at once."""
        return self.server.api.world.updates.pending() > self._unconfirmed

    def hear(self) -> None:
        """Polls are answered again."""
        self.server.api.faults.release()
        if self.deaf.is_set():
            self.deaf.clear()
            self.transcript.add("heard")

    async def step_to(self, until: datetime, *, awake: bool = True) -> None:
        """Turn both clocks on. Not `awake`: as when the machine was suspended."""
        self.clock.jump_to(until)
        if self.bot is not None:
            at = until - self.behind
            await self.told(at=at.isoformat(), awake=awake and not self.behind)
            self._stamp()

    async def heard(self) -> None:
        """Until the bot has handled what it hears, or has died; then what that made due is sent."""
        updates = self.server.api.world.updates
        was_busy = bool(updates.pending())
        while self.bot is not None and updates.pending() and not self.deaf.is_set():
            gone = asyncio.create_task(self._hung_up(self.bot))
            idle = asyncio.create_task(self._idle())
            deaf = asyncio.create_task(self.deaf.wait())
            done, left = await asyncio.wait(
                {gone, idle, deaf}, timeout=GUARD, return_when=asyncio.FIRST_COMPLETED
            )
            for task in left:
                task.cancel()
            if not done:
                raise Hung(f"{updates.pending()} updates wait")
            if gone in done:
                self.bot.gone.set()
                await self.look()
        if not updates.pending():
            self.transcript.busy.clear()
        if was_busy and self.bot is not None:
            await self.told()

    async def _idle(self) -> None:
        updates = self.server.api.world.updates
        await updates.busy.wait()
        await updates.idle.wait()

    async def _hung_up(self, bot: Bot) -> None:
        while True:
            try:
                os.kill(bot.pid, 0)
            except ProcessLookupError:
                return
            await asyncio.sleep(0.02)

    def on_request(self, method: str, params: Json) -> list[str]:
        """Kill the bot as its nth request arrives: it is handled, but nobody hears the answer."""
        if self.kill_in is not None and method.lower() != "getupdates":
            self.kill_in -= 1
            if self.kill_in <= 0 and self.bot is not None:
                self.kill_in = None
                self.bot.signal(signal.SIGKILL)
        return []

    def _remains(self) -> Remains:
        """What the bot left."""
        with self.shelf.look() as source:
            return remains(source)

    def close_books(self) -> None:
        """Nothing more happens: everything that is kept."""
        with self.shelf.look() as source:
            self.books = read(source, self.now())


@asynccontextmanager
async def world(folder: Path, start: datetime, kept: Shelf) -> AsyncIterator[World]:
    """A Bot API on loopback and nobody in it; the bot is not started yet."""
    clock = TurnedClock(lambda: start)
    server = await serve(token=TOKEN, port=0, controls=BareControls(clock), state_path=None)
    transcript = Transcript(clock.now)
    server.api.world.feed = Ear(server.api.world, transcript)
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.chaos.bot_process", cwd=ROOT, stdin=asyncio.subprocess.PIPE
    )
    made = World(folder, server, clock, transcript, parent, kept)
    server.api.faults = Struck(transcript, made.held)
    server.api.on_request = made.on_request

    async def called(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        hello = json.loads(await reader.readline())
        made.calling.put_nowait(Bot(hello["pid"], reader, writer))

    line = await asyncio.start_unix_server(called, folder / "control")
    try:
        yield made
    finally:
        await made.kill()
        assert parent.stdin is not None
        parent.stdin.close()
        await parent.wait()
        line.close()
        await server.close()
