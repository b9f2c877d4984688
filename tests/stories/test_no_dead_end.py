"""Whatever is looked up or not understood meanwhile, the question that waits is said again."""

import pytest

from tests.playground.client import Chat, Message, Playground
from tests.stories.answering import answer, log_of, minutes, now, reminded
from tests.stories.conftest import World
from tests.stories.walking import press, to_last

SAID = ("/help", "/about", "help", "about", "what can you do?")
WHEN = "When did you take the 14:00 dose"


async def _last(world: World, chat: Chat, said: str) -> list[Message]:
    """What the bot says to this, all of it."""
    before = await chat.last()
    async with world.handled():
        await chat.say(said)
    return [m for m in await chat.messages() if m.from_bot and m.id > before.id]


async def test_help_in_the_set_up_ends_with_the_question_that_waits(
    world: World, ada: Chat
) -> None:
    await ada.ask("/start")
    for said in SAID:
        _, question = await _last(world, ada, said)
        assert "Do you agree that I keep these?" in question.text, said
    await ada.ask("yes")
    _, question = await _last(world, ada, "/help")
    assert "Are you 18 or older" in question.text
    await ada.ask("yes")
    await ada.ask("no")
    _, question = await _last(world, ada, "/about")
    assert "Where are you?" in question.text
    await ada.ask("Berlin")
    await to_last(ada)
    for said in SAID:
        looked_up, question = await _last(world, ada, said)
        assert "When did you last take" not in looked_up.text
        assert "When did you last take" in question.text, said
    assert "I understood:" in (await ada.ask("8:00")).text  # it waited all along
    _, echo = await _last(world, ada, "help")
    assert "Is this right?" in echo.text
    await press(ada, "Correct", "Your first reminder")
    assert len(await _last(world, ada, "/help")) == 1


async def test_help_before_consent_asks_nothing_but_the_consent(world: World, ada: Chat) -> None:
    await ada.ask("/start")
    await _last(world, ada, "/help")
    asked = await ada.ask("10 mg at 8:00")
    assert "Do you agree that I keep these?" in asked.text


@pytest.mark.parametrize(
    ("after", "steps", "asked"),
    [
        (95, ("[Took it earlier]",), WHEN),
        (95, ("[Skip]",), "Skip the 14:00 dose, 10 mg (1 tablet of 10 mg): why?"),
        (1, ("/taper",), "Why do you want a taper?"),
        (1, ("taken",), "Which dose did you take?"),
        (95, ("I took 20 mg at 13:55",), "You wrote 20 mg."),
        (95, ("[Took it]", "took another"), "Is this an extra dose?"),
        (1, ("took another",), "Is this an extra dose, outside your plan?"),
        (1, ("/pause",), "For how long?"),
        (1, ("pause until 20:00",), "Pause reminders until 20:00?"),
        (1, ("/hospital",), "Are you in hospital now"),
        (220, ("correct",), "Which day is wrong in the log?"),
        (220, ("correct today",), "Which dose today?"),
        (220, ("correct 14:00",), "What is true of the 14:00 dose"),
        (220, ("correct 14:00", "[Took it at...]"), WHEN),
        (580, ("taken", "correct 14:00", "22:05"), "Which dose did you take at 22:05?"),
        (580, ("taken", "correct 14:00", "22:05", "[today 14:00]"), "Is this an extra dose?"),
    ],
    ids=[
        *("when", "why skip", "why taper", "which", "other amount", "extra", "outside the plan"),
        *("how long", "sure to pause", "in hospital", "which day", "which dose of the day"),
        *("what is true", "corrected when", "corrected which", "corrected extra"),
    ],
)
async def test_help_and_stray_words_leave_a_small_question_waiting(
    world: World, patient: Chat, after: int, steps: tuple[str, ...], asked: str
) -> None:
    await world.playground.step(minutes(after))
    for step in steps:
        async with world.handled():
            await (patient.tap(step[1:-1]) if step[0] == "[" else patient.say(step))
    for said in ("/help", "about"):
        _, question = await _last(world, patient, said)
        assert asked in question.text, said
        assert question.labels()
    (question,) = await _last(world, patient, "why?")
    first, _, rest = question.text.partition("\n")
    read = "I could not read that time." if asked is WHEN else 'I did not understand "why?".'
    assert first.startswith(read)
    assert asked in rest


@pytest.mark.parametrize("pinned", [False, True])
async def test_help_tapped_leaves_the_small_question_waiting(
    world: World, patient: Chat, playground: Playground, pinned: bool
) -> None:
    today = await (patient.board() if pinned else patient.ask("/today"))
    card = await reminded(patient, playground)
    await answer(patient, card, "Took it earlier")
    async with world.handled():
        await patient.tap("Help", message=today)
    question = await patient.last()
    assert WHEN in question.text
    assert "Taken at 13:50" in (await patient.ask("13:50")).text


async def test_a_time_that_cannot_be_read_is_asked_again_and_the_question_waits(
    patient: Chat, playground: Playground
) -> None:
    await reminded(patient, playground)
    await playground.step(minutes(150))
    late = await patient.last()
    await answer(patient, late, "Took it at...")
    for typed, why in {
        "25:70": "I could not read that time.",
        "banana": "I could not read that time.",
        "at 2": "Morning or evening?",
        "taken at 2": "Morning or evening?",
        "yesterday at midnight": "Which day's midnight?",
    }.items():
        asked = await patient.ask(typed)
        assert asked.text.startswith(why), typed
        assert WHEN in asked.text
        assert 'Type the time, like "13:50"' in asked.text
    taken = await patient.ask("14:10")
    assert taken.text.startswith("Taken at 14:10: 10 mg")


async def test_words_that_something_else_understands_end_a_small_question(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    await answer(patient, card, "Took it earlier")
    assert "14:00 10 mg (1 tablet) now" in await log_of(patient)
    assert (await patient.ask("13:50")).text.startswith("I didn't get that.")
    await answer(patient, await now(patient, card), "Back")
    await answer(patient, card, "Took it earlier")
    assert "Asked again" not in (await patient.ask("snooze 20")).text
    assert (await patient.ask("13:50")).text.startswith("I didn't get that.")


async def test_back_typed_under_a_question_goes_back_to_its_dose(
    patient: Chat, playground: Playground
) -> None:
    card = await reminded(patient, playground)
    for question in ("Skip", "Took it earlier"):
        await answer(patient, card, question)
        back = await patient.ask("back")
        assert back.text.startswith("14:00 dose: 10 mg (1 tablet of 10 mg)")
        card = back
