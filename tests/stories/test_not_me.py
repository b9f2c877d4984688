"""A changed plan or zone is shown once more; "not me" brings the old one back, confirmed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.playground.client import Chat, Playground
from tests.stories.answering import answer, minutes
from tests.stories.conftest import set_up
from tests.stories.walking import change_plan, move_to, press

LATER = "10 mg at 9:00, 17:00 and 23:00"
HOUR_ON = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)  # 13:30 in Berlin


@pytest.fixture
async def patient(ada: Chat) -> Chat:
    """Ada in Berlin on 10 mg at 08:00, 14:00 and 22:00, who took the first; it is 12:30."""
    await set_up(ada, last="8:00")
    return ada


async def test_an_hour_after_the_change_both_plans_are_shown_once(
    patient: Chat, playground: Playground
) -> None:
    await change_plan(patient, LATER)
    await press(patient, "Correct", "Your plan is changed.")
    assert await playground.next_due() == HOUR_ON
    await playground.step_to(HOUR_ON)
    shown = await patient.wait_for("Your plan was changed at 12:30.")
    now, before = shown.text.split("Before:")
    assert "17:00 in the evening: 10 mg (1 tablet of 10 mg)" in now
    assert "14:00 in the afternoon: 10 mg (1 tablet of 10 mg)" in before
    assert shown.buttons == [["Yes, mine"], ["Not me"]]
    mine = await patient.ask("yes, mine")
    assert mine.text == "Good. Your plan stays as it is."
    assert "version 2" in (await patient.ask("/plan")).text
    await playground.step(minutes(60))
    assert len([m for m in await patient.messages() if "was changed at" in m.text]) == 1


async def test_h18_not_me_asks_about_the_old_plan_and_only_a_second_tap_brings_it_back(
    patient: Chat, playground: Playground
) -> None:
    await change_plan(patient, "5 mg at 9:00, 17:00 and 23:00")
    await press(patient, "Correct", "Your plan is changed.")
    await playground.step_to(HOUR_ON)
    shown = await patient.wait_for("Your plan was changed at 12:30.")
    assert "This is less than the 30 mg a day you took before." in shown.text
    assert "Never stop baclofen all at once." in shown.text
    await answer(patient, shown, "Not me")
    asked = await patient.wait_for("This is your plan from before.")
    assert "Does somebody else use your phone? Lock it." in asked.text
    assert "14:00 in the afternoon: 10 mg (1 tablet of 10 mg)" in asked.text  # no rise: it held
    assert "version 2" in (await patient.ask("/plan")).text  # nothing has changed yet
    await patient.ask("not me")
    await press(patient, "Correct", "The next reminder comes today 14:00.")
    assert "version 3" in (await patient.ask("/plan")).text
    old = await patient.forge(shown.id, shown.json["buttons"][1][0]["callback_data"])
    await patient.toast(old)
    stands = await patient.wait_for("I know of no new change.", message=shown)
    assert "Your plan, version 3" in stands.text


async def test_days_after_the_change_the_old_plan_is_a_rise_like_any_other(
    patient: Chat, playground: Playground
) -> None:
    await change_plan(patient, "5 mg at 9:00, 17:00 and 23:00")
    await press(patient, "Correct", "Your plan is changed.")
    await playground.step(minutes(2 * 24 * 60))
    asked = await patient.ask("not me")
    assert "30 mg a day is a big or quick rise." in asked.text


async def test_not_me_by_words_right_after_the_change_brings_back_plan_and_clock(
    patient: Chat, playground: Playground
) -> None:
    await move_to(patient, "Tokyo")
    started = await press(patient, "Correct", "Your plan is changed.")
    assert 'Type "not me", and lock your phone.' in started.text
    echo = await patient.ask("not me")
    assert echo.text.startswith("This is your plan from before.")
    assert "Your clock: Berlin, Germany." in echo.text
    await press(patient, "Correct", "Your plan is changed. The next reminder comes today 14:00.")
    assert "Berlin, Germany" in (await patient.ask("/timezone")).text
    assert "112" in (await patient.ask("/help")).text  # the number of the country from before
    await playground.step_to(datetime(2026, 11, 23, 13, 0, tzinfo=UTC))
    assert "14:00 dose: 10 mg" in (await patient.last()).text
    assert not [m for m in await patient.messages() if "was changed at" in m.text]  # it was not


async def test_it_comes_15_minutes_before_an_early_first_dose_and_names_a_changed_clock(
    patient: Chat, playground: Playground
) -> None:
    await change_plan(patient, "10 mg at 6:00, 13:00 and 22:00")
    await press(patient, "Correct", "The next reminder comes today 13:00.")
    assert await playground.next_due() == HOUR_ON - timedelta(minutes=45)  # 12:45
    await playground.step_to_next()
    await patient.wait_for("Your plan was changed at 12:30.")
    await playground.step_to_next()
    await patient.ask("taken")
    await move_to(patient, "London")
    await press(patient, "Correct", "Your plan is changed.")
    await playground.step(minutes(60))
    shown = await patient.wait_for("Your clock was changed at 12:00.")
    assert "Now: London, United Kingdom.\nBefore: Berlin, Germany." in shown.text


async def test_with_no_change_to_look_at_the_plan_is_shown(patient: Chat) -> None:
    assert (await patient.ask("not me")).text.startswith(
        "I know of no new change. This is your plan now:"
    )
    assert "version 1" in (await patient.ask("mine")).text
