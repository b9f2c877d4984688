"""Whom a person can call: what each statement promises."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, func, select

from bot.domain.contacts import Contact, ContactKind
from bot.storage import contacts
from bot.storage.rows import ContactRow, PersonRow
from bot.storage.store import Store
from tests.storage import care
from tests.storage.care import AT, HOUR

K = ContactKind
PARK = Contact(K.PHARMACY, "Park Pharmacy", "(030) 555-0100 x2")
OTHER = Contact(K.PHARMACY, "", "555 0101")
DOCTOR = Contact(K.PRESCRIBER, "Dr Park", "555 0102")


async def test_one_of_a_kind_is_kept_as_typed_changed_and_removed(store: Store) -> None:
    def work(conn: Connection) -> list[Any]:
        ada, ben = care.person(conn, 1), care.person(conn, 2)
        seen: list[Any] = [contacts.kept(conn, ada)]
        for each in (PARK, DOCTOR):
            contacts.put(conn, ada, each, AT)
        contacts.put(conn, ben, OTHER, AT)
        seen.append(contacts.kept(conn, ada))
        contacts.put(conn, ada, OTHER, AT + HOUR)
        seen.append(contacts.kept(conn, ada))
        contacts.remove(conn, ada, K.PHARMACY)
        return [*seen, contacts.kept(conn, ada), contacts.kept(conn, ben)]

    assert await store.write(work) == [
        {},
        {K.PHARMACY: PARK, K.PRESCRIBER: DOCTOR},
        {K.PHARMACY: OTHER, K.PRESCRIBER: DOCTOR},
        {K.PRESCRIBER: DOCTOR},
        {K.PHARMACY: OTHER},
    ]


async def test_names_and_numbers_are_sealed_and_go_with_the_person(store: Store) -> None:
    def work(conn: Connection) -> tuple[bytes, int]:
        ada = care.person(conn)
        contacts.put(conn, ada, PARK, AT)
        row = conn.execute(select(ContactRow.name, ContactRow.number)).one()
        conn.execute(delete(PersonRow).where(PersonRow.id == ada))
        return row.name + row.number, conn.execute(
            select(func.count()).select_from(ContactRow)
        ).scalar_one()

    kept, left = await store.write(work)
    assert b"Park" not in kept
    assert b"555" not in kept
    assert left == 0
