"""In hospital the bot is silent; home again it asks for the plan before it reminds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.playground.client import Chat, Message, Playground
from tests.stories.answering import answer, minutes, now, reminded
from tests.stories.conftest import World
from tests.stories.seeding import column, from_bot
from tests.stories.walking import change_plan, press

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SILENT = "I send no reminders. You told me"
PLAN = "10 mg at 8:00, 14:00 and 22:00"


async def admitted(chat: Chat, said: str = "/hospital") -> Message:
    """In hospital, said and confirmed in words."""
    asked = await chat.ask(said)
    assert asked.text.startswith("Are you in hospital now, or on the way in?")
    return await chat.ask("yes")


async def come_home(chat: Chat, last: str, plan: str = PLAN) -> Message:
    """From the plan's question to the echo."""
    await chat.ask(plan)
    asked = await chat.ask("done")
    assert "When was your last dose, in hospital or at home?" in asked.text
    assert "Not started yet" not in asked.labels()
    return await chat.ask(last)


async def test_h17_from_the_ward_and_home_again_tapped(
    world: World, patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    asked = await patient.ask("/hospital")
    assert "Tell the staff you take baclofen." in asked.text
    assert "Going in on a later day? Tell me on that day." in asked.text
    assert "Took it" in (await now(patient, card)).labels()  # nothing before the second tap
    noted = await answer(patient, asked, "Yes")
    assert noted.text.startswith("Noted. I send no reminders now. Staff give your doses.")
    assert "Tell the staff you take baclofen." in noted.text
    assert "Never stop baclofen all at once." in noted.text
    assert (await patient.wait_for(lambda m: not m.labels(), message=card)).text == card.text

    said = len(await from_bot(patient))
    await playground.step(3 * DAY)
    assert len(await from_bot(patient)) == said
    query = "SELECT state FROM dose WHERE state != 'cancelled'"
    assert column(world.database, query) == ["unknown"]

    today = await patient.ask("/today")
    assert f"{SILENT} on Mon 23 Nov at 14:00 that you are in hospital." in today.text
    question = await press(patient, "I am home", "How do you take it?")
    assert question.text.startswith("Welcome home. Your doses may have changed.")
    assert "Go by your discharge letter." in question.text
    await playground.step(HOUR)
    assert (await patient.last()).id == question.id  # told, not confirmed: still silent
    echo = await come_home(patient, "not sure")
    assert "Is this right?" in echo.text
    started = await press(patient, "Correct", "Your first reminder comes")
    assert SILENT not in started.text
    assert SILENT not in (await patient.ask("/today")).text
    await reminded(patient, playground)
    assert not any("What about" in text for text in (await from_bot(patient))[said:])


@pytest.mark.parametrize("back", ["I am home", "/resume", "discharged", "change my plan"])
async def test_typed_it_comes_home_by_any_of_these_words(patient: Chat, back: str) -> None:
    await admitted(patient, "I'm in hospital")
    assert (await patient.ask("/hospital")).text.startswith(SILENT)
    assert (await patient.ask(back)).text.startswith("Welcome home.")
    assert (await patient.ask("cancel")).text.startswith("Stopped.")
    today = await patient.ask("today")
    assert SILENT in today.text
    assert ["I am home"] in today.buttons


async def test_the_dose_given_on_the_ward_holds_the_first_reminder_back(
    patient: Chat, playground: Playground
) -> None:
    await admitted(patient)
    await playground.step(DAY)  # 12:30 on Tuesday
    await patient.ask("I am home")
    echo = await come_home(patient, "12:00")
    assert "Last dose: today 12:00." in echo.text
    assert "First reminder: today 22:00." in echo.text


async def test_the_last_dose_told_on_coming_home_is_in_the_log(
    patient: Chat, playground: Playground
) -> None:
    await admitted(patient)
    await playground.step(DAY)  # 12:30 on Tuesday
    await patient.ask("I am home")
    echo = await come_home(patient, "12:00")
    await answer(patient, echo, "Correct")
    assert "12:00 last dose before this plan, as you told me" in (await patient.ask("/log")).text


async def test_home_with_the_plan_left_untold_it_says_that_it_does_not_remind(
    patient: Chat, playground: Playground
) -> None:
    await admitted(patient)
    await patient.ask("I am home")  # 12:30
    await playground.step(HOUR)
    await patient.ask("I am home")  # once more: that makes no more messages
    await playground.step(HOUR)
    waits = await patient.wait_for("I send no reminders yet.")
    assert waits.text.splitlines() == [
        "I send no reminders yet.",
        "You told me at 12:30 that you are home. I still need your plan.",
        "Never stop baclofen all at once.",
        "Tap I am home, and tell me your plan.",
    ]
    await playground.step(4 * HOUR)
    texts = await from_bot(patient)
    assert sum(each.startswith("I send no reminders yet.") for each in texts) == 1
    await playground.step(DAY)
    again = await patient.wait_for("I send no reminders yet.", after=waits)
    question = await press(patient, "I am home", "How do you take it?")
    assert question.id > again.id
    echo = await come_home(patient, "not sure")
    await answer(patient, echo, "Correct")
    said = len(await from_bot(patient))
    await playground.step(3 * DAY)
    texts = (await from_bot(patient))[said:]
    assert not any("no reminders yet" in each for each in texts)


async def test_a_lower_plan_is_asked_about_by_the_letter(
    patient: Chat, playground: Playground
) -> None:
    await admitted(patient)
    await patient.ask("I am home")
    echo = await come_home(patient, "not sure", "10 mg at 8:00 and 20:00")
    assert "This is less than the 30 mg a day of your plan before hospital." in echo.text
    assert "Does your discharge letter say so?" in echo.text
    assert "Never stop baclofen all at once." in echo.text


async def test_whatever_is_said_in_hospital_is_answered_kindly(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await admitted(patient)
    for said in ("taken", "skip", "snooze 20", "not sure", "I missed it", "took it at 14:10"):
        answered = await patient.ask(said)
        assert answered.text.startswith("In hospital, staff give your doses")
        assert ["I am home"] in answered.buttons
    for look in ("/plan", "/timezone"):
        shown = await patient.ask(look)
        assert "/start" not in shown.text
    assert (await press(patient, "Change zone", SILENT)).text.startswith(SILENT)
    assert (await patient.ask("/pause")).text.startswith(SILENT)
    assert (await patient.ask("took two")).text.startswith("Is this an extra dose")
    assert (await patient.ask("I'll just stop")).text.startswith("Never stop baclofen")
    before = await patient.ask("taken 13:50")  # before the stay: that is for this log
    assert "13:50" in before.text
    assert "In hospital, staff" not in before.text
    await patient.forge(card.id, card.json["buttons"][0][0]["callback_data"])
    assert (await patient.ask("/help")).text.startswith(SILENT)


async def test_a_dose_that_was_not_taken_is_put_right_and_stays_the_wards(
    patient: Chat, playground: Playground
) -> None:
    await answer(patient, await reminded(patient, playground), "Took it")
    await admitted(patient)
    await patient.ask("correct 14:00")
    done = await patient.ask("Not taken")
    assert "was taken at 14:00, now missed." in done.text
    assert "Tell the staff" in done.text
    assert "Open until" not in done.text
    assert done.buttons == [["Today", "Log", "Help"]]
    said = len(await from_bot(patient))
    await playground.step(DAY)
    assert len(await from_bot(patient)) == said


async def test_a_changed_plan_is_not_shown_there_and_not_me_says_how_to_go_on(
    patient: Chat, playground: Playground
) -> None:
    await change_plan(patient, "10 mg at 9:00, 15:00 and 21:00")
    await press(patient, "Correct", "Your plan is changed.")
    await admitted(patient)
    said = len(await from_bot(patient))
    await playground.step(2 * HOUR)
    assert len(await from_bot(patient)) == said
    assert (await patient.ask("not me")).text.startswith(SILENT)


async def test_no_changes_nothing_and_an_old_yes_is_no_second_stay(
    patient: Chat, playground: Playground
) -> None:
    asked = await patient.ask("/hospital")
    assert (await answer(patient, asked, "No")).text == "Then nothing changes."
    await patient.ask("going to hospital")
    assert (await patient.ask("no")).text == "Then nothing changes."
    assert (await patient.ask("yes")).text.startswith("I didn't get that.")
    assert (await patient.ask("I am home")).text.startswith("Nothing is paused.")
    await playground.step(90 * minutes(1))
    assert (await patient.last()).text.startswith("14:00 dose: 10 mg")


async def test_a_pause_ends_at_the_hospitals_door(patient: Chat, playground: Playground) -> None:
    await patient.ask("pause 4 hours")
    await patient.ask("yes")
    await admitted(patient)
    said = len(await from_bot(patient))
    await playground.step(DAY)
    assert len(await from_bot(patient)) == said
