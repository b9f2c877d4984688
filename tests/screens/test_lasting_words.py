"""Words that stand in a chat for hours stay true there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.screens.scene import Scene
from bot.words import Words

EVENING = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)  # 23:00 in Berlin
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("hours", "said"), [(0.5, "23:30"), (1, "midnight"), (2, "01:00"), (14, "tomorrow 13:00")]
)
def test_the_end_of_a_window_is_told_so_that_it_is_true_past_midnight(
    hours: float, said: str
) -> None:
    assert Scene(Words(), "Europe/Berlin", EVENING).until(EVENING + hours * HOUR) == said
