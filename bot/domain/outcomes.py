"""What use cases return: expected outcomes and refusals are values, faults are exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from bot.domain.dose import Dose
from bot.domain.dose_events import Reason
from bot.domain.limits import AskedAgain
from bot.domain.message import CardPlace
from bot.domain.setup import Draft, Purpose, Question
from bot.domain.stopping import StopWay
from bot.domain.terms import AnswerKind, SkipReason
from bot.domain.timetable import Plan, PlannedDose


@dataclass(frozen=True, slots=True)
class Recorded:
    """An answer was kept. `cards`: messages about the dose that no longer tell the truth.

    `dose` is None for a dose outside the plan, of which `taken_at` is all that is known.
    `extra`: it was confirmed as one more dose close to another.
    """

    kind: AnswerKind
    dose: Dose | None
    next: Dose | None
    cards: tuple[CardPlace, ...]
    taken_at: datetime | None = None
    extra: bool = False
    skip_reason: SkipReason | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was changed, and why; the dose as it stands, where it is the person's own."""

    why: Reason
    dose: Dose | None
    next: Dose | None


@dataclass(frozen=True, slots=True)
class AskWhich:
    """The words may mean any of these doses, or one outside the plan.

    `was_taken`: they said that one was taken; else they skip it, put it off or are not sure.
    `before_plan`: it was taken before the first plan began, so no dose of a plan can be meant.
    `mg`: the amount that was said, which is that of each of the doses.
    """

    doses: tuple[Dose, ...]
    taken_at: datetime | None
    was_taken: bool = True
    before_plan: bool = False
    mg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class AskExtra:
    """Another dose was taken close to this instant: is this an extra one?

    `dose` is None where no dose of the plan is meant, `other` where the one close to it was extra.
    """

    dose: Dose | None
    other: Dose | None
    other_taken_at: datetime
    taken_at: datetime


@dataclass(frozen=True, slots=True)
class OtherAmount:
    """The amount named is not the planned one."""

    dose: Dose
    mg: Decimal
    taken_at: datetime | None


@dataclass(frozen=True, slots=True)
class NoPlan:
    """The person has no plan yet, so there is no dose to answer for."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the log said of a dose was wrong; `dose` is how it stands now.

    `can_undo`: by the rule for any answer, where none was replaced: Undo restores no earlier one.
    `extra`: confirmed as one more dose close to another. `in_hospital`: staff give the doses.
    """

    before: Dose
    dose: Dose
    next: Dose | None
    cards: tuple[CardPlace, ...]
    can_undo: bool
    extra: bool = False
    in_hospital: bool = False

    @property
    def reopened(self) -> bool:
        """It was not taken, and can be taken yet."""
        return self.dose.answered_at is None


@dataclass(frozen=True, slots=True)
class WhichCorrected:
    """The time is nearer to other doses than to the one that is corrected: which is it?"""

    dose: Dose
    doses: tuple[Dose, ...]
    taken_at: datetime


CorrectOutcome = Corrected | Refused | WhichCorrected | AskExtra
AnswerOutcome = Recorded | Refused | AskWhich | AskExtra | OtherAmount | NoPlan


@dataclass(frozen=True, slots=True)
class Preview:
    """What a plan would do: its doses of the next 48 hours, after the last dose known."""

    plan: Plan
    doses: tuple[PlannedDose, ...]
    last: datetime | None
    strengths: frozenset[Decimal]
    old_daily_mg: Decimal | None
    gap_least: timedelta  # a gap outside these two is for the pharmacist to judge
    gap_most: timedelta
    way: StopWay | None = None  # it lowers what was taken: the stop guard's words go with it
    old_count: int | None = None  # doses a day of the plan before

    @property
    def gaps(self) -> tuple[timedelta, ...]:
        """From the last dose known to the first one shown, and on from each to the next."""
        known = [] if self.last is None else [self.last]
        instants = [*known, *(dose.due_at for dose in self.doses)]
        return tuple(later - earlier for earlier, later in pairwise(instants))

    @property
    def is_lower(self) -> bool:
        """The daily total is less than it was."""
        return self.old_daily_mg is not None and self.plan.daily_mg < self.old_daily_mg


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that waits now, with what it is about."""

    question: Question
    draft: Draft
    preview: Preview | None = None
    again: AskedAgain | None = None
    overtaken: bool = False  # a card was sent since: a bare "yes" may be meant for that

    @property
    def way(self) -> StopWay | None:
        """The way of stopping that the plan would be; taking it again is none."""
        again = self.draft.purpose is Purpose.AGAIN
        return None if self.preview is None or again else self.preview.way

    @property
    def is_about_place(self) -> bool:
        """A place is asked for, or was just named to be put right."""
        named = self.question is Question.PLAN and self.draft.purpose is Purpose.START
        return named or self.question in (Question.PLACE, Question.WHICH_PLACE, Question.CLOCK)


@dataclass(frozen=True, slots=True)
class Started:
    """A plan version is in force from its start on."""

    preview: Preview
    version: int
    draft: Draft
    cards: tuple[CardPlace, ...]
    open: Dose | None  # asked before the change; over where its window left no time


@dataclass(frozen=True, slots=True)
class NothingAsked:
    """No question waits to which this could be an answer."""
