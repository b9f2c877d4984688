"""One dose: what it is, with a snapshot of its plan. What may happen to it: `dose_rules`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

from bot.domain.terms import DoseId, DoseState, MedicationId, PersonId, PlanId


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose and the snapshot of what it was when planned: mg, tablets, wall time, zone."""

    id: DoseId
    plan_id: PlanId
    medication_id: MedicationId
    patient_id: PersonId
    local_date: date
    slot: int
    wall: time
    zone: str
    mg: Decimal
    strengths: frozenset[Decimal]
    due_at: datetime
    closes_at: datetime
    delayed: bool
    state: DoseState = DoseState.PLANNED
    version: int = 0
    act_at: datetime | None = None
    opened_at: datetime | None = None
    asked_at: datetime | None = None
    delivered_at: datetime | None = None
    taken_at: datetime | None = None
    answered_at: datetime | None = None
    snoozed_until: datetime | None = None
    snoozes: int = 0
    nudges: int = 0

    @property
    def window(self) -> timedelta:
        """How long after its time it may still be taken; as long before it counts as early."""
        return self.closes_at - self.due_at

    @property
    def counts_from(self) -> datetime:
        """The first instant at which taking counts for it: as long before it as after."""
        return self.due_at - self.window

    @property
    def said_unsure(self) -> bool:
        """The person is not sure whether it was taken: final, but for an exact time or Undo."""
        return self.state is DoseState.UNKNOWN and self.answered_at is not None


class Say(StrEnum):
    """What the bot says of its own accord about a dose."""

    REMINDER = "reminder"
    NUDGE = "nudge"
    SNOOZED = "snoozed"  # the snooze is over: one new card
    NOT_LOGGED = "not_logged"  # the window closed unanswered
    OFFLINE = "offline"  # the bot could not have asked; it asks now
    CHANGED = "changed"  # a plan or a zone was changed a while ago: was it the person?
    AGAIN = "again"  # an answer may have been lost while the bot stood still: one new card
    PAUSE_OVER = "pause_over"  # reminders go on, and what fell into the pause is asked about
    HOME = "home"  # home from hospital, and the plan is not told yet
    RED_FLAG = "red_flag"  # an emergency card whose own way into the chat may have failed
    RUNG_TWO = "rung_two"  # no dose is logged for long: was any taken?
    RUNG_THREE = "rung_three"  # for so long that somebody is to be called now
    MOVING = "moving"  # some weeks with a plan: more smoothly?
    SILENCE = "silence"  # nothing was answered for days: reminders only?
    SUPPLY = "supply"  # the tablets: they run low, may have come, or were never counted
    STOP_CHECK = "stop_check"  # the person ended their plan: how are they?
