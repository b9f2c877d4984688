"""The ladder by example: when each rung is reached, on what it rides, and what it waits for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from bot.domain.dose import Dose, Say
from bot.domain.ladder import (
    Climb,
    Host,
    Look,
    Note,
    NoteKind,
    Rung,
    Start,
    look,
    own_two,
    rides,
    three_from,
    two_from,
    waking,
)
from bot.domain.pauses import Pause, PauseKind
from bot.domain.policy import Policy
from bot.domain.rungs import Audience, Scope, alerts
from bot.domain.terms import DoseState, PauseId
from bot.domain.timetable import Plan
from bot.domain.unlogged import Asked, held_until, start_of, unlogged
from bot.domain.wallclock import instant
from tests.domain.a_dose import ADA, PLAN, a_dose, at, dose_in
from tests.domain.a_life import BEGAN, DAY, HOUR, MINUTE, Life, slots_at

POLICY = Policy()
S = DoseState
LAST = Start(UUID(int=50), at("22:00", -1))
UTC_HOURS = waking("Etc/UTC", [time(8), time(14), time(22)], POLICY)


def climb(*counted: datetime, **changes: object) -> Climb:
    """Three times a day; the last dose at 22:00, these later ones closed unlogged."""
    made = Climb(
        LAST,
        10 * HOUR,
        2 * HOUR,
        counted,
        None,
        (
            Host(at("08:00"), at("09:30")),
            Host(at("14:00"), at("16:00")),
            Host(at("22:00"), at("00:00", 1)),
        ),
        UTC_HOURS,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


ONE = climb(at("09:30"))


def test_no_rung_without_a_later_dose_that_closed_unlogged() -> None:
    for hours in range(400):
        assert look(climb(), LAST.at + hours * HOUR, POLICY) == Look(None, None)
    assert not rides(climb(), LAST.at + 400 * HOUR, POLICY)


def test_the_second_rung_is_reached_after_16_hours_or_with_two_in_a_row() -> None:
    assert two_from(ONE, POLICY) == at("14:00")
    assert two_from(climb(at("09:30"), at("12:00")), POLICY) == at("12:00")
    assert two_from(climb(at("09:30"), at("16:00")), POLICY) == at("14:00")
    assert two_from(climb(at("15:00")), POLICY) == at("15:00")  # not before one has closed
    night = climb(at("13:00"), gap=14 * HOUR, window=2 * HOUR)
    assert two_from(night, POLICY) == at("15:00")  # g + w + 1 h is more than 16


def test_the_third_is_reached_after_24_hours_and_said_daily_up_to_72() -> None:
    assert three_from(ONE, POLICY) == at("22:00")
    said: list[datetime] = []
    now = at("10:00")
    while now < at("22:00", 6):
        notes = tuple(Note(NoteKind.THREE, each) for each in said)
        if look(replace(ONE, notes=notes), now, POLICY).say is Rung.THREE:
            said.append(now)
        now += MINUTE
    assert said == [at("22:00"), at("22:00", 1), at("22:00", 2)]


def test_once_a_day_it_waits_for_the_window_of_the_next_dose_and_8_hours_more() -> None:
    once = climb(at("00:00", 1), gap=24 * HOUR, window=2 * HOUR, hosts=())
    assert two_from(once, POLICY) == at("01:00", 1)
    assert own_two(once, POLICY) == at("07:00", 1)  # nobody is woken
    assert three_from(once, POLICY) == at("08:00", 1)


def test_the_second_rides_on_the_card_of_a_dose_that_is_open_or_due_within_two_hours() -> None:
    assert not rides(ONE, at("13:59"), POLICY)
    assert rides(ONE, at("14:00"), POLICY)
    assert own_two(ONE, POLICY) == at("14:30")
    soon = climb(at("09:30"), at("12:00"))
    assert own_two(soon, POLICY) == at("14:30")  # 14:00 is two hours away
    assert own_two(climb(at("09:30"), at("11:59")), POLICY) == at("11:59")
    rode = replace(ONE, notes=(Note(NoteKind.RODE, at("14:00")),))
    assert not rides(rode, at("14:30"), POLICY)  # once
    assert look(rode, at("14:29"), POLICY) == Look(None, at("14:30"))
    assert look(rode, at("14:30"), POLICY).say is Rung.TWO


def test_a_dose_that_was_skipped_carries_nothing_any_more() -> None:
    skipped = climb(at("09:30"), at("14:05"), hosts=(Host(at("14:00"), at("14:05")),))
    assert own_two(replace(skipped, start=replace(LAST, at=at("00:00"))), POLICY) == at("14:05")


@pytest.mark.parametrize("answer", [NoteKind.NONE, NoteKind.SOME])
def test_an_answer_ends_the_question_and_not_the_urgent_words(answer: NoteKind) -> None:
    told = replace(ONE, notes=(Note(answer, at("14:10")),))
    assert look(told, at("14:30"), POLICY) == Look(None, at("22:00"))
    assert look(told, at("22:00"), POLICY).say is Rung.THREE


def test_where_the_third_comes_first_the_second_counts_as_said() -> None:
    late = climb(at("22:30"), hosts=())
    assert look(late, at("22:30"), POLICY).say is Rung.THREE
    said = replace(late, notes=(Note(NoteKind.THREE, at("22:30")),))
    assert look(said, at("07:00", 1), POLICY) == Look(None, at("22:30", 1))
    assert not rides(late, at("22:30"), POLICY)


def test_nobody_is_woken_for_the_second_and_everybody_for_the_third() -> None:
    two = climb(at("23:30"), at("23:40"), start=replace(LAST, at=at("14:00")), hosts=())
    assert look(two, at("23:40"), POLICY) == Look(None, at("07:00", 1))
    three = climb(at("03:00", 1), start=replace(LAST, at=at("03:00")))
    assert look(three, at("03:00", 1), POLICY).say is Rung.THREE
    held_up = climb(at("09:30"), notes=(Note(NoteKind.RODE, at("14:00")),))
    quiet = replace(held_up, start=replace(LAST, begun=False))
    assert look(quiet, at("03:00", 1), POLICY) == Look(None, at("07:00", 1))


def test_where_a_nudge_carried_it_at_night_the_message_waits_for_the_morning() -> None:
    night = replace(ONE, start=replace(LAST, at=at("06:00")), counted=(at("08:00"),))
    by_day = replace(night, notes=(Note(NoteKind.RODE, at("22:00")),))
    assert look(by_day, at("22:10"), POLICY) == Look(None, at("22:30"))
    at_night = replace(night, notes=(Note(NoteKind.RODE, at("22:01")),))
    assert own_two(at_night, POLICY) == at("07:00", 1)


def test_waking_hours_reach_out_to_the_first_and_the_last_dose() -> None:
    early = waking("Europe/Berlin", [time(6), time(23, 30)], POLICY)
    assert (early.since, early.until) == (time(6), time(23, 30))
    assert (UTC_HOURS.since, UTC_HOURS.until) == (time(7), time(22))
    begins = instant(date(2026, 10, 25), time(6), "Europe/Berlin")  # clocks go back
    assert early.next(begins - 4 * HOUR) == begins
    assert early.next(begins) == begins
    assert early.next(begins + timedelta(hours=17, minutes=31)) == begins + DAY


def test_while_a_question_waits_neither_is_said() -> None:
    held = climb(at("09:30"), at("16:00"), held_until=at("23:00"))
    assert look(held, at("22:30"), POLICY) == Look(None, at("23:00"))
    assert not rides(held, at("22:30"), POLICY)
    assert look(held, at("23:00"), POLICY).say is Rung.THREE


def test_questions_that_follow_one_another_hold_the_third_rung_no_longer_than_one() -> None:
    two_hours = POLICY.unknown_counts_after
    held = climb(at("09:30"), at("16:00"), held_until=at("10:00", 1))
    reached = three_from(held, POLICY)
    assert reached is not None
    assert look(held, reached + two_hours - MINUTE, POLICY).say is None
    assert look(held, reached + two_hours, POLICY).say is Rung.THREE
    away = replace(held, away_until=reached + HOUR)  # nobody was asked before
    assert look(away, reached + two_hours, POLICY).say is None
    assert look(away, reached + HOUR + two_hours, POLICY).say is Rung.THREE


def test_a_dose_after_midnight_wakes_nobody_for_a_question() -> None:
    hours = waking("Etc/UTC", [time(8, 30), time(16, 30), time(0, 30)], POLICY)
    assert hours.next(at("03:00")) == at("07:00")
    assert hours.next(at("23:30")) == at("23:30")


def test_who_has_not_started_is_asked_and_never_told_to_call_urgent_care() -> None:
    never = climb(at("09:30"), at("16:00"), start=replace(LAST, begun=False))
    assert three_from(never, POLICY) is None
    assert look(never, at("14:30"), POLICY).say is Rung.TWO


# What counts


def test_missed_and_skipped_count_at_once_and_unknown_after_two_hours() -> None:
    found = unlogged(
        [
            dose_in(S.MISSED),
            dose_in(S.SKIPPED, due_at=at("15:00"), closes_at=at("17:00")),
            dose_in(S.UNKNOWN, due_at=at("18:00"), closes_at=at("20:00")),
            dose_in(S.TAKEN),
            dose_in(S.OPEN),
            a_dose(),
        ],
        LAST,
        (),
        Asked(),
        POLICY,
    )
    assert [each.counts_at for each in found] == [at("14:07"), at("16:00"), at("22:00")]


def test_unknown_alone_does_not_climb() -> None:
    unsure = dose_in(S.UNKNOWN, answered_at=at("14:10"))
    assert unlogged([unsure], LAST, (), Asked(), POLICY) == ()
    paused = Pause(PauseId(UUID(int=9)), PauseKind.PAUSE, at("13:00"), at("18:00"))
    ward = replace(paused, kind=PauseKind.HOSPITAL)
    for rest in (paused, ward):
        assert unlogged([dose_in(S.UNKNOWN)], LAST, (rest,), Asked(), POLICY) == ()
    told = dose_in(S.MISSED, answered_at=at("19:00"))  # asked as it was over: not taken
    assert len(unlogged([told], LAST, (paused,), Asked(), POLICY)) == 1


def test_the_time_for_an_answer_begins_with_the_question_and_anew_after_an_outage() -> None:
    dose = dose_in(S.UNKNOWN)
    asked = {dose.id: at("17:00")}
    assert Asked(asked).counts_at(dose, POLICY) == at("19:00")
    assert Asked({}, at("18:30")).counts_at(dose, POLICY) == at("20:30")
    off = ((at("18:00"), at("21:00")),)
    assert Asked(asked, None, off).counts_at(dose, POLICY) == at("23:00")
    assert Asked(asked, None, ((at("19:00"), at("21:00")),)).counts_at(dose, POLICY) == at("19:00")
    [found] = unlogged([dose], LAST, (), Asked(asked), POLICY)
    assert held_until([found], None, at("18:00")) == at("19:00")
    assert held_until([found], at("17:30"), at("19:00")) == at("17:30")


def test_doses_before_the_last_confirmed_one_do_not_count() -> None:
    later = Start(UUID(int=51), at("14:30"))
    assert unlogged([dose_in(S.MISSED)], later, (), Asked(), POLICY) == ()


def test_the_clock_runs_from_the_last_confirmed_dose() -> None:
    told, extra = Start(UUID(int=1), at("08:00")), Start(UUID(int=2), at("11:00"))
    set_up = Start(UUID(int=3), at("12:00"))
    assert start_of([told, extra], (), told) == extra
    assert start_of([], (), set_up) == set_up


def test_it_begins_anew_after_hospital_and_after_reminders_only() -> None:
    begun, over = at("09:00"), at("18:00")
    stay = Pause(PauseId(UUID(int=9)), PauseKind.HOSPITAL, begun, None, over)
    only = replace(stay, kind=PauseKind.REMINDERS_ONLY)
    before, within = Start(UUID(int=1), at("08:00")), Start(UUID(int=1), at("13:00"))
    assert start_of([before], (stay,), before) == Start(stay.id, over)
    assert start_of([within], (stay,), within) == within  # told at home: the last one in hospital
    assert start_of([within], (only,), within) == Start(stay.id, over)
    pause = replace(stay, kind=PauseKind.PAUSE)
    assert start_of([before], (pause,), before) == before


# Worked examples of the policy


def lived(*walls: str, days: int = 10, taken: int | None = None) -> Life:
    """Somebody in UTC who takes and logs the first so many doses five minutes late; None: all."""
    plan = Plan(PLAN, "Etc/UTC", BEGAN, None, slots_at(*walls))
    left = iter([5 * MINUTE] * (10**6 if taken is None else taken))
    since = at("00:00")

    def takes(_dose: Dose) -> timedelta | None:
        return next(left, None)

    return Life(plan, since, since + days * DAY, takes).run()


@pytest.mark.parametrize(
    "walls",
    [("22:00",), ("08:00", "18:00"), ("08:00", "13:00", "18:00"), ("08:00", "14:00", "22:00")],
)
def test_taken_and_logged_daily_it_is_silent_for_ever(walls: tuple[str, ...]) -> None:
    life = lived(*walls, days=60)
    assert {each.what for each in life.heard} == {Say.REMINDER}
    assert life.rode() == []


def test_where_a_night_lies_between_the_card_of_the_morning_asks_and_the_third_follows() -> None:
    life = lived("08:00", "14:00", "22:00", taken=1)
    assert life.rode() == [at("08:00", 1)]  # two in a row since midnight
    assert life.times(Rung.TWO) == []  # counts as said: the third came before it
    assert life.times(Rung.THREE)[0] == at("08:05", 1)


def test_three_times_a_day_the_second_comes_before_the_earliest_withdrawal_in_print() -> None:
    """18 h after the last dose, in the case reports."""
    life = lived("08:00", "14:00", "22:00", taken=3)
    last = at("22:05")
    assert life.rode() == [at("14:30", 1)]  # on the nudge: 14:00 was five minutes too soon
    assert life.times(Rung.TWO) == [at("15:00", 1)]
    assert at("15:00", 1) - last < 18 * HOUR
    assert life.times(Rung.THREE) == [last + DAY, last + 2 * DAY, last + 3 * DAY]


def test_once_a_day_missed_once_it_asks_the_next_morning() -> None:
    life = lived("22:00", taken=1)
    assert life.times(Rung.TWO) == [at("07:00", 2)]
    assert life.times(Rung.THREE) == [at("08:05", 2), at("08:05", 3)]


def test_h4_skip_is_not_said_for_days() -> None:
    """After one dose the rule for one dose; after two somebody is to be called."""
    life = lived("08:00", "14:00", "22:00", taken=3)
    first, second = life.times(Say.NOT_LOGGED)[:2]
    assert first < min(life.rode()) < min(life.times(Rung.TWO)) <= second


def test_h16_who_takes_it_and_never_taps_hears_five_messages_in_a_gap_and_then_none() -> None:
    life = lived("08:00", "14:00", "22:00", days=30, taken=3)
    rungs = [each for each in life.heard if isinstance(each.what, Rung)]
    assert [each.what for each in rungs] == [Rung.TWO, *[Rung.THREE] * 3]
    assert len(life.rode()) == 1
    assert rungs[-1].at <= at("22:05") + 72 * HOUR


def test_whoever_goes_on_logging_is_left_alone_again() -> None:
    plan = Plan(PLAN, "Etc/UTC", BEGAN, None, slots_at("08:00", "14:00", "22:00"))
    days = [date(2026, 11, 23), date(2026, 11, 27)]
    life = Life(
        plan,
        at("00:00"),
        at("00:00") + 7 * DAY,
        lambda dose: None if days[0] < dose.local_date < days[1] else MINUTE,
    ).run()
    back = min(dose.taken_at for dose in life.doses.values() if dose.local_date == days[1])  # type: ignore[type-var]
    assert back is not None
    assert all(each.at < back for each in life.heard if isinstance(each.what, Rung))
    assert len(life.times(Rung.THREE)) == 3
    assert all(one < later for one, later in pairwise(life.times(Rung.THREE)))


def test_alerts_say_who_what_and_what_must_have_been_agreed_to() -> None:
    [supporter] = alerts(Rung.TWO, ADA, LAST.at)
    assert (supporter.audience, supporter.scope) == (Audience.SUPPORTER, Scope.UNLOGGED)
    assert (supporter.patient, supporter.since) == (ADA, LAST.at)
    both = alerts(Rung.THREE, ADA, LAST.at)
    assert [each.audience for each in both] == [Audience.SUPPORTER, Audience.CLINICIAN]
