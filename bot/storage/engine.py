"""Opens SQLite or PostgreSQL and runs one whole transaction on it; says plainly when it cannot.

On SQLite the whole transaction runs in aiosqlite's thread (`bot.storage.thread`); on PostgreSQL the
work runs on the event loop, and only its statements wait.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage.address import Address
from bot.storage.faults import POSTGRES_ERRORS, SQLITE_ERRORS, judge
from bot.storage.sqlite import BUSY_MS, let_refusals_through, make_private, sqlite_engine
from bot.storage.thread import Thread
from bot.storage.vault import Vault

T = TypeVar("T")
Work = Callable[[Connection], T]

_READERS = 4
_CONNECT = {
    "timeout": 10,
    "command_timeout": 20,
    "server_settings": {
        "application_name": "steadydose",
        "timezone": "UTC",
        "lock_timeout": str(BUSY_MS),
        "statement_timeout": "15000",
        "idle_in_transaction_session_timeout": "30000",
    },
}


@dataclass(slots=True)
class Stage:
    """How far a transaction is, for whoever must judge its end."""

    abandoned: bool = False  # its caller was cancelled: roll back if it is not too late
    committing: bool = False


class _Abandoned(Exception):
    """Rolls back a transaction nobody waits for any more."""


def transact(conn: Connection, work: Work[T], stage: Stage) -> T:
    """Run the work in one transaction: commits all of it, or nothing."""
    with conn.begin() as transaction:
        result = work(conn)
        if stage.abandoned:
            raise _Abandoned
        if not transaction.is_active:
            raise RuntimeError("The work ended its own transaction: leave that to the store")
        stage.committing = True
    return result


def _transacted(engine: Engine, work: Work[T], stage: Stage) -> T:
    with engine.connect() as conn:
        return transact(conn, work, stage)


class SqliteDatabase:
    """One file: one writer (BEGIN IMMEDIATE), readers that never block it (WAL)."""

    writers = 1

    def __init__(self, file: Path, vault: Vault) -> None:
        make_private(file)
        self._file, self._vault = file, vault
        self._size = {True: self.writers, False: _READERS}
        self._idle: dict[bool, list[Thread]] = {True: [], False: []}
        self._turns = {writing: asyncio.Semaphore(size) for writing, size in self._size.items()}
        self._closed = False

    async def run(self, work: Work[T], *, writing: bool) -> T:
        """One transaction. Raises StorageFault, or what the work raises.

        When cancelled it waits until the transaction has ended, rolled back unless it was
        already committing: whoever sees the cancellation sees the final state.
        """
        if self._closed:
            raise RuntimeError("The database is closed")
        async with self._turns[writing]:
            stage = Stage()
            return await _to_its_end(self._attempt(work, stage, writing), stage)

    async def _attempt(self, work: Work[T], stage: Stage, writing: bool) -> T:
        idle = self._idle[writing]
        try:
            thread = idle.pop() if idle else await self._opened(writing)
            try:
                return await thread.run(partial(_transacted, work=work, stage=stage))
            finally:
                idle.append(thread)
        except SQLITE_ERRORS as error:
            fault = judge(error, committing=stage.committing)
            if fault is None:
                raise
            raise fault from error

    async def _opened(self, writing: bool) -> Thread:
        made = Thread(self._file, partial(sqlite_engine, self._file, self._vault, writer=writing))
        await made
        return made

    async def close(self) -> None:
        """Wait for running transactions, then close the file; the last one out folds the WAL."""
        self._closed = True
        await _to_its_end(self._close(), Stage())

    async def _close(self) -> None:
        async with AsyncExitStack() as turns:
            for writing, size in self._size.items():
                for _ in range(size):
                    await turns.enter_async_context(self._turns[writing])
            for idle in (self._idle[False], self._idle[True]):
                while idle:
                    await idle.pop().close()


class PostgresDatabase:
    """One server. Writes are SERIALIZABLE, so a change means here what it means on SQLite."""

    writers = 4  # at once from this process; more would only meet each other

    def __init__(self, url: URL, vault: Vault) -> None:
        self._engine = create_async_engine(
            url,
            pool_pre_ping=True,
            pool_size=self.writers + _READERS,
            max_overflow=0,
            pool_timeout=10,
            connect_args=_CONNECT,
            hide_parameters=True,
            execution_options={"vault": vault},
        )
        event.listen(self._engine.sync_engine, "handle_error", let_refusals_through)
        self._engines = {
            True: self._engine.execution_options(isolation_level="SERIALIZABLE"),
            False: self._engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            ),
        }

    async def run(self, work: Work[T], *, writing: bool) -> T:
        """One transaction. Raises StorageFault, or what the work raises."""
        stage = Stage()
        try:
            async with self._engines[writing].connect() as conn:
                try:
                    return await conn.run_sync(transact, work, stage)
                except asyncio.CancelledError:
                    await conn.invalidate()  # a half-said COMMIT must not go back to the pool
                    raise
        except POSTGRES_ERRORS as error:
            fault = judge(error, committing=stage.committing)
            if fault is None:
                raise
            raise fault from error

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()


Database = SqliteDatabase | PostgresDatabase


async def open_database(address: Address, vault: Vault) -> Database:
    """Open what the address names and ask it something. Raises StorageFault."""
    database: Database
    if address.file is not None:
        database = SqliteDatabase(address.file, vault)
    else:
        database = PostgresDatabase(address.url, vault)
    try:
        await database.run(lambda conn: conn.execute(text("SELECT 1")).scalar(), writing=False)
    except BaseException:
        await database.close()
        raise
    return database


class _Unstoppable(asyncio.Task[T]):
    """A task that ends by itself alone, also when asyncio.run cancels every task at its end.

    A cancellation in the middle of a statement would cost the connection.
    """

    def cancel(self, msg: object = None) -> bool:
        """Refuse."""
        return False


async def _to_its_end(work: Coroutine[Any, Any, T], stage: Stage) -> T:
    """Run it in a task of its own and wait for its end, however often the caller is cancelled."""
    task = _Unstoppable(work, loop=asyncio.get_running_loop())
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        stage.abandoned = True
        while not task.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([task])
        if not task.cancelled():
            task.exception()  # looked at, or asyncio would log it: nobody waits for it any more
        raise
