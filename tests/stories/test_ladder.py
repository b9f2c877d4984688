"""Nothing is logged: the rule once, then the question, then whom to call, and the way back."""

from __future__ import annotations

import pytest

from tests.playground.client import Chat, Message, Playground
from tests.stories.answering import TEN, answer, log_of, minutes
from tests.stories.conftest import World
from tests.stories.seeding import column, from_bot

ASKS = "Did you take any and not log it?"
DANGER = "Get help at once for a seizure, high fever, very stiff muscles, or seeing things."
NUMBER = "In an emergency call 112. If it does not work, use your local emergency number."


@pytest.fixture
async def riding(patient: Chat, playground: Playground) -> Message:
    """Set up on Monday at 12:30, nothing logged since: the card of Tuesday 08:00."""
    await playground.step(minutes(19.5 * 60))
    return await patient.wait_for(lambda m: ASKS in m.text and m.text.startswith("08:00 dose"))


async def test_h4_a_silent_person_hears_skip_once_then_the_question_then_whom_to_call(
    patient: Chat, playground: Playground, riding: Message, world: World
) -> None:
    said = await from_bot(patient)
    [rule] = [text for text in said if "If you missed it, skip it. Take your next" in text]
    assert rule.startswith(f"The 14:00 dose, {TEN}, was not logged.")
    once_more = "The 14:00 dose was not logged. If you missed it, skip it. Do not double up."
    assert [text.split("\n")[0] for text in said if once_more in text] == [f"22:00 dose: {TEN}"]
    [second] = [text for text in said if text.startswith("The 22:00 dose")]
    assert "skip" not in second
    assert "Took none? Then call your pharmacist or doctor today." in second
    assert riding.text.endswith(f"No dose is logged since yesterday 12:30, 19 hours ago.\n{ASKS}")
    assert riding.buttons[-1] == ["I took some", "No, none"]

    await playground.step(minutes(35))
    own = await patient.wait_for(lambda m: m.text.startswith("No dose is logged since"))
    assert own.text.split("\n")[1:] == [
        ASKS,
        f"Open now: 08:00 dose, {TEN}.",
        "Took none? Then call your pharmacist or doctor today.",
    ]
    await playground.step(minutes(4 * 60))
    urgent = await patient.wait_for("Call your doctor or urgent care now about your 14:00 dose.")
    assert urgent.text.split("\n")[1:] == [
        "No dose is logged for 24 hours. Do not take extra.",
        "Took some and did not log it? Tap I took some.",
        DANGER,
        NUMBER,
    ]
    await playground.step(minutes(4 * 24 * 60))
    texts = await from_bot(patient)
    assert sum(ASKS in text for text in texts) == 2
    assert sum(text.startswith("Call your doctor or urgent") for text in texts) == 3
    assert sum("If you missed it, skip it." in text for text in texts) == 2
    notes = "SELECT kind FROM ladder_note ORDER BY at"
    assert column(world.database, notes) == ["rode", "two", "three", "three", "three"]


async def test_none_says_whom_to_call_and_keeps_the_question_away(
    patient: Chat, playground: Playground, riding: Message
) -> None:
    await patient.tap("No, none", message=riding)
    told = await patient.wait_for("Call your pharmacist or doctor today.")
    assert told.text.split("\n") == [
        "Call your pharmacist or doctor today.",
        "Never take two doses at once, and never add extra to catch up.",
        "Early signs can be worry, poor sleep, sweating, a racing heart, shaking and more"
        " stiffness.",
        "If any of these starts, call a doctor or urgent care now.",
        DANGER,
        NUMBER,
    ]
    await playground.step(minutes(3 * 60))
    assert sum(ASKS in text for text in await from_bot(patient)) == 1
    await playground.step(minutes(90))
    assert (await patient.wait_for("Call your doctor or urgent care now")) is not None
    typed = await patient.ask("no, none")
    assert typed.text.startswith("Call your doctor or urgent care now about your 14:00 dose.")


async def test_h16_who_took_it_and_never_tapped_says_so_and_is_left_alone(
    patient: Chat, playground: Playground, riding: Message
) -> None:
    await patient.tap("I took some", message=riding)
    which = await patient.wait_for("Which dose did you take?")
    assert which.buttons[:3] == [["08:00 dose"], ["22:00 dose yesterday"], ["14:00 dose yesterday"]]
    asked = await answer(patient, which, "22:00 dose yesterday")
    assert asked.text.startswith(f"When did you take the 22:00 dose yesterday, {TEN}?")
    taken = await answer(patient, asked, "Taken on time")
    assert taken.text.startswith(f"Taken yesterday at 22:00: {TEN}")
    await patient.tap("No, none", message=riding)
    await patient.wait_for("That question is over: a dose is logged yesterday at 22:00.")
    await playground.step(minutes(5 * 60))
    assert not any("urgent care" in text for text in await from_bot(patient))


async def test_typed_it_is_the_same_and_the_time_names_the_dose(
    patient: Chat, playground: Playground, riding: Message
) -> None:
    which = await patient.ask("I took some")
    assert which.text.startswith("Which dose did you take?")
    asked = await patient.ask("14:00")
    assert asked.text.startswith(f"When did you take the 14:00 dose yesterday, {TEN}?")
    again = await patient.ask("yesterday 14:20")  # 08:00 is open, too
    assert again.text.startswith("Which dose did you take yesterday at 14:20?")
    taken = await patient.ask("14:00 dose yesterday")
    assert taken.text.startswith(f"Taken yesterday at 14:20: {TEN}")
    assert "14:00 10 mg (1 tablet) taken" in await log_of(patient)


async def test_below_the_question_a_yes_and_a_no_are_enough(
    patient: Chat, playground: Playground, riding: Message
) -> None:
    await playground.step(minutes(31))
    await patient.wait_for(lambda m: m.text.startswith("No dose is logged since"))
    again = await patient.ask("what do you mean")
    assert again.text.startswith('I did not understand "what do you mean".')
    assert ASKS in again.text
    assert ASKS in (await patient.ask("not sure")).text
    assert (await patient.ask("no")).text.startswith("Call your pharmacist or doctor today.")
    assert (await patient.ask("I took some")).text.startswith("Which dose did you take?")
    assert "08:00 10 mg (1 tablet) now" in await log_of(patient)  # "not sure" was not about it


async def test_with_nothing_asked_the_words_mean_what_they_say(patient: Chat) -> None:
    assert (await patient.ask("took some")).text.startswith("Which dose did you take?")
    assert (await patient.ask("none")).text.startswith("No dose is open now.")
