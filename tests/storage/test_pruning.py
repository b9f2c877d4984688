"""The outbox is walked a few rows at a time, and only what is settled and old may go."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from bot.storage import outbox, pruning
from bot.storage.outbox import OutboxState
from bot.storage.rows import OutboxRow
from bot.storage.store import Store
from tests.databases import on_sqlite
from tests.storage import care
from tests.storage.care import AT, HOUR
from tests.storage.test_post_queries import plan_of, put


async def test_every_row_is_looked_at_once_in_steps_of_any_size(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, _ = care.planned(conn)
        for number in range(7):
            put(conn, first, str(number))
        every = {which for which, _ in outbox.due(conn, AT, 10, ())}
        for which in every:
            outbox.settle(conn, which, OutboxState.SENT, AT)
        walks = []
        for step in (1, 3, 7, 100):
            found, after = [], None
            while True:
                old = pruning.old(conn, AT + HOUR, after, step)
                found += old.rows
                after = old.reached
                if after is None:
                    break
            walks.append(found)
        return every, walks

    every, walks = await store.write(work)
    assert all(len(each) == 7 and set(each) == every for each in walks)


async def test_what_was_put_off_since_it_was_found_stays(store: Store) -> None:
    def work(conn: Connection) -> Any:
        first, second = care.planned(conn)
        put(conn, first, "a")
        put(conn, second, "b")
        (a, _), (b, _) = outbox.due(conn, AT, 10, ())
        for which in (a, b):
            outbox.settle(conn, which, OutboxState.SENT, AT)
        found = pruning.old(conn, AT + HOUR, None, 10).rows
        outbox.postpone(conn, a, AT + HOUR, 0)
        pruning.forget(conn, found)
        return a, conn.execute(select(OutboxRow.id)).scalars().all()

    a, left = await store.write(work)
    assert left == [a]


@on_sqlite
async def test_a_step_reads_no_more_than_its_rows(store: Store) -> None:
    def work(conn: Connection) -> list[str]:
        first, _ = care.planned(conn)
        put(conn, first, "a")
        ((which, _),) = outbox.due(conn, AT, 10, ())
        with care.statements(conn) as seen:
            pruning.old(conn, AT, which, 10)
            pruning.forget(conn, [which])
        assert conn.scalar(select(func.count()).select_from(OutboxRow)) == 1  # it waits
        return ["; ".join(plan_of(conn, sql, parameters)) for sql, parameters in seen]

    for plan in await store.write(work):
        assert "sqlite_autoindex_outbox_1" in plan, plan  # the primary key
        assert "SCAN" not in plan, plan
        assert "TEMP B-TREE" not in plan, plan
