"""The store: whole transactions, once per cause, nothing lost and nothing half done."""

from __future__ import annotations

import asyncio
import gc
import logging
import random
import threading
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Column, Connection, Integer, MetaData, Table, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.storage.faults import StorageFault
from bot.storage.store import Cause, CauseSeen, Store, open_store
from bot.storage.vault import Vault
from tests.databases import on_sqlite
from tests.guard import GUARD

AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
METADATA = MetaData()
COUNTER = Table(
    "test_counter", METADATA, Column("id", Integer, primary_key=True), Column("n", Integer)
)
PAIR = Table("test_pair", METADATA, Column("id", Integer, primary_key=True, autoincrement=True))


@pytest.fixture
async def counters(store: Store) -> AsyncIterator[Store]:
    """A store with one counter at 0 and an empty table."""

    def make(conn: Connection) -> None:
        METADATA.create_all(conn)
        conn.execute(insert(COUNTER).values(id=1, n=0))

    await store.write(make)
    yield store
    await store.write(METADATA.drop_all)


def raise_by_one(conn: Connection) -> int:
    """Read, then write what was read plus one: the shape that loses updates."""
    n: int = conn.scalar(select(COUNTER.c.n).where(COUNTER.c.id == 1)) + 1
    conn.execute(update(COUNTER).where(COUNTER.c.id == 1).values(n=n))
    return n


async def counted(store: Store) -> int:
    """Where the counter stands."""
    return await store.read(lambda conn: conn.scalar(select(COUNTER.c.n)))


async def test_a_hundred_changes_at_once_are_all_kept(counters: Store) -> None:
    seen = await asyncio.gather(*(counters.write(raise_by_one) for _ in range(100)))
    assert sorted(seen) == list(range(1, 101))
    assert await counted(counters) == 100


async def test_two_stores_on_one_database_lose_nothing(
    counters: Store, database_url: str, vault: Vault
) -> None:
    other = await open_store(database_url, vault)
    both = (counters, other)
    await asyncio.gather(*(each.write(raise_by_one) for each in both for _ in range(40)))
    await other.close()
    assert await counted(counters) == 80


async def test_two_who_read_before_either_writes_do_not_both_pass(counters: Store) -> None:
    """Write skew: each may add a pair only if there is none; SERIALIZABLE lets one through."""

    def only_if_none(conn: Connection) -> bool:
        if conn.scalar(select(func.count()).select_from(PAIR)):
            return False
        conn.execute(insert(PAIR))
        return True

    passed = await asyncio.gather(*(counters.write(only_if_none) for _ in range(10)))
    assert sum(passed) == 1


async def test_a_long_change_that_meets_short_ones_again_and_again_is_made_all_the_same(
    counters: Store, database_url: str, vault: Vault
) -> None:
    store, made = await open_store(database_url, vault, patience=1.5), asyncio.Event()

    def long(conn: Connection) -> int:
        for _ in range(100):
            conn.execute(select(COUNTER.c.n)).all()  # the others go on meanwhile
        return raise_by_one(conn)

    async def short_ones() -> int:
        count = 0
        while not made.is_set():
            await store.write(raise_by_one)
            count += 1
        return count

    async with asyncio.TaskGroup() as tasks:
        others = [tasks.create_task(short_ones()) for _ in range(3)]
        await store.write(long)
        made.set()
    await store.close()
    assert await counted(counters) == 1 + sum(each.result() for each in others)


async def test_of_twenty_deliveries_of_one_update_one_acts(counters: Store) -> None:
    cause = Cause("update:7", AT)
    results = await asyncio.gather(
        *(counters.write(raise_by_one, cause) for _ in range(20)), return_exceptions=True
    )
    assert sorted(map(str, results)) == ["1"] + ["Already acted on: update:7"] * 19
    assert all(isinstance(each, int | CauseSeen) for each in results)
    assert await counted(counters) == 1
    assert await counters.seen("update:7")
    assert not await counters.seen("update:8")


async def test_a_cause_whose_work_failed_may_come_again(counters: Store) -> None:
    cause = Cause("update:7", AT)

    def fail(conn: Connection) -> None:
        raise_by_one(conn)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await counters.write(fail, cause)
    assert await counted(counters) == 0
    assert await counters.write(raise_by_one, cause) == 1


async def test_a_broken_rule_of_the_tables_reaches_the_caller_and_is_rolled_back(
    counters: Store,
) -> None:
    def twice(conn: Connection) -> None:
        raise_by_one(conn)
        conn.execute(insert(COUNTER).values(id=1, n=9))

    with pytest.raises(IntegrityError):
        await counters.write(twice)
    assert await counted(counters) == 0


async def test_reading_cannot_change_anything(counters: Store) -> None:
    with pytest.raises(StorageFault, match="cannot be written"):
        await counters.read(raise_by_one)
    assert await counted(counters) == 0


async def test_a_reader_sees_one_state_while_others_write(counters: Store) -> None:
    """Both sums of one read agree although writers run between them."""

    def look(conn: Connection) -> tuple[int, int]:
        first = conn.scalar(select(COUNTER.c.n))
        for _ in range(50):
            last = conn.scalar(select(COUNTER.c.n))
        return first, last

    writing = asyncio.gather(*(counters.write(raise_by_one) for _ in range(30)))
    looks = await asyncio.gather(*(counters.read(look) for _ in range(10)))
    await writing
    assert all(first == last for first, last in looks)


@pytest.mark.parametrize("end", ["commit", "rollback"])
async def test_work_that_ends_its_own_transaction_is_an_error(counters: Store, end: str) -> None:
    with pytest.raises(RuntimeError, match="leave that to the store"):
        await counters.write(lambda conn: getattr(conn, end)())
    assert await counters.write(raise_by_one) == 1


async def test_cancelled_at_any_moment_it_is_all_or_nothing(counters: Store) -> None:
    """Two rows a write; most are cut off by a time limit, some at once, some never.

    No odd row, and it works on.
    """

    def two(conn: Connection) -> None:
        conn.execute(insert(PAIR))
        conn.execute(insert(PAIR))

    async def cut(seconds: float | None) -> bool:
        try:
            async with asyncio.timeout(seconds):
                await counters.write(two)
        except TimeoutError:
            return False
        return True

    chance = random.Random(7)  # noqa: S311
    kept = 0
    for _ in range(15):
        limits = (None, 0, *(chance.uniform(0, 0.03) for _ in range(10)))
        kept += sum(await asyncio.gather(*map(cut, limits)))
    rows = await counters.read(lambda conn: conn.scalar(select(func.count()).select_from(PAIR)))
    assert rows % 2 == 0
    assert rows >= 2 * kept  # cut off while committing, it may have been kept
    assert 15 <= kept <= 165
    seen = await asyncio.gather(*(counters.write(raise_by_one) for _ in range(20)))
    assert sorted(seen) == list(range(1, 21))


async def test_cancelled_before_its_turn_nothing_runs(counters: Store) -> None:
    waiting = [asyncio.ensure_future(counters.write(raise_by_one)) for _ in range(50)]
    await asyncio.sleep(0)
    for each in waiting[25:]:
        each.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert await counted(counters) == 25


@on_sqlite
async def test_whoever_sees_a_cancellation_sees_its_end(
    counters: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """The work runs on; the caller hears of it only when it was rolled back."""
    inside, go_on = threading.Event(), threading.Event()

    def slow(conn: Connection) -> None:
        raise_by_one(conn)
        inside.set()
        go_on.wait(GUARD)

    writing = asyncio.ensure_future(counters.write(slow))
    assert await asyncio.to_thread(inside.wait, GUARD)
    for _ in range(3):  # the impatient ask more than once
        writing.cancel()
        await asyncio.sleep(0.02)
    assert not writing.done()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await writing
    assert await counted(counters) == 0
    assert await counters.write(raise_by_one) == 1
    del writing
    gc.collect()
    assert not [each for each in caplog.records if each.levelno >= logging.WARNING]


@on_sqlite
async def test_a_stopping_loop_cancels_everything_and_leaves_no_half(counters: Store) -> None:
    """As asyncio.run does at its end: not the caller alone, the transaction's own task too."""

    def two(conn: Connection) -> None:
        conn.execute(insert(PAIR))
        conn.execute(insert(PAIR))

    kept = cut = 0
    for steps in range(40):  # each round it is cut at a later step
        before = asyncio.all_tasks()
        writing = asyncio.ensure_future(counters.write(two))
        for _ in range(steps):
            await asyncio.sleep(0.0002)
        for each in asyncio.all_tasks() - before:
            each.cancel()
        outcome = await asyncio.gather(writing, return_exceptions=True)
        kept, cut = kept + (outcome == [None]), cut + (outcome != [None])
    rows = await counters.read(lambda conn: conn.scalar(select(func.count()).select_from(PAIR)))
    assert rows % 2 == 0
    assert 2 * kept <= rows <= 2 * (kept + cut)
    assert cut
    assert await counters.write(raise_by_one) == 1
