"""Telling what one feels: picked or typed, answered by how soon to act, kept for the diary."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.playground.client import Chat
from tests.stories.answering import answer, now, reminded
from tests.stories.conftest import World
from tests.stories.seeding import column
from tests.stories.walking import kept, press, to_plan

CARD = 'Say: "I take baclofen, 10 mg three times a day.'


async def test_picked_signs_are_answered_rated_and_kept(world: World, patient: Chat) -> None:
    await patient.ask("/contacts")
    await patient.ask("pharmacy")
    await patient.ask("Park Pharmacy, 555 0100")
    picked = await patient.ask("/symptom")
    await press(patient, "Head, mood", "Head, mood: what do you feel?")
    await press(patient, "Dizzy", "Chosen: Dizzy.")
    await press(patient, "Back", "Chosen: Dizzy.")
    await press(patient, "Stomach, bladder", "Chosen: Dizzy.")
    await press(patient, "Dry mouth", "Chosen: Dizzy and Dry mouth.")
    told = await press(patient, "Done", "Pharmacist: call yours today.")
    assert told.id == picked.id
    assert "Pharmacy: Park Pharmacy, 555 0100" in told.text
    assert "Noted at 12:30: Dizzy and Dry mouth." in told.text
    assert "112" in told.text
    await press(patient, "How bad?", "How bad is it?")
    rated = await press(patient, "4", "Noted at 12:30: Dizzy 4 of 10 and Dry mouth 4 of 10.")
    assert rated.labels() == ["Call list", "My symptoms", "Today"]
    diary = await patient.ask("my symptoms")
    line = "today 12:30: Dizzy 4 of 10 and Dry mouth 4 of 10 (pharmacist)"
    assert line in diary.text


async def test_typed_anywhere_it_is_answered_and_the_question_that_waits_goes_on(
    patient: Chat, world: World
) -> None:
    card = await reminded(patient, world.playground)
    await answer(patient, card, "Took it earlier")
    async with world.handled():
        await patient.say("symptom: dizzy 4, and my ears ring")
    told, question = (await patient.messages())[-2:]
    assert "I do not know this sign" in told.text
    assert "Dizzy 4 of 10 and Something else" in told.text
    assert "You wrote: dizzy 4, and my ears ring" in told.text
    assert "When did you take the 14:00 dose" in question.text
    assert (await patient.ask("13:50")).text.startswith("Taken at 13:50")
    assert b"ears ring" not in kept(world.folder)
    rate = await patient.ask("I feel a bit tired")
    assert "Tired" in rate.text
    assert "Tired 9 of 10" in (await patient.ask("9/10")).text


async def test_what_was_asked_before_signs_were_picked_goes_on(patient: Chat, world: World) -> None:
    card = await reminded(patient, world.playground)
    await answer(patient, card, "Took it earlier")
    await patient.ask("/symptom")
    await press(patient, "Head, mood", "Head, mood: what do you feel?")
    await press(patient, "Dizzy", "Chosen: Dizzy")
    await press(patient, "Done", "Noted at 14:00: Dizzy.")
    await patient.wait_for(lambda m: m.id > card.id + 2 and "When did you take" in m.text)
    assert (await patient.ask("13:50")).text.startswith("Taken at 13:50")


async def test_in_the_set_up_nothing_is_logged_and_the_set_up_goes_on(ada: Chat) -> None:
    await to_plan(ada)
    closed = await ada.ask("/symptom")
    assert closed.text.startswith("You have no plan yet.")
    assert "In an emergency call 112." in closed.text  # they told that they are in Berlin


@pytest.mark.parametrize("sign", ["Chest pain", "Hard to breathe"])
async def test_h8_an_emergency_among_the_picked_gets_its_card_at_once(
    patient: Chat, world: World, sign: str
) -> None:
    picked = await patient.ask("side effects")
    await press(patient, "Chest, breathing", "Chest, breathing: what do you feel?")
    await press(patient, "Pounding heart", "Chosen: Pounding heart.")
    card = await press(patient, sign, "Call 112 now.")
    assert CARD in card.text
    assert card.id != picked.id
    assert (await now(patient, picked)).labels() == []
    assert column(world.database, "SELECT kind FROM red_flag") == ["emergency"]
    called = await press(patient, "I called", "you called")
    assert "Keep taking" not in called.text


async def test_h8_early_signs_are_urgent_once_16_hours_went_by_unlogged(
    patient: Chat, world: World
) -> None:
    card = await reminded(patient, world.playground)
    await answer(patient, card, "Took it")
    calm = await patient.ask("symptom: sweating 3")
    assert calm.text.startswith("Caution: watch it.")
    await world.playground.sleep(timedelta(hours=17))
    await world.playground.step(timedelta(minutes=1))  # what happened meanwhile is asked
    late = await patient.ask("symptom: sweating 3")
    assert late.text.startswith("Urgent: call a doctor or urgent care now.")
    assert "These can be signs of withdrawal." in late.text


async def test_h14_a_mark_is_told_shown_and_makes_a_sign_more_urgent(
    patient: Chat, world: World
) -> None:
    before = await patient.ask("symptom: sleepy 3")
    assert before.text.startswith(("Urgent", "Caution", "Info"))
    await patient.ask("/profile")
    await patient.ask("my health")
    asked = await patient.ask("Kidney disease, dialysis")
    assert "On dialysis? Check your dose with your kidney team today." in asked.text
    told = await patient.ask("yes")
    assert told.text.startswith("Noted. Kidney disease, dialysis: yes.")
    assert (await patient.ask("symptom: sleepy 3")).text.startswith("Urgent:")
    await patient.ask("/profile")
    await press(patient, "Other medicines", "Kidney disease, dialysis: yes")
    await press(patient, "Opioids", "can slow breathing and can kill")
    await press(patient, "Rather not say", "Opioids: rather not say.")
    assert b"opioids" not in kept(world.folder)
