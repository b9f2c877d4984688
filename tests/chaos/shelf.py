"""Where a run keeps its database: a SQLite file, or a PostgreSQL server of its own."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

import asyncpg

from bot.storage import migrate
from tests.chaos.books import ANSWERS, Source
from tests.databases import postgres_server

_IN_ORDER = """
    CREATE TABLE kept_in_order (number bigserial PRIMARY KEY, answer_id uuid);
    CREATE FUNCTION keep_order() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN INSERT INTO kept_in_order (answer_id) VALUES (NEW.id); RETURN NEW; END';
    CREATE TRIGGER kept AFTER INSERT ON answer FOR EACH ROW EXECUTE FUNCTION keep_order();
"""


class Shelf(Protocol):
    """An empty, migrated database for a bot, and a look at what it keeps there."""

    url: str

    def look(self) -> AbstractContextManager[Source]:
        """The database as it stands now, beside the bot."""


class FileShelf:
    """A SQLite file. It is looked at in a copy: the bot itself recovers what its death left."""

    def __init__(self, folder: Path) -> None:
        self.url = str(folder / "bot.db")
        migrate.upgrade(self.url)

    @contextmanager
    def look(self) -> Iterator[Source]:
        """The file, with what was written beside it."""
        beside = f"{self.url}.left"
        for end in ("", "-wal"):
            Path(f"{beside}{end}").unlink(missing_ok=True)
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{self.url}{end}", f"{beside}{end}")
        with closing(sqlite3.connect(beside)) as database:
            yield _File(database)


class ServerShelf:
    """A database on a PostgreSQL server, which numbers the answers as they come."""

    def __init__(self, url: str) -> None:
        self.url = url
        migrate.upgrade(url)
        _fetched(url, _IN_ORDER)

    @contextmanager
    def look(self) -> Iterator[Source]:
        """What is committed."""
        yield _Server(self.url)


@contextmanager
def shelf(database: str, folder: Path) -> Iterator[FileShelf | ServerShelf]:
    """`database`: "sqlite" or "postgresql"."""
    if database == "sqlite":
        yield FileShelf(folder)
        return
    with postgres_server() as make:
        yield ServerShelf(make.create("chaos", template="template0"))


class _File:
    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._database.row_factory = sqlite3.Row

    def rows(self, query: str) -> Iterable[Mapping[str, Any]]:
        found: Iterable[Mapping[str, Any]] = self._database.execute(query)
        return found

    def answers(self) -> Iterable[Mapping[str, Any]]:
        return self.rows(f"{ANSWERS} ORDER BY answer.rowid")

    def damage(self) -> list[str]:
        """Pages and references that do not hold."""
        check = [row[0] for row in self._database.execute("PRAGMA integrity_check")]
        lost = self._database.execute("PRAGMA foreign_key_check")
        return [each for each in check if each != "ok"] + [str(tuple(row)) for row in lost]


class _Server:
    def __init__(self, url: str) -> None:
        self._url = url

    def rows(self, query: str) -> Iterable[Mapping[str, Any]]:
        return _fetched(self._url, query)

    def answers(self) -> Iterable[Mapping[str, Any]]:
        numbered = f"{ANSWERS} JOIN kept_in_order ON answer_id = answer.id ORDER BY number"
        return self.rows(numbered)

    def damage(self) -> list[str]:
        """The server looks after itself."""
        return []


def _fetched(url: str, query: str) -> list[Mapping[str, Any]]:
    """In a thread with a loop of its own, for the caller may be inside one."""

    async def fetch() -> list[Mapping[str, Any]]:
        connection = await asyncpg.connect(url)
        try:
            if query is _IN_ORDER:
                await connection.execute(query)
                return []
            found: list[Mapping[str, Any]] = await connection.fetch(query)
            return found
        finally:
            await connection.close()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, fetch()).result()
