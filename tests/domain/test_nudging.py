"""A nudge comes once, at its time, never near the end, and never into a snooze."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.domain.dose import Say
from bot.domain.dose_events import Changed, Tick
from bot.domain.dose_rules import apply
from bot.domain.nudging import after_open, ask_again, is_nudge_due, nudge_at, nudged
from bot.domain.policy import Policy
from bot.domain.terms import DoseState
from tests.domain.a_dose import at, dose_in

POLICY = Policy()
OPEN = DoseState.OPEN
THREE = Policy(nudge_after=tuple(timedelta(minutes=each) for each in (10, 20, 30)))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("14:00", at("14:30")),
        ("15:25", at("15:55")),  # exactly five minutes before the end
        ("15:26", None),
        ("15:59", None),
    ],
)
def test_only_where_five_minutes_of_the_window_are_left(
    asked: str, expected: datetime | None
) -> None:
    assert nudge_at(dose_in(OPEN, asked_at=at(asked)), at(asked), POLICY) == expected


def test_one_by_default() -> None:
    assert nudge_at(dose_in(OPEN, nudges=1), at("14:00"), POLICY) is None


def test_none_where_none_are_wished() -> None:
    dose = dose_in(OPEN)
    assert nudge_at(dose, at("14:00"), Policy(nudge_after=())) is None
    assert after_open(dose, at("14:00"), Policy(nudge_after=())).act_at == dose.closes_at


@pytest.mark.parametrize(("now", "due"), [("15:55", True), ("15:56", False)])
def test_none_in_the_last_five_minutes_after_an_outage_either(now: str, due: bool) -> None:
    dose = dose_in(OPEN)
    assert is_nudge_due(dose, at(now), POLICY) is due
    looked = apply(dose, Tick(), at(now), POLICY)
    assert isinstance(looked, Changed)
    assert (looked.say is Say.NUDGE) is due
    assert looked.dose.act_at == dose.closes_at


def test_none_before_anybody_was_asked() -> None:
    assert nudge_at(dose_in(DoseState.PLANNED), at("14:00"), POLICY) is None


def test_three_come_at_their_times() -> None:
    dose = after_open(dose_in(OPEN), at("14:00"), THREE)
    times = []
    while dose.act_at is not None and dose.act_at < dose.closes_at:
        times.append(dose.act_at)
        dose = nudged(dose, dose.act_at, THREE)
    assert times == [at("14:10"), at("14:20"), at("14:30")]


def test_not_while_a_snooze_runs() -> None:
    snoozed = dose_in(OPEN, snoozed_until=at("15:00"))
    assert not is_nudge_due(snoozed, at("14:45"), POLICY)
    assert after_open(snoozed, at("14:45"), POLICY).act_at == at("15:00")


def test_after_a_snooze_the_half_hour_begins_again() -> None:
    again = ask_again(dose_in(OPEN, snoozed_until=at("15:00")), at("15:00"), POLICY)
    assert (again.snoozed_until, again.asked_at, again.act_at) == (
        None,
        at("15:00"),
        at("15:30"),
    )


def test_the_dose_is_never_looked_at_later_than_its_end() -> None:
    snoozed = dose_in(OPEN, snoozed_until=at("18:00"))
    assert after_open(snoozed, at("14:00"), POLICY).act_at == at("16:00")
