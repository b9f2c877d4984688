"""The log: by day and slot, what it adds up to, and back through the weeks."""

from tests.playground.client import Chat, Message, Playground
from tests.stories.answering import answer, log_of, minutes, reminded
from tests.stories.conftest import World

_DAY = 24 * 60


async def test_a_week_by_day_and_slot_and_what_it_adds_up_to(
    patient: Chat, playground: Playground
) -> None:
    assert "Nothing is logged in these days." in await log_of(patient)
    await answer(patient, await reminded(patient, playground), "Took it")
    assert "Longest" not in await log_of(patient)  # between two, and there is one
    await reminded(patient, playground, "22:00 dose")
    await playground.step(minutes(30))
    await patient.ask("taken")  # within 30 min: on time
    await reminded(patient, playground, "08:00 dose")
    await playground.step(minutes(31))
    await patient.ask("taken")  # late
    await answer(patient, await reminded(patient, playground), "Skip")
    await patient.ask("no tablets")
    await reminded(patient, playground, "22:00 dose")
    await playground.step(minutes(120))  # not logged
    await answer(patient, await reminded(patient, playground, "08:00 dose"), "Not sure")
    await patient.ask("took another")
    await patient.ask("yes")
    await reminded(patient, playground)
    assert (await log_of(patient)).splitlines() == [
        "Last 7 days",
        "today",
        "08:00 10 mg (1 tablet) not known",
        "14:00 10 mg (1 tablet) now",
        "08:00 extra dose",
        "yesterday",
        "08:00 10 mg (1 tablet) taken 08:31, 31 min late",
        "14:00 10 mg (1 tablet) skipped (no tablets)",
        "22:00 10 mg (1 tablet) not logged",
        "Mon 23 Nov",
        "14:00 10 mg (1 tablet) taken 14:00",
        "22:00 10 mg (1 tablet) taken 22:30",
        "",
        "Taken: 3 of 5.",
        "On time: 2 of 5.",
        "Not known: 1.",
        "Longest time between logged doses: 23 h 29 min.",
        "Last logged dose: 08:00, 6 hours ago.",
        "On time is within 30 min. Not known is counted in neither.",
    ]


async def test_it_pages_back_through_the_weeks_by_tap_and_by_words(
    world: World, patient: Chat, playground: Playground
) -> None:
    await answer(patient, await reminded(patient, playground), "Took it")
    await patient.block()  # the weeks pass without a message
    await playground.step(minutes(7 * _DAY - 60))  # Monday again: one day is older than a week
    async with world.handled():
        await patient.unblock()
    await playground.step(minutes(1))  # what the bot has to say is said
    newest = await _shown(patient, "/log", "Last 7 days\ntoday")
    assert "14:00 10 mg (1 tablet) taken" not in newest.text
    assert newest.buttons[0] == ["Older"]
    older = await answer(patient, newest, "Older")
    oldest_week = ["7 days up to Mon 23 Nov", "Mon 23 Nov", "14:00 10 mg (1 tablet) taken 14:00"]
    assert older.text.splitlines()[:3] == oldest_week
    assert older.buttons[0] == ["Newer"]
    await patient.block()
    await playground.step(minutes(14 * _DAY))
    async with world.handled():
        await patient.unblock()
    await playground.step(minutes(1))  # what the bot has to say is said
    await _shown(patient, "/log 3", "7 days up to Mon 30 Nov")
    typed = await _shown(patient, "Older", "7 days up to Mon 23 Nov")
    assert typed.text.splitlines()[:3] == oldest_week
    await _shown(patient, "Newer", "7 days up to Mon 30 Nov")
    await _shown(patient, "last week", "7 days up to Mon 7 Dec")
    empty = await _shown(patient, "/log 400", "7 days up to")
    assert empty.text.endswith("Nothing is logged in these days.")


async def _shown(chat: Chat, words: str, start: str) -> Message:
    """The answer that begins so; a question about the weeks of silence may come before it."""
    said = await chat.say(words)
    return await chat.wait_for(lambda message: message.text.startswith(start), after=said)
