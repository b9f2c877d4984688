"""Patients put into a running bot's database, so that a story about faults starts at the fault."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.storage import boards
from bot.storage.store import Store, open_store
from bot.storage.vault import Vault, key_file
from tests.playground.client import Chat, Playground
from tests.usecases.patients import THRICE, patient


@asynccontextmanager
async def books(file: Path) -> AsyncIterator[Store]:
    """The running bot's database, opened beside it."""
    store = await open_store(str(file), Vault(key_file(file.with_suffix(".key"))))
    try:
        yield store
    finally:
        await store.close()


async def patients(
    playground: Playground,
    file: Path,
    *names: str,
    walls: tuple[str, ...] = THRICE,
    at: datetime | None = None,
    pinned: bool = False,
) -> list[Chat]:
    """People in Berlin who take 10 mg at these times; each has written to the bot before.

    They want no day pinned, unless that is what the story is about.
    """
    chats = [await playground.person(name, met=True) for name in names]
    since = at or await playground.now()
    async with books(file) as store:
        for chat in chats:
            person = await patient(store, since, chat.id, walls, zone="Europe/Berlin")
            await store.write(partial(boards.switch, person=person.id, on=pinned))
    return chats


def change(file: Path, statement: str, *values: object) -> int:
    """Run a statement on the database behind the bot's back; how many rows it changed."""
    with closing(sqlite3.connect(file, timeout=10)) as database, database:
        return database.execute(statement, values).rowcount


def column(file: Path, query: str, *values: object) -> list[object]:
    """The first column of what a query finds."""
    with closing(sqlite3.connect(file, timeout=10)) as database:
        return [row[0] for row in database.execute(query, values)]


async def from_bot(chat: Chat) -> list[str]:
    """The texts of everything the bot sent, oldest first."""
    return [message.text for message in await chat.messages() if message.from_bot]
