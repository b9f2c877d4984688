"""Every statement about whom a person can call."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection, bindparam, delete, insert, select

from bot.domain.contacts import Contact, ContactKind, Contacts
from bot.domain.terms import PersonId
from bot.storage.columns import seal, unseal
from bot.storage.rows import ContactRow

_KEPT = select(ContactRow.id, ContactRow.kind, ContactRow.name, ContactRow.number).where(
    ContactRow.person_id == bindparam("person")
)


def kept(conn: Connection, person: PersonId) -> Contacts:
    """Those that the person told."""
    rows = conn.execute(_KEPT, {"person": person})
    found = (
        Contact(
            ContactKind(row.kind),
            unseal(conn, ContactRow.name, row.id, row.name) or "",
            unseal(conn, ContactRow.number, row.id, row.number) or "",
        )
        for row in rows
    )
    return {each.kind: each for each in found}


def put(conn: Connection, person: PersonId, contact: Contact, at: datetime) -> None:
    """This one is kept in place of the one before."""
    remove(conn, person, contact.kind)
    new = uuid4()
    conn.execute(
        insert(ContactRow).values(
            id=new,
            person_id=person,
            kind=contact.kind,
            name=seal(conn, ContactRow.name, new, contact.name),
            number=seal(conn, ContactRow.number, new, contact.number),
            changed_at=at,
        )
    )


def remove(conn: Connection, person: PersonId, kind: ContactKind) -> None:
    """None of this kind is kept."""
    conn.execute(delete(ContactRow).where(ContactRow.person_id == person, ContactRow.kind == kind))
