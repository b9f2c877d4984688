"""After polling stood still alone, the bot has caught up once what waited is handled."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from telegram import Update

from bot import clock
from bot.app.wiring import application
from bot.chat.poll import Poll
from bot.chat.trouble import Trouble
from bot.playground import BareControls, Server, TurnedClock, serve
from bot.playground.stage import TOKEN
from tests.guard import GUARD
from tests.playground.client import Chat, Playground

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


@dataclass(slots=True)
class Line:
    """A poll that runs, the person at the other end, and what it handed over."""

    server: Server
    playground: Playground
    ada: Chat
    gate: asyncio.Event
    poll: Poll = field(init=False)
    heard: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    noted: dict[int, bool] = field(default_factory=dict)

    async def receive(self, update: Update) -> bool:
        """Handled once the gate is open."""
        assert update.message is not None
        await self.heard.put(update.message.text or "")
        await self.gate.wait()
        return True

    async def unreadable(self, which: int, _why: str) -> bool:
        """Kept at the second try."""
        self.noted[which] = which in self.noted
        return self.noted[which]


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    """Polling has caught up, and the gate is open."""
    controls = BareControls(TurnedClock(lambda: NOW))
    server = await serve(token=TOKEN, port=0, controls=controls, state_path=None)
    bot, stop = application(TOKEN, server.base_url).bot, asyncio.Event()
    gate = asyncio.Event()
    gate.set()
    async with Playground(server.base_url) as playground, bot, asyncio.TaskGroup() as tasks:
        ada = await playground.person("Ada", met=True)
        made = Line(server, playground, ada, gate)
        made.poll = Poll(bot, made.receive, made.unreadable, lambda: None, Trouble(clock.monotonic))
        tasks.create_task(made.poll.run(stop))
        await made.poll.caught_up.wait()
        yield made
        gate.set()
        stop.set()
    await server.close()


async def poll_fails(line: Line) -> None:
    """The poll under way ends with an update, and the one after it fails."""
    seq = line.server.api.world.feed.last
    await line.playground.fault("500", method="getUpdates")
    await line.ada.say("before")
    async with asyncio.timeout(GUARD):
        assert await line.heard.get() == "before"
        while not any(
            event["kind"] == "fault" for event in await line.server.api.world.feed.wait(seq, 10)
        ):
            seq = line.server.api.world.feed.last


async def test_what_waited_at_telegram_is_handled_first(line: Line) -> None:
    await poll_fails(line)
    line.gate.clear()
    await line.ada.say("taken")
    async with asyncio.timeout(GUARD):
        assert await line.heard.get() == "taken"  # polling works again
    line.poll.hear_first(polling_alone=True)
    assert not line.poll.caught_up.is_set()
    line.gate.set()
    async with asyncio.timeout(GUARD):
        await line.poll.caught_up.wait()
    line.poll.hear_first(polling_alone=True)
    assert line.poll.caught_up.is_set()  # it has caught up since: nothing is held up


async def test_after_the_whole_bot_stood_still_it_listens_first_in_any_case(line: Line) -> None:
    line.poll.hear_first(polling_alone=False)
    assert not line.poll.caught_up.is_set()


async def test_it_has_caught_up_once_what_waits_behind_a_full_answer_is_handled(
    line: Line,
) -> None:
    async def on_record(_which: int, _why: str) -> bool:
        return True

    await poll_fails(line)
    ada = {"id": line.ada.id, "first_name": "Ada"}
    whole = {"from": {**ada, "is_bot": False}, "chat": {**ada, "type": "private"}, "date": 1}
    updates = line.server.api.world.updates
    updates.add("message", {"message_id": 1, "text": "no chat, no date"})
    for count in range(99):
        updates.add("message", {**whole, "message_id": 2 + count, "text": str(count)})
    updates.add("message", {**whole, "message_id": 101, "text": "taken"})
    line.poll.unreadable = on_record
    line.poll.hear_first(polling_alone=False)
    async with asyncio.timeout(GUARD):
        await line.poll.caught_up.wait()
    heard = [line.heard.get_nowait() for _ in range(line.heard.qsize())]
    assert "taken" in heard


async def test_one_that_cannot_be_read_is_confirmed_once_it_is_on_record(line: Line) -> None:
    updates = line.server.api.world.updates
    updates.add("message", {"message_id": 1, "text": "no chat, no date"})
    async with asyncio.timeout(GUARD):
        while updates.pending():
            await updates.busy.wait()
            await updates.idle.wait()
    assert list(line.noted.values()) == [True]  # the first try could not keep it
