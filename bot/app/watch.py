"""Ends the process when its event loop stands still, so that its supervisor starts it anew."""

from __future__ import annotations

import asyncio
import faulthandler
import os
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

AGAIN = 75  # EX_TEMPFAIL: nothing for the operator to mend; start the bot again
PATIENCE = 60.0  # seconds without a sign of life
_LOOK = 1.0  # seconds between looks


@asynccontextmanager
async def watched(looks: int = int(PATIENCE / _LOOK)) -> AsyncIterator[None]:
    """While inside, a thread looks once a second whether the loop still turns.

    It counts its own looks, not the clock: a machine that slept, or a process that was stopped
    and let go on, is not taken for one that hangs.
    """
    loop, sign, over = asyncio.get_running_loop(), threading.Event(), threading.Event()

    def look() -> None:
        silent = 0
        while not over.wait(_LOOK):
            silent = 0 if sign.is_set() else silent + 1
            sign.clear()
            loop.call_soon_threadsafe(sign.set)
            if silent > looks:
                _give_up()

    watcher = threading.Thread(target=look, name="watch", daemon=True)
    sign.set()
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def _give_up() -> None:
    print("steadydose: The bot stood still and ends. Start it again.", file=sys.stderr, flush=True)
    faulthandler.dump_traceback()
    os._exit(AGAIN)
