"""Polls that are refused: for a moment it is nothing, for over a minute somebody must look."""

from __future__ import annotations

import pytest
from telegram.error import Conflict, EndPointNotFound, InvalidToken, TelegramError

from bot.chat.trouble import TokenRefused, Trouble

ELSEWHERE = "Another program polls with this token."
REFUSED = "Telegram refuses TELEGRAM_BOT_TOKEN."


class Seconds:
    """A clock that only goes on when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("fault", "told"),
    [(InvalidToken(), REFUSED), (EndPointNotFound("404"), REFUSED), (Conflict("409"), ELSEWHERE)],
    ids=["401", "404", "409"],
)
def test_r4_refused_for_over_a_minute_it_says_why_and_an_answer_begins_that_anew(
    fault: TelegramError, told: str
) -> None:
    clock = Seconds()
    trouble = Trouble(clock)
    for clock.now in (0.0, 59.0):
        trouble.meet(fault)
    trouble.over()
    for clock.now in (61.0, 120.0):
        trouble.meet(fault)
    clock.now = 122.0
    with pytest.raises(TokenRefused, match=told):
        trouble.meet(fault)
