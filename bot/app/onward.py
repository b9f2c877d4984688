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
        self._latest = datetime.min.replace(tzinfo=UTC)
        self._said = False

    def __call__(self) -> datetime:
        """Now, or the latest instant ever given; the operator is told once of a clock set back."""
        told = self._now()
        if told >= self._latest:
            self._latest, self._said = told, False
        elif self._latest - told > _WORTH_SAYING and not self._said:
            self._said = True
            _log.error(
                "the clock was set back from %s to %s: time stands still until it catches up",
                self._latest,
                told,
            )
        return self._latest

    def not_before(self, at: datetime | None) -> None:
        """Begin no earlier than this: the last instant at which something was committed."""
        if at is not None:
            self._latest = max(self._latest, at)
