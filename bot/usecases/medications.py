"""The medicine of somebody who has just been set up."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from bot.domain.person import Person
from bot.domain.setup import Draft, LastDose
from bot.domain.terms import MedicationId
from bot.storage import Connection, ladders, plans
from bot.storage.plans import Medication


def start(conn: Connection, person: Person, draft: Draft, at: datetime) -> Medication:
    """It is kept with what was told of the last dose: when it was, or that there was none yet."""
    which, told = MedicationId(uuid4()), draft.last_taken_at()
    plans.add_medication(conn, which, person.id, draft.tablets(), told, at)
    ladders.set_not_started(conn, person.id, not_started=draft.last_taken == LastDose.NEVER)
    return Medication(which, person.id, draft.tablets(), told)
