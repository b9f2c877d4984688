"""A dated plan -> due instants: the one scheduler for sending, previewing and tests.

The doses of slots in a zone are one endless sequence: one per local date and slot, each at the
first instant its wall time is reached, and never less than half the nominal gap after the one
before. A plan version is that sequence between its start and its end, so versions with the same
slots that follow each other neither lose nor double a dose, whatever the instant they meet at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise

from bot.domain.policy import Policy
from bot.domain.terms import PlanId
from bot.domain.wallclock import day_of, instant, is_zone

_DAY = timedelta(days=1)
# What a clock change delays is caught up by half a day each day: a day to settle, one to overlap.
_SETTLE = 2 * _DAY
_NEXT_WITHIN = 4 * _DAY  # a plan in force has a dose every day, even where a date is skipped


@dataclass(frozen=True, slots=True)
class Slot:
    """One time of day of a plan: its position, wall time (whole minutes, naive) and amount."""

    position: int
    wall: time
    mg: Decimal

    def __post_init__(self) -> None:
        if self.wall.tzinfo is not None or self.wall.second or self.wall.microsecond:
            raise ValueError("a slot's wall time is a whole minute without a zone")
        if not (self.mg.is_finite() and self.mg > 0):
            raise ValueError("a slot's amount is more than 0 mg")


@dataclass(frozen=True, slots=True)
class Plan:
    """One dated version of a plan, in force in [starts_at, ends_at); succeeded, never edited."""

    id: PlanId
    zone: str
    starts_at: datetime
    ends_at: datetime | None
    slots: tuple[Slot, ...]

    def __post_init__(self) -> None:
        if not is_zone(self.zone):
            raise ValueError(f"no IANA zone is called {self.zone!r}")
        if self.starts_at.tzinfo is None or (self.ends_at and self.ends_at.tzinfo is None):
            raise ValueError("a plan starts and ends at aware instants")
        _check(self.slots)

    @property
    def daily_mg(self) -> Decimal:
        """The sum of the slots' amounts in mg."""
        return sum((slot.mg for slot in self.slots), Decimal(0))


@dataclass(frozen=True, slots=True)
class PlannedDose:
    """A dose of a plan, known by (plan_id, local_date, slot); due_at is an instant in UTC.

    `delayed`: moved to half the nominal gap after the dose before it, as DST brought them too near.
    """

    plan_id: PlanId
    local_date: date
    slot: int
    wall: time
    zone: str
    mg: Decimal
    due_at: datetime
    delayed: bool


def expand(plan: Plan, since: datetime, until: datetime) -> tuple[PlannedDose, ...]:
    """The plan's doses due in [since, until) while it is in force, by strictly rising due_at.

    Where `since` lies changes nothing about a dose. Naive instants: ValueError.
    """
    begin = max(since, plan.starts_at)
    end = until if plan.ends_at is None else min(until, plan.ends_at)
    if begin >= end:
        return ()
    found = []
    for dose in _sequence(plan, day_of(begin, plan.zone) - _SETTLE):
        if dose.due_at >= end:
            break
        if dose.due_at >= begin:
            found.append(dose)
    return tuple(found)


def next_after(plans: Sequence[Plan], at: datetime) -> PlannedDose | None:
    """The first dose due strictly after `at` over successive versions; None if all end before."""
    after = at + timedelta.resolution
    found: PlannedDose | None = None
    for plan in sorted(plans, key=lambda plan: plan.starts_at):
        if found is not None and plan.starts_at > found.due_at:
            break
        begin = max(after, plan.starts_at)
        until = begin + _NEXT_WITHIN if found is None else found.due_at
        found = next(iter(expand(plan, begin, until)), found)
    return found


def first_start(
    last: datetime | None, now: datetime, slots: tuple[Slot, ...], policy: Policy
) -> datetime:
    """The earliest start (UTC) of a new version with these slots: now, and clear of the last dose.

    `last` is the last dose answered or due; clear of it is min(policy.start_gap, smallest gap).
    """
    _check(slots)
    if last is None:
        return now
    return max(now, last + min(policy.start_gap, *wall_gaps(slots)))


def _check(slots: tuple[Slot, ...]) -> None:
    if not slots:
        raise ValueError("a plan has at least one slot")
    if [slot.position for slot in slots] != list(range(len(slots))):
        raise ValueError("slots are numbered from 0 in order")
    if any(a.wall >= b.wall for a, b in pairwise(slots)):
        raise ValueError("slots are ordered by wall time, no two at the same")


def wall_gaps(slots: tuple[Slot, ...]) -> tuple[timedelta, ...]:
    """By wall clock, the gap from each slot to the next, around midnight; they sum to 24 h."""
    walls = [timedelta(hours=slot.wall.hour, minutes=slot.wall.minute) for slot in slots]
    return tuple(b - a for a, b in zip(walls, [*walls[1:], walls[0] + _DAY], strict=True))


def _sequence(plan: Plan, day: date) -> Iterator[PlannedDose]:
    """The endless sequence from a local date on; its first day knows of no dose before it."""
    to_next = wall_gaps(plan.slots)
    halves = [gap / 2 for gap in (to_next[-1], *to_next[:-1])]  # of the gap before each slot
    before: datetime | None = None
    while True:
        for slot, half in zip(plan.slots, halves, strict=True):
            nominal = instant(day, slot.wall, plan.zone)
            due = nominal if before is None else max(nominal, before + half)
            yield PlannedDose(
                plan.id, day, slot.position, slot.wall, plan.zone, slot.mg, due, due > nominal
            )
            before = due
        day += _DAY
