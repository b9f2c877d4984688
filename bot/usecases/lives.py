"""What holds the bot back for a person just now, and which doses it may ask about."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.dose import Dose
from bot.domain.pauses import Life, PauseKind
from bot.domain.person import Person
from bot.domain.terms import PersonId
from bot.storage import Connection, doses, pauses
from bot.storage.store import Store
from bot.usecases.unwell import urgent_lately


async def life(store: Store, person: Person, at: datetime) -> Life:
    """What holds the bot back for this person at `at`."""
    return await store.read(lambda conn: life_of(conn, person.id, at))


def life_of(conn: Connection, patient: PersonId, at: datetime) -> Life:
    """As `life`, within a transaction."""
    found = pauses.lives(conn, (patient,), at)[patient]
    return replace(found, unwell=found.is_paused and urgent_lately(conn, patient, at))


def unanswered(
    conn: Connection, patient: PersonId, since: datetime, at: datetime
) -> tuple[Dose, ...]:
    """Doses due since then that nobody knows about and that may be asked about, newest first.

    None while a pause or a stay in hospital runs, or with reminders only. Never those that staff
    gave, nor those that closed while the person wanted reminders only.
    """
    now = pauses.lives(conn, (patient,), at)[patient]
    if now.pause is not None or now.reminders_only:
        return ()
    quiet = [
        each
        for each in pauses.not_over_before(conn, patient, since)
        if each.kind is not PauseKind.PAUSE
    ]
    return tuple(
        dose
        for dose in doses.unknown_unanswered(conn, patient, since)
        if not any(span.touches(dose.due_at, dose.closes_at) for span in quiet)
    )
