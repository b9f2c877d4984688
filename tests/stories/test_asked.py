"""Questions in words: answered with facts, refused where they ask for advice, never guessed."""

from __future__ import annotations

import pytest

from tests.playground.client import Chat, Playground
from tests.stories.answering import a_week_on, answer, minutes, reminded
from tests.stories.conftest import World
from tests.stories.seeding import column

AMOUNT = "I can't say how much to take. Your doctor decides that."
NEVER_TWO = "Never take two doses at once, and never add extra to catch up."


async def test_a_question_typed_anywhere_is_answered_with_facts_and_their_sources(
    patient: Chat,
) -> None:
    said = await patient.ask("can I have a beer with it tonight?")
    assert said.text.startswith("Alcohol: take care\nAvoid alcohol.")
    assert said.buttons[-1] == ["Sources", "All topics", "Call list"]
    sources = await answer(patient, said, "Sources")
    assert sources.text.startswith("Sources: Alcohol\n")
    links = [each for each in sources.json["entities"] if each["type"] == "text_link"]
    assert [each["url"] for each in links] == ["https://nhs.uk/medicines/baclofen/about-baclofen"]
    back = await answer(patient, sources, "Back")
    assert back.text == said.text
    by_command = await patient.ask("/ask can I have a beer")
    assert by_command.text == said.text


async def test_where_it_is_not_sure_topics_are_offered_and_taken_by_number(patient: Chat) -> None:
    offered = await patient.ask("can I drink and drive?")
    assert offered.text.startswith("Do you mean one of these?\n1 ")
    assert offered.buttons[0] == ["Alcohol", "Driving"]
    assert (await patient.ask("3")).text.startswith("I didn't get that.")
    await patient.ask("can I drink and drive?")
    assert (await patient.ask("2")).text.startswith("Driving: take care")
    assert (await patient.ask("2")).text.startswith("I didn't get that.")  # it was taken once


@pytest.mark.parametrize(
    ("question", "first", "rule"),
    [
        ("how much should I take?", AMOUNT, NEVER_TWO),
        ("can I double?", AMOUNT, NEVER_TWO),
        ("can I take two", AMOUNT, NEVER_TWO),
        ("should I take more", AMOUNT, NEVER_TWO),
        ("what dose for me", AMOUNT, NEVER_TWO),
        ("can I skip to once a day", "I can't say that a dose can be skipped.", "Never stop"),
    ],
)
async def test_h11_advice_on_a_dose_is_refused_with_the_rule_and_whom_to_ask(
    patient: Chat, question: str, first: str, rule: str
) -> None:
    said = await patient.ask(question)
    assert said.text.startswith(first)
    assert rule in said.text
    assert "Ask your doctor or pharmacist before you change anything." in said.text
    assert said.buttons[0] == ["Call list", "My plan"]
    assert "mg" not in said.text


async def test_verbs_go_before_questions(patient: Chat, playground: Playground) -> None:
    await reminded(patient, playground)
    assert (await patient.ask("did I take it?")).text.startswith("Then do not take it again now.")
    assert (await patient.ask("banana")).text.startswith("I didn't get that.")
    assert (await patient.ask("my legs are so stiff")).text.startswith("What do you feel?")
    assert "seizures" in (await patient.ask("how do I stop baclofen?")).text
    assert "seizures" in (await patient.ask("do I still need it?")).text  # the stop guard's words


async def test_a_question_leaves_what_waits_waiting(
    world: World, patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await playground.step(minutes(5))
    await answer(patient, card, "Took it earlier")
    async with world.handled():
        await patient.say("can I take it with food?")
    *_, answered, again = [each for each in await patient.messages() if each.from_bot]
    assert answered.text.startswith("Food: ask your pharmacist")
    assert again.text.startswith("When did you take the 14:00 dose")
    async with world.handled():  # looked up beside it
        await patient.tap("Sources", message=answered)
    async with world.handled():
        await patient.say("I threw up after my tablet")  # told, not asked, and heard all the same
    *_, answered, again = [each for each in await patient.messages() if each.from_bot]
    assert "Do not take it again. Call your pharmacist now." in answered.text
    assert again.text.startswith("When did you take the 14:00 dose")
    assert (await patient.ask("14:02")).text.startswith("Taken at 14:02: 10 mg")


async def test_in_the_set_up_it_is_answered_and_the_question_comes_again(
    world: World, ada: Chat
) -> None:
    await ada.ask("/start")
    async with world.handled():
        await ada.say("is this safe in pregnancy?")
    *_, answered, again = [each for each in await ada.messages() if each.from_bot]
    assert answered.text.startswith("Pregnancy: some signs need a doctor now")
    assert "Do you agree that I keep these?" in again.text
    assert "Are you 18 or older" in (await ada.ask("yes")).text


async def test_day_7_asks_once_without_a_sound_and_keeps_the_answer(
    world: World, patient: Chat, playground: Playground
) -> None:
    await a_week_on(playground)
    asked = await patient.last()
    assert asked.text.startswith(
        "Are you moving more smoothly?\nYou have had this plan for 7 days."
    )
    assert "after one to two weeks of steady doses" in asked.text
    sent = (await playground.requests("sendMessage"))[-1]["params"]
    assert sent["disable_notification"] in (True, "true")
    worse = await patient.ask("worse")
    assert worse.text.startswith("Noted: worse. Call your doctor or pharmacist today.")
    assert "112" in worse.text
    assert "What do you feel?" in worse.text
    assert "Shaking" in (await patient.ask("muscles, balance")).labels()
    assert column(world.database, "SELECT movement FROM movement") == ["worse"]
    yes = await answer(patient, asked, "Yes")
    assert yes.text.startswith("Noted: yes.")
    assert column(world.database, "SELECT movement FROM movement WHERE day = 7") == ["yes"]
