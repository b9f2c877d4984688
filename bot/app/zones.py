"""Where the system's zone data differs from pytz's: what the bot shows is what pytz says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.wallclock import local

_LOOK_AHEAD = 90  # days


def disagreements(zones: Iterable[str], at: datetime) -> tuple[str, ...]:
    """The zones whose offset differs on any of the next 90 days, or that the system lacks."""
    days = [at + timedelta(days=each) for each in range(_LOOK_AHEAD)]
    return tuple(zone for zone in zones if not _agrees(zone, days))


def _agrees(zone: str, instants: list[datetime]) -> bool:
    try:
        system = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return all(
        each.astimezone(system).utcoffset() == local(each, zone).utcoffset() for each in instants
    )
