"""Correcting the log: the truth is appended, the mistake stays, and what is odd is asked first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import select

from bot.domain.dose import Dose
from bot.domain.dose_events import Correct, Event, NotSure, Reason, Took
from bot.domain.outcomes import AskExtra, Corrected, CorrectOutcome, Refused, WhichCorrected
from bot.domain.person import Person
from bot.domain.terms import AnswerDoor, AnswerKind, DoseState
from bot.storage.rows import AnswerRow
from bot.storage.store import Cause, CauseSeen, Store
from bot.usecases import correcting, doses, history, taking, undoing
from bot.usecases.undoing import Meant
from tests.databases import on_both
from tests.usecases.patients import POLICY, beat, doses_of, patient, tapping

AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # THRICE: 08:00, 14:00 and 22:00 UTC
EVENING = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
S = DoseState
_numbers = count()


def on(clock: str, day: int = 23) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day}T{clock}:00+00:00")


def cause() -> Cause:
    return Cause(f"update:{next(_numbers)}", AT)


@pytest.fixture
async def ada(store: Store) -> Person:
    """Somebody at 21:00, whose 08:00 and 14:00 doses are closed and not known."""
    person = await patient(store, AT)
    for clock in ("08:00", "09:30", "14:00", "16:00"):
        await beat(store, on(clock))
    return person


async def dose_at(store: Store, person: Person, when: datetime) -> Dose:
    return next(each for each in await doses_of(store, person, AT) if each.due_at == when)


async def say(store: Store, person: Person, when: datetime, event: Event, at: datetime) -> None:
    """An answer to the dose due then."""
    dose = await dose_at(store, person, when)
    await doses.answer(store, POLICY, tapping(person, at), dose.id, event, cause())


async def correct(
    store: Store,
    person: Person,
    when: datetime,
    truth: DoseState,
    taken_at: datetime | None = None,
    at: datetime = EVENING,
) -> CorrectOutcome:
    dose = await dose_at(store, person, when)
    event = Correct(truth, taken_at)
    return await correcting.correct(store, POLICY, tapping(person, at), dose.id, event, cause())


async def record(store: Store) -> list[tuple[str, str, bool]]:
    """Every answer there is: its kind, its door, and whether it was in error."""
    query = select(AnswerRow.kind, AnswerRow.door, AnswerRow.in_error_at).order_by(
        AnswerRow.at, AnswerRow.in_error_at.is_(None)
    )
    return await store.read(
        lambda conn: [(kind, door, error is not None) for kind, door, error in conn.execute(query)]
    )


async def test_the_truth_is_appended_and_the_mistake_stays_in_the_record(
    store: Store, ada: Person
) -> None:
    await say(store, ada, on("08:00"), NotSure(), on("10:00"))
    outcome = await correct(store, ada, on("08:00"), S.TAKEN, on("08:20"))
    assert isinstance(outcome, Corrected)
    assert (outcome.before.state, outcome.dose.state) == (S.UNKNOWN, S.TAKEN)
    assert outcome.dose.taken_at == on("08:20")
    await correct(store, ada, on("08:00"), S.SKIPPED, at=EVENING + MINUTE)
    assert await record(store) == [
        (AnswerKind.NOT_SURE, AnswerDoor.TAP, True),
        (AnswerKind.TAKEN, AnswerDoor.LOG, True),
        (AnswerKind.SKIPPED, AnswerDoor.LOG, False),
    ]
    log = await history.log(store, POLICY, ada.id, EVENING, 0)
    assert log.corrected == {(await dose_at(store, ada, on("08:00"))).id}
    assert (log.sum.taken, log.sum.known) == (0, 1)


async def test_the_same_update_corrects_once(store: Store, ada: Person) -> None:
    dose, same = await dose_at(store, ada, on("08:00")), cause()
    event, saying = Correct(S.TAKEN, on("08:20")), tapping(ada, EVENING)
    await correcting.correct(store, POLICY, saying, dose.id, event, same)
    with pytest.raises(CauseSeen):
        await correcting.correct(store, POLICY, saying, dose.id, event, same)
    assert len(await record(store)) == 1


@on_both
async def test_not_taken_inside_the_window_is_open_again_and_asked_on(store: Store) -> None:
    bo = await patient(store, AT, 2)
    await beat(store, on("08:00"))
    await say(store, bo, on("08:00"), Took(), on("08:05"))
    outcome = await correct(store, bo, on("08:00"), S.MISSED, at=on("08:20"))
    assert isinstance(outcome, Corrected)
    assert (outcome.reopened, outcome.can_undo) == (True, False)
    assert outcome.dose.act_at == on("08:50")
    assert [kind for kind, _, error in await record(store) if not error] == [AnswerKind.UNDONE]


@on_both
async def test_undo_takes_a_correction_back_by_the_rule_for_any_answer(
    store: Store, ada: Person
) -> None:
    first = await correct(store, ada, on("08:00"), S.TAKEN, on("08:20"))
    assert isinstance(first, Corrected)
    assert not first.can_undo  # 14:00 has come since
    last = await correct(store, ada, on("14:00"), S.TAKEN, on("14:20"), at=EVENING + MINUTE)
    assert isinstance(last, Corrected)
    assert last.can_undo
    saying = tapping(ada, EVENING + 2 * MINUTE)
    await undoing.undo(store, POLICY, saying, Meant(last.dose.id, last.dose.version), cause())
    assert (await dose_at(store, ada, on("14:00"))).state is S.UNKNOWN
    log = await history.log(store, POLICY, ada.id, EVENING, 0)
    assert log.corrected == {first.dose.id}


async def test_a_correction_of_an_answer_is_not_undone_as_that_would_not_come_back(
    store: Store,
) -> None:
    bo = await patient(store, AT, 2)
    await beat(store, on("08:00"))
    await say(store, bo, on("08:00"), Took(), on("08:05"))
    wrong = await correct(store, bo, on("08:00"), S.SKIPPED, at=on("08:06"))
    assert isinstance(wrong, Corrected)
    assert not wrong.can_undo
    typed, tapped = Meant(), Meant(wrong.dose.id, wrong.dose.version)
    for meant in (typed, tapped):
        outcome = await undoing.undo(store, POLICY, tapping(bo, on("08:07")), meant, cause())
        assert isinstance(outcome, Refused)
        assert outcome.why is Reason.NOT_LATEST
    assert (await dose_at(store, bo, on("08:00"))).state is S.SKIPPED
    right = await correct(store, bo, on("08:00"), S.TAKEN, on("08:05"), at=on("08:08"))
    assert isinstance(right, Corrected)


async def test_near_another_dose_it_is_asked_whether_it_is_one_more(
    store: Store, ada: Person
) -> None:
    await correct(store, ada, on("08:00"), S.TAKEN, on("11:30"))
    asked = await correct(store, ada, on("14:00"), S.TAKEN, on("13:00"))
    assert isinstance(asked, AskExtra)
    assert (asked.other_taken_at, asked.taken_at) == (on("11:30"), on("13:00"))
    assert (await dose_at(store, ada, on("14:00"))).state is S.UNKNOWN
    dose = await dose_at(store, ada, on("14:00"))
    saying = tapping(ada, EVENING).confirming()
    event = Correct(S.TAKEN, on("13:00"))
    outcome = await correcting.correct(store, POLICY, saying, dose.id, event, cause())
    assert isinstance(outcome, Corrected)
    assert outcome.extra


async def test_the_minute_of_another_dose_is_a_repeat(store: Store, ada: Person) -> None:
    await correct(store, ada, on("08:00"), S.TAKEN, on("12:30"))
    again = await correct(store, ada, on("14:00"), S.TAKEN, on("12:30"))
    assert isinstance(again, Refused)
    assert again.why is Reason.REPEAT
    await taking.take_extra(store, tapping(ada, EVENING), on("17:00"), cause())
    again = await correct(store, ada, on("14:00"), S.TAKEN, on("17:00"))
    assert isinstance(again, Refused)
    assert again.why is Reason.REPEAT


async def test_a_time_past_the_next_dose_or_before_its_own_span_asks_which_it_was(
    store: Store, ada: Person
) -> None:
    late = await correct(store, ada, on("08:00"), S.TAKEN, on("14:10"))
    assert isinstance(late, WhichCorrected)
    assert [each.due_at for each in late.doses] == [on("08:00"), on("14:00")]
    early = await correct(store, ada, on("14:00"), S.TAKEN, on("08:10"))
    assert isinstance(early, WhichCorrected)
    assert [each.due_at for each in early.doses] == [on("08:00"), on("14:00")]
    before_all = await correct(store, ada, on("08:00"), S.TAKEN, on("03:00"))
    assert isinstance(before_all, Refused)
    assert before_all.why is Reason.TOO_EARLY
    dose = await dose_at(store, ada, on("08:00"))
    named = tapping(ada, EVENING).naming()
    event = Correct(S.TAKEN, on("14:10"))
    outcome = await correcting.correct(store, POLICY, named, dose.id, event, cause())
    assert isinstance(outcome, Corrected)
    afternoon = await dose_at(store, ada, on("14:00"))
    long_before = Correct(S.TAKEN, on("10:30"))  # it was that one: the person has said so twice
    outcome = await correcting.correct(store, POLICY, named, afternoon.id, long_before, cause())
    assert isinstance(outcome, AskExtra | Corrected)


async def test_before_a_dose_taken_later_it_asks_which_it_was(store: Store, ada: Person) -> None:
    await correct(store, ada, on("08:00"), S.TAKEN, on("13:30"))
    asked = await correct(store, ada, on("14:00"), S.TAKEN, on("12:30"))
    assert isinstance(asked, WhichCorrected)


async def test_only_ones_own_closed_doses_of_the_last_90_days_are_corrected(
    store: Store, ada: Person
) -> None:
    bo = await patient(store, AT, 2)
    hers = await dose_at(store, ada, on("08:00"))
    event = Correct(S.TAKEN, on("08:20"))
    stranger = tapping(bo, EVENING)
    outcome = await correcting.correct(store, POLICY, stranger, hers.id, event, cause())
    assert outcome == replace(Refused(Reason.NOT_YOURS, None, None), next=outcome.next)  # type: ignore[union-attr]
    old = await correct(store, ada, on("08:00"), S.TAKEN, on("08:20"), at=on("08:01") + 90 * DAY)
    assert isinstance(old, Refused)
    assert old.why is Reason.TOO_OLD
    planned = await correct(store, ada, on("22:00"), S.TAKEN, on("20:30"))
    assert isinstance(planned, Refused)
    assert planned.why is Reason.TOO_EARLY
    assert await record(store) == []


async def test_the_days_go_back_as_far_as_may_be_corrected_page_by_page(
    store: Store, ada: Person
) -> None:
    days = await correcting.days(store, POLICY, ada.id, EVENING, 0)
    assert (days.days, days.has_older) == ((AT.date(),), False)
    week_on = await correcting.days(store, POLICY, ada.id, EVENING + 7 * DAY, 0)
    assert (week_on.days, week_on.has_older) == ((), True)
    back = await correcting.days(store, POLICY, ada.id, EVENING + 7 * DAY, 1)
    assert back.days == (AT.date(),)
    for later, found in ((90 * DAY - DAY, 2), (91 * DAY, 0)):
        doses_then = await correcting.of_day(store, POLICY, ada.id, EVENING + later, AT.date())
        assert len(doses_then) == found
