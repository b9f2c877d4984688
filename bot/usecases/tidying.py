"""Letting go of what was said long ago."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from bot.domain.terms import OutboxId
from bot.storage import pruning
from bot.storage.store import Store

_KEPT = timedelta(days=7)  # nothing looks further back in the outbox than a question about a week
_AT_ONCE = 500


async def tidy(store: Store, at: datetime, after: OutboxId | None) -> OutboxId | None:
    """One small step through the outbox: settled rows older than a week go.

    Give what it returns to the next step; None begins anew. Where nothing goes, nothing is written.
    """
    old = await store.read(partial(pruning.old, before=at - _KEPT, after=after, limit=_AT_ONCE))
    if old.rows:
        await store.write(partial(pruning.forget, rows=old.rows))
    return old.reached
