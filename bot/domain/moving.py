"""After the first weeks with a plan: "are you moving more smoothly?", once on each of two days."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.policy import Policy
from bot.domain.wallclock import day_of, instant, local

_DAY = timedelta(days=1)


def asked_at(began_at: datetime, day: int, zone: str, policy: Policy) -> datetime:
    """When it is asked: `day` days after the plan's first day here, in waking hours (UTC)."""
    return instant(day_of(began_at, zone) + day * _DAY, policy.moving_from, zone)


def next_time(
    began_at: datetime, day: int, zone: str, at: datetime, policy: Policy
) -> datetime | None:
    """The next instant from `at` on at which it may be asked; None where it is too late for it.

    `at` itself where it is the day, or little after it, and people are up.
    """
    first = asked_at(began_at, day, zone, policy)
    if at < first:
        return first
    here = local(at, zone)
    if policy.moving_from <= here.time() < policy.moving_until:
        found = at
    else:
        date = here.date() if here.time() < policy.moving_from else here.date() + _DAY
        found = instant(date, policy.moving_from, zone)
    return found if found - first <= policy.moving_late else None
