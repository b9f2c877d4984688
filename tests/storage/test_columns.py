"""The columns: what is refused, and that what is kept comes back exactly, on both databases."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
import pytz
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Connection, Integer, MetaData, Table, insert, select, text
from sqlalchemy.dialects import sqlite

from bot.storage import columns
from bot.storage.columns import seal, unseal
from bot.storage.faults import WrongKey
from bot.storage.rows import PersonRow
from bot.storage.store import Store

METADATA = MetaData()
KEPT = Table(
    "test_kept",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", columns.Instant),
    Column("mg", columns.Milligrams),
    Column("strengths", columns.Strengths),
    Column("wall", columns.WallTime),
    Column("day", columns.LocalDate),
    Column("words", columns.Private),
    Column("arguments", columns.Arguments),
)
AT = datetime(2026, 11, 22, 8, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture
async def table(store: Store) -> AsyncIterator[Store]:
    """A store with a table of every column type."""
    await store.write(METADATA.create_all)
    yield store
    await store.write(METADATA.drop_all)


async def there_and_back(store: Store, **values: Any) -> Any:
    """Keep one value, and read it."""
    (name,) = values

    def keep(conn: Connection) -> int:
        return conn.execute(insert(KEPT).values(**values)).inserted_primary_key[0]

    row = await store.write(keep)
    return await store.read(lambda conn: conn.scalar(select(KEPT.c[name]).where(KEPT.c.id == row)))


EXACT: list[dict[str, Any]] = [
    {"at": AT},
    {"at": datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)},
    {"at": datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)},
    {"mg": Decimal("2.5")},
    {"mg": Decimal("0.1")},
    {"mg": Decimal("12345678901234567890123456789.123456789")},
    {"strengths": frozenset({Decimal(5), Decimal("2.5"), Decimal(25)})},
    {"strengths": frozenset()},
    {"wall": time(0, 0)},
    {"wall": time(23, 59)},
    {"day": date(2026, 2, 28)},
    {"arguments": {"dose": "x", "n": 2**53 + 1, "late": True, "why": None, "name": "Zoë <b>"}},
    {"arguments": {}},
]


async def test_what_is_kept_comes_back_exactly(table: Store) -> None:
    for values in [*EXACT, *({name: None} for name in KEPT.c.keys()[1:])]:
        (value,) = values.values()
        back = await there_and_back(table, **values)
        assert back == value
        assert type(back) is type(value)


REFUSED: list[dict[str, Any]] = [
    {"at": AT.replace(tzinfo=None)},
    {"at": AT.astimezone(timezone(timedelta(hours=2)))},
    {"at": pytz.timezone("Europe/Berlin").localize(datetime(2026, 7, 1, 8))},  # noqa: DTZ001
    {"at": date(2026, 11, 22)},
    {"mg": 2.5},
    {"mg": 10},
    {"mg": "10"},
    {"mg": Decimal("NaN")},
    {"mg": Decimal("Infinity")},
    {"strengths": frozenset({10.0})},
    {"strengths": {Decimal(10)}},
    {"wall": time(8, 0, 1)},
    {"wall": time(8, 0, tzinfo=UTC)},
    {"wall": "08:00"},
    {"day": AT},
    {"words": b"in the clear"},
    {"words": "in the clear"},
    {"arguments": {"mg": 2.5}},
    {"arguments": {"mg": Decimal("2.5")}},
    {"arguments": {"at": AT}},
    {"arguments": {"list": ["a"]}},
    {"arguments": {1: "a"}},
]


async def test_what_would_be_kept_wrongly_is_a_value_error(table: Store) -> None:
    for values in REFUSED:
        with pytest.raises(ValueError, match=r" is | are | takes "):
            await there_and_back(table, **values)
    assert await table.read(lambda conn: conn.scalar(select(KEPT.c.id))) is None


async def test_a_refusal_does_not_repeat_what_was_private(table: Store) -> None:
    with pytest.raises(ValueError, match="sealed bytes only") as refusal:
        await there_and_back(table, words="my secret")
    assert "secret" not in str(refusal.value)


async def test_one_amount_has_one_form(table: Store) -> None:
    for given_mg, kept in {
        "10.0": "10",
        "1E+1": "10",
        "0.50": "0.5",
        "-0": "0",
        "100": "100",
    }.items():
        assert str(await there_and_back(table, mg=Decimal(given_mg))) == kept


async def test_strengths_are_kept_sorted_by_size(table: Store) -> None:
    strengths = frozenset({Decimal(25), Decimal("5.0"), Decimal(10)})
    await table.write(lambda conn: conn.execute(insert(KEPT).values(strengths=strengths)))
    raw = await table.read(lambda conn: conn.scalar(text("SELECT strengths FROM test_kept")))
    assert raw == "5,10,25"


async def test_the_database_orders_instants_as_time_does(table: Store) -> None:
    """Second, microsecond, year and century borders, and the moment before 1970."""
    steps = [
        timedelta(microseconds=1),
        timedelta(seconds=1),
        timedelta(days=1),
        timedelta(days=9999),
    ]
    marks = [AT, datetime(1970, 1, 1, tzinfo=UTC), datetime(2000, 1, 1, tzinfo=UTC)]
    instants = sorted(
        {mark + sign * step for mark in marks for step in steps for sign in (-1, 0, 1)}
    )
    rows = [{"id": n, "at": at} for n, at in enumerate(instants)]
    await table.write(lambda conn: conn.execute(insert(KEPT), rows[::-1]))
    query = select(KEPT.c.at).order_by(KEPT.c.at)
    assert await table.read(lambda conn: list(conn.scalars(query))) == instants
    for n, at in enumerate(instants):
        due = select(KEPT.c.id).where(KEPT.c.at <= at).order_by(KEPT.c.at.desc()).limit(1)
        assert await table.read(lambda conn, due=due: conn.scalar(due)) == n


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_sqlite_numbers_compare_as_the_instants_do(one: datetime, other: datetime) -> None:
    kind, dialect = columns.Instant(), sqlite.dialect()
    a, b = (kind.process_bind_param(each, dialect) for each in (one, other))
    assert (a < b, a == b) == (one < other, one == other)
    assert kind.process_result_value(a, dialect) == one


async def test_private_words_cannot_be_swapped_between_people(store: Store) -> None:
    ann, bob = uuid4(), uuid4()
    sealed = await store.read(lambda conn: seal(conn, PersonRow.name, ann, "Ann"))
    opened = await store.read(lambda conn: unseal(conn, PersonRow.name, ann, sealed))
    assert opened == "Ann"
    for row, column in ((bob, PersonRow.name), (ann, PersonRow.username)):
        with pytest.raises(WrongKey, match="does not open"):
            await store.read(lambda conn, c=column, r=row: unseal(conn, c, r, sealed))
    assert await store.read(lambda conn: seal(conn, PersonRow.name, ann, None)) is None
    assert await store.read(lambda conn: unseal(conn, PersonRow.name, ann, None)) is None
