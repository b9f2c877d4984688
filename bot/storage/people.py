"""Every statement about people."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from bot.domain.person import Person
from bot.domain.terms import Kidney, PersonId
from bot.storage.columns import seal
from bot.storage.rows import PersonRow
from bot.storage.store import add_new

_COLUMNS = (
    PersonRow.id,
    PersonRow.telegram_id,
    PersonRow.language,
    PersonRow.country,
    PersonRow.zone,
    PersonRow.kidney,
    PersonRow.consented_at,
    PersonRow.onboarded_at,
    PersonRow.blocked_at,
    PersonRow.reminders_only_at,
)
_WITH_TELEGRAM_ID = select(*_COLUMNS).where(PersonRow.telegram_id == bindparam("telegram_id"))
_GET = select(*_COLUMNS).where(PersonRow.id == bindparam("person"))
_LOCK = _GET.with_for_update()


def _person(row: Row[*tuple[Any, ...]]) -> Person:
    return Person(
        id=PersonId(row.id),
        telegram_id=row.telegram_id,
        language=row.language,
        country=row.country,
        zone=row.zone,
        kidney=Kidney(row.kidney) if row.kidney else None,
        consented_at=row.consented_at,
        onboarded_at=row.onboarded_at,
        blocked_at=row.blocked_at,
        reminders_only_at=row.reminders_only_at,
    )


def with_telegram_id(conn: Connection, telegram_id: int) -> Person | None:
    """The person with this Telegram id."""
    row = conn.execute(_WITH_TELEGRAM_ID, {"telegram_id": telegram_id}).one_or_none()
    return None if row is None else _person(row)


def get(conn: Connection, person: PersonId) -> Person:
    """The person with this id; a fault where there is none."""
    return _person(conn.execute(_GET, {"person": person}).one())


def blocked(conn: Connection) -> tuple[PersonId, ...]:
    """Everybody who cannot be reached."""
    rows = conn.execute(select(PersonRow.id).where(PersonRow.blocked_at.is_not(None)))
    return tuple(PersonId(row.id) for row in rows)


def lock(conn: Connection, person: PersonId) -> Person:
    """The person, with the row held until the transaction ends: one change at a time."""
    return _person(conn.execute(_LOCK, {"person": person}).one())


def add(
    conn: Connection,
    person: PersonId,
    telegram_id: int,
    name: str | None,
    username: str | None,
    language: str,
    at: datetime,
) -> None:
    """A person met for the first time; nothing changes where the Telegram id is known."""
    add_new(
        conn,
        PersonRow,
        id=person,
        telegram_id=telegram_id,
        name=seal(conn, PersonRow.name, person, name),
        username=seal(conn, PersonRow.username, person, username),
        language=language,
        created_at=at,
    )


def change(conn: Connection, person: PersonId, **values: Any) -> None:
    """Set columns of one person."""
    conn.execute(update(PersonRow).where(PersonRow.id == person).values(**values))


def zones_in_use(conn: Connection) -> tuple[str, ...]:
    """Every zone somebody lives in."""
    rows = conn.execute(
        select(PersonRow.zone)
        .where(PersonRow.zone.is_not(None))
        .group_by(PersonRow.zone)
        .order_by(PersonRow.zone)
    )
    return tuple(zone for (zone,) in rows if zone)
