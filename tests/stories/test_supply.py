"""Tablets counted, looked at and run out of, in the chat: no reminder is touched by it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.playground.client import Chat, Message, Playground
from tests.stories.answering import answer, minutes, now, reminded
from tests.stories.conftest import World
from tests.stories.seeding import column, from_bot
from tests.stories.walking import press

DAY = timedelta(days=1)
EMERGENCY = "Ask a pharmacist today for an emergency supply."
SIGNS = "Early signs can be worry, poor sleep, sweating, a racing heart, shaking"
URGENT = (
    EMERGENCY,
    "Running out means stopping suddenly.",
    "seizures, a high fever and intense muscle spasms",
    SIGNS,
    "If any of these starts, call a doctor or urgent care now.",
    "In an emergency call 112.",
)


def is_urgent(message: Message) -> bool:
    return all(words in message.text for words in URGENT)


async def test_h7_tablets_are_counted_by_strength_typed_and_tapped_and_go_down_by_doses(
    patient: Chat, playground: Playground
) -> None:
    await patient.ask("change plan")
    await patient.ask("10 mg at 8:00, 5 mg at 14:00 and 10 mg at 22:00, tablets of 5 and 10 mg")
    await press(patient, "Correct", "Your plan is changed")
    asked = await patient.ask("/supply")
    assert "How many tablets of 10 mg have you now?" in asked.text
    wrong = await patient.ask("340 mg")
    assert wrong.text.startswith("That reads as mg. How many tablets are they?")
    asked = await patient.ask("34")
    assert asked.text.startswith("Noted: 34 tablets of 10 mg.")
    assert "How many tablets of 5 mg have you now?" in asked.text
    for label in ("10 more", "Half more", "1 fewer"):
        asked = await answer(patient, asked, label)
    assert "Chosen: 9 and a half tablets of 5 mg." in asked.text
    saved = await answer(patient, asked, "Save")
    assert "About 9 days of tablets are left." in saved.text
    assert "Your tablets of 5 mg run out first." in saved.text
    assert "Ask your pharmacist before you make it from others." in saved.text
    assert "About 9 days of tablets are left." in (await patient.ask("/plan")).text

    card = await reminded(patient, playground)
    await playground.step(minutes(5))
    await answer(patient, card, "Took it")
    assert "Left: 8 and a half tablets of 5 mg." in (await patient.ask("/supply")).text
    await patient.ask("undo")
    stands = (await patient.ask("my tablets")).text
    assert "Left by your log: 9 and a half tablets of 5 mg." in stands
    assert "If you took what is not logged: 8 and a half tablets of 5 mg." in stands


async def test_h5_a_warning_comes_by_day_until_it_is_answered(
    world: World, patient: Chat, playground: Playground
) -> None:
    counted = await patient.ask("/supply 10")
    assert "Noted: 10 tablets of 10 mg." in counted.text
    await playground.step(minutes(21 * 60 + 40))  # Tuesday 10:10
    first = await patient.wait_for("About 2 days of tablets are left.")
    assert "Your pharmacy may need 2 working days. That may be too late now." in first.text
    assert EMERGENCY in first.text
    assert SIGNS not in first.text
    assert await answer(patient, first, "Remind me tomorrow")
    await playground.step(DAY)
    await patient.wait_for(is_urgent)
    kinds = column(world.database, "SELECT kind FROM outbox WHERE kind = 'supply'")
    assert len(kinds) == 2
    card = await patient.wait_for(lambda m: "Refilled" in m.labels() and is_urgent(m))
    asked = await answer(patient, card, "Refilled")
    assert "How many tablets of 10 mg have come?" in asked.text
    kept = await patient.ask("56")
    assert kept.text.startswith("Noted, to those you had: 56 tablets of 10 mg.")
    said = len(await from_bot(patient))
    await playground.step(DAY)
    more = (await from_bot(patient))[said:]
    assert any("dose: 10 mg" in each for each in more)
    assert not any("of tablets" in each and "left" in each for each in more)


@pytest.mark.parametrize("typed", [False, True])
async def test_h5_no_tablets_as_the_reason_for_a_skip_leads_to_whom_to_ask(
    patient: Chat, playground: Playground, typed: bool
) -> None:
    card = await reminded(patient, playground)
    why = await answer(patient, card, "Skip")
    if typed:
        told = await patient.ask("I ran out of tablets")
    else:
        told = await answer(patient, why, "No tablets")
    assert told.text.startswith("Skipped: 14:00 dose, 10 mg (1 tablet of 10 mg). Reason: no tablet")
    assert is_urgent(told)
    assert "14:00 10 mg (1 tablet) skipped (no tablets)" in (await patient.ask("/today")).text


async def test_h5_i_ran_out_is_answered_at_once_and_what_was_asked_goes_on(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await playground.step(minutes(5))
    await answer(patient, card, "Took it earlier")
    told = await patient.ask("I have no tablets left. What now?")
    assert is_urgent(told)
    assert "Noted: no tablets are left." in told.text
    assert "Took it" in (await now(patient, await patient.ask("/today"))).labels()
