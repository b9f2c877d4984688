"""Cards, outbox, questions, pulse, tapers: what each statement promises, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, select, text

from bot.domain.setup import Question
from bot.domain.terms import DoseState, TaperReason
from bot.storage import alarms, cards, doses, outbox, pulse, questions, shelf, tapers
from bot.storage.address import address_from
from bot.storage.outbox import LEASE, OutboxState
from bot.storage.pulse import Part
from bot.storage.rows import OutageRow, OutboxRow, QuestionRow
from bot.storage.store import Cause, Store
from tests.databases import on_sqlite
from tests.storage import care
from tests.storage.care import AT, HOUR, MINUTE, SECRETS

# Cards


async def test_a_doses_live_cards_are_found_oldest_first_until_retired(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, second = care.planned(conn)
        both = care.card(conn, first, 7), care.card(conn, first, 8, AT + MINUTE)
        care.card(conn, second, 9)
        live = cards.live(conn, [first.id])
        cards.retire(conn, both[:1])
        return both, live, cards.live(conn, [first.id])

    both, live, left = await store.write(work)
    assert live == both
    assert left == both[1:]


# The outbox


def put(conn: Connection, about: Any, cause: str, priority: int = 1, **more: Any) -> bool:
    kept: dict[str, str | int | bool | None] = {"dose": str(about.id)}
    return outbox.put(
        conn, about.patient_id, "reminder", kept, cause, more.pop("at", AT), priority, **more
    )


async def test_one_cause_is_said_once(store: Store) -> None:
    def work(conn: Connection) -> list[bool]:
        first, second = care.planned(conn)
        return [put(conn, first, "a"), put(conn, first, "a"), put(conn, second, "b")]

    assert await store.write(work) == [True, False, True]


async def test_the_most_urgent_comes_first_and_busy_people_wait(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        ada, bob = care.planned(conn, 1)[0], care.planned(conn, 2)[0]
        put(conn, ada, "later", priority=6)
        put(conn, bob, "now", priority=1)
        put(conn, ada, "not yet", priority=1, at=AT + HOUR)
        due = [who for _, who in outbox.due(conn, AT, 10, ())]
        free = [who for _, who in outbox.due(conn, AT, 10, [bob.patient_id])]
        waits = outbox.is_due(conn, AT - MINUTE), outbox.is_due(conn, AT)
        return ada.patient_id, bob.patient_id, due, free, waits, outbox.next_act_at(conn)

    ada, bob, due, free, waits, next_at = await store.write(work)
    assert (due, free) == ([bob, ada], [ada])
    assert waits == (False, True)
    assert next_at == AT


async def test_a_claim_is_a_lease_and_one_that_ran_out_is_a_doubt(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, _ = care.planned(conn)
        put(conn, first, "a")
        ((which, _),) = outbox.due(conn, AT, 10, ())
        entry = outbox.claim(conn, which, AT)
        during = outbox.due(conn, AT + LEASE - MINUTE / 60, 10, ())
        ((again, _),) = outbox.due(conn, AT + LEASE, 10, ())
        return which, entry, during, outbox.claim(conn, again, AT + LEASE)

    which, entry, during, again = await store.write(work)
    assert (entry.id, entry.attempts, entry.doubts) == (which, 1, 0)
    assert during == ()
    assert (again.id, again.attempts, again.doubts) == (which, 2, 1)


async def test_what_is_postponed_waits_and_what_is_settled_is_over(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        first, _ = care.planned(conn)
        put(conn, first, "a")
        ((which, _),) = outbox.due(conn, AT, 10, ())
        outbox.claim(conn, which, AT)
        outbox.postpone(conn, which, AT + HOUR, 0)
        early = outbox.due(conn, AT + HOUR - MINUTE, 10, ())
        entry = outbox.claim(conn, which, AT + HOUR)
        outbox.settle(conn, which, OutboxState.SENT, AT + HOUR)
        return early, entry.doubts, outbox.due(conn, AT + 99 * HOUR, 10, ())

    assert await store.write(work) == ((), 0, ())


async def test_what_waits_for_a_person_is_dropped_and_nothing_of_others(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        ada, bob = care.planned(conn, 1)[0], care.planned(conn, 2)[0]
        put(conn, ada, "a", group_key="offline")
        put(conn, bob, "b", group_key="offline")
        before = outbox.is_waiting(conn, ada.patient_id, "offline")
        shelf.drop_waiting(conn, ada.patient_id, AT)
        after = [outbox.is_waiting(conn, each.patient_id, "offline") for each in (ada, bob)]
        states = conn.execute(select(OutboxRow.state).order_by(OutboxRow.cause)).scalars().all()
        return before, after, states

    assert await store.write(work) == (True, [False, True], ["dropped", "pending"])


# The waiting question


async def test_one_question_waits_at_a_time_with_what_was_answered(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        who = care.person(conn)
        questions.ask(conn, who, Question.PLACE, "first", AT)
        questions.ask(conn, who, Question.PLAN, "second", AT)
        waiting = questions.waiting(conn, who)
        rows = conn.scalar(select(func.count()).select_from(QuestionRow))
        questions.clear(conn, who)
        return waiting, rows, questions.waiting(conn, who)

    assert await store.write(work) == (
        questions.Waiting(Question.PLAN, "second", AT, overtaken=False),
        1,
        None,
    )


# The pulse


async def test_standing_still_for_longer_than_allowed_is_kept_as_an_outage(store: Store) -> None:
    still = 3 * MINUTE

    def work(conn: Connection) -> tuple[Any, ...]:
        beats = [AT, AT + still, AT + 2 * still + MINUTE, AT]  # the last one: a clock set back
        found = [pulse.stamp(conn, Part.BEAT, at, still) for at in beats]
        return found, pulse.last_outage(conn), pulse.last(conn, Part.BEAT)

    found, outage, last = await store.write(work)
    end = AT + 7 * MINUTE
    assert found == [None, None, AT + still, None]
    assert (outage, last) == ((AT + still, end), end)


async def test_outages_that_run_into_each_other_are_told_as_one(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        found = []
        beats = (0, 10, 60, 80), (59, 81), (99,), (101, 103, 105, 120)
        for part, minutes in zip((Part.BEAT, Part.POLL, Part.BEAT, Part.BEAT), beats, strict=True):
            for minute in minutes:
                pulse.stamp(conn, part, AT + minute * MINUTE, 3 * MINUTE)
            found.append(pulse.last_outage(conn))
        return tuple(found)

    def span(*minutes: int) -> tuple[Any, ...]:
        return tuple(AT + minute * MINUTE for minute in minutes)

    assert await store.write(work) == (span(0, 80), span(0, 81), span(0, 99), span(105, 120))


async def test_the_parts_have_a_pulse_each_and_a_turned_clock_is_no_outage(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        pulse.stamp(conn, Part.BEAT, AT, MINUTE)
        pulse.stamp(conn, Part.POLL, AT, MINUTE)
        pulse.stamp(conn, Part.BEAT, AT + HOUR, None)
        outages = conn.scalar(select(func.count()).select_from(OutageRow))
        return pulse.last(conn, Part.POLL), outages, pulse.last_outage_end(conn)

    assert await store.write(work) == (AT, 0, None)


async def test_old_causes_are_forgotten_and_new_ones_kept(store: Store) -> None:
    await store.write(lambda _conn: None, Cause("old", AT))
    await store.write(lambda _conn: None, Cause("new", AT + HOUR))
    await store.write(lambda conn: pulse.forget_causes(conn, AT + HOUR))
    assert [await store.seen(key) for key in ("old", "new")] == [False, True]


# Tapers


async def test_the_request_that_stands_is_the_latest_one_not_withdrawn(store: Store) -> None:
    def work(conn: Connection) -> tuple[Any, ...]:
        who, other = care.person(conn, 1), care.person(conn, 2)
        tapers.request(conn, who, TaperReason.OTHER, None, AT)
        tapers.request(conn, who, TaperReason.PREGNANCY, None, AT + HOUR)
        tapers.request(conn, other, TaperReason.OPERATION, None, AT)
        stands = tapers.open_request(conn, who)
        tapers.withdraw(conn, who, AT + 2 * HOUR)
        return stands, tapers.open_request(conn, who), tapers.open_request(conn, other)

    stands, none, other = await store.write(work)
    assert (stands.reason, stands.requested_at) == (TaperReason.PREGNANCY, AT + HOUR)
    assert none is None
    assert other.reason is TaperReason.OPERATION


# What nobody may read, and what must be fast


def bytes_of(url: str) -> bytes:
    """All that SQLite keeps on disk: the file, its WAL and its index."""
    file = address_from(url).file
    assert file is not None
    return b"".join(each.read_bytes() for each in sorted(file.parent.glob(f"{file.name}*")))


@on_sqlite
async def test_names_and_words_cannot_be_read_in_the_files(store: Store, database_url: str) -> None:
    await store.write(care.everything)
    kept = bytes_of(database_url)
    assert b"reminder" in kept  # it is the right file, and what is not private can be read
    for secret in SECRETS:
        for form in (secret.encode(), secret.encode("utf-16-le"), secret.encode().hex().encode()):
            assert form not in kept


async def test_names_and_words_cannot_be_read_in_the_rows(store: Store) -> None:
    private = (("person", "name"), ("person", "username"), ("answer", "words"))

    def work(conn: Connection) -> Iterator[bytes]:
        care.everything(conn)
        for table, column in (*private, ("question", "answers")):
            value = conn.scalar(text(f'SELECT {column} FROM "{table}"'))  # noqa: S608
            yield bytes(value)

    for kept in await store.write(lambda conn: list(work(conn))):
        assert not any(secret.encode() in kept for secret in SECRETS)


@on_sqlite
async def test_what_is_due_is_found_by_an_index_that_holds_only_what_waits(store: Store) -> None:
    def work(conn: Connection) -> list[str]:
        first, second = care.planned(conn)
        doses.save(conn, second, replace(second, state=DoseState.TAKEN, act_at=None))
        put(conn, first, "a")
        with care.statements(conn) as seen:
            alarms.due(conn, AT, 200)
            alarms.is_due(conn, AT)
            alarms.next_act_at(conn)
            outbox.is_due(conn, AT)
            outbox.next_act_at(conn)
        return ["; ".join(plan_of(conn, sql, parameters)) for sql, parameters in seen]

    plans = await store.write(work)
    assert len(plans) == 5
    for plan, index in zip(plans, ["ix_dose_act_at"] * 3 + ["ix_outbox_act_at"] * 2, strict=True):
        assert index in plan, plan
        assert "SCAN dose" not in plan.replace("SCAN dose USING", ""), plan
        assert "TEMP B-TREE" not in plan, plan  # nothing is sorted


def plan_of(conn: Connection, sql: str, parameters: Any) -> list[str]:
    """How SQLite would answer the statement."""
    rows = conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters)
    return [row.detail for row in rows]
