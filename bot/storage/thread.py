"""aiosqlite's connection and thread, to which whole transactions cross.

SQLAlchemy's adapter for aiosqlite crosses to the thread and back three or four times a statement,
which was more than half of what a statement cost.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import aiosqlite
from sqlalchemy import Engine

T = TypeVar("T")


class Thread(aiosqlite.Connection):
    """One connection to a SQLite file, and the thread it belongs to. `await` opens it."""

    def __init__(
        self, file: Path, engine: Callable[[Callable[[], sqlite3.Connection]], Engine]
    ) -> None:
        """`engine`: makes the Engine that uses what its argument gives as its only connection."""
        super().__init__(partial(sqlite3.connect, file), iter_chunk_size=1)
        self._thread.daemon = True  # it never holds up the process's end, as in SQLAlchemy's own
        self._is_given = False
        self._engine = engine(self._give)

    def _give(self) -> sqlite3.Connection:
        """The connection; a new one where the pool asks again, for the one before is closed."""
        if self._is_given:
            self._connection = self._connector()
        self._is_given = True
        return self._conn

    async def run(self, call: Callable[[Engine], T]) -> T:
        """Call it in the thread. What it raises is raised here."""

        def called() -> T:
            try:
                return call(self._engine)
            except StopIteration as error:  # no future takes one: its caller would wait for ever
                raise RuntimeError("A transaction raised StopIteration") from error

        found: T = await self._execute(called)  # type: ignore[no-untyped-call]
        return found

    async def close(self) -> None:
        """Close the connection and end the thread."""
        await self.run(lambda engine: engine.dispose())
        await super().close()
