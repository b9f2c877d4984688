"""Signs are triaged by what is known of the person, logged, and rated: upwards only."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy import Connection

from bot.domain.contacts import ContactKind
from bot.domain.dose_events import Took
from bot.domain.marks import Mark, Told
from bot.domain.person import Person
from bot.domain.red_flags import EmergencyKind, FlagAnswer, RedFlag, Seen
from bot.domain.setup import Question
from bot.domain.stopping import StopWay
from bot.domain.symptom_views import Reported
from bot.domain.symptoms import Symptom
from bot.domain.terms import Kidney, Level, PersonId
from bot.domain.triage import Said
from bot.storage import people as people_rows
from bot.storage.store import Cause, CauseSeen, Store
from bot.usecases import contacts, profiles, questions, red_flags, stopping, symptoms
from bot.usecases.doses import answer
from bot.usecases.situation import situation_of
from tests.databases import on_both
from tests.usecases.patients import POLICY, beat, doses_of, patient, replan, tapping

S, L = Symptom, Level
T0 = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
async def ada(store: Store) -> Person:
    """On 10 mg at 08:00, 14:00 and 22:00 UTC since 07:00; no kidney disease, 08:00 taken."""
    ada = await patient(store, T0)
    await store.write(partial(people_rows.change, person=ada.id, kidney=Kidney.NO))
    await beat(store, T0 + HOUR)
    first = (await doses_of(store, ada, T0))[0]
    at = T0 + HOUR
    await answer(store, POLICY, tapping(ada, at), first.id, Took(), Cause("took", at))
    return ada


async def tell(
    store: Store, who: Person, said: Said, at: datetime = T0 + 2 * HOUR, key: str = "1"
) -> Reported:
    return await symptoms.report(store, POLICY, who, said, None, at, Cause(key, at))


async def test_a_sign_is_logged_with_its_level_and_asks_how_bad(store: Store, ada: Person) -> None:
    told = await tell(store, ada, {S.DIZZY: None})
    assert told.triage.level is told.report.level is L.PHARMACIST
    assert told.intake is not None
    assert told.intake.last_logged_at == T0 + HOUR
    assert (await symptoms.diary(store, ada, 0, T0)).reports == (told.report,)
    await tell(store, ada, {S.DIZZY: None}, key="2")
    waiting = await questions.small(store, ada)
    assert waiting is not None
    assert waiting[0] is Question.SYMPTOM_SEVERITY


async def test_the_same_update_logs_it_once(store: Store, ada: Person) -> None:
    await tell(store, ada, {S.DIZZY: 4})
    with pytest.raises(CauseSeen):
        await tell(store, ada, {S.DIZZY: 4})
    assert len((await symptoms.diary(store, ada, 0, T0)).reports) == 1


async def test_early_signs_turn_urgent_as_the_hours_without_a_dose_grow(
    store: Store, ada: Person
) -> None:
    for hours, level in ((15.9, L.CAUTION), (16, L.URGENT), (30, L.URGENT)):
        at = T0 + HOUR + hours * HOUR
        assert (await tell(store, ada, {S.SWEATING: 1}, at, f"{hours}")).triage.level is level


async def test_and_after_the_plan_was_lowered_though_every_dose_is_logged(
    store: Store, ada: Person
) -> None:
    await replan(store, ada, ("08:00", "20:00"), T0 + 2 * HOUR)
    at = T0 + 14 * HOUR  # 21:00; the new plan began at 20:00
    told = await tell(store, ada, {S.SHAKING: None, S.SWEATING: None}, at)
    assert "wd.cut_too" in told.triage.facts
    assert told.triage.level is L.URGENT


async def test_h14_what_is_not_denied_of_the_kidneys_makes_confusion_an_emergency(
    store: Store, ada: Person
) -> None:
    assert (await tell(store, ada, {S.CONFUSION: 2}, key="no")).triage.level is L.URGENT
    for answered in (Told.DECLINED, Told.YES):
        await profiles.tell(store, ada, Mark.KIDNEY, answered, Cause(f"k{answered}", T0))
        told = await tell(store, ada, {S.CONFUSION: 2}, key=answered)
        assert told.triage.card is EmergencyKind.EMERGENCY
    assert (await store.read(lambda conn: people_rows.get(conn, ada.id))).kidney is Kidney.YES


async def test_h8_a_number_lifts_the_level_and_a_smaller_one_never_lowers_it(
    store: Store, ada: Person
) -> None:
    told = await tell(store, ada, {S.HEADACHE: None})
    assert told.triage.level is L.INFO
    for severity, level in ((3, L.INFO), (9, L.PHARMACIST), (0, L.PHARMACIST)):
        rated = await symptoms.rate(
            store, POLICY, ada, told.report.id, severity, Cause(f"r{severity}", T0)
        )
        assert rated is not None
        assert rated.report.said == {S.HEADACHE: severity}
        assert rated.triage.level is rated.report.level is level
        assert (await symptoms.diary(store, ada, 0, T0)).reports == (rated.report,)


async def test_a_number_told_before_stays_and_only_the_others_get_one(
    store: Store, ada: Person
) -> None:
    told = await tell(store, ada, {S.DIZZY: 4, S.WEAK: None})
    rated = await symptoms.rate(store, POLICY, ada, told.report.id, 2, Cause("r", T0))
    assert rated is not None
    assert rated.report.said == {S.DIZZY: 4, S.WEAK: 2}


async def test_nobody_rates_or_reads_what_another_told(store: Store, ada: Person) -> None:
    ben = await patient(store, T0, 2)
    told = await tell(store, ada, {S.DIZZY: None})
    assert await symptoms.rate(store, POLICY, ben, told.report.id, 2, Cause("r", T0)) is None
    assert await symptoms.ask_rate(store, POLICY, ben, told.report.id, T0) is None
    assert await symptoms.ask_rate(store, POLICY, ada, UUID(int=3), T0) is None
    assert (await symptoms.diary(store, ben, 0, T0)).reports == ()


async def test_an_emergency_among_the_picked_is_reported_before_done(
    store: Store, ada: Person
) -> None:
    picked = (S.DIZZY, S.CHEST_PAIN)
    chosen = await symptoms.choose(store, POLICY, ada, picked, "1ab", T0, Cause("c", T0))
    assert chosen.reported is not None
    assert chosen.reported.triage.card is EmergencyKind.EMERGENCY
    assert await questions.small(store, ada) is None
    chosen = await symptoms.choose(store, POLICY, ada, picked[:1], "1a", T0, Cause("d", T0))
    assert chosen.reported is None
    assert await questions.small(store, ada) == (Question.SYMPTOM, "1a")


async def test_another_question_goes_on_waiting(store: Store, ada: Person) -> None:
    await questions.ask_taper(store, ada, T0)
    await tell(store, ada, {S.DIZZY: None})
    assert await questions.small(store, ada) == (Question.TAPER_REASON, "")


@pytest.mark.parametrize("asked_between", [False, True])
async def test_what_picking_signs_interrupts_goes_on_after_them(
    store: Store, ada: Person, asked_between: bool
) -> None:
    await (
        symptoms.diary(store, ada, 0, T0) if asked_between else questions.ask_city(store, ada, T0)
    )
    for n, state in enumerate(("0", "3", "3r")):
        await symptoms.choose(store, POLICY, ada, (), state, T0, Cause(f"pick{n}", T0))
        found = await questions.small(store, ada)
        assert found is not None
        assert (found[0], symptoms.own_part(found[1])) == (Question.SYMPTOM, state)
    if asked_between:
        await questions.ask_city(store, ada, T0)
    told = await tell(store, ada, {S.DIZZY: None})
    assert await questions.small(store, ada) == (Question.CITY, "")
    which = told.report.id
    await symptoms.ask_rate(store, POLICY, ada, which, T0, asked=True)
    found = await questions.small(store, ada)
    assert found is not None
    assert symptoms.is_asked(found[1])
    assert symptoms.report_of(found[1]) == which
    await symptoms.rate(store, POLICY, ada, which, 4, Cause("rate", T0))
    assert await questions.small(store, ada) == (Question.CITY, "")


@pytest.mark.parametrize("asked", [False, True])
async def test_rating_signs_told_before_takes_the_stop_guard_from_nobody(
    store: Store, ada: Person, asked: bool
) -> None:
    which = (await tell(store, ada, {S.DIZZY: None})).report.id
    await stopping.begin(store, POLICY, ada, StopWay.SAID, None, None, T0, Cause("stop", T0))
    guard = await questions.small(store, ada)
    assert guard is not None
    assert guard[0] is Question.STOP
    if asked:
        await symptoms.ask_rate(store, POLICY, ada, which, T0, asked=True)
    else:
        await symptoms.ask_rate(store, POLICY, ada, which, T0)
        assert await questions.small(store, ada) == guard
    await symptoms.rate(store, POLICY, ada, which, 4, Cause("rate", T0))
    assert await questions.small(store, ada) == guard


async def test_the_numbers_kept_come_with_the_answer(store: Store, ada: Person) -> None:
    kept = await contacts.put(
        store, ada, ContactKind.PHARMACY, "Park Pharmacy", "555 0100", Cause("p", T0)
    )
    assert (await tell(store, ada, {S.DIZZY: 1})).contacts == kept
    kept = await contacts.put(store, ada, ContactKind.PHARMACY, "", "555 0101", Cause("q", T0))
    assert kept[ContactKind.PHARMACY].name == "Park Pharmacy"


@on_both
async def test_without_any_dose_logged_nobody_is_reassured(store: Store) -> None:
    ben = await patient(store, T0, 2)
    await store.write(partial(people_rows.change, person=ben.id, kidney=Kidney.NO))
    assert (await tell(store, ben, {S.POOR_SLEEP: None})).triage.level is L.URGENT


async def test_the_worst_of_the_last_day_is_known_for_whoever_wants_to_stop(
    store: Store, ada: Person
) -> None:
    assert await symptoms.worst(store, ada, T0) is None
    await tell(store, ada, {S.FAINTED: 1}, T0, "1")
    await tell(store, ada, {S.DIZZY: 1}, T0 + HOUR, "2")
    assert await symptoms.worst(store, ada, T0 + HOUR) is L.URGENT
    assert await symptoms.worst(store, ada, T0 + DAY + HOUR) is L.PHARMACIST


async def test_marks_are_told_changed_and_declined(store: Store, ada: Person) -> None:
    for answered in Told:
        marks = await profiles.tell(store, ada, Mark.EPILEPSY, answered, Cause(answered, T0))
        assert marks.told == {Mark.KIDNEY: Told.NO, Mark.EPILEPSY: answered}
        assert await profiles.marks(store, ada) == marks


async def test_the_situation_of_somebody_without_a_plan_is_unknown(store: Store) -> None:
    new = PersonId(UUID(int=99))

    def work(conn: Connection) -> bool:
        people_rows.add(conn, new, 9, None, None, "en", T0)
        person = people_rows.get(conn, new)
        return situation_of(conn, person, T0).is_without_dose(POLICY)

    assert await store.write(work)


async def test_h8_a_typed_sign_is_triaged_by_what_is_known_of_the_person_too(
    store: Store, ada: Person
) -> None:
    confused = Seen(frozenset((RedFlag.CONFUSION,)))

    async def kind(who: Person, seen: Seen, at: datetime) -> EmergencyKind | None:
        raised = await red_flags.prepare(store, POLICY, who, seen, at, at)
        return None if raised.card is None else raised.card.kind

    soon, late = T0 + 2 * HOUR, T0 + 20 * HOUR
    now = await store.read(lambda conn: people_rows.get(conn, ada.id))
    assert await kind(now, confused, soon) is None
    assert await kind(now, confused, late) is EmergencyKind.EMERGENCY
    assert await kind(now, replace(confused, other=True), late) is None
    await profiles.tell(store, ada, Mark.KIDNEY, Told.DECLINED, Cause("k", T0))
    now = await store.read(lambda conn: people_rows.get(conn, ada.id))
    assert await kind(now, confused, soon) is EmergencyKind.EMERGENCY


async def test_a_typed_red_flag_of_ones_own_stands_in_the_diary(store: Store, ada: Person) -> None:
    for n, (flag, other, level) in enumerate(
        (
            (RedFlag.SEIZURE, False, L.EMERGENCY),
            (RedFlag.MOOD, False, L.URGENT),
            (RedFlag.SEIZURE, True, None),
            (RedFlag.SELF_HARM, False, None),
            (RedFlag.PUMP, False, None),
        )
    ):
        before = (await symptoms.diary(store, ada, 0, T0)).reports
        seen = Seen(frozenset((flag,)), other)
        raised = await red_flags.prepare(store, POLICY, ada, seen, T0, T0)
        cause = Cause(f"flag{n}", T0 + n * HOUR)
        await red_flags.keep(store, ada, raised, cause.at, cause, arrived=True)
        after = (await symptoms.diary(store, ada, 0, T0)).reports
        assert len(after) - len(before) == (level is not None)
        assert level is None or after[0].level is level


async def test_a_thought_of_self_harm_that_was_tapped_stands_there_no_more_than_a_typed_one(
    store: Store, ada: Person
) -> None:
    said = {S.SELF_HARM: None, S.MOOD: 4}
    told = await symptoms.report(store, POLICY, ada, said, "words", T0, Cause("mood", T0))
    assert told.triage.card is EmergencyKind.SELF_HARM
    (kept,) = (await symptoms.diary(store, ada, 0, T0)).reports
    assert (kept.said, kept.words, kept.level) == ({S.MOOD: 4}, None, L.EMERGENCY)
    told = await tell(store, ada, {S.SELF_HARM: None})
    assert told.flag is not None
    assert (await symptoms.diary(store, ada, 0, T0)).reports == (kept,)
    assert await symptoms.worst(store, ada, T0 + 2 * DAY) is None
    assert await symptoms.worst(store, ada, T0 + 2 * HOUR) is L.EMERGENCY


async def test_an_emergency_that_was_tapped_is_on_record_for_its_answer(
    store: Store, ada: Person
) -> None:
    told = await tell(store, ada, {S.CHEST_PAIN: None})
    assert told.flag is not None
    answered = await red_flags.answer(
        store, ada, told.flag, FlagAnswer.CALLED, T0 + 3 * HOUR, Cause("called", T0)
    )
    assert answered.kind is EmergencyKind.EMERGENCY
    assert (await tell(store, ada, {S.DIZZY: 1}, key="2")).flag is None


def test_the_card_is_known_by_the_signs_alone_where_nothing_can_be_read() -> None:
    for said, card in (
        (S.CHEST_PAIN, EmergencyKind.EMERGENCY),
        (S.SELF_HARM, EmergencyKind.SELF_HARM),
        (S.CONFUSION, EmergencyKind.EMERGENCY),  # nobody knows about the kidneys
        (S.DIZZY, None),
    ):
        assert symptoms.card_by_signs(POLICY, {said: None}) is card
