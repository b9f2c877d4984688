"""An answer that is taken back brings no dose of an ended plan back into the plan of now."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.dose import Dose
from bot.domain.dose_events import Correct, Took
from bot.domain.message import Nudge, Offline, Reminder
from bot.domain.outcomes import Corrected, Recorded
from bot.domain.person import Person
from bot.domain.terms import DoseState
from bot.storage.store import Cause, Store
from bot.usecases import correcting, post, undoing
from bot.usecases import doses as answering
from bot.usecases.post import Delivered
from bot.usecases.undoing import Meant
from tests.databases import on_both
from tests.usecases.patients import POLICY, beat, claim, doses_of, patient, replan, tapping

AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # 08:00, 14:00 and 22:00 UTC
SOONER = ("06:00", "12:00", "18:00")  # leaves the 08:00 dose an hour


def on(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-23T{clock}:00+00:00")


@pytest.fixture
async def ada(store: Store) -> Person:
    """Ada, an hour before her 08:00 dose, which is open until 09:30."""
    return await patient(store, AT)


async def first(store: Store, person: Person) -> Dose:
    [dose] = [each for each in await doses_of(store, person, AT) if each.due_at == on("08:00")]
    return dose


async def takes(store: Store, person: Person, clock: str) -> Dose:
    """At 08:00 sharp, or before: so that the new plan's next is at 12:00."""
    dose, at = await first(store, person), on(clock)
    event = Took(min(at, on("08:00")))
    await answering.answer(store, POLICY, tapping(person, at), dose.id, event, Cause("t", at))
    return await first(store, person)


async def undo(store: Store, person: Person, clock: str) -> Recorded:
    at = on(clock)
    outcome = await undoing.undo(store, POLICY, tapping(person, at), Meant(), Cause("u", at))
    assert isinstance(outcome, Recorded)
    return outcome


async def letters(store: Store, at: datetime) -> list[object]:
    await beat(store, at)
    sent = await claim(store, at)
    for letter in sent:
        await post.settle(store, POLICY, letter, Delivered(1), at)
    return [letter.message for letter in sent]


async def test_taken_early_and_undone_before_its_time_it_is_cancelled(
    store: Store, ada: Person
) -> None:
    await takes(store, ada, "07:10")
    await replan(store, ada, ("09:00", "15:00", "21:00"), on("07:20"))
    outcome = await undo(store, ada, "07:30")
    assert outcome.dose is not None
    assert (outcome.dose.state, outcome.dose.act_at) == (DoseState.CANCELLED, None)
    assert outcome.next is not None
    assert outcome.next.due_at == on("15:00")
    assert await letters(store, on("08:00")) == []


@on_both
async def test_undone_at_its_time_it_is_asked_for_as_long_as_the_new_plan_allows(
    store: Store, ada: Person
) -> None:
    await takes(store, ada, "07:10")
    await replan(store, ada, SOONER, on("07:20"))
    outcome = await undo(store, ada, "08:10")
    assert outcome.dose is not None
    assert outcome.dose.closes_at == on("09:00")
    [card] = await letters(store, on("08:10"))
    assert isinstance(card, Reminder)
    assert card.dose.closes_at == on("09:00")


@on_both
@pytest.mark.parametrize("asked", [True, False])
async def test_undone_when_the_new_plan_leaves_no_time_it_is_unknown(
    store: Store, ada: Person, asked: bool
) -> None:
    if asked:
        await letters(store, on("08:00"))
    await takes(store, ada, "08:05" if asked else "07:10")
    await replan(store, ada, SOONER, on("08:10"))
    outcome = await undo(store, ada, "09:10")
    assert outcome.dose is not None
    assert outcome.dose.state is DoseState.UNKNOWN
    assert outcome.dose.closes_at == on("09:10")
    assert await letters(store, on("09:10")) == []  # the outcome itself asks


@on_both
async def test_undone_it_is_open_no_longer_than_the_new_plan_allows(
    store: Store, ada: Person
) -> None:
    await letters(store, on("08:00"))
    await takes(store, ada, "08:05")
    await replan(store, ada, SOONER, on("08:10"))
    outcome = await undo(store, ada, "08:20")
    assert outcome.dose is not None
    assert (outcome.dose.state, outcome.dose.closes_at) == (DoseState.OPEN, on("09:00"))


async def test_in_a_plan_that_holds_it_comes_back_as_before(store: Store, ada: Person) -> None:
    before = await first(store, ada)
    await takes(store, ada, "07:10")
    outcome = await undo(store, ada, "07:20")
    assert outcome.dose is not None
    assert (outcome.dose.state, outcome.dose.closes_at) == (DoseState.PLANNED, before.closes_at)


@pytest.mark.parametrize(
    ("clock", "state"), [("08:20", DoseState.OPEN), ("09:10", DoseState.MISSED)]
)
async def test_corrected_to_not_taken_it_is_asked_anew_only_while_the_new_plan_allows(
    store: Store, ada: Person, clock: str, state: DoseState
) -> None:
    await letters(store, on("08:00"))
    dose = await takes(store, ada, "08:05")
    await replan(store, ada, SOONER, on("08:10"))
    say, event = tapping(ada, on(clock)), Correct(DoseState.MISSED)
    outcome = await correcting.correct(store, POLICY, say, dose.id, event, Cause("c", on(clock)))
    assert isinstance(outcome, Corrected)
    assert outcome.dose.state is state
    assert outcome.reopened is (state is DoseState.OPEN)
    assert outcome.dose.closes_at == (on("09:00") if outcome.reopened else on("09:30"))


# A dose that a change leaves no time


async def test_it_is_asked_about_once_and_no_outage_is_blamed(store: Store, ada: Person) -> None:
    await letters(store, on("08:00"))
    await replan(store, ada, SOONER, on("09:20"))
    [asked] = await letters(store, on("09:20"))
    assert isinstance(asked, Offline)
    assert [dose.due_at for dose in asked.doses] == [on("08:00")]
    assert (asked.since, asked.until) == (None, None)
    assert await letters(store, on("10:00")) == []


async def test_its_nudge_on_the_way_is_put_right_as_it_arrives(store: Store, ada: Person) -> None:
    await letters(store, on("08:00"))
    await beat(store, on("08:30"))
    [nudge] = await claim(store, on("08:30"))
    assert isinstance(nudge.message, Nudge)
    await replan(store, ada, SOONER, on("09:05"))  # it hung for that long
    settled = await post.settle(store, POLICY, nudge, Delivered(2), on("09:06"))
    assert settled.overtaken is not None
    [asked] = await letters(store, on("09:06"))
    assert isinstance(asked, Offline)
