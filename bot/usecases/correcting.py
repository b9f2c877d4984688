"""Correcting the log: which doses can be, and what is true of one of them.

The earlier answers of the dose are marked as entered in error, and a new one is appended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import uuid4

from bot.domain.dose import Dose
from bot.domain.dose_events import Changed, Correct, Reason, Result
from bot.domain.dose_rules import apply
from bot.domain.moments import as_logged, as_seen
from bot.domain.outcomes import AskExtra, Corrected, CorrectOutcome, Refused, WhichCorrected
from bot.domain.policy import Policy
from bot.domain.terms import AnswerDoor, AnswerId, AnswerKind, DoseId, DoseState, PersonId
from bot.domain.views import ClosedDays
from bot.domain.wallclock import day_of, instant
from bot.storage import Connection, answers, corrections, doses, people, questions
from bot.storage.answers import Answer
from bot.storage.store import Cause, Store
from bot.usecases.access import authorise
from bot.usecases.cards import told_by
from bot.usecases.doubt import Saying, close_to_another, is_repeat
from bot.usecases.lives import life_of
from bot.usecases.plans import fitted

_DAY = timedelta(days=1)
_DAYS = 7
_OFFERED_MOST = 3
_CLOSED = (DoseState.TAKEN, DoseState.SKIPPED, DoseState.MISSED, DoseState.UNKNOWN)
_KINDS = {
    DoseState.TAKEN: AnswerKind.TAKEN,
    DoseState.SKIPPED: AnswerKind.SKIPPED,
    DoseState.MISSED: AnswerKind.MISSED,
    DoseState.UNKNOWN: AnswerKind.NOT_SURE,
}


async def days(
    store: Store, policy: Policy, patient: PersonId, at: datetime, page: int
) -> ClosedDays:
    """The local dates of this page of the log that have a dose which may be corrected."""

    def work(conn: Connection) -> ClosedDays:
        zone = people.get(conn, patient).zone or "UTC"
        last = day_of(at, zone) - timedelta(days=_DAYS * page)
        first = last - timedelta(days=_DAYS - 1)
        closed = _closed(conn, policy, patient, at)
        seen = {as_seen(dose, zone)[1] for dose in closed}
        on_page = sorted((day for day in seen if first <= day <= last), reverse=True)
        return ClosedDays(page, tuple(on_page), any(day < first for day in seen))

    return await store.read(work)


async def of_day(
    store: Store, policy: Policy, patient: PersonId, at: datetime, day: date
) -> tuple[Dose, ...]:
    """The closed doses of a local date, here or as the log tells it, that may be corrected."""

    def work(conn: Connection) -> tuple[Dose, ...]:
        zone = people.get(conn, patient).zone or "UTC"
        closed = _closed(conn, policy, patient, at)
        return tuple(
            dose for dose in closed if day in (as_seen(dose, zone)[1], as_logged(dose, zone)[1])
        )

    return await store.read(work)


def _closed(conn: Connection, policy: Policy, patient: PersonId, at: datetime) -> tuple[Dose, ...]:
    since, until = at - policy.correct_back, at + _DAY
    return tuple(each for each in doses.between(conn, patient, since, until) if _is_closed(each))


def _is_closed(dose: Dose) -> bool:
    return dose.state in _CLOSED


async def at_time(store: Store, patient: PersonId, day: date, wall: time) -> Dose | None:
    """The dose of this local date and time, here or as the log tells it; one that is over first."""

    def work(conn: Connection) -> Dose | None:
        zone = people.get(conn, patient).zone or "UTC"
        noon = instant(day, time(12), zone)
        around = doses.between(conn, patient, noon - 2 * _DAY, noon + 2 * _DAY)
        named = [each for each in around if (wall, day) in _names(each, zone)]
        named.sort(key=lambda dose: (not _is_closed(dose), _names(dose, zone).index((wall, day))))
        return named[0] if named else None

    return await store.read(work)


def _names(dose: Dose, zone: str) -> tuple[tuple[time, date], ...]:
    """By which time and day a person may call it: by the clock here, then by that of then."""
    return as_seen(dose, zone), as_logged(dose, zone)


def refusal(policy: Policy, dose: Dose, at: datetime) -> Refused | None:
    """Why nothing can be said of this dose here; None where it can be corrected."""
    result = apply(dose, Correct(DoseState.UNKNOWN), at, policy)
    if isinstance(result, Changed) or result.why is Reason.ALREADY:
        return None
    return Refused(result.why, dose, None)


async def ask_extra(
    store: Store, policy: Policy, saying: Saying, dose: Dose, taken_at: datetime
) -> AskExtra | None:
    """The dose taken close to this instant, as `correct` asks about it; None where none is."""
    return await store.read(lambda conn: close_to_another(conn, policy, saying, dose, taken_at))


async def correct(
    store: Store, policy: Policy, saying: Saying, dose: DoseId, event: Correct, cause: Cause
) -> CorrectOutcome:
    """What is true of a closed dose, in place of what the log says; or what must be asked first."""

    def work(conn: Connection) -> CorrectOutcome:
        people.lock(conn, saying.actor.id)
        found = doses.find(conn, dose)
        if found is None or not authorise(saying.actor.id, found.patient_id):
            return Refused(Reason.NOT_YOURS, None, doses.coming(conn, saying.actor.id, saying.at))
        questions.clear(conn, saying.actor.id, aside=True)
        return _correct(conn, policy, saying, found, event)

    return await store.write(work, cause)


def _correct(
    conn: Connection, policy: Policy, saying: Saying, dose: Dose, event: Correct
) -> CorrectOutcome:
    life = life_of(conn, dose.patient_id, saying.at)
    event = replace(event, closed=life.has_no_plan, named=saying.dose_named)
    result = _result(conn, policy, dose, event, saying.at)
    if not isinstance(result, Changed):
        if result.why is Reason.TOO_EARLY and event.taken_at is not None and _is_closed(dose):
            others = _others(conn, policy, dose, event.taken_at)
            if others:
                return WhichCorrected(dose, (*others, dose), event.taken_at)
        return Refused(result.why, dose, doses.coming(conn, dose.patient_id, saying.at))
    if event.taken_at is not None:
        doubt = _doubt(conn, policy, saying, dose, event.taken_at)
        if doubt is not None:
            return doubt
    saved = doses.save(conn, dose, result.dose)
    kept = _kept(saying, saved)
    corrections.mark_in_error(conn, dose, answers.append(conn, kept), but=kept.id)
    where = told_by(conn, saved, saying.at)
    return Corrected(
        dose,
        saved,
        doses.coming(conn, saved.patient_id, saying.at),
        where,
        can_undo=_can_undo(conn, dose, saved),
        extra=saying.extra_confirmed,
        in_hospital=life.in_hospital,
    )


def _result(conn: Connection, policy: Policy, dose: Dose, event: Correct, at: datetime) -> Result:
    """The rule's result. What a changed plan leaves no time is not asked about anew."""
    result = apply(dose, event, at, policy)
    if not isinstance(result, Changed):
        return result
    now = fitted(conn, result.dose, at, policy)
    if now.state in (result.dose.state, DoseState.OPEN):
        return replace(result, dose=now)
    return apply(dose, replace(event, closed=True), at, policy)


def _can_undo(conn: Connection, before: Dose, saved: Dose) -> bool:
    """Undo leaves the dose unanswered; one answered before is corrected once more instead."""
    if before.answered_at is not None or saved.answered_at is None:
        return False
    return not doses.later_opened(conn, saved)


def _doubt(
    conn: Connection, policy: Policy, saying: Saying, dose: Dose, moment: datetime
) -> CorrectOutcome | None:
    """What must be asked before the dose counts as taken at this instant; None where nothing."""
    taken = doses.taken_between(conn, dose.patient_id, moment - _DAY, moment + _DAY)
    near = [each for each in taken if each.id != dose.id]
    if is_repeat(conn, saying, moment):
        return Refused(Reason.REPEAT, dose, None)
    if not saying.dose_named:
        others = _others(conn, policy, dose, moment)
        if any(_is_out_of_order(dose, moment, other) for other in (*near, *others)):
            return WhichCorrected(dose, (dose, *others)[:_OFFERED_MOST], moment)
    if saying.extra_confirmed:
        return None
    return close_to_another(conn, policy, saying, dose, moment)


def _is_out_of_order(dose: Dose, moment: datetime, other: Dose) -> bool:
    """The next dose was due by then, or one due before this was taken after it."""
    if other.due_at > dose.due_at:
        return other.due_at <= moment
    return other.taken_at is not None and other.taken_at > moment


def _others(conn: Connection, policy: Policy, dose: Dose, moment: datetime) -> tuple[Dose, ...]:
    """Other doses that were asked about and may have been taken then, the nearest first."""
    apart = policy.correct_apart
    known = doses.between(conn, dose.patient_id, moment - apart, moment + apart)
    fitting: Sequence[Dose] = [
        each
        for each in known
        if each.id != dose.id and each.state is not DoseState.PLANNED and each.counts_from <= moment
    ]
    nearest = sorted(fitting, key=lambda each: abs(each.due_at - moment))
    return tuple(nearest[: _OFFERED_MOST - 1])


def _kept(saying: Saying, dose: Dose) -> Answer:
    return Answer(
        AnswerId(uuid4()),
        dose.patient_id,
        saying.actor.id,
        dose.medication_id,
        dose.id,
        AnswerKind.UNDONE if dose.answered_at is None else _KINDS[dose.state],
        saying.at,
        AnswerDoor.LOG,
        taken_at=dose.taken_at,
        mg=dose.mg,
    )
