"""Opens the database as it must be: one process, migrated, with the right key."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.storage import migrate
from bot.storage.address import Address, address_from
from bot.storage.faults import StorageFault
from bot.storage.lock import FileLock
from bot.storage.store import Store, open_store
from bot.storage.vault import Vault, key_file, key_from

_SERVER_KEY = Path("data/steadydose.key")


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database and where it is."""

    store: Store
    address: Address


@asynccontextmanager
async def opened(url: str, data_key: str | None) -> AsyncIterator[Opened]:
    """The database of this process. Raises StorageFault with one plain line and a remedy.

    SQLite files are held by a lock, so that a second process refuses to start.
    """
    address = address_from(url)
    with ExitStack() as held:
        if address.file is not None:
            held.enter_context(FileLock(address.file))
        await asyncio.to_thread(migrate.upgrade, url)
        await asyncio.to_thread(check_key_file, url, address, data_key)
        store = await open_store(url, Vault(key_for(address, data_key)))
        try:
            yield Opened(store, address)
        finally:
            await store.close()


def key_path(address: Address) -> Path:
    """The key file, used where DATA_KEY is not set."""
    return _SERVER_KEY if address.file is None else address.file.with_suffix(".key")


def check_key_file(url: str, address: Address, data_key: str | None) -> None:
    """A database that was made with a key never gets a new one. Raises StorageFault."""
    path = key_path(address)
    if not data_key and not path.exists() and migrate.is_keyed(url):
        raise StorageFault(f"The key file {path} is missing", "Put it back, or set DATA_KEY")


def key_for(address: Address, data_key: str | None) -> bytes:
    """DATA_KEY, or the key file beside the database, made at the first start."""
    path = key_path(address)
    try:
        return key_from(data_key) if data_key else key_file(path)
    except (ValueError, OSError) as error:
        raise StorageFault(
            f"The data key cannot be used ({error})", "Check DATA_KEY, or the key file"
        ) from error
