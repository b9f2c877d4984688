"""In hospital staff give the doses: nothing is asked, and home again the plan is told anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count

import pytest

from bot.domain.dose_events import Correct, Event, NotSure, NotTaken, Reason, Skip, Took
from bot.domain.message import Offline, PauseOver, Reminder
from bot.domain.outcomes import Asked, Corrected, NoPlan, Recorded, Refused, Started
from bot.domain.pause_outcomes import Admitted, InHospital
from bot.domain.person import Person
from bot.domain.setup import Draft, LastDose, Purpose, Question
from bot.domain.terms import DoseState, SkipReason
from bot.storage.rows import DoseRow
from bot.storage.store import Cause, CauseSeen, Store
from bot.usecases import (
    cards,
    correcting,
    history,
    hospital,
    lives,
    pauses,
    people,
    plans,
    post,
    setup,
    taking,
    undoing,
)
from bot.usecases import doses as answering
from bot.usecases.post import Delivered
from tests.databases import on_both
from tests.usecases.patients import (
    POLICY,
    beat,
    claim,
    doses_of,
    outbox_states,
    patient,
    spoil,
    tapping,
)

AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # THRICE: 08:00, 14:00 and 22:00 UTC
HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)
S = DoseState
_numbers = count()


def on(clock: str, day: int = 23) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day}T{clock}:00+00:00")


def cause() -> Cause:
    return Cause(f"update:hospital:{next(_numbers)}", AT)


@pytest.fixture
async def ada(store: Store) -> Person:
    """Ada, an hour before her 08:00 dose."""
    return await patient(store, AT)


async def admit(store: Store, person: Person, at: datetime) -> Admitted:
    outcome = await hospital.admit(store, POLICY, person, at, cause())
    assert isinstance(outcome, Admitted)
    return outcome


async def asked_at(store: Store, at: datetime) -> int:
    """A beat at `at`, and all that it says delivered; how much that was."""
    await beat(store, at)
    letters = await claim(store, at)
    for number, letter in enumerate(letters, 1):
        await post.settle(store, POLICY, letter, Delivered(100 + number), at)
    return len(letters)


async def home(store: Store, person: Person, at: datetime, last: str, mg: str = "10") -> Started:
    """The plan told anew and confirmed."""
    asked = await setup.begin(store, POLICY, person, Purpose.HOME, at, cause())
    assert asked.question is Question.PLAN
    slots = tuple((wall, mg) for wall in ("08:00", "14:00", "22:00"))
    for question, change in (
        (Question.PLAN, lambda draft: draft.with_slots(slots)),
        (Question.STRENGTHS, lambda draft: replace(draft, strengths_right=True)),
        (Question.LAST_DOSE, lambda draft: replace(draft, last_taken=last)),
    ):
        told = await setup.tell(store, POLICY, person, question, change, at, cause())
        assert isinstance(told, Asked)
        asked = told
    assert asked.question is Question.ECHO
    outcome = await setup.confirm(store, POLICY, person, at, cause())
    assert isinstance(outcome, Started)
    return outcome


async def test_nothing_is_sent_until_the_new_plan_is_confirmed(store: Store, ada: Person) -> None:
    await asked_at(store, on("08:00"))
    await admit(store, ada, on("08:30"))
    for day in range(5):
        assert await asked_at(store, on("09:00") + day * DAY) == 0
    states = {dose.due_at: dose.state for dose in await doses_of(store, ada, AT)}
    assert states == {on("08:00"): S.UNKNOWN}  # the others are cancelled, and none is planned
    assert await history.unanswered(store, ada.id, on("09:00", 28)) == ()

    await setup.begin(store, POLICY, ada, Purpose.HOME, on("10:00", 28), cause())
    assert await asked_at(store, on("11:59", 28)) == 0  # told, not yet confirmed
    assert (await lives.life(store, ada, on("14:00", 28))).in_hospital

    await home(store, ada, on("15:00", 28), LastDose.UNSURE)
    assert not (await lives.life(store, ada, on("15:00", 28))).in_hospital
    assert await asked_at(store, on("22:00", 28)) == 1
    assert await history.unanswered(store, ada.id, on("22:00", 28)) == ()


async def test_the_last_dose_on_the_ward_keeps_the_first_reminder_clear(
    store: Store, ada: Person
) -> None:
    await admit(store, ada, on("07:30"))
    given = on("12:30", 25)
    started = await home(store, ada, on("13:00", 25), given.isoformat())
    assert started.preview.doses[0].due_at == on("22:00", 25)  # 14:00 is too near
    again = await setup.begin(store, POLICY, ada, Purpose.PLAN, on("13:10", 25), cause())
    change = lambda draft: draft.with_slots((("14:00", "10"), ("22:00", "10")))  # noqa: E731
    await setup.tell(store, POLICY, ada, again.question, change, on("13:10", 25), cause())
    right = lambda draft: replace(draft, strengths_right=True)  # noqa: E731
    told = await setup.tell(store, POLICY, ada, Question.STRENGTHS, right, on("13:10", 25), cause())
    assert isinstance(told, Asked)
    assert told.preview is not None
    assert told.preview.doses[0].due_at == on("22:00", 25)  # a change after it knows it, too


async def test_a_big_rise_after_hospital_is_asked_again_and_a_cut_is_known_as_one(
    store: Store, ada: Person
) -> None:
    await admit(store, ada, on("07:30"))
    at = on("13:00", 25)
    asked = await setup.begin(store, POLICY, ada, Purpose.HOME, at, cause())
    assert asked.draft.strengths == ("10",)

    async def told(mg: str) -> Asked:
        slots = (("08:00", mg), ("14:00", mg), ("22:00", mg))
        for question, change in (
            (Question.PLAN, lambda draft: draft.with_slots(slots)),
            (Question.STRENGTHS, lambda draft: replace(draft, strengths_right=True)),
        ):
            found = await setup.tell(store, POLICY, ada, question, change, at, cause())
        assert isinstance(found, Asked)
        return found

    more = await told("20")  # 60 mg a day after 30
    assert more.question is Question.AGAIN
    await setup.tell(store, POLICY, ada, Question.AGAIN, Draft.without_plan, at, cause())
    less = await told("5")
    assert less.preview is not None
    assert less.preview.old_daily_mg == Decimal(30)
    assert less.preview.is_lower


async def test_open_cards_lose_their_buttons_and_what_waits_is_not_sent(
    store: Store, ada: Person
) -> None:
    await asked_at(store, on("08:00"))
    [dose, *_] = await doses_of(store, ada, AT)
    await beat(store, on("08:30"))  # a nudge waits
    outcome = await admit(store, ada, on("08:31"))
    assert [card.message_id for card in outcome.cards] == [101]
    assert await claim(store, on("08:31")) == ()
    assert await outbox_states(store) == {"sent": 1, "dropped": 1}
    assert await cards.stand(store, ada, dose.id, 7, on("08:32")) == ()


async def test_a_reminder_that_was_on_its_way_is_put_right_as_it_arrives(
    store: Store, ada: Person
) -> None:
    await beat(store, on("08:00"))
    [letter] = await claim(store, on("08:00"))
    assert isinstance(letter.message, Reminder)
    await admit(store, ada, on("08:00"))
    settled = await post.settle(store, POLICY, letter, Delivered(5), on("08:01"))
    assert settled.overtaken is not None
    outcome = settled.overtaken.dose
    assert outcome is not None
    assert outcome.state is S.UNKNOWN


async def test_a_pause_that_runs_ends_there_and_says_nothing(store: Store, ada: Person) -> None:
    await pauses.pause(store, POLICY, ada, on("12:00"), AT, cause())
    await beat(store, on("08:00"))
    await admit(store, ada, on("08:30"))
    assert await asked_at(store, on("12:00")) == 0
    found = await doses_of(store, ada, AT)
    assert [(dose.due_at, dose.state) for dose in found] == [(on("08:00"), S.UNKNOWN)]
    held = await pauses.pause(store, POLICY, ada, on("18:00"), on("12:00"), cause())
    assert isinstance(held, InHospital)  # nothing to pause there


@on_both
async def test_an_answer_taken_back_in_hospital_opens_nothing(store: Store, ada: Person) -> None:
    await asked_at(store, on("08:00"))
    [dose, *_] = await doses_of(store, ada, AT)
    await answering.answer(store, POLICY, tapping(ada, on("08:05")), dose.id, Took(), cause())
    await admit(store, ada, on("08:10"))
    back = await undoing.undo(store, POLICY, tapping(ada, on("08:12")), undoing.Meant(), cause())
    assert isinstance(back, Recorded)
    assert back.dose is not None
    assert back.dose.state is S.UNKNOWN
    assert await asked_at(store, on("08:35")) == 0


@pytest.mark.parametrize("early", [False, True])
async def test_a_dose_corrected_in_hospital_to_not_taken_opens_nothing(
    store: Store, ada: Person, early: bool
) -> None:
    taken = on("07:45") if early else on("08:05")
    await asked_at(store, taken if early else on("08:00"))
    [dose, *_] = await doses_of(store, ada, AT)
    await answering.answer(store, POLICY, tapping(ada, taken), dose.id, Took(), cause())
    await admit(store, ada, taken + 5 * MINUTE)
    said = tapping(ada, taken + 7 * MINUTE)
    outcome = await correcting.correct(store, POLICY, said, dose.id, Correct(S.MISSED), cause())
    assert isinstance(outcome, Corrected)
    assert not outcome.reopened
    assert not outcome.can_undo
    assert (outcome.dose.state, outcome.dose.answered_at) == (S.MISSED, said.at)
    assert await asked_at(store, on("08:35")) == 0


async def test_a_list_of_doses_that_was_on_its_way_loses_its_buttons_as_it_arrives(
    store: Store, ada: Person
) -> None:
    await beat(store, on("11:00"))  # the 08:00 went by while nothing could be asked
    [letter] = await claim(store, on("11:00"))
    assert isinstance(letter.message, Offline)
    await admit(store, ada, on("11:00"))
    settled = await post.settle(store, POLICY, letter, Delivered(5), on("11:01"))
    assert [card.message_id for card in settled.older] == [5]
    [dose, *_] = await doses_of(store, ada, AT)
    assert await cards.stand(store, ada, dose.id, 7, on("11:02")) == ()


@pytest.mark.parametrize(
    "event", [Took(), Took(on("08:30")), Skip(SkipReason.OTHER), NotSure(), NotTaken()]
)
async def test_a_card_left_over_records_nothing_that_is_the_wards(
    store: Store, ada: Person, event: Event
) -> None:
    await asked_at(store, on("08:00"))
    [before, *_] = await doses_of(store, ada, AT)
    await admit(store, ada, on("08:10"))
    tap = tapping(ada, on("08:45"))
    outcome = await answering.answer(store, POLICY, tap, before.id, event, cause())
    assert isinstance(outcome, Refused)
    assert outcome.why is Reason.IN_HOSPITAL
    extra = await taking.take_extra(store, tap, on("08:40"), cause())
    assert isinstance(extra, Refused)
    assert extra.why is Reason.IN_HOSPITAL
    [after, *_] = await doses_of(store, ada, AT)
    assert (after.state, after.answered_at) == (S.UNKNOWN, None)


async def test_a_dose_taken_before_the_stay_is_still_recorded_in_it(
    store: Store, ada: Person
) -> None:
    await asked_at(store, on("08:00"))
    [dose, *_] = await doses_of(store, ada, AT)
    await admit(store, ada, on("08:10"))
    tap = tapping(ada, on("08:20"))
    outcome = await answering.answer(store, POLICY, tap, dose.id, Took(on("08:05")), cause())
    assert isinstance(outcome, Recorded)
    assert outcome.dose is not None
    assert outcome.dose.taken_at == on("08:05")


@on_both
async def test_a_dose_that_came_open_all_the_same_is_never_asked_about(
    store: Store, ada: Person
) -> None:
    await asked_at(store, on("08:00"))
    await admit(store, ada, on("08:10"))
    [dose, *_] = await doses_of(store, ada, AT)
    open_again = {"state": S.OPEN, "act_at": on("08:30")}
    await spoil(store, DoseRow, dose.id, **open_again)
    assert await asked_at(store, on("08:30")) == 0
    assert (await doses_of(store, ada, AT))[0].state is S.UNKNOWN


async def test_a_second_yes_changes_nothing(store: Store, ada: Person) -> None:
    once = cause()
    await hospital.admit(store, POLICY, ada, on("07:30"), once)
    with pytest.raises(CauseSeen):
        await hospital.admit(store, POLICY, ada, on("07:30"), once)
    again = await hospital.admit(store, POLICY, ada, on("09:00"), cause())
    assert isinstance(again, InHospital)
    assert again.life.pause is not None
    assert again.life.pause.started_at == on("07:30")


async def test_a_set_up_that_waits_is_given_up_and_the_way_home_goes_on_where_it_was(
    store: Store, ada: Person
) -> None:
    await setup.begin(store, POLICY, ada, Purpose.PLAN, AT, cause())
    await admit(store, ada, on("07:30"))
    at = on("10:00", 25)
    await setup.begin(store, POLICY, ada, Purpose.HOME, at, cause())
    slots = (("08:00", "10"), ("20:00", "10"))
    change = lambda draft: draft.with_slots(slots)  # noqa: E731
    await setup.tell(store, POLICY, ada, Question.PLAN, change, at, cause())
    again = await setup.begin(store, POLICY, ada, Purpose.HOME, at + MINUTE, cause())
    assert again.draft.slots == slots
    assert again.draft.purpose is Purpose.HOME


async def test_who_has_no_plan_has_nothing_to_stop(store: Store) -> None:
    ben = await people.meet(store, 9, "Ben", None, "en", AT)
    assert isinstance(await hospital.admit(store, POLICY, ben, AT, cause()), NoPlan)
    assert isinstance(await hospital.ask_hospital(store, ben, AT), NoPlan)
    assert await plans.show(store, ben.id, AT) is None


async def test_doses_unknown_before_the_stay_are_asked_about_after_it(
    store: Store, ada: Person
) -> None:
    await pauses.pause(store, POLICY, ada, on("11:00"), AT, cause())
    await beat(store, on("10:00"))
    outcome = await pauses.resume(store, POLICY, ada, None, on("10:30"), cause())
    assert isinstance(outcome.over, PauseOver)  # type: ignore[union-attr]
    await admit(store, ada, on("13:00"))
    await home(store, ada, on("15:00"), LastDose.UNSURE)
    left = await history.unanswered(store, ada.id, on("15:00"))
    assert [dose.due_at for dose in left] == [on("08:00")]
