"""Every statement about changes of a plan that are to be shown again, as the outbox keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from bot.domain.dose import Say
from bot.domain.terms import PersonId, PlanId
from bot.storage.outbox import OutboxState
from bot.storage.rows import OutboxRow

_MADE_BY = select(OutboxRow.arguments, OutboxRow.state).where(
    OutboxRow.person_id == bindparam("person"), OutboxRow.cause == bindparam("made_by")
)

Arguments = Mapping[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a change; `unseen` until it is shown."""

    arguments: Arguments
    unseen: bool


def cause_of(plan: PlanId) -> str:
    """The outbox cause of the change that this plan version made."""
    return f"{Say.CHANGED}:{plan}"


def made_by(conn: Connection, person: PersonId, plan: PlanId) -> Kept | None:
    """The change that this plan version of the person made, if it is one to be shown."""
    of = {"person": person, "made_by": cause_of(plan)}
    row = conn.execute(_MADE_BY, of).one_or_none()
    return None if row is None else Kept(row.arguments, row.state == OutboxState.PENDING)
