"""Setting up and changing a plan or a zone: one question after another, kept between messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.domain.limits import AskedAgain, Before, asked_again, odd_gaps
from bot.domain.outcomes import Asked, NothingAsked, Preview, Started
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.setup import Draft, LastDose, Purpose, Question, next_question
from bot.domain.stopping import StopReason
from bot.storage import Connection, people, plans, questions, supplies
from bot.storage.store import Cause, Store
from bot.usecases import changing, medications, moving, stop_guard
from bot.usecases.drafting import fresh
from bot.usecases.hospital import leave, remind_of_plan
from bot.usecases.plans import current, last_known, preview, succeed

CONSENT_VERSION = 1
_ASIDE = {  # small questions, which wait beside the set-up
    *(Question.TOOK_WHEN, Question.SKIP_REASON, Question.TAPER_REASON, Question.WHICH_DOSE),
    *(Question.EXTRA_DOSE, Question.LOG_PAGE, Question.CORRECTING, Question.CITY),
    *(Question.STOP,),
    *(Question.PAUSE_END, Question.PAUSE_SURE, Question.HOSPITAL),
    *(Question.SUPPLY_COUNT, Question.SUPPLY_SURE, Question.SUPPLY_LEAD),
    *(Question.ANY_TAKEN, Question.CONTACT, Question.PROFILE, Question.ASKING, Question.MOVING),
    *(Question.SYMPTOM, Question.SYMPTOM_SEVERITY, Question.SYMPTOM_PAGE),
}
SETUP = frozenset(Question) - _ASIDE
Change = Callable[[Draft], Draft]


async def begin(
    store: Store,
    policy: Policy,
    person: Person,
    purpose: Purpose,
    at: datetime,
    cause: Cause,
    told: Change = lambda draft: draft,
) -> Asked:
    """Start asking. A set-up that was broken off goes on where it was; another knows what is told.

    `told`: a pure function of the new draft.
    """

    def work(conn: Connection) -> Asked:
        people.lock(conn, person.id)
        going = _draft(conn, person)
        anew = (Purpose.HOME, Purpose.AGAIN)
        goes_on = purpose is Purpose.START or (going is not None and going.purpose in anew)
        if purpose is Purpose.HOME:
            remind_of_plan(conn, person.id, at)
        if going is not None and goes_on:
            return ask_next(conn, policy, person, going, at)
        if purpose is Purpose.START and person.consented_at is None:
            draft = Draft()
            questions.ask(conn, person.id, Question.CONSENT, draft.to_text(), at)
            return Asked(Question.CONSENT, draft)
        return ask_next(conn, policy, person, told(fresh(conn, policy, person, purpose, at)), at)

    return await store.write(work, cause)


def _draft(conn: Connection, person: Person) -> Draft | None:
    waiting = questions.waiting(conn, person.id)
    if waiting is None or waiting.question is Question.CONSENT:
        return None
    return Draft.from_text(waiting.answers)


async def consent(
    store: Store, policy: Policy, person: Person, at: datetime, cause: Cause
) -> Asked | NothingAsked:
    """The person agrees to what is kept; only now may anything about their health be asked.

    Agreeing a second time changes nothing.
    """

    def work(conn: Connection) -> Asked | NothingAsked:
        people.lock(conn, person.id)
        if person.onboarded_at is not None:
            return NothingAsked()
        if person.consented_at is None:
            people.change(conn, person.id, consent_version=CONSENT_VERSION, consented_at=at)
        return ask_next(conn, policy, person, _draft(conn, person) or Draft(), at)

    return await store.write(work, cause)


async def tell(
    store: Store,
    policy: Policy,
    person: Person,
    question: Question,
    change: Change,
    at: datetime,
    cause: Cause,
    stamp: str = "",
) -> Asked | NothingAsked:
    """An answer to a question of the set-up, and the next question.

    `change` is a pure function of the draft. An answer to a question that no longer waits, or by
    a button under other words than those (`stamp`), changes nothing: what waits is asked again.
    """

    def work(conn: Connection) -> Asked | NothingAsked:
        people.lock(conn, person.id)
        waiting = questions.waiting(conn, person.id)
        if waiting is None or person.consented_at is None:
            return NothingAsked()
        draft = Draft.from_text(waiting.answers)
        if waiting.question is question and stamp in ("", draft.stamp):
            draft = _past(change(draft), draft, at)
        return ask_next(conn, policy, person, draft, at)

    return await store.write(work, cause)


def _past(draft: Draft, before: Draft, at: datetime) -> Draft:
    """A last dose in the future would hold the reminders back: that answer changes nothing."""
    told = draft.last_taken_at()
    return before if told is not None and told > at else draft


def ask_next(conn: Connection, policy: Policy, person: Person, draft: Draft, at: datetime) -> Asked:
    """The question that the draft leads to waits from now on."""
    asked = asked_now(conn, policy, person, draft, at)
    told = replace(draft, slipped=False)
    questions.ask(conn, person.id, asked.question, told.to_text(), at)
    if asked.question is Question.ECHO and asked.way is not None:
        stop_guard.noted(conn, policy, person.id, asked.way, at)
    return asked


def asked_now(
    conn: Connection, policy: Policy, person: Person, draft: Draft, at: datetime
) -> Asked:
    """The question that the draft leads to, and what it is about; nothing is kept."""
    slots = draft.timetable()
    again = limits_met(conn, policy, person, draft, at)
    question = next_question(draft, again, bool(slots) and odd_gaps(slots, policy))
    pending = next((amount for amount in again if amount.key not in draft.confirmed), None)
    view = _preview(conn, policy, person, draft, at) if slots and draft.zone else None
    return Asked(question, draft, view, pending)


def limits_met(
    conn: Connection, policy: Policy, person: Person, draft: Draft, at: datetime
) -> tuple[AskedAgain, ...]:
    """Every amount of the draft that is to be typed once more before it counts."""
    if not draft.slots or draft.purpose is Purpose.ZONE:
        return ()
    medication = plans.medication_of(conn, person.id)
    plan = None if medication is None else last_known(conn, medication, at)
    before = None if plan is None else Before(plan.daily_mg, plan.starts_at)
    starting = draft.last_taken == LastDose.NEVER
    country = draft.country or person.country
    return asked_again(draft.timetable(), country, before, starting, at, policy)


def _preview(
    conn: Connection, policy: Policy, person: Person, draft: Draft, at: datetime
) -> Preview:
    zone = draft.zone or person.zone or "UTC"
    told = draft.last_taken_at()
    return preview(conn, person, draft.timetable(), zone, draft.tablets(), told, at, policy)


async def confirm(
    store: Store,
    policy: Policy,
    person: Person,
    at: datetime,
    cause: Cause,
    stamp: str = "",
    reason: StopReason | None = None,
) -> Started | Asked | NothingAsked:
    """The echo is right: the plan is in force from its start on. An older echo counts for none.

    Where the first dose is no longer the one the echo showed, the echo is shown anew. `reason`:
    why it is lower, where that was said.
    """

    def work(conn: Connection) -> Started | Asked | NothingAsked:
        people.lock(conn, person.id)
        waiting = questions.waiting(conn, person.id)
        if waiting is None or person.consented_at is None:
            return NothingAsked()
        draft = Draft.from_text(waiting.answers)
        asked = asked_now(conn, policy, person, draft, at)
        then = asked_now(conn, policy, person, draft, waiting.asked_at)
        shown = asked.question is Question.ECHO and stamp in ("", draft.stamp)
        if not shown or asked.preview is None or _moved(asked, then):
            return ask_next(conn, policy, person, draft, at)
        if asked.way is not None:
            stop_guard.went_on(conn, policy, person.id, asked.way, at, reason)
        return _start(conn, policy, person, draft, asked.preview, at)

    return await store.write(work, cause)


def _moved(now: Asked, then: Asked) -> bool:
    """The echo showed another first dose: time has gone by since, and it is shown anew."""
    if now.draft.purpose is Purpose.START:
        return False  # a first plan starts with the next slot, and says so
    if now.preview is None or then.preview is None:
        return True
    return now.preview.doses[0].due_at != then.preview.doses[0].due_at


def _start(
    conn: Connection, policy: Policy, person: Person, draft: Draft, view: Preview, at: datetime
) -> Started:
    medication = plans.medication_of(conn, person.id) or medications.start(conn, person, draft, at)
    before = current(conn, medication, at)
    if draft.purpose in (Purpose.HOME, Purpose.AGAIN):
        leave(conn, person.id, at)
        plans.set_last_taken(conn, medication.id, draft.last_taken_at())
    version, where, opened = succeed(conn, person, medication, view, at, policy)
    if version == 1:
        moving.plan_questions(conn, policy, person.id, view.plan.starts_at, view.plan.zone)
    if before is not None:
        changing.keep(conn, person, medication, before, view.doses[0].due_at, at, policy)
    people.change(
        conn,
        person.id,
        zone=view.plan.zone,
        country=draft.country or person.country,
        kidney=draft.kidney or person.kidney,
        onboarded_at=person.onboarded_at or at,
    )
    questions.clear(conn, person.id)
    supplies.begin(conn, person.id, at)
    return Started(view, version, draft, where, opened)
