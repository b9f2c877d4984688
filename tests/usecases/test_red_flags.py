"""A red flag as a use case: what is kept, the card with what the log says, its answers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from bot.domain.dose_events import Took
from bot.domain.person import Person
from bot.domain.red_flags import (
    EmergencyKind,
    FlagAnswer,
    Intake,
    Measure,
    Raised,
    RedFlag,
    RedFlagAlert,
    Seen,
    alert,
)
from bot.domain.setup import Draft, Question
from bot.domain.terms import Kidney, Level, RedFlagId
from bot.storage import people as rows
from bot.storage import questions
from bot.storage.rows import RedFlagRow
from bot.storage.store import Cause, CauseSeen, Store
from bot.usecases import doses as answering
from bot.usecases import people, post, red_flags, symptoms
from bot.usecases.post import Delivered, NotSent
from bot.usecases.red_flags import Answered
from tests.databases import on_both
from tests.usecases.patients import POLICY, beat, claim, doses_of, patient, tapping

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
SEIZURE = Seen(frozenset({RedFlag.SEIZURE}))
TEN = Decimal(10)


@pytest.fixture
async def ada(store: Store) -> Person:
    """Somebody on 10 mg three times a day, whose 08:00 dose was taken at 08:04."""
    person = await patient(store, AT - HOUR)
    await beat(store, AT)
    at = AT + 4 * MINUTE
    first = (await doses_of(store, person, AT))[0]
    await answering.answer(store, POLICY, tapping(person, at), first.id, Took(), Cause("t", at))
    for letter in await claim(store, AT):
        await post.settle(store, POLICY, letter, Delivered(1), AT)
    return person


async def raised(
    store: Store,
    person: Person,
    seen: Seen = SEIZURE,
    at: datetime = AT + HOUR,
    key: str = "u1",
    *,
    arrived: bool = True,
) -> Raised:
    said = await red_flags.prepare(store, POLICY, person, seen, at, at)
    await red_flags.keep(store, person, said, at, Cause(key, at), arrived=arrived)
    return said


async def kept(store: Store) -> list[tuple[str, str | None]]:
    query = select(RedFlagRow.kind, RedFlagRow.answer).order_by(RedFlagRow.at)
    return await store.read(lambda conn: [(r.kind, r.answer) for r in conn.execute(query)])


async def changed(store: Store, person: Person, **values: Any) -> Person:
    await store.write(lambda conn: rows.change(conn, person.id, **values))
    return await people.get(store, person.id)


async def test_the_card_says_what_the_plan_and_the_log_say(store: Store, ada: Person) -> None:
    card = (await raised(store, ada)).card
    assert card is not None
    assert card.kind is EmergencyKind.EMERGENCY
    assert card.intake == Intake((TEN, TEN, TEN), AT + 4 * MINUTE)
    assert await kept(store) == [("emergency", None)]


async def test_h5_one_of_somebody_else_who_may_be_the_patient_holds_the_stop_guard_back_too(
    store: Store, ada: Person
) -> None:
    said = await raised(store, ada, Seen(frozenset({RedFlag.SEIZURE}), other=True))
    assert (await symptoms.diary(store, ada, 0, AT)).reports == ()
    assert await symptoms.worst(store, ada, AT + 2 * HOUR) is Level.EMERGENCY
    no = Cause("no", AT + HOUR)
    await red_flags.answer(store, ada, said.id, FlagAnswer.NOT_EMERGENCY, no.at, no)
    assert await symptoms.worst(store, ada, AT + 2 * HOUR) is None


async def test_whoever_has_no_plan_gets_a_card_without_one(store: Store) -> None:
    ben = await people.meet(store, 2, "Ben", None, "en", AT)
    said = await raised(store, ben)
    assert said.card is not None
    assert said.card.intake is None


async def test_h9_in_an_unfinished_set_up_the_country_and_the_kidneys_told_so_far_count(
    store: Store,
) -> None:
    ben = await people.meet(store, 2, "Ben", None, "en", AT)
    draft = Draft(country="FR", kidney=Kidney.YES)
    await store.write(lambda conn: questions.ask(conn, ben.id, Question.PLAN, draft.to_text(), AT))
    said = await raised(store, ben, Seen(frozenset({RedFlag.CONFUSION})))
    assert said.country == "FR"
    assert said.card is not None
    assert said.card.kind is EmergencyKind.EMERGENCY


@on_both
async def test_before_the_consent_nothing_is_kept_but_that_it_was_answered(store: Store) -> None:
    ben = await people.meet(store, 2, "Ben", None, "en", AT)
    said = await raised(store, ben)
    assert said.id is None
    assert await kept(store) == []
    assert await claim(store, AT + 2 * HOUR) == ()
    with pytest.raises(CauseSeen):
        await raised(store, ben)


@pytest.mark.parametrize(
    ("flags", "kidney", "stopped", "kind"),
    [
        ({RedFlag.SEIZURE}, Kidney.NO, False, EmergencyKind.EMERGENCY),
        ({RedFlag.OVERDOSE}, Kidney.NO, False, EmergencyKind.OVERDOSE),
        ({RedFlag.OVERDOSE, RedFlag.BREATHING}, Kidney.NO, False, EmergencyKind.EMERGENCY),
        ({RedFlag.OVERDOSE, RedFlag.SELF_HARM}, Kidney.NO, False, EmergencyKind.SELF_HARM),
        ({RedFlag.PUMP, RedFlag.SEIZURE}, Kidney.NO, False, EmergencyKind.PUMP),
        ({RedFlag.CONFUSION}, Kidney.NO, False, None),
        ({RedFlag.CONFUSION}, Kidney.YES, False, EmergencyKind.EMERGENCY),
        ({RedFlag.CONFUSION}, None, True, EmergencyKind.EMERGENCY),
        ({RedFlag.URINE}, Kidney.DECLINED, True, EmergencyKind.EMERGENCY),
        ({RedFlag.FAINT}, Kidney.YES, True, None),
        ({RedFlag.FAINT, RedFlag.OVERDOSE}, Kidney.NO, False, EmergencyKind.OVERDOSE),
    ],
)
async def test_h14_the_highest_wins_and_kidneys_and_a_stop_lift_it(
    store: Store,
    ada: Person,
    flags: set[RedFlag],
    kidney: Kidney | None,
    stopped: bool,
    kind: EmergencyKind | None,
) -> None:
    person = await changed(store, ada, kidney=kidney)
    said = await raised(store, person, Seen(frozenset(flags), stopped=stopped))
    assert (said.card.kind if said.card else None) is kind
    assert await kept(store) == [(kind or "urgent", None)]


async def test_the_same_update_raises_it_once(store: Store, ada: Person) -> None:
    first = await raised(store, ada)
    with pytest.raises(CauseSeen):
        await raised(store, ada)
    again = await red_flags.again(store, POLICY, ada, SEIZURE, AT + HOUR)
    assert (again.id, again.card) == (first.id, first.card)
    assert len(await kept(store)) == 1


async def test_h10_a_card_that_did_not_arrive_comes_from_the_outbox_before_all_else(
    store: Store, ada: Person
) -> None:
    said = await raised(store, ada, arrived=False)
    [letter] = await claim(store, AT + HOUR)
    assert isinstance(letter.message, Raised)
    assert (letter.message.id, letter.message.card) == (said.id, said.card)
    assert not letter.silent
    await post.settle(store, POLICY, letter, NotSent(), AT + HOUR + SECOND)
    [letter] = await claim(store, AT + HOUR + 10 * SECOND)
    await post.settle(store, POLICY, letter, Delivered(9), AT + HOUR + 11 * SECOND)
    assert await claim(store, AT + 2 * HOUR) == ()


async def test_a_card_that_arrived_is_not_sent_again(store: Store, ada: Person) -> None:
    await raised(store, ada)
    assert await claim(store, AT + 2 * HOUR) == ()


@pytest.mark.parametrize("what", [FlagAnswer.CALLED, FlagAnswer.NOT_EMERGENCY])
async def test_a_card_that_was_answered_is_not_sent_any_more(
    store: Store, ada: Person, what: FlagAnswer
) -> None:
    await raised(store, ada, arrived=False)
    await red_flags.answer(store, ada, None, what, AT + HOUR, Cause("a", AT))
    assert await claim(store, AT + HOUR + MINUTE) == ()


async def test_whoever_writes_on_still_gets_a_card_that_did_not_arrive(
    store: Store, ada: Person
) -> None:
    await raised(store, ada, arrived=False)
    assert await red_flags.go_on(store, ada, AT + HOUR + SECOND)
    assert len(await claim(store, AT + HOUR + SECOND)) == 1


async def test_a_card_that_comes_late_says_when_it_was_written(store: Store, ada: Person) -> None:
    at = AT + 3 * HOUR
    said = await red_flags.prepare(store, POLICY, ada, SEIZURE, AT + HOUR, at)
    assert said.said_at == AT + HOUR
    assert (await red_flags.prepare(store, POLICY, ada, SEIZURE, at - MINUTE, at)).said_at is None


async def test_urgent_words_are_kept_and_not_sent_again(store: Store, ada: Person) -> None:
    said = await raised(store, ada, Seen(frozenset({RedFlag.FAINT})))
    assert said.card is None
    assert await kept(store) == [("urgent", None)]
    assert await claim(store, AT + 2 * HOUR) == ()
    assert not await red_flags.go_on(store, ada, AT + HOUR + SECOND)


async def test_an_answer_is_kept_for_the_card_it_names_and_for_ones_own_alone(
    store: Store, ada: Person
) -> None:
    first = await raised(store, ada)
    await raised(store, ada, Seen(frozenset({RedFlag.PUMP})), AT + 2 * HOUR, "u2")
    at = AT + 3 * HOUR
    answer = partial(red_flags.answer, store, at=at)
    called, none = FlagAnswer.CALLED, FlagAnswer.NOT_EMERGENCY
    emergency = await answer(ada, first.id, called, cause=Cause("a1", at))
    assert emergency == Answered(EmergencyKind.EMERGENCY, "DE")
    pump = await answer(ada, None, none, cause=Cause("a2", at))
    assert pump == Answered(EmergencyKind.PUMP, "DE")
    assert await kept(store) == [("emergency", "called"), ("pump", "not_emergency")]
    ben = await patient(store, AT, number=2)
    assert (await answer(ben, first.id, none, cause=Cause("a3", at))).kind is None
    assert (await kept(store))[0] == ("emergency", "called")


async def test_a_card_waits_for_an_answer_no_longer_than_to_the_next_words(
    store: Store, ada: Person
) -> None:
    assert not await red_flags.go_on(store, ada, AT)
    await raised(store, ada)
    assert await red_flags.go_on(store, ada, AT + HOUR + MINUTE)
    assert not await red_flags.go_on(store, ada, AT + HOUR + 2 * MINUTE)
    assert await kept(store) == [("emergency", "went_on")]
    await raised(store, ada, at=AT + 3 * HOUR, key="u2")
    assert not await red_flags.go_on(store, ada, AT + 5 * HOUR)  # too long ago to be meant


async def test_the_measure_is_the_plans_biggest_dose_and_its_day(store: Store, ada: Person) -> None:
    one = Measure(Decimal(1), Decimal(3), TEN, Decimal(30))
    assert await red_flags.measure(store, ada, AT) == one
    ben = await people.meet(store, 2, "Ben", None, "en", AT)
    assert await red_flags.measure(store, ben, AT) == Measure()


async def test_others_are_told_of_an_emergency_and_of_self_harm_only_by_the_persons_tap(
    store: Store, ada: Person
) -> None:
    kinds = EmergencyKind
    for kind in (kinds.EMERGENCY, kinds.PUMP, kinds.OVERDOSE):
        assert alert(ada.id, kind, AT) == RedFlagAlert(ada.id, kind, AT)
    assert alert(ada.id, kinds.SELF_HARM, AT) is None
    assert alert(ada.id, None, AT) is None
    asked = alert(ada.id, kinds.SELF_HARM, AT, by_tap=True)
    assert asked == RedFlagAlert(ada.id, kinds.SELF_HARM, AT, by_tap=True)
    assert await store.read(lambda conn: red_flags.tell(conn, asked)) == ()  # nobody is linked


async def test_a_flag_that_is_not_there_is_answered_by_nobody(store: Store, ada: Person) -> None:
    missing = RedFlagId(ada.id)
    cause = Cause("a", AT)
    answered = await red_flags.answer(store, ada, missing, FlagAnswer.CALLED, AT, cause)
    assert answered.kind is None
