"""The numbers are those of the clinical policy, frozen, and nobody has signed them yet."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.domain.policy import Policy

# Written out from the policy, not from the code.
WRITTEN: dict[str, Any] = {
    "late_most": timedelta(hours=2),
    "late_least": timedelta(minutes=30),
    "late_share": 4,
    "late_limit_share": 2,
    "on_time": timedelta(minutes=30),
    "nudge_after": (timedelta(minutes=30),),
    "nudge_before_end": timedelta(minutes=5),
    "snoozes_most": 3,
    "snooze_before_end": timedelta(minutes=10),
    "snooze_least": timedelta(minutes=1),
    "extra_gap": timedelta(hours=4),
    "extra_share": 2,
    "start_gap": timedelta(hours=4),
    "asleep_after": timedelta(seconds=150),
    "change_shown_after": timedelta(hours=1),
    "change_shown_before": timedelta(minutes=15),
    "change_shown_least": timedelta(minutes=2),
    "correct_back": timedelta(days=90),
    "correct_apart": timedelta(days=1),
    "dose_asked_again": Decimal(40),
    "day_asked_again": Decimal(80),
    "day_asked_again_by_country": (
        ("US", Decimal(80)),
        ("GB", Decimal(100)),
        ("AU", Decimal(100)),
    ),
    "gap_asked_least": timedelta(hours=4),
    "gap_asked_most": timedelta(hours=12),
    "start_day_asked": Decimal(15),
    "step_up_asked": Decimal(15),
    "step_up_sooner": timedelta(days=3),
    "slots_most": 12,
    "slot_gap_least": timedelta(hours=1),
    "pause_most": timedelta(days=14),
    "pause_long": timedelta(days=1),
    "silence_after": timedelta(days=3),
    "silence_doses": 3,
    "withdrawal_after": timedelta(hours=16),
    "cut_lately": timedelta(days=14),
    "extra_lately": timedelta(days=1),
    "severe_from": 8,
    "fever_celsius": Decimal(38),
    "fever_fahrenheit": Decimal("100.4"),
    "tablets_at_once": 2,
    "tablets_a_day": 12,
    "reviewer": "",
}


def test_the_defaults_are_the_policys_and_none_is_left_out() -> None:
    assert {field.name: getattr(Policy(), field.name) for field in fields(Policy)} == WRITTEN


def test_it_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Policy().snoozes_most = 9  # type: ignore[misc]


@pytest.mark.parametrize(
    ("country", "limit"), [("US", 80), ("GB", 100), ("AU", 100), ("DE", 80), (None, 80), ("", 80)]
)
def test_the_daily_total_asked_again_is_the_countrys(country: str | None, limit: int) -> None:
    assert Policy().day_limit(country) == limit
