"""Rows in every table of a database, whatever its tables are, and how many there are."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, Connection, MetaData, Table, func, insert, select
from sqlalchemy.types import Boolean, Date, DateTime, LargeBinary, Numeric, TypeEngine, Uuid

from bot.storage.migrate import VERSION_TABLE, reach


def tables_of(conn: Connection) -> list[Table]:
    """The tables as they are, a table after those it refers to."""
    metadata = MetaData()
    metadata.reflect(conn)
    return [each for each in metadata.sorted_tables if each.name != VERSION_TABLE]


def fill(url: str) -> None:
    """Put a row into every table that has none, each referring to the row of the other table."""

    def work(conn: Connection) -> None:
        for table in tables_of(conn):
            if conn.scalar(select(func.count()).select_from(table)) == 0:
                conn.execute(insert(table).values({c.name: value(c.type) for c in table.columns}))
        conn.commit()

    reach(url, work)


def value(kind: TypeEngine[Any]) -> Any:
    """One value of the kind, always the same: so references meet."""
    if isinstance(kind, Uuid):
        return kind.python_type(int=1)
    if isinstance(kind, Date):
        return date(2026, 11, 22)
    if isinstance(kind, DateTime):
        return func.now()
    if isinstance(kind, LargeBinary):
        return b"\x01" + bytes(40)
    if isinstance(kind, JSON):
        return {"a": 1}
    if isinstance(kind, Boolean):
        return True
    if isinstance(kind, Numeric) or kind.python_type is int:
        return 1
    return "00000000000000000000000000000001"[: getattr(kind, "length", None) or 32]


def row_counts(url: str) -> dict[str, int]:
    """How many rows each table has."""
    counts: dict[str, int] = {}

    def work(conn: Connection) -> None:
        for table in tables_of(conn):
            counts[table.name] = conn.execute(select(func.count()).select_from(table)).scalar_one()

    reach(url, work)
    return counts
