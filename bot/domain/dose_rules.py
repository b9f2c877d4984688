"""The rule for every state a dose can be in and every event that can meet it.

`RULES` has a cell for each pair and no default. A rule takes the dose, the event and the
instant, and returns the dose as it is afterwards, or why nothing changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.choosing import same_minute
from bot.domain.dose import Dose, Say
from bot.domain.dose_events import (
    Admitted,
    Blocked,
    Changed,
    Correct,
    Delivered,
    Event,
    NotSure,
    NotTaken,
    Paused,
    Reason,
    Replaced,
    Result,
    Skip,
    Snooze,
    Tick,
    Took,
    Unchanged,
    Undo,
)
from bot.domain.nudging import after_open, ask_again, is_nudge_due, nudged, snoozed, unasked
from bot.domain.policy import Policy
from bot.domain.terms import DoseState

S = DoseState
Rule = Callable[[Dose, Any, datetime, Policy], Result]


def apply(dose: Dose, event: Event, at: datetime, policy: Policy) -> Result:
    """What `event` does to `dose` at the instant `at` (UTC). Every pair has a rule."""
    return RULES[type(event)][dose.state](dose, event, at, policy)


def _keep(why: Reason) -> Rule:
    def rule(dose: Dose, event: Event, at: datetime, policy: Policy) -> Result:
        return Unchanged(dose, why)

    return rule


def _settle(dose: Dose, state: DoseState, at: datetime, **changes: Any) -> Dose:
    return replace(dose, state=state, act_at=None, snoozed_until=None, answered_at=at, **changes)


def _tick_planned(dose: Dose, event: Tick, at: datetime, policy: Policy) -> Result:
    if at < dose.due_at:
        return Unchanged(dose, Reason.NOTHING_DUE)
    if at >= dose.closes_at:
        return Changed(replace(dose, state=S.UNKNOWN, act_at=None), Say.OFFLINE)
    if not event.reachable:
        return Changed(replace(dose, act_at=dose.closes_at))
    opened = replace(dose, state=S.OPEN, opened_at=at, asked_at=at)
    return Changed(after_open(opened, at, policy), Say.REMINDER)


def _tick_open(dose: Dose, event: Tick, at: datetime, policy: Policy) -> Result:
    if at >= dose.closes_at:
        if event.reminders_only:
            return _give_up(dose, event, at, policy)
        knowable = dose.delivered_at is not None and not event.asleep
        state, say = (S.MISSED, Say.NOT_LOGGED) if knowable else (S.UNKNOWN, Say.OFFLINE)
        return Changed(replace(dose, state=state, act_at=None, snoozed_until=None), say)
    snoozed = dose.snoozed_until is not None and at < dose.snoozed_until
    if event.unheard and not snoozed:
        return Changed(ask_again(dose, at, policy), Say.AGAIN)
    if dose.snoozed_until is not None and not snoozed:
        return Changed(ask_again(dose, at, policy), Say.SNOOZED)
    if is_nudge_due(dose, at, policy):
        return Changed(nudged(dose, at, policy), Say.NUDGE)
    return Changed(after_open(dose, at, policy))


def _took_now(dose: Dose, event: Took, at: datetime, policy: Policy) -> Result:
    if event.taken_at is None and at >= dose.closes_at:
        return Unchanged(dose, Reason.ASK_WHEN)  # the beat has not looked yet
    return _took_then(dose, event.taken_at or at, at)


def _took_late(dose: Dose, event: Took, at: datetime, policy: Policy) -> Result:
    if event.taken_at is None:
        return Unchanged(dose, Reason.ASK_WHEN)
    return _took_then(dose, event.taken_at, at)


def _took_then(dose: Dose, taken_at: datetime, at: datetime) -> Result:
    if taken_at > at:
        return Unchanged(dose, Reason.IN_FUTURE)
    if taken_at < dose.counts_from:
        return Unchanged(dose, Reason.TOO_EARLY)
    return Changed(_settle(dose, S.TAKEN, at, taken_at=taken_at))


def _skip(dose: Dose, event: Skip, at: datetime, policy: Policy) -> Result:
    return Changed(_settle(dose, S.SKIPPED, at))


def _snooze(dose: Dose, event: Snooze, at: datetime, policy: Policy) -> Result:
    held = snoozed(dose, timedelta(minutes=event.minutes), at, policy)
    return Unchanged(dose, held) if isinstance(held, Reason) else Changed(held)


def _not_sure(dose: Dose, event: NotSure, at: datetime, policy: Policy) -> Result:
    if dose.said_unsure:
        return Unchanged(dose, Reason.ALREADY)
    return Changed(_settle(dose, S.UNKNOWN, at))


def _not_yet(dose: Dose, event: NotTaken, at: datetime, policy: Policy) -> Result:
    if dose.said_unsure:
        return Unchanged(dose, Reason.ALREADY)
    if at < dose.closes_at:
        return Unchanged(dose, Reason.STILL_OPEN)
    return _not_taken(dose, event, at, policy)


def _not_taken(dose: Dose, event: NotTaken, at: datetime, policy: Policy) -> Result:
    if dose.state is S.MISSED and dose.answered_at is not None:
        return Unchanged(dose, Reason.ALREADY)
    return Changed(_settle(dose, S.MISSED, at))


def _undo(dose: Dose, event: Undo, at: datetime, policy: Policy) -> Result:
    if dose.answered_at is None or not event.latest:
        return Unchanged(dose, Reason.NOT_LATEST)
    if event.next_opened:
        return Unchanged(dose, Reason.NEXT_OPENED)
    if at >= dose.closes_at:
        return Changed(replace(_bare(dose), state=S.UNKNOWN, act_at=None))
    return Changed(_reopened(dose, at, policy))


def _bare(dose: Dose) -> Dose:
    return replace(dose, taken_at=None, answered_at=None, snoozed_until=None)


def _reopened(dose: Dose, at: datetime, policy: Policy) -> Dose:
    """Inside its window it is as if nobody had answered."""
    if dose.opened_at is None:
        return replace(_bare(dose), state=S.PLANNED, act_at=dose.due_at)
    return after_open(replace(_bare(dose), state=S.OPEN, asked_at=at), at, policy)


def _fix_open(dose: Dose, event: Correct, at: datetime, policy: Policy) -> Result:
    if at < dose.closes_at:
        return Unchanged(dose, Reason.STILL_OPEN)  # its own card asks about it
    return _fix(dose, event, at, policy)


def _fix(dose: Dose, event: Correct, at: datetime, policy: Policy) -> Result:
    if at - dose.due_at > policy.correct_back:
        return Unchanged(dose, Reason.TOO_OLD)
    if event.truth is S.TAKEN:
        return _fix_taken(dose, event, at, policy)
    if event.truth is dose.state and dose.answered_at is not None:
        return Unchanged(dose, Reason.ALREADY)
    if event.truth is S.MISSED and at < dose.closes_at and not event.closed:
        return Changed(_reopened(dose, at, policy))
    return Changed(_settle(_bare(dose), event.truth, at))


def _fix_taken(dose: Dose, event: Correct, at: datetime, policy: Policy) -> Result:
    assert event.taken_at is not None, "a correction to taken names its time"  # noqa: S101
    if dose.taken_at is not None and same_minute(dose.taken_at, event.taken_at):
        return Unchanged(dose, Reason.ALREADY)
    if abs(event.taken_at - dose.due_at) > policy.correct_apart:
        return Unchanged(dose, Reason.IN_FUTURE if event.taken_at > at else Reason.TOO_FAR)
    if event.named and event.taken_at <= at:
        return Changed(_settle(dose, S.TAKEN, at, taken_at=event.taken_at))
    return _took_then(dose, event.taken_at, at)


def _cancel(dose: Dose, event: Event, at: datetime, policy: Policy) -> Result:
    return Changed(replace(dose, state=S.CANCELLED, act_at=None))


def _pause(dose: Dose, event: Paused, at: datetime, policy: Policy) -> Result:
    """Nobody asks. It can be asked about late until its window closes; then it is unknown."""
    if at >= dose.closes_at:
        return _give_up(dose, event, at, policy)
    if event.until is not None and event.until <= dose.due_at:
        return Unchanged(dose, Reason.NOTHING_DUE)
    return Changed(replace(dose, act_at=min(event.until or dose.closes_at, dose.closes_at)))


def _admit(dose: Dose, event: Admitted, at: datetime, policy: Policy) -> Result:
    rule = _cancel if at < dose.due_at else _give_up
    return rule(dose, event, at, policy)


def _give_up(dose: Dose, event: Event, at: datetime, policy: Policy) -> Result:
    return Changed(replace(dose, state=S.UNKNOWN, act_at=None, snoozed_until=None))


def _lose(dose: Dose, event: Blocked, at: datetime, policy: Policy) -> Result:
    """No card of it arrived: it is as a dose that came due in the blocked chat."""
    if dose.delivered_at is None and at < dose.closes_at:
        return Changed(unasked(dose))
    return _give_up(dose, event, at, policy)


def _delivered(dose: Dose, event: Delivered, at: datetime, policy: Policy) -> Result:
    return Changed(replace(dose, delivered_at=dose.delivered_at or at))


_SAME = _keep(Reason.ALREADY)
_SHUT = _keep(Reason.NOT_OPEN)
_SOON = _keep(Reason.TOO_EARLY)
_IDLE = _keep(Reason.NOTHING_DUE)

_STATES = (S.PLANNED, S.OPEN, S.TAKEN, S.SKIPPED, S.MISSED, S.UNKNOWN, S.CANCELLED)


def _row(*rules: Rule) -> Mapping[DoseState, Rule]:
    return dict(zip(_STATES, rules, strict=True))


# fmt: off
RULES: Mapping[type[Event], Mapping[DoseState, Rule]] = {
    #               planned        open        taken  skipped  missed      unknown     cancelled
    Tick:      _row(_tick_planned, _tick_open, _IDLE, _IDLE,   _IDLE,      _IDLE,      _IDLE),
    Took:      _row(_took_now,     _took_now,  _SAME, _SAME,   _took_late, _took_late, _SHUT),
    Skip:      _row(_SOON,         _skip,      _SAME, _SAME,   _SHUT,      _SHUT,      _SHUT),
    Snooze:    _row(_SOON,         _snooze,    _SAME, _SAME,   _SHUT,      _SHUT,      _SHUT),
    NotSure:   _row(_SOON,         _not_sure,  _SAME, _SAME,   _not_sure,  _not_sure,  _SHUT),
    NotTaken:  _row(_SOON,         _not_yet,   _SAME, _SAME,   _not_taken, _not_yet,   _SHUT),
    Undo:      _row(_SHUT,         _SHUT,      _undo, _undo,   _undo,      _undo,      _SHUT),
    Correct:   _row(_SOON,         _fix_open,  _fix,  _fix,    _fix,       _fix,       _SHUT),
    Replaced:  _row(_cancel,       _IDLE,      _IDLE, _IDLE,   _IDLE,      _IDLE,      _IDLE),
    Paused:    _row(_pause,        _IDLE,      _IDLE, _IDLE,   _IDLE,      _IDLE,      _IDLE),
    Admitted:  _row(_admit,        _give_up,   _IDLE, _IDLE,   _IDLE,      _IDLE,      _IDLE),
    Blocked:   _row(_IDLE,         _lose,      _IDLE, _IDLE,   _IDLE,      _IDLE,      _IDLE),
    Delivered: _row(_IDLE,         _delivered, _IDLE, _IDLE,   _IDLE,      _IDLE,      _IDLE),
}
# fmt: on
