"""Small questions that wait for typed words; a set-up in progress goes first.

One waits for the next thing the person does, and no longer: nothing that is typed later can be
taken for its answer.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from bot.domain.dose import Dose
from bot.domain.person import Person
from bot.domain.setup import Question
from bot.domain.terms import DoseId
from bot.storage import Connection, questions
from bot.storage.store import Store
from bot.usecases.setup import SETUP

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


async def ask_when(store: Store, person: Person, dose: DoseId, at: datetime) -> None:
    """The time of day typed next is when they took this dose."""
    await _ask(store, person, Question.TOOK_WHEN, str(dose), at)


async def ask_skip(store: Store, person: Person, dose: DoseId, at: datetime) -> None:
    """The words typed next are why they skip this dose."""
    await _ask(store, person, Question.SKIP_REASON, str(dose), at)


async def ask_taper(store: Store, person: Person, at: datetime) -> None:
    """The words typed next are why they want a taper."""
    await _ask(store, person, Question.TAPER_REASON, "", at)


async def ask_which(
    store: Store, person: Person, doses: tuple[Dose, ...], taken_at: datetime | None, at: datetime
) -> None:
    """The dose named next was taken at this instant (None: not said)."""
    names = ",".join(str(dose.id) for dose in doses)
    await _ask(store, person, Question.WHICH_DOSE, f"{_written(taken_at)}|{names}", at)


async def ask_extra(
    store: Store, person: Person, dose: Dose | None, taken_at: datetime, at: datetime
) -> None:
    """The yes or no typed next says whether a dose at this instant is an extra one."""
    name = str(dose.id) if dose else ""
    await _ask(store, person, Question.EXTRA_DOSE, f"{_written(taken_at)}|{name}", at)


async def ask_page(store: Store, person: Person, page: int, at: datetime) -> None:
    """The "older" typed next goes back from this page of the log."""
    await _ask(store, person, Question.LOG_PAGE, str(page), at)


async def _ask(store: Store, person: Person, question: Question, about: str, at: datetime) -> None:
    def work(conn: Connection) -> None:
        waiting = questions.waiting(conn, person.id)
        if waiting is None or waiting[0] not in SETUP:
            questions.ask(conn, person.id, question, about, at)

    await store.write(work)


async def forget(store: Store, person: Person) -> None:
    """A small question waits no longer. Nothing is written where none does."""

    def waits(conn: Connection) -> bool:
        waiting = questions.waiting(conn, person.id)
        return waiting is not None and waiting[0] not in SETUP

    def work(conn: Connection) -> None:
        if waits(conn):
            questions.clear(conn, person.id)

    if await store.read(waits):
        await store.write(work)


def dose_of(about: str) -> DoseId:
    """The dose that a question is about."""
    return DoseId(UUID(about))


def doses_of(about: str) -> tuple[datetime | None, tuple[DoseId, ...]]:
    """The instant that was said, and the doses that were offered."""
    minutes, _, names = about.partition("|")
    said = _EPOCH + timedelta(minutes=int(minutes)) if minutes else None
    return said, tuple(dose_of(name) for name in names.split(",") if name)


def _written(at: datetime | None) -> str:
    return "" if at is None else str((at - _EPOCH) // timedelta(minutes=1))
