"""Whom to call: told, changed, removed; and the call list from anywhere."""

from __future__ import annotations

from tests.playground.client import Chat
from tests.stories.conftest import World
from tests.stories.walking import kept, press

NIGHT = "Nights and weekends: none kept"


async def test_a_number_is_told_in_one_message_or_two_changed_and_removed(
    world: World, patient: Chat
) -> None:
    listed = await patient.ask("/contacts")
    assert "Pharmacy: none kept" in listed.text
    asked = await press(patient, "Pharmacy", "Which pharmacy do you use?")
    assert asked.buttons == [["Back"]]
    told = await patient.ask("Park Pharmacy")
    assert told.text.startswith("What is the number of Park Pharmacy?")
    again = await patient.ask("5")
    assert again.text.startswith("I could not read a phone number.")
    told = await patient.ask("Park Pharmacy (030) 555-0100 x2")
    assert "Pharmacy: Park Pharmacy, (030) 555-0100 x2" in told.text
    await patient.ask("doctor")
    assert "Doctor: 555 0101" in (await patient.ask("555 0101")).text
    calls = await patient.ask("call list")
    assert calls.text.startswith("Whom to call\nIn an emergency call 112.")
    assert "Doctor: 555 0101\nPharmacy: Park Pharmacy, (030) 555-0100 x2" in calls.text
    assert b"Park Pharmacy" not in kept(world.folder)
    await patient.ask("my numbers")
    await press(patient, "Pharmacy", "Which pharmacy do you use?")
    gone = await press(patient, "Remove", "Removed. It was:")
    assert "Pharmacy: none kept" in gone.text
    assert "Park" not in (await patient.ask("/call_list")).text


async def test_skip_under_a_contact_skips_no_dose(patient: Chat, world: World) -> None:
    await world.playground.step_to_next()
    await patient.wait_for("14:00 dose")
    await patient.ask("/contacts")
    await patient.ask("pharmacy")
    assert NIGHT in (await patient.ask("skip")).text
    assert "14:00 10 mg (1 tablet) now" in (await patient.ask("today")).text


async def test_the_call_list_leaves_the_question_waiting_and_the_card_in_place(
    patient: Chat, ada: Chat, world: World
) -> None:
    await patient.ask("/contacts")
    question = await press(patient, "Pharmacy", "Which pharmacy do you use?")
    async with world.handled():
        await patient.say("who can I call?")
    calls, again = (await patient.messages())[-2:]
    assert "I keep no number of your own doctor or pharmacy yet." in calls.text
    assert again.text == question.text
    assert "Park Pharmacy, 555 0100" in (await patient.ask("Park Pharmacy, 555 0100")).text


async def test_whoever_is_not_set_up_gets_the_emergency_number_too(ada: Chat) -> None:
    calls = await ada.ask("call list")
    assert "In an emergency call your local number." in calls.text
    assert calls.buttons == []
    assert (await ada.ask("/contacts")).text == "You have no plan yet. Type /start."
