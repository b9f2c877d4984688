"""What happened, in order, for whoever watches: the page and the tests wait here, never poll."""

import asyncio
from collections import deque

from bot.playground.params import Json

KEPT = 2_000


class Feed:
    """Numbered events; a watcher names the last number it saw and is woken by the next one."""

    def __init__(self) -> None:
        self.last = 0
        self._events: deque[Json] = deque(maxlen=KEPT)
        self._waiting: set[asyncio.Future[None]] = set()
        self._closed = False

    def tell(self, kind: str, **what: object) -> None:
        """Record an event and wake every watcher."""
        self.last += 1
        self._events.append({"seq": self.last, "kind": kind, **what})
        self._wake()

    def since(self, after: int) -> list[Json]:
        """The events after a number that are still kept, oldest first."""
        return [event for event in self._events if event["seq"] > after]

    def missed(self, after: int) -> bool:
        """Whether events after that number are already forgotten, or never were."""
        oldest = self._events[0]["seq"] if self._events else self.last + 1
        return after > self.last or after < oldest - 1

    async def wait(self, after: int, seconds: float) -> list[Json]:
        """The events after a number, as soon as there are any; none when time is up."""
        if self.last > after or self._closed:
            return self.since(after)
        waiter = asyncio.get_running_loop().create_future()
        self._waiting.add(waiter)
        try:
            async with asyncio.timeout(seconds):
                await waiter
        except TimeoutError:
            return []
        finally:
            self._waiting.discard(waiter)
        return self.since(after)

    def close(self) -> None:
        """Send every watcher home."""
        self._closed = True
        self._wake()

    def _wake(self) -> None:
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(None)
