"""Whatever happens to a dose, in whatever order, what must hold of it holds."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

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
    Replaced,
    Skip,
    Snooze,
    Tick,
    Took,
    Undo,
)
from bot.domain.dose_rules import apply
from bot.domain.policy import Policy
from bot.domain.terms import DoseState, SkipReason
from tests.domain.a_dose import a_dose, at

S = DoseState
SETTLED = {S.TAKEN, S.SKIPPED, S.MISSED, S.UNKNOWN, S.CANCELLED}
POLICIES = [
    Policy(),
    Policy(nudge_after=()),
    Policy(nudge_after=tuple(timedelta(minutes=each) for each in (10, 20, 30))),
]
CLOSES = ["14:15", "14:30", "15:00", "16:00"]
UNDO = Undo(latest=True, next_opened=False)
minutes = st.integers(0, 90)


class OneDose(RuleBasedStateMachine):
    """Events at rising instants, on one dose, under one policy."""

    @initialize(policy=st.sampled_from(POLICIES), closes=st.sampled_from(CLOSES))
    def begin(self, policy: Policy, closes: str) -> None:
        self.policy = policy
        self.at = at("11:30")
        self.dose = a_dose(closes=closes)
        self.cards = 0

    def happen(self, event: Event) -> Changed | None:
        """Apply it; what is said is said in time, and a refusal changes nothing."""
        before = self.dose
        result = apply(before, event, self.at, self.policy)
        if not isinstance(result, Changed):
            assert result.dose == before
            return None
        if result.say in (Say.REMINDER, Say.NUDGE, Say.SNOOZED, Say.AGAIN):
            assert before.due_at <= self.at < before.closes_at
            self.cards += result.say is not Say.AGAIN
        if result.say is Say.AGAIN:
            assert isinstance(event, Tick)
            assert event.unheard  # one card an outage
            assert before.snoozed_until is None or before.snoozed_until <= self.at
        if result.say is not None:
            assert isinstance(event, Tick)
        self.dose = result.dose
        return result

    def answer(self, event: Event) -> None:
        """As above; then the same answer once more, and what an Undo would make of it."""
        before = self.dose
        if self.happen(event) is None:
            return
        assert apply(self.dose, event, self.at, self.policy).dose == self.dose
        if isinstance(event, Snooze):
            return
        back = apply(self.dose, UNDO, self.at, self.policy).dose
        if self.at < self.dose.closes_at:
            self.taken_back(before, back)
        else:
            assert (back.state, back.answered_at, back.act_at) == (S.UNKNOWN, None, None)

    def taken_back(self, before: Dose, back: Dose) -> None:
        if before.state in (S.PLANNED, S.OPEN):
            assert back.state is before.state
        assert (back.taken_at, back.answered_at) == (None, None)
        kept = ("opened_at", "delivered_at", "snoozes", "nudges", "closes_at")
        assert all(getattr(back, name) == getattr(before, name) for name in kept)

    @rule(by=st.timedeltas(timedelta(0), timedelta(minutes=40)))
    def time_passes(self, by: timedelta) -> None:
        self.at += by

    @rule()
    def the_beat_comes_at_its_time(self) -> None:
        if self.dose.act_at is not None:
            self.at = max(self.at, self.dose.act_at)
            self.tick(asleep=False, reachable=True, unheard=False)

    @rule(asleep=st.booleans(), reachable=st.booleans(), unheard=st.booleans())
    def tick(self, asleep: bool, reachable: bool, unheard: bool) -> None:
        before = self.dose
        result = self.happen(Tick(asleep, reachable, unheard))
        if result is None:
            return
        if self.dose.state is S.MISSED:
            assert before.delivered_at is not None
            assert not asleep
        if self.dose.state is S.OPEN:
            assert self.dose.act_at is not None
            assert self.dose.act_at > self.at  # never a beat that finds the same thing due again

    @rule()
    def delivered(self) -> None:
        self.happen(Delivered())

    @rule(ago=st.none() | st.timedeltas(timedelta(minutes=-10), timedelta(hours=4)))
    def took(self, ago: timedelta | None) -> None:
        self.answer(Took(None if ago is None else self.at - ago))

    @rule(reason=st.sampled_from(SkipReason))
    def skip(self, reason: SkipReason) -> None:
        self.answer(Skip(reason))

    @rule(minutes=minutes)
    def snooze(self, minutes: int) -> None:
        self.answer(Snooze(minutes))

    @rule(event=st.sampled_from([NotSure(), NotTaken()]))
    def says(self, event: Event) -> None:
        self.answer(event)

    @rule(latest=st.booleans(), next_opened=st.booleans())
    def undo(self, latest: bool, next_opened: bool) -> None:
        self.happen(Undo(latest, next_opened))

    @rule(ago=st.timedeltas(timedelta(minutes=-10), timedelta(hours=4)))
    def corrected_to_taken(self, ago: timedelta) -> None:
        self.answer(Correct(S.TAKEN, self.at - ago))

    @rule(truth=st.sampled_from([S.SKIPPED, S.MISSED, S.UNKNOWN]))
    def corrected(self, truth: DoseState) -> None:
        self.answer(Correct(truth))

    @rule(event=st.sampled_from([Replaced(), Paused(), Admitted(), Blocked()]))
    def from_outside(self, event: Event) -> None:
        self.happen(event)

    @rule(longer=st.timedeltas(timedelta(minutes=1), timedelta(hours=6)))
    def paused(self, longer: timedelta) -> None:
        result = self.happen(Paused(self.at + longer))
        if result is not None and self.dose.state is S.PLANNED:
            assert self.dose.act_at is not None
            assert self.dose.act_at > self.at

    @invariant()
    def what_is_settled_is_never_looked_at_again(self) -> None:
        dose = self.dose
        if dose.state in SETTLED:
            assert (dose.act_at, dose.snoozed_until) == (None, None)
        else:
            assert dose.act_at is not None
            assert dose.due_at <= dose.act_at <= dose.closes_at

    @invariant()
    def taken_is_in_the_past_and_after_it_began_to_count(self) -> None:
        taken_at: datetime | None = self.dose.taken_at
        assert (taken_at is not None) == (self.dose.state is S.TAKEN)
        if taken_at is not None:
            assert self.dose.counts_from <= taken_at <= self.at

    @invariant()
    def nobody_is_asked_too_often(self) -> None:
        assert self.dose.snoozes <= self.policy.snoozes_most
        assert self.dose.nudges <= len(self.policy.nudge_after)
        assert self.cards <= 1 + self.policy.snoozes_most + len(self.policy.nudge_after)

    @invariant()
    def a_snooze_ends_before_the_window_does(self) -> None:
        if self.dose.snoozed_until is not None:
            left = self.dose.closes_at - self.dose.snoozed_until
            assert left >= self.policy.snooze_before_end


OneDose.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
test_whatever_happens_to_a_dose = OneDose.TestCase
