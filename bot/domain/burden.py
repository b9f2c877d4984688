"""How often the bot may ring in a day: 2n + 2 times for n doses, and not twice about one thing."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.dose import Say
from bot.domain.policy import Policy

_OF_A_DOSE = (Say.NUDGE, Say.AGAIN)  # bounded by the number of doses alone


def is_too_much(topic: str, rung: Mapping[str, int], doses: int, policy: Policy) -> bool:
    """One more of this topic is to come without a sound, with these having rung today.

    `doses`: how many there are today. The first card of each always rings, is not asked about here
    and not among `rung`: room for it is kept. So is what was asked for, and what is urgent.
    """
    room = doses * (policy.rings_per_dose - 1) + policy.rings_more
    if topic not in _OF_A_DOSE and rung.get(topic, 0) >= policy.rings_topic:
        return True
    return sum(rung.values()) >= room
