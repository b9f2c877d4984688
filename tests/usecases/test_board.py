"""Boards with a turned clock: when a day is shown, what it says, and how a fault ends."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.board import Mark
from bot.domain.dose_events import Took
from bot.domain.person import Person
from bot.domain.terms import DoseState
from bot.storage import boards, outbox
from bot.storage.outbox import LEASE, OutboxState
from bot.storage.rows import PersonRow
from bot.storage.store import Cause, Store
from bot.usecases import board, people, undoing
from bot.usecases import doses as answering
from bot.usecases.board import Board, Missing, Outcome, Shown, Unpinned
from bot.usecases.post import Gone, NotSent, Parked, Rejected, Unknown
from bot.usecases.undoing import Meant
from tests.databases import on_both
from tests.usecases.patients import POLICY, beat, claim, doses_of, patient, replan, spoil, tapping

AT = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
DUE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
WAIT = 5 * SECOND


@pytest.fixture
async def ada(store: Store) -> Person:
    """Somebody set up at 07:30, whose board was not shown yet."""
    return await patient(store, AT)


async def settle(store: Store, claimed: Board, outcome: Outcome, at: datetime) -> int | None:
    """Keep how it went; the message that is to be taken down."""
    return await board.settle(store, POLICY, claimed, outcome, at, WAIT)


async def show(store: Store, at: datetime, outcome: Outcome | None = None) -> Board:
    """Claim the one board there is, and settle it: shown as message 7, unless told otherwise."""
    claimed = await board.claim(store, at)
    assert claimed is not None
    await settle(store, claimed, outcome or Shown(7, "a digest"), at)
    return claimed


async def quiet(store: Store, at: datetime) -> None:
    """All letters of this instant are sent."""
    await beat(store, at)
    for letter in await claim(store, at):
        await store.write(
            lambda conn, which=letter.id: outbox.settle(conn, which, OutboxState.SENT, at)
        )


async def test_the_first_board_comes_with_the_plan(store: Store, ada: Person) -> None:
    first = await show(store, AT)
    assert first.is_new
    assert [dose.local_date for dose in first.today.doses] == [AT.date()] * 3
    assert await board.claim(store, AT) is None


async def test_nobody_without_a_plan_has_a_board(store: Store) -> None:
    await people.meet(store, 1, "Ada", None, "en", AT)
    assert await board.claim(store, AT) is None


async def test_ten_changes_are_one_look(store: Store, ada: Person) -> None:
    await show(store, AT)
    await quiet(store, DUE)
    [dose, *_] = await doses_of(store, ada, AT)
    for number in range(5):
        said = tapping(ada, DUE)
        took, undo = Cause(f"update:{2 * number}", DUE), Cause(f"update:{2 * number + 1}", DUE)
        await answering.answer(store, POLICY, said, dose.id, Took(), took)
        await undoing.undo(store, POLICY, said, Meant(), undo)
    again = await show(store, DUE)
    assert not again.is_new
    assert again.today.doses[0].state is DoseState.OPEN
    assert await board.claim(store, DUE) is None


async def test_a_change_that_overtakes_the_answer_of_telegram_is_not_lost(
    store: Store, ada: Person
) -> None:
    claimed = await board.claim(store, AT)
    assert claimed is not None
    await replan(store, ada, ("09:00", "21:00"), AT)
    assert await settle(store, claimed, Shown(7, "a digest"), AT) is None  # nothing to take down
    again = await board.claim(store, AT)
    assert again is not None
    assert not again.is_new
    assert [dose.wall.hour for dose in again.today.doses] == [9, 21]


async def test_no_board_is_shown_while_a_dose_or_a_letter_is_due_or_will_be_at_once(
    store: Store, ada: Person
) -> None:
    assert await board.claim(store, DUE - 2 * SECOND) is None
    await beat(store, DUE)
    assert await board.claim(store, DUE) is None
    await quiet(store, DUE)
    assert await board.claim(store, DUE) is not None


@pytest.mark.parametrize(
    ("zone", "at", "midnight"),
    [
        ("UTC", "2026-11-23 13:00", "2026-11-24 00:00"),
        ("Europe/Berlin", "2026-03-28 23:30", "2026-03-29 22:00"),  # a day of 23 hours
        ("Europe/Berlin", "2026-10-24 23:30", "2026-10-25 23:00"),  # a day of 25 hours
        ("Africa/Cairo", "2026-04-23 12:00", "2026-04-23 22:00"),  # 00:00 does not exist
        ("America/Havana", "2026-03-07 12:00", "2026-03-08 05:00"),  # nor here
        ("Asia/Kathmandu", "2026-11-23 12:00", "2026-11-23 18:15"),
    ],
)
async def test_a_new_day_needs_a_new_message_from_its_first_instant_on(
    store: Store, zone: str, at: str, midnight: str
) -> None:
    start, end = (datetime.fromisoformat(each).replace(tzinfo=UTC) for each in (at, midnight))
    await patient(store, start, walls=("12:00",), zone=zone)
    first = await show(store, start)
    await quiet(store, end - HOUR)
    while (left := await board.claim(store, end - HOUR)) is not None:
        await settle(store, left, Shown(7, "a digest"), end - HOUR)

    assert await board.claim(store, end - SECOND) is None
    new = await show(store, end)
    assert new.is_new
    assert (new.today.day - first.today.day).days == 1
    assert new.before.message_id == 7


async def test_a_lost_answer_is_tried_once_more_and_then_not_before_the_next_day(
    store: Store, ada: Person
) -> None:
    await show(store, AT, Unknown())
    assert await board.claim(store, AT) is None
    again = await show(store, AT + WAIT, Unknown())
    assert again.is_new
    assert await board.claim(store, AT + 2 * WAIT) is None
    await replan(store, ada, ("20:00",), AT + MINUTE)
    assert await board.claim(store, AT + MINUTE) is None
    tomorrow = await board.claim(store, MIDNIGHT + MINUTE)
    assert tomorrow is None  # the 20:00 dose is due first
    await quiet(store, MIDNIGHT + MINUTE)
    assert (await show(store, MIDNIGHT + MINUTE)).is_new


async def test_a_death_between_send_and_settle_costs_one_more_message_at_most(
    store: Store, ada: Person
) -> None:
    for after in (0, 1):
        claimed = await board.claim(store, AT + after * LEASE)
        assert claimed is not None
        assert claimed.is_new
    assert await board.claim(store, AT + 2 * LEASE) is None


@pytest.mark.parametrize("outcome", [NotSent(), Parked(WAIT)])
async def test_what_surely_was_not_sent_counts_for_nothing(
    store: Store, ada: Person, outcome: NotSent | Parked
) -> None:
    at = AT
    for _ in range(5):
        assert (await show(store, at, outcome)).is_new
        assert await board.claim(store, at + WAIT - SECOND) is None
        at += WAIT
    await show(store, at)
    assert await board.claim(store, at) is None


async def test_a_park_is_as_long_as_telegram_says(store: Store, ada: Person) -> None:
    await show(store, AT, Parked(10 * MINUTE))
    assert await board.claim(store, AT + 10 * MINUTE - SECOND) is None
    assert await board.claim(store, AT + 10 * MINUTE) is not None


async def test_a_message_that_is_gone_is_followed_by_a_new_one_at_once(
    store: Store, ada: Person
) -> None:
    await show(store, AT)
    await replan(store, ada, ("09:00", "21:00"), AT)
    assert not (await show(store, AT, Missing())).is_new
    new = await show(store, AT, Shown(8, "a digest"))
    assert (new.is_new, new.before.message_id) == (True, 7)  # the old one is let go, if it stands
    assert await board.claim(store, AT) is None


@on_both
async def test_one_that_is_not_pinned_yet_is_looked_at_again_in_its_place(
    store: Store, ada: Person
) -> None:
    await show(store, AT, Unpinned(7, Parked(30 * SECOND)))
    assert await board.claim(store, AT + 29 * SECOND) is None
    again = await show(store, AT + 30 * SECOND)
    assert not again.is_new
    assert (again.before.message_id, again.before.shown) == (7, None)


async def test_what_telegram_refuses_is_let_be_until_something_changes(
    store: Store, ada: Person
) -> None:
    await show(store, AT)
    await replan(store, ada, ("09:00", "21:00"), AT)
    await show(store, AT, Rejected())
    assert await board.claim(store, AT + 20 * MINUTE) is None
    await replan(store, ada, ("10:00", "21:00"), AT + 20 * MINUTE)
    assert await board.claim(store, AT + 20 * MINUTE) is not None


async def test_whoever_is_gone_has_no_board_until_they_are_back(store: Store, ada: Person) -> None:
    await show(store, AT, Gone())
    assert (await people.get(store, ada.id)).blocked_at == AT
    await replan(store, ada, ("09:00",), AT)
    assert await board.claim(store, AT) is None
    lost = await people.get(store, ada.id)
    await people.find_again(store, POLICY, lost, AT + MINUTE, Cause("update:1", AT))
    assert await board.claim(store, AT + MINUTE) is not None


async def test_switched_off_there_is_none_and_switched_on_it_is_back(
    store: Store, ada: Person
) -> None:
    await show(store, AT)
    assert await board.is_on(store, ada)
    assert await board.switch(store, ada, Cause("update:1", AT), on=False) == 7
    assert not await board.is_on(store, ada)
    await replan(store, ada, ("09:00",), AT)
    assert await board.claim(store, AT) is None
    await board.switch(store, ada, Cause("update:2", AT), on=True)
    assert (await show(store, AT)).before.shown is None


@pytest.mark.parametrize("outcome", [Shown(7, "a digest"), Unpinned(7, NotSent())])
async def test_switched_off_while_it_is_being_shown_it_stays_off_and_is_taken_down(
    store: Store, ada: Person, outcome: Shown | Unpinned
) -> None:
    claimed = await board.claim(store, AT)
    assert claimed is not None
    await board.switch(store, ada, Cause("update:1", AT), on=False)
    assert await settle(store, claimed, outcome, AT) == 7
    assert await board.claim(store, MIDNIGHT - HOUR) is None
    kept = await store.read(lambda conn: boards.find(conn, ada.id))
    assert (kept.message_id, kept.shown) == (7, Mark.OFF)  # known, to be taken down


async def test_a_spoilt_board_is_pushed_on_and_reported_and_stops_no_other(
    store: Store, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    ben = await patient(store, AT, 2, zone="UTC")
    await spoil(store, PersonRow, ada.id, zone="Europe/Nowhere")
    claimed = await board.claim(store, AT)
    assert claimed is not None
    assert claimed.person.id == ben.id
    await settle(store, claimed, Shown(7, "a digest"), AT)
    assert await board.claim(store, AT) is None
    assert f"the board of {ada.id} cannot be handled: ValueError" in caplog.text
