"""How the pinned day talks: it is read for hours, so nothing in it goes stale or asks."""

from __future__ import annotations

import re

from bot.screens.screen import Screen
from tests.screens.gallery import all_screens
from tests.screens.golden import readable

SCREENS = all_screens()


def test_the_pinned_day_asks_for_nothing_and_tells_no_span_that_would_go_stale() -> None:
    pinned = {name: each for name, each in SCREENS.items() if name.startswith("board/pinned")}
    assert pinned
    for name, screen in pinned.items():
        assert not any(button.tap.subject for row in screen.rows for button in row), name
        assert not re.search(r"\b(in|ago|now$|today|tomorrow|yesterday)\b", spans(screen)), name


def spans(screen: Screen) -> str:
    """The lines about doses, without their reasons."""
    return re.sub(r"\(.*?\)|No doses today\.|in hospital", "", readable(screen.text)).lower()
