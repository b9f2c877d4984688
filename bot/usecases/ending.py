"""A plan that the person ends, how they are asked about afterwards, and taking it again."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from bot.domain.dose import Say
from bot.domain.dose_events import Admitted, Replaced
from bot.domain.dose_rules import apply
from bot.domain.message import CardPlace, StopCheck
from bot.domain.pauses import Life, Pause, PauseKind
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.stop_outcomes import Ended, NoWish
from bot.domain.stopping import StopOutcome, checks_of
from bot.domain.terms import DoseState, PauseId, PersonId
from bot.domain.timetable import Plan
from bot.storage import Connection, cards, doses, outbox, pauses, people, plans, questions, stops
from bot.storage.outbox import Entry
from bot.storage.plans import Medication
from bot.storage.store import Cause, Store
from bot.usecases.lives import life_of
from bot.usecases.plans import current, last_dose
from bot.usecases.stopping import waiting_wish

_DAY = timedelta(days=1)
_PRIORITY = 3  # after what is about a dose; there is none any more


async def end(
    store: Store, policy: Policy, person: Person, which: UUID, at: datetime, cause: Cause
) -> Ended | NoWish:
    """[End my plan], the second tap: the person's own decision, which nobody bars.

    The plan ends, doses to come are cancelled, and one that was open is never asked about. Who has
    no plan, or is in hospital, has nothing to end: the decision is kept.
    """

    def work(conn: Connection) -> Ended | NoWish:
        people.lock(conn, person.id)
        wish = waiting_wish(conn, person, which)
        if wish is None:
            return NoWish(life_of(conn, person.id, at))
        stops.settle(conn, wish.id, StopOutcome.STOPPED, at)
        medication = plans.medication_of(conn, person.id)
        plan = None if medication is None else current(conn, medication, at)
        if medication is None or plan is None:
            questions.clear(conn, person.id, aside=True)
            return Ended(life_of(conn, person.id, at), at, (), ())
        return _end(conn, policy, person, medication, plan, at)

    return await store.write(work, cause)


def _end(
    conn: Connection,
    policy: Policy,
    person: Person,
    medication: Medication,
    plan: Plan,
    at: datetime,
) -> Ended:
    for aside in (True, False):
        questions.clear(conn, person.id, aside=aside)
    last = last_dose(conn, medication, at)
    pauses.end(conn, person.id, at)
    plans.end(conn, medication.id, at)
    for each in doses.waiting(conn, person.id, medication.id):
        over = Replaced() if each.state is DoseState.PLANNED and each.due_at > at else Admitted()
        doses.save(conn, each, apply(each, over, at, policy).dose)
    span = Pause(PauseId(uuid4()), PauseKind.STOPPED, at, None)
    pauses.add(conn, person.id, span)
    zone = person.zone or plan.zone
    checks = checks_of(at, last, [slot.wall for slot in plan.slots], zone, policy)
    _put_checks(conn, person.id, span.id, checks)
    return Ended(
        Life(span, person.reminders_only_at is not None), at, _retired(conn, person, at), checks
    )


def _put_checks(
    conn: Connection, patient: PersonId, span: PauseId, checks: tuple[datetime, ...]
) -> None:
    for place, at in enumerate(checks, 1):
        outbox.put(
            conn,
            patient,
            Say.STOP_CHECK,
            {"span": str(span), "last": place == len(checks), "at": at.isoformat()},
            cause=f"{Say.STOP_CHECK}:{uuid4()}",  # anew after a block, which dropped those before
            at=at,
            priority=_PRIORITY,
            group_key=Say.STOP_CHECK,
        )


def _retired(conn: Connection, person: Person, at: datetime) -> tuple[CardPlace, ...]:
    recent = doses.between(conn, person.id, at - 2 * _DAY, at + _DAY)
    standing = cards.live(conn, [each.id for each in recent])
    cards.retire(conn, standing)
    return standing


def say(conn: Connection, person: Person, entry: Entry, at: datetime) -> StopCheck | None:
    """How are they? Nothing where the plan was told anew, or a later check is due as well."""
    life = life_of(conn, person.id, at)
    if not life.is_stopped or life.pause is None:
        return None
    if str(life.pause.id) != entry.arguments["span"]:
        return None
    is_last = bool(entry.arguments["last"])
    planned = datetime.fromisoformat(str(entry.arguments["at"]))
    if not is_last and at - planned >= _DAY:
        return None  # it stood still for so long: the next one speaks for both
    return StopCheck(life.pause.started_at, is_last)


def ask_after_block(conn: Connection, policy: Policy, patient: PersonId, at: datetime) -> None:
    """Whoever ended their plan can be reached again: what was not asked meanwhile is asked now."""
    span = life_of(conn, patient, at)
    plan = None if span.pause is None or not span.is_stopped else _last_plan(conn, patient)
    medication = plans.medication_of(conn, patient)
    if plan is None or medication is None or span.pause is None:
        return
    began = span.pause.started_at
    last = last_dose(conn, medication, began)
    walls = [slot.wall for slot in plan.slots]
    checks = checks_of(began, last, walls, plan.zone, policy)
    left = tuple(each for each in checks if each > at)
    _put_checks(conn, patient, span.pause.id, left if len(left) == len(checks) else (at, *left))


def _last_plan(conn: Connection, patient: PersonId) -> Plan | None:
    medication = plans.medication_of(conn, patient)
    every = () if medication is None else plans.versions(conn, medication.id)
    return every[-1] if every else None


def plan_before(conn: Connection, policy: Policy, person: Person, at: datetime) -> Plan | None:
    """The plan that the person ended so lately that it may be meant again; None: told anew."""
    life = life_of(conn, person.id, at)
    if not life.is_stopped or life.pause is None:
        return None
    lately = at - life.pause.started_at < policy.stop_again
    return _last_plan(conn, person.id) if lately else None
