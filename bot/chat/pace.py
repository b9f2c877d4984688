"""How fast requests may follow one another, so that the far end never counts too many."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

_A_SECOND = 28  # Telegram takes about 30 messages a second from a bot
_APART = 0.2  # seconds: what can wait takes a part of the pace, and most stays free


class Pace:
    """`async with pace:` around each request; waiters are let in in the order they came.

    At most `most` requests arrive in any `seconds`. When one arrives is not known, only that it
    is before its answer: its place is free again `seconds` after its end, however it ended.
    Those of `ahead()` are let in before all others that wait. Those of `behind()` are `apart`
    seconds from each other.
    """

    def __init__(self, most: int, seconds: float, apart: float = 0) -> None:
        self._places = most
        self._seconds = seconds
        self._apart = apart
        self._free_at = 0.0  # on the loop's clock
        self._first: deque[asyncio.Future[None]] = deque()
        self._others: deque[asyncio.Future[None]] = deque()

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
        now = asyncio.get_running_loop().time()
        mine = max(now, self._free_at)
        self._free_at = mine + self._apart
        await asyncio.sleep(mine - now)
        async with self:
            yield

    @asynccontextmanager
    async def ahead(self) -> AsyncIterator[None]:
        """Around an answer to somebody who looks at their screen."""
        await self._take(self._first)
        try:
            yield
        finally:
            await self.__aexit__()

    async def __aenter__(self) -> None:
        await self._take(self._others)

    async def __aexit__(self, *_error: object) -> None:
        asyncio.get_running_loop().call_later(self._seconds, self._give_back)

    async def _take(self, waiters: deque[asyncio.Future[None]]) -> None:
        if self._places:
            self._places -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        waiters.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # it was let in as it gave up
                self._give_back()
            raise

    def _give_back(self) -> None:
        """To whoever waits longest, and has not given up; free only where nobody waits."""
        for waiters in (self._first, self._others):
            while waiters:
                turn = waiters.popleft()
                if not turn.done():
                    turn.set_result(None)
                    return
        self._places += 1
