"""Told to stop, it ends by itself within 8 seconds, whatever hangs, and what it kept is whole."""

from __future__ import annotations

import asyncio
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.playground import Server
from tests.databases import on_postgresql
from tests.playground.client import Chat, Playground
from tests.process.child import Child, Ended
from tests.process.conftest import DUE, TOKEN, polled, struck
from tests.storage.wire import Wire
from tests.stories.seeding import column

PROMISED = 8  # seconds; a supervisor kills it then
CUT_OFF = "Cut off: it did not end within 7 s. Nothing recorded is lost."


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another program holds the file: nobody can write."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def assert_cut_off(ended: Ended) -> None:
    """It ended by itself, in a hurry, and says so in one line."""
    assert ended.code == 1, ended
    assert [line.partition(": ")[2] for line in ended.complaints] == [CUT_OFF]
    assert "Traceback" not in ended.err


async def test_r13_while_a_card_an_answer_and_every_poll_hang(
    child: Child, ada: Chat, server: Server, playground: Playground
) -> None:
    await child.start("run")
    await polled(server)
    await playground.fault("hold", method="getUpdates", times=99)
    await playground.fault("hold", method="sendMessage", times=99)
    seq = server.api.world.feed.last
    await ada.say("/today")
    await struck(server, seq, times=2)  # its answer, and the next poll
    seq = server.api.world.feed.last
    child.turn_to(DUE)
    await struck(server, seq)  # the card
    ended = await child.stop(within=PROMISED)
    assert (ended.code, ended.complaints) == (0, [])
    assert column(child.database, "SELECT state FROM outbox") == ["sending"]
    assert column(child.database, "PRAGMA integrity_check") == ["ok"]


async def test_while_another_program_holds_the_database(
    child: Child, ada: Chat, server: Server
) -> None:
    await child.start("run")
    await polled(server)
    with locked(child.database):
        await ada.say("taken")  # it is written for ever, and so is the next beat
        await server.api.world.updates.busy.wait()
        ended = await child.stop(within=PROMISED)
    if ended.code:
        assert_cut_off(ended)
    assert column(child.database, "SELECT kind FROM answer") == []
    assert column(child.database, "PRAGMA integrity_check") == ["ok"]


@on_postgresql
async def test_while_the_database_server_says_nothing_any_more(
    child: Child, server: Server, playground: Playground, database_url: str, tmp_path: Path
) -> None:
    async with Wire(database_url, tmp_path) as wire:
        child.settings["DATABASE_URL"] = wire.url
        await child.start("run")
        await polled(server)
        wire.hushed = True
        ada = await playground.person("Ada")
        await ada.say("/start")
        await server.api.world.updates.busy.wait()
        ended = await child.stop(within=PROMISED)
    if ended.code:
        assert_cut_off(ended)


async def test_while_it_waits_for_a_database_server_that_says_nothing(tmp_path: Path) -> None:
    with socket.socket() as silent:  # it takes the connection and says nothing
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        silent.setblocking(False)
        url = f"postgresql://bot:word@127.0.0.1:{silent.getsockname()[1]}/doses"
        child = Child(tmp_path, {"TELEGRAM_BOT_TOKEN": TOKEN, "DATABASE_URL": url})
        await child.start("run")
        connection, _ = await asyncio.get_running_loop().sock_accept(silent)
        with connection:
            assert_cut_off(await child.stop(within=PROMISED))
