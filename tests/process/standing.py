"""An event loop that stands still while it is watched: `python tests/process/standing.py LOOKS`."""

from __future__ import annotations

import asyncio
import sys
import time

from bot.app.watch import watched


async def _stand(looks: int) -> None:
    async with watched(looks):
        print("turning", flush=True)
        await asyncio.sleep(2.5)  # longer than it may stand still: a loop at rest is alive
        print("standing", flush=True)
        time.sleep(600)  # noqa: ASYNC251 - what is tried here


asyncio.run(_stand(int(sys.argv[1])))
