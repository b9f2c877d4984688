"""Other numbers may be chosen, but none that turns a rule into its opposite."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.domain.policy import Policy
from bot.domain.policy_rules import problems, set_otherwise

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def test_the_policys_own_numbers_can_stand() -> None:
    assert problems(Policy()) == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("late_least", 3 * HOUR),
        ("late_limit_share", 5),
        ("late_most", 4 * HOUR),
        ("on_time", 3 * HOUR),
        ("snooze_least", 3 * HOUR),
        ("change_shown_least", 1 * HOUR),
        ("slot_gap_least", 5 * HOUR),
        ("gap_asked_least", 12 * HOUR),
        ("start_day_asked", Decimal(90)),
        ("dose_asked_again", Decimal(90)),
        ("pause_long", timedelta(days=20)),
        ("asleep_after", 10 * MINUTE),
        ("nudge_after", (30 * MINUTE, 20 * MINUTE)),
        ("nudge_after", (2 * HOUR,)),
        ("nudge_after", (-MINUTE,)),
        ("late_share", 0),
        ("snoozes_most", -1),
        ("day_asked_again_by_country", (("US", Decimal(0)),)),
    ],
)
def test_what_cannot_stand_is_named(name: str, value: Any) -> None:
    assert name in {each.name for each in problems(replace(Policy(), **{name: value}))}


@pytest.mark.parametrize("field", fields(Policy), ids=lambda field: field.name)
def test_no_span_amount_or_share_may_be_nothing(field: Any) -> None:
    value = getattr(Policy(), field.name)
    if isinstance(value, timedelta | Decimal | int) and field.name != "snoozes_most":
        nothing = replace(Policy(), **{field.name: type(value)(0)})
        assert field.name in {each.name for each in problems(nothing)}


def test_no_snooze_and_no_nudge_at_all_can_be_chosen() -> None:
    assert problems(replace(Policy(), snoozes_most=0, nudge_after=())) == ()


def test_what_was_set_otherwise_is_known_and_a_signature_is_no_number() -> None:
    assert set_otherwise(Policy()) == ()
    assert set_otherwise(replace(Policy(), reviewer="a pharmacist", on_time=HOUR)) == ("on_time",)
