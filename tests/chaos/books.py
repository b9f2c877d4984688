"""The bot's database as plain records, read without any code of the bot's."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

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


@dataclass(slots=True)
class Books:
    """Everything the judge looks at in one file."""

    versions: dict[int, list[Version]] = field(default_factory=dict)
    doses: dict[UUID, Kept] = field(default_factory=dict)
    answers: list[Answered] = field(default_factory=list)
    of_dose: dict[UUID, list[Answered]] = field(default_factory=dict)
    stuck: list[str] = field(default_factory=list)
    damage: list[str] = field(default_factory=list)

    def said_of(self, dose: UUID) -> list[Answered]:
        """The answers about a dose, in the order in which they were kept."""
        return self.of_dose.get(dose, [])


def read(file: Path, at: datetime) -> Books:
    """The books as they are at an instant; `stuck` is what should have been settled by then."""
    with closing(sqlite3.connect(file)) as database:
        database.row_factory = sqlite3.Row
        books = Books()
        check = [row[0] for row in database.execute("PRAGMA integrity_check")]
        books.damage = [each for each in check if each != "ok"]
        books.damage += [str(tuple(row)) for row in database.execute("PRAGMA foreign_key_check")]
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'dose'").fetchone():
            return books
        _read_plans(database, books)
        _read_doses(database, books)
        books.stuck = list(_stuck(database, at))
    return books


def _read_plans(database: sqlite3.Connection, books: Books) -> None:
    slots: dict[str, list[tuple[time, Decimal]]] = defaultdict(list)
    for row in database.execute("SELECT * FROM slot ORDER BY plan_id, position"):
        slots[row["plan_id"]].append((time.fromisoformat(row["wall"]), Decimal(row["mg"])))
    query = """SELECT plan.*, person.telegram_id FROM plan
        JOIN medication ON medication.id = plan.medication_id
        JOIN person ON person.id = medication.patient_id ORDER BY version"""
    for row in database.execute(query):
        version = Version(
            row["id"],
            row["telegram_id"],
            row["zone"],
            _instant(row["starts_at"]),
            None if row["ends_at"] is None else _instant(row["ends_at"]),
            _instant(row["created_at"]),
            tuple(slots[row["id"]]),
        )
        books.versions.setdefault(version.chat, []).append(version)


def _read_doses(database: sqlite3.Connection, books: Books) -> None:
    query = "SELECT dose.*, person.telegram_id FROM dose JOIN person ON person.id = patient_id"
    for row in database.execute(query):
        dose = Kept(
            UUID(row["id"]),
            row["telegram_id"],
            row["plan_id"],
            date.fromisoformat(row["local_date"]),
            row["slot"],
            Decimal(row["mg"]),
            _instant(row["due_at"]),
            _instant(row["closes_at"]),
            row["state"],
        )
        books.doses[dose.id] = dose
    query = """SELECT answer.*, person.telegram_id FROM answer
        JOIN person ON person.id = patient_id ORDER BY answer.rowid"""
    for row in database.execute(query):
        answer = Answered(
            row["id"],
            row["telegram_id"],
            None if row["dose_id"] is None else UUID(row["dose_id"]),
            row["kind"],
            _instant(row["at"]),
            row["in_error_at"] is not None,
            row["actor_id"] == row["patient_id"],
        )
        books.answers.append(answer)
        if answer.dose is not None:
            books.of_dose.setdefault(answer.dose, []).append(answer)


def _stuck(database: sqlite3.Connection, at: datetime) -> Iterator[str]:
    """Rows that a beat at `at` would have settled."""
    now = (at - _EPOCH) // timedelta(microseconds=1)
    for row in database.execute("SELECT * FROM outbox WHERE act_at <= ?", (now,)):
        yield f"outbox row {row['id']} ({row['kind']}) is {row['state']} past its time"
    query = "SELECT * FROM dose WHERE state = 'open' AND closes_at <= ?"
    for row in database.execute(query, (now,)):
        yield f"dose {row['id']} is open past its window"
    query = "SELECT * FROM dose WHERE state = 'planned' AND closes_at <= ?"
    for row in database.execute(query, (now,)):
        yield f"dose {row['id']} is planned past its window"


def _instant(kept: Any) -> datetime:
    return _EPOCH + timedelta(microseconds=kept)
