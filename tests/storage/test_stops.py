"""Wishes to stop: what each statement promises."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, delete, func, select

from bot.domain.stopping import StopOutcome, StopReason, StopWay, StopWish
from bot.storage import stops
from bot.storage.rows import PersonRow, StopWishRow
from bot.storage.store import Store
from tests.storage import care
from tests.storage.care import AT, HOUR, MINUTE

WORDS = "it makes me dizzy and I have had enough"
UNDER = '["taper_reason", ""]'


def wish(**changes: Any) -> StopWish:
    return replace(StopWish(uuid4(), StopWay.SAID, AT), **changes)


async def test_a_wish_comes_back_with_its_reason_and_what_became_of_it(store: Store) -> None:
    asked, told = wish(), wish(way=StopWay.PAUSE, at=AT + MINUTE)

    def work(conn: Connection) -> list[Any]:
        ada, ben = care.person(conn, 1), care.person(conn, 2)
        for each in (asked, told):
            stops.add(conn, ada, each)
        stops.give_reason(conn, told.id, StopReason.RAN_OUT, None)
        stops.settle(conn, told.id, StopOutcome.WENT_ON, AT + HOUR)
        return [
            stops.find(conn, ada, asked.id),
            stops.find(conn, ada, told.id),
            stops.find(conn, ben, asked.id),
            stops.all_since(conn, ada, AT),
            stops.newest(conn, ada, AT + HOUR),
        ]

    now = replace(
        told,
        reason=StopReason.RAN_OUT,
        outcome=StopOutcome.WENT_ON,
        settled_at=AT + HOUR,
    )
    assert await store.write(work) == [asked, now, None, (asked, now), None]


async def test_the_latest_is_found_by_its_way_and_its_outcome(store: Store) -> None:
    first, second = wish(way=StopWay.PAUSE), wish(way=StopWay.PAUSE, at=AT + MINUTE)

    def work(conn: Connection) -> list[Any]:
        ada = care.person(conn)
        for each in (first, second, wish(at=AT + HOUR)):
            stops.add(conn, ada, each)
        ways = (StopWay.PAUSE, StopWay.LOWER)
        open_ = stops.latest(conn, ada, ways, AT)
        stops.settle(conn, second.id, StopOutcome.KEPT, AT + HOUR)
        return [
            open_,
            stops.latest(conn, ada, ways, AT),
            stops.latest(conn, ada, ways, AT + MINUTE),
            getattr(stops.latest(conn, ada, ways, AT, StopOutcome.KEPT), "id", None) == second.id,
            stops.latest(conn, ada, ways, AT, StopOutcome.WENT_ON),
        ]

    assert await store.write(work) == [second, first, None, True, None]


async def test_words_and_the_question_under_it_are_sealed_and_go_with_the_person(
    store: Store,
) -> None:
    def work(conn: Connection) -> list[Any]:
        ada, one = care.person(conn), wish()
        stops.add(conn, ada, one, "first words")
        stops.put_under(conn, one.id, UNDER)
        stops.give_reason(conn, one.id, StopReason.OTHER, WORDS)
        stops.give_reason(conn, one.id, StopReason.OTHER, None)
        kept = conn.execute(select(StopWishRow.words, StopWishRow.under)).one()
        read = [stops.words_of(conn, one.id), stops.under_of(conn, one.id)]
        conn.execute(delete(PersonRow).where(PersonRow.id == ada))
        left = conn.scalar(select(func.count()).select_from(StopWishRow))
        return [kept.words + kept.under, *read, left]

    sealed, *read = await store.write(work)
    assert b"dizzy" not in sealed
    assert b"taper" not in sealed
    assert read == [WORDS, UNDER, 0]
