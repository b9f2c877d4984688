"""A plan that the person ends: nothing more is sent but how they are, and it can begin again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from bot.domain.dose_events import Took
from bot.domain.message import Message, StopCheck
from bot.domain.outcomes import Asked, Started
from bot.domain.pause_outcomes import NothingPaused
from bot.domain.person import Person
from bot.domain.setup import Draft, Purpose, Question
from bot.domain.stop_outcomes import Ended, NoWish, Wished
from bot.domain.stopping import StopOutcome, StopWay
from bot.domain.terms import DoseState
from bot.storage import people as rows
from bot.storage import stops
from bot.storage.store import Cause, Store
from bot.usecases import (
    beating,
    doses,
    ending,
    history,
    hospital,
    lives,
    pauses,
    people,
    plans,
    post,
    setup,
    stopping,
)
from bot.usecases.post import Delivered
from tests.usecases.patients import POLICY, beat, claim, doses_of, patient, tapping

AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # THRICE: 08:00, 14:00 and 22:00 UTC
HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)
S = DoseState
_numbers = count()


def on(clock: str, day: int = 23) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day}T{clock}:00+00:00")


def cause() -> Cause:
    return Cause(f"update:end:{next(_numbers)}", AT)


@pytest.fixture
async def ada(store: Store) -> Person:
    """Ada, an hour before her 08:00 dose."""
    return await patient(store, AT)


async def end(store: Store, person: Person, at: datetime) -> Ended:
    wished = await stopping.begin(store, POLICY, person, StopWay.SAID, None, None, at, cause())
    assert isinstance(wished, Wished)
    outcome = await ending.end(store, POLICY, person, wished.wish.id, at, cause())
    assert isinstance(outcome, Ended)
    return outcome


async def days_go_by(store: Store, since: datetime, until: datetime) -> list[tuple[str, Message]]:
    """All that is sent, delivered, with when; the bot is awake and looks every half hour."""
    said: list[tuple[str, Message]] = []
    at = since
    while at <= until:
        await beating.stay_awake(store, at)
        await beat(store, at)
        for number, letter in enumerate(await claim(store, at), 1):
            await post.settle(store, POLICY, letter, Delivered(number), at)
            said.append((f"{at:%d %H:%M}", letter.message))
        at += 30 * MINUTE
    return said


async def test_h5_the_plan_ends_and_only_how_they_are_is_asked_three_times(
    store: Store, ada: Person
) -> None:
    await days_go_by(store, AT, on("08:00"))
    outcome = await end(store, ada, on("08:20"))
    assert outcome.life.is_stopped
    assert [f"{each:%d %H:%M}" for each in outcome.checks] == ["24 07:00", "25 07:00", "26 07:00"]
    assert len(outcome.cards) == 1  # the 08:00 card loses its buttons
    said = await days_go_by(store, on("08:30"), on("08:30", day=30))
    assert [(when, type(message)) for when, message in said] == [
        ("24 07:00", StopCheck),
        ("25 07:00", StopCheck),
        ("26 07:00", StopCheck),
    ]
    assert [message.is_last for _, message in said if isinstance(message, StopCheck)] == [
        False,
        False,
        True,
    ]
    assert {dose.state for dose in await doses_of(store, ada, AT)} == {S.UNKNOWN}
    assert await history.unanswered(store, ada.id, on("12:00")) == ()  # nor ever asked about
    [wish] = await store.read(lambda conn: stops.all_since(conn, ada.id, AT))
    assert wish.outcome is StopOutcome.STOPPED


async def test_h5_what_was_logged_before_stays_and_can_be_looked_at(
    store: Store, ada: Person
) -> None:
    await days_go_by(store, AT, on("08:00"))
    first = (await doses_of(store, ada, AT))[0]
    await doses.answer(store, POLICY, tapping(ada, on("08:10")), first.id, Took(), cause())
    await end(store, ada, on("09:00"))
    view = await history.log(store, POLICY, ada.id, on("10:00"), 0)
    assert view.life.is_stopped
    logged = [dose.state for _, of_day in view.days for dose in of_day]
    assert logged == [S.TAKEN]
    assert await plans.show(store, ada.id, on("10:00")) is None


async def test_a_second_tap_ends_it_once(store: Store, ada: Person) -> None:
    wished = await stopping.begin(store, POLICY, ada, StopWay.SAID, None, None, AT, cause())
    assert isinstance(wished, Wished)
    which = wished.wish.id
    assert isinstance(await ending.end(store, POLICY, ada, which, AT, cause()), Ended)
    again = await ending.end(store, POLICY, ada, which, AT + MINUTE, cause())
    assert isinstance(again, NoWish)
    assert again.life.is_stopped
    said = await days_go_by(store, AT + HOUR, on("08:30", day=27))
    assert len(said) == POLICY.stop_checks


async def test_a_pause_that_runs_ends_with_the_plan_and_is_not_said_to_be_over(
    store: Store, ada: Person
) -> None:
    await pauses.pause(store, POLICY, ada, on("20:00"), AT, cause())
    await end(store, ada, AT + MINUTE)
    said = await days_go_by(store, AT + HOUR, on("23:00"))
    assert said == []
    resumed = await pauses.resume(store, POLICY, ada, None, on("23:00"), cause())
    assert isinstance(resumed, NothingPaused)
    assert (await lives.life(store, ada, on("23:00"))).is_stopped


async def test_in_hospital_the_decision_is_kept_and_the_stay_goes_on(
    store: Store, ada: Person
) -> None:
    await hospital.admit(store, POLICY, ada, AT, cause())
    outcome = await end(store, ada, AT + MINUTE)
    assert outcome.checks == ()
    assert (await lives.life(store, ada, AT + HOUR)).in_hospital
    assert await days_go_by(store, AT + HOUR, on("08:30", day=26)) == []


async def test_who_goes_into_hospital_after_it_is_asked_no_more(store: Store, ada: Person) -> None:
    await end(store, ada, AT)
    await hospital.admit(store, POLICY, ada, on("12:00"), cause())
    assert await days_go_by(store, on("12:00"), on("08:30", day=26)) == []


async def test_h3_after_an_outage_one_question_speaks_for_those_before_it(
    store: Store, ada: Person
) -> None:
    await end(store, ada, AT)
    late = on("12:00", day=25)  # 24 and 25 at 07:00 went by, unasked
    letters = await claim(store, late)
    assert [type(each.message) for each in letters] == [StopCheck]
    for letter in letters:
        await post.settle(store, POLICY, letter, Delivered(1), late)
    said = await days_go_by(store, late + MINUTE, on("08:30", day=28))
    assert [when for when, _ in said] == ["26 07:01"]


async def test_blocked_and_found_again_it_is_asked_at_once_and_as_planned(
    store: Store, ada: Person
) -> None:
    await end(store, ada, AT)
    await people.lose(store, POLICY, ada, on("20:00"), cause())
    assert await days_go_by(store, on("20:00"), on("09:00", day=24)) == []
    await people.find_again(store, POLICY, ada, on("10:00", day=24), cause())
    said = await days_go_by(store, on("10:00", day=24), on("08:30", day=28))
    assert [when for when, _ in said] == ["24 10:00", "25 07:00", "26 07:00"]


# Taking it again


async def again(store: Store, person: Person, at: datetime) -> Asked:
    person = await store.read(lambda conn: rows.get(conn, person.id))
    return await setup.begin(store, POLICY, person, Purpose.AGAIN, at, cause())


async def test_within_a_day_the_plan_from_before_is_offered_after_the_last_dose_is_known(
    store: Store, ada: Person
) -> None:
    await end(store, ada, AT)
    asked = await again(store, ada, on("12:00"))
    assert asked.question is Question.LAST_DOSE
    assert asked.draft.slots == (("08:00", "10"), ("14:00", "10"), ("22:00", "10"))
    person = await store.read(lambda conn: rows.get(conn, ada.id))

    def tell(draft: Draft) -> Draft:
        return replace(draft, last_taken=on("06:00").isoformat(), odd_right=True)

    echo = await setup.tell(store, POLICY, person, Question.LAST_DOSE, tell, on("12:00"), cause())
    assert isinstance(echo, Asked)
    assert echo.question is Question.ECHO
    started = await setup.confirm(store, POLICY, person, on("12:00"), cause())
    assert isinstance(started, Started)
    assert not (await lives.life(store, ada, on("12:01"))).is_stopped
    said = await days_go_by(store, on("12:30"), on("14:00"))
    assert [when for when, _ in said] == ["23 14:00"]
    later = await days_go_by(store, on("14:30"), on("12:00", day=25))
    assert not any(isinstance(message, StopCheck) for _, message in later)


async def test_h11_after_more_than_a_day_no_amount_is_offered(store: Store, ada: Person) -> None:
    await end(store, ada, AT)
    asked = await again(store, ada, AT + DAY)
    assert asked.question is Question.PLAN
    assert asked.draft.slots == ()


async def test_taking_less_again_is_no_way_to_stop(store: Store, ada: Person) -> None:
    await end(store, ada, AT)
    await again(store, ada, on("12:00"))
    person = await store.read(lambda conn: rows.get(conn, ada.id))

    def tell(draft: Draft) -> Draft:
        return replace(draft, slots=(("14:00", "5"),), last_taken="unsure", odd_right=True)

    echo = await setup.tell(store, POLICY, person, Question.LAST_DOSE, tell, on("12:00"), cause())
    assert isinstance(echo, Asked)
    assert echo.question is Question.ECHO
    assert echo.way is None
    await setup.confirm(store, POLICY, person, on("12:00"), cause())
    found = await store.read(lambda conn: stops.all_since(conn, ada.id, AT))
    assert [wish.way for wish in found] == [StopWay.SAID]
