"""After the first weeks: the question whether a person moves more smoothly, and its answer."""

from __future__ import annotations

from datetime import datetime

from bot.domain.dose import Say
from bot.domain.message import Moving
from bot.domain.moving import asked_at, next_time
from bot.domain.pauses import USUAL
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.setup import Question
from bot.domain.symptoms import NO_GROUP
from bot.domain.terms import Movement, PersonId
from bot.storage import Connection, moving, outbox, people, plans, questions
from bot.storage.outbox import Entry
from bot.storage.store import Cause, Store
from bot.usecases.lives import life_of
from bot.usecases.plans import current

_PRIORITY = 8  # after everything else: it never holds a reminder up


def plan_questions(
    conn: Connection, policy: Policy, patient: PersonId, began_at: datetime, zone: str
) -> None:
    """To be asked on the policy's days after the first plan's start. Twice changes nothing."""
    for day in policy.moving_days:
        at = asked_at(began_at, day, zone, policy)
        _put(conn, patient, day, at, cause=f"{Say.MOVING}:{patient}:{day}")


def _put(conn: Connection, patient: PersonId, day: int, at: datetime, cause: str) -> None:
    group = f"{Say.MOVING}:{day}"
    outbox.put(conn, patient, Say.MOVING, {"day": day}, cause, at, _PRIORITY, group)


def say(
    conn: Connection, policy: Policy, person: Person, entry: Entry, at: datetime
) -> Moving | None:
    """The question, in waking hours of its day or put off to them; else nothing.

    Nothing in a pause, in hospital, with reminders only, or where no plan is in force.
    """
    day = int(str(entry.arguments["day"]))
    medication = plans.medication_of(conn, person.id)
    began_at = plans.began_at(conn, person.id)
    if medication is None or began_at is None or current(conn, medication, at) is None:
        return None
    when = next_time(began_at, day, person.zone or "UTC", at, policy)
    if when is not None and when > at:
        _put(conn, person.id, day, when, cause=f"{Say.MOVING}:after:{entry.id}")
        return None
    if when is None or life_of(conn, person.id, at) != USUAL:
        return None
    return Moving(day)


def wait(conn: Connection, patient: PersonId, day: int, at: datetime) -> None:
    """It has arrived: a "yes" typed next answers it, unless the set-up asks something."""
    if questions.waiting(conn, patient) is None:
        questions.ask(conn, patient, Question.MOVING, str(day), at, aside=True)


async def answer(
    store: Store, person: Person, day: int, movement: Movement, at: datetime, cause: Cause
) -> None:
    """The person's answer is kept; a later one about the same day takes its place.

    Worse: which signs there are is asked at once, and waits for typed words, too.
    """

    def work(conn: Connection) -> None:
        people.lock(conn, person.id)
        questions.clear(conn, person.id, aside=True)
        if movement is Movement.WORSE:
            questions.ask(conn, person.id, Question.SYMPTOM, NO_GROUP, at, aside=True)
        moving.keep(conn, person.id, day, movement, at)

    await store.write(work, cause)
