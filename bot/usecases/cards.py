"""Which message asks about a dose: one at a time, the newest; and what it must name beside it."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from bot.domain.dose import Dose
from bot.domain.message import CardPlace, Near
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.terms import CardId, DoseId, DoseState
from bot.storage import Connection, cards, doses, people
from bot.storage.store import Store
from bot.usecases.access import authorise
from bot.usecases.doubt import nearest

_KIND = "shown"


async def stand(
    store: Store, person: Person, dose: DoseId, message_id: int, at: datetime
) -> tuple[CardPlace, ...]:
    """This message now asks about the open dose. Returns the others, whose buttons are to go."""

    def work(conn: Connection) -> tuple[CardPlace, ...]:
        people.lock(conn, person.id)
        found = doses.find(conn, dose)
        if found is None or not authorise(person.id, found.patient_id):
            return ()
        standing = cards.live(conn, [dose])
        if found.state is not DoseState.OPEN:
            return ()
        older = tuple(card for card in standing if card.message_id != message_id)
        if len(older) == len(standing):
            cards.add(conn, CardId(uuid4()), person.id, message_id, _KIND, [dose], at)
        cards.retire(conn, older)
        return older

    return await store.write(work)


def told_by(conn: Connection, dose: Dose, at: datetime) -> tuple[CardPlace, ...]:
    """The messages that tell the outcome once the dose is answered: its cards, and earlier ones."""
    where, before = cards.live(conn, [dose.id]), cards.telling(conn, dose.id)
    known = {card.message_id for card in before}
    new = [card for card in where if card.message_id not in known]
    if dose.state is not DoseState.OPEN:
        cards.retire(conn, where)
        cards.tell(conn, dose.patient_id, dose.id, [card.message_id for card in new], at)
    return (*before, *new)


async def tells(store: Store, dose: Dose, message_id: int, at: datetime) -> None:
    """This message tells how the dose was answered, and is put right when that changes."""

    def work(conn: Connection) -> None:
        if message_id not in {card.message_id for card in cards.telling(conn, dose.id)}:
            cards.tell(conn, dose.patient_id, dose.id, [message_id], at)

    await store.write(work)


async def near(
    store: Store, policy: Policy, person: Person, dose: DoseId, at: datetime
) -> Near | None:
    """What was logged so near to `at` that the open dose may be one too many; None: nothing."""

    def work(conn: Connection) -> Near | None:
        found = doses.find(conn, dose)
        if found is None or not authorise(person.id, found.patient_id):
            return None
        if found.state is not DoseState.OPEN:
            return None
        return nearest(conn, policy, person.id, found, at)

    return await store.read(work)
