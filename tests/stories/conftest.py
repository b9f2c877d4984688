"""The whole bot on the playground, with a clock that only moves when a story moves it."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import clock
from bot.chat.pace import Pace
from bot.playground import Server, TurnedClock, serve
from bot.playground.stage import TOKEN, Stage
from tests.guard import GUARD
from tests.playground.client import Chat, Playground
from tests.playground.judge import judge

FILE = "steadydose.db"
START = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)  # a Monday, 12:30 in Berlin


@dataclass(slots=True)
class World:
    """A running playground: its people, its server and where the bot keeps its data."""

    playground: Playground
    server: Server
    stage: Stage
    folder: Path

    @property
    def database(self) -> Path:
        """The running bot's SQLite file."""
        return self.folder / "bot" / FILE

    @asynccontextmanager
    async def stepping(self, until: datetime) -> AsyncIterator[None]:
        """The clock steps to an instant, where something holds it up, while the story goes on."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.playground.step_to(until))
            yield

    @asynccontextmanager
    async def handled(self) -> AsyncIterator[None]:
        """Ends when the bot has handled, and confirmed, every update made within."""
        yield
        updates = self.server.api.world.updates
        async with asyncio.timeout(GUARD):
            while updates.pending():
                await updates.busy.wait()
                await updates.idle.wait()


@pytest.fixture
def start() -> datetime:
    """When the story begins (UTC); a story may override it."""
    return START


@pytest.fixture
def pace() -> Callable[[], Pace]:
    """How fast the bot may send; a story may override it."""
    return Pace.unlimited


@pytest.fixture
def folder(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Where all is kept: nobody yet, or as `begun` left it where the test asks for that."""
    if "begun" in request.fixturenames:
        shutil.copytree(request.getfixturevalue("begun"), tmp_path, dirs_exist_ok=True)
    else:
        (tmp_path / "bot").mkdir(mode=0o700)
        shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "bot" / FILE)
    return tmp_path


@pytest.fixture
async def world(folder: Path, start: datetime, pace: Callable[[], Pace]) -> AsyncIterator[World]:
    """The bot runs."""
    async with running(folder, start, pace) as world:
        yield world


@asynccontextmanager
async def running(
    folder: Path, start: datetime, pace: Callable[[], Pace] = Pace.unlimited
) -> AsyncIterator[World]:
    """The bot on a folder; every request it makes is judged by aiogram's models."""
    stage = Stage(folder, TurnedClock(lambda: start), clock.monotonic, pace)
    server = await serve(token=TOKEN, port=0, controls=stage, state_path=folder / "chats.db")
    server.api.on_request = judge
    stop = asyncio.Event()
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(stage.run(server.base_url, stop))
            async with Playground(server.base_url) as playground:
                await stage.next_due()  # it is up
                yield World(playground, server, stage, folder)
            stop.set()
        assert server.api.problems == []
    finally:
        await server.close()


@pytest.fixture
def playground(world: World) -> Playground:
    """The people, the clock and the faults."""
    return world.playground


@pytest.fixture
async def ada(playground: Playground) -> Chat:
    """Somebody new, who has not written yet."""
    return await playground.person("Ada")


async def set_up(
    chat: Chat,
    *,
    plan: str = "10 mg at 8:00, 14:00 and 22:00",
    city: str = "Berlin",
    strengths: tuple[str, ...] = ("10 mg",),
    last: str = "not sure",
) -> None:
    """The whole set-up, tapped and typed as a person would."""
    await chat.say("/start")
    await chat.tap("I agree")
    await chat.tap("Yes, both")
    await chat.wait_for("kidney disease")
    await chat.tap("No")
    await chat.wait_for("Where are you?")
    await chat.say(city)
    await chat.wait_for("How do you take it?")
    await chat.say(plan)
    for strength in strengths:
        await chat.tap(strength)
        await chat.wait_for(lambda m, label=f"Chosen: {strength}": label in m.labels())
    await chat.tap("Done")
    await chat.wait_for("When did you last take")
    await chat.say(last)
    question = await chat.wait_for(
        lambda m: not {"Correct", "These are right"}.isdisjoint(m.labels())
    )
    if "These are right" in question.labels():
        await chat.tap("These are right")
    await chat.tap("Correct")
    await chat.wait_for("Your first reminder")
    await chat.playground.step_to(await chat.playground.now())  # the day is pinned, and all is sent


_BEGUN: dict[datetime, Path] = {}  # by when; the set-up is played once, and copied


@pytest.fixture
async def begun(start: datetime, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that is kept after Ada's set-up, bot and chats."""
    if start not in _BEGUN:
        folder = tmp_path_factory.mktemp("begun")
        async with running(folder, start) as world:
            await set_up(await world.playground.person("Ada"))
        _BEGUN[start] = folder
    return _BEGUN[start]


@pytest.fixture
async def patient(begun: Path, playground: Playground) -> Chat:
    """Ada in Berlin on 10 mg at 08:00, 14:00 and 22:00, set up at 12:30."""
    return next(chat for chat in await playground.people() if chat.name == "Ada")
