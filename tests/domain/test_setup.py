"""A draft is kept as text, and the first thing not yet told is the one question asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from decimal import Decimal

import pytest

from bot.domain.limits import AskedAgain, Limit
from bot.domain.policy import Policy
from bot.domain.setup import (
    Candidate,
    Draft,
    LastDose,
    Purpose,
    Question,
    next_question,
    odd_gaps,
)
from bot.domain.terms import Kidney
from bot.domain.timetable import Slot
from tests.domain.test_choices import TOLD

LARGE = (AskedAgain(Limit.DOSE, Decimal(50)),)


@pytest.mark.parametrize(
    "draft",
    [
        Draft(),
        TOLD,
        replace(TOLD, purpose=Purpose.ZONE, last_taken="2026-11-23T07:10:00+00:00"),
        Draft(places=(Candidate("Asia/Tokyo", "JP", "Tōkyō </b>"), Candidate("X", None, ""))),
    ],
)
def test_a_draft_comes_back_from_its_text_as_it_was(draft: Draft) -> None:
    again = Draft.from_text(draft.to_text())
    assert again == draft
    assert again.stamp == draft.stamp


def test_every_change_of_a_draft_changes_its_stamp() -> None:
    changed = [
        TOLD,
        replace(TOLD, zone="Asia/Tokyo"),
        replace(TOLD, slots=(("08:00", "100"), ("20:00", "10"))),
        replace(TOLD, strengths=("5",)),
        replace(TOLD, odd_right=False),
        replace(TOLD, last_taken="2026-11-23T07:10:00+00:00"),
    ]
    assert len({draft.stamp for draft in changed}) == len(changed)


def test_one_question_after_another_until_the_echo() -> None:
    draft, asked = Draft(), []
    for told in (
        {"gate": True},
        {"kidney": Kidney.DECLINED},
        {"places": (Candidate("Asia/Tokyo", "JP", "Tokyo"),)},
        {"zone": "Asia/Tokyo"},
        {"zone_right": True},
        {"country_right": True},
        {"times_open": True},
        {"times": ("08:00",), "times_open": False},
        {"slots": (("08:00", "50"),)},
        {"strengths_right": True},
        {"confirmed": ("dose:50",)},
        {"last_taken": LastDose.UNSURE},
        {"odd_right": True},
    ):
        asked.append(next_question(draft, LARGE, True))
        draft = replace(draft, **told)
    asked.append(next_question(draft, LARGE, True))
    assert asked == [
        Question.GATE,
        Question.KIDNEY,
        Question.PLACE,
        Question.WHICH_PLACE,
        Question.CLOCK,
        Question.COUNTRY,
        Question.PLAN,
        Question.TIMES,
        Question.EACH,
        Question.STRENGTHS,
        Question.AGAIN,
        Question.LAST_DOSE,
        Question.ODD_TIMES,
        Question.ECHO,
    ]


def test_a_changed_plan_asks_for_the_plan_only_and_a_changed_zone_for_the_place_only() -> None:
    plan = Draft(purpose=Purpose.PLAN, zone="Asia/Tokyo", zone_right=True)
    assert next_question(plan, (), False) is Question.PLAN
    told = replace(plan, slots=(("08:00", "50"),), strengths_right=True)
    assert next_question(told, LARGE, False) is Question.AGAIN
    assert next_question(told, (), True) is Question.ODD_TIMES
    assert next_question(told, (), False) is Question.ECHO
    zone = Draft(purpose=Purpose.ZONE, slots=(("08:00", "50"),), strengths_right=True)
    assert next_question(zone, (), True) is Question.PLACE
    there = replace(zone, zone="Asia/Tokyo", zone_right=True, country_right=True)
    assert next_question(there, LARGE, True) is Question.ECHO


def test_another_plan_has_nothing_of_it_confirmed() -> None:
    new = TOLD.with_slots((("09:00", "90"),))
    assert (new.confirmed, new.odd_right) == ((), False)
    assert (new.strengths, new.last_taken) == (TOLD.strengths, TOLD.last_taken)


TOKYO = Candidate("Asia/Tokyo", "JP", "Tokyo")


def test_another_zone_is_not_right_before_its_clock_is() -> None:
    travels = replace(TOLD, purpose=Purpose.ZONE)
    one = travels.with_places((TOKYO,))
    assert (one.zone, one.country, one.zone_right) == ("Asia/Tokyo", "JP", False)
    assert next_question(one, (), False) is Question.CLOCK
    two = travels.with_places((Candidate("A", "AA", "a"), Candidate("B", "BB", "b")))
    assert (two.zone, len(two.places), two.zone_right) == (None, 2, False)


def test_the_first_place_is_named_with_the_plan_and_its_country_is_asked_where_it_has_none() -> (
    None
):
    draft = Draft(gate=True, kidney=Kidney.NO)
    assert next_question(draft.with_places((TOKYO,)), (), False) is Question.PLAN
    nowhere = draft.with_places((Candidate("Antarctica/Troll", None, "Troll"),))
    assert next_question(nowhere, (), False) is Question.COUNTRY
    both = draft.with_places((TOKYO, Candidate("Etc/UTC", None, "UTC")))
    assert next_question(both, (), False) is Question.WHICH_PLACE
    assert both.at_place(TOKYO) == draft.with_places((TOKYO,))


def test_typed_tablets_are_told_wholly_and_none_leave_those_that_were() -> None:
    told = Draft(strengths=("5",)).with_strengths(frozenset({Decimal(25), Decimal(10)}))
    assert (told.strengths, told.strengths_right) == (("10", "25"), True)
    assert TOLD.with_strengths(frozenset()) == TOLD


def test_slots_are_read_in_the_order_of_the_day() -> None:
    draft = Draft(slots=(("22:00", "20"), ("08:00", "12.5")))
    assert draft.timetable() == (
        Slot(0, time(8), Decimal("12.5")),
        Slot(1, time(22), Decimal(20)),
    )


def test_a_last_dose_is_an_instant_only_where_one_was_named() -> None:
    assert Draft().last_taken_at() is None
    assert Draft(last_taken=LastDose.NEVER).last_taken_at() is None
    named = Draft(last_taken="2026-11-23T07:10:00+00:00")
    assert named.last_taken_at() == datetime(2026, 11, 23, 7, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "odd"),
    [
        ((8, 20), False),
        ((8, 12, 16, 20), False),  # 4 and 12 hours to the minute
        ((8, 11, 20), True),
        ((8, 21), True),
        ((8,), True),
    ],
)
def test_a_gap_under_4_or_over_12_hours_is_odd(hours: tuple[int, ...], odd: bool) -> None:
    slots = tuple(Slot(n, time(hour), Decimal(10)) for n, hour in enumerate(hours))
    assert odd_gaps(slots, Policy()) is odd
