"""Last night's doses stand beside today's for twelve hours, the last three at most."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.beside import beside, told_until
from bot.domain.dose import Dose
from bot.domain.terms import DoseState as S
from tests.domain.a_dose import DAY, a_dose, at

TOMORROW = DAY + timedelta(days=1)
ZONE = "Etc/UTC"
LATE = a_dose("23:00", "23:59", state=S.TAKEN, taken_at=at("00:11", days=1))


def told(*doses: Dose, clock: str, days: int = 1) -> list[str]:
    """The times of those told at this instant, beside the doses of its date."""
    day = DAY + timedelta(days=days)
    return [f"{dose.wall:%H:%M}" for dose in beside(doses, day, ZONE, at(clock, days))]


def test_one_taken_after_midnight_is_told_for_twelve_hours_from_then() -> None:
    assert told(LATE, clock="00:11") == ["23:00"]
    assert told(LATE, clock="12:10:59") == ["23:00"]
    assert told(LATE, clock="12:11") == []


@pytest.mark.parametrize("state", [S.OPEN, S.SKIPPED, S.MISSED, S.UNKNOWN])
def test_one_that_was_not_taken_is_told_for_twelve_hours_from_its_time(state: S) -> None:
    dose = a_dose("22:00", "23:59", state=state)
    assert told(dose, clock="00:00") == ["22:00"]
    assert told(dose, clock="09:59") == ["22:00"]
    assert told(dose, clock="10:00") == []


def test_one_of_tomorrow_taken_before_midnight_is_told_today() -> None:
    when = {"local_date": TOMORROW, "due_at": at("00:30", 1), "closes_at": at("02:00", 1)}
    assert told(a_dose("00:30", **when), clock="23:50", days=0) == []
    taken = a_dose("00:30", **when, state=S.TAKEN, taken_at=at("23:50"))
    assert told(taken, clock="23:50", days=0) == ["00:30"]


def test_the_days_own_doses_stand_in_the_day() -> None:
    assert told(a_dose("08:00", state=S.MISSED), clock="09:00", days=0) == []


def test_of_many_the_last_three_are_told_in_the_order_of_their_times() -> None:
    doses = [a_dose(f"{hour}:00", state=S.UNKNOWN) for hour in (16, 18, 20, 22)]
    assert told(*doses, clock="00:30") == ["18:00", "20:00", "22:00"]
    late = a_dose("16:00", state=S.TAKEN, taken_at=at("23:30"))
    assert told(late, *doses[1:], clock="00:30") == ["16:00", "20:00", "22:00"]


def test_the_first_to_go_is_the_one_to_wait_for() -> None:
    extra = at("23:40")
    assert told_until([LATE], [extra]) == at("11:40", days=1)
    assert told_until([LATE], []) == at("12:11", days=1)
    assert told_until([], []) is None
