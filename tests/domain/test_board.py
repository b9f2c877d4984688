"""When a day needs a message of its own, and how often one is tried."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.board import Kept, Mark

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("kept", "needed"),
    [
        (Kept(), True),
        (Kept(None, MONDAY, "a digest"), True),
        (Kept(7, None, None), True),
        (Kept(7, MONDAY - DAY, "a digest"), True),
        (Kept(7, MONDAY, "a digest"), False),
        (Kept(7, MONDAY, None), False),
        (Kept(7, MONDAY, Mark.SENT), True),
        (Kept(7, MONDAY, Mark.SENT_AGAIN), True),
        (Kept(7, MONDAY + DAY, "a digest"), False),  # flown back over the date line
    ],
)
def test_a_new_message_is_for_a_new_day_or_where_none_is_known_to_stand(
    kept: Kept, needed: bool
) -> None:
    assert kept.needs_new(MONDAY) is needed


@pytest.mark.parametrize(
    ("kept", "mark"),
    [
        (Kept(), Mark.SENT),
        (Kept(7, MONDAY - DAY, "a digest"), Mark.SENT),
        (Kept(7, MONDAY - DAY, Mark.SENT_AGAIN), Mark.SENT),
        (Kept(None, MONDAY, None), Mark.SENT),
        (Kept(7, MONDAY, Mark.SENT), Mark.SENT_AGAIN),
        (Kept(7, MONDAY, Mark.SENT_AGAIN), None),
    ],
)
def test_a_day_is_sent_twice_at_most_while_nobody_knows_how_it_went(
    kept: Kept, mark: Mark | None
) -> None:
    assert kept.attempt(MONDAY) is mark
