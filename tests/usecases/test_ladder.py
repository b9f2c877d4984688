"""The ladder at work: on cards and alone, once a gap, and never past an answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.domain.dose_events import Correct, NotSure, NotTaken, Skip, Took
from bot.domain.ladder import NoteKind
from bot.domain.message import NotLogged, Offline, PauseOver, Reminder
from bot.domain.outcomes import AskExtra
from bot.domain.rungs import AnyTaken, CallNow, LoggedSince, NoneTaken, WhichTaken
from bot.domain.symptoms import Symptom
from bot.domain.terms import DoseState, SkipReason
from bot.domain.triage import Said
from bot.storage import ladders
from bot.storage.rows import LadderNoteRow, OutboxRow
from bot.storage.store import Store
from bot.usecases import (
    correcting,
    gap_answers,
    hospital,
    pauses,
    people,
    post,
    silence,
    symptoms,
    taking,
    undoing,
)
from bot.usecases.post import NotSent, Rejected, Unknown
from bot.usecases.undoing import Meant
from tests.usecases.days_lived import MINUTE, Lived, cause, lived, on
from tests.usecases.patients import POLICY, replan, tapping


@pytest.fixture
async def ada(store: Store) -> Lived:
    """Ada, who took and logged all three doses of Monday; the last at 22:00."""
    life = await lived(store)
    await life.takes_all(on("22:01"))
    assert life.rungs() == []
    return life


async def test_a_silent_person_hears_each_rung_as_often_as_the_policy_says(ada: Lived) -> None:
    await ada.until(on("23:00", 28))
    assert ada.rode() == [on("14:00", 24)]
    assert ada.rungs() == [
        (on("14:30", 24), AnyTaken),
        (on("22:00", 24), CallNow),
        (on("22:00", 25), CallNow),
        (on("22:00", 26), CallNow),
    ]


async def test_rung_one_is_the_silent_card_and_stands_on_the_next_reminder(ada: Lived) -> None:
    await ada.until(on("14:00", 24))
    [(at, not_logged, rang)] = [each for each in ada.said if isinstance(each[1], NotLogged)]
    assert (at, rang, not_logged.gap) == (on("09:30", 24), False, None)
    await ada.answers(Took(on("08:05", 24)), -2)
    ada.said.clear()
    await ada.until(on("08:00", 25))  # 14:00 and 22:00 are missed: two in a row
    reminders = [m for _, m, _ in ada.said if isinstance(m, Reminder)]
    assert reminders[0].unlogged is not None
    assert reminders[0].unlogged.due_at == on("14:00", 24)
    assert [m.unlogged is None for m in reminders] == [False, True]
    assert [m.gap is None for m in reminders] == [True, False]


async def test_h4_skip_is_said_of_the_first_dose_and_then_whom_to_call(ada: Lived) -> None:
    await ada.until(on("23:00", 27))
    cards = [m for _, m, _ in ada.said if isinstance(m, NotLogged)]
    assert len(cards) > 6
    assert [card.gap is None for card in cards] == [True] + [False] * (len(cards) - 1)


@pytest.mark.parametrize("late", [0, 20])
async def test_a_dose_that_is_logged_clears_it(ada: Lived, late: int) -> None:
    await ada.until(on("14:00", 24) + late * MINUTE)
    await ada.answers(Took())
    await ada.until(on("21:59", 24))
    assert ada.rungs() == []


async def test_a_dose_that_is_back_filled_clears_it(ada: Lived) -> None:
    await ada.until(on("14:10", 24))
    await ada.answers(Took(on("08:05", 24)), -2)
    await ada.until(on("21:59", 24))
    assert ada.rungs() == []  # 14:00 closes unlogged at 16:00: one dose, and six hours


async def test_an_extra_dose_is_a_confirmed_one(ada: Lived) -> None:
    await ada.until(on("13:00", 24))
    await taking.take_extra(ada.store, tapping(ada.person, ada.at), ada.at, cause())
    await ada.until(on("23:00", 24))
    assert ada.rungs() == []


async def test_vomiting_after_a_dose_asks_about_an_extra_one_and_resets_nothing(ada: Lived) -> None:
    await ada.until(on("22:15"))
    threw_up: Said = {Symptom.VOMITING: None}
    told = await symptoms.report(ada.store, POLICY, ada.person, threw_up, None, ada.at, cause())
    assert told.triage.facts[0] == "miss.vomited"
    assert (await ada.doses())[2].state is DoseState.TAKEN
    saying = tapping(ada.person, ada.at)
    again = await taking.take_typed(ada.store, POLICY, saying, None, None, cause())
    assert isinstance(again, AskExtra)
    await ada.until(on("22:01", 24))
    assert ada.rungs() == [(on("14:30", 24), AnyTaken), (on("22:00", 24), CallNow)]
    await taking.take_extra(ada.store, tapping(ada.person, ada.at), ada.at, cause())
    told = await symptoms.report(ada.store, POLICY, ada.person, threw_up, None, ada.at, cause())
    assert {"od.signs", "od.call"} <= set(told.triage.facts)


async def test_a_correction_in_the_log_clears_it_and_one_that_takes_it_back_does_not_ask_twice(
    ada: Lived,
) -> None:
    await ada.until(on("14:40", 24))
    assert len(ada.rungs()) == 1
    morning = (await ada.doses())[3]
    saying = tapping(ada.person, ada.at)
    for event in (
        Correct(DoseState.TAKEN, on("08:10", 24)),
        Correct(DoseState.MISSED),
    ):
        await correcting.correct(ada.store, POLICY, saying, morning.id, event, cause())
    await ada.until(on("21:59", 24))
    assert len(ada.rungs()) == 1  # it was said in this gap
    await ada.until(on("22:00", 24))
    assert ada.rungs()[1:] == [(on("22:00", 24), CallNow)]


async def test_undo_brings_the_gap_back_and_what_was_said_in_it(ada: Lived) -> None:
    await ada.until(on("14:10", 24))
    await ada.answers(Took())
    await ada.until(on("14:40", 24))
    assert ada.rungs() == []
    await undoing.undo(ada.store, POLICY, tapping(ada.person, ada.at), Meant(), cause())
    await ada.until(on("15:00", 24))
    assert [kind for _, kind in ada.rungs()] == [AnyTaken]
    assert ada.rode() == [on("14:00", 24)]


async def test_skipped_doses_climb_too(ada: Lived) -> None:
    await ada.until(on("08:00", 24))
    await ada.answers(Skip(SkipReason.OTHER))
    await ada.until(on("12:30", 24))
    assert ada.rungs() == []
    await ada.until(on("14:05", 24))
    await ada.answers(Skip(SkipReason.OTHER))
    await ada.until(on("14:31", 24))
    assert [kind for _, kind in ada.rungs()] == [AnyTaken]


async def test_not_sure_alone_does_not_climb_and_does_not_clear(ada: Lived) -> None:
    for clock in ("08:00", "14:00", "22:00"):
        await ada.until(on(clock, 24))
        await ada.answers(NotSure())
    await ada.until(on("07:59", 25))
    assert ada.rungs() == []
    await ada.until(on("09:29", 25))
    await ada.until(on("09:31", 25))  # 08:00 closes unlogged, 35 hours after the last one
    assert [kind for _, kind in ada.rungs()] == [CallNow]


# What was sent, and what was not


async def test_a_rung_is_dropped_where_a_dose_was_logged_as_it_waited(ada: Lived) -> None:
    await ada.until(on("14:29", 24))
    ada.at = on("14:30", 24)
    [_, waiting] = await ada.now(receipt=NotSent())  # after the nudge
    assert isinstance(waiting.message, AnyTaken)
    await ada.answers(Took())
    said = await ada.until(on("15:00", 24))
    assert not any(isinstance(each, AnyTaken) for each in said)
    states = await ada.store.read(
        lambda conn: conn.scalars(select(OutboxRow.state).where(OutboxRow.kind == "rung_two")).all()
    )
    assert states == ["dropped"]


async def test_it_is_asked_again_where_nobody_knows_whether_it_arrived(ada: Lived) -> None:
    await ada.until(on("14:29", 24))
    ada.at = on("14:30", 24)
    await ada.now(receipt=Unknown())
    said = await ada.until(on("21:59", 24))
    assert sum(isinstance(each, AnyTaken) for each in said) == 1


async def test_what_the_server_never_takes_is_not_tried_for_ever(ada: Lived) -> None:
    await ada.until(on("14:29", 24))
    ada.at = on("14:30", 24)
    while await ada.now(receipt=Rejected()):
        pass
    said = await ada.until(on("21:59", 24))
    assert not any(isinstance(each, AnyTaken) for each in said)


async def test_the_note_is_kept_once_however_often_it_is_settled(ada: Lived) -> None:
    await ada.until(on("14:29", 24))
    ada.at = on("14:30", 24)
    letters = await ada.now()
    [asked] = [each for each in letters if isinstance(each.message, AnyTaken)]
    await post.settle(ada.store, POLICY, asked, post.Delivered(10**6), ada.at)
    kinds = await ada.store.read(
        lambda conn: sorted(conn.scalars(select(LadderNoteRow.kind)).all())
    )
    assert kinds == [NoteKind.RODE, NoteKind.TWO]


async def test_a_spoilt_gap_is_put_off_and_the_others_go_on(
    store: Store, ada: Lived, caplog: pytest.LogCaptureFixture
) -> None:
    other = await lived(store, 2)
    await other.takes_all(on("22:01"))

    def spoil(conn: Any) -> None:
        conn.execute(
            update(LadderNoteRow)
            .where(LadderNoteRow.patient_id == ada.person.id)
            .values(kind="nonsense")
        )

    await ada.until(on("14:00", 24))
    await store.write(spoil)
    await ada.until(on("14:31", 24))
    assert "cannot be handled" in caplog.text
    spoken = {letter for _, letter, _ in ada.said if isinstance(letter, AnyTaken)}
    assert len(spoken) == 1  # of the other


# Outages, pauses, hospital, reminders only, blocks


async def test_h3_after_an_outage_the_question_has_its_time_before_any_rung(ada: Lived) -> None:
    await ada.until(on("13:00", 24))  # 08:00 is missed
    ada.at = on("22:30", 24)
    said = await ada.until(on("22:31", 24), awake=False)
    assert not any(isinstance(each, AnyTaken | CallNow) for each in said)
    assert any(getattr(each, "unknown", ()) or isinstance(each, Offline) for each in said)
    await ada.until(on("00:29", 25))
    assert ada.rungs() == []
    await ada.until(on("00:31", 25))
    assert [kind for _, kind in ada.rungs()] == [CallNow]  # no answer for two hours


async def test_after_an_outage_the_answer_taken_is_the_end_of_it(ada: Lived) -> None:
    await ada.until(on("13:00", 24))
    ada.at = on("17:00", 24)
    await ada.until(on("17:30", 24), awake=False)
    await ada.answers(Took(on("14:05", 24)))
    await ada.until(on("21:59", 24))
    assert ada.rungs() == []


async def test_a_pause_stops_it_and_what_fell_into_it_does_not_climb_alone(ada: Lived) -> None:
    await pauses.pause(ada.store, POLICY, ada.person, on("12:00", 26), ada.at, cause())
    said = await ada.until(on("13:59", 26))
    assert [type(each) for each in said] == [PauseOver]
    assert ada.rungs() == []
    await ada.until(on("16:01", 26))  # 14:00 closes unlogged, 90 hours after the last one
    assert [kind for _, kind in ada.rungs()] == [CallNow]
    await ada.until(on("12:00", 28))
    assert len(ada.rungs()) == 1  # past 72 hours it is said once


async def test_a_dose_in_a_pause_that_was_not_taken_climbs(ada: Lived) -> None:
    await pauses.pause(ada.store, POLICY, ada.person, on("20:00", 24), ada.at, cause())
    await ada.until(on("20:10", 24))
    await ada.answers(NotTaken())
    await ada.answers(NotTaken(), -2)
    await ada.until(on("22:00", 24))
    assert [kind for _, kind in ada.rungs()] == [CallNow]


async def test_hospital_stops_it_and_it_begins_anew_at_home(ada: Lived) -> None:
    await ada.until(on("13:00", 24))
    await hospital.admit(ada.store, POLICY, ada.person, ada.at, cause())
    assert await ada.until(on("12:00", 27)) == []
    due = await ada.store.read(ladders.next_act_at)
    assert due is None


async def test_reminders_only_stops_it_and_left_again_no_old_gap_is_held_against_anybody(
    ada: Lived,
) -> None:
    await silence.choose_reminders_only(ada.store, POLICY, ada.person, ada.at, cause())
    await ada.until(on("12:00", 27))
    assert ada.rungs() == ada.rode() == []
    await silence.ask_again(ada.store, ada.person, ada.at, cause())
    await ada.until(on("16:01", 27))
    assert ada.rungs() == []  # one dose unlogged, four hours after it was left


async def test_nothing_is_said_to_who_blocks_the_bot_and_it_goes_on_afterwards(ada: Lived) -> None:
    await ada.until(on("13:00", 24))
    await people.lose(ada.store, POLICY, ada.person, ada.at, cause())
    assert await ada.until(on("17:00", 24)) == []
    person = await people.get(ada.store, ada.person.id)
    await people.find_again(ada.store, POLICY, person, ada.at, cause())
    await ada.until(on("18:59", 24))
    assert ada.rungs() == []  # 14:00 is asked about
    await ada.until(on("19:30", 24))
    assert [kind for _, kind in ada.rungs()] == [AnyTaken]


async def test_a_changed_plan_goes_on_with_the_same_gap(ada: Lived) -> None:
    await ada.until(on("13:00", 24))
    await replan(ada.store, ada.person, ("07:00", "15:00", "23:00"), ada.at)
    await ada.until(on("15:31", 24))
    assert ada.rode() == [on("15:00", 24)]
    assert ada.rungs() == [(on("15:30", 24), AnyTaken)]


async def test_before_any_dose_the_clock_runs_from_the_set_up(store: Store) -> None:
    new = await lived(store)
    await new.until(on("06:59", 24))
    assert [kind for _, kind in new.rungs()] == [AnyTaken]  # two in a row, with the card of 22:00
    await new.until(on("07:00", 24))
    assert new.rungs()[-1] == (on("07:00", 24), CallNow)


async def test_who_has_not_started_is_never_told_to_call_urgent_care(store: Store) -> None:
    new = await lived(store)
    await store.write(lambda conn: ladders.set_not_started(conn, new.person.id, not_started=True))
    await new.until(on("12:00", 26))
    assert [kind for _, kind in new.rungs()] == [AnyTaken]


# Answers


async def asked(life: Lived) -> Any:
    """Until the second rung has come by itself; what the gap runs from."""
    await life.until(on("14:30", 24))
    return next(m.gap.after for _, m, _ in life.said if isinstance(m, AnyTaken))


async def answered(life: Lived, what: Any, after: Any) -> Any:
    return await what(life.store, POLICY, life.person, after, life.at, cause())


async def test_some_names_the_doses_of_the_gap_and_clears_nothing_yet(ada: Lived) -> None:
    after = await asked(ada)
    which = await answered(ada, gap_answers.some, after)
    assert isinstance(which, WhichTaken)
    assert [each.due_at for each in which.doses] == [on("14:00", 24), on("08:00", 24)]
    await ada.until(on("22:00", 24))
    assert ada.rungs()[-1] == (on("22:00", 24), CallNow)


async def test_none_tells_whom_to_call_and_after_a_day_urgently(ada: Lived) -> None:
    after = await asked(ada)
    told = await answered(ada, gap_answers.none, after)
    assert isinstance(told, NoneTaken)
    assert not told.urgent
    await ada.until(on("22:05", 24))
    told = await answered(ada, gap_answers.none, after)
    assert told.urgent
    assert told.next is not None


async def test_none_on_the_card_that_carried_it_keeps_the_message_away(ada: Lived) -> None:
    await ada.until(on("14:10", 24))
    after = await gap_answers.asked(ada.store, POLICY, ada.person, ada.at)
    assert isinstance(await answered(ada, gap_answers.none, after), NoneTaken)
    await ada.until(on("21:59", 24))
    assert ada.rungs() == []


async def test_an_answer_to_a_gap_that_is_over_changes_nothing(ada: Lived) -> None:
    after = await asked(ada)
    await ada.answers(Took())
    for what in (gap_answers.some, gap_answers.none):
        over = await answered(ada, what, after)
        assert isinstance(over, LoggedSince)
        assert over.at == ada.at
    assert await gap_answers.asked(ada.store, POLICY, ada.person, ada.at) is None


async def test_words_are_an_answer_only_where_it_was_asked(ada: Lived) -> None:
    at: datetime = on("10:00", 24)
    await ada.until(at)  # 08:00 is not logged: the rule for one dose was said, no question
    assert await gap_answers.asked(ada.store, POLICY, ada.person, at) is None
