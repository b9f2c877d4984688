"""What is asked of a patient's doses is found by an index, however many doses there are."""

from __future__ import annotations

from sqlalchemy import Connection

from bot.storage import alarms, doses
from bot.storage.store import Store
from tests.databases import on_sqlite
from tests.storage import care
from tests.storage.care import AT, HOUR
from tests.storage.test_post_queries import plan_of


@on_sqlite
async def test_a_patients_doses_are_found_without_reading_those_of_others(store: Store) -> None:
    def work(conn: Connection) -> list[str]:
        first, _ = care.planned(conn)
        who, which = first.patient_id, first.medication_id
        with care.statements(conn) as seen:
            doses.waiting(conn, who, which)
            doses.last_before(conn, who, which, AT + HOUR)
            doses.later_opened(conn, first)
            alarms.due(conn, AT + 24 * HOUR, 1)  # full: the rest of the same people, too
        return ["; ".join(plan_of(conn, sql, parameters)) for sql, parameters in seen]

    plans = await store.write(work)
    assert len(plans) == 5
    indexes = ["ix_dose_patient_id_due_at"] * 5
    indexes[3] = "ix_dose_act_at"
    for plan, index in zip(plans, indexes, strict=True):
        assert f"USING INDEX {index}" in plan, plan
        assert "TEMP B-TREE" not in plan, plan  # nothing is sorted


async def test_nobodys_doses_are_cut_apart_and_everybodys_turn_comes(store: Store) -> None:
    def work(conn: Connection) -> tuple[list[int], bool]:
        left = {each.id: each.patient_id for n in range(8) for each in care.planned(conn, n)}
        sizes, whole = [], True
        while left:
            batch = alarms.due(conn, AT + 24 * HOUR, 2)
            people = [left.pop(which) for which in batch]
            sizes.append(len(batch))
            whole = whole and not set(people) & set(left.values())
            for which in batch:
                alarms.push_on(conn, which, AT + 48 * HOUR)
        return sizes, whole

    sizes, whole = await store.write(work)
    assert whole
    assert sum(sizes) == 16
    assert max(sizes) <= 10
