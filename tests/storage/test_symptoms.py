"""Signs and the profile: what each statement promises."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, delete, func, select

from bot.domain.marks import Mark, Told
from bot.domain.symptom_views import Report, ReportId
from bot.domain.symptoms import Symptom
from bot.domain.terms import Level
from bot.storage import profiles, symptoms
from bot.storage.rows import PersonRow, ProfileRow, SymptomReportRow, SymptomRow
from bot.storage.store import Store
from tests.storage import care
from tests.storage.care import AT, HOUR

S, L = Symptom, Level
NEXT = UUID(int=7)


def report(hours: int = 0, level: Level = L.INFO, **changes: Any) -> Report:
    """Dizzy 4 and a headache, so many hours later."""
    told = Report(ReportId(uuid4()), AT + hours * HOUR, level, {S.DIZZY: 4, S.HEADACHE: None})
    return replace(told, **changes)


async def test_a_report_comes_back_as_told_to_its_person_alone(store: Store) -> None:
    told = report(words="my legs feel like lead")

    def work(conn: Connection) -> list[Any]:
        ada, ben = care.person(conn, 1), care.person(conn, 2)
        symptoms.add(conn, ada, told)
        return [
            symptoms.find(conn, ada, told.id),
            symptoms.find(conn, ben, told.id),
            symptoms.find(conn, ada, NEXT),
        ]

    assert await store.write(work) == [told, None, None]


async def test_rating_changes_the_signs_and_the_level_of_that_report_alone(store: Store) -> None:
    first, second = report(), report(1)
    rated = replace(first, level=L.PHARMACIST, said={S.DIZZY: 4, S.HEADACHE: 9})

    def work(conn: Connection) -> tuple[Report, ...]:
        ada = care.person(conn)
        for each in (first, second):
            symptoms.add(conn, ada, each)
        symptoms.rate(conn, rated)
        return symptoms.newest(conn, ada, 0, 5)

    assert await store.write(work) == (second, rated)


async def test_reports_are_read_newest_first_and_by_pages(store: Store) -> None:
    told = [report(n) for n in range(4)]

    def work(conn: Connection) -> list[Any]:
        ada = care.person(conn)
        for each in told:
            symptoms.add(conn, ada, each)
        return [symptoms.newest(conn, ada, skip, 2) for skip in (0, 2, 4)]

    assert await store.write(work) == [(told[3], told[2]), (told[1], told[0]), ()]


async def test_the_worst_level_counts_from_an_instant_on(store: Store) -> None:
    def work(conn: Connection) -> list[Any]:
        ada, ben = care.person(conn, 1), care.person(conn, 2)
        symptoms.add(conn, ada, report(0, L.EMERGENCY))
        symptoms.add(conn, ada, report(2, L.URGENT))
        symptoms.add(conn, ada, report(3, L.INFO))
        return [
            *(symptoms.worst_since(conn, ada, AT + n * HOUR) for n in (0, 1, 3, 4)),
            symptoms.worst_since(conn, ben, AT),
        ]

    assert await store.write(work) == [L.EMERGENCY, L.URGENT, L.INFO, None, None]


async def test_the_profile_is_kept_whole_and_changed(store: Store) -> None:
    told = {Mark.EPILEPSY: Told.YES, Mark.ALCOHOL: Told.DECLINED}

    def work(conn: Connection) -> list[Any]:
        ada, ben = care.person(conn, 1), care.person(conn, 2)
        found = [profiles.told(conn, ada)]
        profiles.keep(conn, ada, told, AT)
        found.append(profiles.told(conn, ada))
        profiles.keep(conn, ada, {Mark.EPILEPSY: Told.NO}, AT)
        return [*found, profiles.told(conn, ada), profiles.told(conn, ben)]

    assert await store.write(work) == [{}, told, {Mark.EPILEPSY: Told.NO}, {}]


async def test_h13_marks_and_words_are_sealed_and_all_of_it_goes_with_the_person(
    store: Store,
) -> None:
    def work(conn: Connection) -> tuple[bytes, list[int]]:
        ada = care.person(conn)
        profiles.keep(conn, ada, {Mark.EPILEPSY: Told.YES}, AT)
        symptoms.add(conn, ada, report(words="my legs feel like lead"))
        sealed = conn.execute(select(ProfileRow.marks)).scalar_one()
        words = conn.execute(select(SymptomReportRow.words)).scalar_one()
        conn.execute(delete(PersonRow).where(PersonRow.id == ada))
        tables = (ProfileRow, SymptomReportRow, SymptomRow)
        left = [conn.execute(select(func.count()).select_from(t)).scalar_one() for t in tables]
        return sealed + (words or b""), left

    kept, left = await store.write(work)
    assert b"epilepsy" not in kept
    assert b"legs" not in kept
    assert left == [0, 0, 0]
