"""People, plans, doses and answers: what each statement promises, on both databases."""

from __future__ import annotations

import ast
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, delete, func, select
from sqlalchemy.exc import IntegrityError

from bot.domain.terms import AnswerId, AnswerKind, DoseId, DoseState, SkipReason
from bot.storage import alarms, answers, doses, people, plans
from bot.storage.doses import Raced
from bot.storage.rows import AnswerRow, Base, PersonRow
from bot.storage.store import Store
from tests.storage import care
from tests.storage.care import AT, HOUR, MINUTE

S = DoseState


# People


async def test_a_person_met_twice_is_one_person(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, Any]:
        first = care.person(conn, 42)
        care.person(conn, 42)
        return first, people.with_telegram_id(conn, 42)

    first, found = await store.write(work)
    assert found.id == first


async def test_telegram_ids_beyond_32_bits_are_kept(store: Store) -> None:
    await store.write(lambda conn: care.person(conn, 2**52 - 1))
    assert await store.read(lambda conn: people.with_telegram_id(conn, 2**52 - 1))


async def test_a_person_never_met_is_nobody(store: Store) -> None:
    assert await store.read(lambda conn: people.with_telegram_id(conn, 5)) is None


async def test_zones_in_use_are_named_once(store: Store) -> None:
    def work(conn: Connection) -> tuple[str, ...]:
        for number, zone in enumerate(("Europe/Berlin", "Asia/Tokyo", "Europe/Berlin", None)):
            people.change(conn, care.person(conn, number), zone=zone)
        return people.zones_in_use(conn)

    assert await store.write(work) == ("Asia/Tokyo", "Europe/Berlin")


async def test_when_a_person_is_deleted_nothing_of_them_is_left(store: Store) -> None:
    def rows(conn: Connection) -> dict[str, int]:
        tables = [each for each in Base.metadata.sorted_tables if each.name not in BOT_TABLES]
        count = select(func.count())
        return {each.name: conn.execute(count.select_from(each)).scalar_one() for each in tables}

    def work(conn: Connection) -> tuple[dict[str, int], ...]:
        gone, _stays = care.everything(conn, 1), care.everything(conn, 2)
        both = rows(conn)
        conn.execute(delete(PersonRow).where(PersonRow.id == gone.patient_id))
        return both, rows(conn)

    both, one = await store.write(work)
    assert min(both.values()) >= 2  # each table is filled
    assert one == {name: count // 2 for name, count in both.items()}


BOT_TABLES = {"cause", "pulse", "outage", "keeper", "failure"}


# Plans


async def test_versions_come_with_their_slots_in_order(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        patient = care.person(conn)
        which = care.medication(conn, patient)
        made = (care.plan(conn, which, patient), care.plan(conn, which, patient))
        numbers = [plans.number(conn, each.id) for each in made]
        return made, numbers, plans.versions(conn, which)

    made, numbers, versions = await store.write(work)
    assert numbers == [1, 2]
    assert versions == made


async def test_ending_ends_what_is_in_force_and_leaves_what_has_ended(store: Store) -> None:
    def work(conn: Connection) -> list[Any]:
        patient = care.person(conn)
        which = care.medication(conn, patient)
        care.plan(conn, which, patient, ends_at=AT + HOUR)
        care.plan(conn, which, patient, starts_at=AT + HOUR)
        plans.end(conn, which, AT + 2 * HOUR)
        return [each.ends_at for each in plans.versions(conn, which)]

    assert await store.write(work) == [AT + HOUR, AT + 2 * HOUR]


async def test_only_plans_not_filled_that_far_are_found(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        patient = care.person(conn)
        which = care.medication(conn, patient)
        plan = care.plan(conn, which, patient)
        before = plans.unfilled(conn, AT + HOUR, 10)
        plans.set_filled(conn, plan.id, AT + HOUR)
        after = plans.unfilled(conn, AT + HOUR, 10)
        plans.end(conn, which, AT + HOUR)
        return before, (which, plan.id, AT), after, plans.unfilled(conn, AT + 9 * HOUR, 10)

    before, expected, after, ended = await store.write(work)
    assert (before, after, ended) == ((expected,), (), ())


async def test_a_person_has_a_medicine_of_a_kind_once(store: Store) -> None:
    def work(conn: Connection) -> None:
        patient = care.person(conn)
        care.medication(conn, patient)
        care.medication(conn, patient)

    with pytest.raises(IntegrityError):
        await store.write(work)


# Doses


async def test_filling_again_adds_nothing_and_changes_nothing(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, second = care.planned(conn)
        again = [replace(each, id=DoseId(uuid4()), mg=Decimal(99)) for each in (first, second)]
        new = doses.plan(conn, again)
        return new, first, doses.find(conn, first.id), doses.find(conn, again[0].id)

    new, first, found, other = await store.write(work)
    assert (new, found, other) == (0, first, None)


async def test_a_dose_reads_back_as_it_was_written(store: Store) -> None:
    odd = {"mg": Decimal("12.5"), "delayed": True, "snoozes": 2, "taken_at": AT, "nudges": 1}

    def work(conn: Connection) -> tuple[Any, ...]:
        first, _ = care.planned(conn)
        after = replace(first, state=S.TAKEN, **odd)
        return doses.save(conn, first, after), doses.find(conn, first.id)

    saved, found = await store.write(work)
    assert found == saved
    assert (found.mg, found.version) == (Decimal("12.5"), 1)


async def test_of_two_changes_to_one_dose_the_second_is_refused(store: Store) -> None:
    def work(conn: Connection) -> Any:
        first, _ = care.planned(conn)
        doses.save(conn, first, replace(first, state=S.TAKEN, taken_at=AT))
        with pytest.raises(Raced):
            doses.save(conn, first, replace(first, state=S.SKIPPED))
        return doses.find(conn, first.id)

    found = await store.write(work)
    assert (found.state, found.version) == (S.TAKEN, 1)


async def test_a_change_that_changes_nothing_writes_nothing(store: Store) -> None:
    def work(conn: Connection) -> Any:
        first, _ = care.planned(conn)
        doses.save(conn, first, replace(first))
        return doses.find(conn, first.id)

    assert (await store.write(work)).version == 0


async def test_doses_are_due_from_their_act_at_on_the_earliest_first(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, second = care.planned(conn)
        looks = [AT - MINUTE, AT, second.due_at]
        found = [(alarms.is_due(conn, at), alarms.due(conn, at, 10)) for at in looks]
        first_two = alarms.due(conn, second.due_at, 1)
        return (first.id, second.id), found, first_two, alarms.next_act_at(conn)

    (first, second), found, first_two, next_at = await store.write(work)
    assert found == [(False, ()), (True, (first,)), (True, (first, second))]
    assert (first_two, next_at) == ((first, second), AT)  # nobody's are cut apart


async def test_a_settled_dose_is_never_due(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        for each in care.planned(conn):
            doses.save(conn, each, replace(each, state=S.TAKEN, taken_at=AT, act_at=None))
        return alarms.due(conn, AT + 99 * HOUR, 10), alarms.next_act_at(conn)

    assert await store.write(work) == ((), None)


async def test_a_blocked_persons_doses_say_so(store: Store) -> None:
    def work(conn: Connection) -> list[bool]:
        first, _ = care.planned(conn)
        reachable = [doses.with_reach(conn, [first.id])[0][1]]
        people.change(conn, first.patient_id, blocked_at=AT)
        return [*reachable, doses.with_reach(conn, [first.id])[0][1]]

    assert await store.write(work) == [True, False]


async def test_what_the_log_reads_leaves_cancelled_doses_and_other_people_out(
    store: Store,
) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, second = care.planned(conn, 1)
        care.planned(conn, 2)
        doses.save(conn, second, replace(second, state=S.CANCELLED))
        patient = first.patient_id
        span = AT - HOUR, AT + 24 * HOUR
        return (
            first,
            doses.between(conn, patient, *span),
            doses.next_due(conn, patient, AT),
            doses.last_before(conn, first.patient_id, first.medication_id, AT + 24 * HOUR),
            doses.later_opened(conn, first),
        )

    first, between, next_due, last, later = await store.write(work)
    assert between == (first,)
    assert (next_due, last, later) == (None, first, False)


async def test_unknown_doses_nobody_answered_for_come_newest_first(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, second = care.planned(conn)
        saved = [doses.save(conn, each, replace(each, state=S.UNKNOWN)) for each in (first, second)]
        found = doses.unknown_unanswered(conn, first.patient_id, AT)
        doses.save(conn, saved[0], replace(saved[0], answered_at=AT))
        return tuple(saved), found, doses.unknown_unanswered(conn, first.patient_id, AT)

    (first, second), found, left = await store.write(work)
    assert found == (second, first)
    assert left == (second,)


# Answers


async def test_an_answer_in_error_stays_in_the_record_and_counts_no_more(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, second = care.planned(conn)
        given = care.answer(first, reason=SkipReason.OTHER), care.answer(second)
        for each in given:
            answers.append(conn, each)
        latest = answers.latest(conn, first.patient_id)
        answers.mark_in_error(conn, given[1].id, AT + 13 * HOUR)
        rows = conn.scalar(select(func.count()).select_from(AnswerRow))
        reasons = answers.reasons(conn, first.patient_id, AT)
        return given, latest, answers.latest(conn, first.patient_id), rows, reasons

    given, latest, then, rows, reasons = await store.write(work)
    assert (latest, then, rows) == (given[1], given[0], 2)
    assert reasons == {given[0].dose_id: SkipReason.OTHER}


async def test_a_snooze_and_an_undo_are_not_the_answer_to_take_back(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, _ = care.planned(conn)
        taken = care.answer(first)
        for each in (
            taken,
            care.answer(first, AnswerKind.SNOOZED, at=AT + HOUR),
            care.answer(first, AnswerKind.UNDONE, at=AT + 2 * HOUR),
        ):
            answers.append(conn, each)
        return taken, answers.latest(conn, first.patient_id)

    taken, latest = await store.write(work)
    assert latest == taken


async def test_of_two_answers_of_one_instant_the_one_kept_last_is_the_latest(
    store: Store,
) -> None:
    """While the machine's clock is set back, time stands still."""

    def work(conn: Connection) -> tuple[Any, ...]:
        first, _ = care.planned(conn)
        given = [
            replace(care.answer(first, kind), id=AnswerId(UUID(int=number)))
            for number, kind in (
                (9, AnswerKind.MISSED),
                (5, AnswerKind.NOT_SURE),
                (1, AnswerKind.TAKEN),
            )
        ]
        kept = [answers.append(conn, each) for each in given]
        latest = answers.latest(conn, first.patient_id)
        assert latest is not None
        return given, kept, latest

    given, kept, latest = await store.write(work)
    assert (latest.id, latest.kind) == (given[2].id, AnswerKind.TAKEN)
    assert kept[0] == given[0].at
    assert kept == sorted(set(kept))


async def test_extra_doses_are_found_by_when_they_were_taken(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, _ = care.planned(conn)
        extra = care.answer(first, AnswerKind.EXTRA, dose_id=None, taken_at=AT, mg=Decimal("2.5"))
        answers.append(conn, extra)
        patient = first.patient_id
        return (
            extra,
            answers.extras(conn, patient, AT, AT),
            answers.extras(conn, patient, AT + MINUTE, AT + HOUR),
        )

    extra, found, none = await store.write(work)
    assert (found, none) == ((extra,), ())


def test_nothing_else_ever_changes_or_removes_an_answer() -> None:
    storage = Path(answers.__file__).parent
    found = []
    for file in storage.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                names = [each.id for each in node.args if isinstance(each, ast.Name)]
                if node.func.id in {"update", "delete"} and "AnswerRow" in names:
                    found.append((file.name, node.func.id))
    assert found == [("answers.py", "update")]


async def test_the_one_change_to_an_answer_is_the_mark(store: Store) -> None:
    def work(conn: Connection) -> list[str]:
        first, _ = care.planned(conn)
        given = care.answer(first)
        answers.append(conn, given)
        with care.statements(conn) as seen:
            answers.mark_in_error(conn, given.id, AT)
        touched = ("board", "ladder")  # to be looked at again
        return [sql for sql, _ in seen if not any(each in sql for each in touched)]

    (sql,) = await store.write(work)
    assert sql.split("SET ")[1].split("=")[0].strip() == "in_error_at"
    assert "," not in sql.split("SET ")[1]
