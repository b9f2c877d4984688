"""Faults: which errors pass by themselves, which leave the outcome open, which are our own."""

from __future__ import annotations

import sqlite3
from typing import Any

import asyncpg
import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.storage.faults import Momentary, OutcomeUnknown, StorageFault, judge


def sqlite_error(code: int) -> OperationalError:
    """SQLite's error as SQLAlchemy wraps it."""
    inner = sqlite3.OperationalError("no matter")
    inner.sqlite_errorcode = code
    return OperationalError("SELECT 1", None, inner)


def server_error(state: str) -> Exception:
    """PostgreSQL's error of this SQLSTATE."""
    return asyncpg.PostgresError.new({"C": state, "M": "no matter"})


BEFORE: list[tuple[Exception, type[StorageFault] | None]] = [
    (sqlite_error(sqlite3.SQLITE_BUSY), Momentary),
    (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT), Momentary),
    (sqlite_error(sqlite3.SQLITE_LOCKED), Momentary),
    (sqlite_error(sqlite3.SQLITE_FULL), StorageFault),
    (sqlite_error(sqlite3.SQLITE_IOERR_FSYNC), StorageFault),
    (sqlite_error(sqlite3.SQLITE_CORRUPT), StorageFault),
    (sqlite_error(sqlite3.SQLITE_READONLY_DBMOVED), StorageFault),
    (sqlite_error(sqlite3.SQLITE_ERROR), None),
    (IntegrityError("x", None, sqlite3.IntegrityError("no matter")), None),
    (server_error("40001"), Momentary),
    (server_error("40P01"), Momentary),
    (server_error("55P03"), Momentary),
    (server_error("57014"), Momentary),
    (server_error("57P01"), Momentary),
    (server_error("57P03"), Momentary),
    (server_error("53300"), Momentary),
    (server_error("08006"), Momentary),
    (server_error("53100"), StorageFault),
    (server_error("28P01"), StorageFault),
    (server_error("3D000"), StorageFault),
    (server_error("25006"), StorageFault),
    (server_error("23505"), None),
    (server_error("42601"), None),
    (asyncpg.InvalidCachedStatementError("no matter"), Momentary),
    (asyncpg.InterfaceError("connection is closed"), Momentary),
    (asyncpg.InternalClientError("got result for unknown protocol state 3"), Momentary),
    (ConnectionResetError(), Momentary),
    (TimeoutError(), Momentary),
]


@pytest.mark.parametrize(("error", "kind"), BEFORE, ids=lambda each: repr(each)[:40])
def test_before_the_commit(error: Exception, kind: type[StorageFault] | None) -> None:
    fault = judge(error, committing=False)
    assert (type(fault) if fault else None) is kind


WHILE_COMMITTING: list[tuple[Exception, type[StorageFault]]] = [
    (server_error("40001"), Momentary),  # the server says that it rolled back
    (server_error("40P01"), Momentary),
    (server_error("57014"), OutcomeUnknown),
    (server_error("57P01"), OutcomeUnknown),
    (server_error("08006"), OutcomeUnknown),
    (asyncpg.InterfaceError("connection is closed"), OutcomeUnknown),
    (asyncpg.InternalClientError("got result for unknown protocol state 3"), OutcomeUnknown),
    (ConnectionResetError(), OutcomeUnknown),
    (TimeoutError(), OutcomeUnknown),
    (sqlite_error(sqlite3.SQLITE_FULL), StorageFault),
    (sqlite_error(sqlite3.SQLITE_BUSY), Momentary),
]


@pytest.mark.parametrize(("error", "kind"), WHILE_COMMITTING, ids=lambda each: repr(each)[:40])
def test_while_committing_a_lost_connection_leaves_the_outcome_open(
    error: Exception, kind: type[StorageFault]
) -> None:
    assert type(judge(error, committing=True)) is kind


def test_a_wrong_argument_is_our_error_and_not_a_lost_connection() -> None:
    class WrongArgument(asyncpg.InterfaceError, ValueError):
        """As asyncpg's own error for an argument of the wrong type."""

    assert judge(WrongArgument("no matter"), committing=False) is None


def test_every_fault_is_one_line_with_a_remedy() -> None:
    errors: list[Any] = [each for each, kind in BEFORE if kind]
    for fault in (judge(each, committing=False) for each in errors):
        assert fault
        assert fault.remedy
        assert "\n" not in str(fault)
