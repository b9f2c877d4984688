"""What a log adds up to: taken and on time k of n, unknown apart, the longest time between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from bot.domain.choosing import to_minute
from bot.domain.dose import Dose
from bot.domain.policy import Policy
from bot.domain.terms import DoseState

_COUNTED = (DoseState.TAKEN, DoseState.SKIPPED, DoseState.MISSED)


@dataclass(frozen=True, slots=True)
class Adherence:
    """Counts over closed doses. `unknown` doses are in neither count: nothing is known of them."""

    taken: int
    on_time: int
    known: int
    unknown: int
    longest: timedelta | None  # between two logged doses in a row; None with fewer than two
    latest: datetime | None  # the last instant at which any dose is logged (UTC)


def is_on_time(dose: Dose, policy: Policy) -> bool:
    """Taken within 30 minutes of its time, either side, by the minutes that are shown."""
    return dose.taken_at is not None and abs(off_plan(dose, dose.taken_at)) <= policy.on_time


def off_plan(dose: Dose, taken_at: datetime) -> timedelta:
    """How long after its time it was taken, before it below zero: in whole minutes, as shown."""
    return to_minute(taken_at) - to_minute(dose.due_at)


def adherence(doses: Iterable[Dose], extra: Sequence[datetime], policy: Policy) -> Adherence:
    """What the doses add up to; `extra` are instants of doses taken outside the plan (UTC)."""
    doses = tuple(doses)
    taken = [dose for dose in doses if dose.state is DoseState.TAKEN]
    instants = sorted([*(dose.taken_at for dose in taken if dose.taken_at), *extra])
    return Adherence(
        taken=len(taken),
        on_time=sum(is_on_time(dose, policy) for dose in taken),
        known=sum(dose.state in _COUNTED for dose in doses),
        unknown=sum(dose.state is DoseState.UNKNOWN for dose in doses),
        longest=max((later - earlier for earlier, later in pairwise(instants)), default=None),
        latest=max(instants, default=None),
    )
