"""The tablets a person has: how they stand, what was ordered, and that none are left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from bot.domain.forecast import Outlook, outlook
from bot.domain.forecast import Told as Known
from bot.domain.outcomes import NoPlan
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.setup import Question
from bot.domain.supply import Count, CountKind
from bot.domain.supply_outcomes import Ordered, RanOut
from bot.domain.supply_view import SupplyView
from bot.domain.supply_warnings import Watch, arrives_on, is_last, order_by, warning
from bot.domain.wallclock import day_of
from bot.storage import Connection, answers, doses, people, plans, questions, supplies
from bot.storage.plans import Medication
from bot.storage.store import Cause, Store
from bot.usecases.lives import life_of

_DAY = timedelta(days=1)
_AHEAD = 3 * _DAY  # doses are planned no further ahead than this


async def view(store: Store, policy: Policy, person: Person, at: datetime) -> SupplyView | NoPlan:
    """How the person's tablets stand."""

    def work(conn: Connection) -> SupplyView | NoPlan:
        return read(conn, policy, person, at) or NoPlan()

    return await store.read(work)


async def if_short(store: Store, policy: Policy, person: Person, at: datetime) -> SupplyView | None:
    """How they stand, where more is logged than there were tablets for; else None."""

    def work(conn: Connection) -> SupplyView | None:
        seen = read(conn, policy, person, at) if supplies.is_counted(conn, person.id) else None
        return seen if seen is not None and seen.outlook.is_short else None

    return await store.read(work)


def read(conn: Connection, policy: Policy, person: Person, at: datetime) -> SupplyView | None:
    """As `view`, within a transaction; None where the person has no plan."""
    medication = plans.medication_of(conn, person.id)
    if medication is None:
        return None
    seen = outlook_of(conn, policy, medication, supplies.counts(conn, person.id), at)
    watch = supplies.watch(conn, person.id)
    zone = person.zone or "UTC"
    number = warning(seen, watch, zone, at, policy)
    return SupplyView(
        seen,
        watch,
        number,
        is_last(number, policy),
        watch.days_to_get(policy),
        order_by(seen, watch, zone, policy),
        arrives_on(watch, zone, policy),
        life_of(conn, person.id, at).in_hospital,
    )


def outlook_of(
    conn: Connection,
    policy: Policy,
    medication: Medication,
    counts: tuple[Count, ...],
    at: datetime,
) -> Outlook:
    """The forecast by these counts, the doses since the first of them, and every plan version."""
    patient = medication.patient_id
    since = min((each.at for each in counts), default=at)
    extras = answers.extras(conn, patient, since, at)
    told = Known(
        counts,
        doses.between(conn, patient, since - 2 * _DAY, at + _AHEAD),
        tuple(each.taken_at for each in extras if each.taken_at is not None),
        plans.versions(conn, medication.id),
        medication.strengths,
    )
    return outlook(told, at, policy)


async def order(
    store: Store, policy: Policy, person: Person, at: datetime, cause: Cause
) -> Ordered | NoPlan:
    """They are ordered. One that is on its way already is asked about when that one may come."""

    def work(conn: Connection) -> Ordered | NoPlan:
        people.lock(conn, person.id)
        seen = read(conn, policy, person, at)
        if seen is None:
            return NoPlan()
        zone = person.zone or "UTC"
        arrival = arrives_on(seen.watch, zone, policy)
        is_coming = arrival is not None and day_of(at, zone) < arrival
        since = seen.watch.ordered_at if is_coming else at
        now = replace(seen.watch, ordered_at=since, ordered_at_warning=seen.warning)
        supplies.keep(conn, person.id, now, at)
        return Ordered(replace(seen, watch=now, arrives_on=arrives_on(now, zone, policy)))

    return await store.write(work, cause)


async def put_off(
    store: Store, policy: Policy, person: Person, at: datetime, cause: Cause
) -> SupplyView | NoPlan:
    """Said again tomorrow, and not today."""

    def change(watch: Watch) -> Watch:
        return replace(watch, told_on=day_of(at, person.zone or "UTC"))

    return await _change(store, policy, person, change, at, cause)


async def set_lead(
    store: Store, policy: Policy, person: Person, days: int, at: datetime, cause: Cause
) -> SupplyView | NoPlan:
    """So many working days the person's own pharmacy needs."""

    def change(watch: Watch) -> Watch:
        return replace(watch, lead=days)

    return await _change(store, policy, person, change, at, cause)


async def _change(
    store: Store,
    policy: Policy,
    person: Person,
    change: Callable[[Watch], Watch],
    at: datetime,
    cause: Cause,
) -> SupplyView | NoPlan:
    def work(conn: Connection) -> SupplyView | NoPlan:
        people.lock(conn, person.id)
        questions.clear(conn, person.id, aside=True)
        seen = read(conn, policy, person, at)
        if seen is None:
            return NoPlan()
        supplies.keep(conn, person.id, change(seen.watch), at)
        return read(conn, policy, person, at) or NoPlan()

    return await store.write(work, cause)


async def ask_lead(store: Store, person: Person, at: datetime) -> None:
    """How many working days does the pharmacy need? The number typed next is the answer."""
    await store.write(
        lambda conn: questions.ask(conn, person.id, Question.SUPPLY_LEAD, "", at, aside=True)
    )


async def run_out(store: Store, person: Person, at: datetime, cause: Cause) -> RanOut | NoPlan:
    """The person says that none are left: that is the count, where there is one strength.

    A question that waits goes on waiting.
    """

    def work(conn: Connection) -> RanOut | NoPlan:
        people.lock(conn, person.id)
        medication = plans.medication_of(conn, person.id)
        if medication is None:
            return NoPlan()
        if len(medication.strengths) != 1 or life_of(conn, person.id, at).in_hospital:
            return RanOut(is_kept=False)
        strength = next(iter(medication.strengths))
        none = Count(at, strength, Decimal(0), CountKind.COUNTED)
        supplies.add(conn, person.id, person.id, medication.id, none)
        watch = supplies.watch(conn, person.id)
        now = replace(watch, told_on=day_of(at, person.zone or "UTC"))
        supplies.keep(conn, person.id, now, at)
        return RanOut(is_kept=True)

    return await store.write(work, cause)
