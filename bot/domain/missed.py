"""How long a dose may still be taken, and how close to another a dose is asked about."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.policy import Policy


def late_window(due_at: datetime, next_due_at: datetime | None, policy: Policy) -> timedelta:
    """min(2 h, gap/4), at least 30 min, never beyond gap/2; 2 h where there is no next dose."""
    if next_due_at is None:
        return policy.late_most
    gap = next_due_at - due_at
    window = max(min(policy.late_most, gap / policy.late_share), policy.late_least)
    return min(window, gap / policy.late_limit_share)


def extra_distance(gap: timedelta | None, policy: Policy) -> timedelta:
    """Two doses closer than min(4 h, half the planned gap) are asked about as an extra dose."""
    if gap is None:
        return policy.extra_gap
    return min(policy.extra_gap, gap / policy.extra_share)
