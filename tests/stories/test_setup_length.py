"""/start takes at most eight messages of the bot, tapped or typed, and shows what it read."""

from __future__ import annotations

import pytest

from tests.playground.client import Chat
from tests.stories.conftest import World
from tests.stories.walking import press, to_plan

MOST = 8
PLAN = "10 mg at 8:00, 14:00 and 22:00"
# What is typed ("[...]": tapped), and what the bot's newest message must then say.
TYPED = {
    "/start": "Do you agree",
    "I agree": "18 or older",
    "yes": "kidney disease",
    "no": "Where are you?",
    "Berlin": "Is it 12:30 where you are, in Berlin, Germany?",
    f"{PLAN}, tablets of 10 mg": "Tablets: 10 mg.",
    "8:00": "I understood:",
    "correct": "Your first reminder comes today 14:00.",
}
TAPPED = {
    "/start": "Do you agree",
    "[I agree]": "18 or older",
    "[Yes, both]": "kidney disease",
    "[No]": "Where are you?",
    "Berlin": "Is it 12:30 where you are",  # a place and an amount are never offered
    "[Pick times]": "How many doses a day?",
    "[3 a day]": "Now: 08:00, 14:00 and 22:00.",
    "[Done]": "How many mg at",
    "10 mg": "Which tablets do you have?",
    "[10 mg]": "Chosen: 10 mg.",
    "[Done] ": "Tablets: 10 mg.",
    "[today 08:00]": "I understood:",
    "[Correct]": "Your first reminder comes today 14:00.",
}
MIXED = {
    "/start": "Do you agree",
    "I agree": "18 or older",
    "[Yes, both]": "kidney disease",
    "[No]": "Where are you?",
    "Berlin": "Is it 12:30 where you are, in Berlin, Germany?",
    PLAN: "Which tablets do you have?",
    "10": "Tablets: 10 mg.",
    "8:00": "I understood:",
    "[Correct]": "Your first reminder comes today 14:00.",
}


@pytest.mark.parametrize("way", [TYPED, TAPPED, MIXED], ids=["typed", "tapped", "mixed"])
async def test_the_set_up_takes_at_most_eight_messages(
    world: World, ada: Chat, way: dict[str, str]
) -> None:
    for step, wanted in way.items():
        async with world.handled():
            label = step.strip()
            await (ada.tap(label[1:-1]) if label[0] == "[" else ada.say(step))
        last = [message for message in await ada.messages() if message.from_bot][-1]
        assert wanted in last.text, step
    from_bot = [message for message in await ada.messages() if message.from_bot]
    assert len(from_bot) <= MOST


async def test_typed_tablets_are_named_before_anything_else_and_can_be_put_right(
    ada: Chat,
) -> None:
    await to_plan(ada)
    last = await ada.ask(f"{PLAN}, tablets of 5 and 25 mg")
    assert last.text.splitlines()[:2] == [
        "Tablets: 5 mg and 25 mg.",
        "I read: 08:00 10 mg, 14:00 10 mg and 22:00 10 mg.",
    ]
    tablets = await press(ada, "Other tablets", "Which tablets do you have?")
    assert "Chosen: 5 mg and 25 mg." in tablets.text
    last = await ada.ask("5 and 10")
    assert last.text.startswith("Tablets: 5 mg and 10 mg.")
    echo = await ada.ask("not sure")
    assert "Your tablets: 5 mg and 10 mg." in echo.text
    assert echo.labels() == ["Correct", "Change"]

    await press(ada, "Change", "How do you take it?")
    tablets = await ada.ask("50 mg at 8:00 and 20:00")
    assert "Chosen: 5 mg and 10 mg." in tablets.text
    again = await ada.ask("10 mg")
    assert again.text.startswith("Tablets: 10 mg.")
    assert "50 mg in one dose is a lot." in again.text


async def test_a_number_of_tablets_is_never_taken_for_their_strength(ada: Chat) -> None:
    await to_plan(ada)
    for said in (
        "10 mg at 8:00 and 20:00, 2 tablets of 5 mg",
        "10 mg at 8:00 and 20:00, tablets: 2",
        "2 tablets of 10 mg at 8:00",
        "10 mg tablets at 8:00 and 20:00",
    ):
        asked = await ada.ask(said)
        assert "Write mg, not tablets." in asked.text, said
        assert "Type amounts, times and tablets, like:" in asked.text
