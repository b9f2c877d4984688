"""When a message whose outcome nobody knows is sent again."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.dose import Say

_SOON, _HOUR = timedelta(seconds=5), timedelta(hours=1)
_CARD = (_SOON,)  # once more, worded as a repeat: a third could be taken for one more dose
_QUESTION = (_SOON, _HOUR, 4 * _HOUR, 16 * _HOUR)  # asked twice does no harm, never asked does
_EMERGENCY = (_SOON, timedelta(minutes=1))  # a second card does no harm; late ones are no use
ASKING = (Say.OFFLINE, Say.PAUSE_OVER)


def is_given_up(kind: str, doubts: int) -> bool:
    """A row of this kind was sent so often with an unknown outcome that it is sent no more."""
    return doubts > len(_waits(kind))


def next_try(kind: str, doubts: int) -> timedelta | None:
    """How long a row of this kind waits after one more unknown outcome; None: it is given up."""
    waits = _waits(kind)
    return waits[doubts] if doubts < len(waits) else None


def _waits(kind: str) -> tuple[timedelta, ...]:
    if kind == Say.RED_FLAG:
        return _EMERGENCY
    return _QUESTION if kind in ASKING else _CARD
