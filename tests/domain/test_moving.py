"""When people are asked how they move: on its day, awake, and not much later."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.moving import asked_at, next_time
from bot.domain.policy import Policy

POLICY = Policy()
BERLIN, BEGAN = "Europe/Berlin", datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # a Monday, 14:00


def utc(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


@pytest.mark.parametrize(("day", "at"), [(7, "2026-11-30 10:00"), (14, "2026-12-07 10:00")])
def test_it_is_asked_at_11_by_the_persons_clock(day: int, at: str) -> None:
    assert asked_at(BEGAN, day, BERLIN, POLICY) == utc(at)


def test_days_are_the_calendars_where_the_clocks_change() -> None:
    began = datetime(2026, 10, 20, 22, 30, tzinfo=UTC)  # 00:30 on the 21st in Berlin, summer time
    assert asked_at(began, 7, BERLIN, POLICY) == utc("2026-10-28 10:00")


@pytest.mark.parametrize(
    ("at", "asked"),
    [
        ("2026-11-29 10:00", "2026-11-30 10:00"),  # before its day
        ("2026-11-30 10:00", "2026-11-30 10:00"),
        ("2026-11-30 18:59", "2026-11-30 18:59"),  # 19:59
        ("2026-11-30 19:00", "2026-12-01 10:00"),  # 20:00: tomorrow
        ("2026-12-01 03:00", "2026-12-01 10:00"),  # at night: in the morning
        ("2026-12-01 10:00", "2026-12-01 10:00"),
        ("2026-12-01 10:01", None),  # a day late, and more
        ("2026-12-20 10:00", None),
    ],
)
def test_late_it_waits_for_waking_hours_and_is_left_after_a_day(at: str, asked: str | None) -> None:
    found = next_time(BEGAN, 7, BERLIN, utc(at), POLICY)
    assert found == (None if asked is None else utc(asked))


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "America/Los_Angeles", "Asia/Kolkata"])
def test_nobody_is_asked_in_the_night_wherever_they_have_gone(zone: str) -> None:
    at = asked_at(BEGAN, 7, BERLIN, POLICY)
    for hours in range(48):
        found = next_time(BEGAN, 7, zone, at + timedelta(hours=hours), POLICY)
        if found is not None:
            assert next_time(BEGAN, 7, zone, found, POLICY) == found
