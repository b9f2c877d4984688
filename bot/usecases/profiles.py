"""What a person told about their health: asked for by nobody, told, changed and declined."""

from __future__ import annotations

from datetime import datetime

from bot.domain.marks import Mark, MarkGroup, Marks, Told, group_of, with_kidney
from bot.domain.person import Person
from bot.domain.setup import Question
from bot.domain.terms import Kidney
from bot.storage import Connection, people, profiles, questions
from bot.storage.store import Cause, Store


def marks_of(conn: Connection, person: Person) -> Marks:
    """The person's marks as they are now, within a transaction."""
    kidney = people.get(conn, person.id).kidney
    return with_kidney(profiles.told(conn, person.id), kidney)


async def marks(store: Store, person: Person) -> Marks:
    """The person's marks as they are now."""
    return await store.read(lambda conn: marks_of(conn, person))


async def ask(store: Store, person: Person, about: MarkGroup | Mark | None, at: datetime) -> Marks:
    """The words typed next are about this one, choose one of this group, or a group."""

    def work(conn: Connection) -> Marks:
        questions.ask(conn, person.id, Question.PROFILE, about or "", at, aside=True)
        return marks_of(conn, person)

    return await store.write(work)


async def tell(store: Store, person: Person, mark: Mark, answer: Told, cause: Cause) -> Marks:
    """This is so from now on. The words typed next choose another one of its group."""

    def work(conn: Connection) -> Marks:
        people.lock(conn, person.id)
        if mark is Mark.KIDNEY:
            people.change(conn, person.id, kidney=Kidney(answer))
        else:
            told = profiles.told(conn, person.id)
            profiles.keep(conn, person.id, {**told, mark: answer}, cause.at)
        questions.ask(conn, person.id, Question.PROFILE, group_of(mark), cause.at, aside=True)
        return marks_of(conn, person)

    return await store.write(work, cause)


def profile_of(about: str) -> MarkGroup | Mark | None:
    """What a waiting question is about."""
    if about in tuple(MarkGroup):
        return MarkGroup(about)
    return Mark(about) if about else None
