"""Whatever is sent gets an answer, and nothing but a clear word changes the log."""

import pytest

from tests.playground.client import Chat, Playground
from tests.stories.answering import answer, log_of, minutes, reminded
from tests.stories.conftest import World

UNKNOWN = (
    'I didn\'t get that.\nYou can say "taken 13:50", "skip" or "log", or ask a question.\n'
    "Never stop baclofen all at once.\n"
    "In an emergency call 112. If it does not work, use your local emergency number."
)


async def test_pictures_voice_and_stickers_are_answered_kindly(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    for send in (patient.sticker, patient.voice, patient.photo):
        sent = await send()
        said = await patient.wait_for("I cannot read pictures, voice or stickers.", after=sent)
        assert said.buttons == [["Today", "Log", "Help"]]
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)


async def test_nonsense_and_unknown_commands_show_what_can_be_said(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    for said in ("blorp", "?", ".", "👍", "x" * 4096, "<b>took</b> it &amp;"):
        heard = await patient.ask(said)
        assert heard.text == UNKNOWN, said
        assert heard.buttons == [["Today", "Log", "Help"]]
    assert (await patient.ask("/nonsense 5")).text.startswith("I do not know that command.")
    link = await patient.ask("/start c_whatever")
    assert link.text == "I do not know that link. It may be old."
    assert (await patient.wait_for("Mon 23 Nov", after=link)).text.startswith("Mon 23 Nov, Berlin")
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)
    assert (await patient.ask("/taken")).text.startswith("Taken at 14:00")  # what else could it be


async def test_an_edited_message_is_not_read_again(patient: Chat, playground: Playground) -> None:
    await reminded(patient, playground)
    said = await patient.say("taken")
    await patient.wait_for("Taken at 14:00", after=said)
    changed = await patient.edit(said, "took another")
    answered = await patient.wait_for("I read messages once.", after=changed)
    assert answered.text == "I read messages once. If you changed one, please send it anew."
    await patient.edit(said, "taken 13:50")
    await patient.wait_for(lambda m: m.text == answered.text, after=answered)
    log = await log_of(patient)
    assert log.count("10 mg (1 tablet) taken") == 1
    assert "extra" not in log


async def test_help_is_one_screen_and_about_tells_the_numbers_and_that_nobody_signed(
    patient: Chat,
) -> None:
    help_ = (await patient.ask("/help")).text
    assert len(help_.splitlines()) <= 16
    assert len(help_) <= 1000
    for command in ("/today", "/log", "/plan", "/timezone", "/taper", "/about"):
        assert command in help_
    assert "Never stop baclofen all at once." in help_
    assert "In an emergency call 112." in help_
    about = (await patient.ask("/about")).text
    for number in (
        "at most 2 hours and at least 30 min",
        "On time: within 30 min.",
        "after 30 min",
        "snooze 3 times",
        "an extra dose within 4 hours of another",
        "more than 40 mg in one dose, more than 80 mg a day",
        "less than 4 hours or more than 12 hours",
    ):
        assert number in about
    assert "It is not a medical device." in about
    assert "wait for a pharmacist's or doctor's sign-off" in about


async def test_in_a_group_it_says_one_polite_line_and_leaves(
    patient: Chat, playground: Playground, world: World
) -> None:
    async with world.handled():
        group = await playground.group(patient)
    said = [message for message in await group.messages() if message.from_bot]
    assert [each.text for each in said] == [
        "I talk in private chats only. Open a chat with me there."
    ]
    left = await playground.requests("leaveChat")
    assert {str(request["params"]["chat_id"]) for request in left} == {str(group.id)}


@pytest.mark.parametrize("said", ["snooze", "in 1 hour", "not now"])
async def test_later_by_words_is_a_snooze(patient: Chat, playground: Playground, said: str) -> None:
    card = await reminded(patient, playground)
    assert (await patient.ask(said)).text.startswith("I will ask again at 1")
    await playground.step(minutes(1))
    assert (await answer(patient, await patient.last(), "Took it")).id != card.id
