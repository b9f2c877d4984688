"""A time that stands is moved by words that name it and say where; the rest is asked about."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.parsing.shifts import Shift, read_shift
from bot.chat.parsing.times import Problem

TIMES = (time(8), time(14), time(22))
STEP = timedelta(minutes=15)


@pytest.mark.parametrize(
    ("text", "index", "minutes"),
    [
        ("8:00 later", 0, 15),
        ("08:00 earlier", 0, -15),
        ("8 later", 0, 15),
        ("8am earlier.", 0, -15),
        ("14:00 15 min later", 1, 15),
        ("14:00 30 minutes earlier", 1, -30),
        ("10 pm an hour later", 2, 60),
        ("the 14:00 dose later", 1, 15),
        ("first dose earlier", 0, -15),
        ("my second dose 20 min later", 1, 20),
        ("last dose later", 2, 15),
        ("14:00 +15 min", 1, 15),
        ("14:00 + 15 min", 1, 15),
        ("14:00 -15 min", 1, -15),
        ("14:00 -1 h", 1, -60),
    ],
)
def test_a_time_and_where_it_goes(text: str, index: int, minutes: int) -> None:
    assert read_shift(text, TIMES, STEP) == Shift(index, timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("9:00 later", Problem.NOT_LISTED),
        ("fourth dose later", Problem.NOT_LISTED),
        ("later", Problem.NO_TIME),
        ("15 min later", Problem.NO_TIME),
        ("8:00 a bit later", Problem.LEFTOVER),
        ("8:00 and 14:00 later", Problem.LEFTOVER),
        ("8:00 later please not", Problem.LEFTOVER),
        ("not 8:00 later", Problem.LEFTOVER),
        ("8:00 12 hours later", Problem.LEFTOVER),
        ("8:00 0 min later", Problem.LEFTOVER),
    ],
)
def test_what_is_not_plain_is_asked_about(text: str, problem: Problem) -> None:
    assert read_shift(text, TIMES, STEP) is problem


@pytest.mark.parametrize(
    "text",
    ["14:00 +15", "14:00 -15", "14:00 + 22:00", "8:00, 14:00 and 22:00", "", "10 mg", "done"],
)
def test_a_list_of_times_or_anything_else_moves_nothing(text: str) -> None:
    assert read_shift(text, TIMES, STEP) is None


def test_an_hour_that_two_times_have_is_asked_about() -> None:
    twice = (time(8), time(20))
    assert read_shift("8 later", twice, STEP) is Problem.AMBIGUOUS_HOUR
    assert read_shift("8 pm later", twice, STEP) == Shift(1, STEP)


def test_a_lone_time_need_not_be_named() -> None:
    assert read_shift("later", (time(22),), STEP) == Shift(0, STEP)


@given(
    st.lists(
        st.sampled_from(
            [
                "8:00",
                "8",
                "later",
                "earlier",
                "first",
                "dose",
                "+",
                "-",
                "15",
                "min",
                "h",
                "and",
                "mg",
                "14:00",
                "+15",
            ]
        )
    )
)
@settings(max_examples=500, deadline=None)
def test_what_moves_is_one_of_the_times_and_by_less_than_half_a_day(words: list[str]) -> None:
    read = read_shift(" ".join(words), TIMES, STEP)
    if isinstance(read, Shift):
        assert 0 <= read.index < len(TIMES)
        assert timedelta(0) < abs(read.by) < timedelta(hours=12)
        assert "mg" not in words
