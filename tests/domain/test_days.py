"""Whole days of plans, driven by `act_at` alone: nobody is left out, nobody is badgered."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import count, pairwise
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.dose import Dose, Say
from bot.domain.dose_events import Changed, Delivered, Event, Tick, Took
from bot.domain.dose_rules import apply
from bot.domain.missed import late_window
from bot.domain.policy import Policy
from bot.domain.terms import DoseId, DoseState
from bot.domain.timetable import Plan, Slot, expand
from bot.domain.wallclock import day_of, instant, transitions
from tests.domain.a_dose import ADA, BACLOFEN, PLAN

POLICY = Policy()
AUDIBLE = (Say.REMINDER, Say.NUDGE, Say.SNOOZED, Say.OFFLINE, Say.AGAIN)
DAYS = 3
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Santiago",  # its days lose their midnight
    "Australia/Lord_Howe",  # by half an hour
    "Africa/Casablanca",
    "Europe/Dublin",
    "Asia/Kolkata",
    "Pacific/Chatham",
)
Said = list[tuple[datetime, Dose, Say]]


@st.composite
def plans(draw: st.DrawFn) -> tuple[Plan, date]:
    """One to six times a day, an hour apart or more; often on days whose clocks change."""
    gaps = draw(st.lists(st.integers(60, 300), min_size=0, max_size=5))
    start = draw(st.integers(0, 1439))
    minutes = sorted({(start + sum(gaps[:n])) % 1440 for n in range(len(gaps) + 1)})
    walls = [each for each, after in pairwise([*minutes, minutes[0] + 1440]) if after - each >= 60]
    slots = tuple(Slot(n, time(each // 60, each % 60), Decimal(10)) for n, each in enumerate(walls))
    zone = draw(st.sampled_from(ZONES))
    days = [date(2026, 11, 23)]
    for at in transitions(zone, datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)):
        days += [day_of(at, zone) - timedelta(days=1), day_of(at, zone)]
    return Plan(PLAN, zone, datetime(2025, 1, 1, tzinfo=UTC), None, slots), draw(
        st.sampled_from(days)
    )


def doses_of(plan: Plan, first: date) -> list[Dose]:
    """The plan's doses of three local dates, as they are written ahead."""
    since = instant(first, time(12), plan.zone) - timedelta(hours=14)
    planned = expand(plan, since, since + timedelta(days=DAYS + 2))
    return [
        Dose(
            id=DoseId(UUID(int=number)),
            plan_id=plan.id,
            medication_id=BACLOFEN,
            patient_id=ADA,
            local_date=dose.local_date,
            slot=dose.slot,
            wall=dose.wall,
            zone=dose.zone,
            mg=dose.mg,
            strengths=frozenset({Decimal(10)}),
            due_at=dose.due_at,
            closes_at=dose.due_at + late_window(dose.due_at, after.due_at, POLICY),
            delayed=dose.delayed,
            act_at=dose.due_at,
        )
        for number, (dose, after) in enumerate(pairwise(planned))
        if dose.local_date < first + timedelta(days=DAYS)
    ]


def live(doses: list[Dose], answer: Callable[[Dose], timedelta | None]) -> tuple[list[Dose], Said]:
    """Let time run: the beat comes at each `act_at`, every card arrives, the person answers."""
    now = {dose.id: dose for dose in doses}
    turn = count()  # of two things at one instant, the one known first
    queue: list[tuple[datetime, int, DoseId, Event]] = []
    said: Said = []

    def to_come(at: datetime | None, dose: DoseId, event: Event) -> None:
        if at is not None:
            heapq.heappush(queue, (at, next(turn), dose, event))

    for dose in doses:
        to_come(dose.act_at, dose.id, Tick())
    while queue:
        at, _, which, event = heapq.heappop(queue)
        before = now[which]
        if isinstance(event, Tick) and before.act_at != at:
            continue  # the beat looks at what `act_at` says now
        result = apply(before, event, at, POLICY)
        assert isinstance(result, Changed), (before, event, at)
        now[which] = result.dose
        if result.say is not None:
            said.append((at, before, result.say))
            now[which] = apply(result.dose, Delivered(), at, POLICY).dose
        if result.say is Say.REMINDER and (after := answer(before)) is not None:
            to_come(at + after, which, Took())
        to_come(now[which].act_at, which, Tick())
    return list(now.values()), said


@settings(max_examples=150)
@given(plans(), st.data())
def test_who_answers_in_time_gets_one_reminder_a_dose_and_at_most_one_nudge(
    planned: tuple[Plan, date], data: st.DataObject
) -> None:
    doses = doses_of(*planned)
    shares = data.draw(
        st.lists(st.floats(0, 0.99), min_size=len(doses), max_size=len(doses)), label="how soon"
    )
    soon = {dose.id: dose.window * share for dose, share in zip(doses, shares, strict=True)}
    after, said = live(doses, lambda dose: soon[dose.id])
    assert {dose.state for dose in after} == {DoseState.TAKEN}
    heard = Counter((dose.id, say) for _, dose, say in said)
    assert {say for _, _, say in said} <= {Say.REMINDER, Say.NUDGE}
    for dose in doses:
        assert heard[dose.id, Say.REMINDER] == 1
        nudge_due = soon[dose.id] > POLICY.nudge_after[0]
        has_room = dose.window >= POLICY.nudge_after[0] + POLICY.nudge_before_end
        assert heard[dose.id, Say.NUDGE] == (nudge_due and has_room)


@settings(max_examples=150)
@given(plans())
def test_who_stays_silent_hears_at_most_two_a_dose_and_two_a_day(
    planned: tuple[Plan, date],
) -> None:
    plan, first = planned
    doses = doses_of(plan, first)
    after, said = live(doses, lambda _dose: None)
    assert {dose.state for dose in after} == {DoseState.MISSED}
    a_day = Counter(day_of(at, plan.zone) for at, _, say in said if say in AUDIBLE)
    assert max(a_day.values()) <= 2 * len(plan.slots) + 2
    told = Counter(dose.id for _, dose, say in said if say is Say.NOT_LOGGED)
    assert set(told.values()) == {1}  # silent, and once
    assert len(told) == len(doses)


@settings(max_examples=80)
@given(plans())
def test_every_reminder_is_at_the_planned_instant_and_inside_the_window(
    planned: tuple[Plan, date],
) -> None:
    doses = doses_of(*planned)
    _, said = live(doses, lambda _dose: None)
    for at, dose, say in said:
        if say is Say.REMINDER:
            assert at == dose.due_at
        elif say is Say.NUDGE:
            assert at == dose.due_at + POLICY.nudge_after[0] < dose.closes_at
        else:
            assert at == dose.closes_at


@settings(max_examples=80)
@given(plans())
def test_no_two_doses_of_a_plan_are_open_at_once(planned: tuple[Plan, date]) -> None:
    for dose, after in pairwise(doses_of(*planned)):
        assert dose.closes_at < after.due_at


def test_the_worst_day_of_a_silent_person_is_counted() -> None:
    """Twelve times a day, the most there can be: a reminder each, and no room for a nudge."""
    slots = tuple(Slot(n, time(2 * n), Decimal(10)) for n in range(12))
    plan = Plan(PLAN, "Etc/UTC", datetime(2025, 1, 1, tzinfo=UTC), None, slots)
    _, said = live(doses_of(plan, date(2026, 11, 23)), lambda _dose: None)
    assert {say for _, _, say in said} == {Say.REMINDER, Say.NOT_LOGGED}
    three = replace(plan, slots=tuple(Slot(n, time(8 + 6 * n), Decimal(10)) for n in range(3)))
    _, said = live(doses_of(three, date(2026, 11, 23)), lambda _dose: None)
    audible = Counter(at.date() for at, _, say in said if say in AUDIBLE)
    assert audible[date(2026, 11, 24)] == 6  # of 2n + 2 = 8
