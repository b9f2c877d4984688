"""Answers about doses: taken, skipped, later, not sure, undone."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

from bot.domain.choosing import ThisDose, choose, same_minute
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
    OtherAmount,
    Recorded,
    Refused,
)
from bot.domain.policy import Policy
from bot.domain.terms import AnswerId, AnswerKind, DoseId, DoseState, SkipReason
from bot.storage import Connection, answers, cards, doses, people, plans
from bot.storage.answers import Answer
from bot.storage.store import Cause, Store
from bot.usecases.access import authorise
from bot.usecases.doubt import (
    Saying,
    close_to_another,
    doubt_about,
    is_repeat,
    not_logged,
    other_than,
)
from bot.usecases.offline import LOOK_BACK

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
            return Refused(Reason.NOT_YOURS, None, doses.next_due(conn, saying.actor.id, saying.at))
        return _answer(conn, policy, saying, found, event)

    return await store.write(work, cause)


async def take_typed(
    store: Store,
    policy: Policy,
    saying: Saying,
    taken_at: datetime | None,
    mg: Decimal | None,
    cause: Cause,
) -> AnswerOutcome:
    """A typed "taken", with a time and an amount where they were said; asks when unsure which."""

    def work(conn: Connection) -> AnswerOutcome:
        patient = saying.actor.id
        people.lock(conn, patient)
        if plans.medication_of(conn, patient) is None:
            return NoPlan()
        if taken_at is not None and taken_at > saying.at:
            return Refused(Reason.IN_FUTURE, None, doses.next_due(conn, patient, saying.at))
        known = doses.between(conn, patient, saying.at - _DAY, saying.at + _DAY)
        chosen = choose(known, taken_at, saying.at)
        if not isinstance(chosen, ThisDose):
            return _which(conn, policy, saying, chosen.doses, taken_at, mg)
        if mg is not None and mg != chosen.dose.mg:
            return OtherAmount(chosen.dose, mg, taken_at)
        return _answer(conn, policy, saying, chosen.dose, Took(taken_at))

    return await store.write(work, cause)


def _which(
    conn: Connection,
    policy: Policy,
    saying: Saying,
    likely: tuple[Dose, ...],
    taken_at: datetime | None,
    mg: Decimal | None,
) -> AnswerOutcome:
    """One of these doses; with none left, one outside the plan, perhaps close to another."""
    if taken_at is not None and is_repeat(conn, saying, taken_at):
        return Refused(Reason.REPEAT, None, doses.next_due(conn, saying.actor.id, saying.at))
    offered = tuple(dose for dose in likely if mg in (None, dose.mg))
    if likely and not offered and mg is not None:
        return OtherAmount(likely[0], mg, taken_at)
    if offered:
        return AskWhich(offered, taken_at)
    extra = close_to_another(conn, policy, saying, None, taken_at or saying.at)
    return extra or AskWhich((), taken_at)


async def ask_extra(
    store: Store, policy: Policy, saying: Saying, taken_at: datetime
) -> AnswerOutcome:
    """A dose outside the plan, at this instant: nothing is recorded before it is confirmed."""

    def work(conn: Connection) -> AnswerOutcome:
        if plans.medication_of(conn, saying.actor.id) is None:
            return NoPlan()
        return close_to_another(conn, policy, saying, None, taken_at) or AskWhich((), taken_at)

    return await store.read(work)


async def answer_open(
    store: Store, policy: Policy, saying: Saying, event: Event, cause: Cause
) -> AnswerOutcome:
    """A typed "skip", "snooze" or "not sure": about the open dose, or asked where it is unclear."""

    def work(conn: Connection) -> AnswerOutcome:
        patient = saying.actor.id
        people.lock(conn, patient)
        if plans.medication_of(conn, patient) is None:
            return NoPlan()
        opened = doses.opened(conn, patient)
        if len(opened) > 1:
            return AskWhich(opened, None, was_taken=False)
        if opened:
            return _answer(conn, policy, saying, opened[0], event)
        asked = not_logged(conn, saying)
        if asked and isinstance(event, NotSure | NotTaken):
            return _answer(conn, policy, saying, asked[-1], event)
        return Refused(Reason.NOT_OPEN, None, doses.next_due(conn, patient, saying.at))

    return await store.write(work, cause)


async def take_extra(
    store: Store, saying: Saying, taken_at: datetime, mg: Decimal | None, cause: Cause
) -> AnswerOutcome:
    """A dose outside the plan, confirmed by the person: recorded, never argued with."""

    def work(conn: Connection) -> AnswerOutcome:
        patient = saying.actor.id
        people.lock(conn, patient)
        medication = plans.medication_of(conn, patient)
        if medication is None:
            return NoPlan()
        after = doses.next_due(conn, patient, saying.at)
        if not saying.at - LOOK_BACK <= taken_at <= saying.at:
            return Refused(Reason.IN_FUTURE, None, after)
        if any(
            each.taken_at is not None and same_minute(each.taken_at, taken_at)
            for each in answers.extras(conn, patient, taken_at - _MINUTE, taken_at + _MINUTE)
        ):
            return Refused(Reason.REPEAT, None, after)
        answers.append(
            conn,
            Answer(
                AnswerId(uuid4()),
                patient,
                saying.actor.id,
                medication.id,
                None,
                AnswerKind.EXTRA,
                saying.at,
                saying.door,
                taken_at=taken_at,
                mg=mg,
            ),
        )
        return Recorded(AnswerKind.EXTRA, None, after, (), taken_at, mg, extra=True)

    return await store.write(work, cause)


def _answer(
    conn: Connection, policy: Policy, saying: Saying, dose: Dose, event: Event
) -> AnswerOutcome:
    """The rule's result, or the question that must come before it."""
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
    where = cards.live(conn, [saved.id])
    if saved.state is not DoseState.OPEN:
        cards.retire(conn, where)
    return Recorded(
        _KINDS[type(event)],
        saved,
        after,
        where,
        saved.taken_at,
        saved.mg,
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
