"""Who logs every dose hears no rung, whoever logs none hears each as often as the policy says."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.burden import is_too_much
from bot.domain.dose import Dose, Say
from bot.domain.ladder import Rung, waking
from bot.domain.missed import late_window
from bot.domain.terms import DoseState
from bot.domain.timetable import Plan
from bot.domain.wallclock import day_of, instant, transitions
from tests.domain.a_dose import PLAN
from tests.domain.a_life import BEGAN, DAY, HOUR, MINUTE, POLICY, Heard, Life, Outage, slots_at

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Santiago",  # its days lose their midnight
    "Australia/Lord_Howe",  # by half an hour
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Pacific/Chatham",
)
DAYS = 6
SILENT = (Say.NOT_LOGGED,)


@st.composite
def plans(draw: st.DrawFn) -> tuple[Plan, datetime]:
    """One to six doses a day with a night of 8 to 14 hours, and a first day: often before DST."""
    count = draw(st.integers(1, 6))
    first = draw(st.integers(5 * 60, 10 * 60))
    night = draw(st.integers(8 * 60, 14 * 60))
    room, walls = 24 * 60 - night, [first]
    for left in range(count - 1, 0, -1):
        most = room - 60 * (left - 1)
        step = most if left == 1 else draw(st.integers(60, max(60, min(most, room // left + 60))))
        step = min(step, most)
        walls.append(walls[-1] + step)
        room -= step
    clocks = sorted({f"{each // 60 % 24:02d}:{each % 60:02d}" for each in walls})
    zone = draw(st.sampled_from(ZONES))
    days = [date(2026, 11, 23)]
    for at in transitions(zone, datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)):
        days += [day_of(at, zone) - timedelta(days=each) for each in (1, 2, 3)]
    plan = Plan(PLAN, zone, BEGAN, None, slots_at(*clocks))
    day = draw(st.sampled_from(days))
    return plan, instant(day, time(4), zone)


@st.composite
def outages(draw: st.DrawFn, since: datetime) -> tuple[Outage, ...]:
    """Up to three, from minutes to most of a day."""
    found: list[Outage] = []
    at = since
    for _ in range(draw(st.integers(0, 3))):
        begins = at + draw(st.integers(10, 40 * 60)) * MINUTE
        at = begins + draw(st.integers(3, 20 * 60)) * MINUTE
        found.append((begins, at))
    return tuple(found)


@settings(max_examples=100)
@given(plans(), st.data())
def test_who_takes_and_logs_every_dose_inside_its_window_never_hears_a_rung(
    planned: tuple[Plan, datetime], data: st.DataObject
) -> None:
    plan, since = planned
    shares = data.draw(st.lists(st.floats(0, 0.99), min_size=1, max_size=7), label="how soon")

    def takes(dose: Dose) -> timedelta:
        return dose.window * shares[dose.due_at.hour % len(shares)]

    off = data.draw(outages(since), label="outages")
    answers_in = data.draw(st.integers(1, 115), label="answers in") * MINUTE
    life = Life(plan, since, since + DAYS * DAY, takes, off, answers_in)
    if data.draw(st.booleans(), label="travels"):
        when = since + data.draw(st.integers(60, 5 * 24 * 60), label="when") * MINUTE
        life.travels(when, data.draw(st.sampled_from(ZONES), label="where to"))
    life.run()
    assert life.times(Rung.TWO) == life.times(Rung.THREE) == life.rode() == []


def silent_after(plan: Plan, since: datetime, taken: int, off: tuple[Outage, ...] = ()) -> Life:
    """The first doses are logged on time, none after them."""
    left = iter([timedelta()] * taken)
    until = since + (taken + 6) * DAY
    return Life(plan, since, until, lambda _dose: next(left, None), off).run()


def said_by_the_paper(life: Life) -> tuple[datetime, datetime, list[datetime]]:
    """The start, when the second rung is reached, and every third one: written from the policy."""
    known = sorted(life.doses.values(), key=lambda dose: dose.due_at)
    last = max((dose for dose in known if dose.taken_at), key=lambda dose: dose.due_at)
    later = [dose for dose in known if dose.due_at > last.due_at]
    gap = later[0].due_at - last.due_at
    window = late_window(last.due_at, later[0].due_at, POLICY)
    assert last.taken_at is not None
    start, first = last.taken_at, later[0].closes_at
    by_hours = max(start + max(16 * HOUR, gap + window + HOUR), first)
    reached = min(later[1].closes_at, by_hours)
    begins = max(start + max(24 * HOUR, gap + window + 8 * HOUR), first)
    urgent = [begins + each * DAY for each in range(3) if begins + each * DAY <= start + 3 * DAY]
    return start, reached, urgent


@settings(max_examples=100)
@given(plans(), st.integers(1, 5))
def test_who_logs_nothing_hears_each_rung_as_often_as_the_policy_says(
    planned: tuple[Plan, datetime], taken: int
) -> None:
    life = silent_after(*planned, taken)
    _, reached, urgent = said_by_the_paper(life)
    assert life.times(Rung.THREE) == urgent
    asked, rode = life.times(Rung.TWO), life.rode()
    assert len(asked) <= 1
    assert len(rode) <= 1
    hours = waking(life.plan.zone, [slot.wall for slot in life.plan.slots], POLICY)
    awake = hours.next(reached)
    if awake + 2 * HOUR + 30 * MINUTE < urgent[0] and not asked:
        assert hours.next(rode[0]) >= urgent[0]  # a nudge at night had carried it
    for at in [*asked, *rode]:
        assert reached <= at < urgent[0]
    for at in asked:
        assert at <= awake + 2 * HOUR + 60 * MINUTE
        assert at in (hours.next(at), hours.next(at - 30 * MINUTE) + 30 * MINUTE)
    if rode and asked:
        assert rode[0] + 30 * MINUTE <= asked[0]


@settings(max_examples=100)
@given(plans(), st.integers(1, 5), st.data())
def test_outages_add_no_rung_and_none_is_said_while_a_question_waits(
    planned: tuple[Plan, datetime], taken: int, data: st.DataObject
) -> None:
    plan, since = planned
    off = data.draw(outages(since), label="outages")
    life = silent_after(plan, since, taken, off)
    start = max((dose.taken_at for dose in life.doses.values() if dose.taken_at), default=since)
    mine = [at for at in life.times(Rung.TWO) if at > start]
    assert len(mine) <= 1
    assert len([at for at in life.rode() if at > start]) <= 1
    urgent = [at for at in life.times(Rung.THREE) if at > start]
    assert len(urgent) <= 4  # one late, and the days up to 72 h
    assert all(later - one >= 12 * HOUR for one, later in pairwise(urgent))
    assert len([at for at in urgent if at > start + 72 * HOUR]) <= 1
    for at in (*mine, *urgent):
        assert not any(begins <= at < ends for begins, ends in off)
        asked = [one for one in life.times(Say.OFFLINE) if at - 2 * HOUR < one <= at]
        assert asked == [] or at - asked[-1] >= 2 * HOUR


def rings(life: Life) -> Counter[date]:
    """How often it rang on each local date, urgent words apart, with the cap at work."""
    zone = life.plan.zone
    days: dict[date, Counter[str]] = {}
    doses = Counter(day_of(dose.due_at, zone) for dose in life.doses.values())
    loud: Counter[date] = Counter()
    for each in life.heard:
        day = day_of(each.at, zone)
        if each.what in (*SILENT, Rung.THREE):
            continue
        rung = days.setdefault(day, Counter())
        if each.what is not Say.REMINDER and not _is_hushed(each, rung, doses[day]):
            rung[str(each.what)] += 1
        elif each.what is not Say.REMINDER:
            continue
        loud[day] += 1
    return loud


def _is_hushed(each: Heard, rung: Counter[str], doses: int) -> bool:
    return is_too_much(str(each.what), rung, doses, POLICY)


@settings(max_examples=100)
@given(plans(), st.data())
def test_no_day_rings_more_than_the_cap(
    planned: tuple[Plan, datetime], data: st.DataObject
) -> None:
    plan, since = planned
    logs = data.draw(st.lists(st.booleans(), min_size=1, max_size=9), label="logs")
    turn = iter(range(10_000))
    off = data.draw(outages(since), label="outages")

    def takes(dose: Dose) -> timedelta | None:
        return dose.window * 0.9 if logs[next(turn) % len(logs)] else None

    life = Life(plan, since, since + DAYS * DAY, takes, off, 60 * MINUTE).run()
    doses = Counter(day_of(dose.due_at, plan.zone) for dose in life.doses.values())
    for day, number in rings(life).items():
        late = (
            sum(
                day_of(each.at, plan.zone) == day and each.what is Say.REMINDER
                for each in life.heard
            )
            - doses[day]
        )
        assert number <= 2 * doses[day] + 2 + max(0, late)  # a card of the day before, come late


@settings(max_examples=100)
@given(plans(), st.data())
def test_in_every_gap_each_rung_is_said_once(
    planned: tuple[Plan, datetime], data: st.DataObject
) -> None:
    plan, since = planned
    logs = data.draw(st.lists(st.booleans(), min_size=2, max_size=20), label="logs")
    turn = iter(range(10_000))
    life = Life(
        plan,
        since,
        since + DAYS * DAY,
        lambda dose: dose.window / 2 if logs[next(turn) % len(logs)] else None,
    ).run()
    taken = sorted(dose.taken_at for dose in life.doses.values() if dose.taken_at)
    for one, after in pairwise([since, *taken, life.until]):
        for times in (life.times(Rung.TWO), life.rode()):
            assert sum(one < at <= after for at in times) <= 1
    for at in (*life.times(Rung.TWO), *life.times(Rung.THREE), *life.rode()):
        last = max((each for each in taken if each < at), default=since)
        closed = [
            dose
            for dose in life.doses.values()
            if last < dose.due_at and dose.closes_at <= at and dose.state is DoseState.MISSED
        ]
        assert closed
