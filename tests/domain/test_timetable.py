"""The timetable's promises, one by one, with the instants they are about."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from bot.domain import timetable
from bot.domain.policy import Policy
from bot.domain.terms import PlanId
from bot.domain.timetable import Plan, Slot

BEGIN, END = datetime(2025, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def slots(*minutes: int) -> tuple[Slot, ...]:
    """Slots at these minutes after midnight."""
    walls = [time(minute // 60, minute % 60) for minute in minutes]
    return tuple(Slot(index, wall, Decimal(10)) for index, wall in enumerate(walls))


def plan(zone: str, its_slots: tuple[Slot, ...], starts=LONG_AGO, ends=None, number=1) -> Plan:
    return Plan(PlanId(UUID(int=number)), zone, starts, ends, its_slots)


def test_a_spring_gap_moves_a_dose_to_the_first_valid_instant():
    change = datetime(2026, 3, 29, 1, tzinfo=UTC)
    (dose,) = timetable.expand(plan("Europe/Berlin", slots(150)), change - HOUR, change + HOUR)
    assert (dose.due_at, dose.wall, dose.delayed) == (change, time(2, 30), False)


def test_a_dose_left_too_near_is_delayed_to_half_its_gap():
    change = datetime(2026, 3, 29, 1, tzinfo=UTC)
    its_plan = plan("Europe/Berlin", slots(90, 180, 14 * 60))  # 01:30, 03:00: 30 minutes apart
    first, second, third = timetable.expand(its_plan, change - HOUR, change + 12 * HOUR)
    assert (first.due_at, first.delayed) == (change - 30 * MINUTE, False)
    assert (second.due_at, second.delayed) == (change + 15 * MINUTE, True)
    assert (third.due_at, third.delayed) == (datetime(2026, 3, 29, 12, tzinfo=UTC), False)


def test_a_dose_left_exactly_half_its_gap_is_not_delayed():
    change = datetime(2026, 3, 29, 1, tzinfo=UTC)
    its_plan = plan("Europe/Berlin", slots(90, 210))  # 01:30, 03:30: two hours become one
    doses = timetable.expand(its_plan, change - HOUR, change + 2 * HOUR)
    assert [dose.delayed for dose in doses] == [False, False]


def test_an_autumn_fold_fires_once_and_at_the_first():
    its_plan = plan("Europe/Berlin", slots(150))
    since = datetime(2026, 10, 24, 12, tzinfo=UTC)
    (dose,) = timetable.expand(its_plan, since, since + DAY)
    assert dose.due_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_plan_is_in_force_from_its_start_to_just_before_its_end():
    starts = datetime(2026, 6, 1, 8, tzinfo=UTC)
    its_plan = plan("UTC", slots(8 * 60), starts, starts + 2 * DAY)
    doses = timetable.expand(its_plan, LONG_AGO, END)
    assert [dose.due_at for dose in doses] == [starts, starts + DAY]
    assert timetable.expand(its_plan, starts + 2 * DAY, END) == ()
    assert timetable.expand(its_plan, starts, starts) == ()


def test_the_next_dose_is_looked_for_across_versions():
    starts = datetime(2026, 6, 1, tzinfo=UTC)
    old = plan("UTC", slots(8 * 60, 20 * 60), starts, starts + 12 * HOUR, number=1)
    new = plan("UTC", slots(9 * 60), starts + 12 * HOUR, starts + 3 * DAY, number=2)
    versions = [new, old]

    def after(at):
        dose = timetable.next_after(versions, at)
        return dose and (dose.plan_id.int, dose.due_at - starts)

    assert after(LONG_AGO) == (1, 8 * HOUR)
    assert after(starts + 8 * HOUR - timedelta.resolution) == (1, 8 * HOUR)
    assert after(starts + 8 * HOUR) == (2, 33 * HOUR)
    assert after(starts + 57 * HOUR) is None
    assert timetable.next_after([], starts) is None


def test_gaps_run_from_each_slot_to_the_next_around_midnight():
    assert timetable.wall_gaps(slots(480, 840, 1320)) == (6 * HOUR, 8 * HOUR, 10 * HOUR)
    assert timetable.wall_gaps(slots(480)) == (DAY,)


def test_a_new_version_starts_clear_of_the_last_dose():
    now, policy = datetime(2026, 6, 1, 12, tzinfo=UTC), Policy()
    thrice, often = slots(480, 840, 1320), slots(480, 600, 1320)
    start = timetable.first_start
    assert start(None, now, thrice, policy) == now
    assert start(now - 5 * HOUR, now, thrice, policy) == now
    assert start(now - HOUR, now, thrice, policy) == now + 3 * HOUR
    assert start(now - HOUR, now, often, policy) == now + HOUR
    assert start(now + HOUR, now, slots(480), policy) == now + 5 * HOUR


def test_a_day_is_the_sum_of_its_slots_in_exact_decimals():
    halves = (Slot(0, time(8), Decimal("2.5")), Slot(1, time(20), Decimal("0.1")))
    assert plan("UTC", halves).daily_mg == Decimal("2.6")


def test_a_plan_that_cannot_be_is_refused():
    one, naive = slots(480), datetime(2026, 1, 1)  # noqa: DTZ001
    for refused in (
        lambda: plan("UTC", ()),
        lambda: plan("Europe/Nowhere", one),
        lambda: plan("UTC", one, naive),
        lambda: plan("UTC", one, BEGIN, naive),
        lambda: plan("UTC", (Slot(1, time(8), Decimal(10)),)),
        lambda: plan("UTC", (Slot(0, time(8), Decimal(5)), Slot(1, time(8), Decimal(5)))),
        lambda: plan("UTC", (Slot(0, time(9), Decimal(5)), Slot(1, time(8), Decimal(5)))),
        lambda: Slot(0, time(8, tzinfo=UTC), Decimal(5)),
        lambda: Slot(0, time(8, 0, 1), Decimal(5)),
        lambda: Slot(0, time(8), Decimal(0)),
        lambda: Slot(0, time(8), Decimal("NaN")),
    ):
        with pytest.raises(ValueError, match=r".+"):
            refused()
