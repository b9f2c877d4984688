"""After an outage an open dose is asked about again: once, and never beside an older letter."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.domain.dose_events import Snooze, Took
from bot.domain.message import Nudge, Offline, Reminder
from bot.domain.person import Person
from bot.storage.rows import OutageRow
from bot.storage.store import Store
from bot.usecases import post
from bot.usecases.post import Delivered, NotSent, Unknown
from tests.databases import on_both
from tests.usecases.outages import (
    AT,
    EIGHT,
    HOUR,
    MINUTE,
    SECOND,
    awake_until,
    catch_up,
    ready,
    reminded,
    says,
    sent,
    works,
)
from tests.usecases.patients import POLICY, claim, patient


@pytest.fixture
async def ada(store: Store) -> Person:
    """Due at 08:00, 14:00 and 22:00; the bot is awake."""
    return await ready(store)


# R1, R3: a tap is lost after 150 s, so the open dose is asked about again, once


async def test_r3_an_open_dose_is_asked_about_again_once_after_an_outage(
    store: Store, ada: Person
) -> None:
    await reminded(store)
    back = EIGHT + 10 * MINUTE
    await works(store, back)
    message = catch_up(await sent(store, back))
    assert (message.dose.due_at, message.again, message.unknown) == (EIGHT, True, ())
    assert (message.since, message.until) == (EIGHT, back)
    for later in (10 * SECOND, 5 * MINUTE, 29 * MINUTE):
        await awake_until(store, back + later)
        assert await sent(store, back + later) == []
    await awake_until(store, back + 30 * MINUTE)  # the nudge counts from the new card
    [nudge] = await sent(store, back + 30 * MINUTE)
    assert isinstance(nudge.message, Nudge)


async def test_its_older_card_loses_its_buttons(store: Store, ada: Person) -> None:
    await reminded(store)
    await works(store, EIGHT + 10 * MINUTE)
    [letter] = await claim(store, EIGHT + 10 * MINUTE)
    settled = await post.settle(store, POLICY, letter, Delivered(999), EIGHT + 10 * MINUTE)
    assert len(settled.older) == 1


async def test_a_tap_within_150_s_is_kept_by_telegram_and_nothing_is_asked_again(
    store: Store, ada: Person
) -> None:
    await reminded(store)
    await works(store, EIGHT + 150 * SECOND)
    assert await sent(store, EIGHT + 150 * SECOND) == []


@on_both
async def test_beat_and_polling_that_stood_still_together_are_one_outage(
    store: Store, ada: Person
) -> None:
    await reminded(store)
    back = EIGHT + 10 * MINUTE
    await works(store, back, heard=False)  # the first poll is not answered yet
    await sent(store, back)
    await works(store, back + 10 * SECOND)  # and now it is known to be
    assert await sent(store, back + 10 * SECOND) == []
    rows = await store.read(lambda conn: conn.execute(select(OutageRow.part)).scalars().all())
    assert sorted(rows) == ["beat", "poll"]


async def test_where_polling_alone_stood_still_it_is_asked_again_once_polling_works(
    store: Store, ada: Person
) -> None:
    await reminded(store)
    for minute in range(1, 11):
        await works(store, EIGHT + minute * MINUTE, heard=False)
        assert await sent(store, EIGHT + minute * MINUTE) == []
    back = EIGHT + 11 * MINUTE
    await works(store, back)
    assert catch_up(await sent(store, back)).again


async def test_two_outages_in_a_row_bring_a_message_each_and_none_where_nothing_is_open(
    store: Store, ada: Person
) -> None:
    await reminded(store)
    for minute in (10, 20):
        await works(store, EIGHT + minute * MINUTE)
        assert catch_up(await sent(store, EIGHT + minute * MINUTE)).again
    await says(store, ada, EIGHT + 21 * MINUTE, Took())
    for minute in (40, 60):
        await works(store, EIGHT + minute * MINUTE)
        assert await sent(store, EIGHT + minute * MINUTE) == []


async def test_a_first_start_and_one_without_an_earlier_pulse_say_nothing(store: Store) -> None:
    await patient(store, AT)
    await works(store, AT + 10 * SECOND)
    assert await sent(store, AT + 10 * SECOND) == []


async def test_a_snooze_over_the_outage_is_kept_and_its_card_says_what_may_be_lost(
    store: Store, ada: Person
) -> None:
    await reminded(store)
    await says(store, ada, EIGHT + MINUTE, Snooze(60))
    await works(store, EIGHT + 20 * MINUTE)
    assert await sent(store, EIGHT + 20 * MINUTE) == []
    fires = EIGHT + 61 * MINUTE
    await awake_until(store, fires)
    assert catch_up(await sent(store, fires)).again


async def test_a_snooze_begun_after_the_outage_ends_in_the_usual_card(
    store: Store, ada: Person
) -> None:
    await reminded(store)
    await works(store, EIGHT + 10 * MINUTE)
    await sent(store, EIGHT + 10 * MINUTE)
    await says(store, ada, EIGHT + 11 * MINUTE, Snooze(15))
    await awake_until(store, EIGHT + 26 * MINUTE)
    [letter] = await sent(store, EIGHT + 26 * MINUTE)
    assert isinstance(letter.message, Reminder)


# Beside what waits in the outbox, or was being sent


@pytest.mark.parametrize("nudged", [False, True])
async def test_what_waited_about_the_dose_does_not_go_out_beside_it(
    store: Store, ada: Person, nudged: bool
) -> None:
    if nudged:
        await reminded(store)
    await awake_until(store, EIGHT + nudged * 30 * MINUTE)
    [letter] = await claim(store, EIGHT + nudged * 30 * MINUTE)
    await post.settle(store, POLICY, letter, NotSent(), EIGHT + nudged * 30 * MINUTE)
    back = EIGHT + 45 * MINUTE
    await works(store, back)
    message = catch_up(await sent(store, back))
    assert message.again is nudged
    await awake_until(store, back + 20 * MINUTE)
    assert await sent(store, back + 20 * MINUTE) == []


async def test_killed_while_it_was_being_sent_it_comes_again_worded_as_a_repeat(
    store: Store, ada: Person
) -> None:
    await awake_until(store, EIGHT)
    await claim(store, EIGHT)
    await works(store, EIGHT + 10 * MINUTE)
    [letter] = await claim(store, EIGHT + 10 * MINUTE)
    assert letter.repeat
    await works(store, EIGHT + 20 * MINUTE)  # and killed once more
    [letter] = await sent(store, EIGHT + 20 * MINUTE)
    assert letter.repeat
    assert await sent(store, EIGHT + 21 * MINUTE) == []


async def test_a_card_that_arrived_as_the_bot_woke_is_enough(store: Store, ada: Person) -> None:
    await awake_until(store, EIGHT)
    [flying] = await claim(store, EIGHT)
    back = EIGHT + 10 * MINUTE
    await works(store, back)
    await post.settle(store, POLICY, flying, Delivered(1), back)  # the machine was suspended
    assert await sent(store, back) == []


async def test_a_nudge_held_up_until_the_last_five_minutes_is_not_sent(
    store: Store, ada: Person
) -> None:
    for late, wanted in ((85, [Nudge]), (86, [])):
        await reminded(store, EIGHT + (late - 85) * 24 * 60 * MINUTE)
        due = EIGHT + (late - 85) * 24 * 60 * MINUTE
        await awake_until(store, due + 30 * MINUTE)
        at = due + late * MINUTE
        assert [type(letter.message) for letter in await sent(store, at)] == wanted
        await says(store, ada, at, Took())
        for hours in (6, 14):  # the day goes on, answered
            await awake_until(store, due + hours * HOUR)
            await sent(store, due + hours * HOUR)
            await says(store, ada, due + hours * HOUR, Took())


async def test_delivery_unknown_is_one_repeat_and_then_asked_about(
    store: Store, ada: Person
) -> None:
    await awake_until(store, EIGHT)
    for at in (EIGHT, EIGHT + 5 * SECOND):
        [letter] = await claim(store, at)
        assert letter.repeat is (at > EIGHT)
        await post.settle(store, POLICY, letter, Unknown(), at)
    await awake_until(store, EIGHT + 90 * MINUTE)
    [asked] = await sent(store, EIGHT + 90 * MINUTE)
    assert isinstance(asked.message, Offline)
    assert asked.message.since is None
