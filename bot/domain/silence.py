"""When nobody answers any more: then not logging is offered as a way to live."""

from __future__ import annotations

from datetime import datetime

from bot.domain.policy import Policy


def is_silent(since: datetime, unanswered: int, at: datetime, policy: Policy) -> bool:
    """Nothing was answered since then, while this many doses were asked about and closed."""
    return at - since >= policy.silence_after and unanswered >= policy.silence_doses
