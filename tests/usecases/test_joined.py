"""A catch-up speaks for two rows: neither says it again by itself, in flight or after it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.dose_events import Took
from bot.domain.message import CatchUp, Offline
from bot.domain.person import Person
from bot.storage.store import Store
from bot.usecases import post
from bot.usecases.post import NotSent, Parked, Rejected, Unknown
from tests.usecases.outages import (
    EIGHT,
    HOUR,
    MINUTE,
    SECOND,
    TWO,
    awake_until,
    ready,
    says,
    sent,
    works,
)
from tests.usecases.patients import POLICY, claim, outbox_states


@pytest.fixture
async def ada(store: Store) -> Person:
    """Due at 08:00, 14:00 and 22:00; the bot is awake."""
    return await ready(store)


async def test_one_whose_arrival_nobody_knows_is_sent_once_more_and_then_asks_only(
    store: Store, ada: Person
) -> None:
    back = TWO + HOUR
    await works(store, back)
    said = []
    for second in range(3 * 60):
        at = back + second * SECOND
        for letter in await claim(store, at):
            said.append((second, type(letter.message), letter.repeat))
            await post.settle(store, POLICY, letter, Unknown(), at)
    assert said == [(0, CatchUp, False), (5, CatchUp, True)]
    [asked] = await claim(store, back + 5 * SECOND + HOUR)
    assert isinstance(asked.message, Offline)  # only what does no harm twice
    assert asked.repeat


@pytest.mark.parametrize("down", [10 * SECOND, 10 * MINUTE])
async def test_killed_as_it_flew_it_comes_again_as_a_repeat_and_alone(
    store: Store, ada: Person, down: timedelta
) -> None:
    back = TWO + HOUR
    await works(store, back)
    await claim(store, back)
    said = [
        (type(letter.message), letter.repeat)
        for second in range(3 * 60)
        for letter in await sent(store, back + down + second * SECOND)
    ]
    assert said == [(CatchUp, True)]


async def test_killed_twice_as_it_flew_it_asks_only(store: Store, ada: Person) -> None:
    back = TWO + HOUR
    await works(store, back)
    for minutes in (0, 1):
        [letter] = await claim(store, back + minutes * MINUTE)
        assert isinstance(letter.message, CatchUp)
        assert letter.repeat is (minutes > 0)
    [asked] = await sent(store, back + 2 * MINUTE)
    assert isinstance(asked.message, Offline)
    assert asked.repeat
    assert await sent(store, back + 5 * MINUTE) == []


async def test_killed_as_it_flew_its_question_is_a_repeat_where_the_dose_is_answered_since(
    store: Store, ada: Person
) -> None:
    back = TWO + HOUR
    await works(store, back)
    await claim(store, back)
    await says(store, ada, back, Took())
    [asked] = await sent(store, back + MINUTE)
    assert isinstance(asked.message, Offline)
    assert asked.repeat


@pytest.mark.parametrize("receipt", [NotSent(), Parked(30 * SECOND)])
async def test_one_that_surely_did_not_arrive_waits_whole_and_is_no_repeat(
    store: Store, ada: Person, receipt: NotSent | Parked
) -> None:
    back = TWO + HOUR
    await works(store, back)
    [letter] = await claim(store, back)
    await post.settle(store, POLICY, letter, receipt, back)
    wait = 30 if isinstance(receipt, Parked) else 2
    for second in range(wait):
        assert await sent(store, back + second * SECOND) == []
    [letter] = await sent(store, back + wait * SECOND)
    assert isinstance(letter.message, CatchUp)
    assert not letter.repeat
    assert await sent(store, back + 5 * MINUTE) == []


async def test_one_the_server_never_takes_leaves_the_rest_to_be_said(
    store: Store, ada: Person
) -> None:
    back = TWO + HOUR
    await works(store, back)
    [letter] = await claim(store, back)
    await post.settle(store, POLICY, letter, Rejected(), back)
    [asked] = await sent(store, back)
    assert isinstance(asked.message, Offline)
    assert not asked.repeat


async def test_a_card_joined_by_a_question_that_may_have_arrived_is_not_given_up_sooner(
    store: Store, ada: Person
) -> None:
    back = EIGHT + 3 * HOUR
    await works(store, back)
    for at in (back, back + 5 * SECOND, back + 5 * SECOND + HOUR):
        [asked] = await claim(store, at)
        await post.settle(store, POLICY, asked, Unknown(), at)
    await awake_until(store, TWO)
    for at in (TWO, TWO + 5 * SECOND):
        [letter] = await claim(store, at)
        assert isinstance(letter.message, CatchUp)
        assert letter.repeat
        await post.settle(store, POLICY, letter, Unknown(), at)
    assert await outbox_states(store) == {"unknown": 2}
