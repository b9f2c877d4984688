"""Spans in which a person is not asked, and silence: what each statement promises."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from sqlalchemy import Connection

from bot.domain.pauses import Life, Pause, PauseKind
from bot.domain.terms import AnswerKind, DoseState, PauseId
from bot.storage import answers, doses, outbox, pauses, people, silence
from bot.storage.store import Store
from tests.storage import care
from tests.storage.care import AT, HOUR, MINUTE, a_pause

S = DoseState


async def test_a_span_comes_back_as_it_was_written(store: Store) -> None:
    stay = Pause(PauseId(uuid4()), PauseKind.HOSPITAL, AT, None)
    over = a_pause(ended_at=AT + HOUR)

    def work(conn: Connection) -> list[Pause | None]:
        ada = care.person(conn)
        for each in (stay, over):
            pauses.add(conn, ada, each)
        return [pauses.find(conn, each) for each in (stay.id, over.id, PauseId(uuid4()))]

    assert await store.write(work) == [stay, over, None]


async def test_one_runs_from_its_start_up_to_its_end_and_for_its_person_alone(
    store: Store,
) -> None:
    begun = a_pause()

    def work(conn: Connection) -> list[Any]:
        ada, ben = care.person(conn, 1), care.person(conn, 2)
        pauses.add(conn, ada, begun)
        pauses.add(conn, ben, a_pause(ended_at=AT))
        instants = (AT - MINUTE, AT, AT + 4 * HOUR - MINUTE, AT + 4 * HOUR)
        return [
            *(pauses.running(conn, ada, at) for at in instants),
            pauses.lives(conn, (ada, ben), AT) == {ada: Life(begun), ben: Life()},
            pauses.lives(conn, (), AT),
        ]

    assert await store.write(work) == [None, begun, begun, None, True, {}]


async def test_an_end_is_moved_and_what_runs_is_ended(store: Store) -> None:
    first, second = a_pause(1), a_pause(2)

    def work(conn: Connection) -> list[Any]:
        ada, ben = care.person(conn, 1), care.person(conn, 2)
        for patient, each in ((ada, first), (ben, second)):
            pauses.add(conn, patient, each)
        pauses.move_end(conn, first.id, AT + 3 * HOUR)
        moved = pauses.running(conn, ada, AT + 2 * HOUR)
        pauses.end(conn, ada, AT + 2 * HOUR)
        return [
            moved is not None and moved.ends_at,
            pauses.running(conn, ada, AT + 2 * HOUR),
            pauses.running(conn, ben, AT + HOUR),
        ]

    assert await store.write(work) == [AT + 3 * HOUR, None, second]


async def test_what_was_over_before_an_instant_is_left_out(store: Store) -> None:
    ended, planned = a_pause(9, ended_at=AT + HOUR), a_pause(3)
    stay = Pause(PauseId(uuid4()), PauseKind.HOSPITAL, AT + MINUTE, None)

    def work(conn: Connection) -> list[Any]:
        ada = care.person(conn)
        for each in (ended, planned, stay):
            pauses.add(conn, ada, each)
        return [
            {one.id for one in pauses.not_over_before(conn, ada, AT + after * HOUR)}
            for after in (1, 2, 4)
        ] + [pauses.last_over_at(conn, ada, AT + after * HOUR) for after in (0, 2, 4)]

    assert await store.write(work) == [
        {ended.id, planned.id, stay.id},
        {planned.id, stay.id},
        {stay.id},
        None,
        AT + HOUR,
        AT + 3 * HOUR,
    ]


async def test_who_chose_reminders_only_is_known(store: Store) -> None:
    def work(conn: Connection) -> bool:
        ada, ben = care.person(conn, 1), care.person(conn, 2)
        people.change(conn, ada, reminders_only_at=AT)
        assert people.get(conn, ada).reminders_only_at == AT
        return pauses.lives(conn, (ada, ben), AT) == {ada: Life(None, True), ben: Life()}

    assert await store.write(work)


async def test_silence_is_counted_from_an_instant_and_of_doses_surely_asked(
    store: Store,
) -> None:
    def work(conn: Connection) -> list[Any]:
        first, second = care.planned(conn)
        ada = first.patient_id
        before = silence.last_answer_at(conn, ada), silence.not_logged_since(conn, ada, None)
        first = doses.save(conn, first, _closed(first, delivered_at=AT))
        doses.save(conn, second, _closed(second, delivered_at=None))  # perhaps never asked
        all_of_it = silence.not_logged_since(conn, ada, None)
        later = silence.not_logged_since(conn, ada, AT)
        answers.append(conn, care.answer(first, AnswerKind.SNOOZED, at=AT + HOUR))
        return [before, all_of_it, later, silence.last_answer_at(conn, ada)]

    assert await store.write(work) == [(None, (0, None)), (1, AT), (0, None), AT + HOUR]


def _closed(dose: Any, **changes: Any) -> Any:
    return care.replace(dose, state=S.MISSED, act_at=None, **changes)


async def test_a_group_that_waits_is_dropped_and_nothing_else(store: Store) -> None:
    def work(conn: Connection) -> list[bool]:
        ada, ben = care.person(conn, 1), care.person(conn, 2)
        for who, group in ((ada, "pause_over"), (ada, "offline"), (ben, "pause_over")):
            outbox.put(conn, who, group, {}, f"{who}{group}", AT, 1, group)
        outbox.drop_group(conn, ada, "pause_over", AT)
        return [
            outbox.is_waiting(conn, ada, "pause_over"),
            outbox.is_waiting(conn, ada, "offline"),
            outbox.is_waiting(conn, ben, "pause_over"),
        ]

    assert await store.write(work) == [False, True, True]
