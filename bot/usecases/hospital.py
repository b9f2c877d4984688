"""Going into hospital, where staff give the doses, and coming home."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from bot.domain import dose_events
from bot.domain.dose import Dose, Say
from bot.domain.dose_rules import apply
from bot.domain.message import HomeWaits
from bot.domain.outcomes import NoPlan, Refused
from bot.domain.pause_outcomes import Admitted, InHospital
from bot.domain.pauses import Life, Pause, PauseKind
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.setup import Question
from bot.domain.terms import DoseId, PauseId, PersonId
from bot.storage import Connection, cards, doses, outbox, pauses, people, plans, questions, shelf
from bot.storage.outbox import Entry
from bot.storage.store import Cause, Store
from bot.usecases.doubt import Saying
from bot.usecases.lives import life_of

_DAY = timedelta(days=1)
_ASKED_AGAIN = (timedelta(hours=2), _DAY, 2 * _DAY)
_PRIORITY = 6


async def ask_hospital(store: Store, person: Person, at: datetime) -> Life | NoPlan:
    """Is the person in hospital? The yes or no typed next is the answer."""

    def work(conn: Connection) -> Life | NoPlan:
        life = life_of(conn, person.id, at)
        if life.in_hospital:
            return life
        if plans.medication_of(conn, person.id) is None:
            return NoPlan()
        questions.ask(conn, person.id, Question.HOSPITAL, "", at, aside=True)
        return life

    return await store.write(work)


async def admit(
    store: Store, policy: Policy, person: Person, at: datetime, cause: Cause
) -> Admitted | InHospital | NoPlan:
    """From now on nothing is asked: the plan ends, and no card may be tapped any more.

    Doses to come are cancelled. One that was open is unknown, and never asked about.
    """

    def work(conn: Connection) -> Admitted | InHospital | NoPlan:
        people.lock(conn, person.id)
        life = life_of(conn, person.id, at)
        if life.in_hospital:
            return InHospital(life)
        medication = plans.medication_of(conn, person.id)
        if medication is None:
            return NoPlan()
        for aside in (True, False):
            questions.clear(conn, person.id, aside=aside)
        pauses.end(conn, person.id, at)
        plans.end(conn, medication.id, at)
        for each in doses.waiting(conn, person.id, medication.id):
            doses.save(conn, each, apply(each, dose_events.Admitted(), at, policy).dose)
        shelf.drop_waiting(conn, person.id, at)
        stay = Pause(PauseId(uuid4()), PauseKind.HOSPITAL, at, None)
        pauses.add(conn, person.id, stay)
        standing = cards.live(conn, _recent(conn, person, at))
        cards.retire(conn, standing)
        return Admitted(Life(stay, life.reminders_only), standing)

    return await store.write(work, cause)


def remind_of_plan(conn: Connection, patient: PersonId, at: datetime) -> None:
    """Home since `at`, the plan is asked for: where it is left untold, that is said again.

    Once a day: whoever says so once more while that waits is told at the times it has already.
    """
    if outbox.is_under_way(conn, patient, Say.HOME):
        return
    for wait in _ASKED_AGAIN:
        outbox.put(
            conn,
            patient,
            Say.HOME,
            {"since": at.isoformat()},
            cause=f"{Say.HOME}:{uuid4()}",
            at=at + wait,
            priority=_PRIORITY,
            group_key=Say.HOME,
        )


def say(conn: Connection, person: Person, entry: Entry, at: datetime) -> HomeWaits | None:
    """Nothing once the plan is told, or where the person asked for no more questions."""
    waiting = questions.waiting(conn, person.id)
    if waiting is None or not life_of(conn, person.id, at).in_hospital:
        return None
    return HomeWaits(datetime.fromisoformat(str(entry.arguments["since"])))


def leave(conn: Connection, patient: PersonId, at: datetime) -> None:
    """Home, and the plan is told: the stay is over."""
    pauses.end(conn, patient, at)
    outbox.drop_group(conn, patient, Say.HOME, at)


def _recent(conn: Connection, person: Person, at: datetime) -> list[DoseId]:
    return [each.id for each in doses.between(conn, person.id, at - 2 * _DAY, at + _DAY)]


def refusal(
    conn: Connection, saying: Saying, dose: Dose | None, taken_at: datetime | None
) -> Refused | None:
    """Why nothing is recorded in hospital, where staff keep the record; None where it can be.

    What is said of an instant before the stay is heard: when it was taken, else when it was said.
    """
    stay = life_of(conn, saying.actor.id, saying.at)
    if not stay.in_hospital or stay.pause is None:
        return None
    if (taken_at or saying.said_at) < stay.pause.started_at:
        return None
    return Refused(dose_events.Reason.IN_HOSPITAL, dose, None)
