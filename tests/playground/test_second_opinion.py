"""Another's fake of the Bot API accepts what our own accepts: the tiny bot runs over both."""

import asyncio
import socket
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from aiohttp import web
from lo_bot_api_emulator import LoBotApiEmulator
from telegram import User
from telegram.ext import Application, ApplicationBuilder, ExtBot, MessageHandler, filters

from tests.playground.pictures import png
from tests.playground.tinybot import add_handlers

TOKEN = "4242:second-opinion"
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
ADA = {"id": 5_000_000_001, "is_bot": False, "first_name": "Ada", "language_code": "en"}
CHAT = {"id": ADA["id"], "type": "private", "first_name": "Ada"}


class NamedBot(ExtBot[Any]):
    """The emulator's getMe has no username, which real bots always have."""

    async def get_me(self, *_: Any, **__: Any) -> User:
        """The bot as Telegram would show it."""
        self._bot_user = User(4242, "Emulated", is_bot=True, username="EmulatedBot")
        return self._bot_user


class Emulator:
    """The other server, and what it accepted."""

    def __init__(self, emulator: LoBotApiEmulator, base_url: str) -> None:
        self.emulator, self.base_url = emulator, base_url

    async def say(self, message_id: int, text: str) -> None:
        entities = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        body = {"message_id": message_id, "date": 1_795_000_000, "from": ADA, "chat": CHAT}
        await self.send("message", {**body, "text": text, "entities": entities})

    async def tap(self, message_id: int) -> None:
        message = {"message_id": message_id, "date": 1_795_000_000, "chat": CHAT, "text": "x"}
        query = {"id": "9", "from": ADA, "chat_instance": "1", "data": "t:1"}
        await self.send("callback_query", {**query, "message": message})

    async def send(self, kind: str, body: dict[str, Any]) -> None:
        await self.emulator.enqueue_update({kind: body}, token=TOKEN)

    def accepted(self) -> list[str]:
        """The methods called, all of them with success."""
        refused = [r for r in self.emulator.requests if r["status"] != 200]
        assert refused == []
        return [r["method"] for r in self.emulator.requests]


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    emulator = LoBotApiEmulator(allow_insecure_loopback_webhooks=True)
    runner = web.AppRunner(emulator.app(), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = site._server.sockets[0].getsockname()[1]
    yield Emulator(emulator, f"http://127.0.0.1:{port}")
    await runner.cleanup()


@pytest.fixture
async def app(emulator: Emulator) -> AsyncIterator[Application]:
    bot = NamedBot(TOKEN, f"{emulator.base_url}/bot", f"{emulator.base_url}/file/bot")
    app = ApplicationBuilder().bot(bot).build()
    add_handlers(app)
    async with app:
        await app.start()
        yield app
        if app.updater.running:
            await app.updater.stop()
        await app.stop()


async def test_start_tap_edits_picture_and_document_please_the_emulator(
    emulator: Emulator, app: Application
) -> None:
    await app.bot.set_my_commands([("start", "Begin")])
    await emulator.say(1, "/start")
    await emulator.tap(2)
    for update in await app.bot.get_updates(allowed_updates=KINDS):
        await app.process_update(update)
    await app.bot.edit_message_reply_markup(CHAT["id"], 2)
    await app.bot.send_photo(CHAT["id"], png(40, 30), caption="<b>Last</b>", parse_mode="HTML")
    await app.bot.send_document(CHAT["id"], b"a,b", filename="log.csv")
    assert emulator.accepted() == [
        "setMyCommands",
        "getUpdates",
        "sendMessage",
        "editMessageText",
        "answerCallbackQuery",
        "editMessageReplyMarkup",
        "sendPhoto",
        "sendDocument",
    ]


async def test_a_webhook_is_let_in_by_its_secret_only(emulator: Emulator, app: Application) -> None:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    listening.setblocking(False)
    url = f"http://127.0.0.1:{listening.getsockname()[1]}/hook"
    answered = asyncio.Event()
    app.add_handler(MessageHandler(filters.ALL, lambda *_: signal(answered)), group=1)
    await app.updater.start_webhook(
        url_path="hook",
        unix=listening,
        webhook_url=url,
        secret_token="s3cret",
        allowed_updates=KINDS,
    )
    async with httpx.AsyncClient() as http:
        assert (await http.post(url, json={"update_id": 1})).status_code == 403
    await emulator.say(1, "/start")
    await answered.wait()
    assert emulator.accepted()[-1] == "sendMessage"
    await app.bot.delete_webhook()


async def signal(event: asyncio.Event) -> None:
    event.set()
