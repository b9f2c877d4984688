"""Which dose a typed "taken" is about, and whether it may be an extra one: asked, not guessed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.dose import Dose
from bot.domain.missed import extra_distance
from bot.domain.policy import Policy
from bot.domain.terms import DoseState

_LOOK_BACK = timedelta(hours=24)
_OFFERED_MOST = 3


@dataclass(frozen=True, slots=True)
class ThisDose:
    """The typed words can only mean this dose."""

    dose: Dose


@dataclass(frozen=True, slots=True)
class WhichDose:
    """They may mean any of these (perhaps none): ask. Likely ones first."""

    doses: tuple[Dose, ...]


def choose(doses: Sequence[Dose], taken_at: datetime | None, at: datetime) -> ThisDose | WhichDose:
    """The dose meant by "taken" or "taken 13:50" at the instant `at`.

    One open dose whose span holds the time is meant, unless the time is nearer to one that is over
    and not logged; else it is asked: open doses, the next one where its early span has begun, then
    the unlogged doses of the last 24 hours. None is offered that the time is too early for, and
    one answered "not sure" only where a time was typed.
    """
    moment = taken_at or at
    fitting = [dose for dose in doses if dose.counts_from <= moment]
    opened = [dose for dose in fitting if dose.state is DoseState.OPEN]
    early = [dose for dose in fitting if dose.state is DoseState.PLANNED]
    closed = [
        dose
        for dose in fitting
        if dose.state in (DoseState.MISSED, DoseState.UNKNOWN)
        and at - _LOOK_BACK <= dose.due_at <= at
        and not (dose.said_unsure and taken_at is None)
    ]
    closed.sort(key=lambda dose: abs(dose.due_at - moment))
    likely = [*opened, *early, *closed]
    if taken_at is not None:
        likely.sort(key=lambda dose: abs(dose.due_at - moment))
    only = sum(dose.state is DoseState.OPEN for dose in doses) == 1
    if only and opened and (taken_at is None or likely[0] not in closed):
        return ThisDose(opened[0])
    return WhichDose(tuple(likely[:_OFFERED_MOST]))


def near_taken(
    dose: Dose | None, moment: datetime, taken: Iterable[Dose], policy: Policy
) -> Dose | None:
    """The nearest dose taken so near to `moment` that this may be an extra one; None if none is.

    Near: closer than min(4 h, half the planned gap between the two); 4 h where it has no slot.
    """
    near: dict[timedelta, Dose] = {}
    for other in taken:
        if other.taken_at is None or (dose is not None and other.id == dose.id):
            continue
        gap = None if dose is None else abs(dose.due_at - other.due_at)
        apart = abs(moment - other.taken_at)
        if apart < extra_distance(gap, policy):
            near[apart] = other
    return near[min(near)] if near else None


def names_another(moment: datetime, taken: Iterable[Dose]) -> bool:
    """A typed time in the minute of a dose already taken is a repeat of it, not a new one."""
    return any(dose.taken_at and same_minute(dose.taken_at, moment) for dose in taken)


def same_minute(one: datetime, other: datetime) -> bool:
    """People name minutes; a tap is recorded to the second."""
    return to_minute(one) == to_minute(other)


def to_minute(at: datetime) -> datetime:
    """The minute in which an instant lies: what people read of it."""
    return at.replace(second=0, microsecond=0)
