"""Faults of the store, each one plain line with what to do about it; never a row's content."""

from __future__ import annotations

import sqlite3

import asyncpg  # type: ignore[import-untyped]
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout


class StorageFault(Exception):
    """The database cannot do what was asked; nothing of it was kept. One line and a remedy."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}. {remedy}.")
        self.what = what
        self.remedy = remedy


class WrongKey(StorageFault):
    """A sealed text does not open: another key, another place, another row, or altered."""


class AlreadyRunning(StorageFault):
    """Another process holds this database file."""


class Momentary(StorageFault):
    """Rolled back for a reason that passes by itself; the same transaction may be tried again."""


class OutcomeUnknown(StorageFault):
    """The connection was lost while committing: all of it was kept, or nothing."""


SQLITE_ERRORS = (DBAPIError, sqlite3.Error)
POSTGRES_ERRORS = (
    DBAPIError,
    PoolTimeout,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,  # TimeoutError is one of them
)

_BUSY = "The database is locked by another program"
_BUSY_REMEDY = "Close the program that has the database file open, then try again"
_DAMAGED = ("The database file is damaged", "Stop the bot and restore the newest backup")
_LOST = "The database server does not answer"
_LOST_REMEDY = "Check that it runs and that DATABASE_URL is right"

_SQLITE: dict[int, tuple[type[StorageFault], str, str]] = {
    sqlite3.SQLITE_BUSY: (Momentary, _BUSY, _BUSY_REMEDY),
    sqlite3.SQLITE_LOCKED: (Momentary, _BUSY, _BUSY_REMEDY),
    sqlite3.SQLITE_FULL: (StorageFault, "The disk is full", "Free some space; nothing was changed"),
    sqlite3.SQLITE_IOERR: (
        StorageFault,
        "The disk failed while the database was read or written",
        "Check the disk, then restore the newest backup if the fault stays",
    ),
    sqlite3.SQLITE_CORRUPT: (StorageFault, *_DAMAGED),
    sqlite3.SQLITE_NOTADB: (
        StorageFault,
        "The file is not a database, or it is damaged",
        "Point DATABASE_URL to another file, or restore the newest backup",
    ),
    sqlite3.SQLITE_READONLY: (
        StorageFault,
        "The database cannot be written",
        "Give the bot's user the right to write the file and its folder",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        StorageFault,
        "The database file cannot be opened",
        "Give the bot's user the right to read and write the file and its folder",
    ),
}

# By SQLSTATE, the longest prefix first. 40: rolled back by the server, so the outcome is known.
_POSTGRES: dict[str, tuple[type[StorageFault], str, str]] = {
    "40": (Momentary, "Two changes met in the database", "Try again"),
    "55P03": (Momentary, "The database is locked by another program", "Try again"),
    "57014": (Momentary, "The database took too long", "Try again"),
    "08": (Momentary, _LOST, _LOST_REMEDY),
    "57P": (Momentary, "The database server is stopping or starting", "Try again in a minute"),
    "53300": (Momentary, "The database server has too many connections", "Try again in a minute"),
    "53": (StorageFault, "The database server is out of disk or memory", "Free some there"),
    "58": (StorageFault, "The database server's disk failed", "Look at its log"),
    "XX": (StorageFault, "The database server reports damage", "Look at its log"),
    "28": (
        StorageFault,
        "The database server refuses the name or the password",
        "Check the user and the password in DATABASE_URL",
    ),
    "3D": (
        StorageFault,
        "The database server has no such database",
        "Create it, or correct the name at the end of DATABASE_URL",
    ),
    "25006": (
        StorageFault,
        "The database cannot be written",
        "Point DATABASE_URL to the primary server, not to a copy",
    ),
}


def damaged() -> StorageFault:
    """The file does not hold what was written to it."""
    return StorageFault(*_DAMAGED)


def judge(error: BaseException, *, committing: bool) -> StorageFault | None:
    """The fault that a driver's error is; None for an error of the statement (a fault of ours)."""
    cause = _root(error)
    if isinstance(cause, sqlite3.Error):
        # The low byte is the primary code; the rest only says where it happened.
        return _fault(_SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF))
    if isinstance(cause, asyncpg.InvalidCachedStatementError):
        return Momentary("The tables changed meanwhile", "Try again")
    state = getattr(cause, "sqlstate", None)
    if state is None:
        return _lost(cause, committing)
    known = next((_POSTGRES[state[:n]] for n in (5, 3, 2) if state[:n] in _POSTGRES), None)
    if committing and state[:2] in {"08", "57"}:
        return _unknown()
    return _fault(known)


def _lost(cause: BaseException, committing: bool) -> StorageFault | None:
    lost = asyncpg.InterfaceError | asyncpg.InternalClientError | OSError | PoolTimeout
    if not isinstance(cause, lost) or isinstance(cause, ValueError):
        return None  # a ValueError of asyncpg is a wrong argument, not a lost connection
    return _unknown() if committing else Momentary(_LOST, _LOST_REMEDY)


def _unknown() -> OutcomeUnknown:
    return OutcomeUnknown("The connection was lost while saving", "Look before doing it again")


def _fault(known: tuple[type[StorageFault], str, str] | None) -> StorageFault | None:
    return known[0](known[1], known[2]) if known else None


def _root(error: BaseException) -> BaseException:
    """The driver's own error: SQLAlchemy wraps it in one layer on SQLite, in two on asyncpg."""
    if isinstance(error, DBAPIError) and error.orig is not None:
        inner: BaseException = error.orig
        return inner.__cause__ if inner.__cause__ is not None else inner
    return error
