"""How a person stands as they tell a sign: the last dose, the last cut, what an ambulance asks."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.cuts import last_cut
from bot.domain.person import Person
from bot.domain.red_flags import Intake
from bot.domain.triage import Situation
from bot.storage import Connection, answers, plans, symptoms
from bot.usecases.plans import current

_EXTRA_BACK = timedelta(days=7)


def situation_of(conn: Connection, person: Person, at: datetime) -> Situation:
    """Since the last dose that is logged, the last cut of the plan, the last extra dose."""
    medication = plans.medication_of(conn, person.id)
    versions = () if medication is None else plans.versions(conn, medication.id)
    found = answers.extras(conn, person.id, at - _EXTRA_BACK, at)
    extra = max((each.taken_at for each in found if each.taken_at is not None), default=None)
    return Situation(
        _since(symptoms.last_logged_at(conn, person.id, at), at),
        _since(last_cut(versions, at), at),
        _since(extra, at),
    )


def intake_of(conn: Connection, person: Person, at: datetime) -> Intake | None:
    """The plan's amounts and the last dose logged; None without a plan."""
    medication = plans.medication_of(conn, person.id)
    plan = None if medication is None else current(conn, medication, at)
    if plan is None:
        return None
    amounts = tuple(slot.mg for slot in plan.slots)
    return Intake(amounts, symptoms.last_logged_at(conn, person.id, at))


def _since(then: datetime | None, at: datetime) -> timedelta | None:
    return None if then is None else at - then
