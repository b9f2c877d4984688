"""A playground with a bare clock, every request judged by aiogram's models."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from telegram import Update
from telegram.ext import Application, ApplicationBuilder

from bot.playground import BareControls, Server, TurnedClock, serve
from tests.guard import GUARD
from tests.playground.calls import NO_AUTHORITIES
from tests.playground.client import Chat, Playground
from tests.playground.judge import judge
from tests.playground.tinybot import add_handlers

TOKEN = "4242:playground-token-for-tests-only"
START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> TurnedClock:
    """A clock that stands still until it is turned."""
    return TurnedClock(lambda: START)


@pytest.fixture
async def server(clock: TurnedClock) -> AsyncIterator[Server]:
    """A playground in memory; its requests must please aiogram's models."""
    started = await serve(token=TOKEN, port=0, controls=BareControls(clock), state_path=None)
    started.api.on_request = judge
    yield started
    await started.close()


@pytest.fixture
async def playground(server: Server) -> AsyncIterator[Playground]:
    """The control API's client."""
    async with Playground(server.base_url) as client:
        yield client


@pytest.fixture
async def ada(playground: Playground) -> Chat:
    """Someone the bot has met."""
    return await playground.person("Ada", met=True)


Method = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
async def bot(server: Server) -> AsyncIterator[Method]:
    """Calls the Bot API as JSON: `await bot("sendMessage", chat_id=1, text="x")`, body back."""
    base = f"{server.base_url}/bot{TOKEN}"
    async with httpx.AsyncClient(base_url=base, timeout=GUARD, verify=NO_AUTHORITIES) as http:

        async def call(method: str, **params: Any) -> dict[str, Any]:
            body: dict[str, Any] = (await http.post(f"/{method}", json=params)).json()
            return body

        yield call


@pytest.fixture
async def tiny(server: Server) -> AsyncIterator[Application]:
    """The tiny bot, polling; its requests must please aiogram's models."""
    app = (
        ApplicationBuilder()
        .token(TOKEN)
        .base_url(f"{server.base_url}/bot")
        .base_file_url(f"{server.base_url}/file/bot")
        .build()
    )
    add_handlers(app)
    async with app:
        await app.bot.set_my_commands([("start", "Begin"), ("chart", "A picture")])
        await app.start()
        await app.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        yield app
        await app.updater.stop()
        await app.stop()
    assert server.api.problems == []
