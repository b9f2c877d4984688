"""What is kept of tablets comes back exactly, in order, and goes with its person."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, delete, func, select

from bot.domain.supply import Count, CountKind
from bot.domain.supply_warnings import Watch
from bot.storage import supplies
from bot.storage.rows import PersonRow, SupplyCountRow, SupplyWatchRow
from bot.storage.store import Store
from tests.storage import care
from tests.storage.care import AT, HOUR, TEN

FIVE = Decimal("2.5")
COUNTED, REFILLED = CountKind.COUNTED, CountKind.REFILLED


def told(hours: int, tablets: str, kind: CountKind = COUNTED, strength: Decimal = TEN) -> Count:
    return Count(AT + hours * HOUR, strength, Decimal(tablets), kind)


async def test_counts_come_back_from_the_last_count_of_each_strength_on(store: Store) -> None:
    every = (
        told(0, "40"),
        told(1, "12.5", strength=FIVE),
        told(2, "33.5"),
        told(3, "56", REFILLED),
        told(4, "28", REFILLED, FIVE),
    )

    def work(conn: Connection) -> Any:
        first, _ = care.planned(conn)
        assert not supplies.is_counted(conn, first.patient_id)
        for each in every:
            supplies.add(conn, first.patient_id, first.patient_id, first.medication_id, each)
        assert supplies.is_counted(conn, first.patient_id)
        return supplies.counts(conn, first.patient_id)

    assert await store.write(work) == every[1:]


async def test_what_is_told_at_one_instant_keeps_its_order(store: Store) -> None:
    def work(conn: Connection) -> Any:
        first, _ = care.planned(conn)
        for tablets in range(30):
            count = told(0, str(tablets))
            supplies.add(conn, first.patient_id, first.patient_id, first.medication_id, count)
        return supplies.counts(conn, first.patient_id)

    (last,) = await store.write(work)
    assert last.tablets == 29


async def test_a_watch_comes_back_as_it_was_kept_and_is_due_at_its_instant(store: Store) -> None:
    now = Watch(3, date(2026, 11, 23), AT, 2, AT + HOUR)

    def work(conn: Connection) -> Any:
        person, other = care.person(conn), care.person(conn, 2)
        assert supplies.watch(conn, person) == Watch()
        supplies.touch(conn, person, AT)
        assert not supplies.is_due(conn, AT)  # nobody is watched yet
        supplies.keep(conn, person, now, AT + HOUR)
        supplies.begin(conn, other, AT + 2 * HOUR)
        supplies.begin(conn, person, AT)  # they are watched already
        assert supplies.next_act_at(conn) == AT + HOUR
        assert not supplies.is_due(conn, AT)
        assert supplies.due(conn, AT + HOUR, 10) == (person,)
        assert supplies.due(conn, AT + 2 * HOUR, 10) == (person, other)
        supplies.touch(conn, other, AT)
        assert supplies.due(conn, AT + 2 * HOUR, 1) == (other,)
        supplies.look_again(conn, other, None)
        supplies.look_again(conn, person, None)
        assert supplies.next_act_at(conn) is None
        return supplies.watch(conn, person)

    assert await store.write(work) == now


async def test_home_is_since_a_stay_that_was_over_after_the_count(store: Store) -> None:
    def work(conn: Connection) -> Any:
        first, _ = care.planned(conn)
        assert supplies.home_since(conn, first.patient_id, AT) is None
        stay = care.a_pause(kind=care.PauseKind.HOSPITAL, ends_at=None, ended_at=AT + 5 * HOUR)
        care.pauses.add(conn, first.patient_id, stay)
        care.pauses.add(conn, first.patient_id, care.a_pause(ended_at=AT + 6 * HOUR))
        return [supplies.home_since(conn, first.patient_id, AT + n * HOUR) for n in (4, 6)]

    assert await store.write(work) == [AT + 5 * HOUR, None]


async def test_it_all_goes_with_its_person(store: Store) -> None:
    def work(conn: Connection) -> Any:
        first, _ = care.planned(conn)
        supplies.add(conn, first.patient_id, first.patient_id, first.medication_id, told(0, "40"))
        supplies.begin(conn, first.patient_id, AT)
        conn.execute(delete(PersonRow).where(PersonRow.id == first.patient_id))
        return [
            conn.scalar(select(func.count()).select_from(row))
            for row in (SupplyCountRow, SupplyWatchRow)
        ]

    assert await store.write(work) == [0, 0]
