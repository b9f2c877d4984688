"""What cannot be handled is on record and passed; what the database cannot keep comes again."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select
from telegram import Bot, CallbackQuery, Chat, Message, Update, User

from bot.app.wiring import application
from bot.chat.callbacks import encode
from bot.chat.receive import Receive
from bot.chat.turn import Desk
from bot.domain.policy import Policy
from bot.domain.terms import DoseState, PersonId
from bot.playground import BareControls, Server, TurnedClock, serve
from bot.playground.stage import TOKEN
from bot.screens.screen import Tap, Verb
from bot.storage import doses
from bot.storage.rows import AnswerRow, FailureRow
from bot.storage.store import Store, open_store
from bot.storage.vault import Vault
from tests.databases import on_sqlite
from tests.playground.client import Chat as Phone
from tests.playground.client import Playground
from tests.stories.seeding import change
from tests.usecases.patients import beat, patient

DUE = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


@dataclass(slots=True)
class Door:
    """`receive`, the person before it, and the database behind it."""

    receive: Receive
    bot: Bot
    phone: Phone
    store: Store
    file: Path
    playground: Playground
    ada: PersonId
    at: datetime = DUE

    def tap(self, which: int, dose: UUID) -> Update:
        """Ada taps [Took it] of this dose."""
        ada = User(self.phone.id, "Ada", is_bot=False, language_code="en")
        card = Message(1, DUE, Chat(self.phone.id, Chat.PRIVATE))
        query = CallbackQuery(str(which), ada, "1", card, encode(Tap(Verb.TOOK, dose)))
        for each in (card, query):
            each.set_bot(self.bot)
        return Update(which, callback_query=query)

    def update(self, which: int, text: str) -> Update:
        """What Ada typed, as Telegram tells of it."""
        ada = User(self.phone.id, "Ada", is_bot=False, language_code="en")
        chat = Chat(self.phone.id, Chat.PRIVATE)
        message = Message(which, DUE, chat, from_user=ada, text=text)
        message.set_bot(self.bot)
        return Update(which, message=message)

    async def kinds(self) -> list[str]:
        """The answers on record, the oldest first."""
        query = select(AnswerRow.kind).order_by(AnswerRow.at, AnswerRow.kind.desc())
        return await self.store.read(lambda conn: list(conn.scalars(query)))

    async def failures(self) -> list[tuple[str, str]]:
        """Keys and reasons of the updates passed as failed."""
        query = select(FailureRow.key, FailureRow.why)
        return await self.store.read(lambda conn: [(r.key, r.why) for r in conn.execute(query)])

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Another program holds the database."""
        with closing(sqlite3.connect(self.file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    """A Bot API in memory."""
    controls = BareControls(TurnedClock(lambda: DUE))
    started = await serve(token=TOKEN, port=0, controls=controls, state_path=None)
    yield started
    await started.close()


@pytest.fixture
async def door(server: Server, database_url: str, vault: Vault) -> AsyncIterator[Door]:
    """Ada's 14:00 dose is open. Whoever waits for the database gives up soon."""
    store = await open_store(database_url, vault, patience=0.2)
    await store.write(lambda conn: conn.exec_driver_sql("PRAGMA busy_timeout=50"))
    bot = application(TOKEN, server.base_url).bot
    async with Playground(server.base_url) as playground, bot:
        phone = await playground.person("Ada", met=True)
        ada = await patient(store, DUE.replace(hour=8), phone.id)
        await beat(store, DUE)
        desk = Desk(store, Policy(), lambda: door.at, "0")
        file = Path(database_url.removeprefix("sqlite:///"))
        door = Door(Receive(desk, bot, cap=5), bot, phone, store, file, playground, ada.id)
        yield door
    await store.close()


@on_sqlite
async def test_what_takes_too_long_is_on_record_told_and_passed(door: Door) -> None:
    await door.playground.fault("hold", method="sendMessage")
    door.receive.cap = 2.0
    assert await door.receive(door.update(7, "/today")) is True
    assert await door.failures() == [("update:7", "took over 2 s")]
    await door.phone.wait_for("Something went wrong on my side.")


@on_sqlite
async def test_a_fault_of_ours_is_on_record_by_its_place_without_a_word_of_theirs(
    door: Door,
) -> None:
    change(door.file, "UPDATE person SET kidney = 'no such answer'")
    assert await door.receive(door.update(8, "a secret word")) is True
    [(key, why)] = await door.failures()
    assert key == "update:8"
    assert why.startswith("ValueError (")
    assert "no such answer" not in why
    await door.phone.wait_for("Something went wrong on my side.")


@on_sqlite
async def test_what_the_database_cannot_keep_is_told_once_and_kept_when_it_comes_again(
    door: Door,
) -> None:
    taken = door.update(9, "taken")
    with door.locked():
        assert await door.receive(taken) is False
        assert await door.receive(taken) is False
    assert await door.kinds() == []
    assert await door.receive(taken) is True
    await door.phone.wait_for("Taken at 14:00")
    assert await door.kinds() == ["taken"]
    assert await door.failures() == []
    said = [m.text for m in await door.phone.messages() if m.from_bot]
    assert [text for text in said if "I cannot keep your message just now." in text] == said[:1]


@on_sqlite
async def test_a_tap_that_waited_counts_for_when_it_was_tapped(door: Door) -> None:
    [dose] = await door.store.read(lambda conn: doses.opened(conn, door.ada))
    door.at = dose.closes_at - timedelta(seconds=40)
    tap = door.tap(15, dose.id)
    with door.locked():
        assert await door.receive(tap) is False
    tapped_at, door.at = door.at, dose.closes_at + timedelta(seconds=5)
    await beat(door.store, door.at)  # nobody had heard of it: the window is over
    assert await door.receive(tap) is True
    found = await door.store.read(lambda conn: doses.find(conn, dose.id))
    assert found is not None
    assert (found.state, found.taken_at) == (DoseState.TAKEN, tapped_at)


@on_sqlite
async def test_what_can_never_be_kept_is_passed_at_last_and_holds_up_nobody(door: Door) -> None:
    with door.locked():
        assert await door.receive(door.update(16, "taken")) is False
    change(door.file, "CREATE TRIGGER no AFTER INSERT ON answer BEGIN SELECT RAISE(FAIL, ''); END")
    door.at = DUE + timedelta(minutes=11)
    with door.locked():
        assert await door.receive(door.update(16, "taken")) is False  # nothing can be recorded
    assert await door.receive(door.update(16, "taken")) is True
    assert [key for key, _ in await door.failures()] == ["update:16"]


@on_sqlite
async def test_words_that_do_not_open_are_passed_at_once(door: Door) -> None:
    await door.receive(door.update(17, "/log"))  # a question waits
    change(door.file, "UPDATE question SET answers = X'0100'")
    assert await door.receive(door.update(18, "taken")) is True
    [(key, why)] = await door.failures()
    assert key == "update:18"
    assert why.startswith("WrongKey (")


@on_sqlite
async def test_what_is_written_behind_it_waits_its_turn(door: Door) -> None:
    taken, undo = door.update(10, "taken"), door.update(11, "undo")
    with door.locked():
        assert await door.receive(taken) is False
    assert await door.receive(undo) is False  # the database is back, but its turn has not come
    assert await door.receive(taken) is True
    assert await door.receive(undo) is True
    assert await door.kinds() == ["taken", "undone"]


@on_sqlite
async def test_what_telegram_gave_up_holds_up_nothing(door: Door) -> None:
    with door.locked():
        assert await door.receive(door.update(12, "taken")) is False
    assert await door.receive(door.update(13, "/today")) is False
    assert await door.receive(door.update(13, "/today")) is True  # 12 did not come again


@on_sqlite
async def test_r11_of_twenty_deliveries_of_one_update_one_counts(door: Door) -> None:
    taken = door.update(14, "taken")
    assert all(await asyncio.gather(*(door.receive(taken) for _ in range(20))))
    assert await door.kinds() == ["taken"]
