"""Asking for a taper, wanting to stop: always the warning; "keep taking" never to the unwell."""

import pytest

from tests.playground.client import Chat, Playground
from tests.stories.answering import answer, log_of, minutes, reminded
from tests.stories.walking import to_plan

NEVER = "Never stop baclofen all at once."
NO_ONE = "No clinician is linked to me yet, so nobody was told."


async def test_a_request_stands_once_with_its_reason_until_it_is_taken_back(
    patient: Chat,
) -> None:
    question = await patient.ask("/taper")
    assert question.text.startswith("Why do you want a taper?")
    assert NEVER in question.text
    assert question.buttons == [
        ["I want less", "Side effects"],
        ["Pregnancy", "Operation"],
        ["Doctor said so", "Other"],
    ]
    asked = await answer(patient, question, "I want less")
    assert asked.text.splitlines()[0] == (
        "Noted at 12:30: you ask for a taper. Reason: you want less or to stop."
    )
    for words in (NEVER, NO_ONE, "Keep taking your usual dose until your doctor sends a plan."):
        assert words in asked.text
    again = await patient.ask("ask for a taper")
    assert again.text.startswith("Your request stands. You made it at 12:30.")
    tapped = await patient.forge(question.id, question.json["buttons"][0][1]["callback_data"])
    await patient.toast(tapped)  # a second reason on the old question
    assert (await patient.ask("/taper")).text.splitlines()[0].endswith("you want less or to stop.")
    back = await patient.ask("Take request back")
    assert back.text == "Taken back. Your plan is unchanged."
    assert (await patient.ask("take request back")).text == "No request stands."
    assert (await patient.ask("/taper")).text.startswith("Why do you want a taper?")


async def test_every_reason_is_kept_and_the_unwell_never_read_keep_taking(patient: Chat) -> None:
    kept = {
        "side effects": "side effects",
        "Pregnancy": "pregnancy",
        "operation": "an operation",
        "Doctor said so.": "your doctor said so",
        "Other": "other",
        "it makes me so weak": "other",
    }
    for said, reason in kept.items():
        await patient.ask("/taper")
        asked = await patient.ask(said)
        assert asked.text.splitlines()[0].endswith(f"Reason: {reason}.")
        assert NEVER in asked.text
        assert NO_ONE in asked.text
        if reason in ("side effects", "other"):
            assert "eep taking" not in asked.text
            assert "just as your doctor told" not in asked.text
            assert "hard to wake: get help now." in asked.text
            assert "112" in asked.text
        await answer(patient, asked, "Take request back")
    await patient.ask("/taper")
    assert "Why do you want a taper?" in (await patient.ask("why do you ask?")).text


@pytest.mark.parametrize("long", [False, True])
async def test_i_will_just_stop_is_warned_at_any_moment(
    ada: Chat, playground: Playground, long: bool
) -> None:
    words = "I'll just stop"
    if long:
        words = f"{'It is all too much. ' * 150}\n{words}, it makes me tired"
    await to_plan(ada)  # in the middle of the set-up
    for _ in range(2):
        warned = await ada.ask(words)
        assert NEVER in warned.text
        assert "In an emergency call 112." in warned.text  # they told of Berlin a moment ago
        assert "seizures, a high fever and intense muscle spasms" in warned.text
        assert "eep taking" not in warned.text
        assert "Ask for taper" in warned.labels()
    last = await ada.ask("10 mg at 8:00, 14:00 and 22:00")  # and it goes on where it was
    assert last.text.startswith("Which tablets do you have?") or "10 mg" in last.text


async def test_i_will_just_stop_is_warned_while_a_question_waits(
    patient: Chat, playground: Playground
) -> None:
    await answer(patient, await reminded(patient, playground), "Skip")
    for said in ("/stop", "I want to stop taking it", "can I stop?"):
        assert (await patient.ask(said)).text.startswith(NEVER)
    await playground.step(minutes(5))
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)  # it was no reason to skip
