"""Warned at ten, seven, three and one day, once a day, in time for the pharmacy; till answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.forecast import Outlook, Stock
from bot.domain.policy import Policy
from bot.domain.supply import Level
from bot.domain.supply_warnings import (
    Look,
    Setting,
    SupplyAsk,
    Watch,
    arrives_on,
    crossings,
    is_hour,
    is_last,
    look,
    order_by,
    wanted,
    warning,
)
from bot.domain.wallclock import day_of, instant, local
from bot.domain.working_days import ready_on
from tests.domain.test_forecast import TEN

POLICY = Policy()
BERLIN = "Europe/Berlin"
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
MONDAY = date(2026, 11, 23)
WALLS = (time(8), time(14), time(22))
HERE = Setting(BERLIN, WALLS, instant(MONDAY, time(9), BERLIN) - 30 * DAY)
LOW, ARRIVED = SupplyAsk.LOW, SupplyAsk.ARRIVED


def on(clock: str, days: int = 0) -> datetime:
    return instant(MONDAY + days * DAY, time.fromisoformat(clock), BERLIN)


def lasting(until: datetime | None, now: datetime, *, counted: bool = True) -> Outlook:
    """The tablets last until then."""
    level = Level(TEN) if counted else None
    stock = Stock(TEN, level, level, used=True)
    return Outlook(now, (stock,), TEN if until else None, until)


def number(until: datetime, now: datetime, watch: Watch | None = None) -> int:
    return warning(lasting(until, now), watch or Watch(), BERLIN, now, POLICY)


def looked(
    until: datetime | None, now: datetime, watch: Watch | None = None, setting: Setting = HERE
) -> Look:
    return look(lasting(until, now), watch or Watch(), setting, now, POLICY)


def test_each_warning_holds_as_soon_as_no_more_whole_days_are_left() -> None:
    out_at = on("14:00", 25)  # a Friday: no weekend is in the way
    for which, days in enumerate(POLICY.supply_warn_days, 1):
        since = out_at - (days + 1) * DAY + timedelta.resolution
        assert lasting(out_at, since).days == days
        assert number(out_at, since) == which
        assert number(out_at, since - timedelta.resolution) == which - 1
    assert number(out_at, out_at) == 5


def test_a_weekend_that_the_pharmacy_would_not_make_brings_the_warning_forward() -> None:
    out_at = on("08:00", 8)  # a Tuesday: three days before it is a Friday afternoon too late
    third = crossings(lasting(out_at, on("08:00")), 2, BERLIN, POLICY)[2]
    assert third == on("00:00", 3)  # Thursday: what is ordered then is there on Monday
    assert number(out_at, on("23:59", 2)) == 2
    assert number(out_at, on("00:00", 3)) == 3


def test_the_last_warning_stays_at_one_day_and_says_that_it_is_the_last() -> None:
    out_at = on("08:00", 8)
    fourth = crossings(lasting(out_at, on("08:00")), 2, BERLIN, POLICY)[3]
    assert fourth == out_at - 2 * DAY + timedelta.resolution
    assert [n for n in range(6) if is_last(n, POLICY)] == [4, 5]


def test_a_pharmacy_that_needs_weeks_moves_the_first_warning() -> None:
    out_at = on("14:00", 40)
    first = crossings(lasting(out_at, on("08:00")), 15, BERLIN, POLICY)[0]
    assert ready_on(day_of(first, BERLIN), 15) < day_of(out_at, BERLIN)
    assert number(out_at, first, Watch(lead=15)) == 1
    assert number(out_at, first) == 0


@settings(max_examples=200, deadline=None)
@given(st.integers(5 * 24 * 60, 60 * 24 * 60), st.integers(0, 9))
def test_the_first_warning_is_in_time_and_no_later_one_comes_before_it(
    minutes: int, lead: int
) -> None:
    out_at = on("00:00") + minutes * MINUTE
    every = crossings(lasting(out_at, on("00:00")), lead, BERLIN, POLICY)
    first = every[0]
    assert ready_on(day_of(first, BERLIN), lead) < day_of(out_at, BERLIN)
    assert every[-2] <= out_at - DAY
    numbers = [
        warning(lasting(out_at, at), Watch(lead=lead), BERLIN, at, POLICY)
        for at in (first + n * 6 * HOUR for n in range(4 * 20))
    ]
    assert numbers == sorted(numbers)
    if lead <= 2:  # three days are meant to be enough
        assert ready_on(day_of(every[2], BERLIN), lead) < day_of(out_at, BERLIN)


def test_it_is_said_once_a_day_until_it_is_answered() -> None:
    out_at, watch = on("14:00", 11), Watch()
    found = looked(out_at, on("10:00", 1))
    assert found == Look(LOW, on("10:00", 2))
    watch = Watch(told_on=MONDAY + DAY)
    assert looked(out_at, on("15:00", 1), watch).say is None
    assert looked(out_at, on("10:00", 2), watch) == Look(LOW, on("10:00", 3))


@pytest.mark.parametrize(
    ("clock", "said"),
    [("03:00", False), ("09:59", False), ("10:00", True), ("21:59", True), ("22:00", False)],
)
def test_nobody_is_told_before_the_hour_or_after_the_last_dose(clock: str, said: bool) -> None:
    assert is_hour(HERE, on(clock), POLICY) is said
    assert (looked(on("14:00", 5), on(clock)).say is LOW) is said


def test_a_last_dose_late_in_the_evening_makes_the_day_longer() -> None:
    late = replace(HERE, walls=(time(11), time(23, 30)))
    assert is_hour(late, on("23:00"), POLICY)
    assert not is_hour(HERE, on("23:00"), POLICY)


def test_a_warning_that_begins_by_day_is_looked_at_then() -> None:
    out_at = on("15:30", 25)
    begins = out_at - 11 * DAY + timedelta.resolution
    before = looked(out_at, begins - HOUR)
    assert before == Look(None, begins)
    assert looked(out_at, begins).say is LOW


def test_ordered_is_quiet_until_the_next_warning_and_then_asked_about() -> None:
    out_at, ordered_at = on("14:00", 11), on("10:05", 1)
    watch = Watch(told_on=MONDAY + DAY, ordered_at=ordered_at, ordered_at_warning=1)
    assert arrives_on(watch, BERLIN, POLICY) == MONDAY + 3 * DAY
    assert looked(out_at, on("10:00", 2), watch).say is None
    assert looked(out_at, on("10:00", 3), watch).say is ARRIVED  # Thursday
    third = on("10:00", 8)
    assert looked(out_at, third, watch).say is LOW
    assert looked(out_at, third, replace(watch, ordered_at_warning=3)).say is ARRIVED


def test_in_hospital_nothing_is_said_and_at_home_the_count_is_asked_for_once() -> None:
    there = replace(HERE, in_hospital=True)
    assert looked(on("14:00", 1), on("10:00"), setting=there) == Look(None, on("10:00", 1))
    home = replace(HERE, home_at=on("09:00"))
    assert looked(None, on("10:00"), setting=home).say is SupplyAsk.HOME
    asked = Watch(offered_at=on("10:00"))
    assert looked(None, on("10:00", 1), asked, home).say is None


def test_a_pause_of_the_reminders_is_no_pause_of_the_warnings() -> None:
    paused = replace(HERE, is_paused=True)
    assert looked(on("14:00", 5), on("10:00"), setting=paused).say is LOW


def test_it_is_offered_once_after_the_first_days_and_never_in_a_pause() -> None:
    new = replace(HERE, onboarded_at=on("12:30"))

    def offer(now: datetime, setting: Setting = new, watch: Watch | None = None) -> Look:
        nothing = lasting(None, now, counted=False)
        return look(nothing, watch or Watch(), setting, now, POLICY)

    assert offer(on("12:30")) == Look(None, on("10:00", 4))
    assert offer(on("10:00", 4)).say is SupplyAsk.OFFER
    assert offer(on("10:00", 4), replace(new, is_paused=True)).say is None
    assert offer(on("10:00", 5), watch=Watch(offered_at=on("10:00", 4))) == Look(None, None)
    old = lasting(None, on("10:00", 5))
    assert wanted(old, Watch(), new, on("10:00", 5), POLICY) is None  # counted already


def test_the_day_to_order_by_is_told_as_long_as_it_serves() -> None:
    out_at = on("08:00", 8)
    assert order_by(lasting(out_at, on("12:00")), Watch(), BERLIN, POLICY) == MONDAY + 3 * DAY
    assert order_by(lasting(out_at, on("12:00", 4)), Watch(), BERLIN, POLICY) is None
    assert order_by(lasting(out_at, on("12:00")), Watch(lead=4), BERLIN, POLICY) == MONDAY + DAY


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 40 * 24 * 60), st.integers(0, 6), st.booleans())
def test_whoever_never_taps_hears_each_warning_daily_by_day_and_once_a_day(
    minutes: int, weekday: int, delay: bool
) -> None:
    begin = on("00:00", weekday)
    out_at = begin + 20 * DAY + minutes * MINUTE
    watch, at, told = Watch(), begin, []
    while at is not None and at < out_at + 3 * DAY:
        at += 7 * MINUTE if delay else timedelta()  # the beat comes a little late
        found = looked(out_at, at, watch)
        if found.say is not None:
            told.append((at, number(out_at, at, watch)))
            watch = replace(watch, told_on=day_of(at, BERLIN))
        assert found.act_at is not None
        assert found.act_at > at
        at = found.act_at
    days = [day_of(each, BERLIN) for each, _ in told]
    assert days == [days[0] + n * DAY for n in range(len(days))]  # daily, never twice
    assert all(time(10) <= local(each, BERLIN).time() < time(22) for each, _ in told)
    assert [n for _, n in told] == sorted(n for _, n in told)
    assert {n for _, n in told} == {1, 2, 3, 4, 5}
    first = {n: next(each for each, which in told if which == n) for n in range(1, 6)}
    for n, since in enumerate(crossings(lasting(out_at, begin), 2, BERLIN, POLICY), 1):
        assert since <= first[n] <= since + 36 * HOUR  # the next hour of a day that has none yet
