"""A piece of a transaction that may fail alone: its fault is its own, the rest goes on."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection
from sqlalchemy.exc import DataError, IntegrityError

from bot.storage.faults import POSTGRES_ERRORS, SQLITE_ERRORS, StorageFault, WrongKey


def alone(conn: Connection, work: Callable[[], object]) -> Exception | None:
    """Run the work in a savepoint: None, or the fault of what it works on, rolled back alone.

    A fault of the database itself, or a race, is nobody's own: it is raised.
    """
    try:
        with conn.begin_nested():
            work()
    except (DataError, IntegrityError, WrongKey) as fault:  # a sealed text that does not open
        return fault
    except (StorageFault, *SQLITE_ERRORS, *POSTGRES_ERRORS):
        raise
    except Exception as fault:  # whatever a spoilt row makes of our code
        return fault
    return None
