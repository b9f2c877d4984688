"""What was acknowledged survives kill -9, cut connections and a restarted server; never a half."""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, insert, select, text

from bot.storage.faults import OutcomeUnknown, StorageFault
from bot.storage.rows import PulseRow
from bot.storage.store import Cause, CauseSeen, Store, open_store
from bot.storage.vault import Vault
from tests.databases import MakeDatabase, on_postgresql, on_sqlite
from tests.guard import GUARD
from tests.storage.wire import Wire

AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)

# Each write keeps two rows; the child says a number only after its write was acknowledged.
WRITER = """
import asyncio, sys
from datetime import UTC, datetime
from sqlalchemy import insert
from bot.storage.rows import PulseRow
from bot.storage.store import Cause, open_store
from bot.storage.vault import Vault

AT = datetime(2026, 11, 22, tzinfo=UTC)

async def main(url, start):
    store = await open_store(url, Vault(bytes(range(32))))
    for n in range(start, start + 100_000):
        def work(conn):
            conn.execute(insert(PulseRow).values(name=f"a{n}", at=AT))
            conn.execute(insert(PulseRow).values(name=f"b{n}", at=AT))
        await store.write(work, Cause(f"c{n}", AT))
        print(n, flush=True)

asyncio.run(main(sys.argv[1], int(sys.argv[2])))
"""


def write_until_killed(url: str, start: int, seconds: float) -> int:
    """Start a child that writes, kill -9 it in the middle; the last number it had acknowledged."""
    command = [sys.executable, "-c", WRITER, url, str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        last = int(child.stdout.readline())
        time.sleep(seconds)
        child.kill()
        said = child.stdout.read().split("\n")
    return max([last, *(int(each) for each in said[:-1])])


async def test_kill_9_while_writing_loses_nothing_acknowledged_and_halves_nothing(
    database_url: str, vault: Vault
) -> None:
    start = 0
    for seconds in (0.05, 0.11, 0.23):
        last = await asyncio.to_thread(write_until_killed, database_url, start, seconds)
        store = await open_store(database_url, vault)
        names = await store.read(lambda conn: set(conn.scalars(select(PulseRow.name))))
        whole = {f"{side}{n}" for n in range(last + 1) for side in "ab"}
        unsaid = {f"{side}{last + 1}" for side in "ab"}  # kept, killed before it could say so
        assert names in (whole, whole | unsaid)
        assert await store.seen(f"c{last}")
        assert await store.seen(f"c{last + 1}") == (names != whole)
        await store.close()
        start = last + 1 + (names != whole)


# What may happen while ten writes run, and how the process must end.
ENDS = {
    "await store.close()": 0,
    "pass": 0,  # forgets to close
    "raise SystemExit(3)": 3,
    "os.kill(os.getpid(), signal.SIGINT); await asyncio.sleep(9)": 130,
}
LEAVER = """
import asyncio, os, signal, sys
from datetime import UTC, datetime
from sqlalchemy import insert
from bot.storage.rows import PulseRow
from bot.storage.store import open_store
from bot.storage.vault import Vault

async def main(url):
    store = await open_store(url, Vault(bytes(range(32))))
    def work(n):
        def keep(conn):
            for side in "ab":
                conn.execute(insert(PulseRow).values(name=f"{side}{n}", at=datetime.now(UTC)))
        return keep
    await store.write(work(0))
    writes = [asyncio.ensure_future(store.write(work(n))) for n in range(1, 11)]
    await asyncio.sleep(0.01)
    END

try:
    asyncio.run(main(sys.argv[1]))
except KeyboardInterrupt:
    sys.exit(130)
"""


@on_sqlite
@pytest.mark.parametrize("end", ENDS)
async def test_no_database_thread_holds_up_the_end_of_the_process(
    database_url: str, vault: Vault, end: str
) -> None:
    program = LEAVER.replace("END", end)
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", program, database_url)
    async with asyncio.timeout(GUARD):
        assert await child.wait() == ENDS[end]
    store = await open_store(database_url, vault)
    names = await store.read(lambda conn: sorted(conn.scalars(select(PulseRow.name))))
    await store.close()
    assert "a0" in names
    assert {each[1:] for each in names if each[0] == "a"} == {
        each[1:] for each in names if each[0] == "b"
    }


def keep(name: str) -> Callable[[Connection], str]:
    """Work that keeps one row."""

    def work(conn: Connection) -> str:
        conn.execute(insert(PulseRow).values(name=name, at=AT))
        return name

    return work


async def rows(store: Store) -> int:
    """How many rows were kept."""
    query = select(func.count()).select_from(PulseRow)
    return await store.read(lambda conn: conn.execute(query).scalar_one())


@pytest.fixture
async def wired(
    database_url: str, vault: Vault, tmp_path: Path
) -> AsyncIterator[tuple[Store, Wire]]:
    """A store at the end of a wire."""
    async with Wire(database_url, tmp_path) as wire:
        store = await open_store(wire.url, vault)
        yield store, wire
        await store.close()


@on_postgresql
async def test_a_commit_without_answer_is_not_repeated_without_a_cause(
    wired: tuple[Store, Wire],
) -> None:
    store, wire = wired
    wire.cuts = 1
    with pytest.raises(OutcomeUnknown, match="lost while saving"):
        await store.write(keep("a"))
    assert await rows(store) == 1  # it was kept; a blind repeat would have met itself
    assert await store.write(keep("b")) == "b"


@on_postgresql
async def test_a_commit_without_answer_is_looked_up_when_a_cause_guards_it(
    wired: tuple[Store, Wire],
) -> None:
    store, wire = wired
    wire.cuts = 1
    with pytest.raises(CauseSeen):
        await store.write(keep("a"), Cause("update:1", AT))
    assert await rows(store) == 1


@on_postgresql
async def test_a_connection_lost_before_the_commit_is_tried_again(store: Store) -> None:
    tries = []

    def work(conn: Connection) -> str:
        tries.append(1)
        kept = keep("a")(conn)
        if len(tries) == 1:
            conn.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        return kept

    assert await store.write(work) == "a"
    assert len(tries) == 2
    assert await rows(store) == 1


@on_postgresql
async def test_a_server_restart_in_the_middle_of_everything_loses_nothing(
    store: Store, postgres: MakeDatabase
) -> None:
    async def one(number: int) -> bool:
        with contextlib.suppress(CauseSeen):  # the first try was kept, its answer was lost
            await store.write(keep(f"{number}"), Cause(f"update:{number}", AT))
        return await store.seen(f"update:{number}")

    first = [asyncio.ensure_future(one(n)) for n in range(300)]
    await asyncio.sleep(0.05)
    assert not all(each.done() for each in first)
    await asyncio.to_thread(postgres.restart)
    assert all(await asyncio.gather(*first))
    assert await rows(store) == 300


@on_postgresql
async def test_a_server_that_goes_away_is_one_plain_line(
    database_url: str, vault: Vault, tmp_path: Path
) -> None:
    async with Wire(database_url, tmp_path) as wire:
        store = await open_store(wire.url, vault, patience=0.2)
        assert await store.write(keep("a")) == "a"
        wire.cut_off()
        with pytest.raises(StorageFault, match="does not answer"):
            await store.write(keep("b"))
        await store.close()
