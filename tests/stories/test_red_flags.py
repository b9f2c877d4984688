"""Red flags in a conversation: the card at once, in any state, and the conversation after it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tests.playground.client import Chat, Message, Playground
from tests.stories.answering import answer, log_of, minutes, now, reminded
from tests.stories.conftest import World
from tests.stories.seeding import column

CALL = "Call 112 now."
LOCAL = "Call your local emergency number now."
SAY = 'Say: "I take baclofen, 10 mg three times a day.'


async def said(world: World, chat: Chat, words: str) -> list[Message]:
    """All that the bot says to these words."""
    before = await chat.last()
    async with world.handled():
        await chat.say(words)
    return [each for each in await chat.messages() if each.from_bot and each.id > before.id]


async def test_h10_before_start_and_before_consent_the_card_comes_and_nothing_is_kept(
    world: World, ada: Chat
) -> None:
    card = await ada.ask("I can't breathe")
    assert card.text.startswith(LOCAL)
    assert card.labels() == ["I called", "Not an emergency"]
    await ada.ask("/start")
    first, question = await said(world, ada, "my wife had a seizure")
    assert first.text.startswith(LOCAL)
    assert "If they take baclofen, say so." in first.text
    assert "Do you agree that I keep these?" in question.text
    assert column(world.database, "SELECT kind FROM red_flag") == []


async def test_h10_in_the_set_up_the_card_comes_and_the_question_waits(
    world: World, ada: Chat
) -> None:
    await ada.ask("/start")
    for words in ("I agree", "yes", "no", "Berlin"):
        await ada.ask(words)
    (card,) = await said(world, ada, "10 mg at 8:00, and I just had a seizure")
    assert card.text.startswith(CALL)
    assert "In an emergency, say you take baclofen" in card.text
    answered, question = await said(world, ada, "not an emergency")
    assert answered.text.startswith("Noted: not an emergency.")
    assert "How do you take it?" in question.text
    assert column(world.database, "SELECT answer FROM red_flag") == ["not_emergency"]


async def test_h10_taken_but_cant_breathe_gets_the_card_and_records_no_dose(
    world: World, patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    (shown,) = await said(world, patient, "taken but can't breathe")
    assert shown.text.startswith(CALL)
    assert f"{SAY} No dose is logged." in shown.text
    assert "No one is watching this chat. If 112 does not work, use" in shown.text
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)
    await answer(patient, shown, "I called")
    assert (await now(patient, shown)).text == shown.text  # it stays to be read from
    assert (await now(patient, shown)).labels() == []
    assert (await patient.last()).text.startswith("Noted at 14:00: you called.")
    await answer(patient, card, "Took it")
    (shown,) = await said(world, patient, "he is having a seizure")
    assert 'Say: "This person takes baclofen' in shown.text
    assert "Last dose logged: today 14:00" in shown.text


async def test_h10_a_question_is_asked_again_before_a_bare_yes_answers_it(
    world: World, patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    await patient.ask("taken")
    await patient.ask("took another")
    (card,) = await said(world, patient, "chest pain")
    assert card.text.startswith(CALL)
    (question,) = await said(world, patient, "yes")
    assert "Is this an extra dose?" in question.text
    assert "extra" not in await log_of(patient)
    assert column(world.database, "SELECT answer FROM red_flag") == ["went_on"]


async def test_h15_a_pump_self_harm_and_too_much_have_cards_of_their_own(
    world: World, patient: Chat
) -> None:
    (pump,) = await said(world, patient, "my pump alarm is going off")
    assert 'Say: "baclofen pump".' in pump.text
    (harm,) = await said(world, patient, "I want to die")
    assert "Call your emergency number or a crisis line now. Stay with someone." in harm.text
    assert "mg" not in harm.text
    answered = await patient.ask("not an emergency")
    assert "Thoughts of harming yourself?" in answered.text
    (much,) = await said(world, patient, "took 10 pills")
    assert much.text.startswith("Took too much? Call 112 now if there are any signs.")
    assert "I may have taken too much baclofen. My dose is 10 mg three times a day." in much.text
    assert "extra" not in await log_of(patient)


async def test_a_sign_for_a_doctor_gets_the_urgent_words_and_the_question_after_them(
    world: World, patient: Chat
) -> None:
    await patient.ask("/pause")
    urgent, question = await said(world, patient, "I fainted this morning")
    assert urgent.text.startswith("Call a doctor or urgent care now.")
    assert "For how long?" in question.text
    assert "4 hours" in question.labels()


async def test_h10_captions_edits_and_commands_are_read_too(world: World, patient: Chat) -> None:
    async with world.handled():
        await patient.photo("my face is swelling")
    assert (await patient.last()).text.startswith(CALL)
    hello = await patient.say("hello")
    async with world.handled():
        await patient.edit(hello, "hello I had a seizure")
    assert (await patient.last()).text.startswith(CALL)
    for typed in ("/seizure", "/pause I can't breathe", "/help_i_cant_breathe", "/start seizure"):
        assert (await said(world, patient, typed))[-1].text.startswith(CALL), typed
    async with world.handled():
        await patient.photo("my new tablets")
    assert (await patient.last()).text.startswith("I cannot read pictures")


async def test_red_flags_are_never_limited_or_silent(world: World, patient: Chat) -> None:
    for number in range(12):
        (card,) = await said(world, patient, f"seizure number {number}")
        assert card.text.startswith(CALL)
    await world.playground.step(minutes(2))  # none is sent again by the outbox
    cards = [each for each in await patient.messages() if each.text.startswith(CALL)]
    assert len(cards) == 12
    assert not any(each.silent for each in cards)


async def test_h10_a_card_that_telegram_would_not_take_comes_as_soon_as_it_does(
    world: World, patient: Chat
) -> None:
    await world.playground.fault("403", method="sendMessage", chat=patient.id, times=1)
    async with world.handled():
        await patient.say("I had a seizure")
    assert not (await patient.last()).from_bot
    await world.playground.step(minutes(1))
    assert (await patient.wait_for(CALL)).labels() == ["I called", "Not an emergency"]


async def test_h10_while_the_database_takes_nothing_the_card_comes_once(
    world: World, patient: Chat
) -> None:
    with closing(sqlite3.connect(world.database, timeout=5)) as other:
        other.execute("BEGIN IMMEDIATE")
        card = await patient.ask("I can't breathe")
        assert card.text.startswith(CALL)
        assert SAY in card.text
        other.rollback()
    async with world.handled():
        await patient.say("/today")
    cards = [each for each in await patient.messages() if each.text.startswith(CALL)]
    assert len(cards) == 1
