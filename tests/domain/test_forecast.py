"""How long the tablets last, by the dated plan: to the first dose that lacks one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.dose import Dose
from bot.domain.forecast import Outlook, Told, outlook
from bot.domain.policy import Policy
from bot.domain.supply import HALF, Count, CountKind
from bot.domain.terms import DoseId, DoseState, PlanId
from bot.domain.timetable import Plan, Slot, expand
from tests.domain.a_dose import a_dose, at

POLICY = Policy()
TEN, FIVE = Decimal(10), Decimal(5)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
BERLIN = "Europe/Berlin"
NOON, MIDNIGHT = at("12:00"), at("00:00")
S = DoseState


def plan(
    *slots: tuple[str, str],
    starts: datetime = MIDNIGHT,
    ends: datetime | None = None,
    zone: str = "UTC",
    number: int = 3,
) -> Plan:
    its = (Slot(n, time.fromisoformat(wall), Decimal(mg)) for n, (wall, mg) in enumerate(slots))
    return Plan(PlanId(UUID(int=number)), zone, starts, ends, tuple(its))


THRICE = plan(("08:00", "10"), ("14:00", "10"), ("22:00", "10"))


def seen(
    *left: tuple[str, str],
    plans: tuple[Plan, ...] = (THRICE,),
    doses: tuple[Dose, ...] = (),
    now: datetime = NOON,
    counted_at: datetime = NOON,
    strengths: frozenset[Decimal] | None = None,
) -> Outlook:
    """So many tablets of each strength."""
    counts = tuple(
        Count(counted_at, Decimal(mg), Decimal(tablets), CountKind.COUNTED) for mg, tablets in left
    )
    have = frozenset(Decimal(mg) for mg, _ in left) if strengths is None else strengths
    return outlook(Told(counts, doses, (), plans, have), now, POLICY)


def rows(
    its_plan: Plan, until: datetime, state: DoseState = S.MISSED, strengths: str = "10"
) -> tuple[Dose, ...]:
    """The plan's doses due by then, as the log keeps them once their windows are over."""
    return tuple(
        replace(
            a_dose(),
            id=DoseId(UUID(int=5000 + number)),
            plan_id=dose.plan_id,
            local_date=dose.local_date,
            slot=dose.slot,
            mg=dose.mg,
            strengths=frozenset(map(Decimal, strengths.split())),
            due_at=dose.due_at,
            closes_at=dose.due_at + 30 * MINUTE,
            state=state,
            taken_at=dose.due_at if state is S.TAKEN else None,
            answered_at=None if state is S.MISSED else dose.due_at,
        )
        for number, dose in enumerate(expand(its_plan, its_plan.starts_at, until))
    )


def test_eighteen_tablets_at_three_a_day_are_six_days() -> None:
    found = seen(("10", "18"))
    assert found.days == 6
    assert found.runs_out_at == at("14:00") + 6 * DAY
    assert seen(("10", "17.5")).days == 5


def test_half_tablets_last_twice_as_long() -> None:
    assert seen(("10", "10"), plans=(plan(("08:00", "5"), ("20:00", "5")),)).days == 10


def test_the_strength_that_runs_out_first_is_named_and_no_other_takes_its_place() -> None:
    mixed = plan(("08:00", "15"), ("20:00", "10"))  # 10 + 5 mg, and 10 mg
    found = seen(("10", "40"), ("5", "3"), plans=(mixed,))
    assert (found.runs_out, found.runs_out_at) == (FIVE, at("08:00") + 4 * DAY)
    found = seen(("10", "4"), ("5", "300"), plans=(mixed,))
    assert (found.runs_out, found.days) == (TEN, 2)


def test_a_strength_in_use_that_was_never_counted_is_known_to_be() -> None:
    mixed = plan(("08:00", "15"), ("20:00", "10"))
    found = seen(("10", "40"), plans=(mixed,), strengths=frozenset({TEN, FIVE}))
    assert found.uncounted == (FIVE,)
    assert found.days == 20


def test_a_coming_taper_is_in_it() -> None:
    cut = at("00:00") + 4 * DAY
    now, then = (
        plan(("08:00", "10"), ("20:00", "10"), ends=cut),
        plan(("08:00", "5"), ("20:00", "5"), starts=cut, number=4),
    )
    assert seen(("10", "17"), plans=(now,)).runs_out_at is None  # it ends before that
    assert seen(("10", "17"), plans=(now, then)).days == 3 + 10
    rise = plan(("08:00", "20"), ("20:00", "20"), starts=cut, number=4)
    assert seen(("10", "17"), plans=(now, rise)).days == 6  # not eight


def test_no_plan_in_force_and_more_than_is_looked_at_have_no_day() -> None:
    assert seen(("10", "18"), plans=()).days is None
    assert seen(("10", "9000")).runs_out_at is None


def test_a_dose_taken_early_is_not_counted_twice() -> None:
    early = replace(
        a_dose(),
        plan_id=THRICE.id,
        slot=1,
        local_date=at("14:00").date(),
        state=S.TAKEN,
        taken_at=at("13:50"),
    )
    found = seen(("10", "18"), doses=(early,), now=at("13:55"))
    assert found.runs_out_at == at("14:00") + 6 * DAY


def test_a_skip_makes_them_last_longer_and_silence_does_not() -> None:
    now = NOON + 2 * DAY
    silent = seen(("10", "18"), doses=rows(THRICE, now), now=now)
    assert silent.runs_out_at == at("14:00") + 6 * DAY
    skipped = seen(("10", "18"), doses=rows(THRICE, now, S.SKIPPED), now=now)
    assert skipped.runs_out_at == at("14:00") + 8 * DAY


def test_dst_moves_no_day() -> None:
    spring = datetime.fromisoformat("2026-03-26T09:00:00+00:00")
    once = plan(("10:00", "10"), zone=BERLIN, starts=spring - 30 * DAY)
    found = seen(("10", "5"), plans=(once,), now=spring, counted_at=spring)
    assert found.runs_out_at == datetime.fromisoformat("2026-04-01T08:00:00+00:00")
    assert found.days == 5  # of 24 hours: it is an hour less than six


_WALLS = st.lists(st.integers(0, 23), min_size=1, max_size=6, unique=True).map(sorted)
_AMOUNTS = st.sampled_from(["2.5", "5", "10", "12.5", "15", "25"])
_STARTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31))  # noqa: DTZ001
_ZONES = st.sampled_from(["UTC", BERLIN, "America/New_York", "Australia/Lord_Howe"])


@st.composite
def lives(draw: st.DrawFn) -> tuple[tuple[Plan, ...], datetime, Decimal, Decimal]:
    """Two versions of a plan, the second starting within days, a start, and tablets of 5, 10 mg."""
    zone = draw(_ZONES)
    begin = draw(_STARTS).replace(tzinfo=NOON.tzinfo, microsecond=0)
    cut = begin + draw(st.integers(1, 20 * 24)) * HOUR
    versions = []
    for number, (starts, ends) in enumerate(((begin - DAY, cut), (cut, None))):
        slots = [(f"{hour:02d}:00", draw(_AMOUNTS)) for hour in draw(_WALLS)]
        versions.append(plan(*slots, starts=starts, ends=ends, zone=zone, number=10 + number))
    five, ten = (draw(st.integers(0, 80)) * HALF for _ in range(2))
    return tuple(versions), begin, five, ten


@settings(max_examples=60, deadline=None)
@given(lives(), st.lists(st.integers(1, 40), min_size=1, max_size=6))
def test_days_left_never_rise_until_a_dose_lacks_tablets_and_nothing_is_below_none(
    life: tuple[tuple[Plan, ...], datetime, Decimal, Decimal], waits: list[int]
) -> None:
    versions, begin, five, ten = life
    counts = tuple(
        Count(begin, mg, tablets, CountKind.COUNTED) for mg, tablets in ((FIVE, five), (TEN, ten))
    )
    now, last, out_at = begin, None, None
    for hours in [0, *waits]:
        now += hours * HOUR
        log = tuple(
            dose
            for number, each in enumerate(versions)
            for dose in (
                replace(row, id=DoseId(UUID(int=hash((number, row.id.int)) % 2**64)))
                for row in rows(each, now + timedelta.resolution, strengths="5 10")
            )
            if dose.due_at > begin
        )
        told = Told(counts, log, (), versions, frozenset({FIVE, TEN}))
        found = outlook(told, now, POLICY)
        levels = [each.likely for each in found.stocks if each.likely is not None]
        assert all(each.tablets >= 0 for each in levels)
        if out_at is not None and now < out_at:
            assert found.days is not None
            assert last is not None
            assert found.days <= last
            assert found.runs_out_at == out_at  # what nobody logs changes nothing of it
        if found.days is not None:
            last, out_at = found.days, found.runs_out_at
