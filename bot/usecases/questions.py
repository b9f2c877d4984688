"""Small questions about a dose that wait for typed words; a set-up in progress goes first."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from bot.domain.person import Person
from bot.domain.setup import Question
from bot.domain.terms import DoseId
from bot.storage import Connection, questions
from bot.storage.store import Store
from bot.usecases.setup import SETUP


async def ask_when(store: Store, person: Person, dose: DoseId, at: datetime) -> None:
    """The next time of day the person types is when they took this dose."""
    await _ask(store, person, Question.TOOK_WHEN, str(dose), at)


async def ask_skip(store: Store, person: Person, dose: DoseId, at: datetime) -> None:
    """The next words the person types are why they skip this dose."""
    await _ask(store, person, Question.SKIP_REASON, str(dose), at)


async def ask_taper(store: Store, person: Person, at: datetime) -> None:
    """The next words the person types are why they want a taper."""
    await _ask(store, person, Question.TAPER_REASON, "", at)


async def _ask(store: Store, person: Person, question: Question, about: str, at: datetime) -> None:
    def work(conn: Connection) -> None:
        waiting = questions.waiting(conn, person.id)
        if waiting is None or waiting[0] not in SETUP:
            questions.ask(conn, person.id, question, about, at)

    await store.write(work)


async def forget(store: Store, person: Person) -> None:
    """A small question waits no longer."""

    def work(conn: Connection) -> None:
        waiting = questions.waiting(conn, person.id)
        if waiting is not None and waiting[0] not in SETUP:
            questions.clear(conn, person.id)

    await store.write(work)


def dose_of(about: str) -> DoseId:
    """The dose that a question is about."""
    return DoseId(UUID(about))
