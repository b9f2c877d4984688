"""What screens show of a log: values read at one instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from bot.domain.adherence import Adherence
from bot.domain.beside import told_until
from bot.domain.dose import Dose
from bot.domain.pauses import USUAL, Life
from bot.domain.terms import DoseId, SkipReason, TaperReason
from bot.domain.timetable import Plan
from bot.domain.wallclock import day_of


@dataclass(frozen=True, slots=True)
class Today:
    """The doses of one local date, the open ones, and the next one to come.

    `beside`: doses of another date near enough to be told with them. `extras`: when doses outside
    the plan were taken, on this date or as near; how much is never asked.
    """

    at: datetime
    zone: str
    day: date
    doses: tuple[Dose, ...]
    open: tuple[Dose, ...]
    next: Dose | None
    extras: tuple[datetime, ...]
    reasons: dict[DoseId, SkipReason]
    life: Life = USUAL
    beside: tuple[Dose, ...] = ()

    @property
    def beside_until(self) -> datetime | None:
        """When the first of what stands beside the day goes; None where nothing does."""
        extras = (each for each in self.extras if day_of(each, self.zone) != self.day)
        return told_until(self.beside, extras)


@dataclass(frozen=True, slots=True)
class Log:
    """Seven local dates, newest first, and what they add up to. `page` 0 is the current week.

    What is over is told by the clock where the person was then: its zone stands beside an extra.
    `told`: the last dose before the plan began, as the person told it, where it is of these dates.
    """

    at: datetime
    zone: str
    page: int
    last: date  # the newest of the seven
    days: tuple[tuple[date, tuple[Dose, ...]], ...]
    extras: tuple[tuple[datetime, str], ...]
    reasons: dict[DoseId, SkipReason]
    sum: Adherence
    has_older: bool
    corrected: frozenset[DoseId] = frozenset()
    told: tuple[tuple[datetime, str], ...] = ()
    life: Life = USUAL


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """Seven local dates that have closed doses to correct, newest first; `page` 0 is this week."""

    page: int
    days: tuple[date, ...]
    has_older: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan in force."""

    at: datetime
    plan: Plan
    version: int
    strengths: frozenset[Decimal]
    next: Dose | None
    life: Life = USUAL


@dataclass(frozen=True, slots=True)
class TaperView:
    """The request that stands; `is_new` where it was made just now.

    `unwell`: signs that are urgent were told lately, so nobody is told to keep taking it.
    """

    reason: TaperReason
    requested_at: datetime
    zone: str
    is_new: bool
    unwell: bool = False
