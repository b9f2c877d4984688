"""Amounts that are asked again: typed once more in mg and tablets before they count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from bot.domain.policy import Policy
from bot.domain.tablets import fit
from bot.domain.timetable import Slot, wall_gaps


class Limit(StrEnum):
    """Which of the policy's limits an amount is above."""

    DOSE = "dose"  # a single dose above 40 mg
    DAY = "day"  # a daily total above the country's limit
    START = "start"  # a first day above 15 mg for somebody who has not started yet
    STEP_UP = "step_up"  # more than 15 mg a day above the plan before it, or sooner than 3 days


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """An amount in mg that must be typed once more; `key` tells it apart in a draft."""

    limit: Limit
    mg: Decimal

    @property
    def key(self) -> str:
        """The same amount over the same limit has the same key."""
        return f"{self.limit}:{self.mg}"


@dataclass(frozen=True, slots=True)
class Before:
    """The plan that a new one succeeds: its daily total in mg and its start (UTC)."""

    daily_mg: Decimal
    starts_at: datetime


def asked_again(
    slots: tuple[Slot, ...],
    country: str | None,
    before: Before | None,
    starting: bool,
    at: datetime,
    policy: Policy,
) -> tuple[AskedAgain, ...]:
    """Every amount of these slots above a limit, each once; empty when none is."""
    daily = sum((slot.mg for slot in slots), Decimal(0))
    found = [
        AskedAgain(Limit.DOSE, mg)
        for mg in sorted({slot.mg for slot in slots})
        if mg > policy.dose_asked_again
    ]
    if daily > policy.day_limit(country):
        found.append(AskedAgain(Limit.DAY, daily))
    elif starting and daily > policy.start_day_asked:
        found.append(AskedAgain(Limit.START, daily))
    elif before is not None and daily > before.daily_mg:
        sooner = at - before.starts_at < policy.step_up_sooner
        if sooner or daily - before.daily_mg > policy.step_up_asked:
            found.append(AskedAgain(Limit.STEP_UP, daily))
    return tuple(found)


def confirms(
    asked: AskedAgain,
    mg: Decimal,
    tablets: Decimal,
    slots: tuple[Slot, ...],
    strengths: frozenset[Decimal],
) -> bool:
    """The amount typed again in mg and tablets is the one asked about: 100 for 10 cannot pass.

    The tablets must be those that make it, by one strength or by the fewest of all.
    """
    if mg != asked.mg:
        return False
    if any(tablets * strength == mg for strength in strengths):
        return True
    amounts = [mg] if asked.limit is Limit.DOSE else [slot.mg for slot in slots]
    fits = [fit(amount, strengths) for amount in amounts]
    return all(each is not None for each in fits) and tablets == sum(
        count for each in fits if each is not None for _, count in each
    )


def odd_gaps(slots: tuple[Slot, ...], policy: Policy) -> bool:
    """A planned gap is under 4 h or over 12 h: ask the pharmacist which times to use."""
    least, most = policy.gap_asked_least, policy.gap_asked_most
    return any(not least <= gap <= most for gap in wall_gaps(slots))
