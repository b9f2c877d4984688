""" "Are you moving more smoothly?": twice, by day, without a sound, and never where it disturbs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count

import pytest

from bot.domain.message import Letter, Moving
from bot.domain.person import Person
from bot.domain.setup import Question
from bot.domain.symptoms import NO_GROUP
from bot.domain.terms import Movement
from bot.storage import moving as rows
from bot.storage import questions as waiting
from bot.storage.store import Cause, Store
from bot.usecases import hospital, moving, pauses, people, post, questions, silence
from bot.usecases.post import Delivered
from tests.databases import on_both
from tests.usecases.patients import POLICY, beat, claim, patient

AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WEEK, TWO_WEEKS = AT.replace(hour=11) + 7 * DAY, AT.replace(hour=11) + 14 * DAY
_numbers = count()


def cause() -> Cause:
    return Cause(f"update:moving:{next(_numbers)}", AT)


@pytest.fixture
async def ada(store: Store) -> Person:
    """Ada, whose first plan starts now."""
    person = await patient(store, AT)
    for _ in range(2):  # twice changes nothing
        await store.write(
            partial(
                moving.plan_questions,
                policy=POLICY,
                patient=person.id,
                began_at=AT,
                zone="UTC",
            )
        )
    return person


async def asked(store: Store, at: datetime) -> list[Letter]:
    """The letters of this kind that go out then; all that is due is settled."""
    await beat(store, at)
    found: list[Letter] = []
    while letters := await claim(store, at):
        for letter in letters:
            await post.settle(store, POLICY, letter, Delivered(1000 + next(_numbers)), at)
        found += [letter for letter in letters if isinstance(letter.message, Moving)]
    return found


async def test_it_is_asked_on_both_days_once_and_without_a_sound(store: Store, ada: Person) -> None:
    assert await asked(store, WEEK - HOUR) == []
    (first,) = await asked(store, WEEK)
    assert (first.message, first.silent) == (Moving(7), True)
    assert await asked(store, WEEK + DAY) == []
    (second,) = await asked(store, TWO_WEEKS)
    assert (second.message, second.silent) == (Moving(14), True)
    assert await asked(store, TWO_WEEKS + 30 * DAY) == []


async def test_after_an_outage_it_waits_for_waking_hours(store: Store, ada: Person) -> None:
    assert await asked(store, WEEK + 14 * HOUR) == []  # 01:00
    (letter,) = await asked(store, WEEK + DAY)
    assert letter.message == Moving(7)


async def test_over_a_day_late_it_is_left(store: Store, ada: Person) -> None:
    assert await asked(store, WEEK + DAY + HOUR) == []
    assert await asked(store, WEEK + 3 * DAY) == []


async def test_whoever_flew_on_is_asked_by_day_there(store: Store, ada: Person) -> None:
    await store.write(partial(people.people.change, person=ada.id, zone="Asia/Tokyo"))
    assert await asked(store, WEEK) == []  # 20:00 there
    assert await asked(store, WEEK + 14 * HOUR) == []
    (letter,) = await asked(store, WEEK + 15 * HOUR)  # 11:00 there
    assert letter.message == Moving(7)


@on_both
async def test_not_in_a_pause(store: Store, ada: Person) -> None:
    await pauses.pause(store, POLICY, ada, WEEK + 2 * DAY, WEEK - DAY, cause())
    assert await asked(store, WEEK) == []


async def test_not_in_hospital(store: Store, ada: Person) -> None:
    await hospital.admit(store, POLICY, ada, WEEK - DAY, cause())
    assert await asked(store, WEEK) == []


async def test_not_with_reminders_only(store: Store, ada: Person) -> None:
    await silence.choose_reminders_only(store, POLICY, ada, WEEK - DAY, cause())
    assert await asked(store, WEEK) == []


async def test_not_while_blocked_and_on_its_day_after_an_unblock_before_it(
    store: Store, ada: Person
) -> None:
    await people.lose(store, POLICY, ada, WEEK - 2 * DAY, cause())
    await people.find_again(store, POLICY, ada, WEEK - DAY, cause())
    assert await asked(store, WEEK - DAY) == []
    assert len(await asked(store, WEEK)) == 1
    await people.lose(store, POLICY, ada, TWO_WEEKS - DAY, cause())
    assert await asked(store, TWO_WEEKS) == []


async def test_the_answer_is_kept_and_a_later_one_takes_its_place(
    store: Store, ada: Person
) -> None:
    await asked(store, WEEK)
    assert await questions.small(store, ada) == (Question.MOVING, "7")
    await moving.answer(store, ada, 7, Movement.WORSE, WEEK + HOUR, cause())
    assert await questions.small(store, ada) == (Question.SYMPTOM, NO_GROUP)
    await moving.answer(store, ada, 7, Movement.YES, WEEK + 2 * HOUR, cause())
    assert await questions.small(store, ada) is None
    assert await store.read(partial(rows.told, patient=ada.id)) == {7: Movement.YES}


async def test_a_yes_to_the_set_up_is_not_taken_for_its_answer(store: Store, ada: Person) -> None:
    await store.write(
        partial(waiting.ask, person=ada.id, question=Question.CONSENT, answers="", at=WEEK - HOUR)
    )
    assert len(await asked(store, WEEK)) == 1
    assert await questions.small(store, ada) is None
