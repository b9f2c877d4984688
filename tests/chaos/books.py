"""What the bot keeps as plain records, read without any code of the bot's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Protocol
from uuid import UUID

ANSWERS = """SELECT answer.*, person.telegram_id FROM answer
    JOIN person ON person.id = patient_id"""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a plan: wall times with mg, in a zone, from one instant to another."""

    id: str
    chat: int
    zone: str
    starts: datetime
    ends: datetime | None
    made: datetime
    slots: tuple[tuple[time, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A dose as the bot keeps it."""

    id: UUID
    chat: int
    plan: str
    date: date
    slot: int
    mg: Decimal
    due: datetime
    closes: datetime
    state: str
    taken: datetime | None


@dataclass(frozen=True, slots=True)
class Answered:
    """A row of the log of answers, in the order in which they were kept."""

    id: str
    chat: int
    dose: UUID | None
    kind: str
    at: datetime
    in_error: bool
    own: bool
    door: str
    taken: datetime | None


@dataclass(frozen=True, slots=True)
class Rest:
    """A span in which a person is asked less: `kind` is pause, hospital or reminders_only.

    `ended`: it was ended before its time came, or without one.
    """

    chat: int
    kind: str
    since: datetime
    until: datetime | None
    ended: bool

    def meets(self, since: datetime, until: datetime) -> bool:
        """They have an instant in common."""
        return self.since <= until and (self.until is None or since <= self.until)

    def runs(self, at: datetime) -> bool:
        """It had begun before this instant, and was not over."""
        return self.since < at and (self.until is None or at < self.until)


@dataclass(slots=True)
class Books:
    """Everything the judge looks at in one file."""

    versions: dict[int, list[Version]] = field(default_factory=dict)
    doses: dict[UUID, Kept] = field(default_factory=dict)
    answers: list[Answered] = field(default_factory=list)
    of_dose: dict[UUID, list[Answered]] = field(default_factory=dict)
    rests: list[Rest] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    damage: list[str] = field(default_factory=list)

    def said_of(self, dose: UUID) -> list[Answered]:
        """The answers about a dose, in the order in which they were kept."""
        return self.of_dose.get(dose, [])


@dataclass(slots=True)
class Remains:
    """What a death left behind: damage, and the answers by id, with whose they are and what."""

    damage: list[str] = field(default_factory=list)
    answers: dict[str, tuple[int, str]] = field(default_factory=dict)


class Source(Protocol):
    """A database as it stands at one moment."""

    def rows(self, query: str) -> Iterable[Mapping[str, Any]]:
        """What a query finds."""

    def answers(self) -> Iterable[Mapping[str, Any]]:
        """With their people's telegram_id, in the order in which they were kept."""

    def damage(self) -> list[str]:
        """What the database finds wrong with itself."""


def remains(source: Source) -> Remains:
    """The least of it: for every death."""
    found = Remains(source.damage())
    for row in source.rows(ANSWERS):
        found.answers[str(row["id"])] = (row["telegram_id"], row["kind"])
    return found


def read(source: Source, at: datetime) -> Books:
    """The books as they are at an instant; `stuck` is what should have been settled by then."""
    books = Books(damage=source.damage())
    _read_plans(source, books)
    _read_doses(source, books)
    _read_answers(source, books)
    books.rests = list(_rests(source))
    books.stuck = list(_stuck(source, at))
    return books


def _read_plans(source: Source, books: Books) -> None:
    slots: dict[str, list[tuple[time, Decimal]]] = defaultdict(list)
    for row in source.rows("SELECT * FROM slot ORDER BY plan_id, position"):
        wall = time.fromisoformat(row["wall"]), Decimal(row["mg"])
        slots[str(row["plan_id"])].append(wall)
    query = """SELECT plan.*, person.telegram_id FROM plan
        JOIN medication ON medication.id = plan.medication_id
        JOIN person ON person.id = medication.patient_id ORDER BY version"""
    for row in source.rows(query):
        version = Version(
            str(row["id"]),
            row["telegram_id"],
            row["zone"],
            _instant(row["starts_at"]),
            _perhaps(row["ends_at"]),
            _instant(row["created_at"]),
            tuple(slots[str(row["id"])]),
        )
        books.versions.setdefault(version.chat, []).append(version)


def _read_doses(source: Source, books: Books) -> None:
    query = "SELECT dose.*, person.telegram_id FROM dose JOIN person ON person.id = patient_id"
    for row in source.rows(query):
        dose = Kept(
            UUID(str(row["id"])),
            row["telegram_id"],
            str(row["plan_id"]),
            date.fromisoformat(str(row["local_date"])),
            row["slot"],
            Decimal(row["mg"]),
            _instant(row["due_at"]),
            _instant(row["closes_at"]),
            row["state"],
            _perhaps(row["taken_at"]),
        )
        books.doses[dose.id] = dose


def _read_answers(source: Source, books: Books) -> None:
    for row in source.answers():
        answer = Answered(
            str(row["id"]),
            row["telegram_id"],
            None if row["dose_id"] is None else UUID(str(row["dose_id"])),
            row["kind"],
            _as_given(_instant(row["at"])),
            row["in_error_at"] is not None,
            row["actor_id"] == row["patient_id"],
            row["door"],
            _perhaps(row["taken_at"]),
        )
        books.answers.append(answer)
        if answer.dose is not None:
            books.of_dose.setdefault(answer.dose, []).append(answer)


def _rests(source: Source) -> Iterator[Rest]:
    query = """SELECT pause.*, person.telegram_id FROM pause
        JOIN person ON person.id = patient_id ORDER BY started_at"""
    for row in source.rows(query):
        until = _perhaps(row["ended_at"]) or _perhaps(row["ends_at"])
        since, ended = _instant(row["started_at"]), row["ended_at"] is not None
        yield Rest(row["telegram_id"], row["kind"], since, until, ended)
    query = "SELECT * FROM person WHERE reminders_only_at IS NOT NULL"
    for row in source.rows(query):
        since = _instant(row["reminders_only_at"])
        yield Rest(row["telegram_id"], "reminders_only", since, None, ended=False)


def _stuck(source: Source, at: datetime) -> Iterator[str]:
    """Rows that a beat at `at` would have settled."""
    for row in source.rows("SELECT * FROM outbox WHERE act_at IS NOT NULL"):
        if _instant(row["act_at"]) <= at:
            yield f"outbox row {row['id']} ({row['kind']}) is {row['state']} past its time"
    for row in source.rows("SELECT * FROM dose WHERE state IN ('open', 'planned')"):
        if _instant(row["closes_at"]) <= at:
            yield f"dose {row['id']} is {row['state']} past its window"


def _perhaps(kept: Any) -> datetime | None:
    return None if kept is None else _instant(kept)


def _as_given(at: datetime) -> datetime:
    """Answers of one instant are kept microseconds apart."""
    return at - timedelta(microseconds=at.microsecond % 1000)


def _instant(kept: Any) -> datetime:
    """SQLite keeps microseconds since 1970."""
    return kept if isinstance(kept, datetime) else _EPOCH + timedelta(microseconds=kept)
