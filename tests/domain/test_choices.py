"""Offered answers: each does what it says, and what was not offered changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.choices import choose, ordered_times
from bot.domain.policy import Policy
from bot.domain.setup import Candidate, Draft, LastDose, Purpose, Question
from bot.domain.terms import Kidney

BERLIN = Candidate("Europe/Berlin", "DE", "Berlin, Germany")
NOWHERE = Candidate("Antarctica/Troll", None, "Troll")
TOLD = Draft(
    gate=True,
    zone="Europe/Berlin",
    label="Berlin, Germany",
    zone_right=True,
    country="DE",
    country_right=True,
    kidney=Kidney.NO,
    times=("08:00", "20:00"),
    slots=(("08:00", "10"), ("20:00", "10")),
    strengths=("10",),
    strengths_right=True,
    confirmed=("day:90",),
    last_taken=LastDose.UNSURE,
    odd_right=True,
)
_OFFERED = {
    "yes",
    "no",
    "country",
    "pick",
    "ok",
    "change",
    "never",
    "unsure",
    "city",
    "tablets",
    *map(str, Kidney),
}


@given(st.sampled_from(Question), st.text(st.characters(codec="utf-8"), max_size=30))
def test_an_answer_that_was_not_offered_changes_nothing_and_never_raises(
    question: Question, key: str
) -> None:
    new = choose(TOLD, question, key)
    numeric = any(char.isdecimal() for char in key)
    assert new == TOLD or key in _OFFERED or numeric


@pytest.mark.parametrize("key", ["nan", "inf", "-5", "0", "1e9", "1e-999999999", "1001", "ten"])
def test_no_odd_strength_comes_in(key: str) -> None:
    assert choose(TOLD, Question.STRENGTHS, key) == TOLD


@pytest.mark.parametrize("key", ["999999999999999999", "-5", "soon", ""])
def test_no_odd_instant_comes_in(key: str) -> None:
    assert choose(TOLD, Question.LAST_DOSE, key) == TOLD


def test_only_a_yes_passes_the_gate() -> None:
    for key in ("pump", "child", "no", "YES", ""):
        assert not choose(Draft(), Question.GATE, key).gate
    assert choose(Draft(), Question.GATE, "yes").gate


def test_a_place_is_picked_by_its_number_only_while_it_is_there() -> None:
    draft = Draft(places=(BERLIN, NOWHERE), country="FR")
    assert choose(draft, Question.WHICH_PLACE, "0").zone == "Europe/Berlin"
    assert choose(draft, Question.WHICH_PLACE, "1").country == "FR"
    assert choose(draft, Question.WHICH_PLACE, "2") == draft


def test_a_right_clock_asks_for_the_country_only_where_none_is_known() -> None:
    draft = Draft(zone="Europe/Berlin", country="DE")
    assert choose(draft, Question.CLOCK, "yes").country_right
    assert not choose(replace(draft, country=None), Question.CLOCK, "yes").country_right
    other = choose(draft, Question.CLOCK, "country")
    assert (other.zone_right, other.country, other.country_right) == (True, None, False)
    assert choose(draft, Question.CLOCK, "no").zone is None


def test_change_asks_for_the_plan_its_tablets_and_the_last_dose_anew() -> None:
    for question in (Question.ECHO, Question.AGAIN, Question.ODD_TIMES, Question.STRENGTHS):
        new = choose(TOLD, question, "change")
        assert (new.slots, new.times, new.confirmed) == ((), (), ())
        assert not new.strengths_right
        assert new.strengths == ("10",)  # kept, to be put right
        assert new.last_taken is None
        assert not new.odd_right
        assert (new.zone, new.kidney) == (TOLD.zone, TOLD.kidney)


def test_change_asks_for_the_place_anew_where_the_zone_is_changed() -> None:
    new = choose(replace(TOLD, purpose=Purpose.ZONE), Question.ECHO, "change")
    assert new.zone is None
    assert not new.zone_right
    assert new.slots == TOLD.slots


def test_the_place_named_with_the_plan_can_be_put_right_in_the_set_up_only() -> None:
    assert choose(TOLD, Question.PLAN, "city").zone is None
    other = choose(TOLD, Question.PLAN, "country")
    assert (other.zone, other.country, other.country_right) == ("Europe/Berlin", None, False)
    changing = replace(TOLD, purpose=Purpose.PLAN)
    for key in ("city", "country"):
        assert choose(changing, Question.PLAN, key) == changing


def test_the_tablets_named_with_the_last_dose_can_be_put_right() -> None:
    new = choose(TOLD, Question.LAST_DOSE, "tablets")
    assert new == replace(TOLD, strengths_right=False)


def test_a_strength_is_toggled() -> None:
    more = choose(TOLD, Question.STRENGTHS, "5")
    assert more.strengths == ("5", "10")
    assert choose(more, Question.STRENGTHS, "5").strengths == ("10",)
    assert choose(more, Question.STRENGTHS, "5.0").strengths == ("10",)
    assert not choose(replace(TOLD, strengths=()), Question.STRENGTHS, "ok").strengths_right


@pytest.mark.parametrize(
    ("times", "key", "new"),
    [
        (("08:00", "20:00"), "+0", ("08:15", "20:00")),
        (("08:00", "20:00"), "-1", ("08:00", "19:45")),
        (("00:00", "12:00"), "-0", ("12:00", "23:45")),
        (("12:00", "23:45"), "+1", ("00:00", "12:00")),
        (("08:00", "09:00"), "+0", ("08:00", "09:00")),  # less than an hour apart
        (("00:15", "23:15"), "-0", ("00:15", "23:15")),  # around midnight, too
        (("08:00",), "-0", ("07:45",)),
        (("08:00",), "+1", ("08:00",)),
    ],
)
def test_a_time_moves_by_a_quarter_of_an_hour(
    times: tuple[str, ...], key: str, new: tuple[str, ...]
) -> None:
    assert choose(Draft(times=times, times_open=True), Question.TIMES, key).times == new


@given(st.lists(st.sampled_from(["+0", "-0", "+1", "-1", "+2", "-2", "+3", "-3"]), max_size=60))
def test_moved_times_stay_in_order_and_an_hour_apart(keys: list[str]) -> None:
    draft = choose(Draft(times_open=True), Question.TIMES, "n4")
    for key in keys:
        draft = choose(draft, Question.TIMES, key)
    minutes = [int(each[:2]) * 60 + int(each[3:]) for each in draft.times]
    assert len(minutes) == 4
    assert all(b - a >= 60 for a, b in pairwise([*minutes, minutes[0] + 24 * 60]))


def test_typed_times_are_ordered_and_at_most_twelve_an_hour_apart() -> None:
    assert ordered_times([time(22), time(8)]) == ("08:00", "22:00")
    assert ordered_times([time(8), time(8, 59)]) == ()
    assert ordered_times([time(0, 30), time(23, 45)]) == ()
    assert len(ordered_times([time(2 * n) for n in range(12)])) == 12
    assert ordered_times([time(n) for n in range(13)]) == ()
    assert ordered_times([]) == ()


def test_how_many_times_and_how_close_is_the_policys() -> None:
    policy = Policy(slots_most=2, slot_gap_least=timedelta(hours=3))
    assert ordered_times([time(8), time(10)], policy) == ()
    assert ordered_times([time(0), time(8), time(16)], policy) == ()
    near = Draft(times=("08:00", "11:00"))
    assert choose(near, Question.TIMES, "+0", policy).times == near.times
    assert choose(near, Question.TIMES, "+0").times == ("08:15", "11:00")
