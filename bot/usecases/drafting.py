"""The draft that a set-up begins with."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.setup import Draft, Purpose
from bot.storage import Connection, plans
from bot.usecases import ending
from bot.usecases.plans import current


def fresh(
    conn: Connection, policy: Policy, person: Person, purpose: Purpose, at: datetime
) -> Draft:
    """What is known already need not be asked again."""
    draft = Draft(purpose=purpose)
    medication = plans.medication_of(conn, person.id)
    plan = None if medication is None else current(conn, medication, at)
    if purpose is Purpose.START or medication is None:
        return draft
    draft = replace(
        draft,
        strengths=tuple(str(mg) for mg in sorted(medication.strengths)),
    )
    if purpose is not Purpose.ZONE:
        draft = replace(draft, zone=person.zone, zone_right=True, country=person.country)
    if purpose is Purpose.AGAIN:
        plan = ending.plan_before(conn, policy, person, at)
    if plan is None or purpose in (Purpose.PLAN, Purpose.HOME):
        return draft
    slots = tuple((slot.wall.strftime("%H:%M"), str(slot.mg)) for slot in plan.slots)
    return replace(draft, slots=slots, strengths_right=True)
