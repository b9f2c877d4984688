"""Which dose "taken" means: only what it can mean, and where it can mean several, it is asked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.choosing import ThisDose, WhichDose, choose, names_another, near_taken
from bot.domain.dose import Dose
from bot.domain.policy import Policy
from bot.domain.terms import DoseState
from tests.domain.a_dose import a_dose, at

POLICY = Policy()
S = DoseState
WINDOWS = {"08:00": "10:00", "14:00": "16:00", "22:00": "23:59"}


def day(morning: DoseState, noon: DoseState, night: DoseState = S.PLANNED) -> list[Dose]:
    """The doses of a day in these states."""
    states = zip(WINDOWS.items(), (morning, noon, night), strict=True)
    return [a_dose(clock, closes, state=state) for (clock, closes), state in states]


def test_one_open_dose_is_the_one_meant() -> None:
    doses = day(S.TAKEN, S.OPEN)
    assert choose(doses, None, at("14:10")) == ThisDose(doses[1])


def test_a_typed_time_in_the_open_doses_span_means_that_dose() -> None:
    doses = day(S.TAKEN, S.OPEN)
    assert choose(doses, at("13:50"), at("14:10")) == ThisDose(doses[1])
    assert choose(doses, at("12:00"), at("14:10")) == ThisDose(doses[1])


def test_several_open_doses_are_asked_about() -> None:
    doses = [
        a_dose("14:00", "16:00", state=S.OPEN),
        a_dose("15:00", "15:30", state=S.OPEN),
    ]
    assert choose(doses, None, at("15:05")) == WhichDose(tuple(doses))


def test_with_none_open_the_next_is_offered_where_its_early_span_has_begun() -> None:
    doses = day(S.TAKEN, S.PLANNED)
    assert choose(doses, None, at("12:00")) == WhichDose((doses[1],))
    assert choose(doses, None, at("11:59")) == WhichDose(())


def test_then_the_unlogged_doses_of_the_last_day_are_offered() -> None:
    doses = day(S.UNKNOWN, S.MISSED)
    assert choose(doses, None, at("16:30")) == WhichDose((doses[1], doses[0]))
    assert choose(doses, at("08:10"), at("16:30")) == WhichDose((doses[0],))


def test_one_answered_not_sure_is_offered_for_a_typed_time_alone() -> None:
    unsure = a_dose("14:00", "16:00", state=S.UNKNOWN, answered_at=at("14:10"))
    assert choose([unsure], None, at("16:30")) == WhichDose(())
    assert choose([unsure], None, at("14:30")) == WhichDose(())
    assert choose([unsure], at("14:05"), at("16:30")) == WhichDose((unsure,))


def test_a_time_nearer_to_one_that_is_over_is_asked_about() -> None:
    over = a_dose("08:00", "08:30", state=S.MISSED)
    opened = a_dose("09:00", "11:00", state=S.OPEN)
    assert choose([over, opened], at("08:05"), at("09:10")) == WhichDose((over, opened))
    assert choose([over, opened], at("08:55"), at("09:10")) == ThisDose(opened)
    assert choose([over, opened], None, at("09:10")) == ThisDose(opened)


def test_the_next_comes_before_those_that_are_over() -> None:
    doses = day(S.TAKEN, S.MISSED)
    assert choose(doses, None, at("20:30")) == WhichDose((doses[2], doses[1]))


def test_a_dose_of_more_than_a_day_ago_is_not_offered() -> None:
    doses = day(S.MISSED, S.TAKEN, S.TAKEN)
    assert choose(doses, None, at("08:00", days=1)) == WhichDose((doses[0],))
    assert choose(doses, None, at("08:01", days=1)) == WhichDose(())


def test_a_time_before_the_open_doses_span_is_asked_about() -> None:
    doses = day(S.UNKNOWN, S.OPEN)
    asked = choose(doses, at("08:10"), at("14:10"))
    assert isinstance(asked, WhichDose)
    assert doses[0] in asked.doses


def test_answered_and_cancelled_doses_are_never_offered() -> None:
    for state in (S.TAKEN, S.SKIPPED, S.CANCELLED):
        assert choose(day(state, state, state), None, at("16:30")) == WhichDose(())


@given(
    st.tuples(*[st.sampled_from(S)] * 3),
    st.integers(0, 1439),
    st.none() | st.integers(0, 1439),
)
def test_it_guesses_only_the_single_open_dose_and_offers_three_at_most(
    states: tuple[DoseState, ...], now: int, typed: int | None
) -> None:
    doses = day(*states)
    moment = None if typed is None else at("00:00") + timedelta(minutes=typed)
    chosen = choose(doses, moment, at("00:00") + timedelta(minutes=now))
    opened = [dose for dose in doses if dose.state is S.OPEN]
    if isinstance(chosen, ThisDose):
        assert opened == [chosen.dose]
        return
    assert len(chosen.doses) <= 3
    assert len(set(chosen.doses)) == len(chosen.doses)
    waiting = (S.OPEN, S.PLANNED, S.MISSED, S.UNKNOWN)
    assert all(dose.state in waiting for dose in chosen.doses)


def taken(clock: str, when: str) -> Dose:
    return a_dose(clock, WINDOWS[clock], state=S.TAKEN, taken_at=at(when))


@pytest.mark.parametrize(
    ("dose", "near_until", "apart_from"),
    [
        ("14:00", "11:59", "12:00"),  # 3 h after 09:00: min(4 h, half of the planned 6 h)
        ("22:00", "12:59", "13:00"),  # 14 h apart as planned: 4 h
        (None, "12:59", "13:00"),  # outside the plan: 4 h
    ],
)
def test_closer_to_another_than_the_policy_says_is_asked_about(
    dose: str | None, near_until: str, apart_from: str
) -> None:
    before = taken("08:00", "09:00")
    this = None if dose is None else a_dose(dose, WINDOWS[dose])
    assert near_taken(this, at(near_until), [before], POLICY) == before
    assert near_taken(this, at(apart_from), [before], POLICY) is None


def test_a_dose_is_not_near_to_itself() -> None:
    itself = taken("14:00", "14:05")
    assert near_taken(itself, at("14:10"), [itself], POLICY) is None


def test_a_dose_taken_later_is_near_as_well() -> None:
    later = taken("14:00", "13:00")
    assert near_taken(a_dose("08:00", "10:00"), at("11:30"), [later], POLICY) == later


def test_the_same_instant_as_another_is_a_repeat() -> None:
    doses = [taken("08:00", "08:05")]
    assert names_another(at("08:05"), doses)
    assert names_another(at("08:05") + timedelta(seconds=37), doses)  # a tap is to the second
    assert not names_another(at("08:06"), doses)
