"""The set-up as use cases: consent first, stale answers change nothing, one confirmation counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from bot.domain.choices import choose
from bot.domain.outcomes import Asked, NothingAsked, Started
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.setup import Candidate, Draft, LastDose, Purpose, Question
from bot.domain.terms import Kidney
from bot.storage import people as rows
from bot.storage.store import Cause, CauseSeen, Store
from bot.usecases import people, plans, setup, setup_waiting
from tests.databases import on_both
from tests.usecases.patients import doses_of

AT = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
POLICY = Policy()
BERLIN = Candidate("Europe/Berlin", "DE", "Berlin, Germany")
SLOTS = (("08:00", "10"), ("14:00", "10"), ("22:00", "10"))
PLACE = {
    "zone": BERLIN.zone,
    "label": BERLIN.label,
    "zone_right": True,
    "country": "DE",
    "country_right": True,
}
_numbers = count()


def cause() -> Cause:
    return Cause(f"update:{next(_numbers)}", AT)


@pytest.fixture
async def ada(store: Store) -> Person:
    """Somebody who has just written."""
    return await people.meet(store, 1, "Ada", None, "en", AT)


async def again(store: Store, person: Person) -> Person:
    """The person as they are now."""
    return await store.read(lambda conn: rows.get(conn, person.id))


async def tell(
    store: Store, person: Person, question: Question, stamp: str = "", **told: object
) -> Asked | NothingAsked:
    def change(draft: Draft) -> Draft:
        return replace(draft, **told)  # type: ignore[arg-type]

    return await setup.tell(store, POLICY, person, question, change, AT, cause(), stamp)


async def to_echo(store: Store, person: Person, **other: object) -> tuple[Person, Asked]:
    """All is told, in the order of the questions."""
    await setup.begin(store, POLICY, person, Purpose.START, AT, cause())
    await setup.consent(store, POLICY, person, AT, cause())
    person = await again(store, person)
    for question, told in (
        (Question.GATE, {"gate": True}),
        (Question.KIDNEY, {"kidney": Kidney.NO}),
        (Question.PLACE, PLACE),
        (Question.PLAN, {"slots": SLOTS}),
        (Question.STRENGTHS, {"strengths": ("10",), "strengths_right": True}),
        (Question.LAST_DOSE, {"last_taken": LastDose.UNSURE, **other}),
    ):
        asked = await tell(store, person, question, **told)
    assert isinstance(asked, Asked)
    return person, asked


async def test_nothing_can_be_told_before_consent(store: Store, ada: Person) -> None:
    asked = await setup.begin(store, POLICY, ada, Purpose.START, AT, cause())
    assert asked.question is Question.CONSENT
    assert await tell(store, ada, Question.CONSENT, gate=True) == NothingAsked()
    assert await tell(store, ada, Question.GATE, gate=True) == NothingAsked()
    assert await setup.confirm(store, POLICY, ada, AT, cause()) == NothingAsked()
    waiting = await setup_waiting.waiting(store, POLICY, ada, AT)
    assert isinstance(waiting, Asked)
    assert waiting.draft == Draft()
    person = await again(store, ada)
    assert (person.consented_at, person.country, person.kidney) == (None, None, None)


async def test_the_first_consent_is_the_one_that_is_kept(store: Store, ada: Person) -> None:
    await setup.begin(store, POLICY, ada, Purpose.START, AT, cause())
    await setup.consent(store, POLICY, ada, AT, cause())
    person = await again(store, ada)
    await setup.consent(store, POLICY, person, AT + timedelta(hours=1), cause())
    assert (await again(store, ada)).consented_at == AT


async def test_agreeing_once_more_begins_nothing_anew_for_who_has_a_plan(
    store: Store, ada: Person
) -> None:
    person, _ = await to_echo(store, ada)
    await setup.confirm(store, POLICY, person, AT, cause())
    person = await again(store, ada)
    assert await setup.consent(store, POLICY, person, AT, cause()) == NothingAsked()
    assert await setup_waiting.waiting(store, POLICY, person, AT) is None


async def test_one_confirmation_makes_one_version_and_a_second_changes_nothing(
    store: Store, ada: Person
) -> None:
    person, echo = await to_echo(store, ada)
    assert echo.question is Question.ECHO
    started = await setup.confirm(store, POLICY, person, AT, cause())
    assert isinstance(started, Started)
    assert started.version == 1
    planned = await doses_of(store, person, AT)
    assert await setup.confirm(store, POLICY, person, AT, cause()) == NothingAsked()
    assert await doses_of(store, person, AT) == planned
    person = await again(store, ada)
    assert (person.zone, person.country, person.kidney) == ("Europe/Berlin", "DE", Kidney.NO)
    view = await plans.show(store, person.id, AT)
    assert view is not None
    assert view.version == 1


async def test_the_same_update_twice_counts_once(store: Store, ada: Person) -> None:
    person, _ = await to_echo(store, ada)
    same = cause()
    await setup.confirm(store, POLICY, person, AT, same)
    with pytest.raises(CauseSeen):
        await setup.confirm(store, POLICY, person, AT, same)


@on_both
async def test_an_older_echo_confirms_nothing(store: Store, ada: Person) -> None:
    person, old = await to_echo(store, ada)
    new = await setup.tell(
        store,
        POLICY,
        person,
        Question.ECHO,
        lambda draft: draft.with_slots((("08:00", "20"), ("20:00", "20"))),
        AT,
        cause(),
    )
    assert isinstance(new, Asked)
    stale = await setup.confirm(store, POLICY, person, AT, cause(), old.draft.stamp)
    assert isinstance(stale, Asked)
    assert stale.draft == new.draft
    assert await plans.show(store, person.id, AT) is None
    right = await setup.confirm(store, POLICY, person, AT, cause(), new.draft.stamp)
    assert isinstance(right, Started)


async def test_an_answer_to_a_question_that_waits_no_longer_changes_nothing(
    store: Store, ada: Person
) -> None:
    person, echo = await to_echo(store, ada)
    for question in setup.SETUP - {Question.ECHO}:
        asked = await tell(store, person, question, slots=(("08:00", "100"),))
        assert isinstance(asked, Asked)
        assert asked.draft == echo.draft, question
    asked = await tell(store, person, Question.ECHO, "00000000", slots=(("08:00", "100"),))
    assert isinstance(asked, Asked)
    assert asked.draft == echo.draft


async def test_a_last_dose_in_the_future_is_not_taken(store: Store, ada: Person) -> None:
    soon = (AT + timedelta(minutes=1)).isoformat()
    _, asked = await to_echo(store, ada, last_taken=soon)
    assert asked.question is Question.LAST_DOSE
    assert asked.draft.last_taken is None
    now = await tell(store, await again(store, ada), Question.LAST_DOSE, last_taken=AT.isoformat())
    assert isinstance(now, Asked)
    assert now.question is Question.ECHO


async def test_confirming_before_all_is_told_asks_what_is_missing(
    store: Store, ada: Person
) -> None:
    await setup.begin(store, POLICY, ada, Purpose.START, AT, cause())
    await setup.consent(store, POLICY, ada, AT, cause())
    person = await again(store, ada)
    asked = await setup.confirm(store, POLICY, person, AT, cause())
    assert isinstance(asked, Asked)
    assert asked.question is Question.GATE
    assert await plans.show(store, person.id, AT) is None


async def test_a_set_up_broken_off_goes_on_and_a_cancelled_one_begins_anew(
    store: Store, ada: Person
) -> None:
    person, echo = await to_echo(store, ada)
    later = AT + timedelta(days=1)
    on = await setup.begin(store, POLICY, person, Purpose.START, later, cause())
    assert (on.question, on.draft) == (Question.ECHO, echo.draft)
    assert await setup_waiting.cancel(store, POLICY, person, AT, cause())
    assert not await setup_waiting.cancel(store, POLICY, person, AT, cause())
    new = await setup.begin(store, POLICY, person, Purpose.START, later, cause())
    assert (new.question, new.draft) == (Question.GATE, Draft())


async def test_who_sets_up_says_when_they_confirm_where_it_starts(
    store: Store, ada: Person
) -> None:
    person, echo = await to_echo(store, ada)
    assert echo.preview is not None
    assert echo.preview.doses[0].due_at == AT + timedelta(hours=1, minutes=30)
    late = AT + timedelta(hours=1, minutes=31)  # just past the 14:00 slot
    started = await setup.confirm(store, POLICY, person, late, cause())
    assert isinstance(started, Started)
    first = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)
    assert started.preview.doses[0].due_at == first
    assert (await doses_of(store, person, AT))[0].due_at == first


async def test_a_zone_keeps_the_plan_and_a_plan_keeps_the_zone(store: Store, ada: Person) -> None:
    person, _ = await to_echo(store, ada)
    await setup.confirm(store, POLICY, person, AT, cause())
    person = await again(store, ada)
    zone = await setup.begin(store, POLICY, person, Purpose.ZONE, AT, cause())
    assert zone.question is Question.PLACE
    assert zone.draft.slots == SLOTS
    plan = await setup.begin(store, POLICY, person, Purpose.PLAN, AT, cause())
    assert plan.question is Question.PLAN
    assert (plan.draft.zone, plan.draft.strengths) == ("Europe/Berlin", ("10",))
    asked = await setup.tell(
        store,
        POLICY,
        person,
        Question.PLAN,
        lambda d: choose(d, Question.PLAN, "pick"),
        AT,
        cause(),
    )
    assert isinstance(asked, Asked)
    assert asked.question is Question.TIMES
