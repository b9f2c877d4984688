"""What is asked about next: what a question did not say, and never what was asked about before."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.dose_events import Took
from bot.domain.message import CatchUp, Letter, Offline, PauseOver
from bot.domain.person import Person
from bot.storage.store import Store
from bot.usecases import beating, hospital, pauses, people, post
from bot.usecases.offline import ask_about_unknown
from bot.usecases.post import Delivered, Rejected, Unknown
from tests.usecases.outages import (
    AT,
    EIGHT,
    HOUR,
    MINUTE,
    SECOND,
    TWO,
    awake_until,
    catch_up,
    cause,
    ready,
    reminded,
    says,
    sent,
    works,
)
from tests.usecases.patients import POLICY, claim


@pytest.fixture
async def ada(store: Store) -> Person:
    """Due at 08:00, 14:00 and 22:00; the bot is awake."""
    return await ready(store)


async def asked(store: Store, at: datetime) -> list[datetime]:
    """The one letter asks about these doses."""
    [letter] = await sent(store, at)
    assert isinstance(letter.message, Offline)
    return [dose.due_at for dose in letter.message.doses]


async def left_unanswered(store: Store) -> None:
    """08:00 is unknown, asked about and left unanswered; the card of 14:00 has arrived."""
    await works(store, EIGHT + 3 * HOUR)
    assert await asked(store, EIGHT + 3 * HOUR) == [EIGHT]
    await awake_until(store, TWO - MINUTE)
    await reminded(store, TWO)


async def test_an_outage_does_not_bring_back_a_question_that_was_asked_before_it(
    store: Store, ada: Person
) -> None:
    await left_unanswered(store)
    back = TWO + 18 * MINUTE
    await works(store, back)
    message = catch_up(await sent(store, back))
    assert (message.again, message.unknown) == (True, ())
    assert await sent(store, back + MINUTE) == []


async def test_nor_does_an_answer_while_the_card_flies(store: Store, ada: Person) -> None:
    await left_unanswered(store)
    back = TWO + 18 * MINUTE
    await works(store, back)
    [flying] = await claim(store, back)
    assert isinstance(flying.message, CatchUp)
    await says(store, ada, back, Took())
    settled = await post.settle(store, POLICY, flying, Delivered(9), back)
    assert settled.overtaken is not None
    assert await sent(store, back + MINUTE) == []


async def test_what_became_unknown_as_the_card_flew_is_asked_about(
    store: Store, ada: Person
) -> None:
    await left_unanswered(store)
    back = TWO + 18 * MINUTE
    await works(store, back)
    [flying] = await claim(store, back)
    later = TWO + 3 * HOUR
    await works(store, later)
    await post.settle(store, POLICY, flying, Delivered(9), later)
    assert await asked(store, later) == [TWO, EIGHT]
    assert await sent(store, later + MINUTE) == []


# A question that ends for good while something new came


async def test_one_the_server_never_takes_is_followed_by_what_is_new_and_by_nothing_else(
    store: Store, ada: Person
) -> None:
    await works(store, EIGHT + 3 * HOUR)
    [flying] = await claim(store, EIGHT + 3 * HOUR)
    later = TWO + 3 * HOUR
    await works(store, later)
    await post.settle(store, POLICY, flying, Rejected(), later)
    [flying] = await claim(store, later)
    assert isinstance(flying.message, Offline)
    assert [dose.due_at for dose in flying.message.doses] == [TWO, EIGHT]
    await post.settle(store, POLICY, flying, Rejected(), later)
    assert await sent(store, later + 24 * HOUR) == []


async def test_one_given_up_after_its_last_unknown_outcome_is_followed_by_what_is_new(
    store: Store, ada: Person
) -> None:
    at = EIGHT + 3 * HOUR
    await works(store, at)
    for wait in (5 * SECOND, HOUR, 4 * HOUR, 16 * HOUR):
        [flying] = await claim(store, at)
        await post.settle(store, POLICY, flying, Unknown(), at)
        at += wait
    [flying] = await claim(store, at)
    await works(store, at + 5 * HOUR)  # the doses that came meanwhile are unknown by then
    await post.settle(store, POLICY, flying, Unknown(), at + 5 * HOUR)
    day = 24 * HOUR
    assert await asked(store, at + 5 * HOUR) == [EIGHT + day, EIGHT + 14 * HOUR, TWO, EIGHT]
    assert await sent(store, at + 5 * HOUR + MINUTE) == []


@pytest.mark.parametrize("new", [True, False])
async def test_one_killed_each_time_it_flew_is_followed_by_what_is_new_alone(
    store: Store, ada: Person, new: bool
) -> None:
    back = EIGHT + 3 * HOUR
    await works(store, back)
    for minutes in range(5):
        [flying] = await claim(store, back + minutes * MINUTE)
        assert isinstance(flying.message, Offline)
    later = TWO + 3 * HOUR
    if new:
        await works(store, later)
        assert await asked(store, later) == [TWO, EIGHT]
    assert await sent(store, later + MINUTE) == []


# A catch-up that was overtaken


async def test_asked_anew_it_names_no_outage_where_it_named_none(store: Store, ada: Person) -> None:
    await works(store, EIGHT + 3 * HOUR)
    await sent(store, EIGHT + 3 * HOUR)
    await awake_until(store, TWO)
    [card] = await claim(store, TWO)
    await post.settle(store, POLICY, card, Unknown(), TWO)
    at = TWO + SECOND
    await store.write(lambda conn: ask_about_unknown(conn, ada.id, at, outage=False))
    [flying] = await claim(store, at)
    assert isinstance(flying.message, CatchUp)
    await says(store, ada, at, Took())
    await post.settle(store, POLICY, flying, Delivered(9), at + SECOND)
    [letter] = await sent(store, at + SECOND)
    assert isinstance(letter.message, Offline)
    assert [dose.due_at for dose in letter.message.doses] == [EIGHT]
    assert (letter.message.since, letter.message.until) == (None, None)


async def pause_over_flies(store: Store, ada: Person) -> Letter:
    """A pause ended in an outage; at 15:00 the card of 14:00 says so, and flies."""
    await pauses.pause(store, POLICY, ada, TWO - HOUR, AT, cause(AT))
    await awake_until(store, TWO - 3 * HOUR)
    await works(store, TWO + HOUR)
    [flying] = await claim(store, TWO + HOUR)
    assert isinstance(flying.message, CatchUp)
    assert flying.message.pause_over
    return flying


async def test_that_a_pause_is_over_is_said_by_the_next(store: Store, ada: Person) -> None:
    back = TWO + HOUR
    flying = await pause_over_flies(store, ada)
    await says(store, ada, back, Took())
    await post.settle(store, POLICY, flying, Delivered(9), back)
    [letter] = await sent(store, back)
    assert isinstance(letter.message, PauseOver)
    assert [dose.due_at for dose in letter.message.doses] == [EIGHT]
    assert not letter.repeat
    assert await sent(store, back + MINUTE) == []


async def test_but_not_in_hospital(store: Store, ada: Person) -> None:
    back = TWO + HOUR
    flying = await pause_over_flies(store, ada)
    await hospital.admit(store, POLICY, ada, back, cause(back))
    settled = await post.settle(store, POLICY, flying, Delivered(9), back)
    assert settled.overtaken is not None
    assert await sent(store, back + MINUTE) == []


# A block is why nobody knows


async def test_an_outage_that_the_unblock_ended_is_not_named_either(
    store: Store, ada: Person
) -> None:
    await people.lose(store, POLICY, ada, AT, cause(AT))
    back = EIGHT + 4 * HOUR
    await beating.pulse_beat(store, POLICY, back, back)  # and no dose was looked at yet
    await people.find_again(store, POLICY, replace(ada, blocked_at=AT), back, cause(back))
    [letter] = await sent(store, back)
    assert isinstance(letter.message, Offline)
    assert (letter.message.since, letter.message.until) == (None, None)


async def test_a_question_that_was_let_go_is_put_again_though_time_stands_still(
    store: Store, ada: Person
) -> None:
    back = EIGHT + 3 * HOUR
    await works(store, back)
    await people.lose(store, POLICY, ada, back, cause(back))
    assert await sent(store, back) == []
    await people.find_again(store, POLICY, ada, back, cause(back))
    assert await asked(store, back) == [EIGHT]


async def test_one_given_up_in_a_parked_chat_goes_by_when_it_flew_and_not_by_the_park(
    store: Store, ada: Person
) -> None:
    back = EIGHT + 3 * HOUR
    await works(store, back)
    for minutes in range(5):
        await claim(store, back + minutes * MINUTE)
    later = TWO + 3 * HOUR
    await works(store, later)  # 14:00 became unknown after the last one flew
    parked = {ada.id: later + HOUR}
    assert (await post.claim(store, POLICY, later, 10, (), parked)).letters == ()
    assert await asked(store, later + HOUR) == [TWO, EIGHT]
