"""Every statement about boards: the pinned message that shows a person's day.

Whatever changes how a day looks touches the board, which is looked at at once. The doors by which
doses and answers are written do so themselves, so that nobody who uses them can forget it.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, case, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.board import Kept, Mark
from bot.domain.terms import PersonId
from bot.storage.rows import BoardRow
from bot.storage.store import add_new

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)  # before any instant there is: due whenever it is
_ON = BoardRow.shown.is_distinct_from(Mark.OFF)
_CALM = BoardRow.act_at.is_distinct_from(AT_ONCE)
_TOUCH = {  # built once, and one statement: every change of a dose runs it
    dialect: kind.insert(BoardRow)
    .values(person_id=bindparam("person"), act_at=AT_ONCE)
    .on_conflict_do_update(
        index_elements=[BoardRow.person_id], set_={"act_at": AT_ONCE}, where=_ON & _CALM
    )
    for dialect, kind in (("sqlite", sqlite), ("postgresql", postgresql))
}
_MINE = BoardRow.person_id == bindparam("person")
_FIND = select(BoardRow.message_id, BoardRow.day, BoardRow.shown).where(_MINE)
_DUE = (
    select(BoardRow.person_id)
    .where(BoardRow.act_at.is_not(None), BoardRow.act_at <= bindparam("at"))
    .order_by(BoardRow.act_at)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_IS_DUE = (
    select(BoardRow.person_id)
    .where(BoardRow.act_at.is_not(None), BoardRow.act_at <= bindparam("at"))
    .limit(1)
)
_SWITCH = update(BoardRow).where(_MINE).values(shown=bindparam("mark"), act_at=bindparam("until"))
_LOOK_AGAIN = update(BoardRow).where(_MINE).values(act_at=bindparam("until"))
_UNLESS_TOUCHED = _LOOK_AGAIN.where(BoardRow.act_at == bindparam("lease"))
_KEEP = (
    update(BoardRow)
    .where(_MINE)
    .values(
        message_id=bindparam("message"),
        day=bindparam("today"),
        shown=case((_ON, bindparam("mark", type_=BoardRow.shown.type)), else_=Mark.OFF),
    )
)


def touch(conn: Connection, person: PersonId) -> None:
    """The person's day may look different now. Whoever switched the board off is left alone."""
    conn.execute(_TOUCH[conn.dialect.name], {"person": person})


def switch(conn: Connection, person: PersonId, *, on: bool) -> None:
    """The person wants a board, which is looked at at once, or wants none from now on."""
    shown, act_at = (None, AT_ONCE) if on else (Mark.OFF, None)
    if not add_new(conn, BoardRow, person_id=person, shown=shown, act_at=act_at):
        conn.execute(_SWITCH, {"person": person, "mark": shown, "until": act_at})


def find(conn: Connection, person: PersonId) -> Kept:
    """The board as it stands; an empty one where none was ever shown."""
    row = conn.execute(_FIND, {"person": person}).one_or_none()
    return Kept() if row is None else Kept(row.message_id, row.day, row.shown)


def due(conn: Connection, at: datetime, limit: int) -> tuple[PersonId, ...]:
    """Whose boards to look at by `at`. Only keys are read: a spoilt row spoils no other."""
    rows = conn.execute(_DUE, {"at": at, "limit": limit})
    return tuple(PersonId(row.person_id) for row in rows)


def is_due(conn: Connection, at: datetime) -> bool:
    """Whether any board is to be looked at by `at`."""
    return conn.execute(_IS_DUE, {"at": at}).first() is not None


def look_again(conn: Connection, person: PersonId, until: datetime | None) -> None:
    """Look at this board from then on; None: not before it is touched."""
    conn.execute(_LOOK_AGAIN, {"person": person, "until": until})


def look_again_unless_touched(
    conn: Connection, person: PersonId, until: datetime, lease: datetime
) -> None:
    """As `look_again`; where it was touched since it was put off until `lease`, at once."""
    conn.execute(_UNLESS_TOUCHED, {"person": person, "until": until, "lease": lease})


def keep(conn: Connection, person: PersonId, now: Kept) -> None:
    """The board as it stands from now on. One that was switched off meanwhile stays off."""
    kept = {"message": now.message_id, "today": now.day, "mark": now.shown}
    conn.execute(_KEEP, {"person": person, **kept})
