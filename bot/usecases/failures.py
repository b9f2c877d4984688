"""Updates that could not be handled: kept, so that the operator hears of them."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.storage import Connection, failures
from bot.storage.store import Store

_KEPT = timedelta(days=30)


async def note(store: Store, key: str, why: str, at: datetime) -> None:
    """The update is passed as failed; `why` names a class and a place, nothing of a person."""

    def work(conn: Connection) -> None:
        failures.note(conn, key, why, at)
        failures.forget(conn, at - _KEPT)

    await store.write(work)
