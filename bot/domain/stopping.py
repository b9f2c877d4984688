"""Stopping: which ways there are, and when it is asked how somebody is who stopped.

Source: the clinical policy (hazards H5 and H11). A way that a clinician chose passes unasked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain.ladder import waking
from bot.domain.policy import Policy
from bot.domain.terms import Level, TaperReason
from bot.domain.timetable import Plan
from bot.domain.wallclock import day_of, instant, local

_DAY = timedelta(days=1)


class StopWay(StrEnum):
    """By which door somebody may stop."""

    SAID = "said"  # /stop, or in words
    PAUSE = "pause"  # reminders paused for more than a day
    LOWER = "lower"  # a plan with a lower daily total
    FEWER = "fewer"  # a plan with fewer doses a day
    PLAN_END = "plan_end"  # a plan that nothing follows
    REMINDERS_ONLY = "reminders_only"  # no warnings any more
    DELETION = "deletion"  # everything that is kept is deleted


class StopReason(StrEnum):
    """Why, as the person told it."""

    SIDE_EFFECTS = "side_effects"
    FEEL_BETTER = "feel_better"
    RAN_OUT = "ran_out"
    PRESCRIBER = "prescriber"
    TAPER = "taper"
    OTHER = "other"


class StopOutcome(StrEnum):
    """What became of it."""

    KEPT = "kept"  # the plan stays
    TAPER = "taper"  # a taper was asked for
    WENT_ON = "went_on"  # the pause or the lower plan, confirmed under the warning
    STOPPED = "stopped"  # the plan was ended by the person


@dataclass(frozen=True, slots=True)
class StopWish:
    """A wish to stop: the way, why, and what became of it (None: no answer yet)."""

    id: UUID
    way: StopWay
    at: datetime
    reason: StopReason | None = None
    outcome: StopOutcome | None = None
    settled_at: datetime | None = None


def way_of(
    before: Plan | None, after: Plan | None, *, by_clinician: bool = False
) -> StopWay | None:
    """Which way of stopping it is that one plan follows another; None where it is none.

    `after`: None where nothing follows. A clinician's change passes: it has checks of its own.
    """
    if before is None or by_clinician:
        return None
    if after is None or after.ends_at is not None:
        return StopWay.PLAN_END
    if after.daily_mg < before.daily_mg:
        return StopWay.LOWER
    return StopWay.FEWER if len(after.slots) < len(before.slots) else None


def is_unwell(wish: StopWish, worst: Level | None) -> bool:
    """Nobody tells them to go on: their signs came to something urgent, or are not told yet."""
    if worst is not None and worst >= Level.URGENT:
        return True
    return wish.reason is StopReason.SIDE_EFFECTS and worst is None


def taper_reason(reason: StopReason | None) -> TaperReason:
    """Why a taper is wanted by somebody who told why they want to stop."""
    match reason:
        case StopReason.SIDE_EFFECTS:
            return TaperReason.SIDE_EFFECTS
        case StopReason.PRESCRIBER:
            return TaperReason.DOCTOR_SAID
        case _:
            return TaperReason.WANTS_TO_STOP


def checks_of(
    stopped_at: datetime,
    last_dose_at: datetime | None,
    walls: Iterable[time],
    zone: str,
    policy: Policy,
) -> tuple[datetime, ...]:
    """When it is asked how somebody is who stopped (UTC): once a day, in their waking hours.

    The first is due so long after the last dose that is known of; `walls`: the plan's times.
    """
    known = stopped_at if last_dose_at is None else min(last_dose_at, stopped_at)
    first = max(known + policy.stop_check_first, stopped_at + policy.stop_check_least)
    begins = waking(zone, walls, policy).next(first)
    day, wall = day_of(begins, zone), local(begins, zone).time().replace(second=0, microsecond=0)
    later = (instant(day + n * _DAY, wall, zone) for n in range(1, policy.stop_checks))
    return (begins, *later)
