"""Every state meets every event: what dose.md and the policy say comes of it, pair by pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from itertools import product
from typing import Any, get_args

import pytest

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
    Skip,
    Snooze,
    Tick,
    Took,
    Unchanged,
    Undo,
)
from bot.domain.dose_rules import RULES, apply
from bot.domain.policy import Policy
from bot.domain.terms import DoseState, SkipReason
from tests.domain.a_dose import at, dose_in

POLICY = Policy()
S, R = DoseState, Reason
EVENTS = get_args(Event)
SKIP = Skip(SkipReason.OTHER)
UNDO = Undo(latest=True, next_opened=False)
ANSWERED = {"answered_at": at("16:30")}


@dataclass(frozen=True)
class Case:
    """In this state (with these changes), this event at this instant: refused, or changed so."""

    state: DoseState
    event: Event
    at: datetime
    want: Reason | DoseState
    say: Say | None = None
    then: Mapping[str, Any] | None = None
    given: Mapping[str, Any] | None = None

    def __str__(self) -> str:
        changes = " ".join(self.given or ())
        return f"{self.state} {changes} {type(self.event).__name__} {self.at:%H:%M} {self.want}"


def c(
    state: DoseState,
    event: Event,
    clock: str,
    want: Reason | DoseState,
    say: Say | None = None,
    **then: Any,
) -> Case:
    return Case(state, event, at(clock), want, say, then)


def given(case: Case, **changes: Any) -> Case:
    return replace(case, given=changes)


def same(event: Event, **wants: Reason) -> list[Case]:
    """The event changes nothing in these states, and this is why."""
    return [c(DoseState(state), event, "15:00", why) for state, why in wants.items()]


# The beat. A reminder at its time, and within the window after an outage; past it: unknown, asked.
TICK = [
    c(S.PLANNED, Tick(), "13:59:59", R.NOTHING_DUE),
    c(S.PLANNED, Tick(), "14:00", S.OPEN, Say.REMINDER, act_at=at("14:30"), opened_at=at("14:00")),
    c(S.PLANNED, Tick(), "15:59", S.OPEN, Say.REMINDER, act_at=at("16:00")),
    c(S.PLANNED, Tick(), "16:00", S.UNKNOWN, Say.OFFLINE, act_at=None, answered_at=None),
    c(S.PLANNED, Tick(asleep=True), "14:00", S.OPEN, Say.REMINDER),
    c(S.PLANNED, Tick(reachable=False), "14:00", S.PLANNED, act_at=at("16:00")),
    c(S.PLANNED, Tick(reachable=False), "16:00", S.UNKNOWN, Say.OFFLINE),
    # Open: one nudge at 30 minutes, only >= 5 minutes before the end.
    c(S.OPEN, Tick(), "14:29", S.OPEN, act_at=at("14:30"), nudges=0),
    c(S.OPEN, Tick(), "14:30", S.OPEN, Say.NUDGE, act_at=at("16:00"), nudges=1),
    given(c(S.OPEN, Tick(), "14:45", S.OPEN, act_at=at("16:00"), nudges=1), nudges=1),
    given(c(S.OPEN, Tick(), "15:55", S.OPEN, Say.NUDGE), asked_at=at("15:25")),
    given(c(S.OPEN, Tick(), "15:56", S.OPEN, act_at=at("16:00")), asked_at=at("15:26")),
    # A snooze holds the nudge back, fires one card, and the clock for the nudge starts again.
    given(c(S.OPEN, Tick(), "14:40", S.OPEN, act_at=at("14:50")), snoozed_until=at("14:50")),
    given(
        c(S.OPEN, Tick(), "14:50", S.OPEN, Say.SNOOZED, act_at=at("15:20"), snoozed_until=None),
        snoozed_until=at("14:50"),
        snoozes=1,
    ),
    # An answer may be lost: one new card, unless a snooze holds it back or the window is over.
    c(S.OPEN, Tick(unheard=True), "14:20", S.OPEN, Say.AGAIN, asked_at=at("14:20"), nudges=0),
    c(S.OPEN, Tick(unheard=True), "14:40", S.OPEN, Say.AGAIN, act_at=at("15:10")),
    c(S.OPEN, Tick(unheard=True), "15:59", S.OPEN, Say.AGAIN, act_at=at("16:00")),
    given(
        c(S.OPEN, Tick(unheard=True), "14:40", S.OPEN, act_at=at("14:50")),
        snoozed_until=at("14:50"),
    ),
    given(
        c(S.OPEN, Tick(unheard=True), "14:50", S.OPEN, Say.AGAIN, snoozed_until=None),
        snoozed_until=at("14:50"),
    ),
    c(S.OPEN, Tick(asleep=True, unheard=True), "16:00", S.UNKNOWN, Say.OFFLINE, act_at=None),
    # Unanswered at the end: missed only if delivery was confirmed and the bot was awake.
    c(S.OPEN, Tick(), "16:00", S.MISSED, Say.NOT_LOGGED, act_at=None, answered_at=None),
    c(S.OPEN, Tick(asleep=True), "16:00", S.UNKNOWN, Say.OFFLINE, act_at=None),
    given(c(S.OPEN, Tick(), "16:00", S.UNKNOWN, Say.OFFLINE), delivered_at=None),
    # Reminders only: what nobody answers can only be unknown, and nothing is said about it.
    c(S.PLANNED, Tick(reminders_only=True), "14:00", S.OPEN, Say.REMINDER),
    c(S.OPEN, Tick(reminders_only=True), "16:00", S.UNKNOWN, act_at=None, answered_at=None),
    *same(
        Tick(),
        taken=R.NOTHING_DUE,
        skipped=R.NOTHING_DUE,
        missed=R.NOTHING_DUE,
        unknown=R.NOTHING_DUE,
        cancelled=R.NOTHING_DUE,
    ),
]

TOOK = [
    # Before its reminder: as long before its time as it may be taken after it.
    c(S.PLANNED, Took(), "12:00", S.TAKEN, taken_at=at("12:00"), act_at=None),
    c(S.PLANNED, Took(), "11:59", R.TOO_EARLY),
    c(S.PLANNED, Took(at("11:59")), "13:00", R.TOO_EARLY),
    c(S.PLANNED, Took(at("13:30")), "13:20", R.IN_FUTURE),
    c(S.PLANNED, Took(), "16:00", R.ASK_WHEN),  # the beat is late: no "now" past the window
    c(S.OPEN, Took(), "14:07", S.TAKEN, taken_at=at("14:07"), answered_at=at("14:07")),
    c(S.OPEN, Took(), "15:59", S.TAKEN, taken_at=at("15:59")),
    c(S.OPEN, Took(), "16:00", R.ASK_WHEN),
    c(S.OPEN, Took(at("14:20")), "16:00", S.TAKEN, taken_at=at("14:20")),
    c(S.OPEN, Took(at("13:50")), "14:07", S.TAKEN, taken_at=at("13:50")),
    c(S.OPEN, Took(at("14:08")), "14:07", R.IN_FUTURE),
    c(S.OPEN, Took(at("11:59")), "14:07", R.TOO_EARLY),
    # A late answer to missed or unknown asks when; recorded on that dose.
    c(S.MISSED, Took(), "16:30", R.ASK_WHEN),
    c(S.MISSED, Took(at("15:00")), "16:30", S.TAKEN, taken_at=at("15:00"), **ANSWERED),
    c(S.MISSED, Took(at("16:20")), "16:30", S.TAKEN, taken_at=at("16:20")),
    c(S.MISSED, Took(at("16:40")), "16:30", R.IN_FUTURE),
    c(S.UNKNOWN, Took(), "16:30", R.ASK_WHEN),
    c(S.UNKNOWN, Took(at("14:00")), "16:30", S.TAKEN, taken_at=at("14:00"), **ANSWERED),
    c(S.UNKNOWN, Took(at("11:00")), "16:30", R.TOO_EARLY),
    *same(Took(), taken=R.ALREADY, skipped=R.ALREADY, cancelled=R.NOT_OPEN),
]

SHUT = {"missed": R.NOT_OPEN, "unknown": R.NOT_OPEN, "cancelled": R.NOT_OPEN}
DONE = {"taken": R.ALREADY, "skipped": R.ALREADY, "cancelled": R.NOT_OPEN}
SKIPS = [
    c(S.OPEN, SKIP, "14:10", S.SKIPPED, act_at=None, taken_at=None, answered_at=at("14:10")),
    *same(SKIP, planned=R.TOO_EARLY, taken=R.ALREADY, skipped=R.ALREADY, **SHUT),
]

# Clamped to the end less 10 minutes; refused where less is left; at most 3; one card when it fires.
SNOOZE = [
    c(S.OPEN, Snooze(15), "14:10", S.OPEN, snoozed_until=at("14:25"), act_at=at("14:25")),
    c(S.OPEN, Snooze(60), "15:10", S.OPEN, snoozed_until=at("15:50"), snoozes=1),
    c(S.OPEN, Snooze(15), "15:49", S.OPEN, snoozed_until=at("15:50")),
    c(S.OPEN, Snooze(15), "15:50", R.WINDOW_ENDS),
    given(c(S.OPEN, Snooze(15), "14:10", S.OPEN, snoozes=3), snoozes=2),
    given(c(S.OPEN, Snooze(15), "14:10", R.NO_SNOOZES), snoozes=3),
    given(
        c(S.OPEN, Snooze(15), "14:11", S.OPEN, snoozes=3, snoozed_until=at("14:26")),
        snoozes=3,
        snoozed_until=at("14:25"),
    ),
    *same(Snooze(15), planned=R.TOO_EARLY, taken=R.ALREADY, skipped=R.ALREADY, **SHUT),
]

NOT_SURE = [
    c(S.OPEN, NotSure(), "14:10", S.UNKNOWN, act_at=None, answered_at=at("14:10")),
    c(S.MISSED, NotSure(), "16:30", S.UNKNOWN, **ANSWERED),
    c(S.UNKNOWN, NotSure(), "16:30", S.UNKNOWN, **ANSWERED),
    given(c(S.UNKNOWN, NotSure(), "16:30", R.ALREADY), answered_at=at("14:10")),
    *same(NotSure(), planned=R.TOO_EARLY, **DONE),
]

NOT_TAKEN = [
    c(S.OPEN, NotTaken(), "15:59", R.STILL_OPEN),
    c(S.OPEN, NotTaken(), "16:00", S.MISSED, answered_at=at("16:00"), act_at=None),
    c(S.MISSED, NotTaken(), "16:30", S.MISSED, **ANSWERED),
    given(c(S.MISSED, NotTaken(), "16:30", R.ALREADY), answered_at=at("16:10")),
    c(S.UNKNOWN, NotTaken(), "15:59", R.STILL_OPEN),  # the chat was blocked
    c(S.UNKNOWN, NotTaken(), "16:30", S.MISSED, **ANSWERED),
    given(c(S.UNKNOWN, NotTaken(), "15:00", R.ALREADY), answered_at=at("14:10")),  # "not sure"
    given(c(S.UNKNOWN, NotTaken(), "16:30", R.ALREADY), answered_at=at("14:10")),
    *same(NotTaken(), planned=R.TOO_EARLY, **DONE),
]

# Until the next dose opens; inside the window open again, after it unknown and asked.
EARLY = {"opened_at": None, "asked_at": None, "delivered_at": None}
BARE = {"taken_at": None, "answered_at": None}
UNDOING = [
    c(S.TAKEN, UNDO, "14:10", S.OPEN, act_at=at("14:40"), asked_at=at("14:10"), **BARE),
    c(S.TAKEN, UNDO, "16:00", S.UNKNOWN, act_at=None, **BARE),
    given(c(S.TAKEN, UNDO, "13:30", S.PLANNED, act_at=at("14:00"), **BARE), **EARLY),
    c(S.TAKEN, Undo(latest=False, next_opened=False), "14:10", R.NOT_LATEST),
    c(S.TAKEN, Undo(latest=True, next_opened=True), "14:10", R.NEXT_OPENED),
    c(S.SKIPPED, UNDO, "14:10", S.OPEN, act_at=at("14:40"), **BARE),
    c(S.SKIPPED, UNDO, "16:00", S.UNKNOWN, **BARE),
    c(S.MISSED, UNDO, "16:30", R.NOT_LATEST),  # nobody answered: nothing to take back
    given(c(S.MISSED, UNDO, "16:40", S.UNKNOWN, **BARE), **ANSWERED),
    c(S.UNKNOWN, UNDO, "16:30", R.NOT_LATEST),
    given(c(S.UNKNOWN, UNDO, "14:20", S.OPEN, **BARE), answered_at=at("14:10")),
    given(c(S.UNKNOWN, UNDO, "16:20", S.UNKNOWN, **BARE), answered_at=at("14:10")),
    *same(UNDO, planned=R.NOT_OPEN, open=R.NOT_OPEN, cancelled=R.NOT_OPEN),
]

TAKEN_AT = {"taken_at": at("14:20")}


def taken_at(clock: str, days: int = 0) -> Correct:
    return Correct(S.TAKEN, at(clock, days))


# What is true of a closed dose, whatever was logged: a time by the span it has anyway, never one
# days off; not taken inside its window means that it can be taken yet.
CORRECTING = [
    c(S.PLANNED, taken_at("14:20"), "15:00", R.TOO_EARLY),
    c(S.OPEN, taken_at("14:20"), "15:59", R.STILL_OPEN),  # its own card asks
    c(S.OPEN, taken_at("14:20"), "16:00", S.TAKEN, **TAKEN_AT),  # the beat has not looked yet
    c(S.TAKEN, taken_at("14:20"), "16:30", S.TAKEN, **TAKEN_AT, **ANSWERED),
    c(S.TAKEN, taken_at("14:07"), "16:30", R.ALREADY),
    c(S.TAKEN, taken_at("11:59"), "16:30", R.TOO_EARLY),
    c(S.TAKEN, replace(taken_at("11:59"), named=True), "16:30", S.TAKEN, taken_at=at("11:59")),
    c(S.TAKEN, replace(taken_at("16:31"), named=True), "16:30", R.IN_FUTURE),
    c(S.TAKEN, taken_at("16:31"), "16:30", R.IN_FUTURE),
    c(S.TAKEN, taken_at("13:59", -1), "16:30", R.TOO_FAR),
    c(S.TAKEN, taken_at("14:01", 1), "16:30", R.IN_FUTURE),
    c(S.TAKEN, Correct(S.SKIPPED), "15:00", S.SKIPPED, taken_at=None),
    c(S.TAKEN, Correct(S.UNKNOWN), "15:00", S.UNKNOWN, taken_at=None, answered_at=at("15:00")),
    c(S.TAKEN, Correct(S.MISSED), "15:00", S.OPEN, act_at=at("15:30"), **BARE),
    c(S.TAKEN, Correct(S.MISSED), "16:00", S.MISSED, taken_at=None, answered_at=at("16:00")),
    c(S.TAKEN, Correct(S.MISSED, closed=True), "15:00", S.MISSED, taken_at=None),
    given(c(S.TAKEN, Correct(S.MISSED), "13:30", S.PLANNED, act_at=at("14:00"), **BARE), **EARLY),
    c(S.SKIPPED, taken_at("14:20"), "16:30", S.TAKEN, **TAKEN_AT, **ANSWERED),
    c(S.SKIPPED, Correct(S.SKIPPED), "16:30", R.ALREADY),
    c(S.MISSED, taken_at("14:20"), "16:30", S.TAKEN, **TAKEN_AT, **ANSWERED),
    c(S.MISSED, Correct(S.MISSED), "16:30", S.MISSED, **ANSWERED),
    given(c(S.MISSED, Correct(S.MISSED), "16:40", R.ALREADY), **ANSWERED),
    c(S.MISSED, Correct(S.SKIPPED), "16:30", S.SKIPPED, **ANSWERED),
    c(S.UNKNOWN, taken_at("14:20"), "16:30", S.TAKEN, **TAKEN_AT, **ANSWERED),
    given(c(S.UNKNOWN, taken_at("14:20"), "16:30", S.TAKEN, **TAKEN_AT), answered_at=at("14:10")),
    given(c(S.UNKNOWN, Correct(S.UNKNOWN), "16:30", R.ALREADY), answered_at=at("14:10")),
    c(S.CANCELLED, taken_at("14:20"), "16:30", R.NOT_OPEN),
]


def test_a_dose_is_corrected_for_90_days_and_no_longer() -> None:
    dose, last = dose_in(S.MISSED), at("14:00") + timedelta(days=90)
    truth = Correct(S.TAKEN, at("14:20"))
    assert isinstance(apply(dose, truth, last, POLICY), Changed)
    later = apply(dose, truth, last + timedelta.resolution, POLICY)
    assert later == Unchanged(dose, R.TOO_OLD)
    two_days_on = Correct(S.TAKEN, at("14:00") + timedelta(days=1, minutes=1))
    assert apply(dose, two_days_on, last, POLICY) == Unchanged(dose, R.TOO_FAR)


REST = dict.fromkeys(("taken", "skipped", "missed", "unknown", "cancelled"), R.NOTHING_DUE)
FROM_OUTSIDE = [
    # Only planned doses of an old plan are cancelled; an open one is settled under it.
    c(S.PLANNED, Replaced(), "13:00", S.CANCELLED, act_at=None),
    *same(Replaced(), open=R.NOTHING_DUE, **REST),
    # A pause: nobody is asked; unknown once the window closes; an open one runs its course. One
    # whose window outlives the pause is looked at again at its end: the reminder comes late.
    c(S.PLANNED, Paused(at("15:00")), "14:00", S.PLANNED, act_at=at("15:00"), opened_at=None),
    c(S.PLANNED, Paused(at("18:00")), "14:00", S.PLANNED, act_at=at("16:00")),
    c(S.PLANNED, Paused(), "14:00", S.PLANNED, act_at=at("16:00")),
    c(S.PLANNED, Paused(at("18:00")), "16:00", S.UNKNOWN, act_at=None, answered_at=None),
    c(S.PLANNED, Paused(at("14:00")), "13:59", R.NOTHING_DUE),  # it is over as the dose is due
    *same(Paused(at("18:00")), open=R.NOTHING_DUE, **REST),
    # Hospital: staff give what comes; what nobody answered before cannot be known.
    c(S.PLANNED, Admitted(), "13:59", S.CANCELLED, act_at=None),
    c(S.PLANNED, Admitted(), "14:00", S.UNKNOWN, act_at=None, answered_at=None),
    c(S.OPEN, Admitted(), "14:10", S.UNKNOWN, act_at=None, answered_at=None, snoozed_until=None),
    *same(Admitted(), **REST),
    # A blocked chat: what was asked becomes unknown, at once; what never arrived is unasked.
    c(S.OPEN, Blocked(), "14:10", S.UNKNOWN, act_at=None, answered_at=None, snoozed_until=None),
    given(
        c(S.OPEN, Blocked(), "14:10", S.PLANNED, act_at=at("16:00"), opened_at=None),
        delivered_at=None,
    ),
    given(c(S.OPEN, Blocked(), "16:00", S.UNKNOWN, act_at=None), delivered_at=None),
    *same(Blocked(), planned=R.NOTHING_DUE, **REST),
    given(c(S.OPEN, Delivered(), "14:01", S.OPEN, delivered_at=at("14:01")), delivered_at=None),
    c(S.OPEN, Delivered(), "14:31", S.OPEN, delivered_at=at("14:00:01")),
    *same(Delivered(), planned=R.NOTHING_DUE, **REST),
]
CASES = [
    *TICK, *TOOK, *SKIPS, *SNOOZE, *NOT_SURE, *NOT_TAKEN, *UNDOING, *CORRECTING, *FROM_OUTSIDE
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_comes_of_it(case: Case) -> None:
    before = dose_in(case.state, **(case.given or {}))
    result = apply(before, case.event, case.at, POLICY)
    if isinstance(case.want, Reason):
        assert result == Unchanged(before, case.want)
        return
    assert isinstance(result, Changed)
    assert (result.dose.state, result.say) == (case.want, case.say)
    assert {name: getattr(result.dose, name) for name in case.then or {}} == case.then


def test_this_table_has_every_state_and_every_event() -> None:
    assert {(case.state, type(case.event)) for case in CASES} == set(product(S, EVENTS))


def test_the_rules_have_every_state_and_every_event_and_no_default() -> None:
    assert set(RULES) == set(EVENTS)
    for event, row in RULES.items():
        assert type(row) is dict, event  # nothing that invents what is not there
        assert set(row) == set(S)
    with pytest.raises(KeyError):
        apply(dose_in(S.OPEN), "an event nobody thought of", at("14:10"), POLICY)  # type: ignore[arg-type]


def test_what_a_dose_was_planned_as_never_changes() -> None:
    planned = ("id", "plan_id", "local_date", "slot", "wall", "zone", "mg", "strengths", "due_at")
    assert set(planned) <= {field.name for field in fields(Dose)}
    for case in CASES:
        before = dose_in(case.state, **(case.given or {}))
        after = apply(before, case.event, case.at, POLICY).dose
        for name in (*planned, "closes_at", "delayed", "version"):
            assert getattr(after, name) == getattr(before, name)


def test_nudges_that_fell_due_while_the_bot_stood_still_are_one() -> None:
    policy = Policy(nudge_after=tuple(timedelta(minutes=each) for each in (10, 20, 60)))
    result = apply(dose_in(S.OPEN), Tick(), at("14:25"), policy)
    assert isinstance(result, Changed)
    assert (result.say, result.dose.nudges, result.dose.act_at) == (Say.NUDGE, 2, at("15:00"))
