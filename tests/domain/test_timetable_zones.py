"""The timetable for any slots in any zone: nothing lost, nothing doubled, across every change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import timetable, wallclock
from bot.domain.terms import PlanId
from bot.domain.timetable import Plan, PlannedDose, Slot

BEGIN, END = datetime(2025, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@cache
def zones() -> tuple[str, ...]:
    """One zone for every behaviour 2025-2030."""
    found: dict[object, str] = {}
    for zone in wallclock.all_zones():
        found.setdefault(wallclock.clock(zone, BEGIN, END), zone)
    return tuple(found.values())


@cache
def every_change() -> tuple[tuple[str, wallclock.Change], ...]:
    return tuple((zone, c) for zone in zones() for c in wallclock.changes(zone, BEGIN, END))


def slots(*minutes: int) -> tuple[Slot, ...]:
    """Slots at these minutes after midnight."""
    walls = [time(minute // 60, minute % 60) for minute in sorted({m % 1440 for m in minutes})]
    return tuple(Slot(index, wall, Decimal(10)) for index, wall in enumerate(walls))


def plan(zone: str, its_slots: tuple[Slot, ...], starts=LONG_AGO, ends=None, number=1) -> Plan:
    return Plan(PlanId(UUID(int=number)), zone, starts, ends, its_slots)


def wall_minute(at: datetime, zone: str) -> int:
    here = wallclock.local(at, zone)
    return here.hour * 60 + here.minute


def by_the_rule(of: Plan, first: date, days: int) -> dict[tuple[date, int], datetime]:
    """dose.md's rule, written out from a week before; a change settles within three days."""
    minutes = [slot.wall.hour * 60 + slot.wall.minute for slot in of.slots]
    due: dict[tuple[date, int], datetime] = {}
    last = None
    for count in range(-7, days):
        day = first + count * DAY
        for index, slot in enumerate(of.slots):
            at = wallclock.instant(day, slot.wall, of.zone)
            gap = (minutes[index] - minutes[index - 1]) % 1440 or 1440
            if last is not None and at - last < gap * MINUTE / 2:
                at = last + gap * MINUTE / 2
            last = at
            if count >= 0:
                due[day, index] = at
    return due


def assert_exactly_the_rule(of: Plan, change: datetime) -> None:
    first = wallclock.day_of(change, of.zone) - 2 * DAY
    rule = by_the_rule(of, first, 5)
    since, until = min(rule.values()), max(rule.values()) + timedelta.resolution
    doses = timetable.expand(of, since, until)
    assert {(dose.local_date, dose.slot): dose.due_at for dose in doses} == rule, of.zone
    assert len(doses) == len(rule)
    assert all(a.due_at < b.due_at for a, b in pairwise(doses)), of.zone
    for dose in doses:
        nominal = wallclock.instant(dose.local_date, dose.wall, of.zone)
        assert dose.delayed == (dose.due_at != nominal)


minutes_of_day = st.integers(0, 1439)
spread = st.lists(minutes_of_day, min_size=1, max_size=12)


@st.composite
def around_a_change(draw) -> tuple[Plan, datetime]:
    """A plan with slots anywhere, most of them near a change of its zone's clock."""
    zone, change = draw(st.sampled_from(every_change()))
    middle = wall_minute(change.at, zone)
    near = draw(st.lists(st.integers(-200, 200), max_size=8))
    anywhere = draw(st.lists(minutes_of_day, min_size=1, max_size=4))
    return plan(zone, slots(*(middle + m for m in near), *anywhere)), change.at


def test_every_transition_keeps_one_dose_for_each_date_and_slot():
    for zone, change in every_change():
        middle = wall_minute(change.at, zone)
        for its_slots in (
            slots(8 * 60, 14 * 60, 22 * 60),
            slots(middle),
            slots(middle - 1),
            slots(*range(middle - 150, middle + 150, 25)),
            slots(middle - 61, middle - 60, middle - 59, middle - 30, middle, middle + 1),
        ):
            assert_exactly_the_rule(plan(zone, its_slots), change.at)


def test_every_minute_of_the_day_keeps_its_dose_across_every_kind_of_transition():
    kinds = {
        (wall_minute(change.at - MINUTE, zone), change.after - change.before): (zone, change)
        for zone, change in every_change()
    }
    assert len(kinds) > 15
    for zone, change in kinds.values():
        assert_exactly_the_rule(plan(zone, slots(*range(1440))), change.at)


@settings(max_examples=300, deadline=None)
@given(around_a_change())
def test_any_slots_keep_the_rule_around_any_transition(case):
    assert_exactly_the_rule(*case)


@settings(max_examples=150, deadline=None)
@given(around_a_change(), st.lists(st.integers(0, 6 * 1440), max_size=6))
def test_a_range_is_the_sum_of_its_parts_wherever_it_is_cut(case, cuts):
    its_plan, change = case
    since = change - 3 * DAY
    edges = [since, *(since + cut * MINUTE for cut in sorted(cuts)), since + 6 * DAY]
    parts = [dose for a, b in pairwise(edges) for dose in timetable.expand(its_plan, a, b)]
    assert tuple(parts) == timetable.expand(its_plan, edges[0], edges[-1])


@settings(max_examples=200, deadline=None)
@given(around_a_change(), st.lists(st.integers(0, 6 * 1440), max_size=4, unique=True))
def test_versions_with_the_same_slots_neither_lose_nor_double_a_dose(case, cuts):
    its_plan, change = case
    since, until = change - 3 * DAY, change + 3 * DAY
    edges = [LONG_AGO, *(since + cut * MINUTE for cut in sorted(cuts)), None]
    versions = [plan(its_plan.zone, its_plan.slots, a, b) for a, b in pairwise(edges)]
    parts = [dose for version in versions for dose in timetable.expand(version, since, until)]
    assert tuple(parts) == timetable.expand(its_plan, since, until)


@settings(max_examples=150, deadline=None)
@given(around_a_change(), st.integers(-4320, 4320))
def test_stepping_from_dose_to_dose_meets_every_dose(case, start):
    its_plan, change = case
    at = change + start * MINUTE
    expected = list(timetable.expand(its_plan, at + timedelta.resolution, at + 2 * DAY))
    met: list[PlannedDose] = []
    while (dose := timetable.next_after([its_plan], at)) and len(met) < len(expected):
        met.append(dose)
        at = dose.due_at
    assert met == expected


@settings(max_examples=200, deadline=None)
@given(spread, st.sampled_from(wallclock.all_zones()), st.datetimes(BEGIN.replace(tzinfo=None)))
def test_a_day_without_a_change_is_due_by_the_clock(minutes, zone, begin):
    since = min(begin.replace(tzinfo=UTC), END)
    if wallclock.transitions(zone, since - 4 * DAY, since + 4 * DAY):
        return
    its_plan = plan(zone, slots(*minutes))
    doses = timetable.expand(its_plan, since, since + DAY)
    assert len(doses) == len(its_plan.slots)
    for dose in doses:
        here = wallclock.local(dose.due_at, zone)
        assert (here.date(), here.time(), dose.delayed) == (dose.local_date, dose.wall, False)


def test_a_date_that_never_was_keeps_its_doses_apart():
    its_plan = plan("Pacific/Apia", slots(8 * 60, 14 * 60, 22 * 60))
    assert_exactly_the_rule(its_plan, datetime(2011, 12, 30, 10, tzinfo=UTC))


@given(spread)
def test_gaps_sum_to_a_day(minutes):
    its_plan = plan("UTC", slots(*minutes))
    gaps = timetable.wall_gaps(its_plan.slots)
    assert sum(gaps, timedelta()) == DAY
    assert min(gaps) > timedelta()
    assert its_plan.daily_mg == 10 * len(its_plan.slots)
