"""The bot's time: the machine's clock, except that it never goes back."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

_log = logging.getLogger(__name__)
_WORTH_SAYING = timedelta(seconds=30)


class Onward:
    """Called, it gives the instant (UTC). While the clock is set back, time stands still."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._latest = self._told = datetime.min.replace(tzinfo=UTC)
        self._behind = False

    def __call__(self) -> datetime:
        """Now, or the latest instant ever given. Each time the clock is set back is reported."""
        before, self._told = self._told, self._now()
        back = before - self._told
        if back > _WORTH_SAYING:
            self._behind = True
            _log.error(
                "the clock was set back by %s, to %s: time stands still until it is %s again",
                back,
                self._told,
                self._latest,
            )
        self._behind = self._behind and self._told < self._latest
        self._latest = max(self._latest, self._told)
        return self._latest

    def is_behind(self) -> bool:
        """As last seen the clock was set back, and is not there again: nobody knows the time."""
        return self._behind

    def not_before(self, at: datetime | None) -> None:
        """Begin no earlier than this: the last instant at which something was committed."""
        if at is not None:
            self._latest = self._told = max(self._latest, at)
