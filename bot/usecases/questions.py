"""Small questions that wait for typed words, beside a set-up in progress and before it.

One waits for the next thing the person does, or for the next card that the bot sends, and no
longer: nothing that is typed later can be taken for its answer.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from bot.domain.dose_events import Reason
from bot.domain.outcomes import AnswerOutcome, AskExtra, AskWhich, Refused
from bot.domain.person import Person
from bot.domain.setup import Question
from bot.domain.terms import DoseId, PersonId
from bot.storage import Connection, questions
from bot.storage.store import Store

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


async def ask_extra(store: Store, person: Person, taken_at: datetime, at: datetime) -> None:
    """The yes or no typed next says whether a dose at this instant is an extra one."""
    await _ask(store, person, Question.EXTRA_DOSE, f"{_written(taken_at)}|", at)


async def ask_page(store: Store, person: Person, page: int, at: datetime) -> None:
    """The "older" typed next goes back from this page of the log."""
    await _ask(store, person, Question.LOG_PAGE, str(page), at)


async def ask_correcting(store: Store, person: Person, step: str, at: datetime) -> None:
    """The words typed next go on with the correction of the log at this step."""
    await _ask(store, person, Question.CORRECTING, step, at)


async def _ask(store: Store, person: Person, question: Question, about: str, at: datetime) -> None:
    await store.write(lambda conn: questions.ask(conn, person.id, question, about, at, aside=True))


def keep(conn: Connection, person: PersonId, outcome: AnswerOutcome, at: datetime) -> None:
    """What an outcome asks waits for the next words; whatever waited before does no longer."""
    questions.clear(conn, person, aside=True)
    asked = _asked_by(outcome, at)
    if asked is not None:
        questions.ask(conn, person, *asked, at, aside=True)


def _asked_by(outcome: AnswerOutcome, at: datetime) -> tuple[Question, str] | None:
    match outcome:
        case AskWhich(doses, taken_at, True) if doses:
            names = ",".join(str(dose.id) for dose in doses)
            return Question.WHICH_DOSE, f"{_written(taken_at)}|{names}"
        case AskWhich(_, taken_at, True):
            return Question.EXTRA_DOSE, f"{_written(taken_at or at)}|"
        case AskExtra(dose=dose, taken_at=taken_at):
            return Question.EXTRA_DOSE, f"{_written(taken_at)}|{dose.id if dose else ''}"
        case Refused(why=Reason.ASK_WHEN | Reason.IN_FUTURE, dose=dose) if dose is not None:
            return Question.TOOK_WHEN, str(dose.id)
        case _:
            return None


async def small(store: Store, person: Person) -> tuple[Question, str] | None:
    """The small question that waits, and what it is about."""
    found = await store.read(lambda conn: questions.waiting(conn, person.id, aside=True))
    return None if found is None else (found.question, found.answers)


async def forget(store: Store, person: Person) -> None:
    """A small question waits no longer. Nothing is written where none does."""
    if await small(store, person) is not None:
        await store.write(lambda conn: questions.clear(conn, person.id, aside=True))


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
