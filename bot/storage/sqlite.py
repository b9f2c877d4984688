"""SQLite as it must be for a dose not to be lost: WAL, every commit on the disk, real BEGINs."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, Dialect, ExceptionContext
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

from bot.storage.columns import Refused
from bot.storage.faults import StorageFault
from bot.storage.vault import Vault

BUSY_MS = 5000  # how long a statement waits for another program's lock
_COMPILED: LRUCache[Any, Any] = LRUCache(1000)  # statements, each compiled once a process

logging.getLogger("aiosqlite").setLevel(logging.INFO)  # its debug lines show every value


def sqlite_engine(
    file: Path, vault: Vault, connection: Callable[[], sqlite3.Connection], *, writer: bool
) -> Engine:
    """An engine on this one connection: a writer, whose transactions hold the write lock from
    their start, or a reader.

    All engines of the process share one dialect and what it compiled, which an engine made by
    `create_engine` keeps to itself: five connections would compile every statement five times.
    """
    dialect = _dialect()
    engine = Engine(
        StaticPool(cast(Any, connection), dialect=dialect),  # a Protocol, to SQLAlchemy
        dialect,
        _url(file),
        hide_parameters=True,
        execution_options={"vault": vault, "compiled_cache": _COMPILED},
    )
    _make_safe(engine, file, writer=writer, foreign_keys=True)
    return engine


@cache
def _dialect() -> Dialect:
    """SQLite as this process has it."""
    engine = create_engine("sqlite+pysqlite://")
    event.listen(engine, "handle_error", let_refusals_through)  # it hangs on the dialect
    with engine.connect():
        pass  # SQLAlchemy asks it for its version and defaults
    engine.dispose()
    return engine.dialect


def _url(file: Path) -> URL:
    return URL.create("sqlite+pysqlite", database=str(file))


def migration_engine(file: Path) -> Engine:
    """One blocking writer that does not check references while tables are rebuilt."""
    engine = create_engine(_url(file), pool_size=1, max_overflow=0, hide_parameters=True)
    event.listen(engine, "handle_error", let_refusals_through)
    _make_safe(engine, file, writer=True, foreign_keys=False)
    return engine


def _make_safe(engine: Engine, file: Path, *, writer: bool, foreign_keys: bool) -> None:
    """Set up each connection and send real BEGINs."""

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        try:
            _set_up(connection, file, writer=writer, foreign_keys=foreign_keys)
        except BaseException:
            connection.close()  # the pool does not know it yet
            raise

    @event.listens_for(engine, "begin")
    def send_begin(conn: Connection) -> None:
        # A plain BEGIN before a write would lose or refuse updates.
        conn.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")

    @event.listens_for(engine, "commit")
    def still_whole(conn: Connection) -> None:
        # A full disk makes SQLite roll back by itself; what came after it would stand alone.
        driver: Any = conn.connection.driver_connection
        if not driver.in_transaction:
            raise StorageFault("The database gave up a change half way", "Nothing was kept")


def _set_up(connection: Any, file: Path, *, writer: bool, foreign_keys: bool) -> None:
    connection.isolation_level = None  # the driver sends no BEGIN by itself
    _set(connection, "busy_timeout", BUSY_MS)
    if _set(connection, "journal_mode", "WAL") != ("wal",):
        raise StorageFault(
            f"The disk under {file} cannot hold a database safely",
            "Move it to a local disk (network disks will not do)",
        )
    _set(connection, "synchronous", "FULL")
    _set(connection, "foreign_keys", "ON" if foreign_keys else "OFF")
    _set(connection, "query_only", "OFF" if writer else "ON")


def _set(connection: Any, name: str, value: object) -> object:
    """Set a PRAGMA; the row it answers with, if any."""
    cursor = connection.cursor()
    try:
        cursor.execute(f"PRAGMA {name}={value}")
        return cursor.fetchone()
    finally:
        cursor.close()


def make_private(file: Path) -> None:
    """Make the folder (0700) and the file (0600), or narrow the file's mode. Raises StorageFault.

    SQLite gives its -wal and -shm files the mode of the database.
    """
    try:
        for folder in reversed([each for each in file.parents if not each.exists()]):
            folder.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
        for each in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))):
            if each.exists() and each.stat().st_mode & 0o077:
                each.chmod(0o600)
    except OSError as error:
        raise StorageFault(
            f"The database file {file} cannot be opened for writing ({error.strerror})",
            "Give the bot's user the right to its folder, or set DATABASE_URL to another place",
        ) from error


def let_refusals_through(context: ExceptionContext) -> None:
    """A column's refusal reaches the caller as the ValueError it is, not wrapped."""
    if isinstance(context.original_exception, Refused):
        raise context.original_exception
