"""When a pause ends, what it covers, and how long a silence is."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from uuid import UUID

import pytest

from bot.domain.pauses import (
    USUAL,
    Days,
    EndProblem,
    For,
    Life,
    Pause,
    PauseEnd,
    PauseKind,
    Until,
    end_of,
    is_long,
)
from bot.domain.policy import Policy
from bot.domain.silence import is_silent
from bot.domain.terms import PauseId

POLICY = Policy()
BERLIN = "Europe/Berlin"
WALLS = (time(8), time(14), time(22))
NOON = datetime(2026, 11, 23, 11, 30, 20, tzinfo=UTC)  # a Monday, 12:30 in Berlin
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PAST, TOO_LONG = EndProblem.PAST, EndProblem.TOO_LONG


def berlin(clock: str, day: int = 23) -> datetime:
    """An instant of November's winter time."""
    return datetime.fromisoformat(f"2026-11-{day}T{clock}:00+01:00").astimezone(UTC)


@pytest.mark.parametrize(
    ("said", "ends_at"),
    [
        (For(4 * HOUR), berlin("16:30")),
        (For(timedelta(minutes=20)), berlin("12:50")),
        (Days(3), berlin("12:30", 26)),
        (Days(14), berlin("12:30", 23) + 14 * DAY),
        (Days(15), TOO_LONG),
        (Days(999_999), TOO_LONG),
        (Until(None, ahead=1), berlin("08:00", 24)),
        (Until(time(9, 15), ahead=1), berlin("09:15", 24)),
        (Until(time(18)), berlin("18:00")),
        (Until(time(18), ahead=0), berlin("18:00")),
        (Until(time(12)), PAST),  # half an hour ago: not tomorrow's
        (Until(time(12, 30)), PAST),  # this very minute
        (Until(time(10), ahead=0), PAST),
        (Until(time(0, 15)), berlin("00:15", 24)),  # tonight
        (Until(time(0)), berlin("00:00", 24)),
        (Until(time(8), weekday=4), berlin("08:00", 27)),
        (Until(None, weekday=4), berlin("08:00", 27)),
        (Until(time(18), weekday=0), berlin("18:00")),  # still to come today
        (Until(time(8), weekday=0), berlin("08:00", 30)),
        (NOON + HOUR, NOON + HOUR),
        (NOON, PAST),
        (NOON + 15 * DAY, TOO_LONG),
    ],
)
def test_where_a_pause_ends(said: PauseEnd | datetime, ends_at: datetime | EndProblem) -> None:
    assert end_of(said, WALLS, BERLIN, NOON, POLICY) == ends_at


def test_the_morning_is_not_after_the_first_dose_of_the_day() -> None:
    for wall, ends_at in ((time(6, 45), "06:45"), (time(9), "08:00"), (time(1), "08:00")):
        said = end_of(Until(None, ahead=1), (wall, time(20)), BERLIN, NOON, POLICY)
        assert said == berlin(ends_at, 24)


def test_midnight_is_the_next_one_however_far_it_is() -> None:
    early = berlin("07:00")
    assert end_of(Until(time(0)), WALLS, BERLIN, early, POLICY) == berlin("00:00", 24)


def test_tomorrow_said_in_the_night_is_the_morning_that_comes() -> None:
    night = berlin("02:00")
    assert end_of(Until(None, ahead=1), WALLS, BERLIN, night, POLICY) == berlin("08:00")
    named = end_of(Until(time(8), ahead=1), WALLS, BERLIN, night, POLICY)
    assert named == berlin("08:00", 24)  # with its time it is what was said


def test_days_end_at_the_same_time_of_day_also_over_a_clock_change() -> None:
    saturday = datetime(2026, 10, 24, 10, 0, tzinfo=UTC)  # 12:00 summer time; it ends that night
    ends_at = end_of(Days(1), WALLS, BERLIN, saturday, POLICY)
    assert ends_at == saturday + 25 * HOUR  # 12:00 winter time
    longest = end_of(Days(14), WALLS, BERLIN, saturday, POLICY)
    assert longest == saturday + 14 * DAY + HOUR  # an hour more is no refusal
    assert end_of(For(4 * HOUR), WALLS, BERLIN, saturday, POLICY) == saturday + 4 * HOUR


def pause(ends_at: datetime | None, ended_at: datetime | None = None) -> Pause:
    return Pause(PauseId(UUID(int=1)), PauseKind.PAUSE, NOON, ends_at, ended_at)


def test_it_runs_up_to_its_end_and_without_it() -> None:
    until = pause(NOON + HOUR)
    before = NOON - timedelta.resolution
    assert [until.runs(at) for at in (before, NOON, NOON + HOUR)] == [False, True, False]
    ended = pause(NOON + HOUR, NOON + HOUR / 2)
    assert ended.runs(NOON + HOUR / 2 - timedelta.resolution)
    assert not ended.runs(NOON + HOUR / 2)
    assert pause(None).runs(NOON + 999 * DAY)


def test_what_lies_beside_a_span_is_not_touched_by_it() -> None:
    span = pause(NOON + HOUR)
    assert span.touches(NOON - HOUR, NOON)
    assert span.touches(NOON + HOUR / 2, NOON + 3 * HOUR)
    assert not span.touches(NOON - HOUR, NOON - timedelta.resolution)
    assert not span.touches(NOON + HOUR, NOON + 2 * HOUR)


def test_more_than_a_day_is_long() -> None:
    assert not is_long(NOON, NOON + DAY, POLICY)
    assert is_long(NOON, NOON + DAY + timedelta(minutes=1), POLICY)


def test_what_holds_the_bot_back_is_one_thing_or_the_other() -> None:
    stay = Life(Pause(PauseId(UUID(int=1)), PauseKind.HOSPITAL, NOON, None))
    assert (stay.in_hospital, stay.is_paused) == (True, False)
    resting = Life(pause(NOON + HOUR), reminders_only=True)
    assert (resting.in_hospital, resting.is_paused) == (False, True)
    assert (USUAL.in_hospital, USUAL.is_paused, USUAL.reminders_only) == (False, False, False)


@pytest.mark.parametrize(
    ("span", "unanswered", "silent"),
    [
        (3 * DAY, 3, True),
        (3 * DAY - timedelta.resolution, 9, False),
        (30 * DAY, 2, False),  # hardly asked at all
        (30 * DAY, 3, True),
    ],
)
def test_a_silence_is_three_days_and_three_doses(
    span: timedelta, unanswered: int, silent: bool
) -> None:
    assert is_silent(NOON, unanswered, NOON + span, POLICY) is silent
