"""/log, Correct: any closed dose of the last 90 days is put right, by taps and by words."""

from __future__ import annotations

import pytest

from tests.playground.client import Chat, Message, Playground
from tests.stories.answering import TEN, answer, live, log_of, minutes, reminded
from tests.stories.conftest import World
from tests.stories.seeding import column

_DAY = 24 * 60
TRUTHS = [
    ["Taken on time"],
    ["Took it at...", "Not taken"],
    ["Skipped", "Not sure"],
    ["Back"],
]


@pytest.fixture
async def not_logged(patient: Chat, playground: Playground) -> Chat:
    """Ada, on Monday at 22:10; the 14:00 dose was not logged, the 22:00 dose was taken."""
    await reminded(patient, playground)
    await playground.step(minutes(120))
    night = await reminded(patient, playground, "22:00 dose")
    await answer(patient, night, "Took it")
    await playground.step(minutes(10))
    return patient


async def to_dose(chat: Chat, day: str = "today", dose: str = "14:00 dose") -> Message:
    """From the log to what is true of a dose, all by taps on one message."""
    log = await chat.ask("/log")
    await answer(chat, log, "Correct")
    await answer(chat, log, day)
    return await answer(chat, log, dose)


async def test_a_dose_that_was_not_logged_is_put_right_by_taps(
    not_logged: Chat, world: World
) -> None:
    asked = await to_dose(not_logged)
    assert asked.text.splitlines()[:2] == [
        f"What is true of the 14:00 dose, {TEN}?",
        "In the log: not logged.",
    ]
    assert asked.buttons == TRUTHS
    when = await answer(not_logged, asked, "Took it at...")
    assert when.text.startswith(f"When did you take the 14:00 dose, {TEN}?")
    done = await not_logged.ask("14:10")
    assert done.text.splitlines()[0] == (f"14:00 dose, {TEN}: was not logged, now taken at 14:10.")
    assert "Wrong again? Open /log and tap Correct once more." in done.text
    assert done.buttons == [["Today", "Log", "Help"]]  # 22:00 has come since: no Undo
    log = await log_of(not_logged)
    assert "14:00 10 mg (1 tablet) taken 14:10 (corrected)" in log
    assert "22:00 10 mg (1 tablet) taken 22:00\n" in log
    assert "Taken: 2 of 2." in log
    kinds = column(world.database, "SELECT kind FROM answer WHERE in_error_at IS NULL")
    assert sorted(str(kind) for kind in kinds) == ["taken", "taken"]


async def test_the_same_by_words_and_the_mistake_stays_in_the_record(
    not_logged: Chat, world: World
) -> None:
    asked = await not_logged.ask("correct 22:00")
    assert "In the log: taken at 22:00." in asked.text
    done = await not_logged.ask("Not sure")
    assert f"22:00 dose, {TEN}: was taken at 22:00, now not known." in done.text
    assert "The mistake stays in the record, marked as one." in done.text
    assert "22:00 10 mg (1 tablet) not known (corrected)" in await log_of(not_logged)
    mistakes = column(world.database, "SELECT taken_at FROM answer WHERE in_error_at IS NOT NULL")
    assert len(mistakes) == 1

    await not_logged.ask("correct")
    await not_logged.ask("today")
    await not_logged.ask("14:00 dose")
    done = await not_logged.ask("Taken on time")
    assert "was not logged, now taken at 14:00." in done.text
    await not_logged.ask("correct today 14:00")
    done = await not_logged.ask("Skipped")
    assert "was taken at 14:00, now skipped." in done.text
    assert "Never stop baclofen all at once." in done.text


async def test_a_correction_of_an_answer_is_put_right_by_another_not_undone(
    not_logged: Chat,
) -> None:
    await not_logged.ask("correct 22:00")
    done = await not_logged.ask("taken 21:40")
    assert "was taken at 22:00, now taken at 21:40." in done.text
    assert "Wrong again? Open /log and tap Correct once more." in done.text
    assert done.buttons == [["Today", "Log", "Help"]]
    assert "open /log and tap Correct" in (await not_logged.ask("undo")).text
    assert "taken 21:40 (corrected)" in await log_of(not_logged)


async def test_not_taken_inside_the_window_opens_the_dose_again(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await answer(patient, card, "Took it")
    asked = await to_dose(patient)
    opened = await answer(patient, asked, "Not taken")
    assert opened.text.startswith(f"14:00 dose, {TEN}: was taken at 14:00, now not logged.")
    assert "Open until 16:00." in opened.text
    await playground.step(minutes(30))
    assert "not logged" in (await patient.last()).text  # nudges resume
    await answer(patient, await patient.last(), "Took it")
    assert "14:00 10 mg (1 tablet) taken 14:30" in await log_of(patient)


async def test_odd_times_are_asked_about_or_refused_in_words(
    not_logged: Chat, playground: Playground
) -> None:
    await not_logged.ask("correct today 14:00")
    refused = await not_logged.ask("22:00")  # the minute of the other dose
    assert "A dose at that time is already recorded." in refused.text
    which = await not_logged.ask("22:05")  # five minutes on: past the next dose
    assert which.text.startswith("Which dose did you take at 22:05?")
    assert which.buttons == [["today 14:00"], ["today 22:00"], ["Back"]]
    extra = await not_logged.ask("today 14:00")
    assert extra.text == f"You logged {TEN} at 22:00. Is this an extra dose?"
    same = await answer(not_logged, extra, "No, same dose")
    assert same.text.startswith("Then nothing changed.")
    assert "14:00 10 mg (1 tablet) not logged" in await log_of(not_logged)

    await not_logged.ask("correct today 14:00")
    assert "has not come yet" in (await not_logged.ask("22:55")).text
    early = await not_logged.ask("10:00")
    assert early.text.startswith("That is too long before the 14:00 dose.")
    await not_logged.ask("20:30")
    await not_logged.ask("yes")
    assert "taken 20:30, 6 h 30 min late (corrected)" in await log_of(not_logged)


async def test_an_open_a_planned_and_an_unknown_dose_are_answered_in_plain_words(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    still = await patient.ask("correct 14:00")
    assert still.text.startswith("The 14:00 dose is open. Answer it here:")
    assert still.buttons[0] == ["Took it"]
    assert card.id != still.id
    assert await live(patient, [still])
    none = await patient.ask("correct yesterday 14:00")
    assert none.text == "I know no closed dose at 14:00 yesterday."
    assert "could not read that time" in (await patient.ask("correct 25:00")).text
    planned = await patient.ask("correct today 22:00")
    assert planned.text == "The 22:00 dose is still to come. There is nothing to correct."


async def test_it_goes_back_90_days_page_by_page_and_no_further(
    not_logged: Chat, playground: Playground
) -> None:
    await not_logged.block()  # the weeks pass without a message
    await playground.step(minutes(20 * _DAY))
    await not_logged.unblock()
    await not_logged.wait_for("I will ask about that next.")
    log = await not_logged.ask("/log 3")
    days = await answer(not_logged, log, "Correct")
    assert "Mon 23 Nov" in days.labels()
    assert "Newer" in days.labels()
    await answer(not_logged, log, "Newer")
    await answer(not_logged, log, "Older")
    back = await answer(not_logged, log, "Back")
    assert back.text.startswith("7 days up to")
    asked = await not_logged.ask("correct 23 Nov 14:00")
    assert f"What is true of the 14:00 dose on Mon 23 Nov, {TEN}?" in asked.text
    done = await not_logged.ask("14:20")
    assert "was not logged, now taken on Mon 23 Nov at 14:20." in done.text
    await not_logged.ask("correct Mon 23 Nov")
    await not_logged.ask("22:00 dose")
    far = await not_logged.ask("yesterday 22:00")
    assert far.text.startswith("That time is more than 24 hours from the 22:00 dose on Mon 23 Nov.")

    await not_logged.block()
    await playground.step(minutes(71 * _DAY))
    await not_logged.unblock()
    await not_logged.wait_for("This reminder is late.")
    old = await not_logged.ask("correct 23 Nov 14:00")
    assert old.text.startswith("I can correct the last 90 days only.")


async def test_an_undo_that_comes_too_late_points_to_the_correction(
    patient: Chat, playground: Playground
) -> None:
    first = await reminded(patient, playground)
    await answer(patient, first, "Took it")
    await reminded(patient, playground, "22:00 dose")
    refused = await answer(patient, first, "Undo")
    assert "open /log and tap Correct" in refused.text
    asked = await answer(patient, first, "Correct")
    assert asked.buttons == TRUTHS


async def test_a_dose_of_somebody_else_cannot_be_looked_at_or_corrected(
    not_logged: Chat, playground: Playground
) -> None:
    asked = await to_dose(not_logged)
    data = asked.json["buttons"][0][0]["callback_data"]
    bo = await playground.person("Bo")
    said = await bo.say("hello")
    await bo.wait_for(lambda message: True, after=said)
    for forged in (data, data.replace(":ca:", ":cs:").replace(":due", ":")):
        tap = await bo.forge((await bo.last()).id, forged)
        await bo.toast(tap)
    assert "not in your log" in (await bo.last()).text
    assert "14:00 10 mg (1 tablet) not logged" in await log_of(not_logged)
