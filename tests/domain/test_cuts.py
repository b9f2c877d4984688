"""A cut is where the planned daily total falls: by a new version, or because a plan ended."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from bot.domain.cuts import last_cut
from bot.domain.terms import PlanId
from bot.domain.timetable import Plan, Slot

T0 = datetime(2026, 11, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def plan(start: int, mg: int, end: int | None = None) -> Plan:
    """A version of so many mg a day, by days from the first."""
    ends_at = None if end is None else T0 + end * DAY
    slot = Slot(0, time(8), Decimal(mg))
    return Plan(PlanId(UUID(int=start * 100 + mg)), "Etc/UTC", T0 + start * DAY, ends_at, (slot,))


@pytest.mark.parametrize(
    ("versions", "cut"),
    [
        ([], None),
        ([plan(0, 30)], None),
        ([plan(0, 30, 5), plan(5, 40)], None),
        ([plan(0, 30, 5), plan(5, 30)], None),
        ([plan(0, 30, 5), plan(5, 20)], 5),
        ([plan(5, 20), plan(0, 30, 5)], 5),
        ([plan(0, 30, 5), plan(5, 20, 7), plan(7, 30)], 5),
        ([plan(0, 30, 3), plan(3, 20, 6), plan(6, 10)], 6),
        ([plan(0, 30, 12), plan(12, 20)], None),  # still to come on day 10
        ([plan(0, 30, 5), plan(5, 10, 5), plan(5, 30)], None),  # never in force
        ([plan(0, 30, 8)], 8),  # ended, and nothing after it
        ([plan(0, 30, 15)], None),
        ([plan(0, 30, 4), plan(6, 20)], 6),
    ],
)
def test_the_last_fall_of_the_daily_total_up_to_now(versions: list[Plan], cut: int | None) -> None:
    expected = None if cut is None else T0 + cut * DAY
    assert last_cut(versions, T0 + 10 * DAY) == expected
