"""After an outage: late inside the window, asked about after it, and never called "missed"."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.playground.client import Chat
from tests.stories.conftest import World
from tests.stories.seeding import column, from_bot, patients

TWO = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # 14:00 in Berlin
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
CARD = "14:00 dose: 10 mg"


@pytest.fixture
async def ada(world: World) -> Chat:
    """Ada, due at 14:00; it is 12:30."""
    [chat] = await patients(world.playground, world.database, "Ada")
    return chat


def states(world: World) -> list[object]:
    """The states of the doses that are no longer planned, the earliest first."""
    query = "SELECT state FROM dose WHERE state != 'planned' ORDER BY due_at"
    return column(world.database, query)


async def sleep_until(world: World, until: datetime) -> None:
    """The bot is off until then."""
    await world.playground.sleep(until - await world.playground.now())


async def test_inside_the_window_the_card_comes_late_and_says_so(world: World, ada: Chat) -> None:
    await sleep_until(world, TWO + HOUR)
    card = await ada.wait_for(CARD)
    assert "only if you have not taken it already" in card.text.lower()
    assert "Took it" in card.labels()
    assert len(await from_bot(ada)) == 1


async def test_past_the_window_it_is_unknown_and_asked_about(world: World, ada: Chat) -> None:
    await sleep_until(world, TWO + 3 * HOUR)
    asked = await ada.wait_for("14:00 dose, 10 mg (1 tablet of 10 mg)?")
    assert "I was offline from 12:30 to 17:00" in asked.text
    assert states(world) == ["unknown"]


async def test_a_dose_asked_before_the_bot_slept_is_never_called_missed(
    world: World, ada: Chat
) -> None:
    await world.playground.step_to(TWO)
    await ada.wait_for(CARD)
    await sleep_until(world, TWO + 3 * HOUR)
    await ada.wait_for("14:00 dose, 10 mg (1 tablet of 10 mg)?")
    assert states(world) == ["unknown"]


async def test_nor_is_one_whose_window_ends_after_the_sleep(world: World, ada: Chat) -> None:
    await world.playground.step_to(TWO)
    await ada.wait_for(CARD)
    await sleep_until(world, TWO + HOUR)
    await world.playground.step_to(TWO + 2 * HOUR)
    assert states(world) == ["unknown"]


async def test_one_awake_all_along_is_missed(world: World, ada: Chat) -> None:
    await world.playground.step_to(TWO + 2 * HOUR)
    assert states(world) == ["missed"]
    await ada.wait_for("was not logged")


async def test_after_days_off_everybody_gets_one_message_that_begins_with_the_open_dose(
    world: World, ada: Chat
) -> None:
    [ben] = await patients(world.playground, world.database, "Ben")
    await sleep_until(world, TWO + timedelta(days=3) + HOUR)
    for chat in (ada, ben):
        card = await chat.wait_for("I was offline")
        assert card.text.startswith(CARD)
        assert len(await from_bot(chat)) == 1
    assert states(world).count("unknown") == 2 * 9
    assert states(world).count("open") == 2


async def test_a_snooze_and_a_nudge_that_wait_outlive_a_restart(world: World, ada: Chat) -> None:
    [ben] = await patients(world.playground, world.database, "Ben")
    await world.playground.step_to(TWO)
    await ben.wait_for(CARD)
    await ada.tap("In 15 min")
    await ada.wait_for("14:15")
    await sleep_until(world, TWO + MINUTE)  # a minute is a restart, no outage
    await world.playground.step_to(TWO + 15 * MINUTE)
    assert len([text for text in await from_bot(ada) if CARD in text]) == 2
    await world.playground.step_to(TWO + 30 * MINUTE)
    await ben.wait_for("14:00 dose, 10 mg (1 tablet of 10 mg): not logged.")
    await world.playground.step_to(TWO + 2 * HOUR)
    assert states(world) == ["missed", "missed"]


async def test_a_snooze_that_ended_in_the_outage_comes_late(world: World, ada: Chat) -> None:
    await world.playground.step_to(TWO)
    await ada.tap("In 15 min")
    await ada.wait_for("14:15")
    await sleep_until(world, TWO + HOUR)
    await ada.wait_for(lambda m: CARD in m.text and "Took it" in m.labels())
    assert states(world) == ["open"]
