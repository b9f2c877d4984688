"""What comes of pausing, going on, and going into hospital."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from bot.domain.dose import Dose
from bot.domain.message import CardPlace, PauseOver
from bot.domain.pauses import EndProblem, Life
from bot.domain.timetable import Plan, PlannedDose


@dataclass(frozen=True, slots=True)
class AskHowLong:
    """Until when? `life` holds the pause that runs, if one does.

    `unwell`: signs that are urgent were told lately, so no dose is told to be taken.
    """

    life: Life
    unwell: bool = False


@dataclass(frozen=True, slots=True)
class AskSure:
    """Up to then? `inside`: the planned doses in it; `long`: it needs the stronger words.

    `open`: a dose that is asked about already, and goes on being so. `unwell`: as in `AskHowLong`.
    """

    ends_at: datetime
    inside: tuple[PlannedDose, ...]
    plan: Plan
    strengths: frozenset[Decimal]
    long: bool
    open: Dose | None = None
    unwell: bool = False


@dataclass(frozen=True, slots=True)
class CannotPause:
    """Not up to then, and why; it is asked again."""

    why: EndProblem
    life: Life
    unwell: bool = False


@dataclass(frozen=True, slots=True)
class Paused:
    """A pause runs, with this end; `open`: a dose asked about before, which goes on."""

    life: Life
    open: Dose | None


@dataclass(frozen=True, slots=True)
class Resumed:
    """Reminders go on: what is to be said about the pause, and what still holds."""

    over: PauseOver
    life: Life


@dataclass(frozen=True, slots=True)
class NothingPaused:
    """Nothing runs that could end; the dose that comes next."""

    life: Life
    next: Dose | None


@dataclass(frozen=True, slots=True)
class InHospital:
    """Staff give the doses, so there is nothing to pause."""

    life: Life


@dataclass(frozen=True, slots=True)
class Admitted:
    """Reminders stop: `cards` lose their buttons."""

    life: Life
    cards: tuple[CardPlace, ...]
