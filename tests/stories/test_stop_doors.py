"""Words of somebody who stops meet the guard, wherever they stand."""

from __future__ import annotations

import pytest

from tests.playground.client import Chat, Playground
from tests.stories.answering import log_of, reminded

NEVER = "Never stop baclofen all at once."
ERASE = "I cannot erase your data from this chat yet. Whoever runs this bot can do it: ask them."


async def test_h5_behind_a_command_under_a_picture_and_in_an_edit_it_is_heard(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    for said in ("/ask I'm stopping my tablets", "/supply I quit", "/log I quit", "/help i quit"):
        assert (await patient.ask(said)).text.startswith(NEVER), said
    sent = await patient.photo("I have stopped my tablets")
    assert (await patient.wait_for(NEVER, after=sent)).buttons
    changed = await patient.say("/about")
    answered = await patient.wait_for("Steady Dose", after=changed)
    await patient.edit(changed, "I quit my tablets")
    assert (await patient.wait_for(NEVER, after=answered)).text.startswith(NEVER)
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)


@pytest.mark.parametrize("said", ["delete my data", "forget me", "/unsubscribe"])
async def test_h5_whoever_asks_to_be_forgotten_meets_the_guard_and_an_honest_line(
    patient: Chat, said: str
) -> None:
    answered = (await patient.ask(said)).text
    assert answered.startswith(ERASE)
    assert NEVER in answered
    assert "Why do you want to stop?" in answered


async def test_a_question_without_its_mark_is_no_reason_to_stop(patient: Chat) -> None:
    assert (await patient.ask("I quit")).text.startswith(NEVER)
    answered = (await patient.ask("can i have a beer with it")).text
    assert "Noted" not in answered
    assert "alcohol" in answered.casefold()
