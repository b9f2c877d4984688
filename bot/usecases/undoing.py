"""Looking at one dose of the person's own, and taking the latest answer back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from bot.domain.choosing import same_minute
from bot.domain.dose import Dose
from bot.domain.dose_events import Admitted, Changed, Reason, Undo
from bot.domain.dose_rules import apply
from bot.domain.outcomes import AnswerOutcome, Recorded, Refused
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.terms import AnswerId, AnswerKind, DoseId, DoseState
from bot.storage import Connection, answers, cards, corrections, doses, people
from bot.storage.answers import Answer
from bot.storage.store import Cause, Store
from bot.usecases.access import authorise
from bot.usecases.doubt import Saying
from bot.usecases.lives import life_of
from bot.usecases.plans import fitted


async def own(store: Store, actor: Person, dose: UUID | None) -> Dose | None:
    """The dose, if it is one the person may answer for."""
    if dose is None:
        return None
    return await store.read(lambda conn: own_dose(conn, actor, DoseId(dose)))


def own_dose(conn: Connection, actor: Person, dose: DoseId | None) -> Dose | None:
    """The same, within a transaction."""
    found = None if dose is None else doses.find(conn, dose)
    return found if found is not None and authorise(actor.id, found.patient_id) else None


@dataclass(frozen=True, slots=True)
class Meant:
    """The answer that is to be taken back: of a dose at a version, or the extra dose of a minute.

    Nothing named: the latest, whichever it is.
    """

    dose: DoseId | None = None
    version: int | None = None
    extra_at: datetime | None = None


async def undo(
    store: Store, policy: Policy, saying: Saying, meant: Meant, cause: Cause
) -> AnswerOutcome:
    """Take the latest answer back; it stays in the record as entered in error."""

    def work(conn: Connection) -> AnswerOutcome:
        patient = saying.actor.id
        people.lock(conn, patient)
        last = answers.latest(conn, patient)
        after = doses.coming(conn, patient, saying.at)
        mine = own_dose(conn, saying.actor, meant.dose)
        if meant.dose is not None and mine is None:
            return Refused(Reason.NOT_YOURS, None, after)
        answered_anew = mine is not None and meant.version not in (None, mine.version)
        if last is None or answered_anew or not _is_meant(last, meant):
            return Refused(Reason.NOT_LATEST, mine, after)
        if last.dose_id is None:
            return _undo_extra(conn, saying, last)
        found = doses.find(conn, last.dose_id)
        assert found is not None, "an answer's dose is never deleted alone"  # noqa: S101
        if corrections.has_replaced(conn, last):  # what stood before would not come back
            return Refused(Reason.NOT_LATEST, found, after)
        result = apply(found, Undo(True, doses.later_opened(conn, found)), saying.at, policy)
        if not isinstance(result, Changed):
            return Refused(result.why, found, after)
        undone = result.dose
        if life_of(conn, patient, saying.at).has_no_plan:  # it is not asked about anew
            undone = apply(undone, Admitted(), saying.at, policy).dose
        else:  # nor into a plan that has changed since
            undone = fitted(conn, undone, saying.at, policy)
        saved = doses.save(conn, found, undone)
        _close_answer(conn, saying, last)
        after = doses.next_due(conn, patient, saved.due_at)
        return Recorded(AnswerKind.UNDONE, saved, after, cards.telling(conn, saved.id))

    return await store.write(work, cause)


def _is_meant(last: Answer, meant: Meant) -> bool:
    if meant.extra_at is None:
        return meant.dose in (None, last.dose_id)
    taken_at = last.taken_at
    return last.dose_id is None and taken_at is not None and same_minute(taken_at, meant.extra_at)


def _undo_extra(conn: Connection, saying: Saying, last: Answer) -> AnswerOutcome:
    patient = saying.actor.id
    after = doses.coming(conn, patient, saying.at)
    since = doses.between(conn, patient, last.at, saying.at + timedelta(minutes=1))
    if any(each.state is not DoseState.PLANNED for each in since):
        return Refused(Reason.NEXT_OPENED, None, after)
    _close_answer(conn, saying, last)
    return Recorded(AnswerKind.UNDONE, None, after, (), last.taken_at)


def _close_answer(conn: Connection, saying: Saying, last: Answer) -> None:
    answers.mark_in_error(conn, last.id, saying.at)
    undone = replace(
        last,
        id=AnswerId(uuid4()),
        actor_id=saying.actor.id,
        kind=AnswerKind.UNDONE,
        at=saying.at,
        door=saying.door,
        taken_at=None,
        reason=None,
    )
    answers.append(conn, undone)
