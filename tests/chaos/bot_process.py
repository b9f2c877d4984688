"""The bot as a process of its own with the simulation's clock: `python -m tests.chaos.bot_process`.

This parent imports the bot once and forks a bot for every line (JSON) on its standard input, so
that a start after a kill costs a tenth of a second. A bot is the App as `run` wires it, on a real
file; it differs in its clock, which stands still until the simulation turns it, in the pace of
sending and in pauses between tries, which are wall time and would only make the simulation slow.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot import clock, redact
from bot.app import App, opened, running
from bot.chat import poll, present
from bot.chat.pace import Pace
from bot.words.bundles import bundles

present._PAUSE = poll._PAUSE = 0.02
running._LISTEN_FIRST = 0.3


class Turned:
    """The bot's time: what it was last turned to."""

    def __init__(self, at: str) -> None:
        self.at = datetime.fromisoformat(at)

    def now(self) -> datetime:
        """The instant, UTC."""
        return self.at


class Fuse:
    """Dies by SIGKILL at the nth statement or commit from when it is lit."""

    def __init__(self) -> None:
        self._left: int | None = None
        event.listen(Engine, "before_cursor_execute", self._burn)
        event.listen(Engine, "commit", self._burn)

    def light(self, statements: int) -> None:
        """From now on."""
        self._left = statements

    def _burn(self, *_: object) -> None:
        if self._left is None:
            return
        self._left -= 1
        if self._left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


async def _obey(
    app: App, turned: Turned, fuse: Fuse, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """Do what the simulation says, line by line, until it hangs up."""
    while line := await reader.readline():
        order: dict[str, Any] = json.loads(line)
        if "fuse" in order:
            fuse.light(order["fuse"])
        idle = "at" in order and await _is_idle_at(app, turned, order)
        if not idle:
            await app.beat()
        due = await app.next_look()
        writer.write(json.dumps({"due": due and due.isoformat()}).encode() + b"\n")
        await writer.drain()
    os._exit(1)  # nobody is there any more


async def _is_idle_at(app: App, turned: Turned, order: dict[str, Any]) -> bool:
    """Turn the clock; whether a beat would find nothing to do then, as at most instants."""
    at = datetime.fromisoformat(order["at"])
    if order["awake"]:
        await app.stay_awake(max(at, turned.at))
    turned.at = at
    due = await app.next_look()
    return bool(order["awake"]) and (due is None or due > at)


async def _live(order: dict[str, str]) -> None:
    stop, started = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    turned, fuse = Turned(order["at"]), Fuse()
    reader, writer = await asyncio.open_unix_connection(order["control"])
    async with opened(order["database"], order["key"]) as database, asyncio.TaskGroup() as tasks:
        app = App(
            token=order["token"],
            api_url=order["api_url"],
            store=database.store,
            now=turned.now,
            monotonic=clock.monotonic,
            pace=Pace.unlimited(),
        )
        bot = tasks.create_task(app.run(stop, started))
        await started.wait()
        writer.write(json.dumps({"pid": os.getpid()}).encode() + b"\n")
        obeying = tasks.create_task(_obey(app, turned, fuse, reader, writer))
        await bot
        obeying.cancel()


def _be_bot(order: dict[str, str]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    said = os.open(Path(order["log"]), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(said, 1)
    os.dup2(said, 2)
    redact.setup("WARNING")
    code = 1
    try:
        asyncio.run(_live(order))
        code = 0
    except BaseException:
        logging.exception("the bot ended")
    finally:
        os._exit(code)


def main() -> None:
    """Fork a bot for every order, until nobody gives any."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    bundles("en")  # read once, for all
    for line in sys.stdin:
        order: dict[str, str] = json.loads(line)
        if os.fork() == 0:
            _be_bot(order)


if __name__ == "__main__":
    main()
