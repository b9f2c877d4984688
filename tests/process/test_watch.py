"""A bot that stands still ends by itself, so that a supervisor can start it anew."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from datetime import timedelta

import pytest

from bot.app import watch
from bot.chat import trouble
from bot.playground import Server
from tests.guard import GUARD
from tests.playground.client import Chat, Playground
from tests.process.child import ROOT, Child
from tests.process.conftest import DUE, START, polled, struck
from tests.stories.seeding import column


@pytest.fixture
async def standing() -> asyncio.subprocess.Process:
    """A process whose loop turns for a while and then stands still."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        str(ROOT / "tests/process/standing.py"),
        "1",
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


async def test_a_loop_at_rest_is_alive_and_one_that_stands_still_is_ended(
    standing: asyncio.subprocess.Process,
) -> None:
    async with asyncio.timeout(GUARD):
        out, err = await standing.communicate()
    assert standing.returncode == watch.AGAIN
    assert out.decode().split() == ["turning", "standing"]
    assert err.decode().startswith("steadydose: The bot stood still and ends.")
    assert "standing.py" in err.decode()  # where it stood


async def test_r10_a_loop_that_stood_still_for_ten_seconds_drops_nothing(
    child: Child, ada: Chat, server: Server
) -> None:
    child.turn_to(DUE - timedelta(seconds=5))
    await child.start("run")
    await polled(server)
    assert child.process is not None
    assert child.process.stdout is not None
    held = child.ahead.with_suffix(".held")
    held.touch()
    async with asyncio.timeout(GUARD):
        while b"standing still" not in await child.process.stdout.readline():
            pass
    said = await ada.say("/plan")
    child.turn_to(DUE + timedelta(seconds=5))
    held.unlink()
    await ada.wait_for("14:00 dose: 10 mg")
    await ada.wait_for("Your plan", after=said)
    assert (await child.stop()).code == 0
    assert column(child.database, "SELECT state FROM outbox") == ["sent"]


def test_it_is_ended_within_three_poll_windows() -> None:
    assert watch.PATIENCE < 3 * trouble.WINDOW


async def test_r4_where_telegram_swallows_every_poll_it_connects_anew_and_goes_on(
    child: Child, ada: Chat, server: Server, playground: Playground
) -> None:
    """A black hole takes the polls and never answers; quiet is not dead, but this is."""
    await child.start("run")
    await polled(server)
    await playground.fault("hold", method="getUpdates", times=99)
    seq = server.api.world.feed.last
    await ada.say("/plan")  # the poll under way ends with it; the next is swallowed
    await struck(server, seq)
    child.turn_to(START + timedelta(seconds=3 * trouble.WINDOW + 1))
    connected = len(await playground.requests("getMe"))
    async with asyncio.timeout(GUARD):
        while len(await playground.requests("getMe")) == connected:
            await server.api.world.feed.wait(server.api.world.feed.last, 5)
    await playground.clear_faults()
    await ada.wait_for("14:00 dose: 10 mg")
    said = await ada.say("/today")
    await ada.wait_for("14:00", after=said)
    ended = await child.stop()
    assert "connecting anew" in ended.err
    assert (ended.code, ended.complaints) == (0, [])
