"""The stop guard: every way is kept, none is barred, and what was asked before goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import UUID, uuid4

import pytest

from bot.domain.outcomes import Started
from bot.domain.pause_outcomes import AskHowLong, AskSure, CannotPause, Paused
from bot.domain.person import Person
from bot.domain.red_flags import EmergencyKind, FlagAnswer
from bot.domain.setup import Draft, Purpose, Question
from bot.domain.stop_outcomes import Kept, NoWish, TaperWished, Unasked, Wished
from bot.domain.stopping import StopOutcome, StopReason, StopWay, StopWish
from bot.domain.symptoms import Symptom
from bot.domain.terms import Level, RedFlagId, TaperReason
from bot.storage import people as rows
from bot.storage import questions as kept_questions
from bot.storage import red_flags, stops
from bot.storage.store import Cause, CauseSeen, Store
from bot.usecases import (
    hospital,
    lives,
    pauses,
    people,
    questions,
    setup,
    setup_waiting,
    silence,
    stop_guard,
    stopping,
    symptoms,
    tapers,
)
from tests.usecases.patients import POLICY, patient

AT = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)
_numbers = count()


def cause() -> Cause:
    return Cause(f"update:stop:{next(_numbers)}", AT)


@pytest.fixture
async def ada(store: Store) -> Person:
    """Ada on 10 mg three times a day."""
    return await patient(store, AT)


async def begin(
    store: Store,
    person: Person,
    way: StopWay = StopWay.SAID,
    reason: StopReason | None = None,
    words: str | None = None,
    at: datetime = AT,
) -> Wished:
    outcome = await stopping.begin(store, POLICY, person, way, reason, words, at, cause())
    assert isinstance(outcome, Wished)
    return outcome


async def wishes(store: Store, person: Person) -> tuple[StopWish, ...]:
    return await store.read(lambda conn: stops.all_since(conn, person.id, AT - DAY))


async def kept(store: Store, person: Person) -> list[tuple[StopWay, StopReason | None, str | None]]:
    return [(each.way, each.reason, each.outcome) for each in await wishes(store, person)]


async def small(store: Store, person: Person) -> Question | None:
    found = await questions.small(store, person)
    return None if found is None else found[0]


async def test_h5_a_wish_is_kept_with_its_reason_words_and_outcome(
    store: Store, ada: Person
) -> None:
    wished = await begin(store, ada)
    assert wished.has_plan
    assert await kept(store, ada) == [(StopWay.SAID, None, None)]
    told = await stopping.because(
        store, ada, wished.wish.id, StopReason.OTHER, "I have had enough", AT, cause()
    )
    assert isinstance(told, Wished)
    assert told.wish.reason is StopReason.OTHER
    done = await stopping.keep(store, ada, wished.wish.id, AT + MINUTE, cause())
    assert isinstance(done, Kept)
    assert done.has_plan
    [wish] = await wishes(store, ada)
    assert wish == replace(
        wished.wish,
        reason=StopReason.OTHER,
        outcome=StopOutcome.KEPT,
        settled_at=AT + MINUTE,
    )
    words = await store.read(lambda conn: stops.words_of(conn, wish.id))
    assert words == "I have had enough"


async def test_h5_nothing_is_kept_of_whoever_has_not_agreed(store: Store) -> None:
    new = await people.meet(store, 9, "Ben", None, "en", AT)
    outcome = await stopping.begin(
        store, POLICY, new, StopWay.SAID, StopReason.RAN_OUT, "ran out", AT, cause()
    )
    assert isinstance(outcome, Unasked)
    assert await wishes(store, new) == ()
    assert await small(store, new) is None


async def test_the_question_under_it_waits_again_when_it_is_over(store: Store, ada: Person) -> None:
    await questions.ask_city(store, ada, AT)
    wished = await begin(store, ada)
    assert await small(store, ada) is Question.STOP
    await stopping.because(store, ada, wished.wish.id, StopReason.FEEL_BETTER, None, AT, cause())
    await stopping.ask(store, ada, wished.wish.id, AT, sure=True)
    again = await begin(store, ada, at=AT + MINUTE)  # twice in a row
    await stopping.keep(store, ada, again.wish.id, AT + MINUTE, cause())
    assert await small(store, ada) is Question.CITY
    assert [outcome for _, _, outcome in await kept(store, ada)] == [None, StopOutcome.KEPT]


async def test_what_was_asked_since_then_goes_on_instead(store: Store, ada: Person) -> None:
    await questions.ask_city(store, ada, AT)
    wished = await begin(store, ada)
    await store.write(lambda conn: kept_questions.clear(conn, ada.id, aside=True))
    await symptoms.choose(store, POLICY, ada, (), "0", AT, cause())
    await stopping.taper(store, ada, wished.wish.id, AT + 5 * HOUR, cause())
    assert await small(store, ada) is Question.SYMPTOM


async def test_an_old_button_of_the_guard_asks_nothing_anew(store: Store, ada: Person) -> None:
    await questions.ask_city(store, ada, AT)
    wished = await begin(store, ada)
    await store.write(lambda conn: kept_questions.clear(conn, ada.id, aside=True))
    await stopping.keep(store, ada, wished.wish.id, AT + 5 * HOUR, cause())
    assert await small(store, ada) is None


async def test_a_taper_is_asked_for_at_once_by_its_reason(store: Store, ada: Person) -> None:
    wished = await begin(store, ada, reason=StopReason.PRESCRIBER)
    outcome = await stopping.taper(store, ada, wished.wish.id, AT, cause())
    assert isinstance(outcome, TaperWished)
    assert outcome.view.reason is TaperReason.DOCTOR_SAID
    assert outcome.view.is_new
    assert await kept(store, ada) == [(StopWay.SAID, StopReason.PRESCRIBER, StopOutcome.TAPER)]


async def test_a_wish_that_was_answered_or_is_not_ones_own_changes_nothing(
    store: Store, ada: Person
) -> None:
    ben = await patient(store, AT, number=2)
    wished = await begin(store, ada)
    for person, which in ((ben, wished.wish.id), (ada, UUID(int=1))):
        assert isinstance(await stopping.keep(store, person, which, AT, cause()), NoWish)
        assert isinstance(await stopping.taper(store, person, which, AT, cause()), NoWish)
        assert isinstance(await stopping.ask(store, person, which, AT), NoWish)
        told = await stopping.because(store, person, which, StopReason.OTHER, "x", AT, cause())
        assert isinstance(told, NoWish)
    await stopping.keep(store, ada, wished.wish.id, AT, cause())
    assert isinstance(await stopping.keep(store, ada, wished.wish.id, AT, cause()), NoWish)
    assert await kept(store, ada) == [(StopWay.SAID, None, StopOutcome.KEPT)]
    assert await kept(store, ben) == []


async def test_the_same_update_twice_is_one_wish(store: Store, ada: Person) -> None:
    once = cause()
    for _ in range(2):
        try:
            await stopping.begin(store, POLICY, ada, StopWay.SAID, None, None, AT, once)
        except CauseSeen:
            break
    assert len(await wishes(store, ada)) == 1


# Signs


async def told(store: Store, person: Person, *signs: Symptom) -> Level:
    outcome = await symptoms.report(store, POLICY, person, dict.fromkeys(signs), None, AT, cause())
    return outcome.report.level


async def test_h5_after_signs_the_guard_goes_on_with_what_they_came_to(
    store: Store, ada: Person
) -> None:
    await begin(store, ada, reason=StopReason.SIDE_EFFECTS)
    assert await told(store, ada, Symptom.MOOD) is Level.URGENT
    wished = await stopping.after_signs(store, POLICY, ada, AT + MINUTE)
    assert wished is not None
    assert wished.worst is Level.URGENT
    assert wished.unwell


async def test_h5_after_an_emergency_nothing_more_is_asked(store: Store, ada: Person) -> None:
    await begin(store, ada, reason=StopReason.SIDE_EFFECTS)
    assert await told(store, ada, Symptom.CHEST_PAIN) is Level.EMERGENCY
    assert await stopping.after_signs(store, POLICY, ada, AT + MINUTE) is None


async def test_it_goes_on_for_nobody_else(store: Store, ada: Person) -> None:
    assert await stopping.after_signs(store, POLICY, ada, AT) is None
    await begin(store, ada, reason=StopReason.FEEL_BETTER)
    assert await stopping.after_signs(store, POLICY, ada, AT) is None
    wished = await begin(store, ada, reason=StopReason.SIDE_EFFECTS)
    long_after = AT + POLICY.stop_guard_holds + MINUTE
    assert await stopping.after_signs(store, POLICY, ada, long_after) is None
    await stopping.keep(store, ada, wished.wish.id, AT, cause())
    assert await stopping.after_signs(store, POLICY, ada, AT) is None


async def test_h5_whoever_told_an_urgent_sign_keeps_no_dose_by_our_words(
    store: Store, ada: Person
) -> None:
    await told(store, ada, Symptom.MOOD)
    wished = await begin(store, ada, reason=StopReason.FEEL_BETTER)
    assert wished.unwell
    outcome = await stopping.keep(store, ada, wished.wish.id, AT, cause())
    assert isinstance(outcome, Kept)
    assert outcome.unwell
    why = TaperReason.WANTS_TO_STOP  # the same by the other door, and as long as it stands
    asked = await tapers.request(store, ada, why, None, AT, cause())
    assert asked.unwell
    assert (await tapers.standing(store, ada, AT + HOUR)) == replace(asked, is_new=False)
    running = await pauses.pause(store, POLICY, ada, AT + 4 * HOUR, AT, cause())
    assert isinstance(running, Paused)
    assert running.life.unwell
    assert await lives.life(store, ada, AT + HOUR) == running.life


@pytest.mark.parametrize("kind", [EmergencyKind.OVERDOSE, EmergencyKind.PUMP, None])
async def test_h5_after_a_red_flag_nobody_is_told_to_take_a_dose(
    store: Store, ada: Person, kind: EmergencyKind | None
) -> None:
    which = RedFlagId(uuid4())
    await store.write(lambda conn: red_flags.add(conn, which, ada.id, kind, AT))
    wished = await begin(store, ada, reason=StopReason.FEEL_BETTER)
    assert wished.worst is (Level.URGENT if kind is None else Level.EMERGENCY)
    for asked in (
        await pauses.how_long(store, ada, AT),
        await pauses.ask_sure(store, POLICY, ada, AT + 4 * HOUR, AT),
        await pauses.ask_sure(store, POLICY, ada, AT - HOUR, AT),
    ):
        assert isinstance(asked, AskHowLong | AskSure | CannotPause)
        assert asked.unwell
    outcome = await stopping.keep(store, ada, wished.wish.id, AT, cause())
    assert isinstance(outcome, Kept)
    assert outcome.unwell


async def test_a_red_flag_that_was_none_or_is_old_holds_nothing_back(
    store: Store, ada: Person
) -> None:
    which = RedFlagId(uuid4())
    kind = EmergencyKind.OVERDOSE
    await store.write(lambda conn: red_flags.add(conn, which, ada.id, kind, AT))
    later = await begin(store, ada, reason=StopReason.FEEL_BETTER, at=AT + DAY + MINUTE)
    assert not later.unwell
    no = FlagAnswer.NOT_EMERGENCY
    await store.write(lambda conn: red_flags.answer(conn, which, no, AT))
    wished = await begin(store, ada, reason=StopReason.FEEL_BETTER)
    assert not wished.unwell
    asked = await pauses.how_long(store, ada, AT)
    assert isinstance(asked, AskHowLong)
    assert not asked.unwell


# The ways that are no words


async def test_h5_a_pause_of_more_than_a_day_is_kept_when_it_is_asked_and_when_it_runs(
    store: Store, ada: Person
) -> None:
    asked = await pauses.ask_sure(store, POLICY, ada, AT + 20 * HOUR, AT)
    assert isinstance(asked, AskSure)
    assert await kept(store, ada) == []
    for _ in range(2):
        await pauses.ask_sure(store, POLICY, ada, AT + 2 * DAY, AT)
    assert await kept(store, ada) == [(StopWay.PAUSE, None, None)]
    await pauses.pause(store, POLICY, ada, AT + 2 * DAY, AT + MINUTE, cause())
    assert await kept(store, ada) == [(StopWay.PAUSE, None, StopOutcome.WENT_ON)]


async def test_h5_a_pause_that_is_made_longer_bit_by_bit_is_kept_too(
    store: Store, ada: Person
) -> None:
    await pauses.pause(store, POLICY, ada, AT + 20 * HOUR, AT, cause())
    assert await kept(store, ada) == []
    later = AT + 19 * HOUR
    asked = await pauses.ask_sure(store, POLICY, ada, later + 20 * HOUR, later)
    assert isinstance(asked, AskSure)
    assert asked.long
    await pauses.pause(store, POLICY, ada, later + 20 * HOUR, later, cause())
    assert await kept(store, ada) == [(StopWay.PAUSE, None, StopOutcome.WENT_ON)]


async def change(
    store: Store, person: Person, slots: tuple[tuple[str, str], ...], *, by_doctor: bool = False
) -> None:
    """The wizard of /plan up to the echo, and through it."""
    person = await store.read(lambda conn: rows.get(conn, person.id))
    await setup.begin(store, POLICY, person, Purpose.PLAN, AT, cause())

    def tell(draft: Draft) -> Draft:
        return replace(draft, slots=slots, strengths_right=True, odd_right=True)

    await setup.tell(store, POLICY, person, Question.PLAN, tell, AT, cause())
    reason = StopReason.PRESCRIBER if by_doctor else None
    started = await setup.confirm(store, POLICY, person, AT, cause(), reason=reason)
    assert isinstance(started, Started)


@pytest.mark.parametrize(
    ("slots", "way"),
    [
        ((("08:00", "5"), ("14:00", "10"), ("22:00", "10")), StopWay.LOWER),
        ((("08:00", "15"), ("20:00", "15")), StopWay.FEWER),
    ],
)
async def test_h5_a_plan_that_lowers_what_is_taken_is_kept_with_who_set_it(
    store: Store, ada: Person, slots: tuple[tuple[str, str], ...], way: StopWay
) -> None:
    await change(store, ada, slots, by_doctor=True)
    assert await kept(store, ada) == [(way, StopReason.PRESCRIBER, StopOutcome.WENT_ON)]


async def test_h5_a_lower_plan_that_is_let_go_is_kept_as_kept(store: Store, ada: Person) -> None:
    person = await store.read(lambda conn: rows.get(conn, ada.id))
    await setup.begin(store, POLICY, person, Purpose.PLAN, AT, cause())
    lower = (("08:00", "5"), ("14:00", "5"), ("22:00", "5"))

    def tell(draft: Draft) -> Draft:
        return replace(draft, slots=lower, strengths_right=True)

    await setup.tell(store, POLICY, person, Question.PLAN, tell, AT, cause())
    assert await kept(store, ada) == [(StopWay.LOWER, None, None)]
    await setup_waiting.cancel(store, POLICY, person, AT, cause())
    assert await kept(store, ada) == [(StopWay.LOWER, None, StopOutcome.KEPT)]


async def test_a_plan_that_moves_doses_is_no_way_to_stop(store: Store, ada: Person) -> None:
    await change(store, ada, (("09:00", "10"), ("15:00", "10"), ("23:00", "10")))
    assert await kept(store, ada) == []


async def test_h5_reminders_only_is_kept_once(store: Store, ada: Person) -> None:
    for _ in range(2):
        await silence.choose_reminders_only(store, POLICY, ada, AT, cause())
    assert await kept(store, ada) == [(StopWay.REMINDERS_ONLY, None, StopOutcome.WENT_ON)]


async def test_side_effects_under_another_question_are_a_reason_of_that_wish(
    store: Store, ada: Person
) -> None:
    await pauses.ask_sure(store, POLICY, ada, AT + 2 * DAY, AT)
    wished = await begin(store, ada, StopWay.PAUSE, StopReason.SIDE_EFFECTS)
    assert await kept(store, ada) == [(StopWay.PAUSE, StopReason.SIDE_EFFECTS, None)]
    await stopping.keep(store, ada, wished.wish.id, AT, cause())
    assert await small(store, ada) is Question.PAUSE_SURE


# To be forgotten


async def test_h5_a_wish_to_be_forgotten_is_kept_and_may_be_gone_on_with(
    store: Store, ada: Person
) -> None:
    way = StopWay.DELETION
    first = await begin(store, ada, way)
    assert first.has_plan
    again = await begin(store, ada, way, at=AT + MINUTE)
    assert again.wish.id == first.wish.id
    assert await small(store, ada) is Question.STOP
    await store.write(lambda conn: stop_guard.went_on(conn, POLICY, ada.id, way, AT + MINUTE))
    assert await kept(store, ada) == [(way, None, StopOutcome.WENT_ON)]


async def test_who_has_no_plan_has_nothing_to_stop(store: Store, ada: Person) -> None:
    new = await people.meet(store, 9, "Ben", None, "en", AT)
    assert await store.read(lambda conn: stop_guard.has_plan(conn, ada.id, AT))
    await hospital.admit(store, POLICY, ada, AT, cause())
    for person in (new, ada):
        who = person.id
        assert not await store.read(lambda conn, who=who: stop_guard.has_plan(conn, who, AT))
