"""A changed plan is shown once more, and "not me" asks about the one before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from bot.domain.message import Letter, PlanChanged
from bot.domain.outcomes import Asked, NothingAsked, Started
from bot.domain.person import Person
from bot.domain.setup import Draft, Purpose, Question
from bot.storage import people as rows
from bot.storage.store import Cause, Store
from bot.usecases import changing, plans, post, setup, setup_waiting
from bot.usecases.post import Delivered
from tests.databases import on_both
from tests.usecases.patients import POLICY, claim, outbox_states, patient

AT = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)  # 12:30 in Berlin; the next dose is at 14:00
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
AS_IT_WAS = (("08:00", "10"), ("14:00", "10"), ("22:00", "10"))
LATER = (("09:00", "10"), ("17:00", "10"), ("23:00", "10"))
_numbers = count()


def cause() -> Cause:
    return Cause(f"update:{next(_numbers)}", AT)


@pytest.fixture
async def ada(store: Store) -> Person:
    """Somebody in Berlin on 10 mg three times a day."""
    return await patient(store, AT - 10 * HOUR, zone="Europe/Berlin")


async def change(store: Store, person: Person, at: datetime, **told: object) -> Started:
    """The wizard of /plan to its end; by default the plan as it was."""
    person = await store.read(lambda conn: rows.get(conn, person.id))
    await setup.begin(store, POLICY, person, Purpose.PLAN, at, cause())
    told = {"slots": AS_IT_WAS, "strengths_right": True, "odd_right": True, **told}

    def tell(draft: Draft) -> Draft:
        return replace(draft, **told)  # type: ignore[arg-type]

    await setup.tell(store, POLICY, person, Question.PLAN, tell, at, cause())
    started = await setup.confirm(store, POLICY, person, at, cause())
    assert isinstance(started, Started)
    return started


async def shown(store: Store, at: datetime) -> Letter | None:
    """The letter about a change that is to be sent at `at`, sent."""
    letters = [each for each in await claim(store, at) if isinstance(each.message, PlanChanged)]
    assert len(letters) <= 1
    for letter in letters:
        await post.settle(store, POLICY, letter, Delivered(99), at)
    return letters[0] if letters else None


def slots_of(letter: Letter | None) -> tuple[list[str], list[str]]:
    """The times now and before."""
    assert letter is not None
    assert isinstance(letter.message, PlanChanged)
    now, before = letter.message.now.plan, letter.message.before.plan
    return [f"{s.wall:%H:%M}" for s in now.slots], [f"{s.wall:%H:%M}" for s in before.slots]


async def test_a_change_is_shown_once_an_hour_later_and_a_first_plan_is_not(
    store: Store, ada: Person
) -> None:
    assert await outbox_states(store) == {}
    await change(store, ada, AT, slots=LATER)  # the next is at 17:00
    assert await shown(store, AT + HOUR - MINUTE) is None
    now, before = slots_of(await shown(store, AT + HOUR))
    assert (now, before) == (["09:00", "17:00", "23:00"], ["08:00", "14:00", "22:00"])
    assert await shown(store, AT + 9 * HOUR) is None


@pytest.mark.parametrize(
    ("first", "after"), [("13:40", 55), ("13:15", 30), ("12:40", 2), ("12:10", 2)]
)
async def test_it_comes_15_minutes_before_the_new_plans_first_dose_but_not_at_once(
    store: Store, ada: Person, first: str, after: int
) -> None:
    await change(store, ada, AT, slots=(("06:00", "10"), (first, "10"), ("22:00", "10")))
    assert await shown(store, AT + after * MINUTE - timedelta(seconds=1)) is None
    assert await shown(store, AT + after * MINUTE) is not None


async def test_a_change_nobody_saw_is_shown_in_the_next_one(store: Store, ada: Person) -> None:
    await change(store, ada, AT, slots=(("10:00", "15"), ("20:00", "15")))
    await change(store, ada, AT + MINUTE, slots=LATER)
    assert await shown(store, AT + HOUR) is None  # that one is no longer true
    now, before = slots_of(await shown(store, AT + HOUR + MINUTE))
    assert (now, before) == (["09:00", "17:00", "23:00"], ["08:00", "14:00", "22:00"])


async def test_a_change_that_was_taken_back_unseen_is_not_shown(store: Store, ada: Person) -> None:
    await change(store, ada, AT)  # the same again
    assert await outbox_states(store) == {}
    await change(store, ada, AT, slots=LATER)
    await change(store, ada, AT + MINUTE)
    assert await shown(store, AT + 3 * HOUR) is None


@on_both
async def test_not_me_asks_about_the_plan_and_the_zone_from_before_and_changes_nothing_yet(
    store: Store, ada: Person
) -> None:
    new = (("09:00", "5"), ("21:00", "5"))
    moved = {"zone": "Asia/Tokyo", "country": "JP", "strengths": ("5",)}
    await change(store, ada, AT, slots=new, **moved)
    person = await store.read(lambda conn: rows.get(conn, ada.id))
    assert (person.zone, person.country) == ("Asia/Tokyo", "JP")
    which = await changing.last_change(store, person, AT)
    assert which is not None
    asked = await setup_waiting.take_back(store, POLICY, person, which, AT + HOUR, cause())
    assert isinstance(asked, Asked)
    assert asked.question is Question.ECHO  # 30 mg a day instead of 10, but it held up to now
    assert (asked.draft.slots, asked.draft.strengths) == (AS_IT_WAS, ("10",))
    assert (asked.draft.zone, asked.draft.label) == ("Europe/Berlin", "Berlin, Germany")
    view = await plans.show(store, ada.id, AT + HOUR)
    assert view is not None
    assert view.version == 2

    assert isinstance(await setup.confirm(store, POLICY, person, AT + HOUR, cause()), Started)
    person = await store.read(lambda conn: rows.get(conn, ada.id))
    assert (person.zone, person.country) == ("Europe/Berlin", "DE")
    view = await plans.show(store, ada.id, AT + HOUR)
    assert view is not None
    assert (view.version, view.plan.zone, len(view.plan.slots)) == (3, "Europe/Berlin", 3)


async def test_not_me_about_an_older_change_or_a_first_plan_asks_nothing(
    store: Store, ada: Person
) -> None:
    assert await changing.last_change(store, ada, AT) is None
    await change(store, ada, AT, slots=LATER)
    older = await changing.last_change(store, ada, AT)
    assert older is not None
    await change(store, ada, AT + MINUTE, slots=(("10:00", "15"), ("20:00", "15")))
    asked = await setup_waiting.take_back(store, POLICY, ada, older, AT + HOUR, cause())
    assert asked == NothingAsked()
