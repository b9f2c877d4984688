"""The numbers are those of the clinical policy, frozen, and nobody has signed them yet."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from datetime import time, timedelta
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
    "rung_two_row": 2,
    "rung_two_after": timedelta(hours=16),
    "rung_two_past": timedelta(hours=1),
    "rung_three_after": timedelta(hours=24),
    "rung_three_past": timedelta(hours=8),
    "rung_three_every": timedelta(hours=24),
    "rung_three_until": timedelta(hours=72),
    "unknown_counts_after": timedelta(hours=2),
    "rung_rides_within": timedelta(hours=2),
    "rung_own_after": timedelta(minutes=30),
    "waking_from": time(7),
    "waking_until": time(22),
    "rings_per_dose": 2,
    "rings_more": 2,
    "rings_topic": 1,
    "supply_warn_days": (10, 7, 3, 1),
    "supply_lead": 2,
    "supply_hour": time(10),
    "supply_ahead": timedelta(days=120),
    "supply_offer_after": timedelta(days=3),
    "moving_days": (7, 14),
    "moving_from": time(11),
    "moving_until": time(20),
    "moving_late": timedelta(days=1),
    "withdrawal_after": timedelta(hours=16),
    "cut_lately": timedelta(days=14),
    "extra_lately": timedelta(days=1),
    "severe_from": 8,
    "fever_celsius": Decimal(38),
    "fever_fahrenheit": Decimal("100.4"),
    "tablets_at_once": 2,
    "tablets_a_day": 12,
    "stop_guard_holds": timedelta(hours=1),
    "stop_checks": 3,
    "stop_check_first": timedelta(hours=18),
    "stop_check_least": timedelta(hours=4),
    "stop_again": timedelta(days=1),
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
