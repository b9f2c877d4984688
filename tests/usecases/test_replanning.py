"""A new plan version: what becomes of the doses of the one before, and how near its first comes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from uuid import uuid4

from sqlalchemy import Connection

from bot.domain.dose import Dose
from bot.domain.dose_events import Snooze, Took
from bot.domain.person import Person
from bot.domain.terms import AnswerDoor, AnswerId, AnswerKind, DoseState
from bot.storage import answers as rows
from bot.storage import plans
from bot.storage.answers import Answer
from bot.storage.store import Cause, Store
from bot.usecases import doses as answering
from bot.usecases import post
from tests.databases import on_both
from tests.usecases.patients import POLICY, beat, claim, doses_of, patient, replan, tapping

AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # THRICE: 08:00, 14:00 and 22:00 UTC
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def on(clock: str, day: int = 23) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day}T{clock}:00+00:00")


async def due(store: Store, person: Person) -> list[tuple[str, DoseState]]:
    """Time and state of the doses of two days, the cancelled ones left out."""
    found = await doses_of(store, person, AT)
    return [(f"{dose.due_at:%d %H:%M}", dose.state) for dose in found[:4]]


async def first(store: Store, person: Person) -> Dose:
    return (await doses_of(store, person, AT))[0]


async def test_planned_doses_are_cancelled_and_the_new_ones_take_their_place(store: Store) -> None:
    ada = await patient(store, AT)
    await replan(store, ada, ("09:00", "15:00", "21:00"), AT)
    assert await due(store, ada) == [
        ("23 09:00", DoseState.PLANNED),
        ("23 15:00", DoseState.PLANNED),
        ("23 21:00", DoseState.PLANNED),
        ("24 09:00", DoseState.PLANNED),
    ]


async def test_a_dose_that_is_due_and_not_yet_asked_is_not_lost(store: Store) -> None:
    ada = await patient(store, AT)
    now = on("08:00") + timedelta(milliseconds=300)  # before the beat of this second
    await replan(store, ada, ("08:00", "14:00", "22:00"), now)
    await beat(store, now)
    assert await due(store, ada) == [
        ("23 08:00", DoseState.OPEN),
        ("23 14:00", DoseState.PLANNED),
        ("23 22:00", DoseState.PLANNED),
        ("24 08:00", DoseState.PLANNED),
    ]


async def test_the_first_dose_is_min_of_4_h_and_the_smallest_gap_after_the_last(
    store: Store,
) -> None:
    ada = await patient(store, AT)
    await beat(store, on("08:00"))
    dose = await first(store, ada)
    say = tapping(ada, on("08:30"))
    await answering.answer(store, POLICY, say, dose.id, Took(), Cause("tap:1", on("08:30")))
    await replan(store, ada, ("09:00", "12:29", "12:30", "20:00"), on("08:31"))
    assert (await due(store, ada))[1][0] == "23 09:00"  # gaps of a minute: no 4 hours to keep

    bo = await patient(store, AT, 2)
    await beat(store, on("08:00"))
    dose = await first(store, bo)
    say = tapping(bo, on("08:30"))
    await answering.answer(store, POLICY, say, dose.id, Took(), Cause("tap:2", on("08:30")))
    await replan(store, bo, ("06:00", "12:29", "20:00"), on("08:31"))
    assert (await due(store, bo))[1][0] == "23 20:00"
    await replan(store, bo, ("06:00", "12:30", "20:00"), on("08:32"))
    assert (await due(store, bo))[1][0] == "23 12:30"


async def test_an_extra_dose_holds_the_new_plan_back_too(store: Store) -> None:
    ada = await patient(store, AT)

    def extra(conn: Connection) -> None:
        medication = plans.medication_of(conn, ada.id)
        assert medication is not None
        rows.append(
            conn,
            Answer(
                AnswerId(uuid4()),
                ada.id,
                ada.id,
                medication.id,
                None,
                AnswerKind.EXTRA,
                AT,
                AnswerDoor.TAP,
                taken_at=AT,
                mg=Decimal(10),
            ),
        )

    await store.write(extra)
    await replan(store, ada, ("08:00", "14:00", "22:00"), AT + MINUTE)
    assert (await due(store, ada))[0] == ("23 14:00", DoseState.PLANNED)


async def test_a_dose_taken_early_is_not_planned_again(store: Store) -> None:
    ada = await patient(store, AT)
    dose = await first(store, ada)
    early = on("07:10")
    await answering.answer(store, POLICY, tapping(ada, early), dose.id, Took(), Cause("t", early))
    await replan(store, ada, ("08:00", "14:00", "22:00"), on("07:11"))
    assert (await due(store, ada))[:2] == [
        ("23 08:00", DoseState.TAKEN),
        ("23 14:00", DoseState.PLANNED),
    ]


async def test_a_dose_taken_early_is_not_planned_again_among_close_slots(store: Store) -> None:
    close = ("07:00", "08:00", "22:00")  # an hour is all the space they need
    ada = await patient(store, AT, walls=close)
    night = next(dose for dose in await doses_of(store, ada, AT) if dose.due_at == on("22:00"))
    early = on("20:05")
    await answering.answer(store, POLICY, tapping(ada, early), night.id, Took(), Cause("t", early))
    await replan(store, ada, close, on("20:10"))
    found = await doses_of(store, ada, AT)
    assert [dose.state for dose in found if dose.due_at == on("22:00")] == [DoseState.TAKEN]
    assert found[-1].due_at > on("22:00")


async def test_a_slot_that_passed_unasked_is_asked_at_once_while_it_may_be_taken(
    store: Store,
) -> None:
    ada = await patient(store, AT)
    await beat(store, on("08:00"))
    await replan(store, ada, ("08:00", "16:00", "23:00"), on("13:50"))  # 14:00 is cancelled
    await replan(store, ada, ("08:00", "14:00", "22:00"), on("14:10"))  # and back again
    await beat(store, on("14:10"))
    assert (await due(store, ada))[1] == ("23 14:00", DoseState.OPEN)

    bo = await patient(store, AT, 2)
    await beat(store, on("08:00"))
    await replan(store, bo, ("08:00", "17:00", "23:00"), on("13:50"))
    await replan(store, bo, ("08:00", "14:00", "22:00"), on("16:00"))  # its window is over
    assert (await due(store, bo))[1] == ("23 22:00", DoseState.PLANNED)


async def test_an_open_dose_keeps_its_amount_and_closes_before_the_new_plans_next(
    store: Store,
) -> None:
    ada = await patient(store, AT)
    await beat(store, on("08:00"))
    before = await first(store, ada)
    assert before.closes_at == on("09:30")
    await replan(store, ada, ("06:00", "12:00", "18:00"), on("08:10"))
    after = await first(store, ada)
    assert (after.state, after.mg, after.plan_id) == (DoseState.OPEN, before.mg, before.plan_id)
    assert after.closes_at == on("09:00")  # a quarter of the four hours to 12:00
    assert after.act_at == on("08:30")  # the nudge stays where it was
    await beat(store, on("09:00"))
    assert (await first(store, ada)).state is not DoseState.OPEN


@on_both
async def test_a_window_that_would_have_ended_already_ends_now_and_nothing_is_called_missed(
    store: Store,
) -> None:
    ada = await patient(store, AT)
    await beat(store, on("08:00"))
    [letter] = await claim(store, on("08:00"))
    await post.settle(store, POLICY, letter, post.Delivered(5), on("08:00"))
    now = on("09:20")
    await replan(store, ada, ("06:00", "12:00", "18:00"), now)  # it would have closed at 09:00
    after = await first(store, ada)
    assert (after.state, after.closes_at, after.act_at) == (DoseState.UNKNOWN, now, None)
    await beat(store, now + MINUTE)
    assert (await first(store, ada)).state is DoseState.UNKNOWN


async def test_a_window_never_gets_longer(store: Store) -> None:
    ada = await patient(store, AT)
    await beat(store, on("08:00"))
    await replan(store, ada, ("08:00", "20:00"), on("08:10"))
    assert (await first(store, ada)).closes_at == on("09:30")


@on_both
async def test_a_snooze_still_rings_in_a_shortened_window(store: Store) -> None:
    ada = await patient(store, AT)
    await beat(store, on("08:00"))
    dose = await first(store, ada)
    say = tapping(ada, on("08:05"))
    await answering.answer(store, POLICY, say, dose.id, Snooze(60), Cause("z", on("08:05")))
    assert (await first(store, ada)).snoozed_until == on("09:05")
    await replan(store, ada, ("06:00", "12:00", "18:00"), on("08:10"))
    after = await first(store, ada)
    assert (after.snoozed_until, after.act_at) == (on("08:50"), on("08:50"))


async def test_versions_that_follow_each_other_at_once_leave_one_plan(store: Store) -> None:
    ada = await patient(store, AT)
    for walls in (("10:00", "22:00"), ("11:00", "23:00"), ("09:00", "21:00")):
        await replan(store, ada, walls, AT)
    assert [when for when, _ in await due(store, ada)] == [
        "23 09:00",
        "23 21:00",
        "24 09:00",
        "24 21:00",
    ]
    standing = await store.read(
        lambda conn: [
            plan
            for plan in plans.versions(conn, plans.medication_of(conn, ada.id).id)  # type: ignore[union-attr]
            if plan.ends_at is None
        ]
    )
    assert len(standing) == 1


async def test_two_days_of_changes_never_bring_two_doses_within_4_hours(store: Store) -> None:
    ada = await patient(store, AT)
    plans_in_turn = (("06:00", "12:00", "18:00"), ("09:00", "15:00", "21:00"), ("02:00", "13:00"))
    for step in range(16):
        now = AT + step * timedelta(hours=3, minutes=7)
        await beat(store, now)
        await replan(store, ada, plans_in_turn[step % 3], now)
    await beat(store, AT + 60 * HOUR)
    found = [dose.due_at for dose in await doses_of(store, ada, AT)]
    assert all(b - a >= 4 * HOUR for a, b in pairwise(found))
    assert len(found) > 6
