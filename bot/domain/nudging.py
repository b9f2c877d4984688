"""For an open dose and a moment: when to look again, whether a nudge is due, what a snooze does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.dose import Dose
from bot.domain.dose_events import Reason
from bot.domain.policy import Policy
from bot.domain.terms import DoseState


def nudge_at(dose: Dose, at: datetime, policy: Policy) -> datetime | None:
    """When the next nudge is due; None when none is left, or too little of the window is.

    What fell due while the bot stood still is due until that is so, and lost from then on.
    """
    if dose.asked_at is None or dose.nudges >= len(policy.nudge_after):
        return None
    due = dose.asked_at + policy.nudge_after[dose.nudges]
    return due if has_room(dose, max(due, at), policy) else None


def has_room(dose: Dose, at: datetime, policy: Policy) -> bool:
    """Enough of the window is left for a nudge, also where it was held up on its way."""
    return at <= dose.closes_at - policy.nudge_before_end


def is_nudge_due(dose: Dose, at: datetime, policy: Policy) -> bool:
    """A nudge is due, and no snooze holds it back."""
    due = nudge_at(dose, at, policy)
    return dose.snoozed_until is None and due is not None and at >= due


def nudged(dose: Dose, at: datetime, policy: Policy) -> Dose:
    """The dose after a nudge. Others that fell due while the bot stood still are in it, too."""
    assert dose.asked_at is not None, "only an asked dose is nudged"  # noqa: S101
    passed = sum(dose.asked_at + span <= at for span in policy.nudge_after)
    return after_open(replace(dose, nudges=max(dose.nudges + 1, passed)), at, policy)


def after_open(dose: Dose, at: datetime, policy: Policy) -> Dose:
    """The open dose with `act_at` set to the next instant at which something is due."""
    wake = dose.snoozed_until or nudge_at(dose, at, policy) or dose.closes_at
    return replace(dose, act_at=min(wake, dose.closes_at))


def ask_again(dose: Dose, at: datetime, policy: Policy) -> Dose:
    """One new card: a snooze is over, or an answer may be lost. Nudges count from here."""
    return after_open(replace(dose, snoozed_until=None, asked_at=at), at, policy)


def snoozed(dose: Dose, span: timedelta, at: datetime, policy: Policy) -> Dose | Reason:
    """Held back for `span`, as far as the window and the policy allow; why not, where they don't.

    To move a snooze that still runs counts as the same one.
    """
    count = dose.snoozes + (dose.snoozed_until is None)
    if count > policy.snoozes_most:
        return Reason.NO_SNOOZES
    last = dose.closes_at - policy.snooze_before_end
    if last - at < policy.snooze_least:
        return Reason.WINDOW_ENDS
    wished = at + max(span, policy.snooze_least)
    return after_open(replace(dose, snoozed_until=min(wished, last), snoozes=count), at, policy)


def unasked(dose: Dose) -> Dose:
    """As if it had not come due yet: nobody can be asked before its window closes, if at all.

    `asked_at` stays: a card of it may be in doubt.
    """
    return replace(
        dose,
        state=DoseState.PLANNED,
        act_at=dose.closes_at,
        opened_at=None,
        snoozed_until=None,
        snoozes=0,
        nudges=0,
    )
