"""When a message whose outcome nobody knows is sent again."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.dose import Say
from bot.domain.message import Message, Offline, PauseOver

_SOON, _HOUR = timedelta(seconds=5), timedelta(hours=1)
_CARD = (_SOON,)  # once more, worded as a repeat: a third could be taken for one more dose
_QUESTION = (_SOON, _HOUR, 4 * _HOUR, 16 * _HOUR)  # asked twice does no harm, never asked does
_ASKING = (Say.OFFLINE, Say.PAUSE_OVER)


def is_given_up(kind: str, doubts: int) -> bool:
    """A row of this kind was sent so often with an unknown outcome that it is sent no more."""
    return doubts > len(_QUESTION if kind in _ASKING else _CARD)


def next_try(message: Message, doubts: int) -> timedelta | None:
    """How long to wait after one more unknown outcome; None: it is given up."""
    waits = _QUESTION if isinstance(message, Offline | PauseOver) else _CARD
    return waits[doubts] if doubts < len(waits) else None
