"""What nobody could ask or hear is never called missed; whoever comes back is asked, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.dose import Say
from bot.domain.dose_events import Snooze
from bot.domain.message import Addressee, Letter, NotLogged, Offline, Reminder, Silence
from bot.domain.person import Person
from bot.domain.terms import DoseState
from bot.storage import outbox
from bot.storage import people as storage_people
from bot.storage.store import Store
from bot.usecases import people, post, silence
from bot.usecases.post import Gone, Unknown
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
    first,
    ready,
    reminded,
    says,
    sent,
    works,
)
from tests.usecases.patients import POLICY, beat, claim, doses_of, outbox_states, patient


@pytest.fixture
async def ada(store: Store) -> Person:
    """Due at 08:00, 14:00 and 22:00; the bot is awake."""
    return await ready(store)


# Never "missed" for what the bot could not have asked, or heard


@on_both
async def test_awake_asked_and_delivered_it_is_missed(store: Store, ada: Person) -> None:
    await reminded(store)
    await awake_until(store, EIGHT + 90 * MINUTE)
    assert (await first(store, ada)).state is DoseState.MISSED
    [letter] = await sent(store, EIGHT + 90 * MINUTE)
    assert isinstance(letter.message, NotLogged)


@pytest.mark.parametrize("why", ["beat", "beat not kept", "poll", "earlier", "undelivered"])
async def test_otherwise_it_is_unknown(store: Store, ada: Person, why: str) -> None:
    end = EIGHT + 90 * MINUTE
    if why == "undelivered":
        await awake_until(store, EIGHT)
    else:
        await reminded(store)
    match why:
        case "beat":  # the machine slept, or its clock was set forward
            await works(store, end)
        case "beat not kept":  # the stamp failed
            await beat(store, end)
        case "poll":  # the beat worked on
            for minute in range(1, 90):
                await works(store, EIGHT + minute * MINUTE, heard=False)
            await works(store, end, heard=False)
        case "earlier":
            await works(store, EIGHT + 10 * MINUTE)
            await awake_until(store, end)
        case _:
            await awake_until(store, end)
    assert (await first(store, ada)).state is DoseState.UNKNOWN


async def test_asked_again_and_not_answered_it_is_asked_about_silently(
    store: Store, ada: Person
) -> None:
    await reminded(store)
    await works(store, EIGHT + 10 * MINUTE, heard=False)
    await sent(store, EIGHT + 10 * MINUTE)
    await works(store, EIGHT + 10 * MINUTE + 10 * SECOND)
    await awake_until(store, EIGHT + 40 * MINUTE)
    await sent(store, EIGHT + 40 * MINUTE)  # the nudge
    await awake_until(store, EIGHT + 90 * MINUTE)
    [letter] = await sent(store, EIGHT + 90 * MINUTE)
    assert isinstance(letter.message, Offline)
    assert letter.silent


# R7: blocked and unblocked


async def lose(store: Store, person: Person, at: datetime) -> None:
    await people.lose(store, POLICY, person, at, cause(at))


async def find(store: Store, person: Person, at: datetime) -> None:
    lost = replace(person, blocked_at=at)
    await people.find_again(store, POLICY, lost, at, cause(at))


async def test_r7_a_403_that_settles_after_the_unblock_marks_nobody_as_blocked(
    store: Store, ada: Person
) -> None:
    await awake_until(store, EIGHT)
    [flying] = await claim(store, EIGHT)
    await lose(store, ada, EIGHT + SECOND)
    await find(store, ada, EIGHT + 2 * SECOND)
    await post.settle(store, POLICY, flying, Gone(), EIGHT + 3 * SECOND)
    assert (await people.get(store, ada.id)).blocked_at is None
    [letter] = await sent(store, EIGHT + 3 * SECOND)
    assert isinstance(letter.message, Reminder)
    assert letter.repeat  # it still flew when this one was put


async def test_a_card_in_doubt_that_met_a_403_is_sent_again_as_a_repeat(
    store: Store, ada: Person
) -> None:
    await awake_until(store, EIGHT)
    [flying] = await claim(store, EIGHT)
    await post.settle(store, POLICY, flying, Unknown(), EIGHT + SECOND)
    [flying] = await claim(store, EIGHT + 10 * SECOND)
    await post.settle(store, POLICY, flying, Gone(), EIGHT + 11 * SECOND)
    await find(store, ada, EIGHT + 30 * MINUTE)
    [letter] = await sent(store, EIGHT + 30 * MINUTE)
    assert isinstance(letter.message, Reminder)
    assert letter.repeat


@on_both
async def test_a_card_that_met_a_403_comes_within_the_window_with_reminders_only_too(
    store: Store, ada: Person
) -> None:
    await awake_until(store, EIGHT)
    [flying] = await claim(store, EIGHT)
    await post.settle(store, POLICY, flying, Gone(), EIGHT + SECOND)
    await find(store, ada, EIGHT + 30 * MINUTE)
    when = EIGHT + 30 * MINUTE + SECOND
    await silence.choose_reminders_only(store, POLICY, ada, when, cause(when))
    [letter] = await sent(store, when)
    assert isinstance(letter.message, Reminder)
    assert (letter.message.late, letter.repeat) == (True, False)


async def test_a_card_in_doubt_since_a_kill_that_met_a_block_is_sent_again_as_a_repeat(
    store: Store, ada: Person
) -> None:
    await awake_until(store, EIGHT)
    assert len(await claim(store, EIGHT)) == 1  # and the bot is killed: did it arrive?
    back = EIGHT + 10 * MINUTE
    await works(store, back)
    await lose(store, ada, back + SECOND)  # heard before the card that asks again has left
    await find(store, ada, back + MINUTE)
    [letter] = await sent(store, back + MINUTE)
    assert isinstance(letter.message, Reminder)
    assert letter.repeat


async def test_one_spoilt_person_who_blocked_the_bot_hides_no_outage_from_the_others(
    store: Store, ada: Person
) -> None:
    ben = await patient(store, AT, 2, zone="UTC")
    await lose(store, ben, AT)
    await reminded(store)
    await store.write(lambda conn: storage_people.change(conn, ben.id, kidney="spoilt"))
    await works(store, EIGHT + 25 * HOUR)
    assert (await first(store, ada)).state is DoseState.UNKNOWN


@on_both
@pytest.mark.parametrize(("hours", "tried"), [(23, 0), (25, 1)])
async def test_whoever_blocked_the_bot_is_tried_again_after_a_day_it_heard_nothing(
    store: Store, ada: Person, hours: int, tried: int
) -> None:
    """Telegram keeps word of an unblock for 24 hours."""
    await awake_until(store, EIGHT)
    [flying] = await claim(store, EIGHT)
    await post.settle(store, POLICY, flying, Gone(), EIGHT + SECOND)
    back = EIGHT + hours * HOUR
    await works(store, back)
    letters = await claim(store, back)
    assert len(letters) == tried
    for letter in letters:
        assert [dose.due_at for dose in catch_up([letter]).unknown][-1] == EIGHT
        await post.settle(store, POLICY, letter, Gone(), back)  # it was so after all
    assert (await people.get(store, ada.id)).blocked_at is not None


async def test_whoever_comes_back_gets_one_message_about_all_of_it(
    store: Store, ada: Person
) -> None:
    await lose(store, ada, AT)
    await awake_until(store, EIGHT + 90 * MINUTE)
    await awake_until(store, TWO)
    await awake_until(store, TWO + HOUR)
    assert await sent(store, TWO + HOUR) == []
    await find(store, ada, TWO + HOUR)
    message = catch_up(await sent(store, TWO + HOUR))
    assert (message.dose.due_at, message.again, message.late) == (TWO, False, True)
    assert [dose.due_at for dose in message.unknown] == [EIGHT]
    await awake_until(store, TWO + HOUR + MINUTE)
    assert await sent(store, TWO + HOUR + MINUTE) == []


@on_both
async def test_a_block_in_mid_snooze_ends_the_snooze_and_the_dose_is_asked_about(
    store: Store, ada: Person
) -> None:
    await reminded(store)
    await says(store, ada, EIGHT + MINUTE, Snooze(15))
    await lose(store, ada, EIGHT + 5 * MINUTE)
    await awake_until(store, EIGHT + 20 * MINUTE)
    assert await sent(store, EIGHT + 20 * MINUTE) == []
    await find(store, ada, EIGHT + 20 * MINUTE)
    [letter] = await sent(store, EIGHT + 20 * MINUTE)
    assert isinstance(letter.message, Offline)
    assert [dose.due_at for dose in letter.message.doses] == [EIGHT]


async def test_nothing_that_waited_goes_to_a_blocked_chat(store: Store, ada: Person) -> None:
    await awake_until(store, EIGHT)
    await lose(store, ada, EIGHT)
    await works(store, EIGHT + 20 * MINUTE)
    assert await sent(store, EIGHT + 20 * MINUTE) == []
    assert await outbox_states(store) == {"dropped": 1}


# R9: the clock, and a machine that slept


async def test_r9_a_machine_asleep_for_3_hours_loses_nothing_and_says_nothing_twice(
    store: Store, ada: Person
) -> None:
    await reminded(store)
    woke = EIGHT + 7 * HOUR
    await works(store, woke)
    message = catch_up(await sent(store, woke))
    assert (message.dose.due_at, [dose.due_at for dose in message.unknown]) == (TWO, [EIGHT])
    await works(store, woke - HOUR)  # and its clock is put right: nothing moves
    assert await sent(store, woke) == []
    states = [dose.state for dose in (await doses_of(store, ada, AT))[:3]]
    assert states == [DoseState.UNKNOWN, DoseState.OPEN, DoseState.PLANNED]


@on_both
async def test_what_is_put_by_at_a_block_and_was_refused_as_it_flew_is_no_repeat_later(
    store: Store, ada: Person
) -> None:
    """The 403 settles after the block was heard of: what was put by with it is in no doubt."""
    await store.write(
        lambda conn: outbox.put(conn, ada.id, Say.SILENCE, {}, "silence", EIGHT, 1, Say.SILENCE)
    )
    which = await store.write(lambda conn: outbox.due(conn, EIGHT, 9, ())[0][0])
    entry = await store.write(lambda conn: outbox.claim(conn, which, EIGHT))
    await people.lose(store, POLICY, ada, EIGHT + SECOND, cause(EIGHT))
    to = Addressee(ada.id, ada.telegram_id, "en", "UTC")
    flying = Letter(entry.id, to, Silence(EIGHT), False, True, entry.attempts, entry.doubts)
    await post.settle(store, POLICY, flying, Gone(), EIGHT + 2 * SECOND)
    [kept] = await store.read(lambda conn: outbox.entries(conn, (which,)))
    assert kept.doubts == 0
