"""Pausing reminders, tapped and typed: an end always, the words first, one question after it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.playground.client import Chat, Message, Playground
from tests.stories.answering import answer, log_of, minutes, now, reminded
from tests.stories.conftest import World
from tests.stories.seeding import column, from_bot
from tests.stories.walking import change_plan, press

FIRST = "Pausing reminders is not stopping baclofen."
NEVER = "Never stop baclofen all at once."
HARM = "If you stop suddenly, you can get seizures, a high fever and intense muscle spasms."
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
QUESTION = "What about the 14:00 dose, 10 mg (1 tablet of 10 mg)?"


async def paused(chat: Chat, said: str = "pause until 20:00") -> Message:
    """A pause, asked for in words and confirmed in words."""
    await chat.ask(said)
    return await chat.ask("yes")


async def test_tapped_it_needs_a_second_tap_and_shows_the_doses_in_it(
    patient: Chat, playground: Playground
) -> None:
    asked = await patient.ask("/pause")
    assert asked.text.splitlines()[:3] == [FIRST, NEVER, HARM]
    assert asked.buttons == [["4 hours"], ["Until tomorrow", "3 days"], ["My day"]]
    sure = await answer(patient, asked, "4 hours")  # it is 12:30
    assert sure.text.splitlines() == [
        FIRST,
        NEVER,
        HARM,
        "Take your doses at your usual times.",
        "Doses in it:",
        "14:00 dose: 10 mg (1 tablet of 10 mg)",
        "Pause reminders until 16:30?",
    ]
    assert "paused" not in (await patient.ask("/today")).text  # nothing before the second tap
    running = await answer(patient, sure, "Pause reminders")
    assert running.text.splitlines()[:2] == [FIRST, "Reminders are paused until 16:30."]
    said = len(await from_bot(patient))
    await playground.step(3 * HOUR)
    assert len(await from_bot(patient)) == said
    over = await _over(patient, playground)
    assert over.text.splitlines() == [
        "The pause is over. I remind you again.",
        "Next: 22:00 dose, 10 mg (1 tablet of 10 mg).",
        QUESTION,
        "Its time ended at 16:00. Skip it if you did not take it.",
    ]
    on_time = await answer(patient, over, "Taken on time")
    assert on_time.text.startswith("Taken at 14:00: 10 mg")
    assert (await reminded(patient, playground, "22:00 dose")).text.startswith("22:00 dose: 10 mg")


async def _over(chat: Chat, playground: Playground) -> Message:
    await playground.step(90 * minutes(1))
    return await chat.wait_for("The pause is over.")


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("pause until 18:00", "18:00"),
        ("/pause 3 days", "Thu 26 Nov 12:30"),
        ("pause reminders until Friday 8:00", "Fri 27 Nov 08:00"),
        ("mute until tomorrow", "tomorrow 08:00"),
    ],
)
async def test_typed_it_is_understood_and_confirmed_in_words(
    patient: Chat, said: str, until: str
) -> None:
    sure = await patient.ask(said)
    assert sure.text.splitlines()[0] == FIRST
    assert sure.text.splitlines()[-1] == f"Pause reminders until {until}?"
    long = "26 Nov" in until or "27 Nov" in until
    assert ("No dose and no length of use is proven safe" in sure.text) == long
    assert ("That is more than a day." in sure.text) == long
    running = await patient.ask("Pause reminders")
    assert f"Reminders are paused until {until}." in running.text
    for look in ("/today", "/log", "/plan", "/help"):
        shown = await patient.ask(look)
        assert f"Reminders are paused until {until}." in shown.text
        assert ["Resume"] in shown.buttons


async def test_what_is_unclear_is_asked_and_what_has_passed_refused(patient: Chat) -> None:
    await patient.ask("pause")
    for said, why in (
        ("until 8", "Morning or evening?"),
        ("until 12:00", "That time has passed."),
        ("15 days", "A pause lasts 14 days at most."),
        ("until tonight", "I could not read until when."),
    ):
        asked = await patient.ask(said)
        assert asked.text.startswith(why)
        assert "Nothing is changed." in asked.text
    assert (await patient.ask("until 18:00")).text.endswith("until 18:00?")
    assert (await patient.ask("until 19:00")).text.endswith("until 19:00?")  # better so
    assert (await patient.ask("Back")).text.startswith(FIRST)
    await patient.ask("2 hours")
    assert (await patient.ask("no")).text == "Then nothing changes."
    assert (await patient.ask("yes")).text.startswith("I didn't get that.")
    assert "paused" not in (await patient.ask("/today")).text


async def test_resume_asks_about_what_fell_into_it_and_goes_on(
    patient: Chat, playground: Playground
) -> None:
    running = await paused(patient)
    await playground.step(4 * HOUR)  # 16:30
    over = await answer(patient, running, "Resume")
    assert over.text.splitlines()[:3] == [
        "The pause is over. I remind you again.",
        "Next: 22:00 dose, 10 mg (1 tablet of 10 mg).",
        QUESTION,
    ]
    assert (await patient.ask("not taken")).text.startswith("Noted: the 14:00 dose")
    assert (await patient.ask("/resume")).text.splitlines() == [
        "Nothing is paused. I remind you as planned.",
        "Next: 22:00 dose, 10 mg (1 tablet of 10 mg).",
    ]


async def test_resumed_in_a_doses_window_its_reminder_comes_late(
    patient: Chat, playground: Playground
) -> None:
    await paused(patient)
    await playground.step(2 * HOUR)  # 14:30
    over = await patient.ask("resume")
    assert over.text.splitlines() == [
        "The pause is over. I remind you again.",
        "Open now: 14:00 dose, 10 mg (1 tablet of 10 mg) until 16:00.",
    ]
    await playground.step(minutes(1))
    card = await patient.wait_for("14:00 dose: 10 mg")
    assert "Take it only if you have not taken it already." in card.text
    assert "Took it" in card.labels()


async def test_taken_in_a_pause_is_logged(patient: Chat, playground: Playground) -> None:
    await paused(patient)
    await playground.step(minutes(95))  # 14:05
    asked = await patient.ask("taken")
    taken = asked if asked.text.startswith("Taken") else await answer(patient, asked, "14:00 dose")
    assert taken.text.startswith("Taken at 14:05: 10 mg")
    await playground.step(6 * HOUR)
    over = await patient.wait_for("The pause is over.")
    assert "What about" not in over.text


async def test_a_dose_asked_before_runs_its_course(patient: Chat, playground: Playground) -> None:
    card = await reminded(patient, playground)
    running = await paused(patient)
    assert "Your 14:00 dose from before is still open until 16:00." in running.text
    await playground.step(minutes(31))
    await patient.wait_for("14:00 dose, 10 mg (1 tablet of 10 mg): not logged.")
    assert (await now(patient, card)).labels() == []


async def test_a_new_end_and_a_changed_plan_keep_the_pause(
    patient: Chat, playground: Playground
) -> None:
    await paused(patient)
    shown = await patient.ask("/pause")
    assert shown.text.startswith("Reminders are paused until 20:00.")
    assert shown.buttons[0] == ["Resume"]
    await patient.ask("until tomorrow 9:00")
    await patient.ask("yes")
    await change_plan(patient, "10 mg at 9:00, 15:00 and 21:00")
    changed = await press(patient, "Correct", "Your plan is changed.")
    assert "Its next dose is" in changed.text
    assert "Reminders are paused until tomorrow 09:00." in changed.text
    said = len(await from_bot(patient))
    await playground.step(20 * HOUR)
    [shown] = (await from_bot(patient))[said:]
    assert shown.startswith("Your plan was changed at 12:30.")  # no reminder: it may not be theirs
    await playground.step(minutes(31))  # its end, and a dose due in the same minute
    over, card = (await from_bot(patient))[said + 1 :]
    assert over.startswith("The pause is over.")
    assert card.startswith("09:00 dose: 10 mg")


async def test_it_outlives_a_restart_and_ends_in_an_outage(world: World, patient: Chat) -> None:
    playground = world.playground
    await paused(patient)
    await playground.sleep(minutes(1))  # a restart
    said = len(await from_bot(patient))
    await playground.step(6 * HOUR)  # 18:31
    assert len(await from_bot(patient)) == said
    await playground.sleep(3 * HOUR)  # off over its end at 20:00
    over = await patient.wait_for("The pause is over.")
    assert QUESTION in over.text
    assert "offline" not in over.text  # it would not have asked anyway
    await playground.step(minutes(5))
    assert len(await from_bot(patient)) == said + 1
    assert column(world.database, "SELECT state FROM dose WHERE state NOT IN ('planned')") == [
        "unknown"
    ]


async def test_an_old_button_of_a_pause_ends_no_other(
    patient: Chat, playground: Playground
) -> None:
    first = await paused(patient, "pause 1 hour")
    await playground.step(2 * HOUR)
    await paused(patient)
    old = await answer(patient, first, "Resume")
    assert old.text.startswith("Reminders are paused until 20:00.")
    assert "Reminders are paused" in await log_of(patient)


async def test_wanting_to_pause_the_medicine_is_warned(patient: Chat) -> None:
    for said in ("pause my baclofen for 3 days", "/pause taking it"):
        assert (await patient.ask(said)).text.startswith(NEVER)
    await paused(patient)
    stopped = await patient.ask("I'll just stop")
    assert stopped.text.startswith(NEVER)
    assert "Why do you want to stop?" in stopped.text


async def test_who_has_no_plan_has_nothing_to_pause(ada: Chat) -> None:
    for said in (
        *("/pause", "/resume", "/hospital", "pause 3 days", "I am home", "reminders only"),
        "keep asking",
    ):
        assert (await ada.ask(said)).text.endswith("You have no plan yet. Type /start.")
