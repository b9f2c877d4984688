"""/timezone: the same plan by another clock, and no dose asked twice or too near another."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from tests.playground.client import Chat, Playground
from tests.stories.conftest import set_up
from tests.stories.walking import move_to, press


@pytest.fixture
async def patient(ada: Chat) -> Chat:
    """Ada in Berlin on 10 mg at 08:00, 14:00 and 22:00, who took the first; it is 12:30."""
    await set_up(ada, last="8:00")
    return ada


async def _asked(chat: Chat) -> list[datetime]:
    """When each dose was asked for."""
    return [m.date for m in await chat.messages() if m.from_bot and "Open until" in m.text]


async def test_the_clock_is_shown_and_changed_in_four_steps(patient: Chat) -> None:
    shown = await patient.ask("/timezone")
    assert "Your clock is Berlin, Germany. It is 12:30 now." in shown.text
    echo = await move_to(patient, "Tokyo")
    assert "Your clock: Tokyo, Japan." in echo.text
    assert "The next 48 hours:" in echo.text
    assert (
        "today 22:00: 10 mg (1 tablet), 6 hours later" in echo.text
    )  # 08:00 in Berlin is 16:00 there
    assert echo.buttons == [["Correct"], ["Change", "Change nothing"]]
    started = await press(patient, "Correct", "The next reminder comes today 22:00.")
    assert "Your clock: Tokyo, Japan." in started.text
    assert "It is 20:30 now." in (await patient.ask("/timezone")).text
    assert "version 2" in (await patient.ask("/plan")).text
    assert "119" in (await patient.ask("/help")).text  # Japan's number for an ambulance


async def test_berlin_tokyo_los_angeles_in_a_day_asks_nothing_twice_and_keeps_apart(
    patient: Chat, playground: Playground
) -> None:
    await playground.step_to(datetime(2026, 11, 23, 13, 20, tzinfo=UTC))
    await patient.tap("Took it")  # 14:00 in Berlin, at 14:20
    await patient.wait_for("Taken at 14:20")
    echo = await move_to(patient, "Tokyo")  # 22:20 there: the 22:00 dose is taken already
    assert "tomorrow 08:00: 10 mg (1 tablet), 9 h 40 min later" in echo.text
    await press(patient, "Correct", "The next reminder comes tomorrow 08:00.")
    await playground.step(timedelta(hours=1))
    echo = await move_to(patient, "Los Angeles")  # 06:20 there, four hours not over till 09:20
    assert "today 08:00" not in echo.text
    assert "today 14:00: 10 mg (1 tablet), 8 h 40 min later" in echo.text
    await press(patient, "Correct", "The next reminder comes today 14:00.")
    await playground.step_to_next()  # the change, shown once more
    asked = await _asked(patient)
    await playground.step_to(datetime(2026, 11, 23, 21, 59, tzinfo=UTC))
    assert await _asked(patient) == asked

    await playground.step(timedelta(hours=40))
    times = await _asked(patient)
    assert len(times) >= 4
    assert all(later - earlier >= timedelta(hours=4) for earlier, later in pairwise(times))


async def test_an_open_dose_is_answered_by_the_old_clock(
    patient: Chat, playground: Playground
) -> None:
    await playground.step_to(datetime(2026, 11, 23, 13, 0, tzinfo=UTC))
    card = await patient.wait_for("14:00 dose: 10 mg")
    await move_to(patient, "London")
    started = await press(patient, "Correct", "Your plan is changed.")
    assert "The next reminder comes today 22:00." in started.text  # never 14:00 a second time
    assert "Your 13:00 dose from before is still open until 15:00." in started.text
    moved = await patient.wait_for("Open until 15:00.", message=card)
    assert "13:00 dose: 10 mg" in moved.text  # by the clock here
    await patient.tap("Took it", message=card)
    taken = await patient.wait_for("Taken at 13:00: 10 mg", message=card)
    assert "Next: 22:00 dose, 10 mg (1 tablet of 10 mg)." in taken.text
    await playground.step(timedelta(hours=2))
    assert not [m for m in await patient.messages() if "14:00 dose: 10 mg" in m.text]


async def test_the_same_zone_again_loses_no_dose(patient: Chat, playground: Playground) -> None:
    await move_to(patient, "Berlin")
    await press(patient, "Correct", "The next reminder comes today 14:00.")
    await playground.step_to_next()
    await patient.wait_for("14:00 dose: 10 mg")


async def test_only_a_place_answers_where_a_place_is_asked(
    patient: Chat, playground: Playground
) -> None:
    await patient.ask("/timezone")
    await press(patient, "Change zone", "Where are you?")
    await patient.ask("Tokyo")
    echo = await patient.ask("yes")
    assert "The next 48 hours:" in echo.text
    other = await patient.ask("100 mg at 8:00")  # no plan may come in by this door
    assert "100 mg" in other.text
    assert "I do not know" in other.text
    assert "today 22:00: 10 mg (1 tablet)" in other.text
    clock = await patient.ask("Paris")
    assert "Is it 12:30 where you are?" in clock.text
    await press(patient, "No", "Where are you?")
    shared = await patient.share(35.68, 139.69)
    clock = await patient.wait_for("Is it 20:30 where you are?", after=shared)
    await patient.tap("Yes", message=clock)
    await patient.wait_for("Is this right?", after=clock)
    await press(patient, "Change", "Where are you?")
    await patient.ask("/cancel")
    assert "Berlin, Germany" in (await patient.ask("/timezone")).text
    assert "version 1" in (await patient.ask("/plan")).text
    assert await playground.next_due() == datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
