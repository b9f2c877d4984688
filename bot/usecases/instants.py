"""What is kept of time itself: the last beat, and the instant before which time never goes back."""

from __future__ import annotations

from datetime import datetime

from bot.storage import pulse
from bot.storage.pulse import Part
from bot.storage.store import Store


async def last_beat(store: Store) -> datetime | None:
    """When the beat was last seen to work."""
    return await store.read(lambda conn: pulse.last(conn, Part.BEAT))


async def last_instant(store: Store) -> datetime | None:
    """The last instant that is kept: time for the bot never goes back before it."""
    return await store.read(pulse.last_instant)
