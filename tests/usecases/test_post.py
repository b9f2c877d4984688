"""The outbox: a letter is sent once, or twice after a doubt; never when it is no longer so."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.dose_events import Snooze, Took
from bot.domain.message import Reminder
from bot.domain.person import Person
from bot.domain.terms import DoseState
from bot.storage.outbox import LEASE
from bot.storage.rows import OutboxRow
from bot.storage.store import Cause, Store, open_store
from bot.storage.vault import Vault
from bot.usecases import doses as answers
from bot.usecases import people, post, remind
from bot.usecases.post import Delivered, Gone, NotSent, Parked, Receipt, Rejected, Unknown
from tests.databases import on_both
from tests.usecases.patients import (
    POLICY,
    beat,
    claim,
    doses_of,
    outbox_states,
    patient,
    spoil,
    tapping,
)

AT = datetime(2026, 11, 23, 7, 59, tzinfo=UTC)
DUE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


@pytest.fixture
async def ada(store: Store) -> Person:
    """Somebody whose 08:00 card waits in the outbox."""
    person = await patient(store, AT)
    await beat(store, DUE)
    return person


async def settle(store: Store, receipt: Receipt, at: datetime) -> None:
    """Claim the one letter there is and settle it with this receipt."""
    [letter] = await claim(store, at)
    await post.settle(store, POLICY, letter, receipt, at)


async def test_a_claimed_letter_is_nobody_elses_until_its_lease_ends(
    store: Store, ada: Person
) -> None:
    [letter] = await claim(store, DUE)
    assert not letter.repeat
    assert await claim(store, DUE + LEASE - SECOND) == ()


async def test_a_letter_nobody_settled_is_sent_once_more_as_a_repeat_and_then_given_up(
    store: Store, ada: Person
) -> None:
    await claim(store, DUE)
    [again] = await claim(store, DUE + LEASE)
    assert again.repeat
    assert await claim(store, DUE + 2 * LEASE) == ()
    assert await outbox_states(store) == {"unknown": 1}


async def test_a_lost_reply_is_sent_once_more_and_twice_lost_is_given_up(
    store: Store, ada: Person
) -> None:
    await settle(store, Unknown(), DUE)
    at = await remind.next_due(store)
    assert at is not None
    [again] = await claim(store, at)
    assert again.repeat
    await post.settle(store, POLICY, again, Unknown(), at)
    assert await outbox_states(store) == {"unknown": 1}


async def test_what_surely_was_not_sent_is_tried_until_it_goes_and_is_no_repeat(
    store: Store, ada: Person
) -> None:
    at = DUE
    for _ in range(5):
        await settle(store, NotSent(), at)
        found = await remind.next_due(store)
        assert found is not None
        assert at < found <= at + 5 * MINUTE
        at = found
    [letter] = await claim(store, at)
    assert not letter.repeat


async def test_a_parked_letter_waits_as_long_as_it_was_told_to(store: Store, ada: Person) -> None:
    await settle(store, Parked(timedelta(seconds=30)), DUE)
    assert await claim(store, DUE + 29 * SECOND) == ()
    [letter] = await claim(store, DUE + 30 * SECOND)
    assert not letter.repeat


async def test_what_is_refused_for_good_is_not_tried_again(store: Store, ada: Person) -> None:
    await settle(store, Rejected(), DUE)
    assert await outbox_states(store) == {"dead": 1}
    await beat(store, DUE + 30 * MINUTE)
    assert len(await claim(store, DUE + 30 * MINUTE)) == 1  # the nudge is another letter


async def test_whoever_blocked_the_bot_gets_nothing_and_what_they_were_not_asked_is_unknown(
    store: Store, ada: Person
) -> None:
    await settle(store, Gone(), DUE)
    assert (await people.get(store, ada.id)).blocked_at == DUE
    assert (await doses_of(store, ada, AT))[0].state is DoseState.PLANNED  # till its window closes
    await beat(store, DUE + timedelta(hours=3))
    assert (await doses_of(store, ada, AT))[0].state is DoseState.UNKNOWN
    for hours in (6, 8, 14, 16):
        await beat(store, DUE + timedelta(hours=hours))
        assert await claim(store, DUE + timedelta(hours=hours)) == ()


async def test_a_letter_is_dropped_when_its_dose_was_answered_while_it_waited(
    store: Store, ada: Person
) -> None:
    [dose, *_] = await doses_of(store, ada, AT)
    await answers.answer(store, POLICY, tapping(ada, DUE), dose.id, Took(), Cause("update:1", DUE))
    assert await claim(store, DUE) == ()
    assert await outbox_states(store) == {"dropped": 1}


@on_both
async def test_a_letter_is_dropped_when_its_dose_was_put_off_while_it_waited(
    store: Store, ada: Person
) -> None:
    [dose, *_] = await doses_of(store, ada, AT)
    said = tapping(ada, DUE)
    await answers.answer(store, POLICY, said, dose.id, Snooze(20), Cause("update:1", DUE))
    assert await claim(store, DUE) == ()
    await beat(store, DUE + 20 * MINUTE)
    [letter] = await claim(store, DUE + 20 * MINUTE)
    assert isinstance(letter.message, Reminder)


async def test_many_dropped_letters_do_not_hide_the_one_behind_them(store: Store) -> None:
    everybody = [await patient(store, AT, number) for number in range(6)]
    await beat(store, DUE)
    for person in everybody[:-1]:
        [dose, *_] = await doses_of(store, person, AT)
        cause = Cause(f"update:{person.id}", DUE)
        await answers.answer(store, POLICY, tapping(person, DUE), dose.id, Took(), cause)
    letters = await claim(store, DUE, limit=2)
    assert [letter.to.person_id for letter in letters] == [everybody[-1].id]


async def test_an_answer_that_overtakes_the_card_is_noticed_when_the_card_arrives(
    store: Store, ada: Person
) -> None:
    [letter] = await claim(store, DUE)
    [dose, *_] = await doses_of(store, ada, AT)
    await answers.answer(store, POLICY, tapping(ada, DUE), dose.id, Took(), Cause("update:1", DUE))
    settled = await post.settle(store, POLICY, letter, Delivered(99), DUE)
    assert settled.overtaken is not None
    assert settled.overtaken.dose is not None
    assert settled.overtaken.dose.state is DoseState.TAKEN


@on_both
async def test_a_spoilt_letter_is_pushed_on_and_reported_and_stops_no_other(
    store: Store, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    ben = await patient(store, AT, 2)
    await beat(store, DUE)
    [spoilt] = [x for x in await claim(store, DUE) if x.to.person_id == ada.id]
    await spoil(store, OutboxRow, spoilt.id, kind="nonsense")
    later = DUE + LEASE
    assert [letter.to.person_id for letter in await claim(store, later)] == [ben.id]
    assert f"letter {spoilt.id} cannot be handled: ValueError" in caplog.text
    assert await remind.next_due(store) == later + MINUTE


@on_both
async def test_two_processes_never_send_the_same_letter(
    store: Store, database_url: str, vault: Vault
) -> None:
    for number in range(24):
        await patient(store, AT, number)
    await beat(store, DUE)
    other = await open_store(database_url, vault)
    try:
        found = await asyncio.gather(
            *(claim(which, DUE, limit=5) for which in (store, other, store, other))
        )
    finally:
        await other.close()
    ids = [letter.id for letters in found for letter in letters]
    assert len(ids) == len(set(ids)) == 24


@on_both
async def test_two_processes_that_beat_at_once_say_everything_once(
    store: Store, database_url: str, vault: Vault
) -> None:
    for number in range(12):
        await patient(store, AT, number)
    other = await open_store(database_url, vault)
    try:
        await asyncio.gather(*(beat(which, DUE) for which in (store, other)))
        await asyncio.gather(*(beat(which, DUE) for which in (store, other)))
    finally:
        await other.close()
    assert await outbox_states(store) == {"pending": 12}
