"""What a log adds up to: k of n, what nobody knows apart, the longest time between."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.adherence import adherence, is_on_time
from bot.domain.dose import Dose
from bot.domain.policy import Policy
from bot.domain.terms import DoseState
from tests.domain.a_dose import a_dose, at, dose_in

POLICY = Policy()
S = DoseState
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def taken(clock: str, when: str) -> Dose:
    return a_dose(clock, state=S.TAKEN, taken_at=at(when))


def test_taken_is_counted_of_what_is_known() -> None:
    doses = [taken("08:00", "08:04"), dose_in(S.SKIPPED), dose_in(S.MISSED), dose_in(S.UNKNOWN)]
    found = adherence(doses, [], POLICY)
    assert (found.taken, found.known, found.unknown) == (1, 3, 1)


@pytest.mark.parametrize("state", [S.PLANNED, S.OPEN, S.CANCELLED])
def test_what_has_not_closed_or_never_was_is_counted_in_nothing(state: DoseState) -> None:
    found = adherence([dose_in(state)], [], POLICY)
    assert (found.taken, found.on_time, found.known, found.unknown) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("when", "on_time"),
    [
        ("13:29:59", False),
        ("13:30", True),
        ("14:00", True),
        ("14:30", True),
        ("14:30:59", True),
        ("14:31", False),
    ],
)
def test_on_time_is_within_half_an_hour_either_side_by_the_minutes_that_are_shown(
    when: str, on_time: bool
) -> None:
    assert is_on_time(taken("14:00", when), POLICY) is on_time
    assert adherence([taken("14:00", when)], [], POLICY).on_time == on_time


def test_the_longest_time_is_between_two_logged_doses_in_a_row() -> None:
    doses = [taken("22:00", "22:10"), taken("08:00", "08:00"), taken("14:00", "14:30")]
    assert adherence(doses, [], POLICY).longest == 7 * HOUR + 40 * MINUTE


def test_a_skipped_dose_does_not_end_the_time_between() -> None:
    doses = [taken("08:00", "08:00"), dose_in(S.SKIPPED), taken("22:00", "22:00")]
    assert adherence(doses, [], POLICY).longest == 14 * HOUR


def test_an_extra_dose_ends_the_time_between_and_is_no_taken_dose() -> None:
    found = adherence([taken("08:00", "08:00"), taken("22:00", "22:00")], [at("18:00")], POLICY)
    assert found.longest == 10 * HOUR
    assert (found.taken, found.known) == (2, 2)


def test_fewer_than_two_logged_doses_have_no_time_between() -> None:
    assert adherence([], [], POLICY).longest is None
    assert adherence([taken("08:00", "08:00")], [], POLICY).longest is None
    assert adherence([], [at("08:00")], POLICY).longest is None


@given(st.lists(st.sampled_from(S), max_size=20))
def test_every_count_is_a_part_of_the_next(states: list[DoseState]) -> None:
    found = adherence([dose_in(state) for state in states], [], POLICY)
    assert 0 <= found.on_time <= found.taken <= found.known
    assert found.known + found.unknown <= len(states)
