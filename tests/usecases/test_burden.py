"""What is too much for a day comes without a sound; no reminder does, and nothing urgent."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from uuid import uuid4

import pytest

from bot.domain.dose_events import Snooze
from bot.domain.message import CatchUp, Nudge, Offline, Reminder
from bot.domain.rungs import AnyTaken, CallNow
from bot.domain.terms import OutboxId
from bot.storage import rings
from bot.storage.store import Store
from tests.usecases.days_lived import HOUR, MINUTE, Lived, lived, on


async def rang_often(life: Lived, times: int) -> None:
    """So many other messages have rung today."""
    for _ in range(times):
        await life.store.write(
            lambda conn: rings.add(conn, OutboxId(uuid4()), life.person.id, "other", life.at)
        )


async def test_a_nudge_too_many_is_silent_and_a_reminder_never_is(store: Store) -> None:
    ada = await lived(store)
    await rang_often(ada, 5)  # three doses: five beside the reminders
    await ada.until(on("23:00"))
    rang = [(type(message), loud) for _, message, loud in ada.said]
    assert {loud for kind, loud in rang if kind is Nudge} == {False}
    assert [loud for kind, loud in rang if kind is Reminder] == [True] * 3


async def test_a_snooze_that_was_asked_for_rings_and_counts_for_nothing(store: Store) -> None:
    ada = await lived(store)
    await rang_often(ada, 5)
    await ada.until(on("08:00"))
    await ada.answers(Snooze(15))
    ada.said.clear()
    await ada.until(on("08:15"))
    [(_, card, loud)] = ada.said
    assert isinstance(card, Reminder)
    assert loud


async def test_an_outage_rings_once_a_day(store: Store) -> None:
    ada = await lived(store, 1, "08:00", "11:00", "14:00", "17:00", "20:00")
    for ends in ("10:30", "13:30", "16:30"):
        ada.at = on(ends)
        await ada.until(on(ends) + MINUTE, awake=False)
    asked = [loud for _, message, loud in ada.said if isinstance(message, Offline)]
    assert len(asked) > 1
    assert sum(asked) <= 1


async def test_what_is_urgent_rings_whatever_rang_before(store: Store) -> None:
    ada = await lived(store)
    await ada.takes_all(on("22:01"))
    ada.at = on("21:00", 24) - 11 * HOUR
    await ada.until(on("21:00", 24))
    await rang_often(ada, 9)
    await ada.until(on("22:00", 24))
    assert [loud for _, message, loud in ada.said if isinstance(message, CallNow)] == [True]


@pytest.mark.parametrize("silent_from", [1, 3])
async def test_every_day_of_a_silent_person_stays_under_the_cap(
    store: Store, silent_from: int
) -> None:
    ada = await lived(store)
    await ada.takes_all(on("22:01") + (silent_from - 1) * timedelta(days=1))
    await ada.until(on("23:00", 29))
    loud = Counter(
        at.date() for at, message, rang in ada.said if rang and not isinstance(message, CallNow)
    )
    assert loud
    assert max(loud.values()) <= 8
    assert sum(isinstance(message, AnyTaken) for _, message, _ in ada.said) == 1
    assert not any(isinstance(message, CatchUp) for _, message, _ in ada.said)
