"""Everything there is to say after an outage is one message a person."""

from __future__ import annotations

import pytest

from bot.domain.dose_events import NotTaken, Took
from bot.domain.message import NotLogged, Offline, Reminder
from bot.domain.person import Person
from bot.storage.store import Cause, Store
from bot.usecases import doses as answering
from bot.usecases import post
from bot.usecases.post import Delivered, NotSent, Unknown
from tests.usecases.outages import (
    AT,
    EIGHT,
    HOUR,
    MINUTE,
    SECOND,
    TWO,
    awake_until,
    catch_up,
    ready,
    says,
    sent,
    works,
)
from tests.usecases.patients import POLICY, claim, doses_of, outbox_states, tapping


@pytest.fixture
async def ada(store: Store) -> Person:
    """Due at 08:00, 14:00 and 22:00; the bot is awake."""
    return await ready(store)


# R2: what came due meanwhile, and one message for everything


async def test_r2_a_dose_that_came_due_in_the_outage_is_asked_about_late(
    store: Store, ada: Person
) -> None:
    await works(store, EIGHT + 10 * MINUTE)
    [letter] = await sent(store, EIGHT + 10 * MINUTE)
    assert isinstance(letter.message, Reminder)
    assert letter.message.late


async def test_an_open_dose_and_those_past_their_windows_are_one_message(
    store: Store, ada: Person
) -> None:
    back = TWO + 24 * HOUR + HOUR
    await works(store, back)
    message = catch_up(await sent(store, back))
    assert message.dose.due_at == TWO + 24 * HOUR
    hours = [8, 22, 14, 8]
    assert [dose.due_at.hour for dose in message.unknown] == hours  # newest first
    assert (message.again, message.late) == (False, True)
    assert await outbox_states(store) == {"sent": 1, "dropped": 1}
    await awake_until(store, back + MINUTE)
    assert await sent(store, back + MINUTE) == []


async def test_what_was_not_sent_at_first_is_still_one_message_later(
    store: Store, ada: Person
) -> None:
    back = TWO + HOUR
    await works(store, back)
    [letter] = await claim(store, back)
    await post.settle(store, POLICY, letter, NotSent(), back)
    catch_up(await sent(store, back + 2 * SECOND))
    assert await sent(store, back + 5 * MINUTE) == []


async def test_what_was_answered_meanwhile_drops_out_of_it(store: Store, ada: Person) -> None:
    back = TWO + HOUR
    await works(store, back)
    [morning, noon, *_] = await doses_of(store, ada, AT)
    say = tapping(ada, back)
    await answering.answer(store, POLICY, say, morning.id, NotTaken(), Cause("a", back))
    [letter] = await claim(store, back)
    assert isinstance(letter.message, Reminder)  # one dose is left
    await post.settle(store, POLICY, letter, NotSent(), back)
    await answering.answer(store, POLICY, say, noon.id, Took(), Cause("b", back))
    assert await sent(store, back + 5 * MINUTE) == []
    assert await outbox_states(store) == {"dropped": 2}


async def test_answered_while_the_message_flew_the_others_are_still_asked_about(
    store: Store, ada: Person
) -> None:
    back = TWO + HOUR
    await works(store, back)
    [letter] = await claim(store, back)
    await says(store, ada, back, Took())
    settled = await post.settle(store, POLICY, letter, Delivered(1), back)
    assert settled.overtaken is not None  # that card now tells how its dose stands
    [asked] = await sent(store, back)
    assert isinstance(asked.message, Offline)
    assert [dose.due_at for dose in asked.message.doses] == [EIGHT]


async def test_where_its_open_dose_is_not_answered_the_others_are_asked_about_once(
    store: Store, ada: Person
) -> None:
    back = TWO + HOUR
    await works(store, back)
    catch_up(await sent(store, back))
    closed = TWO + 2 * HOUR
    await awake_until(store, closed)
    letters = [*await sent(store, closed), *await sent(store, closed)]
    assert {type(letter.message) for letter in letters} == {NotLogged, Offline}
    [asked] = [each.message for each in letters if isinstance(each.message, Offline)]
    assert [dose.due_at for dose in asked.doses] == [EIGHT]
    await awake_until(store, closed + 2 * HOUR)
    assert await sent(store, closed + 2 * HOUR) == []


async def test_a_question_whose_arrival_nobody_knows_is_not_given_up_for_a_day(
    store: Store, ada: Person
) -> None:
    back = EIGHT + 3 * HOUR
    await works(store, back)
    asked_at = [back, back + 5 * SECOND]
    asked_at += [asked_at[-1] + HOUR, asked_at[-1] + 5 * HOUR, asked_at[-1] + 21 * HOUR]
    for at in asked_at:
        [letter] = [each for each in await claim(store, at) if isinstance(each.message, Offline)]
        assert letter.repeat == (at != back)
        await post.settle(store, POLICY, letter, Unknown(), at)
    assert await outbox_states(store) == {"unknown": 1}


async def test_a_window_that_ended_while_the_message_flew_is_asked_about_after_it(
    store: Store, ada: Person
) -> None:
    back = TWO + HOUR + 59 * MINUTE + 30 * SECOND
    await works(store, back)
    [letter] = await claim(store, back)
    await awake_until(store, TWO + 2 * HOUR)
    await post.settle(store, POLICY, letter, Delivered(1), TWO + 2 * HOUR)
    [asked] = await sent(store, TWO + 2 * HOUR)
    assert isinstance(asked.message, Offline)
    assert [dose.due_at for dose in asked.message.doses] == [TWO, EIGHT]
