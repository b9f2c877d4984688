"""What is left is what was told, less what was taken: never below none, whatever was put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dose import Dose
from bot.domain.supply import HALF, Count, CountKind, extra_use, level, tablets_for, use_of
from bot.domain.terms import DoseId, DoseState, PlanId
from bot.domain.timetable import Plan, Slot
from tests.domain.a_dose import a_dose, at, dose_in

TEN, FIVE = Decimal(10), Decimal(5)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
COUNTED, REFILLED = CountKind.COUNTED, CountKind.REFILLED
S = DoseState
LATER = at("23:00")


def count(tablets: str, clock: str = "12:00", kind: CountKind = COUNTED) -> Count:
    return Count(at(clock), TEN, Decimal(tablets), kind)


def left(counts: tuple[Count, ...], *doses: Dose, now: datetime = LATER) -> Decimal | None:
    """What is left of the tablets of 10 mg by what was logged."""
    uses = [use for dose in doses if (use := use_of(dose, now)) is not None and use.sure]
    found = level(TEN, counts, uses)
    return None if found is None else found.tablets


def likely(counts: tuple[Count, ...], *doses: Dose, now: datetime = LATER) -> Decimal:
    """The same, if what nobody logged was taken, too."""
    uses = [use for dose in doses if (use := use_of(dose, now)) is not None]
    found = level(TEN, counts, uses)
    assert found is not None
    return found.tablets


@pytest.mark.parametrize(
    ("mg", "strengths", "tablets"),
    [
        ("10", "10", {"10": "1"}),
        ("25", "10", {"10": "2.5"}),
        ("15", "10 5", {"10": "1", "5": "1"}),
        ("2.5", "5", {"5": "0.5"}),
        ("7", "10", {"10": "1"}),  # nothing makes 7 mg: rather too many
        ("12", "10 5", {"5": "2.5"}),
        ("10", "", {}),
    ],
)
def test_a_dose_takes_the_tablets_on_its_card_and_halves_count(
    mg: str, strengths: str, tablets: dict[str, str]
) -> None:
    found = tablets_for(Decimal(mg), frozenset(map(Decimal, strengths.split())))
    assert dict(found) == {Decimal(s): Decimal(n) for s, n in tablets.items()}


@given(
    st.decimals("0.5", 200, places=1), st.frozensets(st.sampled_from([5, 10, 20, 25]), min_size=1)
)
def test_what_a_dose_takes_is_whole_and_half_tablets_of_at_least_its_amount(
    mg: Decimal, strengths: frozenset[int]
) -> None:
    found = tablets_for(mg, frozenset(map(Decimal, strengths)))
    assert sum(strength * tablets for strength, tablets in found) >= mg
    assert all(tablets > 0 and tablets % HALF == 0 for _, tablets in found)


def test_a_confirmed_dose_is_one_tablet_less() -> None:
    assert left((count("34"),), dose_in(S.TAKEN)) == 33


def test_of_what_was_never_counted_nothing_is_said() -> None:
    assert left((), dose_in(S.TAKEN)) is None


def test_a_dose_taken_before_the_count_is_in_the_count() -> None:
    assert left((count("34", "14:07"),), dose_in(S.TAKEN)) == 34
    assert left((count("34", "15:00"),), dose_in(S.TAKEN)) == 34


@pytest.mark.parametrize("state", [S.SKIPPED, S.CANCELLED])
def test_a_dose_that_was_not_taken_takes_nothing(state: DoseState) -> None:
    assert likely((count("34"),), dose_in(state)) == 34


def test_one_that_the_person_says_was_missed_takes_nothing() -> None:
    missed = dose_in(S.MISSED, answered_at=at("16:10"))
    assert likely((count("34"),), missed) == 34


@pytest.mark.parametrize("state", [S.OPEN, S.MISSED, S.UNKNOWN, S.PLANNED])
def test_one_that_nobody_logged_may_have_been_taken(state: DoseState) -> None:
    assert left((count("34"),), dose_in(state)) == 34
    assert likely((count("34"),), dose_in(state)) == 33


def test_not_sure_may_have_been_taken() -> None:
    assert likely((count("34"),), dose_in(S.UNKNOWN, answered_at=at("14:07"))) == 33


def test_counted_while_a_dose_is_open_it_may_still_be_taken_afterwards() -> None:
    assert likely((count("34", "15:00"),), dose_in(S.OPEN), now=at("15:00")) == 33
    assert likely((count("34", "15:00"),), dose_in(S.MISSED)) == 33
    assert likely((count("34", "16:00"),), dose_in(S.MISSED)) == 34


def test_a_dose_still_to_come_takes_nothing_yet() -> None:
    assert likely((count("34"),), dose_in(S.PLANNED), now=at("13:59")) == 34


def test_a_refill_adds_to_what_is_there_and_a_count_takes_its_place() -> None:
    counts = (count("4"), count("56", "15:00", REFILLED))
    assert left(counts, dose_in(S.TAKEN)) == 59
    assert left((*counts, count("60", "17:00")), dose_in(S.TAKEN)) == 60


def test_a_refill_alone_is_what_is_there() -> None:
    assert left((count("56", kind=REFILLED),)) == 56


def test_it_is_never_below_none_and_says_that_it_is_short() -> None:
    uses = [use for use in [use_of(dose_in(S.TAKEN), LATER)] if use]
    found = level(TEN, (count("0.5"),), uses)
    assert found is not None
    assert (found.tablets, found.short, found.short_at) == (0, True, at("14:00"))
    refilled = level(TEN, (count("0.5"), count("28", "18:00", REFILLED)), uses)
    assert refilled is not None
    assert (refilled.tablets, refilled.short) == (28, False)


def test_an_extra_dose_counts_as_the_biggest_of_the_plan_in_force() -> None:
    slots = (Slot(0, at("08:00").time(), FIVE), Slot(1, at("20:00").time(), Decimal(20)))
    plan = Plan(PlanId(UUID(int=1)), "UTC", at("00:00"), None, slots)
    use = extra_use(at("14:00"), [plan], frozenset({TEN}))
    assert use.tablets == ((TEN, Decimal(2)),)
    assert use.sure


def _day(number: int, state: DoseState, taken: int) -> Dose:
    """The 14:00 dose of a day of November 2026."""
    base = a_dose()
    shift = number * DAY
    moment = base.due_at + shift + taken * MINUTE
    closed = state in (S.MISSED, S.UNKNOWN)
    return replace(
        base,
        id=DoseId(UUID(int=1000 + number)),
        due_at=base.due_at + shift,
        closes_at=base.closes_at + shift,
        state=state,
        taken_at=moment if state is S.TAKEN else None,
        answered_at=None if closed else moment,
    )


_STATES = st.sampled_from([S.TAKEN, S.SKIPPED, S.MISSED, S.UNKNOWN])
_LOGS = st.lists(st.tuples(_STATES, st.integers(0, 100)), max_size=12)
_TELLS = st.lists(
    st.tuples(st.integers(0, 12 * 24), st.integers(0, 40), st.sampled_from(CountKind)), max_size=5
)


@given(_LOGS, _TELLS, st.integers(0, 11), _STATES)
def test_whatever_is_put_right_and_taken_back_leaves_what_was_and_never_less_than_none(
    log: list[tuple[DoseState, int]],
    tells: list[tuple[int, int, CountKind]],
    which: int,
    other: DoseState,
) -> None:
    now = at("14:00") + 13 * DAY
    doses = [_day(number, *entry) for number, entry in enumerate(log)]
    counts = tuple(
        Count(at("00:00") + hours * HOUR, TEN, halves * HALF, kind) for hours, halves, kind in tells
    )
    before = left(counts, *doses, now=now)
    assert before is None or before >= 0
    if which < len(doses):
        corrected = [*doses]
        corrected[which] = _day(which, other, 5)
        changed = left(counts, *corrected, now=now)
        assert changed is None or changed >= 0
        corrected[which] = doses[which]  # and back
        assert left(counts, *corrected, now=now) == before


@given(_LOGS, st.integers(0, 400))
def test_an_answer_taken_back_gives_its_tablet_back(
    log: list[tuple[DoseState, int]], halves: int
) -> None:
    now = at("14:00") + 13 * DAY
    counts = (Count(at("00:00"), TEN, 20 + halves * HALF, COUNTED),)
    doses = [_day(number, *entry) for number, entry in enumerate(log)]
    before = left(counts, *doses, now=now)
    assert before is not None
    for number, dose in enumerate(doses):
        if dose.state is S.TAKEN:
            undone = [*doses]
            undone[number] = _day(number, S.UNKNOWN, 0)
            assert left(counts, *undone, now=now) == before + 1
