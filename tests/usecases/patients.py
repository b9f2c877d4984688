"""People with a plan, made by the use cases themselves, and a look at what they have."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal
from uuid import uuid4

from sqlalchemy import Connection, func, select, update

from bot.domain.dose import Dose
from bot.domain.message import Letter
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.terms import AnswerDoor, MedicationId, PersonId
from bot.domain.timetable import Slot
from bot.storage import doses, plans
from bot.storage import people as rows
from bot.storage.plans import Medication
from bot.storage.rows import OutboxRow
from bot.storage.store import Store
from bot.usecases import people, post, remind
from bot.usecases.doubt import Saying
from bot.usecases.plans import preview, succeed
from bot.usecases.post import Claimed

POLICY = Policy()
THRICE = ("08:00", "14:00", "22:00")


async def patient(
    store: Store,
    at: datetime,
    number: int = 1,
    walls: tuple[str, ...] = THRICE,
    zone: str = "UTC",
    slots: tuple[Slot, ...] = (),
) -> Person:
    """Somebody set up at `at` on 10 mg at each of these times, or on these slots."""
    person = await people.meet(store, number, f"Person {number}", None, "en", at)
    slots = slots or slots_at(walls)
    which, tablets = MedicationId(uuid4()), frozenset({Decimal(10)})

    def work(conn: Connection) -> Person:
        rows.change(conn, person.id, zone=zone, consented_at=at, onboarded_at=at, country="DE")
        view = preview(conn, person, slots, zone, tablets, None, at, POLICY)
        plans.add_medication(conn, which, person.id, tablets, None, at)
        medication = Medication(which, person.id, tablets, None)
        succeed(conn, person, medication, view, at, POLICY)
        return rows.get(conn, person.id)

    return await store.write(work)


def slots_at(walls: tuple[str, ...]) -> tuple[Slot, ...]:
    """10 mg at each of these times."""
    return tuple(
        Slot(place, time.fromisoformat(wall), Decimal(10)) for place, wall in enumerate(walls)
    )


async def replan(store: Store, person: Person, walls: tuple[str, ...], at: datetime) -> None:
    """A new plan version at `at`."""

    def work(conn: Connection) -> None:
        medication = plans.medication_of(conn, person.id)
        assert medication is not None
        zone = person.zone or "UTC"
        strengths = medication.strengths
        view = preview(conn, person, slots_at(walls), zone, strengths, None, at, POLICY)
        succeed(conn, person, medication, view, at, POLICY)

    await store.write(work)


async def doses_of(store: Store, person: Person, around: datetime) -> tuple[Dose, ...]:
    """All doses within a month of an instant, by their time."""
    month = timedelta(days=31)
    return await store.read(
        lambda conn: doses.between(conn, person.id, around - month, around + month)
    )


async def beat(store: Store, at: datetime) -> None:
    """What a beat does to plans and doses."""
    await remind.plan_ahead(store, POLICY, at)
    while await remind.advance(store, POLICY, at):
        pass


async def claim(store: Store, at: datetime, limit: int = 50) -> tuple[Letter, ...]:
    """Everything that is to be sent at `at`, claimed."""
    letters: tuple[Letter, ...] = ()
    busy: frozenset[PersonId] = frozenset()
    while True:
        found: Claimed = await post.claim(store, POLICY, at, limit, busy)
        letters += found.letters
        busy |= {letter.to.person_id for letter in found.letters}
        if not found.seen:
            return letters


async def outbox_states(store: Store) -> dict[str, int]:
    """How many outbox rows are in which state."""
    query = select(OutboxRow.state, func.count().label("n")).group_by(OutboxRow.state)
    return await store.read(lambda conn: {row.state: row.n for row in conn.execute(query)})


async def spoil(store: Store, row: type, which: object, **values: object) -> None:
    """Put something into a row that no code of ours would."""
    await store.write(lambda conn: conn.execute(update(row).where(row.id == which).values(values)))


def tapping(person: Person, at: datetime) -> Saying:
    """The person taps."""
    return Saying(person, at, at, AnswerDoor.TAP)
