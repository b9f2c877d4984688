"""Answers about doses: taken, skipped, later, not sure, undone."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from bot.domain.dose import Dose
from bot.domain.dose_events import (
    Changed,
    Event,
    NotSure,
    NotTaken,
    Reason,
    Skip,
    Snooze,
    Took,
)
from bot.domain.dose_rules import apply
from bot.domain.outcomes import (
    AnswerOutcome,
    AskWhich,
    NoPlan,
    Recorded,
    Refused,
)
from bot.domain.policy import Policy
from bot.domain.terms import AnswerId, AnswerKind, DoseId, SkipReason
from bot.storage import Connection, answers, doses, people, plans
from bot.storage.answers import Answer
from bot.storage.store import Cause, Store
from bot.usecases import hospital, questions
from bot.usecases.access import authorise
from bot.usecases.cards import told_by
from bot.usecases.doubt import (
    Saying,
    doubt_about,
    not_logged,
    other_than,
)

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_KINDS: dict[type, AnswerKind] = {
    Took: AnswerKind.TAKEN,
    Skip: AnswerKind.SKIPPED,
    Snooze: AnswerKind.SNOOZED,
    NotSure: AnswerKind.NOT_SURE,
    NotTaken: AnswerKind.MISSED,
}


async def answer(
    store: Store, policy: Policy, saying: Saying, dose: DoseId, event: Event, cause: Cause
) -> AnswerOutcome:
    """What the person says about one dose. A second answer changes nothing and says so."""

    def work(conn: Connection) -> AnswerOutcome:
        people.lock(conn, saying.actor.id)
        found = doses.find(conn, dose)
        if found is None or not authorise(saying.actor.id, found.patient_id):
            return Refused(Reason.NOT_YOURS, None, doses.coming(conn, saying.actor.id, saying.at))
        return keep_question(conn, saying, record(conn, policy, saying, found, event))

    return await store.write(work, cause)


def keep_question(conn: Connection, saying: Saying, outcome: AnswerOutcome) -> AnswerOutcome:
    """What the outcome asks waits from the same transaction on."""
    questions.keep(conn, saying.actor.id, outcome, saying.at)
    return outcome


async def answer_open(
    store: Store, policy: Policy, saying: Saying, event: Event, cause: Cause
) -> AnswerOutcome:
    """A typed "skip", "snooze" or "not sure": about the open dose, or asked where it is unclear."""

    def work(conn: Connection) -> AnswerOutcome:
        patient = saying.actor.id
        people.lock(conn, patient)
        if plans.medication_of(conn, patient) is None:
            return NoPlan()
        refused = hospital.refusal(conn, saying, None, None)
        if refused is not None:
            return refused
        opened = doses.opened(conn, patient)
        if len(opened) > 1 or any(saying.was_before(each) for each in opened):
            return keep_question(conn, saying, AskWhich(opened, None, was_taken=False))
        if opened:
            return keep_question(conn, saying, record(conn, policy, saying, opened[0], event))
        asked = [each for each in not_logged(conn, saying) if each.due_at > saying.at - _DAY]
        if asked and isinstance(event, NotSure | NotTaken):
            return keep_question(conn, saying, record(conn, policy, saying, asked[-1], event))
        return Refused(Reason.NOT_OPEN, None, doses.coming(conn, patient, saying.at))

    return await store.write(work, cause)


def record(
    conn: Connection, policy: Policy, saying: Saying, dose: Dose, event: Event
) -> AnswerOutcome:
    """The rule's result, or the question that must come before it."""
    taken_at = event.taken_at if isinstance(event, Took) else None
    refused = hospital.refusal(conn, saying, dose, taken_at)
    if refused is not None:
        return refused
    after = doses.next_due(conn, dose.patient_id, dose.due_at)
    result = apply(dose, event, saying.at, policy)
    if not isinstance(result, Changed):
        if isinstance(event, Took) and result.why is Reason.TOO_EARLY:
            return other_than(conn, saying, dose, event.taken_at or saying.at)
        return Refused(result.why, dose, after)
    if isinstance(event, Took):
        doubt = doubt_about(conn, policy, saying, result.dose, event, after)
        if doubt is not None:
            return doubt
    saved = doses.save(conn, dose, result.dose)
    reason = event.reason if isinstance(event, Skip) else None
    answers.append(conn, _kept(saying, saved, _KINDS[type(event)], reason), saying.words)
    where = told_by(conn, saved, saying.at)
    return Recorded(
        _KINDS[type(event)],
        saved,
        after,
        where,
        saved.taken_at,
        extra=saying.extra_confirmed,
        skip_reason=reason,
        words=saying.words,
    )


def _kept(saying: Saying, dose: Dose, kind: AnswerKind, reason: SkipReason | None) -> Answer:
    return Answer(
        AnswerId(uuid4()),
        dose.patient_id,
        saying.actor.id,
        dose.medication_id,
        dose.id,
        kind,
        saying.at,
        saying.door,
        taken_at=dose.taken_at if kind is AnswerKind.TAKEN else None,
        mg=dose.mg,
        reason=reason,
    )
