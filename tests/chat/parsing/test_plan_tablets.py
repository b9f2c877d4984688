"""Tablets named at the end of a plan are read with it; a number of tablets never is a strength."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.parsing.plans import PlanProblem, PlanRead, PlanUnclear, read_plan
from bot.domain.policy import Policy

POLICY = Policy()
PLAN = "10 mg at 8:00, 14:00 and 22:00"
BARE = "8:00 10, 14:00 10, 22:00 20"


@pytest.mark.parametrize(
    ("text", "strengths"),
    [
        (PLAN, ()),
        (f"{PLAN}, tablets of 10 mg", (10,)),
        (f"{PLAN}, tablets of 10 mg.", (10,)),
        (f"{PLAN}; tablets of 10mg", (10,)),
        (f"{PLAN}\ntablets: 10 mg", (10,)),
        (f"{PLAN}. My tablets are 5 mg and 10 mg", (5, 10)),
        (f"{PLAN}, baclofen tablets of 5 and 10 mg", (5, 10)),
        (f"{PLAN}, tablets of 5, 10 and 25 mg", (5, 10, 25)),
        (f"{BARE}, tablets of 5 and 10 mg", (5, 10)),
        (f"{PLAN}, tablet of 12.5 mg", ("12.5",)),
    ],
)
def test_tablets_behind_a_plan_are_read(text: str, strengths: tuple[object, ...]) -> None:
    read = read_plan(text, POLICY)
    assert isinstance(read, PlanRead)
    assert read.strengths == {Decimal(str(mg)) for mg in strengths}
    assert [slot.wall for slot in read.slots] == [time(8), time(14), time(22)]


@pytest.mark.parametrize(
    "text",
    [
        f"{PLAN}, 2 tablets of 5 mg",
        f"{PLAN}, tablets: 2",
        f"{PLAN}, tablets: 2, 10 mg",
        f"{PLAN}, tablets of 10",
        f"{PLAN}, tablets 10 mg",
        f"{PLAN} tablets of 10 mg",  # may be said of the last time only
        f"{PLAN} and tablets of 10 mg",
        f"{PLAN}, tablets of 10 mg at 23:00",
        "10 mg at 8:00, tablets of 5 mg, 10 mg at 20:00",
        f"{PLAN}, 10 mg tablets",  # "14:00, 10 mg tablets" may be a dose
        "10 mg tablets at 8:00 and 20:00",
        "2 tablets of 10 mg at 8:00",
        "tablets of 10 mg, 10 mg at 8:00",
    ],
)
def test_tablets_said_in_any_other_way_are_asked_about(text: str) -> None:
    read = read_plan(text, POLICY)
    assert isinstance(read, PlanUnclear)
    assert read.problem is PlanProblem.TABLETS


def test_tablets_do_not_mend_a_plan_that_is_none() -> None:
    for text in ("10 mg, tablets of 10 mg", "at 8:00 and 20:00, tablets of 10 mg"):
        assert isinstance(read_plan(text, POLICY), PlanUnclear)


@given(
    st.lists(
        st.sampled_from(
            ["tablets", "of", "5", "10", "mg", ",", "and", "2", "8:00", ":", ";", "are", "my", "\n"]
        ),
        max_size=9,
    )
)
@settings(max_examples=750, deadline=None)
def test_no_tail_changes_the_doses_of_a_plan(tail: list[str]) -> None:
    """Whatever stands behind the comma: the plan's own doses, or a question."""
    text = f"{PLAN}, tablets {' '.join(tail)}"
    read = read_plan(text, POLICY)
    if isinstance(read, PlanRead):
        assert [(slot.wall.hour, slot.mg) for slot in read.slots] == [(8, 10), (14, 10), (22, 10)]
        assert read.strengths <= {Decimal(5), Decimal(10), Decimal(2)}
        assert "8:00" not in tail
