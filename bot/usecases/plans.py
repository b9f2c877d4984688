"""Plans: a preview, a new version, and the doses it plans ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from uuid import uuid4

from bot.domain.dose import Dose
from bot.domain.dose_events import Replaced, Tick
from bot.domain.dose_rules import apply
from bot.domain.message import CardPlace
from bot.domain.missed import late_window
from bot.domain.outcomes import Preview
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.stopping import way_of
from bot.domain.succession import next_start, starting
from bot.domain.terms import DoseId, DoseState, MedicationId, PersonId, PlanId
from bot.domain.timetable import Plan, PlannedDose, Slot, expand, first_start, next_after
from bot.domain.views import PlanView
from bot.storage import Connection, answers, cards, doses, plans, supplies
from bot.storage.plans import Medication
from bot.storage.store import Store
from bot.usecases.lives import life_of
from bot.usecases.offline import ask_about_unknown

AHEAD = timedelta(hours=48)


def preview(
    conn: Connection,
    patient: Person,
    slots: tuple[Slot, ...],
    zone: str,
    strengths: frozenset[Decimal],
    told_last: datetime | None,
    at: datetime,
    policy: Policy,
) -> Preview:
    """What these slots would do in this zone from `at` on; nothing is kept."""
    medication = plans.medication_of(conn, patient.id)
    known = None if medication is None else last_dose(conn, medication, at)
    last = max((each for each in (told_last, known) if each is not None), default=None)
    before = None if medication is None else last_known(conn, medication, at)
    if medication is None or current(conn, medication, at) is None:
        starts_at = first_start(last, at, slots, policy)
    else:
        starts_at = next_start(_held_by(conn, patient, last, at), at, slots, zone, policy)
    plan = starting(zone, slots, starts_at)
    old = None if before is None else before.daily_mg
    doses = expand(plan, plan.starts_at, plan.starts_at + AHEAD)
    least, most = policy.gap_asked_least, policy.gap_asked_most
    count = None if before is None else len(before.slots)
    return Preview(plan, doses, last, strengths, old, least, most, way_of(before, plan), count)


def _held_by(
    conn: Connection, patient: Person, last: datetime | None, at: datetime
) -> datetime | None:
    """The last dose, by its time where that is still to come: one taken early is not asked again.

    Close slots need little space between them, and so would not keep a new version clear of it.
    """
    taken = doses.taken_between(conn, patient.id, at - AHEAD, at)
    instants = [last, *(dose.due_at for dose in taken)]
    return max((each for each in instants if each is not None), default=None)


def last_dose(conn: Connection, medication: Medication, at: datetime) -> datetime | None:
    """The last instant at which a dose was taken or due, extra ones too, as far as is known."""
    due = doses.last_before(conn, medication.patient_id, medication.id, at)
    taken = doses.taken_between(conn, medication.patient_id, at - AHEAD, at)
    extra = answers.extras(conn, medication.patient_id, at - AHEAD, at)
    known = [
        medication.last_taken_at,
        due.due_at if due else None,
        *(dose.taken_at for dose in taken),
        *(answer.taken_at for answer in extra),
    ]
    return max((instant for instant in known if instant is not None), default=None)


def current(conn: Connection, medication: Medication, at: datetime) -> Plan | None:
    """The version that is in force at `at`, or starts next."""
    return _standing(plans.versions(conn, medication.id), at)


def last_known(conn: Connection, medication: Medication, at: datetime) -> Plan | None:
    """The version in force; in hospital, where none is, the last that was."""
    every = plans.versions(conn, medication.id)
    return _standing(every, at) or (every[-1] if every else None)


def _standing(every: Sequence[Plan], at: datetime) -> Plan | None:
    return next((plan for plan in every if plan.ends_at is None or plan.ends_at > at), None)


def succeed(
    conn: Connection,
    patient: Person,
    medication: Medication,
    view: Preview,
    at: datetime,
    policy: Policy,
) -> tuple[int, tuple[CardPlace, ...], Dose | None]:
    """A new version as previewed: planned doses of the old one are cancelled, open ones stay.

    A dose that is due and about to open stays, too; one that is left no time is asked about.
    Returns the version's number, the cards that now tell an old window, and that dose, if any.
    """
    plans.end(conn, medication.id, at)
    opened: Dose | None = None
    for dose in doses.waiting(conn, patient.id, medication.id):
        if dose.state is DoseState.PLANNED and dose.due_at > at:
            doses.save(conn, dose, apply(dose, Replaced(), at, policy).dose)
        else:
            opened = dose
    plan = replace(view.plan, id=PlanId(uuid4()))
    version = plans.add_version(conn, medication.id, plan, patient.id, at)
    if view.strengths != medication.strengths:
        plans.set_strengths(conn, medication.id, view.strengths)
    fill(conn, medication.id, plan.id, plan.starts_at, at + AHEAD, policy)
    supplies.touch(conn, patient.id, at)
    if opened is not None:
        opened = doses.save(conn, opened, _shortened(opened, plan, at, policy))
        if opened.state is DoseState.UNKNOWN:
            ask_about_unknown(conn, patient.id, at, outage=False)
    where = cards.live(conn, [opened.id]) if opened else ()
    return version, where, opened


def fitted(conn: Connection, dose: Dose, at: datetime, policy: Policy) -> Dose:
    """A dose whose answer is gone, by the plan in force: not saved yet.

    One of a version that has ended is treated as when that ended: before its time it is cancelled,
    else its window ends as the plan in force allows.
    """
    if dose.state not in (DoseState.PLANNED, DoseState.OPEN):
        return dose
    versions = plans.versions(conn, dose.medication_id)
    ended_at = next(each.ends_at for each in versions if each.id == dose.plan_id)
    if ended_at is None or at < ended_at:
        return dose
    if at < dose.due_at:
        return apply(dose, Replaced(), at, policy).dose
    return _shortened(dose, versions[-1], at, policy)


def _shortened(dose: Dose, plan: Plan, at: datetime, policy: Policy) -> Dose:
    """An open dose's window ends no later than the new plan's next dose allows, nor in the past.

    With no time left it is unknown: the person was not told that it would end so soon.
    """
    after = next_after([plan], dose.due_at)
    window = late_window(dose.due_at, after.due_at if after else None, policy)
    closes_at = min(dose.closes_at, max(dose.due_at + window, at))
    if closes_at == dose.closes_at:
        return dose
    wake = dose.snoozed_until
    if wake is not None:
        wake = min(wake, max(closes_at - policy.snooze_before_end, at))
    act_at = min(dose.act_at or closes_at, wake or closes_at, max(closes_at, at))
    shorter = replace(dose, closes_at=closes_at, act_at=act_at, snoozed_until=wake)
    if closes_at <= at:
        return apply(shorter, Tick(reminders_only=True), at, policy).dose
    return shorter


def fill(
    conn: Connection,
    which: MedicationId,
    plan_id: PlanId,
    since: datetime,
    until: datetime,
    policy: Policy,
) -> int:
    """Write the plan's doses due in [since, until); refilling is harmless. How many were new."""
    medication = plans.medication(conn, which)
    versions = plans.versions(conn, which)
    plan = next(each for each in versions if each.id == plan_id)
    planned = expand(plan, since, until)
    new = 0
    if planned:
        after = next_after(versions, planned[-1].due_at)
        chain = [*planned, after]
        new = doses.plan(
            conn,
            (
                _planned(dose, following, medication, policy)
                for dose, following in pairwise(chain)
                if dose is not None
            ),
        )
    plans.set_filled(conn, plan_id, max(since, until))
    return new


def _planned(
    dose: PlannedDose, after: PlannedDose | None, medication: Medication, policy: Policy
) -> Dose:
    window = late_window(dose.due_at, after.due_at if after else None, policy)
    return Dose(
        id=DoseId(uuid4()),
        plan_id=dose.plan_id,
        medication_id=medication.id,
        patient_id=medication.patient_id,
        local_date=dose.local_date,
        slot=dose.slot,
        wall=dose.wall,
        zone=dose.zone,
        mg=dose.mg,
        strengths=medication.strengths,
        due_at=dose.due_at,
        closes_at=dose.due_at + window,
        delayed=dose.delayed,
        act_at=dose.due_at,
    )


async def show(store: Store, patient: PersonId, at: datetime) -> PlanView | None:
    """The plan in force; None where the person has none."""

    def work(conn: Connection) -> PlanView | None:
        medication = plans.medication_of(conn, patient)
        plan = None if medication is None else current(conn, medication, at)
        if medication is None or plan is None:
            return None
        number = plans.number(conn, plan.id)
        after = doses.coming(conn, patient, at)
        return PlanView(at, plan, number, medication.strengths, after, life_of(conn, patient, at))

    return await store.read(work)
