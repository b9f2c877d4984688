"""Boards: which changes touch them, and what each statement promises, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, delete

from bot.domain.board import Kept, Mark
from bot.domain.dose import Dose
from bot.domain.terms import DoseState, PersonId
from bot.storage import answers, boards, doses
from bot.storage.rows import BoardRow
from bot.storage.store import Store
from tests.storage import care
from tests.storage.care import AT, DAY, HOUR, MINUTE

STANDS = Kept(7, DAY, "0123456789abcdef")


def standing(conn: Connection) -> Dose:
    """A dose whose person's board is up to date until an hour from now."""
    first, _ = care.planned(conn)
    boards.keep(conn, first.patient_id, STANDS)
    boards.look_again(conn, first.patient_id, AT + HOUR)
    return first


def save(**changes: Any) -> Callable[[Connection, Dose], object]:
    """A change of the dose."""
    return lambda conn, dose: doses.save(conn, dose, replace(dose, **changes))


def mark(conn: Connection, dose: Dose) -> None:
    """An answer is marked as a mistake, with nothing else."""
    given = care.answer(dose)
    answers.append(conn, given)
    boards.look_again(conn, dose.patient_id, AT + HOUR)
    answers.mark_in_error(conn, given.id, AT)


@pytest.mark.parametrize(
    "change",
    [
        save(state=DoseState.OPEN, opened_at=AT),
        save(state=DoseState.TAKEN, taken_at=AT),
        save(taken_at=AT + MINUTE),
        save(answered_at=AT),
        save(closes_at=AT + HOUR),
        lambda conn, dose: answers.append(conn, care.answer(dose)),
        mark,
        lambda conn, dose: doses.plan(
            conn, [care.dose(dose.medication_id, dose.patient_id, dose.plan_id, slot=2)]
        ),
    ],
)
async def test_whatever_may_be_seen_touches_the_board(
    store: Store, change: Callable[[Connection, Dose], object]
) -> None:
    def work(conn: Connection) -> tuple[PersonId, tuple[PersonId, ...], Kept]:
        dose = standing(conn)
        change(conn, dose)
        who = dose.patient_id
        return who, boards.due(conn, AT, 10), boards.find(conn, who)

    who, due, kept = await store.write(work)
    assert due == (who,)
    assert kept == STANDS


@pytest.mark.parametrize(
    "change", [save(delivered_at=AT), save(act_at=AT + HOUR), save(nudges=1), save(asked_at=AT)]
)
async def test_what_only_the_engine_goes_by_does_not(
    store: Store, change: Callable[[Connection, Dose], object]
) -> None:
    def work(conn: Connection) -> bool:
        change(conn, standing(conn))
        return boards.is_due(conn, AT)

    assert not await store.write(work)


async def test_a_person_whose_board_was_never_shown_has_one_from_the_first_touch_on(
    store: Store,
) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, _ = care.planned(conn)
        conn.execute(delete(BoardRow))
        before = boards.find(conn, first.patient_id), boards.is_due(conn, AT)
        boards.touch(conn, first.patient_id)
        boards.touch(conn, first.patient_id)
        return first.patient_id, before, boards.due(conn, AT, 10)

    who, before, due = await store.write(work)
    assert before == (Kept(), False)
    assert due == (who,)


async def test_a_board_that_is_switched_off_is_left_alone_until_it_is_switched_on(
    store: Store,
) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        who = standing(conn).patient_id
        boards.switch(conn, who, on=False)
        boards.touch(conn, who)
        boards.keep(conn, who, replace(STANDS, message_id=8))
        off = boards.find(conn, who), boards.is_due(conn, AT + HOUR)
        boards.switch(conn, who, on=True)
        return off, boards.find(conn, who), boards.is_due(conn, AT)

    off, on, due = await store.write(work)
    assert off == (Kept(8, DAY, Mark.OFF), False)
    assert (on, due) == (Kept(8, DAY, None), True)


async def test_who_never_had_one_can_switch_it_off(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        who = care.person(conn)
        boards.switch(conn, who, on=False)
        boards.touch(conn, who)
        return boards.find(conn, who), boards.is_due(conn, AT)

    assert await store.write(work) == (Kept(None, None, Mark.OFF), False)


async def test_a_touch_during_the_lease_is_not_lost(store: Store) -> None:
    def work(conn: Connection) -> list[bool]:
        who, lease = standing(conn).patient_id, AT + MINUTE
        boards.look_again(conn, who, lease)
        boards.look_again_unless_touched(conn, who, AT + HOUR, lease)
        calm = boards.is_due(conn, lease)
        boards.look_again(conn, who, lease)
        boards.touch(conn, who)
        boards.look_again_unless_touched(conn, who, AT + HOUR, lease)
        return [calm, boards.is_due(conn, AT)]

    assert await store.write(work) == [False, True]


async def test_boards_are_due_from_their_time_on_the_touched_first(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        ada, bob = (care.planned(conn, number)[0].patient_id for number in (1, 2))
        boards.look_again(conn, ada, AT)
        boards.look_again(conn, care.planned(conn, 3)[0].patient_id, AT + MINUTE)
        early = boards.is_due(conn, AT - MINUTE)
        return ada, bob, early, boards.due(conn, AT, 10), boards.due(conn, AT, 1)

    ada, bob, early, due, first = await store.write(work)
    assert early  # touched: at once, whenever that is
    assert due == (bob, ada)
    assert first == (bob,)
