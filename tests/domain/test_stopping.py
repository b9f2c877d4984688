"""Which change is a way to stop, and when somebody who stopped is asked how they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from bot.domain.pauses import Life, Pause, PauseKind
from bot.domain.policy import Policy
from bot.domain.stopping import (
    StopReason,
    StopWay,
    StopWish,
    checks_of,
    is_unwell,
    taper_reason,
    way_of,
)
from bot.domain.succession import starting
from bot.domain.terms import Level, PauseId, TaperReason
from bot.domain.timetable import Plan, Slot
from bot.domain.wallclock import local

POLICY = Policy()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
AT = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)  # 12:30 in Berlin
BERLIN = "Europe/Berlin"
WALLS = (time(8), time(14), time(22))


def plan(*amounts: str, walls: tuple[time, ...] = WALLS) -> Plan:
    slots = tuple(
        Slot(n, wall, Decimal(mg)) for n, (wall, mg) in enumerate(zip(walls, amounts, strict=False))
    )
    return starting(BERLIN, slots, AT)


THRICE = plan("10", "10", "10")


@pytest.mark.parametrize(
    ("after", "way"),
    [
        (plan("10", "10", "10"), None),
        (plan("10", "10", "15"), None),
        (plan("5", "10", "15"), None),  # the same day, divided otherwise
        (plan("10", "10", "9.5"), StopWay.LOWER),
        (plan("10", "10"), StopWay.LOWER),
        (plan("20", "10"), StopWay.FEWER),
        (plan("40"), StopWay.FEWER),
        (replace(THRICE, ends_at=AT + DAY), StopWay.PLAN_END),
        (None, StopWay.PLAN_END),
    ],
)
def test_h5_what_lowers_a_day_drops_a_dose_or_ends_is_a_way_to_stop(
    after: Plan | None, way: StopWay | None
) -> None:
    assert way_of(THRICE, after) is way


def test_a_first_plan_and_a_clinicians_change_are_none() -> None:
    assert way_of(None, THRICE) is None
    assert way_of(None, None) is None
    for after in (None, plan("5"), plan("20", "10")):
        assert way_of(THRICE, after, by_clinician=True) is None


def checks(stopped_at: datetime, last: datetime | None, zone: str = BERLIN) -> list[str]:
    found = checks_of(stopped_at, last, WALLS, zone, POLICY)
    return [f"{local(each, zone):%d %H:%M}" for each in found]


def test_it_is_asked_once_a_day_from_18_hours_after_the_last_dose_by_day() -> None:
    assert checks(AT, AT - HOUR) == ["24 07:00", "25 07:00", "26 07:00"]  # 05:30 is night
    assert checks(AT, AT - 4.5 * HOUR) == ["24 07:00", "25 07:00", "26 07:00"]
    assert checks(AT, AT - 10 * HOUR) == ["23 20:30", "24 20:30", "25 20:30"]
    assert checks(AT + 9 * HOUR, AT + 9 * HOUR) == ["24 15:30", "25 15:30", "26 15:30"]


def test_it_is_never_asked_within_four_hours_of_the_end() -> None:
    assert checks(AT, AT - 5 * DAY) == ["23 16:30", "24 16:30", "25 16:30"]
    assert checks(AT + 8 * HOUR, AT - 5 * DAY)[0] == "24 07:00"  # 00:30 is night
    assert checks(AT, None) == ["24 07:00", "25 07:00", "26 07:00"]
    assert checks(AT, AT + 2 * DAY) == checks(AT, None)  # a dose is not logged after the end


def test_an_early_first_dose_makes_the_day_longer() -> None:
    [first, *_] = checks_of(AT, AT - 6.5 * HOUR, (time(5), time(23)), BERLIN, POLICY)
    assert f"{local(first, BERLIN):%d %H:%M}" == "24 05:00"


def test_over_a_clock_change_it_is_asked_at_the_same_time_of_day() -> None:
    saturday = datetime(2026, 10, 24, 8, 0, tzinfo=UTC)  # the clocks go back that night
    assert checks(saturday, saturday - 12 * HOUR) == ["24 16:00", "25 16:00", "26 16:00"]


@pytest.mark.parametrize("hour", range(0, 24, 5))
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Tokyo", "America/St_Johns"])
def test_it_is_always_asked_so_often_in_order_and_by_day(hour: int, zone: str) -> None:
    at = AT + hour * HOUR
    for back in (0, 3, 9, 17, 25, 300):
        found = checks_of(at, at - back * HOUR, WALLS, zone, POLICY)
        assert len(found) == POLICY.stop_checks
        assert list(found) == sorted(found)
        assert found[0] >= at + POLICY.stop_check_least
        assert all(time(7) <= local(each, zone).time() <= time(22) for each in found)


WISH = StopWish(UUID(int=1), StopWay.SAID, AT)


@pytest.mark.parametrize(
    ("reason", "worst", "unwell"),
    [
        (None, None, False),
        (StopReason.FEEL_BETTER, None, False),
        (StopReason.FEEL_BETTER, Level.PHARMACIST, False),
        (StopReason.FEEL_BETTER, Level.URGENT, True),
        (None, Level.EMERGENCY, True),
        (StopReason.SIDE_EFFECTS, None, True),  # not told yet
        (StopReason.SIDE_EFFECTS, Level.CAUTION, False),
        (StopReason.SIDE_EFFECTS, Level.URGENT, True),
    ],
)
def test_h5_nobody_with_an_urgent_sign_or_an_untold_one_counts_as_well(
    reason: StopReason | None, worst: Level | None, unwell: bool
) -> None:
    assert is_unwell(replace(WISH, reason=reason), worst) is unwell


def test_why_they_stop_is_why_they_want_a_taper() -> None:
    assert taper_reason(StopReason.SIDE_EFFECTS) is TaperReason.SIDE_EFFECTS
    assert taper_reason(StopReason.PRESCRIBER) is TaperReason.DOCTOR_SAID
    for other in (None, StopReason.FEEL_BETTER, StopReason.RAN_OUT, StopReason.OTHER):
        assert taper_reason(other) is TaperReason.WANTS_TO_STOP


@pytest.mark.parametrize("kind", PauseKind)
def test_whoever_ended_their_plan_has_none_as_in_hospital(kind: PauseKind) -> None:
    life = Life(Pause(PauseId(UUID(int=1)), kind, AT, None))
    assert life.is_stopped is (kind is PauseKind.STOPPED)
    assert life.has_no_plan is (kind in (PauseKind.STOPPED, PauseKind.HOSPITAL))
