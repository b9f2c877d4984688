"""Every statement about the tablets people have, and about what was said of them.

Whatever may shorten how long they last touches the watch, which is looked at at once.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, bindparam, func, insert, select, update

from bot.domain.pauses import PauseKind
from bot.domain.supply import HALF, Count, CountKind
from bot.domain.supply_warnings import Watch
from bot.domain.terms import MedicationId, PersonId
from bot.storage.rows import PauseRow, SupplyCountRow, SupplyWatchRow
from bot.storage.store import add_new

_MINE = SupplyCountRow.patient_id == bindparam("patient")
_LAST_TOLD = select(func.max(SupplyCountRow.at)).where(_MINE)
_ADD = insert(SupplyCountRow)
_COUNTS = (
    select(SupplyCountRow.at, SupplyCountRow.strength, SupplyCountRow.halves, SupplyCountRow.kind)
    .where(_MINE)
    .order_by(SupplyCountRow.at, SupplyCountRow.id)
)
_IS_COUNTED = select(SupplyCountRow.id).where(_MINE).limit(1)
_OF_PERSON = SupplyWatchRow.person_id == bindparam("person")
_WATCH = select(
    SupplyWatchRow.lead_days,
    SupplyWatchRow.told_on,
    SupplyWatchRow.ordered_at,
    SupplyWatchRow.ordered_at_warning,
    SupplyWatchRow.offered_at,
).where(_OF_PERSON)
_CHANGE = update(SupplyWatchRow).where(_OF_PERSON)
_HAS_COME = (SupplyWatchRow.act_at.is_not(None), SupplyWatchRow.act_at <= bindparam("at"))
_DUE = (
    select(SupplyWatchRow.person_id)
    .where(*_HAS_COME)
    .order_by(SupplyWatchRow.act_at)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_IS_DUE = select(SupplyWatchRow.person_id).where(*_HAS_COME).limit(1)
_NEXT = select(func.min(SupplyWatchRow.act_at)).where(SupplyWatchRow.act_at.is_not(None))
_HOME_SINCE = select(func.max(PauseRow.ended_at)).where(
    PauseRow.patient_id == bindparam("patient"),
    PauseRow.kind == PauseKind.HOSPITAL,
    PauseRow.ended_at >= bindparam("since"),
)


def add(
    conn: Connection, patient: PersonId, actor: PersonId, which: MedicationId, count: Count
) -> None:
    """What was told of the tablets of one strength: behind all that was told before.

    Two at the same instant, by a clock that stands still, keep their order.
    """
    last: datetime | None = conn.scalar(_LAST_TOLD, {"patient": patient})
    at = count.at if last is None else max(count.at, last + timedelta.resolution)
    conn.execute(
        _ADD,
        {
            "id": uuid4(),
            "patient_id": patient,
            "actor_id": actor,
            "medication_id": which,
            "strength": count.strength,
            "halves": int(count.tablets / HALF),
            "kind": count.kind,
            "at": at,
        },
    )


def counts(conn: Connection, patient: PersonId) -> tuple[Count, ...]:
    """What was told, the oldest first: of each strength from its last count on."""
    rows = conn.execute(_COUNTS, {"patient": patient})
    found: dict[Decimal, list[Count]] = {}
    for at, strength, halves, kind in rows:
        count = Count(at, strength, halves * HALF, CountKind(kind))
        if count.kind is CountKind.COUNTED:
            found[strength] = []
        found.setdefault(strength, []).append(count)
    every = (count for told in found.values() for count in told)
    return tuple(sorted(every, key=lambda count: count.at))


def is_counted(conn: Connection, patient: PersonId) -> bool:
    """Anything was ever told."""
    return conn.execute(_IS_COUNTED, {"patient": patient}).first() is not None


def begin(conn: Connection, person: PersonId, at: datetime) -> None:
    """The person's tablets are watched from now on; nothing changes where they are already."""
    add_new(
        conn,
        SupplyWatchRow,
        person_id=person,
        ordered_at_warning=0,
        act_at=at,
    )


def watch(conn: Connection, person: PersonId) -> Watch:
    """What is kept of the warnings; nothing where none were ever due."""
    row = conn.execute(_WATCH, {"person": person}).one_or_none()
    return Watch() if row is None else Watch(*row)


def keep(conn: Connection, person: PersonId, now: Watch, act_at: datetime | None) -> None:
    """What is kept of the warnings from now on, to be looked at from `act_at` on."""
    add_new(conn, SupplyWatchRow, person_id=person, ordered_at_warning=0)
    _set(
        conn,
        person,
        lead_days=now.lead,
        told_on=now.told_on,
        ordered_at=now.ordered_at,
        ordered_at_warning=now.ordered_at_warning,
        offered_at=now.offered_at,
        act_at=act_at,
    )


def touch(conn: Connection, person: PersonId, at: datetime) -> None:
    """The plan may use the tablets up sooner now. Whoever is not watched is left alone."""
    _set(conn, person, act_at=at)


def look_again(conn: Connection, person: PersonId, until: datetime | None) -> None:
    """Look at this person's tablets from then on; None: not before something changes."""
    _set(conn, person, act_at=until)


def _set(conn: Connection, person: PersonId, **values: Any) -> None:
    conn.execute(_CHANGE, {"person": person, **values})


def due(conn: Connection, at: datetime, limit: int) -> tuple[PersonId, ...]:
    """Whose tablets to look at by `at`. Only keys are read: a spoilt row spoils no other."""
    rows = conn.execute(_DUE, {"at": at, "limit": limit})
    return tuple(PersonId(row.person_id) for row in rows)


def is_due(conn: Connection, at: datetime) -> bool:
    """Whether anybody's tablets are to be looked at by `at`."""
    return conn.execute(_IS_DUE, {"at": at}).first() is not None


def next_act_at(conn: Connection) -> datetime | None:
    """The next instant at which anybody's tablets are to be looked at."""
    found: datetime | None = conn.scalar(_NEXT)
    return found


def home_since(conn: Connection, patient: PersonId, counted_at: datetime) -> datetime | None:
    """When the last stay in hospital was over that was not before this instant."""
    found: datetime | None = conn.scalar(_HOME_SINCE, {"patient": patient, "since": counted_at})
    return found
