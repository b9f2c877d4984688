"""How the sending of a letter went, and who sends it: the door that chat implements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.domain.message import Letter


@dataclass(frozen=True, slots=True)
class Delivered:
    """It arrived, as this message."""

    message_id: int


@dataclass(frozen=True, slots=True)
class NotSent:
    """It surely did not go out: try again."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may have arrived, or not."""


@dataclass(frozen=True, slots=True)
class Parked:
    """The server asks to wait this long with this chat."""

    wait: timedelta


@dataclass(frozen=True, slots=True)
class Gone:
    """The person blocked the bot or left."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """The server will never take it."""


Fault = NotSent | Unknown | Parked | Gone | Rejected
Receipt = Delivered | Fault


class Send(Protocol):
    """Puts a letter into a person's chat. It never raises for a fault of the network."""

    async def __call__(self, letter: Letter) -> Receipt:
        """Send it, and say how it went."""
