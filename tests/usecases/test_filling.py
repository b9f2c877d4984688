"""Doses are planned ahead: each once, up to the horizon, whatever the bot slept over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.terms import DoseState
from bot.storage.rows import PlanRow
from bot.storage.store import Store
from bot.usecases import remind
from tests.databases import on_both
from tests.usecases.patients import POLICY, beat, claim, doses_of, patient, replan, spoil

AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


async def test_a_new_plan_has_its_doses_of_48_hours(store: Store) -> None:
    ada = await patient(store, AT)
    due = [dose.due_at for dose in await doses_of(store, ada, AT)]
    assert due == [AT + HOUR * after for after in (2, 8, 16, 26, 32, 40)]


async def test_planning_ahead_again_changes_nothing(store: Store) -> None:
    ada = await patient(store, AT)
    before = await doses_of(store, ada, AT)
    await remind.plan_ahead(store, POLICY, AT)
    assert await doses_of(store, ada, AT) == before


async def test_refilling_what_is_filled_adds_no_dose_twice(store: Store) -> None:
    ada = await patient(store, AT)
    before = await doses_of(store, ada, AT)
    await spoil(store, PlanRow, before[0].plan_id, filled_until=AT - DAY)
    await remind.plan_ahead(store, POLICY, AT)
    assert await doses_of(store, ada, AT) == before


async def test_there_are_always_36_hours_planned(store: Store) -> None:
    ada = await patient(store, AT)
    for hours in range(0, 100, 5):
        at = AT + HOUR * hours
        await remind.plan_ahead(store, POLICY, at)
        planned = [d.due_at for d in await doses_of(store, ada, at) if d.due_at >= at]
        assert planned[-1] >= at + 28 * HOUR  # the next one is at most 10 h after it
        assert len(planned) >= 4


async def test_an_ended_plan_gets_no_dose_after_its_end(store: Store) -> None:
    ada = await patient(store, AT)
    await replan(store, ada, ("09:00", "21:00"), AT + HOUR)
    for day in range(4):
        await beat(store, AT + DAY * day)
    found = await doses_of(store, ada, AT)
    assert {dose.due_at.hour for dose in found} == {9, 21}


async def test_after_a_week_off_every_dose_of_it_has_a_row_and_one_question_is_asked(
    store: Store,
) -> None:
    ada = await patient(store, AT)
    back = AT + 7 * DAY + 3 * HOUR  # 09:00, the 08:00 dose is still inside its window
    await beat(store, back)
    past = [dose for dose in await doses_of(store, ada, back) if dose.due_at < back]
    assert len(past) == 22
    assert {dose.state for dose in past[:-1]} == {DoseState.UNKNOWN}
    assert past[-1].state is DoseState.OPEN
    letters = await claim(store, back)
    assert len(letters) == 1  # the open dose first; the question waits behind it
    assert letters[0].message.late


@on_both
async def test_a_spoilt_plan_is_reported_and_stops_no_other(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    ada, ben = await patient(store, AT, 1), await patient(store, AT, 2)
    [first, *_] = await doses_of(store, ada, AT)
    await spoil(store, PlanRow, first.plan_id, zone="Europe/Nowhere")
    later = AT + 2 * DAY
    bad = await remind.plan_ahead(store, POLICY, later)
    assert bad == {first.plan_id}
    assert "cannot be planned ahead: ValueError" in caplog.text
    assert [dose for dose in await doses_of(store, ben, later) if dose.due_at > later + DAY]
