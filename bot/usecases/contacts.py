"""Whom a person can call: told, changed, removed, looked at."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from bot.domain.contacts import Contact, ContactKind, Contacts
from bot.domain.person import Person
from bot.domain.setup import Question
from bot.storage import Connection, contacts, people, questions
from bot.storage.store import Cause, Store


async def kept(store: Store, person: Person) -> Contacts:
    """Those that the person told; empty where none is kept."""
    return await store.read(partial(contacts.kept, person=person.id))


async def ask(
    store: Store, person: Person, kind: ContactKind | None, name: str, at: datetime
) -> Contacts:
    """The words typed next are about this one: its name and number, or the number alone.

    `kind` None: they choose which. `name`: told already.
    """

    def work(conn: Connection) -> Contacts:
        about = "" if kind is None else f"{kind}|{name}"
        questions.ask(conn, person.id, Question.CONTACT, about, at, aside=True)
        return contacts.kept(conn, person.id)

    return await store.write(work)


async def put(
    store: Store, person: Person, kind: ContactKind, name: str, number: str, cause: Cause
) -> Contacts:
    """It is kept from now on. An empty name leaves the one that was told before."""

    def work(conn: Connection) -> Contacts:
        people.lock(conn, person.id)
        before = contacts.kept(conn, person.id).get(kind)
        named = name or ("" if before is None else before.name)
        contacts.put(conn, person.id, Contact(kind, named, number), cause.at)
        questions.ask(conn, person.id, Question.CONTACT, "", cause.at, aside=True)
        return contacts.kept(conn, person.id)

    return await store.write(work, cause)


async def remove(
    store: Store, person: Person, kind: ContactKind, cause: Cause
) -> tuple[Contact | None, Contacts]:
    """It is kept no longer: what it was, and what is left."""

    def work(conn: Connection) -> tuple[Contact | None, Contacts]:
        people.lock(conn, person.id)
        before = contacts.kept(conn, person.id).get(kind)
        contacts.remove(conn, person.id, kind)
        questions.ask(conn, person.id, Question.CONTACT, "", cause.at, aside=True)
        return before, contacts.kept(conn, person.id)

    return await store.write(work, cause)


def contact_of(about: str) -> tuple[ContactKind | None, str]:
    """Which one a waiting question is about, and the name told already."""
    kind, _, name = about.partition("|")
    return (ContactKind(kind), name) if kind else (None, "")
