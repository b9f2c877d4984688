"""Setting up: the one question to ask next."""

from __future__ import annotations

from bot.domain.limits import AskedAgain
from bot.domain.policy import Policy
from bot.domain.setup import Draft, Purpose, Question
from bot.domain.timetable import Slot, wall_gaps

SETUP = frozenset(
    (
        Question.CONSENT,
        Question.GATE,
        Question.PLACE,
        Question.WHICH_PLACE,
        Question.CLOCK,
        Question.COUNTRY,
        Question.KIDNEY,
        Question.PLAN,
        Question.TIMES,
        Question.EACH,
        Question.STRENGTHS,
        Question.AGAIN,
        Question.LAST_DOSE,
        Question.ECHO,
        Question.ODD_TIMES,
    )
)
"""The questions of a set-up; any other is a small one, asked aside."""


def next_question(draft: Draft, again: tuple[AskedAgain, ...], has_odd_gaps: bool) -> Question:
    """The first thing that has not been told; the echo when all has been.

    `again`: amounts of the draft above a limit; `has_odd_gaps`: a gap under 4 h or over 12 h.
    """
    if draft.purpose is Purpose.START and not draft.gate:
        return Question.GATE
    if draft.purpose is Purpose.START and draft.kidney is None:
        return Question.KIDNEY
    asks_place = draft.purpose in (Purpose.START, Purpose.ZONE)
    if asks_place and (place := _place_question(draft)):
        return place
    if draft.purpose is not Purpose.ZONE and (plan := _plan_question(draft, again)):
        return plan
    if has_odd_gaps and not draft.odd_right and draft.purpose is not Purpose.ZONE:
        return Question.ODD_TIMES
    return Question.ECHO


def _place_question(draft: Draft) -> Question | None:
    if draft.zone is None:
        return Question.WHICH_PLACE if draft.places else Question.PLACE
    if not draft.zone_right:
        return Question.CLOCK
    if not draft.country_right:
        return Question.COUNTRY
    return None


def _plan_question(draft: Draft, again: tuple[AskedAgain, ...]) -> Question | None:
    if not draft.slots:
        if draft.times_open:
            return Question.TIMES
        return Question.EACH if draft.times else Question.PLAN
    if not draft.strengths_right:
        return Question.STRENGTHS
    if any(amount.key not in draft.confirmed for amount in again):
        return Question.AGAIN
    if draft.begins and draft.last_taken is None:
        return Question.LAST_DOSE
    return None


def odd_gaps(slots: tuple[Slot, ...], policy: Policy) -> bool:
    """A planned gap is under 4 h or over 12 h: ask the pharmacist which times to use."""
    return any(
        gap < policy.gap_asked_least or gap > policy.gap_asked_most for gap in wall_gaps(slots)
    )
