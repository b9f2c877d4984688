"""The playground's time: the machine's clock turned forward, and who moves the bot along."""

import json
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol


class Controls(Protocol):
    """What the page's clock bar and reset do to the bot; the composition root implements it."""

    def now(self) -> datetime:
        """The playground's time, aware UTC."""
        ...

    async def step_to(self, until: datetime) -> None:
        """Run through every due instant up to and including `until`."""
        ...

    async def sleep(self, by: timedelta) -> None:
        """Jump as an outage does: the bot neither beats nor polls meanwhile."""
        ...

    async def next_due(self) -> datetime | None:
        """The next instant at which the bot has something to do; None if there is none."""
        ...

    async def reset(self) -> None:
        """Forget everything, the bot's database included."""
        ...


class TurnedClock:
    """The base clock plus what it was turned by; kept in a file, and it never goes backward."""

    def __init__(self, base: Callable[[], datetime], path: Path | None = None) -> None:
        self._base, self._path = base, path
        self._ahead = timedelta()
        if path is not None and path.exists():
            self._ahead = timedelta(seconds=json.loads(path.read_text())["ahead_seconds"])
        self._latest = base() + self._ahead

    def now(self) -> datetime:
        """The turned time; it stands still while the base clock is set back."""
        self._latest = max(self._latest, self._base() + self._ahead)
        return self._latest

    def jump_to(self, instant: datetime) -> None:
        """Turn forward to an instant; one already passed changes nothing."""
        by = instant - self.now()
        if by <= timedelta():
            return
        self._ahead += by
        self._latest = instant
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside = self._path.with_name(self._path.name + ".new")
            beside.touch(mode=0o600)
            beside.write_text(json.dumps({"ahead_seconds": self._ahead.total_seconds()}))
            os.replace(beside, self._path)


class BareControls:
    """Controls with no bot behind them: only the clock moves."""

    def __init__(self, clock: TurnedClock) -> None:
        self._clock = clock

    def now(self) -> datetime:
        """The clock's time."""
        return self._clock.now()

    async def step_to(self, until: datetime) -> None:
        """Nothing is due on the way: jump."""
        self._clock.jump_to(until)

    async def sleep(self, by: timedelta) -> None:
        """Nobody is there to miss anything: jump."""
        self._clock.jump_to(self._clock.now() + by)

    async def next_due(self) -> datetime | None:
        """Never anything."""
        return None

    async def reset(self) -> None:
        """Nothing to forget."""
