"""What can happen to a dose, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.dose import Dose, Say
from bot.domain.terms import DoseState, SkipReason


@dataclass(frozen=True, slots=True)
class Tick:
    """The beat looked at a dose whose `act_at` has come."""

    asleep: bool = False  # the bot stood still for longer than the policy allows since it asked
    reachable: bool = True  # False while the person blocks the bot
    unheard: bool = False  # answers on its last card may have been lost while the bot stood still
    reminders_only: bool = False  # nobody is asked whether it was taken: it can only be unknown


@dataclass(frozen=True, slots=True)
class Took:
    """The person says they took it; `taken_at` is None for "just now"."""

    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """The person skips it, with a reason."""

    reason: SkipReason


@dataclass(frozen=True, slots=True)
class Snooze:
    """Ask again in `minutes`."""

    minutes: int


@dataclass(frozen=True, slots=True)
class NotSure:
    """The person cannot say whether they took it."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """The person says they did not take it."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the latest answer back."""

    latest: bool  # the answer is the person's latest
    next_opened: bool  # a later dose has opened since


@dataclass(frozen=True, slots=True)
class Correct:
    """What is true of a dose that is closed, whatever its log says.

    `truth`: TAKEN (at `taken_at`), SKIPPED, MISSED (not taken) or UNKNOWN (not sure).
    `closed`: one not taken is not asked about anew: staff give the doses, or its plan has ended.
    `named`: asked which dose it was, the person named this one, however early that is.
    """

    truth: DoseState
    taken_at: datetime | None = None
    closed: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Replaced:
    """Its plan version ended."""


@dataclass(frozen=True, slots=True)
class Paused:
    """Its time has come in a pause that is over at `until`; None: nobody knows when."""

    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Admitted:
    """The person is in hospital: staff give the doses from now on."""


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person blocked the bot. What was asked can't be known; what never arrived is unasked."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """A card about it is known to have arrived."""


Event = (
    Tick
    | Took
    | Skip
    | Snooze
    | NotSure
    | NotTaken
    | Undo
    | Correct
    | Replaced
    | Paused
    | Admitted
    | Blocked
    | Delivered
)


class Reason(StrEnum):
    """Why nothing changed."""

    ALREADY = "already"  # that is what is recorded
    NOT_OPEN = "not_open"
    TOO_EARLY = "too_early"
    ASK_WHEN = "ask_when"  # its window is over: when was it taken?
    STILL_OPEN = "still_open"  # it can still be taken
    IN_FUTURE = "in_future"
    WINDOW_ENDS = "window_ends"  # too little of the window is left to snooze
    NO_SNOOZES = "no_snoozes"
    NOT_LATEST = "not_latest"
    NEXT_OPENED = "next_opened"
    NOTHING_DUE = "nothing_due"
    PREVIOUS_OPEN = "previous_open"  # the dose before it waits for an answer
    REPEAT = "repeat"  # another dose is recorded at this very instant
    NOT_YOURS = "not_yours"  # not in this person's log
    TOO_OLD = "too_old"  # corrections do not reach back so far
    IN_HOSPITAL = "in_hospital"  # staff give the doses and keep the record
    TOO_FAR = "too_far"  # the time is days off the dose's own


@dataclass(frozen=True, slots=True)
class Changed:
    """The dose as it is now, and what is to be said about it."""

    dose: Dose
    say: Say | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Nothing changed, and why."""

    dose: Dose
    why: Reason


Result = Changed | Unchanged
