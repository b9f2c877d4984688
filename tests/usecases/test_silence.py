"""Days of silence: reminders only is offered once, costs no reminder, and asks nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from bot.domain.dose_events import Took
from bot.domain.message import Message, NotLogged, Nudge, Reminder, Silence
from bot.domain.person import Person
from bot.domain.terms import DoseState
from bot.storage.store import Cause, Store
from bot.usecases import beating, history, lives, pauses, people, post, remind, silence
from bot.usecases import doses as answers
from bot.usecases.post import Delivered
from tests.usecases.patients import (
    POLICY,
    beat,
    claim,
    doses_of,
    outbox_states,
    patient,
    tapping,
)

AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # THRICE: 08:00, 14:00 and 22:00 UTC
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)
S = DoseState
_numbers = count()


def on(clock: str, day: int = 23) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day}T{clock}:00+00:00")


def cause() -> Cause:
    return Cause(f"update:silence:{next(_numbers)}", AT)


@pytest.fixture
async def ada(store: Store) -> Person:
    """Ada, an hour before her 08:00 dose."""
    return await patient(store, AT)


async def hours_go_by(store: Store, since: datetime, until: datetime) -> list[Message]:
    """The bot is awake and everything arrives; all that it said."""
    said: list[Message] = []
    at = since
    while at <= until:
        await beating.stay_awake(store, at)
        await beat(store, at)
        while letters := await claim(store, at):
            for letter in letters:
                await post.settle(store, POLICY, letter, Delivered(len(said) + 1), at)
                said.append(letter.message)
        due = await remind.next_due(store)
        at = until + SECOND if due is None or at == until else min(max(due, at + SECOND), until)
    return said


async def offers(store: Store, since: datetime, until: datetime) -> list[Silence]:
    return [each for each in await hours_go_by(store, since, until) if isinstance(each, Silence)]


async def take_first_open(store: Store, person: Person, at: datetime) -> None:
    dose = next(each for each in await doses_of(store, person, at) if each.state is S.OPEN)
    await answers.answer(store, POLICY, tapping(person, at), dose.id, Took(), cause())


async def test_it_is_offered_once_after_three_days_behind_what_was_not_logged(
    store: Store, ada: Person
) -> None:
    said = await hours_go_by(store, AT, on("09:00", 26))
    assert not any(isinstance(each, Silence) for each in said)
    said = await hours_go_by(store, on("09:30", 26), on("09:30", 26))
    assert said == [said[0], Silence(on("08:00"))]
    assert isinstance(said[0], NotLogged)
    assert await offers(store, on("10:30", 26), on("10:00", 30)) == []


async def test_it_counts_from_the_last_answer(store: Store, ada: Person) -> None:
    await hours_go_by(store, AT, on("08:00", 24))
    await take_first_open(store, ada, on("08:10", 24))
    assert await offers(store, on("08:30", 24), on("00:00", 27)) == []
    assert await offers(store, on("00:30", 27), on("12:00", 27)) == [Silence(on("08:10", 24))]
    await hours_go_by(store, on("12:30", 27), on("14:00", 27))
    await take_first_open(store, ada, on("14:10", 27))  # and a new silence is a new offer
    assert await offers(store, on("14:30", 27), on("16:00", 30)) == [Silence(on("14:10", 27))]


async def test_once_a_day_it_takes_three_doses(store: Store) -> None:
    await patient(store, AT, walls=("22:00",))
    assert await offers(store, AT, on("00:00", 26)) == []
    assert await offers(store, on("00:30", 26), on("00:00", 27)) == [Silence(on("22:00"))]


async def test_a_pause_is_no_silence(store: Store, ada: Person) -> None:
    await hours_go_by(store, AT, on("00:30", 25))
    await pauses.pause(store, POLICY, ada, on("06:00", 27), on("01:00", 25), cause())
    assert await offers(store, on("01:00", 25), on("23:00", 29)) == []
    assert await offers(store, on("23:30", 29), on("12:00", 30)) == [Silence(on("06:00", 27))]


async def test_in_a_pause_it_is_not_offered(store: Store, ada: Person) -> None:
    await hours_go_by(store, AT, on("08:00", 26))
    await pauses.pause(store, POLICY, ada, on("20:00", 26), on("08:10", 26), cause())
    said = await hours_go_by(store, on("08:30", 26), on("12:00", 26))  # an open dose closes in it
    assert [type(each) for each in said] == [Nudge, NotLogged]


async def test_answered_before_it_goes_out_it_is_not_said(store: Store, ada: Person) -> None:
    await hours_go_by(store, AT, on("09:00", 26))
    await beating.stay_awake(store, on("09:30", 26))
    await beat(store, on("09:30", 26))
    assert await outbox_states(store) == {"sent": 29, "pending": 2}
    last = [dose for dose in await doses_of(store, ada, AT) if dose.state is S.MISSED][-1]
    say = tapping(ada, on("09:31", 26))
    await answers.answer(store, POLICY, say, last.id, Took(last.due_at), cause())
    assert await claim(store, on("09:31", 26)) == ()


async def test_with_reminders_only_nothing_else_is_said_and_nothing_is_called_missed(
    store: Store, ada: Person
) -> None:
    await silence.choose_reminders_only(store, POLICY, ada, AT, cause())
    said = await hours_go_by(store, AT, on("07:30", 27))
    assert {type(each) for each in said} == {Reminder}
    assert len(said) == 12
    closed = [
        dose.state for dose in await doses_of(store, ada, AT) if dose.due_at < on("00:00", 27)
    ]
    assert closed == [S.UNKNOWN] * 12
    assert await history.unanswered(store, ada.id, on("07:30", 27)) == ()


async def test_with_reminders_only_a_dose_open_over_an_outage_is_not_asked_again(
    store: Store, ada: Person
) -> None:
    await silence.choose_reminders_only(store, POLICY, ada, AT, cause())
    [card] = await hours_go_by(store, on("08:00"), on("08:00"))
    assert isinstance(card, Reminder)
    back = on("08:20")
    await beating.pulse_beat(store, POLICY, back, back)
    await beat(store, back)
    assert await claim(store, back) == ()
    assert (await doses_of(store, ada, AT))[0].state is S.OPEN  # and can be answered
    assert await hours_go_by(store, on("08:30"), on("13:30")) == []


async def test_what_waited_as_it_was_chosen_is_not_sent(store: Store, ada: Person) -> None:
    await hours_go_by(store, AT, on("08:00"))
    await beat(store, on("08:30"))  # a nudge waits
    await silence.choose_reminders_only(store, POLICY, ada, on("08:30"), cause())
    assert await hours_go_by(store, on("08:30"), on("13:30")) == []


async def test_a_dose_logged_stays_logged_and_the_choice_stands(store: Store, ada: Person) -> None:
    await silence.choose_reminders_only(store, POLICY, ada, AT, cause())
    await hours_go_by(store, AT, on("08:00"))
    await take_first_open(store, ada, on("08:10"))
    assert (await doses_of(store, ada, AT))[0].state is S.TAKEN
    assert (await lives.life(store, ada, on("08:10"))).reminders_only


async def test_asked_again_it_nudges_again_and_asks_about_nothing_that_closed_before(
    store: Store, ada: Person
) -> None:
    await silence.choose_reminders_only(store, POLICY, ada, AT, cause())
    await hours_go_by(store, AT, on("12:00"))
    assert await silence.ask_again(store, ada, on("12:30"), cause())
    assert not await silence.ask_again(store, ada, on("12:40"), cause())
    assert await history.unanswered(store, ada.id, on("12:40")) == ()
    said = await hours_go_by(store, on("13:00"), on("16:00"))
    assert [type(each) for each in said] == [Reminder, Nudge, NotLogged]
    again = await people.get(store, ada.id)
    assert again.reminders_only_at is None


async def test_an_outage_asks_nothing_of_who_wants_reminders_only(
    store: Store, ada: Person
) -> None:
    await silence.choose_reminders_only(store, POLICY, ada, AT, cause())
    await beating.pulse_beat(store, POLICY, AT, AT)
    back = on("13:00")
    await beating.pulse_beat(store, POLICY, back, back)
    await beat(store, back)
    assert await claim(store, back) == ()
