"""A bot that stands still ends by itself, so that a supervisor can start it anew."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys

import pytest

from bot.app import watch
from bot.chat import poll
from tests.process.child import ROOT


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
    async with asyncio.timeout(30):
        out, err = await standing.communicate()
    assert standing.returncode == watch.AGAIN
    assert out.decode().split() == ["turning", "standing"]
    assert err.decode().startswith("steadydose: The bot stood still and ends.")
    assert "standing.py" in err.decode()  # where it stood


def test_it_is_ended_within_three_poll_windows() -> None:
    assert watch.PATIENCE < 3 * poll.WINDOW
