"""How late a dose may be taken, and how near to another is asked about: the policy's examples."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.missed import extra_distance, late_window
from bot.domain.policy import Policy
from tests.domain.a_dose import at

POLICY = Policy()
DUE = at("14:00")
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
gaps = st.timedeltas(MINUTE, timedelta(days=3))


@pytest.mark.parametrize(
    ("gap", "window"),
    [
        (8 * HOUR, 2 * HOUR),
        (6 * HOUR, 1.5 * HOUR),
        (4 * HOUR, HOUR),
        (24 * HOUR, 2 * HOUR),
        (14 * HOUR, 2 * HOUR),
        (HOUR, 30 * MINUTE),
        (2 * HOUR, 30 * MINUTE),
        (30 * MINUTE, 15 * MINUTE),  # a clock change brought them this close
        (None, 2 * HOUR),
    ],
)
def test_the_late_window_is_the_policys(gap: timedelta | None, window: timedelta) -> None:
    assert late_window(DUE, None if gap is None else DUE + gap, POLICY) == window


@given(gaps)
def test_the_window_is_never_beyond_half_the_gap_nor_two_hours(gap: timedelta) -> None:
    window = late_window(DUE, DUE + gap, POLICY)
    assert timedelta(0) < window <= min(gap / 2, 2 * HOUR)
    if gap >= HOUR:
        assert window >= 30 * MINUTE


@given(gaps, gaps)
def test_a_longer_gap_never_has_a_shorter_window(gap: timedelta, other: timedelta) -> None:
    shorter, longer = sorted((gap, other))
    assert late_window(DUE, DUE + shorter, POLICY) <= late_window(DUE, DUE + longer, POLICY)


@given(gaps)
def test_a_dose_closes_before_the_next_one_opens(gap: timedelta) -> None:
    assert DUE + late_window(DUE, DUE + gap, POLICY) < DUE + gap


@pytest.mark.parametrize(
    ("gap", "distance"),
    [
        (8 * HOUR, 4 * HOUR),
        (24 * HOUR, 4 * HOUR),
        (6 * HOUR, 3 * HOUR),
        (HOUR, 30 * MINUTE),
        (None, 4 * HOUR),
    ],
)
def test_closer_than_this_may_be_an_extra_dose(gap: timedelta | None, distance: timedelta) -> None:
    assert extra_distance(gap, POLICY) == distance


@given(gaps)
def test_two_doses_at_their_planned_times_are_never_asked_about(gap: timedelta) -> None:
    assert extra_distance(gap, POLICY) < gap
