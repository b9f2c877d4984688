"""SQLite as it must be: private files, safe settings, readers beside a writer, plain faults."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import DBAPIError

from bot.storage import sqlite
from bot.storage.engine import SqliteDatabase
from bot.storage.faults import StorageFault, WrongKey
from bot.storage.migrate import upgrade
from bot.storage.rows import KeeperRow
from bot.storage.store import Store, open_store
from bot.storage.vault import Vault
from tests.databases import on_postgresql, on_sqlite
from tests.guard import GUARD


def file_of(url: str) -> Path:
    """The file of a SQLite DATABASE_URL."""
    return Path(url.removeprefix("sqlite:///"))


def modes(file: Path) -> dict[str, str]:
    """The modes of the database's files."""
    return {each.name: oct(each.stat().st_mode & 0o777) for each in file.parent.glob("*.db*")}


@on_sqlite
async def test_folder_and_files_belong_to_the_owner_alone(empty_url: str, vault: Vault) -> None:
    file = file_of(empty_url)
    upgrade(empty_url)
    store = await open_store(empty_url, vault)
    private = dict.fromkeys(("steadydose.db", "steadydose.db-wal", "steadydose.db-shm"), "0o600")
    assert modes(file) == private
    assert file.parent.stat().st_mode & 0o777 == 0o700
    await store.close()
    assert modes(file) == {"steadydose.db": "0o600"}  # the WAL was folded in


@on_sqlite
async def test_files_others_could_read_are_narrowed(database_url: str, vault: Vault) -> None:
    file_of(database_url).chmod(0o644)
    store = await open_store(database_url, vault)
    assert set(modes(file_of(database_url)).values()) == {"0o600"}
    await store.close()


@on_sqlite
async def test_every_commit_reaches_the_disk_and_references_are_kept(store: Store) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")

    def settings(conn: Connection) -> list[object]:
        return [conn.execute(text(f"PRAGMA {name}")).scalar() for name in names]

    assert await store.write(settings) == ["wal", 2, 1, 5000]
    assert await store.read(settings) == ["wal", 2, 1, 5000]


@on_sqlite
@pytest.mark.parametrize("way", ["read", "write"])
async def test_work_runs_in_the_drivers_thread_which_leaves_transactions_to_us(
    store: Store, way: str
) -> None:
    def look(conn: Connection) -> int:
        driver = conn.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        assert driver.isolation_level is None
        assert driver.in_transaction  # by our BEGIN: nothing was written yet
        assert threading.current_thread() is not threading.main_thread()
        return threading.get_ident()

    assert await getattr(store, way)(look) == await getattr(store, way)(look)


@on_sqlite
async def test_a_slow_write_holds_up_no_reader(store: Store) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(conn: Connection) -> bool:
        begun.set()
        return go_on.wait(GUARD)

    writing = asyncio.ensure_future(store.write(slow))
    assert await asyncio.to_thread(begun.wait, GUARD)
    assert not await store.seen("x")
    assert not writing.done()
    go_on.set()
    assert await writing


@on_sqlite
async def test_more_readers_than_connections_take_turns(store: Store) -> None:
    go_on = threading.Event()
    reading = [asyncio.ensure_future(store.read(lambda conn: go_on.wait(GUARD))) for _ in range(20)]
    await asyncio.sleep(0.05)
    reading[-1].cancel()  # it has no turn yet: it need not wait for anybody
    with pytest.raises(asyncio.CancelledError):
        await reading.pop()
    go_on.set()
    assert await asyncio.gather(*reading) == [True] * 19


@on_sqlite
async def test_closing_lets_what_was_asked_before_end_and_nothing_begin(store: Store) -> None:
    go_on = threading.Event()

    def keep(conn: Connection) -> int:
        go_on.wait(GUARD)
        return conn.execute(insert(KeeperRow).values(id=2, canary=b"")).rowcount

    writing = asyncio.ensure_future(store.write(keep))
    reading = [asyncio.ensure_future(store.seen("x")) for _ in range(20)]
    await asyncio.sleep(0)
    closing = asyncio.ensure_future(store.close())
    await asyncio.sleep(0.05)
    closing.cancel()  # it closes all the same
    with pytest.raises(RuntimeError, match="closed"):
        await store.seen("x")
    assert not closing.done()
    go_on.set()
    assert await writing == 1
    assert await asyncio.gather(*reading) == [False] * 20
    with pytest.raises(asyncio.CancelledError):
        await closing
    await store.close()


@on_sqlite
async def test_no_log_shows_a_value(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        await store.write(lambda conn: conn.execute(text("SELECT :it"), {"it": "secret"}).all())
    assert "secret" not in caplog.text


async def test_the_right_key_opens_what_the_first_start_sealed(
    database_url: str, vault: Vault
) -> None:
    for _start in range(2):
        await (await open_store(database_url, vault)).close()
    rotated = await open_store(database_url, Vault(bytes(32), bytes(range(32))))
    await rotated.close()


async def test_a_wrong_key_is_refused_before_anything_is_read(
    database_url: str, vault: Vault
) -> None:
    await (await open_store(database_url, vault)).close()
    with pytest.raises(WrongKey, match="DATA_KEY does not open this database"):
        await open_store(database_url, Vault(bytes(32)))
    await (await open_store(database_url, vault)).close()


async def test_two_first_starts_at_once_keep_one_canary(database_url: str, vault: Vault) -> None:
    stores = await asyncio.gather(*(open_store(database_url, vault) for _ in range(2)))
    canaries = await stores[0].read(lambda conn: conn.scalars(select(KeeperRow.id)).all())
    assert canaries == [1]
    for each in stores:
        await each.close()


async def test_a_database_without_tables_says_what_to_run(empty_url: str, vault: Vault) -> None:
    with pytest.raises(StorageFault, match=r"no tables yet\. Run: steadydose migrate"):
        await open_store(empty_url, vault)


async def fault_of(url: str | Path) -> str:
    """The one line with which this address is refused."""
    with pytest.raises(StorageFault) as fault:
        await open_store(str(url), Vault(bytes(32)))
    assert "\n" not in str(fault.value)
    return str(fault.value)


async def test_unusable_files_are_one_plain_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "text.db").write_text("Dear diary, " * 1000)
    assert "cannot be opened for writing" in await fault_of(tmp_path / "file" / "x.db")
    assert "cannot be opened for writing" in await fault_of(tmp_path)
    assert "cannot be opened for writing" in await fault_of("/proc/nowhere/x.db")
    assert "not a database" in await fault_of(tmp_path / "text.db")
    assert (tmp_path / "text.db").read_text().startswith("Dear diary")


async def test_unusable_servers_are_one_plain_line() -> None:
    assert "does not answer" in await fault_of("postgresql://ann@127.0.0.1:1/x")
    assert "does not answer" in await fault_of("postgresql://ann@no.such.host.invalid/x")


@on_postgresql
async def test_a_missing_database_or_user_is_one_plain_line(database_url: str) -> None:
    other = database_url.replace("/test_", "/absent_")
    assert "has no such database" in await fault_of(other)
    assert "refuses the name" in await fault_of(database_url.replace("postgres:@", "nobody:@"))


@on_sqlite
async def test_a_damaged_file_is_one_plain_line(database_url: str, vault: Vault) -> None:
    file = file_of(database_url)
    with file.open("r+b") as raw:
        raw.seek(4096)
        raw.write(b"\xaa" * (file.stat().st_size - 4096))
    assert "damaged" in await fault_of(database_url)


@on_sqlite
async def test_a_full_disk_keeps_nothing_of_the_change_and_passes(store: Store) -> None:
    """SQLite's own limit on the file's size stands for a full disk."""

    def limit(conn: Connection, pages: int) -> None:
        conn.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    def fill(conn: Connection) -> None:
        for number in range(2, 500):
            conn.execute(insert(KeeperRow).values(id=number, canary=bytes(4000)))

    def size(conn: Connection) -> int:
        return conn.execute(text("SELECT count(*) FROM keeper")).scalar_one()

    await store.write(lambda conn: limit(conn, 1))  # it takes the present size as the least
    with pytest.raises(StorageFault, match="The disk is full"):
        await store.write(fill)
    assert await store.read(size) == 1
    await store.write(lambda conn: limit(conn, 10_000))
    await store.write(fill)
    assert await store.read(size) == 499


@on_sqlite
async def test_what_turns_read_only_keeps_nothing_of_the_change_and_goes_on_afterwards(
    store: Store,
) -> None:
    """SQLite's own switch stands for a disk that was mounted anew: the fault is the same."""

    def add(conn: Connection) -> None:
        conn.execute(insert(KeeperRow).values(id=2, canary=b"x"))
        conn.exec_driver_sql("PRAGMA query_only=ON")
        try:
            conn.execute(insert(KeeperRow).values(id=3, canary=b"x"))
        finally:
            conn.exec_driver_sql("PRAGMA query_only=OFF")

    def size(conn: Connection) -> int:
        return conn.execute(text("SELECT count(*) FROM keeper")).scalar_one()

    with pytest.raises(StorageFault, match="cannot be written"):
        await store.write(add)
    assert await store.read(size) == 1
    await store.write(lambda conn: conn.execute(insert(KeeperRow).values(id=2, canary=b"x")))
    assert await store.read(size) == 2


@on_sqlite
async def test_work_that_hides_a_full_disk_cannot_keep_half(store: Store) -> None:
    """SQLite may give up the whole transaction by itself; the rest must not be kept alone."""

    def hide(conn: Connection) -> None:
        conn.exec_driver_sql("ROLLBACK")  # as SQLite does on some faults

    with pytest.raises(StorageFault, match="half way"):
        await store.write(hide)
    assert not await store.seen("x")


@on_sqlite
async def test_a_connection_that_breaks_is_made_anew(store: Store) -> None:
    def breaks(conn: Connection) -> None:
        driver: Any = conn.connection.driver_connection
        driver.close()
        conn.execute(text("SELECT 1"))

    for way in (store.write, store.read):
        with pytest.raises(DBAPIError):
            await way(breaks)
        assert await way(lambda conn: conn.scalar(text("PRAGMA foreign_keys"))) == 1


@on_sqlite
async def test_a_connection_that_cannot_be_set_up_is_tried_again(
    database_url: str, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = SqliteDatabase(file_of(database_url), vault)
    real, fails = sqlite._set_up, [True]

    def set_up(*args: Any, **more: Any) -> None:
        if fails:
            raise OSError("too many open files")
        real(*args, **more)

    monkeypatch.setattr(sqlite, "_set_up", set_up)
    with pytest.raises(OSError, match="too many"):
        await database.run(lambda conn: None, writing=True)
    fails.clear()
    assert await database.run(lambda conn: conn.scalar(text("SELECT 7")), writing=True) == 7
    await database.close()


@on_sqlite
async def test_work_that_lacks_what_it_looks_for_holds_up_nobody(store: Store) -> None:
    """A StopIteration fits in no future: unseen, it would hold the only writer for ever."""
    with pytest.raises(RuntimeError, match="StopIteration"):
        await asyncio.wait_for(store.write(lambda conn: next(iter(()))), GUARD)
    assert await store.write(lambda conn: 7) == 7


@on_sqlite
async def test_another_programs_lock_is_waited_for(database_url: str, vault: Vault) -> None:
    store = await open_store(database_url, vault)
    other = sqlite3.connect(file_of(database_url), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writing = asyncio.ensure_future(store.write(lambda conn: 7))
    await asyncio.sleep(0.3)
    assert not writing.done()
    other.execute("COMMIT")
    assert await writing == 7
    other.close()
    await store.close()


@on_sqlite
async def test_a_lock_that_stays_is_one_plain_line(database_url: str, vault: Vault) -> None:
    store = await open_store(database_url, vault, patience=0.3)
    await store.write(lambda conn: conn.exec_driver_sql("PRAGMA busy_timeout=100"))
    other = sqlite3.connect(file_of(database_url), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageFault, match="locked by another program"):
        await store.write(lambda conn: 7)
    other.execute("COMMIT")
    other.close()
    assert await store.write(lambda conn: 7) == 7
    await store.close()
