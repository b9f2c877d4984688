"""After days of silence: reminders only is offered, taken up, and left again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.playground.client import Chat, Message, Playground
from tests.stories.answering import answer, reminded
from tests.stories.conftest import World
from tests.stories.seeding import column, from_bot

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OFFER = "Nothing was logged since"
ONLY = "Reminders only. I do not ask about doses that are not logged."


@pytest.fixture
async def offered(patient: Chat, playground: Playground) -> Message:
    """Three days without an answer; the offer."""
    await playground.step(3 * DAY + 4 * HOUR)
    return await patient.wait_for(OFFER)


async def test_the_offer_says_what_it_costs_and_comes_once(
    patient: Chat, playground: Playground, offered: Message
) -> None:
    assert offered.text.startswith(f"{OFFER} Mon 23 Nov 14:00.")
    for words in (
        "Then I cannot warn you about missed doses, and your log is not complete.",
        "A whole day with no baclofen can be risky.",
        "112",
    ):
        assert words in offered.text
    assert offered.buttons == [["Keep asking"], ["Reminders only"], ["Call list"]]
    kept = await answer(patient, offered, "Keep asking")
    assert kept.text == "Then I keep asking, as before."
    await playground.step(2 * DAY)
    assert not any(text.startswith(OFFER) for text in await from_bot(patient))
    assert any(": not logged." in text for text in (await from_bot(patient))[-6:])


async def test_reminders_only_reminds_and_asks_nothing_until_it_is_left(
    world: World, patient: Chat, playground: Playground, offered: Message
) -> None:
    chosen = await answer(patient, offered, "Reminders only")
    assert ONLY in chosen.text
    assert "I cannot warn you about them, and your log is not complete." in chosen.text
    said = len(await from_bot(patient))
    await playground.step(DAY)
    offer = "Shall I count"  # of tablets, once
    texts = [each for each in (await from_bot(patient))[said:] if not each.startswith(offer)]
    assert [text[:15] for text in texts] == [
        "22:00 dose: 10 ",
        "08:00 dose: 10 ",
        "14:00 dose: 10 ",
    ]
    for look in ("/today", "/log", "/help"):
        shown = await patient.ask(look)
        assert ONLY in shown.text
        assert ["Ask me again"] in shown.buttons

    card = await reminded(patient, playground, "22:00 dose")
    taken = await answer(patient, card, "Took it")
    assert taken.text.startswith("Taken at 22:00: 10 mg")
    assert "Shall I ask again about doses that are not logged?" in taken.text
    assert ["Ask me again"] in taken.buttons
    assert ONLY in (await patient.ask("/log")).text  # one answer does not end it

    ended = await answer(patient, taken, "Ask me again")
    assert ended.text.startswith("I ask again from now on.")
    card = await reminded(patient, playground, "08:00 dose")
    await playground.step(2 * HOUR)
    await patient.wait_for("The 08:00 dose, 10 mg (1 tablet of 10 mg), was not logged.")
    states = "SELECT state FROM dose WHERE state NOT IN ('planned', 'missed', 'taken')"
    assert set(column(world.database, states)) == {"unknown"}
    assert not any("What about" in text for text in (await from_bot(patient))[said:])


@pytest.mark.parametrize("back", ["log again", "ask me again", "/resume", "keep asking"])
async def test_typed_it_is_chosen_and_left_in_words(patient: Chat, back: str) -> None:
    assert (await patient.ask("keep asking")).text == "Then I keep asking, as before."
    assert ONLY in (await patient.ask("reminders only")).text
    assert ONLY in (await patient.ask("/today")).text
    assert (await patient.ask(back)).text.startswith("I ask again from now on.")
    assert ONLY not in (await patient.ask("/today")).text
    assert (await patient.ask("/resume")).text.startswith("Nothing is paused.")
