"""What a beat does beside reminders: it hears of outages, and lets go of what was said long ago."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.reminders.heartbeat import Heartbeat
from bot.storage import outbox
from bot.storage.outbox import OutboxState
from bot.storage.rows import OutboxRow
from bot.storage.store import Store
from bot.usecases.beating import StoodStill
from tests.usecases.patients import POLICY, patient

AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)


class Clock:
    """A clock that is turned."""

    at = AT

    def __call__(self) -> datetime:
        """As far as it was turned."""
        return self.at


async def test_polling_that_stood_still_alone_is_told_as_an_outage_of_the_beat_is(
    store: Store,
) -> None:
    told: list[StoodStill] = []
    now = Clock()
    heartbeat = Heartbeat(store, POLICY, now, lambda: None, told.append)
    heartbeat.polled_at = AT
    for minute in range(6):
        now.at = AT + minute * MINUTE
        await heartbeat.beat()
    assert told == []
    heartbeat.polled_at = now.at = AT + 6 * MINUTE
    await heartbeat.beat()
    assert told == [StoodStill(AT, now.at, polling_alone=True)]
    now.at = AT + 12 * MINUTE
    await heartbeat.beat()
    assert told[1:] == [StoodStill(AT + 6 * MINUTE, now.at)]


async def test_what_was_settled_over_a_week_ago_goes_and_what_is_needed_stays(
    store: Store,
) -> None:
    ada, now = await patient(store, AT), Clock()

    async def put(kind: str, cause: str, at: datetime, *, settled: bool = True) -> None:
        def work(conn: outbox.Connection) -> None:
            outbox.put(conn, ada.id, kind, {}, cause, at, 1)
            if settled:
                row = select(OutboxRow.id).where(OutboxRow.cause == cause)
                which = conn.execute(row).scalar_one()
                outbox.settle(conn, which, OutboxState.SENT, at)

        await store.write(work)

    async def left() -> set[str]:
        causes = select(OutboxRow.cause)
        return await store.read(lambda conn: set(conn.scalars(causes)))

    for number in range(3):
        await put("nudge", f"old {number}", AT)
    await put("changed", "a change", AT)
    await put("silence", "a silence", AT)
    await put("nudge", "of this week", AT + 3 * DAY)
    await put("changed", "waits", AT + 300 * DAY, settled=False)
    now.at = AT + 7 * DAY
    heartbeat = Heartbeat(store, POLICY, now, lambda: None, lambda _: None)
    await heartbeat.beat()
    assert {"old 0", "old 1", "old 2"} <= await left()  # a week, to the second
    now.at += MINUTE
    await heartbeat.beat()
    kept = {"a change", "a silence", "of this week", "waits"}
    assert {each for each in await left() if ":" not in each} == kept  # beside the bot's own
