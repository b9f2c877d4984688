"""After an outage, a pause or a block: one message a person, and only what it explains."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.message import Offline, PlanChanged, Reminder, Silence
from bot.domain.outcomes import Started
from bot.domain.person import Person
from bot.domain.setup import Draft, Purpose, Question
from bot.storage import outbox
from bot.storage.store import Store
from bot.usecases import pauses, people, post, remind, setup
from bot.usecases.offline import ask_about_unknown
from bot.usecases.post import Delivered, Gone, NotSent, Parked, Unknown
from tests.databases import on_both
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
    sent,
    works,
)
from tests.usecases.patients import POLICY, claim, outbox_states


@pytest.fixture
async def ada(store: Store) -> Person:
    """Due at 08:00, 14:00 and 22:00; the bot is awake."""
    return await ready(store)


async def lose(store: Store, person: Person, at: datetime) -> None:
    await people.lose(store, POLICY, person, at, cause(at))


async def find(store: Store, person: Person, at: datetime) -> None:
    await people.find_again(store, POLICY, replace(person, blocked_at=at), at, cause(at))


# A pause that ends while the bot stands still


async def paused_until(store: Store, person: Person, end: datetime) -> None:
    await pauses.pause(store, POLICY, person, end, AT, cause(AT))


async def test_a_pause_that_ended_in_an_outage_goes_with_the_card_of_the_open_dose(
    store: Store, ada: Person
) -> None:
    await paused_until(store, ada, TWO - HOUR)
    await awake_until(store, TWO - 3 * HOUR)
    back = TWO + HOUR
    await works(store, back)
    message = catch_up(await sent(store, back))
    assert (message.dose.due_at, message.pause_over, message.late) == (TWO, True, True)
    assert [dose.due_at for dose in message.unknown] == [EIGHT]  # in the pause
    assert (message.since, message.until) == (TWO - 3 * HOUR, back)
    await awake_until(store, back + MINUTE)
    assert await sent(store, back + MINUTE) == []


async def test_put_off_it_is_still_one_message(store: Store, ada: Person) -> None:
    await paused_until(store, ada, TWO - HOUR)
    await awake_until(store, TWO - 3 * HOUR)
    back = TWO + HOUR
    await works(store, back)
    [letter] = await claim(store, back)
    await post.settle(store, POLICY, letter, NotSent(), back)
    assert catch_up(await sent(store, back + 2 * SECOND)).pause_over
    await awake_until(store, back + MINUTE)
    assert await sent(store, back + MINUTE) == []


async def test_what_says_that_a_pause_is_over_makes_no_sound(store: Store, ada: Person) -> None:
    await paused_until(store, ada, EIGHT + 5 * HOUR)
    await awake_until(store, EIGHT + 2 * HOUR)
    await awake_until(store, EIGHT + 5 * HOUR)
    [letter] = await sent(store, EIGHT + 5 * HOUR)
    assert letter.silent


# One question, while another is on its way


async def test_no_second_question_is_put_while_one_is_on_its_way(store: Store, ada: Person) -> None:
    back = EIGHT + 3 * HOUR
    await works(store, back)
    [flying] = await claim(store, back)
    assert isinstance(flying.message, Offline)
    await store.write(lambda conn: ask_about_unknown(conn, ada.id, back + SECOND))
    await post.settle(store, POLICY, flying, Delivered(7), back + 2 * SECOND)
    assert await sent(store, back + 2 * SECOND) == []


async def test_killed_as_one_flew_the_next_asks_about_all_of_it(store: Store, ada: Person) -> None:
    back = EIGHT + 3 * HOUR
    await works(store, back)
    await claim(store, back)
    await store.write(lambda conn: ask_about_unknown(conn, ada.id, back + SECOND))
    assert await sent(store, back + SECOND) == []
    [asked] = await sent(store, back + MINUTE)
    assert isinstance(asked.message, Offline)
    assert asked.repeat


async def test_what_became_unknown_while_a_question_flew_is_asked_about_next(
    store: Store, ada: Person
) -> None:
    await works(store, EIGHT + 3 * HOUR)
    [flying] = await claim(store, EIGHT + 3 * HOUR)
    await works(store, TWO + 3 * HOUR)  # it hung for that long, and its lease is over
    await post.settle(store, POLICY, flying, Delivered(7), TWO + 3 * HOUR)
    [asked] = await sent(store, TWO + 3 * HOUR)
    assert isinstance(asked.message, Offline)
    assert [dose.due_at for dose in asked.message.doses] == [TWO, EIGHT]
    assert await sent(store, TWO + 4 * HOUR) == []


# A chat that Telegram parks


async def test_what_is_put_while_a_chat_is_parked_waits_for_the_end_of_the_park(
    store: Store, ada: Person
) -> None:
    await awake_until(store, EIGHT)
    [card] = await claim(store, EIGHT)
    await post.settle(store, POLICY, card, Parked(HOUR), EIGHT)
    parked = {ada.id: EIGHT + HOUR}
    at = EIGHT + MINUTE
    await store.write(lambda conn: outbox.put(conn, ada.id, "nudge", {}, "new", at, 2))
    found = await post.claim(store, POLICY, at, 10, (), parked)
    assert (found.letters, await remind.next_due(store)) == ((), EIGHT + 30 * MINUTE)  # the nudge
    assert not (await remind.look(store, at)).letters


# An outage is named where it explains why a dose was not asked about


async def test_an_outage_during_a_block_is_not_named_after_it(store: Store, ada: Person) -> None:
    await lose(store, ada, AT)
    await works(store, EIGHT + 3 * HOUR)  # the bot, too, stood still
    await find(store, ada, EIGHT + 4 * HOUR)
    [letter] = await sent(store, EIGHT + 4 * HOUR)
    assert isinstance(letter.message, Offline)
    assert (letter.message.since, letter.message.until) == (None, None)


async def test_an_outage_of_days_ago_is_not_named_beside_a_dose_of_today(
    store: Store, ada: Person
) -> None:
    await works(store, EIGHT + 3 * HOUR)
    await sent(store, EIGHT + 3 * HOUR)  # nobody answers
    await lose(store, ada, EIGHT + 4 * HOUR)
    for day in (1, 2):
        await awake_until(store, TWO + day * 24 * HOUR - HOUR)
    at = TWO + 48 * HOUR
    await awake_until(store, at)
    await find(store, ada, at + MINUTE)
    message = catch_up(await sent(store, at + MINUTE))
    assert message.dose.due_at == at
    assert EIGHT in {dose.due_at for dose in message.unknown}
    assert (message.since, message.until) == (None, None)


# What a block must not lose


async def change_plan(store: Store, person: Person, at: datetime) -> None:
    await setup.begin(store, POLICY, person, Purpose.PLAN, at, cause(at))
    slots = (("09:00", "10"), ("15:00", "10"), ("21:00", "10"))

    def tell(draft: Draft) -> Draft:
        return replace(draft, slots=slots, strengths_right=True, odd_right=True)

    await setup.tell(store, POLICY, person, Question.PLAN, tell, at, cause(at))
    assert isinstance(await setup.confirm(store, POLICY, person, at, cause(at)), Started)


@pytest.mark.parametrize("flying", [False, True])
async def test_a_changed_plan_is_shown_after_an_unblock(
    store: Store, ada: Person, flying: bool
) -> None:
    await change_plan(store, ada, AT)
    shown_at = AT + HOUR
    await awake_until(store, shown_at - MINUTE)
    if flying:
        [letter] = await claim(store, shown_at)
        assert isinstance(letter.message, PlanChanged)
        await post.settle(store, POLICY, letter, Gone(), shown_at)  # it surely did not arrive
    else:
        await lose(store, ada, shown_at - MINUTE)
    assert await remind.next_due(store) == EIGHT + HOUR  # what is put by makes nobody look
    await awake_until(store, EIGHT + 30 * HOUR)
    assert await sent(store, EIGHT + 30 * HOUR) == []
    back = EIGHT + 31 * HOUR
    await find(store, ada, back)
    letters = [*await sent(store, back), *await sent(store, back)]
    [told] = [each for each in letters if isinstance(each.message, PlanChanged)]
    assert (told.silent, told.repeat) == (True, False)
    assert len({type(each.message) for each in letters}) == len(letters) == 2
    assert await sent(store, back + HOUR) == []


@on_both
async def test_one_that_flew_as_the_block_was_heard_of_is_shown_again_as_a_repeat(
    store: Store, ada: Person
) -> None:
    await change_plan(store, ada, AT)
    at = AT + HOUR
    await awake_until(store, at - MINUTE)
    [flying] = await claim(store, at)
    await lose(store, ada, at)
    await post.settle(store, POLICY, flying, Unknown(), at + SECOND)
    await find(store, ada, at + MINUTE)
    letters = [*await sent(store, at + MINUTE), *await sent(store, at + MINUTE)]
    assert [each.repeat for each in letters if each.id == flying.id] == [True]


async def test_the_offer_after_days_of_silence_is_made_after_an_unblock(
    store: Store, ada: Person
) -> None:
    since = AT.isoformat()
    await store.write(
        lambda conn: outbox.put(conn, ada.id, "silence", {"since": since}, "silence:1", AT, 7)
    )
    await lose(store, ada, AT)
    await find(store, ada, AT + SECOND)
    [offer] = await sent(store, AT + SECOND)
    assert isinstance(offer.message, Silence)


async def test_a_card_is_not_put_by(store: Store, ada: Person) -> None:
    await awake_until(store, EIGHT)
    await lose(store, ada, EIGHT)
    assert await outbox_states(store) == {"dropped": 1}
    await find(store, ada, EIGHT + SECOND)
    [asked] = await sent(store, EIGHT + SECOND)
    assert isinstance(asked.message, Reminder)  # anew: no card of it arrived
    assert await outbox_states(store) == {"dropped": 1, "sent": 1}
