"""Doses that a person says in words were taken: which one is asked where that is not clear."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

from bot.domain.choosing import ThisDose, choose, same_minute
from bot.domain.dose import Dose
from bot.domain.dose_events import Reason, Took
from bot.domain.outcomes import (
    AnswerOutcome,
    AskExtra,
    AskWhich,
    NoPlan,
    OtherAmount,
    Recorded,
    Refused,
)
from bot.domain.policy import Policy
from bot.domain.terms import AnswerId, AnswerKind, DoseId
from bot.storage import Connection, answers, doses, people, plans
from bot.storage.answers import Answer
from bot.storage.store import Cause, Store
from bot.usecases import hospital
from bot.usecases.doses import keep_question, record
from bot.usecases.doubt import Saying, close_to_another, is_repeat
from bot.usecases.offline import LOOK_BACK
from bot.usecases.undoing import own_dose

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


async def take_typed(
    store: Store,
    policy: Policy,
    saying: Saying,
    taken_at: datetime | None,
    mg: Decimal | None,
    cause: Cause,
) -> AnswerOutcome:
    """A typed "taken", with a time and an amount where they were said; asks when unsure which.

    Words that were said before the bot heard them mean the doses as they stood then.
    """

    def work(conn: Connection) -> AnswerOutcome:
        people.lock(conn, saying.actor.id)
        if plans.medication_of(conn, saying.actor.id) is None:
            return NoPlan()
        return keep_question(conn, saying, _take(conn, policy, saying, taken_at, mg))

    return await store.write(work, cause)


def _take(
    conn: Connection,
    policy: Policy,
    saying: Saying,
    named_at: datetime | None,
    mg: Decimal | None,
) -> AnswerOutcome:
    taken_at = saying.said_at if named_at is None and saying.is_late(policy) else named_at
    refused = hospital.refusal(conn, saying, None, taken_at)
    if refused is not None:
        return refused
    if taken_at is not None and taken_at > saying.at:
        return Refused(Reason.IN_FUTURE, None, doses.coming(conn, saying.actor.id, saying.at))
    known = doses.between(conn, saying.actor.id, saying.said_at - _DAY, saying.at + _DAY)
    as_said = tuple(saying.as_it_stood(each) for each in known)
    if as_said != known and taken_at is None:
        taken_at = saying.said_at
    chosen = choose(as_said, taken_at, saying.at)
    if not isinstance(chosen, ThisDose):
        likely = tuple(each for each in known if each.id in {one.id for one in chosen.doses})
        return _which(conn, policy, saying, likely, taken_at, mg)
    if mg is not None and mg != chosen.dose.mg:
        return OtherAmount(chosen.dose, mg, taken_at)
    return record(conn, policy, saying, chosen.dose, Took(taken_at))


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
        return Refused(Reason.REPEAT, None, doses.coming(conn, saying.actor.id, saying.at))
    offered = tuple(dose for dose in likely if mg in (None, dose.mg))
    if likely and not offered and mg is not None:
        return OtherAmount(likely[0], mg, taken_at)
    if offered:
        return AskWhich(offered, taken_at, mg=mg)
    extra = close_to_another(conn, policy, saying, None, taken_at or saying.at)
    return extra or _outside(conn, saying, taken_at)


def _outside(conn: Connection, saying: Saying, taken_at: datetime | None) -> AskWhich:
    """A dose outside the plan, or from before there was one."""
    began_at = plans.began_at(conn, saying.actor.id)
    before = began_at is not None and (taken_at or saying.at) < began_at
    return AskWhich((), taken_at, before_plan=before)


async def ask_extra(
    store: Store, policy: Policy, saying: Saying, taken_at: datetime, which: DoseId | None = None
) -> AskExtra | AskWhich | NoPlan:
    """One dose more at this instant, of the plan (`which`) or outside it.

    Nothing is recorded before it is confirmed.
    """

    def work(conn: Connection) -> AskExtra | AskWhich | NoPlan:
        if plans.medication_of(conn, saying.actor.id) is None:
            return NoPlan()
        dose = own_dose(conn, saying.actor, which)
        close = close_to_another(conn, policy, saying, dose, taken_at)
        asked = close or _outside(conn, saying, taken_at)
        keep_question(conn, saying, asked)
        return asked

    return await store.write(work)


async def take_extra(
    store: Store, saying: Saying, taken_at: datetime, cause: Cause
) -> AnswerOutcome:
    """A dose outside the plan, confirmed by the person: recorded, never argued with."""

    def work(conn: Connection) -> AnswerOutcome:
        patient = saying.actor.id
        people.lock(conn, patient)
        medication = plans.medication_of(conn, patient)
        if medication is None:
            return NoPlan()
        refused = hospital.refusal(conn, saying, None, taken_at)
        if refused is not None:
            return refused
        after = doses.coming(conn, patient, saying.at)
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
            ),
        )
        outcome = Recorded(AnswerKind.EXTRA, None, after, (), taken_at, extra=True)
        return keep_question(conn, saying, outcome)

    return await store.write(work, cause)
