"""aiosqlite, crossing to its thread once a statement.

Its own cursors cross three or four times: to be made, to execute, to fetch and to close. Through
SQLAlchemy that was more than half of what a statement cost.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Self

import aiosqlite

Rows = list[Any]


class Cursor:
    """What SQLAlchemy asks of a cursor; every row is fetched as the statement is executed."""

    arraysize = 1

    def __init__(self, cross: Callable[[Callable[[sqlite3.Connection], Rows]], Any]) -> None:
        self._cross = cross
        self._rows: Rows = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Self:
        """Execute a statement and fetch its rows."""
        return await self._do(lambda cursor: cursor.execute(sql, parameters))

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> Self:
        """Execute a statement once for each of these."""
        return await self._do(lambda cursor: cursor.executemany(sql, parameters))

    async def fetchall(self) -> Rows:
        """The rows."""
        return self._rows

    async def close(self) -> None:
        """Nothing: the driver's cursor is closed as soon as its rows are fetched."""

    async def _do(self, statement: Callable[[sqlite3.Cursor], object]) -> Self:
        def work(connection: sqlite3.Connection) -> Rows:
            with closing(connection.cursor()) as cursor:
                statement(cursor)
                rows = cursor.fetchall()  # of RETURNING too: only then is the rowcount known
                self.description, self.rowcount = cursor.description, cursor.rowcount
                self.lastrowid = cursor.lastrowid
                return rows

        self._rows = await self._cross(work)
        return self


class Connection(aiosqlite.Connection):
    """A connection with such cursors."""

    def cursor(self) -> Cursor:  # type: ignore[override]
        """A cursor; the thread is not asked for it."""
        return Cursor(self._cross)

    async def _cross(self, work: Callable[[sqlite3.Connection], Rows]) -> Rows:
        rows: Rows = await self._execute(lambda: work(self._conn))  # type: ignore[no-untyped-call]
        return rows


async def opened(file: Path) -> Connection:
    """An open connection to the file. Its thread never holds up the process's end."""
    made = Connection(lambda: sqlite3.connect(file), iter_chunk_size=64)
    made._thread.daemon = True  # as SQLAlchemy does with those it makes
    await made
    return made
