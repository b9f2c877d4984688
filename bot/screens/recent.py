"""The last times of day at which a plan's doses would have been due."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.timetable import Slot
from bot.domain.wallclock import day_of, instant

_OFFERED = 2


def recent_slots(slots: tuple[Slot, ...], zone: str, at: datetime) -> tuple[datetime, ...]:
    """Up to two instants before `at` at which these slots were due, the latest first."""
    today = day_of(at, zone)
    instants = [
        instant(day, slot.wall, zone)
        for day in (today, today - timedelta(days=1))
        for slot in slots
    ]
    return tuple(sorted((each for each in instants if each <= at), reverse=True)[:_OFFERED])
