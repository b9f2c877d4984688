"""A journey at any minute: nothing asked twice, nothing lost that could be asked, no gap unsaid."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

import pytest

from bot.domain.missed import late_window
from bot.domain.policy import Policy
from bot.domain.succession import next_start, starting
from bot.domain.timetable import Plan, PlannedDose, Slot, expand, next_after, wall_gaps

POLICY = Policy()
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
BEGIN = datetime(2026, 11, 1, tzinfo=UTC)
LEAVES = datetime(2026, 11, 23, tzinfo=UTC)  # no clock changes near
WALLS = (
    ("22:00",),
    ("08:00", "20:00"),
    ("08:00", "14:00", "22:00"),
    ("08:00", "12:00", "16:00", "22:00"),
    ("07:00", "08:00", "22:00"),  # an hour apart
)
FLIGHTS = (
    ("Asia/Tokyo", "America/Los_Angeles"),
    ("Pacific/Auckland", "Pacific/Honolulu"),
    ("Pacific/Kiritimati", "Pacific/Pago_Pago"),
    ("Europe/London", "Europe/Berlin"),
)
JOURNEYS = [*FLIGHTS, *((there, here) for here, there in FLIGHTS)]


def slots_at(walls: tuple[str, ...]) -> tuple[Slot, ...]:
    """10 mg at each of these times."""
    return tuple(Slot(n, time.fromisoformat(wall), Decimal(10)) for n, wall in enumerate(walls))


def window_of(dose: PlannedDose, plan: Plan) -> timedelta:
    after = next_after([plan], dose.due_at)
    return late_window(dose.due_at, after.due_at if after else None, POLICY)


def moved(zone: str, to: str, slots: tuple[Slot, ...], now: datetime) -> tuple[datetime, Plan]:
    """When the last dose of the old clock was due at `now`, and the plan by the new one."""
    last = expand(starting(zone, slots, BEGIN), now - 2 * DAY, now + timedelta.resolution)[-1]
    return last.due_at, starting(to, slots, next_start(last.due_at, now, slots, to, POLICY))


@pytest.mark.parametrize("walls", WALLS, ids=len)
@pytest.mark.parametrize("journey", JOURNEYS, ids="-".join)
def test_at_any_minute_of_a_day_a_flight_doubles_no_dose_and_loses_none_it_need_not(
    journey: tuple[str, str], walls: tuple[str, ...]
) -> None:
    slots = slots_at(walls)
    apart = min(POLICY.start_gap, *wall_gaps(slots))
    old, new = (starting(zone, slots, BEGIN) for zone in journey)
    past = [dose.due_at for dose in expand(old, LEAVES - 2 * DAY, LEAVES + DAY)]
    by_new_clock = expand(new, LEAVES - 2 * DAY, LEAVES + 4 * DAY)
    ends = {dose.due_at: dose.due_at + window_of(dose, new) for dose in by_new_clock}
    for minute in range(24 * 60):
        now = LEAVES + minute * MINUTE
        last = max(due_at for due_at in past if due_at <= now)
        start = next_start(last, now, slots, new.zone, POLICY)
        first = min(due_at for due_at in ends if due_at >= start)
        assert first - last >= apart
        assert now < ends[first]  # it can still be taken
        for due_at in (each for each in ends if last < each < first):
            assert due_at - last < apart or now >= ends[due_at], (now, due_at)


@pytest.mark.parametrize("walls", WALLS, ids=len)
@pytest.mark.parametrize("flight", FLIGHTS, ids="-".join)
def test_there_and_back_at_once_asks_what_would_have_been_asked_at_home(
    flight: tuple[str, str], walls: tuple[str, ...]
) -> None:
    here, there = flight
    slots = slots_at(walls)
    at_home = starting(here, slots, BEGIN)
    for minute in range(0, 24 * 60, 7):
        now = LEAVES + minute * MINUTE
        last, away = moved(here, there, slots, now)
        back_at = now + 5 * MINUTE
        if away.starts_at <= back_at and expand(away, away.starts_at, back_at + MINUTE):
            continue  # the dose by the clock there took the place of the one at home
        back = starting(here, slots, next_start(last, back_at, slots, here, POLICY))
        first = expand(back, back.starts_at, back_at + 2 * DAY)[0]
        missing = expand(at_home, last + timedelta.resolution, first.due_at)
        assert all(back_at >= each.due_at + window_of(each, at_home) for each in missing)


def test_a_slot_just_past_by_the_new_clock_is_asked_now_and_one_long_past_is_not() -> None:
    slots = slots_at(("08:00", "14:00", "22:00"))
    last = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # in London
    in_berlin = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # 14:00 there

    def start(now: datetime) -> datetime:
        return next_start(last, now, slots, "Europe/Berlin", POLICY)

    assert start(in_berlin + 30 * MINUTE) == in_berlin
    assert start(in_berlin + 2 * HOUR - MINUTE) == in_berlin
    assert start(in_berlin + 2 * HOUR) == in_berlin + 2 * HOUR  # its window is over
    assert start(in_berlin - MINUTE) == in_berlin - MINUTE


def test_a_slot_just_past_is_not_asked_where_the_last_dose_is_near() -> None:
    slots = slots_at(("08:00", "14:00", "22:00"))
    now = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
    assert next_start(now - 3 * HOUR, now, slots, "UTC", POLICY) == now + HOUR
    assert next_start(now - 4 * HOUR - 20 * MINUTE, now, slots, "UTC", POLICY) == now
    assert next_start(None, now, slots, "UTC", POLICY) == now
