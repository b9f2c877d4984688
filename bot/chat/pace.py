"""How fast requests may follow one another, so that the far end never counts too many."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

_A_SECOND = 28  # Telegram takes about 30 messages a second from a bot
_APART = 0.2  # seconds: what can wait takes a part of the pace, and most stays free


class Pace:
    """`async with pace:` around each request; waiters are let in in the order they came.

    At most `most` requests arrive in any `seconds`. When one arrives is not known, only that it
    is before its answer: its place is free again `seconds` after its end, however it ended.
    Those of `behind()` are, besides, `apart` seconds from each other.
    """

    def __init__(self, most: int, seconds: float, apart: float = 0) -> None:
        self._places = asyncio.Semaphore(most)
        self._seconds = seconds
        self._apart = apart
        self._free_at = 0.0  # on the loop's clock

    @classmethod
    def telegrams(cls) -> Self:
        """What Telegram takes from a bot."""
        return cls(_A_SECOND, 1, _APART)

    @classmethod
    def unlimited(cls) -> Self:
        """For a Bot API beside a clock that is turned, where a day may pass in a second."""
        return cls(1_000, 0)

    @asynccontextmanager
    async def behind(self) -> AsyncIterator[None]:
        """Around a request that can wait: it leaves the way free for the others."""
        clock = asyncio.get_running_loop().time
        await asyncio.sleep(max(0.0, self._free_at - clock()))
        self._free_at = clock() + self._apart
        async with self:
            yield

    async def __aenter__(self) -> None:
        await self._places.acquire()

    async def __aexit__(self, *_error: object) -> None:
        asyncio.get_running_loop().call_later(self._seconds, self._places.release)
