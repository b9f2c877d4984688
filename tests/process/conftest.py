"""A Bot API on loopback in the test's own process, and the bot in another."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import clock
from bot.playground import BareControls, Server, TurnedClock, serve
from tests.guard import GUARD
from tests.playground.client import Chat, Playground
from tests.playground.judge import judge
from tests.process.child import Child
from tests.stories.seeding import patients

TOKEN = "4242424242:a-token-for-the-tests-of-the-process-00"
START = datetime(2026, 11, 23, 12, 59, 30, tzinfo=UTC)  # a Monday, 13:59:30 in Berlin
DUE = START + timedelta(seconds=30)


@pytest.fixture
def turning() -> TurnedClock:
    """The Bot API's time: from the start on it runs as the machine's does."""
    began = clock.now()
    return TurnedClock(lambda: START + (clock.now() - began))


@pytest.fixture
async def server(turning: TurnedClock) -> AsyncIterator[Server]:
    """A Bot API in memory; requests must please aiogram's models."""
    started = await serve(token=TOKEN, port=0, controls=BareControls(turning), state_path=None)
    started.api.on_request = judge
    yield started
    await started.close()
    assert started.api.problems == []


async def polled(server: Server) -> None:
    """Until a bot waits for updates here: it is up."""
    async with asyncio.timeout(GUARD):
        await server.api.world.updates.idle.wait()


async def struck(server: Server, seq: int, times: int = 1) -> None:
    """Until so many faults have struck after this event."""
    found = 0
    while found < times:
        events = await server.api.world.feed.wait(seq, GUARD)
        assert events, "no fault struck"
        seq = events[-1]["seq"]
        found += sum(event["kind"] == "fault" for event in events)


@pytest.fixture
async def playground(server: Server) -> AsyncIterator[Playground]:
    """The people and the faults."""
    async with Playground(server.base_url) as client:
        yield client


@pytest.fixture
async def child(server: Server, tmp_path: Path) -> AsyncIterator[Child]:
    """The bot, not yet started, that will find this server; its clock is turned to the start."""
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": server.base_url}
    made = Child(tmp_path, settings, turned=True)
    made.turn_to(START)
    yield made
    if made.process is not None:
        await made.kill()


@pytest.fixture
async def ada(child: Child, playground: Playground, sqlite_template: Path) -> Chat:
    """Ada, due half a minute after the start, on a migrated database."""
    child.database.parent.mkdir(mode=0o700)
    shutil.copy(sqlite_template, child.database)
    [chat] = await patients(playground, child.database, "Ada", at=START - timedelta(hours=2))
    return chat
