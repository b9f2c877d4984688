"""How many tablets are left, by strength: computed anew from what was told and what was logged.

A level is the last count, with what was refilled since, less the doses since. Nothing is booked,
so that an Undo, a correction and a repeat are right by themselves. It is never below zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from bot.domain.dose import Dose
from bot.domain.tablets import Handful, fit
from bot.domain.terms import DoseState
from bot.domain.timetable import Plan

HALF = Decimal("0.5")
_UNLOGGED = (DoseState.PLANNED, DoseState.OPEN, DoseState.MISSED, DoseState.UNKNOWN)


class CountKind(StrEnum):
    """What a person tells of their tablets."""

    COUNTED = "counted"  # so many are there now
    REFILLED = "refilled"  # so many came to those that were there


@dataclass(frozen=True, slots=True)
class Count:
    """So many tablets (whole and half ones) of a strength in mg, told at this instant (UTC)."""

    at: datetime
    strength: Decimal
    tablets: Decimal
    kind: CountKind


@dataclass(frozen=True, slots=True)
class Use:
    """A dose that takes tablets. `sure`: it was confirmed; else it may have been taken unlogged.

    `at` is when it does so for certain or at the latest, `due_at` when it was planned (both UTC).
    """

    at: datetime
    due_at: datetime
    tablets: Handful
    sure: bool


@dataclass(frozen=True, slots=True)
class Level:
    """How many are left. `short`: the log holds more than there were, so it is to be asked."""

    tablets: Decimal
    short: bool = False
    short_at: datetime | None = None  # the time of the first dose that lacked a tablet

    def less(self, tablets: Decimal, due_at: datetime) -> Level:
        """After a dose that takes so many."""
        if tablets <= self.tablets:
            return Level(self.tablets - tablets, self.short, self.short_at)
        return Level(Decimal(0), True, self.short_at or due_at)


def tablets_for(mg: Decimal, strengths: frozenset[Decimal]) -> Handful:
    """The tablets that a dose takes; where none make it exactly, the nearest above it.

    Too many are counted rather than too few: the warning then comes early, not late.
    """
    found = fit(mg, strengths)
    if found is not None or not strengths:
        return found or ()

    def excess(strength: Decimal) -> tuple[Decimal, Decimal]:
        halves = _halves(mg, strength)
        return halves * strength - mg, halves

    best = min(sorted(strengths), key=excess)
    return ((best, _halves(mg, best)),)


def _halves(mg: Decimal, strength: Decimal) -> Decimal:
    """So many tablets, counted in halves, are at least this amount."""
    return (mg / (strength * HALF)).to_integral_value(ROUND_CEILING) * HALF


def use_of(dose: Dose, at: datetime) -> Use | None:
    """What a dose of the log takes, as seen at `at`; None where it was not taken, or is to come.

    One that nobody logged may have been taken until its window closed, one still open until now.
    """
    tablets = tablets_for(dose.mg, dose.strengths)
    if dose.state is DoseState.TAKEN and dose.taken_at is not None:
        return Use(dose.taken_at, dose.due_at, tablets, True)
    said_missed = dose.state is DoseState.MISSED and dose.answered_at is not None
    if dose.state not in _UNLOGGED or said_missed or dose.due_at > at:
        return None
    until = dose.closes_at if dose.closes_at <= at else at + timedelta.resolution
    return Use(until, dose.due_at, tablets, False)


def extra_use(taken_at: datetime, plans: Sequence[Plan], strengths: frozenset[Decimal]) -> Use:
    """A dose outside the plan: how much it was is never asked, so the plan's biggest is counted."""
    held = [plan for plan in plans if plan.starts_at <= taken_at] or list(plans)
    biggest = max((slot.mg for plan in held[-1:] for slot in plan.slots), default=Decimal(0))
    return Use(taken_at, taken_at, tablets_for(biggest, strengths), True)


def level(strength: Decimal, counts: Iterable[Count], uses: Iterable[Use]) -> Level | None:
    """What is left of a strength after all of these; None where it was never counted.

    A count tells what is there: whatever was taken up to that instant is in it.
    """
    told = [each for each in counts if each.strength == strength]
    events: list[tuple[datetime, int, Count | Use]] = [
        *((use.at, 0, use) for use in uses),
        *((each.at, 1 + (each.kind is CountKind.REFILLED), each) for each in told),
    ]
    now: Level | None = None
    for _, _, event in sorted(events, key=lambda event: event[:2]):
        if isinstance(event, Count):
            before = now.tablets if now and event.kind is CountKind.REFILLED else Decimal(0)
            now = Level(before + event.tablets)
        elif now is not None:
            now = now.less(dict(event.tablets).get(strength, Decimal(0)), event.due_at)
    return now
