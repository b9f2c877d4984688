"""Whoever blocks the bot hears nothing; whoever comes back is asked, and reminded again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.playground.client import Chat
from tests.stories.conftest import World
from tests.stories.seeding import column, from_bot, patients

TWO = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # 14:00 in Berlin
HOUR = timedelta(hours=1)


@pytest.fixture
async def ada(world: World) -> Chat:
    """Ada, due at 14:00."""
    [chat] = await patients(world.playground, world.database, "Ada")
    return chat


async def sends_to(world: World, chat: Chat) -> int:
    """How many messages the bot tried to send to this chat."""
    sent = await world.playground.requests("sendMessage")
    return [str(one["params"]["chat_id"]) for one in sent].count(str(chat.id))


def states(world: World) -> list[object]:
    """The states of today's doses, the earliest first."""
    return column(world.database, "SELECT state FROM dose ORDER BY due_at LIMIT 2")


async def test_a_403_ends_it_until_the_person_writes_again(world: World, ada: Chat) -> None:
    await world.playground.fault("403", method="sendMessage", chat=ada.id)
    await world.playground.step_to(TWO)
    assert states(world) == ["planned", "planned"]  # nobody was asked
    await world.playground.step_to(TWO + 12 * HOUR)  # over 22:00, with no letter tried
    assert await sends_to(world, ada) == 1
    assert states(world) == ["unknown", "unknown"]

    await ada.say("/today")
    await ada.wait_for("What about the 22:00 dose")  # nobody can know it: it is asked
    await world.playground.step_to(TWO + 18 * HOUR)
    await ada.wait_for("08:00 dose: 10 mg")


async def test_a_block_makes_the_open_dose_unknown_and_silences_the_rest(
    world: World, ada: Chat
) -> None:
    await world.playground.step_to(TWO)
    await ada.wait_for("14:00 dose: 10 mg")
    before = await sends_to(world, ada)
    async with world.handled():
        await ada.block()
    assert states(world) == ["unknown", "planned"]
    await world.playground.step_to(TWO + 12 * HOUR)
    assert await sends_to(world, ada) == before


async def test_an_unblock_inside_the_window_brings_the_late_card(world: World, ada: Chat) -> None:
    async with world.handled():
        await ada.block()
    await world.playground.step_to(TWO + HOUR)
    assert await from_bot(ada) == []
    async with world.handled():
        await ada.unblock()
    card = await ada.wait_for("14:00 dose: 10 mg")
    assert "only if you have not taken it already" in card.text.lower()


async def test_whoever_unblocks_with_a_dose_open_and_another_past_gets_one_message(
    world: World, ada: Chat
) -> None:
    async with world.handled():
        await ada.block()
    await world.playground.step_to(TWO + 9 * HOUR)  # 23:00: 22:00 is open, 14:00 is over
    async with world.handled():
        await ada.unblock()
    card = await ada.wait_for("22:00 dose: 10 mg")
    await world.playground.step(timedelta(minutes=1))
    assert "only if you have not taken it already." in card.text
    assert "Not known yet: 14:00 dose. I will ask about that next." in card.text
    assert await from_bot(ada) == [card.text]


async def test_an_unblock_after_the_window_asks_about_the_dose(world: World, ada: Chat) -> None:
    async with world.handled():
        await ada.block()
    await world.playground.step_to(TWO + 3 * HOUR)
    async with world.handled():
        await ada.unblock()
    asked = await ada.wait_for("What about the 14:00 dose")
    assert "Took it" not in asked.labels()
    await world.playground.step_to(TWO + 8 * HOUR)
    await ada.wait_for("22:00 dose: 10 mg")
