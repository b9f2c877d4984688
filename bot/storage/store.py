"""The one door to the database: whole transactions, once per cause, tried again when safe."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Insert, inspect, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.address import address_from
from bot.storage.engine import Database, Work, open_database
from bot.storage.faults import Momentary, OutcomeUnknown, StorageFault, WrongKey
from bot.storage.rows import Base, CauseRow, KeeperRow
from bot.storage.vault import Vault

T = TypeVar("T")

_PATIENCE = 6.0  # seconds
_BESIDE_OTHERS = 3  # the share of it after which a write that meets others again and again is alone
_FIRST_PAUSE = 0.01
_LONGEST_PAUSE = 0.5
_CANARY = "steady dose"
_CANARY_PLACE = ("keeper.canary", UUID(int=1))


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something is written: one update, one beat's claim. The same key acts once."""

    key: str
    at: datetime


class CauseSeen(Exception):
    """The cause was acted on before; nothing was done now."""

    def __init__(self, key: str) -> None:
        super().__init__(f"Already acted on: {key}")
        self.key = key


class Store:
    """Runs pieces of work, each in one transaction; begins no new try after `patience` seconds."""

    def __init__(self, database: Database, patience: float = _PATIENCE) -> None:
        self._database = database
        self._patience = patience
        # Waiting here is fair and costs nothing; waiting in the database is neither.
        self._turn = asyncio.Semaphore(database.writers)
        self._alone = asyncio.Lock()

    async def write(self, work: Work[T], cause: Cause | None = None) -> T:
        """Run the work in one transaction, in which its effect and its cause are kept together.

        The work is synchronous, may run in another thread, has no effect outside its connection
        and may be run several times. Raises CauseSeen (nothing done), StorageFault (nothing kept;
        OutcomeUnknown: all or nothing), or what the work raises (rolled back). Cancelled: all or
        nothing.
        """

        def whole(conn: Connection) -> T:
            if cause is not None and not add_new(conn, CauseRow, key=cause.key, at=cause.at):
                raise CauseSeen(cause.key)
            return work(conn)

        again, beside = cause is not None, self._patience / _BESIDE_OTHERS
        async with self._alone:
            pass  # whoever has to be alone goes first
        try:
            async with self._turn:
                return await self._tried(whole, beside, writing=True, again=again)
        except (Momentary, OutcomeUnknown) as fault:
            if isinstance(fault, OutcomeUnknown) and not again:
                raise
            async with self._alone, self._nobody_else():
                return await self._tried(whole, self._patience - beside, writing=True, again=again)

    @asynccontextmanager
    async def _nobody_else(self) -> AsyncIterator[None]:
        """Every write that runs has ended, and none begins: a long one is not met any more."""
        async with AsyncExitStack() as turns:
            for _ in range(self._database.writers):
                await turns.enter_async_context(self._turn)
            yield

    async def read(self, work: Work[T]) -> T:
        """Run the work on one consistent state of the database, which it cannot change."""
        return await self._tried(work, self._patience, writing=False, again=True)

    async def seen(self, key: str) -> bool:
        """Whether this cause was acted on."""
        query = select(CauseRow.key).where(CauseRow.key == key)
        return await self.read(lambda conn: conn.scalar(query) is not None)

    async def close(self) -> None:
        """Let running transactions end, then close. The store is of no use afterwards."""
        await self._database.close()

    async def _tried(self, work: Work[T], patience: float, *, writing: bool, again: bool) -> T:
        """Try again what passes by itself; what may have been kept only if a cause guards it."""
        loop = asyncio.get_running_loop()
        end, pause = loop.time() + patience, _FIRST_PAUSE
        while True:
            try:
                return await self._database.run(work, writing=writing)
            except (Momentary, OutcomeUnknown) as fault:
                if loop.time() >= end or (isinstance(fault, OutcomeUnknown) and not again):
                    raise
            await asyncio.sleep(pause * random.uniform(0.5, 1))  # noqa: S311 - only spreads tries
            pause = min(2 * pause, _LONGEST_PAUSE)


def add_new(conn: Connection, row: type[Base], **values: Any) -> bool:
    """Insert a row unless one with such a key is there. True if it was inserted."""
    return conn.execute(_unless_there(conn.dialect.name, row), values).rowcount == 1


@cache
def _unless_there(dialect: str, row: type[Base]) -> Insert:
    if dialect == "postgresql":
        return postgresql.insert(row).on_conflict_do_nothing()
    return sqlite.insert(row).on_conflict_do_nothing()


async def open_store(url: str, vault: Vault, patience: float = _PATIENCE) -> Store:
    """Open the database at this DATABASE_URL, migrated before, with the key that it was made with.

    The first start seals a known word; later ones must open it. Raises StorageFault, WrongKey.
    """
    database = await open_database(address_from(url), vault)
    try:
        store = Store(database, patience)
        await _check_key(store, vault)
    except BaseException:
        await database.close()
        raise
    return store


async def _check_key(store: Store, vault: Vault) -> None:
    canary = await store.read(_canary)
    if canary is None:
        sealed = vault.seal(*_CANARY_PLACE, _CANARY)
        await store.write(lambda conn: add_new(conn, KeeperRow, id=1, canary=sealed))
        canary = await store.read(_canary)
    try:
        vault.unseal(*_CANARY_PLACE, canary or b"")
    except WrongKey as error:
        raise WrongKey(
            "DATA_KEY does not open this database",
            "Use the key it was made with, or point DATABASE_URL to another database",
        ) from error


def _canary(conn: Connection) -> bytes | None:
    if not inspect(conn).has_table(KeeperRow.__tablename__):
        raise StorageFault("The database has no tables yet", "Run: steadydose migrate")
    return conn.scalar(select(KeeperRow.canary).where(KeeperRow.id == 1))
