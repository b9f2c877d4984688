"""Doses move on by themselves: each once, in any number, and one that is spoilt moves alone."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.dose_events import Took
from bot.domain.outcomes import Recorded
from bot.domain.terms import DoseState
from bot.storage.rows import DoseRow
from bot.storage.store import Cause, Store
from bot.usecases import beating, instants, people, post, remind
from bot.usecases import doses as answers
from bot.usecases.beating import StoodStill
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
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


async def test_nothing_is_said_before_its_minute(store: Store) -> None:
    await patient(store, AT)
    await beat(store, DUE - timedelta(microseconds=1))
    assert await claim(store, DUE) == ()
    await beat(store, DUE)
    assert len(await claim(store, DUE)) == 1


async def test_a_beat_that_finds_nothing_writes_nothing(store: Store) -> None:
    await patient(store, AT)
    assert await remind.look(store, AT) == remind.Due(AT, doses=False, letters=False, boards=True)


async def test_more_doses_than_a_batch_are_all_asked_about_once(store: Store) -> None:
    for number in range(3):
        await patient(store, AT, number, tuple(f"{hour:02}:00" for hour in range(12)))
    later = AT + timedelta(days=7)  # 3 x 84 doses: more than the 200 of a batch
    assert await remind.plan_ahead(store, POLICY, later) == frozenset()
    counts = []
    while some := await remind.advance(store, POLICY, later):
        counts.append(some)
    assert sum(counts) > 200
    assert await outbox_states(store) == {"pending": 3}  # one question a person


async def test_whose_doses_are_more_than_a_batch_gets_one_message_even_between_two_batches(
    store: Store,
) -> None:
    for number in range(12):
        await patient(store, AT, number, tuple(f"{hour:02}:30" for hour in range(12)))
    later = AT + timedelta(days=8, hours=3, minutes=45)  # 12 x 100 doses and more; one is open
    assert await remind.plan_ahead(store, POLICY, later) == frozenset()
    messages: dict[object, int] = {}
    batches = 0
    while await remind.advance(store, POLICY, later):  # the delivery does not wait for the last
        batches += 1
        for letter in await claim(store, later):
            messages[letter.to.person_id] = messages.get(letter.to.person_id, 0) + 1
            await post.settle(store, POLICY, letter, post.Delivered(batches), later)
    for letter in await claim(store, later):
        messages[letter.to.person_id] += 1
    assert batches > 1
    assert list(messages.values()) == [1] * 12


@on_both
async def test_a_spoilt_dose_is_pushed_on_and_reported_and_stops_no_other(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    ada, ben = await patient(store, AT, 1), await patient(store, AT, 2)
    [first, *_] = await doses_of(store, ada, AT)
    await spoil(store, DoseRow, first.id, state="nonsense")
    await beat(store, DUE)
    assert [letter.to.person_id for letter in await claim(store, DUE)] == [ben.id]
    assert f"dose {first.id} cannot be handled: ValueError" in caplog.text
    assert await remind.next_due(store) == DUE + MINUTE

    await spoil(store, DoseRow, first.id, state="planned")  # mended: it goes on by itself
    await beat(store, DUE + MINUTE)
    assert ada.id in {letter.to.person_id for letter in await claim(store, DUE + MINUTE)}


@on_both
async def test_a_nudge_is_not_sent_while_the_card_itself_still_waits(store: Store) -> None:
    await patient(store, AT)
    await beat(store, DUE)
    await beat(store, DUE + 30 * MINUTE)
    assert await outbox_states(store) == {"pending": 1}


@on_both
async def test_a_tap_and_a_beat_at_once_leave_one_truth(store: Store) -> None:
    ada = await patient(store, AT)
    await beat(store, DUE)
    [dose, *_] = await doses_of(store, ada, AT)
    at = DUE + 30 * MINUTE
    tap = answers.answer(store, POLICY, tapping(ada, at), dose.id, Took(), Cause("update:1", at))
    outcome, _ = await asyncio.gather(tap, beat(store, at))
    assert isinstance(outcome, Recorded)
    [dose, *_] = await doses_of(store, ada, AT)
    assert (dose.state, dose.taken_at, dose.act_at) == (DoseState.TAKEN, at, None)
    assert await claim(store, at) == ()  # neither reminder nor nudge


@on_both
async def test_r11_twenty_taps_at_once_are_one_record(store: Store) -> None:
    ada = await patient(store, AT)
    await beat(store, DUE)
    [dose, *_] = await doses_of(store, ada, AT)
    outcomes = await asyncio.gather(
        *(
            answers.answer(
                store, POLICY, tapping(ada, DUE), dose.id, Took(), Cause(f"update:{n}", DUE)
            )
            for n in range(20)
        )
    )
    assert sum(isinstance(outcome, Recorded) for outcome in outcomes) == 1


@on_both
async def test_one_person_who_writes_ten_times_at_once_is_met_once(store: Store) -> None:
    met = await asyncio.gather(
        *(people.meet(store, 4242, "Ada", None, "en", AT) for _ in range(10))
    )
    assert len({person.id for person in met}) == 1


async def test_the_pulse_never_goes_back(store: Store) -> None:
    await beating.pulse_beat(store, POLICY, AT, AT)
    await beating.pulse_beat(store, POLICY, AT - HOUR, AT - HOUR)
    assert await instants.last_beat(store) == AT


@on_both
async def test_time_goes_on_from_the_last_thing_kept(store: Store) -> None:
    assert await instants.last_instant(store) is None
    await beating.pulse_beat(store, POLICY, AT, AT)
    assert await instants.last_instant(store) == AT
    await store.write(lambda _conn: None, Cause("update:1", AT + MINUTE))
    assert await instants.last_instant(store) == AT + MINUTE


async def test_standing_still_for_more_than_150_seconds_is_an_outage(store: Store) -> None:
    await beating.pulse_beat(store, POLICY, AT, AT)
    within = AT + timedelta(seconds=150)
    assert await beating.pulse_beat(store, POLICY, within, within) is None
    beyond = within + timedelta(seconds=151)
    assert await beating.pulse_beat(store, POLICY, beyond, beyond) == StoodStill(within, beyond)
