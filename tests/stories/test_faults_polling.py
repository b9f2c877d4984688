"""Whatever befalls polling, no word is lost, none counts twice, and silence is never "missed"."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import clock
from bot.app import App, opened
from bot.chat.pace import Pace
from bot.playground import BareControls, Server, TurnedClock, serve
from bot.playground.stage import TOKEN
from tests.playground.client import Chat, Playground
from tests.playground.judge import judge
from tests.stories.conftest import World
from tests.stories.seeding import column, from_bot, patients

START = datetime(2026, 11, 23, 12, 59, tzinfo=UTC)
TWO = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # 14:00 in Berlin
CARD = "14:00 dose: 10 mg"


@pytest.fixture
async def ada(world: World) -> Chat:
    """Ada, due at 14:00."""
    [chat] = await patients(world.playground, world.database, "Ada")
    return chat


async def next_poll(world: World, ada: Chat) -> None:
    """The poll under way ends with an update, and the one after it meets the fault."""
    seq = world.server.api.world.feed.last
    await ada.say("/help")
    while True:
        events = await world.server.api.world.feed.wait(seq, 10)
        if any(event["kind"] == "fault" for event in events):
            return
        seq = world.server.api.world.feed.last


@pytest.mark.parametrize("kind", ["500", "502", "drop", "lost", "429", "403"])
async def test_a_poll_that_fails_loses_no_update_and_handles_none_twice(
    world: World, ada: Chat, kind: str
) -> None:
    await world.playground.step_to(TWO)
    card = await ada.wait_for(CARD)
    await world.playground.fault(kind, method="getUpdates")
    await next_poll(world, ada)
    await ada.tap("Took it", message=card)
    await ada.wait_for("Taken at 14:00: 10 mg", message=card)
    assert column(world.database, "SELECT kind FROM answer") == ["taken"]


async def test_a_token_refused_for_a_moment_ends_nothing(world: World, ada: Chat) -> None:
    token, world.server.api.token = world.server.api.token, "1:another"
    world.server.api.world.updates.end_poll("Conflict: terminated by other getUpdates request")
    said = await ada.say("/today")
    world.server.api.token = token
    await ada.wait_for("14:00 10 mg", after=said)


async def test_an_update_nobody_can_read_is_passed_and_stops_no_other(
    world: World, ada: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    updates = world.server.api.world.updates
    async with world.handled():
        updates.add("message", {"message_id": 1, "text": "a secret of Ada's"})
        said = await ada.say("/today")
    await ada.wait_for("14:00 10 mg", after=said)
    assert "failed and was passed: " in caplog.text
    assert "secret" not in caplog.text
    [key] = column(world.database, "SELECT key FROM failure")  # the operator is told of it
    assert str(key).startswith("update:")


async def test_somebody_slow_holds_up_only_themselves(world: World, ada: Chat) -> None:
    [ben] = await patients(world.playground, world.database, "Ben")
    await world.playground.fault("hold", method="sendMessage", chat=ada.id)
    first = await ada.say("/today")
    second = await ada.say("/help")
    said = await ben.say("/today")
    await ben.wait_for("14:00 10 mg", after=said)
    assert await from_bot(ada) == []  # the second waits for the first
    await world.playground.release()
    today = await ada.wait_for("14:00 10 mg", after=first)
    answer = await ada.wait_for(lambda m: m.id > today.id, after=second)
    assert answer.id > today.id


@dataclass(slots=True)
class Awake:
    """The bot with a clock that the test turns while it beats: nobody says it was on purpose."""

    app: App
    clock: TurnedClock
    server: Server
    playground: Playground
    database: Path

    async def live(self, until: datetime, pace: timedelta = timedelta(seconds=100)) -> None:
        """Time goes on to then; the bot beats often enough to be awake."""
        while (now := self.clock.now()) < until:
            self.clock.jump_to(min(now + pace, until))
            await self.app.beat()


@pytest.fixture
async def awake(tmp_path: Path) -> AsyncIterator[Awake]:
    """It is 13:59 in Berlin, and the bot runs."""
    turned, stop, started = TurnedClock(lambda: START), asyncio.Event(), asyncio.Event()
    server = await serve(token=TOKEN, port=0, controls=BareControls(turned), state_path=None)
    server.api.on_request = judge
    file = tmp_path / "data" / "steadydose.db"
    try:
        async with opened(str(file), None) as database, Playground(server.base_url) as playground:
            app = App(
                token=TOKEN,
                api_url=server.base_url,
                store=database.store,
                now=turned.now,
                monotonic=clock.monotonic,
                pace=Pace.unlimited(),
            )
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(app.run(stop, started))
                await started.wait()
                yield Awake(app, turned, server, playground, file)
                stop.set()
        assert server.api.problems == []
    finally:
        await server.close()


def states(awake: Awake) -> list[object]:
    """The states of the doses that are no longer planned."""
    return column(awake.database, "SELECT state FROM dose WHERE state != 'planned'")


async def poll_answered(ada: Chat) -> None:
    """A poll is answered now: it brings an update."""
    said = await ada.say("/help")
    await ada.wait_for(lambda m: True, after=said)


@pytest.mark.parametrize(("stood_still", "state"), [(True, "unknown"), (False, "missed")])
async def test_what_nobody_answered_is_unknown_where_polling_stood_still(
    awake: Awake, stood_still: bool, state: str
) -> None:
    [ada] = await patients(awake.playground, awake.database, "Ada")
    await awake.live(TWO)
    await ada.wait_for(CARD)
    if stood_still:
        await awake.live(TWO + timedelta(hours=2))
    else:
        while awake.clock.now() < TWO + timedelta(hours=2):
            await poll_answered(ada)
            await awake.live(awake.clock.now() + timedelta(seconds=140))
    assert states(awake) == [state]


async def test_the_time_an_outage_of_polling_lasted_is_kept(awake: Awake) -> None:
    [ada] = await patients(awake.playground, awake.database, "Ada")
    await awake.live(TWO)
    await ada.wait_for(CARD)
    await awake.live(TWO + timedelta(minutes=5))
    await poll_answered(ada)
    await awake.live(TWO + timedelta(minutes=6))
    assert column(awake.database, "SELECT part FROM outage") == ["poll"]


async def test_a_machine_asleep_for_3_hours_loses_nothing_and_says_nothing_twice(
    awake: Awake,
) -> None:
    [ada] = await patients(awake.playground, awake.database, "Ada")
    await awake.live(TWO)
    await ada.wait_for(CARD)
    awake.clock.jump_to(TWO + timedelta(hours=9))  # 23:00
    await awake.app.beat()
    woke = await ada.wait_for("22:00 dose: 10 mg")
    assert "Not known yet: 14:00 dose." in woke.text
    await poll_answered(ada)
    await awake.live(TWO + timedelta(hours=9, minutes=1))
    assert sum("dose" in text for text in await from_bot(ada)) == 3  # and the help asked for
    assert states(awake) == ["unknown", "open"]
