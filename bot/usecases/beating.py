"""The pulse: that the bot works and hears, and what follows where it did not for a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.policy import Policy
from bot.storage import Connection, doses, people, pulse
from bot.storage.pulse import Part
from bot.storage.store import Store
from bot.usecases.people import find

UPDATES_KEPT = timedelta(hours=24)  # how long Telegram keeps what nobody fetches
_CAUSES_KEPT = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class StoodStill:
    """An outage that ended: of the bot, or of `polling_alone`, while the beat went on."""

    since: datetime
    until: datetime
    polling_alone: bool = False


async def pulse_beat(
    store: Store, policy: Policy, at: datetime, polled_at: datetime | None
) -> StoodStill | None:
    """The beat works at `at`, and polling last did at `polled_at`; outages are kept.

    Returns an outage that ended now. Stamps never go back. After an outage every open dose is
    looked at, for a tap on its card may be lost. After a long one whoever had blocked the bot is
    tried again: word of an unblock may be lost.
    """

    def work(conn: Connection) -> StoodStill | None:
        found = pulse.stamp(conn, Part.BEAT, at, policy.asleep_after)
        deaf = polled_at and pulse.stamp(conn, Part.POLL, polled_at, policy.asleep_after)
        if found is not None or deaf is not None:
            doses.wake_open(conn, at)
        since = found or deaf
        if since is not None and at - since >= UPDATES_KEPT:
            for person in people.blocked(conn):
                find(conn, policy, person, at)
        pulse.forget_causes(conn, at - _CAUSES_KEPT)
        if found is not None:
            return StoodStill(found, at)
        return StoodStill(deaf, polled_at, True) if deaf and polled_at else None

    return await store.write(work)


async def stay_awake(store: Store, at: datetime) -> None:
    """Time is about to be turned to `at` with the bot awake: no outage lies in between."""

    def work(conn: Connection) -> None:
        pulse.stamp(conn, Part.BEAT, at, None)
        pulse.stamp(conn, Part.POLL, at, None)

    await store.write(work)
