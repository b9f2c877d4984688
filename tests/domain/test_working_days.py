"""A pharmacy's days: Saturdays and Sundays do not count."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.working_days import is_working, last_order_day, ready_on

MON, TUE, WED, THU, FRI, SAT, SUN = (date(2026, 11, day) for day in range(23, 30))
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("ordered", "lead", "ready"),
    [
        (MON, 2, WED), (MON, 0, MON), (THU, 2, MON + 7 * DAY), (FRI, 1, MON + 7 * DAY),
        (SAT, 0, MON + 7 * DAY), (SUN, 2, WED + 7 * DAY),
    ],
)  # fmt: skip
def test_what_is_ordered_is_there_so_many_working_days_later(
    ordered: date, lead: int, ready: date
) -> None:
    assert ready_on(ordered, lead) == ready


@pytest.mark.parametrize(
    ("needed", "lead", "day"),
    [
        (FRI, 2, TUE), (THU, 2, MON), (WED, 2, FRI - 7 * DAY), (MON + 7 * DAY, 2, WED),
        (SUN, 2, WED), (TUE, 0, MON), (TUE + 7 * DAY, 0, MON + 7 * DAY), (MON + 7 * DAY, 0, FRI),
    ],
)  # fmt: skip
def test_the_last_day_to_order_brings_it_the_day_before_it_is_needed(
    needed: date, lead: int, day: date
) -> None:
    assert last_order_day(needed, lead) == day


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.integers(0, 15))
def test_it_serves_and_the_next_working_day_would_not(needed: date, lead: int) -> None:
    day = last_order_day(needed, lead)
    assert is_working(day)
    assert ready_on(day, lead) < needed
    after = day + DAY
    while not is_working(after):
        after += DAY
    assert after >= needed or ready_on(after, lead) >= needed
