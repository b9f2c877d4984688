"""The pulse: that the bot works and hears, and what follows where it did not for a while."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.domain.policy import Policy
from bot.domain.terms import PersonId
from bot.storage import Connection, alarms, people, pulse
from bot.storage.alone import alone
from bot.storage.pulse import Part
from bot.storage.store import Store
from bot.usecases.people import find

_log = logging.getLogger(__name__)
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
    looked at, for a tap on its card may be lost.
    """

    def work(conn: Connection) -> StoodStill | None:
        found = pulse.stamp(conn, Part.BEAT, at, policy.asleep_after)
        deaf = polled_at and pulse.stamp(conn, Part.POLL, polled_at, policy.asleep_after)
        if found is not None or deaf is not None:
            alarms.wake_open(conn, at)
        spans = (found and at - found, polled_at and deaf and polled_at - deaf)
        if any(span and span >= UPDATES_KEPT for span in spans):
            _try_again(conn, policy, at)
        pulse.forget_causes(conn, at - _CAUSES_KEPT)
        if found is not None:
            return StoodStill(found, at)
        return StoodStill(deaf, polled_at, True) if deaf and polled_at else None

    return await store.write(work)


def _try_again(conn: Connection, policy: Policy, at: datetime) -> None:
    """Word of an unblock may be lost: whoever still blocks the bot is refused once more.

    One whose row is spoilt is reported, and stops neither the others nor the stamp.
    """

    def work(which: PersonId) -> None:
        find(conn, policy, people.get(conn, which), at)

    for which in people.blocked(conn):
        fault = alone(conn, partial(work, which))
        if fault is not None:
            _log.error("person %s cannot be tried again: %s", which, type(fault).__name__)


async def stay_awake(store: Store, at: datetime) -> None:
    """Time is about to be turned to `at` with the bot awake: no outage lies in between."""

    def work(conn: Connection) -> None:
        pulse.stamp(conn, Part.BEAT, at, None)
        pulse.stamp(conn, Part.POLL, at, None)

    await store.write(work)
