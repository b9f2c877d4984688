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

    One open dose whose span holds the time is meant; several, or none, are asked about: the next
    one where its early span has begun, then the unlogged doses of the last 24 hours.
    """
    moment = taken_at or at
    opened = [dose for dose in doses if dose.state is DoseState.OPEN]
    fitting = [dose for dose in opened if dose.counts_from <= moment]
    if len(opened) == 1 and fitting:
        return ThisDose(opened[0])
    early = [
        dose for dose in doses if dose.state is DoseState.PLANNED and dose.counts_from <= moment
    ]
    closed = [
        dose
        for dose in doses
        if dose.state in (DoseState.MISSED, DoseState.UNKNOWN)
        and at - _LOOK_BACK <= dose.due_at <= at
    ]
    closed.sort(key=lambda dose: abs(dose.due_at - moment))
    return WhichDose(tuple([*opened, *early, *closed][:_OFFERED_MOST]))


def near_taken(
    dose: Dose | None, moment: datetime, taken: Iterable[Dose], policy: Policy
) -> Dose | None:
    """Another dose taken so near to `moment` that this may be an extra one; None if none is.

    Near: closer than min(4 h, half the planned gap between the two); 4 h where it has no slot.
    """
    for other in taken:
        if other.taken_at is None or (dose is not None and other.id == dose.id):
            continue
        gap = None if dose is None else abs(dose.due_at - other.due_at)
        if abs(moment - other.taken_at) < extra_distance(gap, policy):
            return other
    return None


def names_another(moment: datetime, taken: Iterable[Dose]) -> bool:
    """A typed time equal to that of a dose already taken is a repeat of it, not a new one."""
    return any(dose.taken_at == moment for dose in taken)
