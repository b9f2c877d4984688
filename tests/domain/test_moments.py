"""A typed wall time is an instant of the day that was said, or of the one that fits."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.moments import just_past, last_date, nearest

BERLIN = "Europe/Berlin"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


NOON = at("2026-11-23T11:00")  # 12:00 in Berlin
ONE_AM = at("2026-11-23T00:00")  # 01:00 in Berlin


@pytest.mark.parametrize(
    ("wall", "day", "now", "meant"),
    [
        (time(8, 10), None, NOON, "2026-11-23T07:10"),
        (time(12), None, NOON, "2026-11-23T11:00"),
        (time(22), None, ONE_AM, "2026-11-22T21:00"),  # last night's
        (time(13), None, ONE_AM, "2026-11-22T12:00"),  # twelve hours ago to the minute
        (time(12, 59), None, ONE_AM, "2026-11-23T11:59"),  # longer ago: today's, to be refused
        (time(13), None, NOON, "2026-11-23T12:00"),
        (time(22), -1, NOON, "2026-11-22T21:00"),
        (time(22), 0, ONE_AM, "2026-11-23T21:00"),
    ],
)
def test_a_time_of_day_is_the_one_just_past(
    wall: time, day: int | None, now: datetime, meant: str
) -> None:
    assert just_past(wall, day, BERLIN, now) == at(meant)


def test_a_time_is_read_by_the_persons_clock_and_the_clocks_change() -> None:
    assert just_past(time(8), None, "Asia/Tokyo", NOON) == at("2026-11-22T23:00")
    after_change = at("2026-10-25T10:00")  # summer time ended in the night
    assert just_past(time(22), -1, BERLIN, after_change) == at("2026-10-24T20:00")
    assert just_past(time(8), None, BERLIN, after_change) == at("2026-10-25T07:00")


@pytest.mark.parametrize(
    ("wall", "day", "now", "due", "meant"),
    [
        (time(14, 5), None, "2026-11-24T11:00", "2026-11-23T13:00", "2026-11-23T13:05"),
        (time(23, 50), None, "2026-11-24T11:00", "2026-11-23T23:00", "2026-11-23T22:50"),
        (time(0, 10), None, "2026-11-24T11:00", "2026-11-23T21:00", "2026-11-23T23:10"),
        (time(14), -1, "2026-11-24T11:00", "2026-11-24T07:00", "2026-11-23T13:00"),
        (time(13), None, "2026-11-24T11:00", "2026-11-24T13:00", "2026-11-23T12:00"),
        (time(13), 0, "2026-11-24T11:00", "2026-11-24T13:00", "2026-11-24T12:00"),
    ],
)
def test_a_time_about_a_dose_is_the_past_one_nearest_to_it(
    wall: time, day: int | None, now: str, due: str, meant: str
) -> None:
    assert nearest(wall, day, BERLIN, at(now), at(due)) == at(meant)


def test_where_none_is_past_todays_is_returned_to_be_refused() -> None:
    now = at("2026-11-23T11:00")
    assert nearest(time(13), None, BERLIN, now, at("2026-11-25T12:00")) > now


@pytest.mark.parametrize(
    ("said", "date_"),
    [
        ((11, 12, None), date(2026, 11, 12)),
        ((11, 23, None), date(2026, 11, 23)),  # today
        ((11, 24, None), date(2025, 11, 24)),  # not to come
        ((2, 29, None), date(2024, 2, 29)),
        ((12, 24, 2026), date(2026, 12, 24)),
        ((2, 29, 2026), None),
        ((2, 30, None), None),
    ],
)
def test_a_date_without_its_year_is_the_latest_one(
    said: tuple[int, int, int | None], date_: date | None
) -> None:
    assert last_date(*said, date(2026, 11, 23)) == date_
