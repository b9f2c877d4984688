"""A change of a plan or a zone, shown once more, and taken back by whoever did not make it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from bot.domain.dose import Say
from bot.domain.message import PlanChanged, PlanShown
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.setup import Draft, Purpose
from bot.domain.terms import PlanId
from bot.domain.timetable import Plan
from bot.places.place import place
from bot.storage import Connection, changes, outbox, plans
from bot.storage.changes import Arguments
from bot.storage.outbox import Entry
from bot.storage.plans import Medication
from bot.storage.store import Store
from bot.usecases.plans import current

_PRIORITY = 7  # after all that is about a dose


@dataclass(frozen=True, slots=True)
class _Before:
    """What held before a change: the plan version, its tablets, and the person's country."""

    plan: Plan
    strengths: frozenset[Decimal]
    country: str | None

    def is_kept_by(self, plan: Plan, strengths: frozenset[Decimal]) -> bool:
        """The newer version says the same."""
        now = (plan.slots, plan.zone, strengths)
        return (self.plan.slots, self.plan.zone, self.strengths) == now


def keep(
    conn: Connection,
    person: Person,
    medication: Medication,
    before: Plan,
    first_due: datetime,
    at: datetime,
    policy: Policy,
) -> None:
    """The change made at `at` is shown later; `medication` and `before` are as they were until it.

    A change that was not shown yet is shown in this one, by what held before both.
    """
    now = current(conn, medication, at)
    assert now is not None, "it began in this transaction"  # noqa: S101
    held = _Before(before, medication.strengths, person.country)
    unseen = changes.made_by(conn, person.id, before.id)
    if unseen is not None and unseen.unseen:
        held = _before(conn, medication, unseen.arguments)
    if held.is_kept_by(now, plans.medication(conn, medication.id).strengths):
        return
    at_latest = min(at + policy.change_shown_after, first_due - policy.change_shown_before)
    outbox.put(
        conn,
        person.id,
        Say.CHANGED,
        {
            "plan": str(now.id),
            "before": str(held.plan.id),
            "strengths": " ".join(str(mg) for mg in sorted(held.strengths)),
            "country": held.country,
            "at": at.isoformat(),
        },
        cause=changes.cause_of(now.id),
        at=max(at_latest, at + policy.change_shown_least),
        priority=_PRIORITY,
        group_key=Say.CHANGED,
    )


def _before(conn: Connection, medication: Medication, arguments: Arguments) -> _Before:
    which = UUID(str(arguments["before"]))
    versions = plans.versions(conn, medication.id)
    country = arguments["country"]
    return _Before(
        next(plan for plan in versions if plan.id == which),
        frozenset(Decimal(mg) for mg in str(arguments["strengths"]).split()),
        None if country is None else str(country),
    )


def say(conn: Connection, person: Person, entry: Entry, at: datetime) -> PlanChanged | None:
    """What held before and what holds now; None where the plan was changed again since."""
    medication = plans.medication_of(conn, person.id)
    now = None if medication is None else current(conn, medication, at)
    if medication is None or now is None or str(now.id) != entry.arguments["plan"]:
        return None
    before = _before(conn, medication, entry.arguments)
    return PlanChanged(
        datetime.fromisoformat(str(entry.arguments["at"])),
        PlanShown(now, medication.strengths, place(now.zone, person.language).label),
        PlanShown(before.plan, before.strengths, place(before.plan.zone, person.language).label),
    )


async def last_change(store: Store, person: Person, at: datetime) -> PlanId | None:
    """The version in force, where a change made it; None where none did."""

    def work(conn: Connection) -> PlanId | None:
        medication = plans.medication_of(conn, person.id)
        now = None if medication is None else current(conn, medication, at)
        made = None if now is None else changes.made_by(conn, person.id, now.id)
        return None if now is None or made is None else now.id

    return await store.read(work)


def changed_at(conn: Connection, person: Person, which: PlanId) -> datetime:
    """When the change was made that this version came of."""
    made = changes.made_by(conn, person.id, which)
    assert made is not None, "asked only of a version that a change made"  # noqa: S101
    return datetime.fromisoformat(str(made.arguments["at"]))


def draft_of_before(conn: Connection, person: Person, which: PlanId, at: datetime) -> Draft | None:
    """The plan and the zone from before this version, told anew; None where it holds no more."""
    medication = plans.medication_of(conn, person.id)
    now = None if medication is None else current(conn, medication, at)
    made = changes.made_by(conn, person.id, which)
    if medication is None or now is None or now.id != which or made is None:
        return None
    before = _before(conn, medication, made.arguments)
    return Draft(
        purpose=Purpose.PLAN,
        zone=before.plan.zone,
        label=place(before.plan.zone, person.language).label,
        zone_right=True,
        country=before.country,
        country_right=before.country is not None,
        slots=tuple((slot.wall.strftime("%H:%M"), str(slot.mg)) for slot in before.plan.slots),
        strengths=tuple(str(mg) for mg in sorted(before.strengths)),
        strengths_right=True,
    )
