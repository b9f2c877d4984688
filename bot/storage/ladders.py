"""Every statement about the ladder: when to look at a gap again, and what was said in it.

Whatever may change what is known of a dose touches the ladder, which is looked at at once. The
doors by which doses and answers are written do so themselves, so that nobody can forget it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.ladder import Note, NoteKind
from bot.domain.terms import PersonId
from bot.storage.rows import LadderNoteRow, LadderRow
from bot.storage.store import add_new

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)  # before any instant there is: due whenever it is
_TOUCH = {  # built once, and one statement: every change of a dose runs it
    dialect: kind.insert(LadderRow)
    .values(patient_id=bindparam("patient"), not_started=False, act_at=AT_ONCE)
    .on_conflict_do_update(
        index_elements=[LadderRow.patient_id],
        set_={"act_at": AT_ONCE},
        where=LadderRow.act_at.is_distinct_from(AT_ONCE),
    )
    for dialect, kind in (("sqlite", sqlite), ("postgresql", postgresql))
}
_MINE = LadderRow.patient_id == bindparam("patient")
_SET_NOT_STARTED = update(LadderRow).where(_MINE).values(not_started=bindparam("so"))
_IS_NOT_STARTED = select(LadderRow.not_started).where(_MINE)
_DUE = (
    select(LadderRow.patient_id, LadderRow.act_at)
    .where(LadderRow.act_at.is_not(None), LadderRow.act_at <= bindparam("at"))
    .order_by(LadderRow.act_at)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_IS_DUE = (
    select(LadderRow.patient_id)
    .where(LadderRow.act_at.is_not(None), LadderRow.act_at <= bindparam("at"))
    .limit(1)
)
_NEXT = select(func.min(LadderRow.act_at)).where(LadderRow.act_at > AT_ONCE)
_LOOK_AGAIN = (
    update(LadderRow)
    .where(_MINE, LadderRow.act_at == bindparam("seen"))
    .values(act_at=bindparam("until"))
)
_NOTES = (
    select(LadderNoteRow.kind, LadderNoteRow.at)
    .where(
        LadderNoteRow.patient_id == bindparam("patient"),
        LadderNoteRow.after == bindparam("gap"),
    )
    .order_by(LadderNoteRow.at)
)


@dataclass(frozen=True, slots=True)
class DueLadder:
    """Whose gap to look at, and since when: what was touched since is looked at once more."""

    patient: PersonId
    act_at: datetime


def touch(conn: Connection, patient: PersonId) -> None:
    """Something may be known of this patient's doses now that was not."""
    conn.execute(_TOUCH[conn.dialect.name], {"patient": patient})


def set_not_started(conn: Connection, patient: PersonId, *, not_started: bool) -> None:
    """What the patient said at the start: they have not begun to take it, or they have."""
    touch(conn, patient)
    conn.execute(_SET_NOT_STARTED, {"patient": patient, "so": not_started})


def is_not_started(conn: Connection, patient: PersonId) -> bool:
    """As it was told at the start. Whether a dose was confirmed since is for the caller to ask."""
    return bool(conn.scalar(_IS_NOT_STARTED, {"patient": patient}))


def due(conn: Connection, at: datetime, limit: int) -> tuple[DueLadder, ...]:
    """Whose gaps to look at by `at`. Only keys are read: a spoilt row spoils no other."""
    rows = conn.execute(_DUE, {"at": at, "limit": limit})
    return tuple(DueLadder(PersonId(row.patient_id), row.act_at) for row in rows)


def is_due(conn: Connection, at: datetime) -> bool:
    """Whether any gap is to be looked at by `at`."""
    return conn.execute(_IS_DUE, {"at": at}).first() is not None


def next_act_at(conn: Connection) -> datetime | None:
    """The next instant at which the ladder has something to say; what was touched is due now."""
    found: datetime | None = conn.scalar(_NEXT)
    return found


def look_again(conn: Connection, seen: DueLadder, until: datetime | None) -> None:
    """Look at this gap from then on; None: not before it is touched."""
    conn.execute(_LOOK_AGAIN, {"patient": seen.patient, "seen": seen.act_at, "until": until})


def notes(conn: Connection, patient: PersonId, after: UUID) -> tuple[Note, ...]:
    """What was said and answered in this gap, the earliest first."""
    rows = conn.execute(_NOTES, {"patient": patient, "gap": after})
    return tuple(Note(NoteKind(row.kind), row.at) for row in rows)


def note(
    conn: Connection, patient: PersonId, after: UUID, kind: NoteKind, number: int, at: datetime
) -> bool:
    """Keep it, once; False where it was kept before."""
    return add_new(
        conn,
        LadderNoteRow,
        patient_id=patient,
        after=after,
        kind=kind,
        number=number,
        at=at,
    )
