"""While it runs, refusals are borne for a minute; then it ends, for somebody must look."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta

import httpx
import pytest

from bot.playground import Server
from tests.playground.client import Chat
from tests.process.child import Child
from tests.process.conftest import START, TOKEN, polled

SECOND = timedelta(seconds=1)
NOW_REFUSED = b"Telegram refuses this token just now"
REVOKED = "steadydose: Telegram refuses TELEGRAM_BOT_TOKEN. Get it anew from BotFather."
TWO_POLL = "steadydose: Another program polls with this token. Stop it, or make a new token."
Turns = asyncio.Queue[int]
Refusing = Callable[[Server], AbstractAsyncContextManager[Turns]]


@asynccontextmanager
async def revoked(server: Server) -> AsyncIterator[Turns]:
    """BotFather has given out another token: every request is a 401."""
    server.api.token = "1:another"
    server.api.world.updates.end_poll("Conflict: the poll under way ends")
    yield asyncio.Queue()
    server.api.token = TOKEN


@asynccontextmanager
async def polled_by_two(server: Server) -> AsyncIterator[Turns]:
    """Another program polls, too: each ends the other's poll with a 409. Its own are queued."""
    ended: Turns = asyncio.Queue()
    poll = f"{server.base_url}/bot{TOKEN}/getUpdates"

    async def poll_for_ever() -> None:
        async with httpx.AsyncClient(timeout=60) as other:
            while True:
                ended.put_nowait((await other.post(poll, data={"timeout": 50})).status_code)

    async with asyncio.TaskGroup() as tasks:
        polling = tasks.create_task(poll_for_ever())
        yield ended
        polling.cancel()


async def refused(child: Child) -> None:
    """Until it says that it is."""
    assert child.process is not None
    assert child.process.stderr is not None
    async for line in child.process.stderr:
        if NOW_REFUSED in line:
            return
    raise AssertionError("it was never refused")


@pytest.mark.parametrize(
    ("refusing", "told"), [(revoked, REVOKED), (polled_by_two, TWO_POLL)], ids=["401", "409"]
)
async def test_r4_a_whole_minute_of_it_ends_the_bot_with_one_line(
    child: Child, server: Server, refusing: Refusing, told: str
) -> None:
    await child.start("run")
    await polled(server)
    async with refusing(server):
        await refused(child)
        child.turn_to(START + 62 * SECOND)
        ended = await child.ended()
    assert (ended.code, ended.complaints) == (2, [told])
    assert "Traceback" not in ended.err


async def test_a_minute_less_a_few_seconds_ends_nothing_and_the_next_one_begins_anew(
    child: Child, ada: Chat, server: Server
) -> None:
    await child.start("run")
    await polled(server)
    for spell in (1, 2):
        async with polled_by_two(server) as other:
            await refused(child)
            child.turn_to(START + spell * 45 * SECOND)
            while not other.empty():
                other.get_nowait()
            for _ in range(2):  # refused, and it polls once more
                assert await other.get() == 409
        said = await ada.say("/plan")
        await ada.wait_for("10 mg", after=said)
    assert (await child.stop()).code == 0
