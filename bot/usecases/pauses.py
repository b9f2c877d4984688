"""Pausing reminders, with an end, and going on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import uuid4

from bot.domain.dose import Dose, Say
from bot.domain.dose_events import Paused as PausedEvent
from bot.domain.dose_rules import apply
from bot.domain.message import PauseOver
from bot.domain.outcomes import NoPlan
from bot.domain.pause_outcomes import (
    AskHowLong,
    AskSure,
    CannotPause,
    InHospital,
    NothingPaused,
    Paused,
    Resumed,
)
from bot.domain.pauses import (
    EndProblem,
    Life,
    Pause,
    PauseEnd,
    PauseKind,
    end_of,
    is_long,
)
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.setup import Question
from bot.domain.stopping import StopWay
from bot.domain.terms import DoseState, PauseId, PersonId
from bot.domain.timetable import Plan, expand
from bot.storage import (
    Connection,
    alarms,
    boards,
    doses,
    ladders,
    outbox,
    pauses,
    people,
    plans,
    questions,
)
from bot.storage.plans import Medication
from bot.storage.store import Cause, Store
from bot.usecases import stop_guard
from bot.usecases.lives import life_of, unanswered
from bot.usecases.offline import LOOK_BACK
from bot.usecases.plans import current
from bot.usecases.unwell import urgent_lately

_DAY = timedelta(days=1)
_PRIORITY = 1  # before the reminder of a dose that is due as the pause ends

Asked = AskHowLong | AskSure | CannotPause | InHospital | NoPlan


async def how_long(store: Store, person: Person, at: datetime) -> Asked:
    """For how long? Where a pause runs, it is shown. The words typed next are the end."""

    def work(conn: Connection) -> Asked:
        life, _, plan = _standing(conn, person, at)
        if life.in_hospital:
            return InHospital(life)
        if plan is None:
            return NoPlan()
        questions.ask(conn, person.id, Question.PAUSE_END, "", at, aside=True)
        return AskHowLong(life, urgent_lately(conn, person.id, at))

    return await store.write(work)


async def ask_sure(
    store: Store, policy: Policy, person: Person, said: PauseEnd | datetime, at: datetime
) -> Asked:
    """Up to then? The doses in it are shown; nothing is paused before the second tap."""

    def work(conn: Connection) -> Asked:
        life, medication, plan = _standing(conn, person, at)
        if life.in_hospital:
            return InHospital(life)
        if plan is None or medication is None:
            return NoPlan()
        ends_at = _end(said, person, plan, at, policy)
        if isinstance(ends_at, EndProblem):
            questions.ask(conn, person.id, Question.PAUSE_END, "", at, aside=True)
            return CannotPause(ends_at, life, urgent_lately(conn, person.id, at))
        questions.ask(conn, person.id, Question.PAUSE_SURE, ends_at.isoformat(), at, aside=True)
        answered = {
            each.due_at
            for each in doses.between(conn, person.id, at, ends_at)
            if each.state is not DoseState.PLANNED
        }
        inside = tuple(each for each in expand(plan, at, ends_at) if each.due_at not in answered)
        long = is_long(_began(life, at), ends_at, policy)
        if long:
            stop_guard.noted(conn, policy, person.id, StopWay.PAUSE, at)
        opened = _opened(conn, person, at)
        unwell = urgent_lately(conn, person.id, at)
        return AskSure(ends_at, inside, plan, medication.strengths, long, opened, unwell)

    return await store.write(work)


async def pause(
    store: Store, policy: Policy, person: Person, ends_at: datetime, at: datetime, cause: Cause
) -> Paused | CannotPause | InHospital | NoPlan:
    """Reminders are paused up to then; a pause that runs gets this end. An open dose goes on."""

    def work(conn: Connection) -> Paused | CannotPause | InHospital | NoPlan:
        people.lock(conn, person.id)
        questions.clear(conn, person.id, aside=True)
        life, _, plan = _standing(conn, person, at)
        if life.in_hospital:
            return InHospital(life)
        if plan is None:
            return NoPlan()
        end = _end(ends_at, person, plan, at, policy)
        if isinstance(end, EndProblem):
            return CannotPause(end, life, urgent_lately(conn, person.id, at))
        if is_long(_began(life, at), end, policy):
            stop_guard.went_on(conn, policy, person.id, StopWay.PAUSE, at)
        running = _kept(conn, person.id, life.pause, end, at)
        unwell = urgent_lately(conn, person.id, at)
        return Paused(replace(life, pause=running, unwell=unwell), _opened(conn, person, at))

    return await store.write(work, cause)


def _began(life: Life, at: datetime) -> datetime:
    """A pause that runs and is given a later end is as long as both."""
    return at if life.pause is None else life.pause.started_at


def _opened(conn: Connection, person: Person, at: datetime) -> Dose | None:
    """The dose that is asked about now: a pause does not end that."""
    return next((dose for dose in doses.opened(conn, person.id) if at < dose.closes_at), None)


def _standing(
    conn: Connection, person: Person, at: datetime
) -> tuple[Life, Medication | None, Plan | None]:
    medication = plans.medication_of(conn, person.id)
    plan = None if medication is None else current(conn, medication, at)
    return life_of(conn, person.id, at), medication, plan


def _end(
    said: PauseEnd | datetime, person: Person, plan: Plan, at: datetime, policy: Policy
) -> datetime | EndProblem:
    zone = person.zone or plan.zone
    walls: Collection[time] = [slot.wall for slot in plan.slots]
    return end_of(said, walls, zone, at, policy)


def _kept(
    conn: Connection, patient: PersonId, running: Pause | None, ends_at: datetime, at: datetime
) -> Pause:
    if running is None:
        now = Pause(PauseId(uuid4()), PauseKind.PAUSE, at, ends_at)
        pauses.add(conn, patient, now)
    else:
        now = replace(running, ends_at=ends_at)
        pauses.move_end(conn, running.id, ends_at)
        boards.touch(conn, patient)
        ladders.touch(conn, patient)
        alarms.wake(conn, patient, at)  # those held up to the old end
    announce_end(conn, patient, now, at)
    return now


def announce_end(conn: Connection, patient: PersonId, pause: Pause, at: datetime) -> None:
    """At its end, and no other instant, it is said that the pause is over."""
    outbox.drop_group(conn, patient, Say.PAUSE_OVER, at)
    if pause.ends_at is None:
        return
    outbox.put(
        conn,
        patient,
        Say.PAUSE_OVER,
        {"pause": str(pause.id)},
        cause=f"{Say.PAUSE_OVER}:{uuid4()}",  # anew each time: the one before was dropped
        at=pause.ends_at,
        priority=_PRIORITY,
        group_key=Say.PAUSE_OVER,
    )


async def resume(
    store: Store, policy: Policy, person: Person, which: PauseId | None, at: datetime, cause: Cause
) -> Resumed | NothingPaused | InHospital:
    """Reminders go on now. `which`: the pause a button names; another one that runs stays."""

    def work(conn: Connection) -> Resumed | NothingPaused | InHospital:
        people.lock(conn, person.id)
        questions.clear(conn, person.id, aside=True)
        life = life_of(conn, person.id, at)
        if life.in_hospital:
            return InHospital(life)
        if life.pause is None or life.is_stopped or which not in (None, life.pause.id):
            return NothingPaused(life, doses.coming(conn, person.id, at))
        end_pause(conn, policy, person.id, at)
        return Resumed(over(conn, person.id, at), replace(life, pause=None))

    return await store.write(work, cause)


def end_pause(conn: Connection, policy: Policy, patient: PersonId, at: datetime) -> None:
    """The pause ends: doses in their window are asked about by the next beat, the rest is known."""
    for each in doses.between(conn, patient, at - _DAY, at):
        if each.state is DoseState.PLANNED and each.closes_at <= at:
            doses.save(conn, each, apply(each, PausedEvent(at), at, policy).dose)
    pauses.end(conn, patient, at)
    outbox.drop_group(conn, patient, Say.PAUSE_OVER, at)
    alarms.wake(conn, patient, at)


def over(conn: Connection, patient: PersonId, at: datetime) -> PauseOver:
    """What is to be said as a pause ends: the next dose, and what is asked about."""
    asked = unanswered(conn, patient, at - LOOK_BACK, at)
    return PauseOver(asked, doses.coming(conn, patient, at))
