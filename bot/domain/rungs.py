"""What the ladder says, as values: to the person, and to whoever they chose to be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.dose import Dose
from bot.domain.ladder import Rung
from bot.domain.terms import PersonId


@dataclass(frozen=True, slots=True)
class Gap:
    """The time since the last confirmed dose. `after`: what it runs from; `since`: when it was."""

    after: UUID
    since: datetime


@dataclass(frozen=True, slots=True)
class AnyTaken:
    """The second rung: did they take any and not log it? `next`: the dose open now, or to come."""

    gap: Gap
    next: Dose | None


@dataclass(frozen=True, slots=True)
class CallNow:
    """The third rung, the nth time (from 1): urgent, and never about more than the next dose."""

    gap: Gap
    next: Dose | None
    number: int


class Audience(StrEnum):
    """Who besides the person may be told."""

    SUPPORTER = "supporter"
    CLINICIAN = "clinician"


class Scope(StrEnum):
    """What a person must have agreed to share before anybody is told."""

    UNLOGGED = "unlogged_doses"


@dataclass(frozen=True, slots=True)
class UnloggedAlert:
    """That no dose of this patient is logged since then, for those they agreed to share it with."""

    patient: PersonId
    rung: Rung
    since: datetime
    audience: Audience
    scope: Scope = Scope.UNLOGGED


_AUDIENCES = {
    Rung.TWO: (Audience.SUPPORTER,),
    Rung.THREE: (Audience.SUPPORTER, Audience.CLINICIAN),
}


def alerts(rung: Rung, patient: PersonId, since: datetime) -> tuple[UnloggedAlert, ...]:
    """Whom else a rung is for: supporters at the second, clinicians too at the third."""
    return tuple(UnloggedAlert(patient, rung, since, each) for each in _AUDIENCES[rung])


@dataclass(frozen=True, slots=True)
class WhichTaken:
    """They took some: which of the doses of the gap, newest first?"""

    gap: Gap
    doses: tuple[Dose, ...]


@dataclass(frozen=True, slots=True)
class NoneTaken:
    """They took none: whom to call, and how soon. `urgent`: the third rung is reached."""

    gap: Gap
    next: Dose | None
    urgent: bool


@dataclass(frozen=True, slots=True)
class LoggedSince:
    """The question is over: when the last dose is logged to have been taken, if one is."""

    at: datetime | None
    next: Dose | None


GapOutcome = WhichTaken | NoneTaken | LoggedSince
