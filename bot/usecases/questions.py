"""Small questions that wait for typed words, beside a set-up in progress and before it.

One waits for the next thing the person does, or for the next card that the bot sends, and no
longer, unless it is asked anew: nothing that is typed later can be taken for its answer.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from bot.domain.dose import Dose
from bot.domain.dose_events import Reason
from bot.domain.moments import is_just_now
from bot.domain.outcomes import AnswerOutcome, AskExtra, AskWhich, OtherAmount, Refused
from bot.domain.person import Person
from bot.domain.setup import Question
from bot.domain.terms import DoseId, PersonId
from bot.storage import Connection, questions
from bot.storage.store import Store

OFFERED = (  # what asks nothing, or only offers something, and is not shown again
    *(Question.LOG_PAGE, Question.SYMPTOM_PAGE, Question.SYMPTOM_SEVERITY),
    *(Question.ASKING, Question.CONTACT, Question.PROFILE),
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NAMED, _MEANT, _AMOUNT = "=", "?", "!"  # how it was asked, before what it is about


async def ask_when(store: Store, person: Person, dose: DoseId, at: datetime) -> None:
    """The time of day typed next is when they took this dose."""
    await _ask(store, person, Question.TOOK_WHEN, str(dose), at)


async def ask_skip(store: Store, person: Person, dose: DoseId, at: datetime) -> None:
    """The words typed next are why they skip this dose."""
    await _ask(store, person, Question.SKIP_REASON, str(dose), at)


async def ask_taper(store: Store, person: Person, at: datetime) -> None:
    """The words typed next are why they want a taper."""
    await _ask(store, person, Question.TAPER_REASON, "", at)


async def ask_page(store: Store, person: Person, page: int, at: datetime) -> None:
    """The "older" typed next goes back from this page of the log."""
    await _ask(store, person, Question.LOG_PAGE, str(page), at)


async def ask_correcting(store: Store, person: Person, step: str, at: datetime) -> None:
    """The words typed next go on with the correction of the log at this step."""
    await _ask(store, person, Question.CORRECTING, step, at)


async def ask_city(store: Store, person: Person, at: datetime) -> None:
    """The city typed next is where they are now."""
    await _ask(store, person, Question.CITY, "", at)


async def ask_topic(store: Store, person: Person, about: str, at: datetime) -> None:
    """The words typed next may go on with what was asked: a number, "more", "sources"."""
    await _ask(store, person, Question.ASKING, about, at)


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
        case AskWhich(doses, taken_at, was_taken, mg=mg) if doses:
            return Question.WHICH_DOSE, _which(doses, taken_at, "" if was_taken else _MEANT, mg)
        case OtherAmount(dose, mg, taken_at):
            return Question.WHICH_DOSE, _which((dose,), taken_at, _AMOUNT, mg)
        case AskWhich(_, taken_at, True):
            return Question.EXTRA_DOSE, _extra(taken_at or at, None, at)
        case AskExtra(dose=dose, taken_at=taken_at):
            return Question.EXTRA_DOSE, _extra(taken_at, dose, at)
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


def _which(doses: tuple[Dose, ...], taken_at: datetime | None, how: str, mg: Decimal | None) -> str:
    names = ",".join(str(dose.id) for dose in doses)
    return f"{how}{_written(taken_at)}|{names}" + ("" if mg is None else f"|{mg}")


def is_taken(about: str) -> bool:
    """Which dose was taken was asked; else only which one is meant."""
    return not about.startswith(_MEANT)


def is_amount(about: str) -> bool:
    """The planned amount of the one dose was offered, in place of another that was said."""
    return about.startswith(_AMOUNT)


def doses_of(about: str) -> tuple[datetime | None, tuple[DoseId, ...]]:
    """The instant that was said, and the doses that were offered."""
    minutes, names, *_ = about.lstrip(_NAMED + _MEANT + _AMOUNT).split("|")
    said = _EPOCH + timedelta(minutes=int(minutes)) if minutes else None
    return said, tuple(dose_of(name) for name in names.split(",") if name)


def amount_of(about: str) -> Decimal | None:
    """The amount in mg that was said before it was asked which dose was taken."""
    _, _, *mg = about.split("|")
    return Decimal(mg[0]) if mg else None


def _extra(taken_at: datetime, dose: Dose | None, at: datetime) -> str:
    named = "" if is_just_now(taken_at, at) else _NAMED
    return f"{named}{_written(taken_at)}|{dose.id if dose else ''}"


def extra_of(about: str) -> tuple[datetime, DoseId | None, bool]:
    """The instant of the dose more, the dose of the plan it may be, and: was the time shown?"""
    said, offered = doses_of(about)
    assert said is not None, "it is always kept with its instant"  # noqa: S101
    return said, offered[0] if offered else None, about.startswith(_NAMED)


def _written(at: datetime | None) -> str:
    return "" if at is None else str((at - _EPOCH) // timedelta(minutes=1))
