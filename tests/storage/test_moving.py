"""What people said of their movement is kept, the last answer for each day."""

from __future__ import annotations

from sqlalchemy import Connection

from bot.domain.terms import Movement
from bot.storage import moving
from bot.storage.store import Store
from tests.storage import care
from tests.storage.care import AT, HOUR


async def test_the_last_answer_about_a_day_stands(store: Store) -> None:
    def work(conn: Connection) -> list[dict[int, Movement]]:
        ada, ben = care.person(conn, 1), care.person(conn, 2)
        moving.keep(conn, ada, 7, Movement.WORSE, AT)
        moving.keep(conn, ada, 7, Movement.NOT_YET, AT + HOUR)
        moving.keep(conn, ada, 14, Movement.YES, AT + HOUR)
        return [moving.told(conn, ada), moving.told(conn, ben)]

    assert await store.write(work) == [{7: Movement.NOT_YET, 14: Movement.YES}, {}]
