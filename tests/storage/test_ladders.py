"""The ladder's queries: looked at as soon as anything is known, said once, counted once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, delete, update

from bot.domain.dose import Dose
from bot.domain.ladder import Note, NoteKind, Start
from bot.domain.terms import AnswerKind, DoseState, OutboxId
from bot.storage import answers, doses, gaps, ladders, pauses, plans, pulse, rings
from bot.storage.ladders import AT_ONCE, DueLadder
from bot.storage.pulse import Part
from bot.storage.rows import CardRow, LadderRow
from bot.storage.store import Store
from tests.storage import care
from tests.storage.care import AT, HOUR, MINUTE

S = DoseState


def calm(conn: Connection) -> Dose:
    """A dose whose person's ladder waits for something to change."""
    first, _ = care.planned(conn)
    ladders.touch(conn, first.patient_id)
    ladders.look_again(conn, DueLadder(first.patient_id, AT_ONCE), None)
    return first


def save(**changes: Any) -> Callable[[Connection, Dose], object]:
    """A change of the dose."""
    return lambda conn, dose: doses.save(conn, dose, replace(dose, **changes))


@pytest.mark.parametrize(
    "change",
    [
        save(state=S.TAKEN, taken_at=AT),
        save(state=S.SKIPPED, answered_at=AT),
        save(state=S.MISSED),
        save(state=S.UNKNOWN),
        save(closes_at=AT + HOUR),
        lambda conn, dose: answers.append(
            conn, care.answer(dose, AnswerKind.EXTRA, dose_id=None, taken_at=AT)
        ),
        lambda conn, dose: pauses.add(conn, dose.patient_id, care.a_pause()),
        lambda conn, dose: pauses.end(conn, dose.patient_id, AT),
        lambda conn, dose: ladders.set_not_started(conn, dose.patient_id, not_started=True),
        lambda conn, dose: doses.plan(
            conn, [care.dose(dose.medication_id, dose.patient_id, dose.plan_id, slot=2)]
        ),
    ],
)
async def test_whatever_may_be_known_of_a_dose_is_looked_at_at_once(
    store: Store, change: Callable[[Connection, Dose], object]
) -> None:
    def work(conn: Connection) -> tuple[bool, bool]:
        dose = calm(conn)
        before = ladders.is_due(conn, AT)
        change(conn, dose)
        return before, ladders.is_due(conn, AT)

    assert await store.write(work) == (False, True)


@pytest.mark.parametrize(
    "change", [save(state=S.OPEN, opened_at=AT), save(act_at=AT), save(delivered_at=AT)]
)
async def test_that_a_dose_opens_or_is_looked_at_tells_nothing(
    store: Store, change: Callable[[Connection, Dose], object]
) -> None:
    def work(conn: Connection) -> bool:
        change(conn, calm(conn))
        return ladders.is_due(conn, AT + 1000 * HOUR)

    assert not await store.write(work)


async def test_a_touch_is_not_lost_where_it_comes_while_the_gap_is_looked_at(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        patient = calm(conn).patient_id
        ladders.touch(conn, patient)
        [seen] = ladders.due(conn, AT, 5)
        ladders.look_again(conn, seen, AT + HOUR)
        [later] = ladders.due(conn, AT + HOUR, 5)
        ladders.touch(conn, patient)
        ladders.look_again(conn, later, None)  # looked at as it was before the touch
        return seen.act_at, later.act_at, ladders.due(conn, AT, 5)[0].act_at

    assert await store.write(work) == (AT_ONCE, AT + HOUR, AT_ONCE)


async def test_what_was_touched_is_due_now_and_is_no_instant_to_wait_for(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        patient = calm(conn).patient_id
        ladders.touch(conn, patient)
        none = ladders.next_act_at(conn)
        ladders.look_again(conn, DueLadder(patient, AT_ONCE), AT + HOUR)
        return none, ladders.next_act_at(conn)

    assert await store.write(work) == (None, AT + HOUR)


async def test_who_has_not_started_stays_so_whatever_touches(store: Store) -> None:
    def work(conn: Connection) -> tuple[bool, bool, bool]:
        patient = calm(conn).patient_id
        before = ladders.is_not_started(conn, patient)
        ladders.set_not_started(conn, patient, not_started=True)
        ladders.touch(conn, patient)
        after = ladders.is_not_started(conn, patient)
        conn.execute(delete(LadderRow))
        return before, after, ladders.is_not_started(conn, patient)

    assert await store.write(work) == (False, True, False)


async def test_what_was_said_in_a_gap_is_kept_once_and_is_of_that_gap(store: Store) -> None:
    one, other = UUID(int=1), UUID(int=2)

    def work(conn: Connection) -> tuple[Any, ...]:
        patient = care.planned(conn)[0].patient_id
        kept = [
            ladders.note(conn, patient, one, NoteKind.THREE, number, AT + number * HOUR)
            for number in (1, 1, 2)
        ]
        ladders.note(conn, patient, other, NoteKind.TWO, 1, AT)
        return kept, ladders.notes(conn, patient, one), ladders.notes(conn, patient, UUID(int=3))

    kept, notes, none = await store.write(work)
    assert kept == [True, False, True]
    assert notes == (Note(NoteKind.THREE, AT + HOUR), Note(NoteKind.THREE, AT + 2 * HOUR))
    assert none == ()


async def test_a_letter_rings_once_and_days_that_are_over_are_forgotten(store: Store) -> None:
    letter = OutboxId(uuid4())

    def work(conn: Connection) -> tuple[Any, ...]:
        patient = care.person(conn)
        for _ in range(2):
            rings.add(conn, letter, patient, "nudge", AT)
        rings.add(conn, OutboxId(uuid4()), patient, "nudge", AT + HOUR)
        rings.add(conn, OutboxId(uuid4()), patient, "offline", AT - HOUR)
        today = rings.counts(conn, patient, AT)
        rings.forget(conn, patient, AT)
        return today, rings.counts(conn, patient, AT - 2 * HOUR)

    assert await store.write(work) == ({"nudge": 2}, {"nudge": 2})


# The time since a dose was confirmed


async def test_the_dose_taken_last_is_not_always_the_one_due_last(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, second = care.planned(conn)
        none = gaps.last_taken(conn, first.patient_id)
        doses.save(conn, second, replace(second, state=S.TAKEN, taken_at=AT + 11 * HOUR))
        doses.save(conn, first, replace(first, state=S.TAKEN, taken_at=AT + 13 * HOUR))
        return none, gaps.last_taken(conn, first.patient_id), first

    none, found, first = await store.write(work)
    assert none is None
    assert (found.start, found.due_at) == (Start(first.id, AT + 13 * HOUR), first.due_at)


async def test_an_extra_dose_counts_unless_it_was_a_mistake_or_before(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, _ = care.planned(conn)
        extra = care.answer(first, AnswerKind.EXTRA, dose_id=None, taken_at=AT + MINUTE)
        answers.append(conn, extra)
        found = gaps.last_extra(conn, first.patient_id, None)
        before = gaps.last_extra(conn, first.patient_id, AT + HOUR)
        answers.mark_in_error(conn, extra.id, AT + HOUR)
        return extra.id, found, before, gaps.last_extra(conn, first.patient_id, None)

    which, found, before, wrong = await store.write(work)
    assert found == Start(which, AT + MINUTE)
    assert before is None
    assert wrong is None


async def test_the_last_dose_is_the_latest_of_the_plans_the_extra_and_the_told(
    store: Store,
) -> None:
    def work(conn: Connection) -> list[Any]:
        first, _ = care.planned(conn)
        ada = first.patient_id
        found = [gaps.last_logged_at(conn, ada, AT + 9 * HOUR)]
        plans.set_last_taken(conn, first.medication_id, AT - HOUR)
        found.append(gaps.last_logged_at(conn, ada, AT + 9 * HOUR))
        taken = replace(first, state=S.TAKEN, taken_at=AT, act_at=None)
        doses.save(conn, first, taken)
        found.append(gaps.last_logged_at(conn, ada, AT + 9 * HOUR))
        extra = care.answer(first, AnswerKind.EXTRA, taken_at=AT + 2 * HOUR, dose_id=None)
        answers.append(conn, extra)
        found.append(gaps.last_logged_at(conn, ada, AT + HOUR))  # not told yet then
        found.append(gaps.last_logged_at(conn, ada, AT + 9 * HOUR))
        answers.mark_in_error(conn, extra.id, AT + 3 * HOUR)
        return [*found, gaps.last_logged_at(conn, ada, AT + 9 * HOUR)]

    assert await store.write(work) == [None, AT - HOUR, AT, AT, AT + 2 * HOUR, AT]


@pytest.mark.parametrize("state", [S.MISSED, S.SKIPPED, S.UNKNOWN])
async def test_a_dose_that_closed_since_then_is_seen(store: Store, state: DoseState) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, second = care.planned(conn)
        before = gaps.is_any_unlogged(conn, first.patient_id, AT)
        doses.save(conn, second, replace(second, state=state))
        since = first.due_at - HOUR, second.due_at
        found = [gaps.is_any_unlogged(conn, first.patient_id, each) for each in since]
        return before, *found, gaps.due_after(conn, first.patient_id, first.due_at), second.due_at

    before, seen, not_since, after, due_at = await store.write(work)
    assert (before, seen, not_since) == (False, True, False)
    assert after == due_at


async def test_a_dose_was_asked_about_by_the_first_card_after_it_closed_or_by_an_undo(
    store: Store,
) -> None:
    def work(conn: Connection) -> list[Any]:
        first, _ = care.planned(conn)
        found = [gaps.asked_about(conn, [])]
        care.card(conn, first, 1, first.closes_at + HOUR)  # a reminder asks for no answer then
        for number, at in enumerate((first.closes_at - HOUR, first.closes_at + HOUR), 2):
            place = care.card(conn, first, number, at)
            conn.execute(update(CardRow).where(CardRow.id == place.card).values(kind="offline"))
            found.append(gaps.asked_about(conn, [first.id]))
        undone = care.answer(first, AnswerKind.UNDONE, at=first.closes_at + 3 * HOUR)
        answers.append(conn, undone)
        return [*found, gaps.asked_about(conn, [first.id]), first]

    nothing, too_soon, asked, again, first = await store.write(work)
    assert (nothing, too_soon) == ({}, {})
    assert asked == {first.id: first.closes_at + HOUR}
    assert again == {first.id: first.closes_at + 3 * HOUR}


async def test_outages_are_told_from_an_instant_on(store: Store) -> None:
    def work(conn: Connection) -> Any:
        for hours in (0, 2, 5, 6):
            pulse.stamp(conn, Part.BEAT, AT + hours * HOUR, 90 * MINUTE)
        return pulse.outages_since(conn, AT + 2 * HOUR)

    assert await store.write(work) == ((AT + 2 * HOUR, AT + 5 * HOUR),)
