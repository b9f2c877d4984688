"""What goes wrong with polling, and when it cannot go on like this."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

import httpx
from telegram.error import (
    Conflict,
    EndPointNotFound,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)

_log = logging.getLogger(__name__)
WINDOW = 40.0  # seconds by which a poll has ended, one way or another
_PATIENCE = 60.0  # seconds of refusals after which somebody must look
_REFUSALS = (InvalidToken, Conflict, EndPointNotFound)
_NOT_CONNECTED = (httpx.ConnectTimeout, httpx.PoolTimeout)


class PollEnded(Exception):
    """Polling cannot go on like this."""


class TokenRefused(PollEnded):
    """Telegram has refused the token for a minute, or somebody else polls with it."""


class NoAnswer(PollEnded):
    """Polls have come to nothing for three windows: connect anew."""


@dataclass(slots=True)
class Trouble:
    """Told of every answer and every fault of polling. `meet` raises PollEnded when it is time."""

    monotonic: Callable[[], float]
    _answered: float | None = None
    _refused: float | None = None

    def over(self) -> None:
        """Telegram has answered."""
        self._answered, self._refused = self.monotonic(), None

    def meet(self, fault: TelegramError) -> None:
        """A poll has failed. TokenRefused after a minute of refusals, NoAnswer after silence."""
        now = self.monotonic()
        if isinstance(fault, _REFUSALS):
            self._meet_refusal(fault, now)
            return
        self._refused = None
        level = logging.INFO if isinstance(fault, NetworkError) else logging.WARNING
        _log.log(level, "polling: %s", type(fault).__name__)
        if self._answered is None:
            self._answered = now
        silent = isinstance(fault, TimedOut) and not isinstance(fault.__cause__, _NOT_CONNECTED)
        if silent and now - self._answered > 3 * WINDOW:
            raise NoAnswer(f"Telegram took every poll for {now - self._answered:.0f} s in silence")

    def _meet_refusal(self, fault: TelegramError, now: float) -> None:
        if self._refused is None:
            _log.error("Telegram refuses this token just now: %s", type(fault).__name__)
            self._refused = now
        elif now - self._refused > _PATIENCE:
            why = (
                "Another program polls with this token. Stop it, or make a new token"
                if isinstance(fault, Conflict)
                else "Telegram refuses TELEGRAM_BOT_TOKEN. Get it anew from BotFather"
            )
            raise TokenRefused(f"{why}.")
