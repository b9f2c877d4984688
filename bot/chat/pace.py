"""How fast requests may follow one another, so that the far end never counts too many."""

from __future__ import annotations

import asyncio


class Pace:
    """`async with pace:` around each request; waiters are let in in the order they came.

    At most `most` requests arrive in any `seconds`. When one arrives is not known, only that it
    is before its answer: its place is free again `seconds` after its end, however it ended.
    """

    def __init__(self, most: int, seconds: float) -> None:
        self._places = asyncio.Semaphore(most)
        self._seconds = seconds

    async def __aenter__(self) -> None:
        await self._places.acquire()

    async def __aexit__(self, *_error: object) -> None:
        asyncio.get_running_loop().call_later(self._seconds, self._places.release)
