"""Every statement about the question a person was asked last: one waits at a time."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from bot.domain.setup import Question
from bot.domain.terms import PersonId
from bot.storage.columns import seal, unseal
from bot.storage.rows import QuestionRow


def ask(conn: Connection, person: PersonId, question: Question, answers: str, at: datetime) -> None:
    """This question waits from now on, with what was answered so far (sealed)."""
    clear(conn, person)
    conn.execute(
        insert(QuestionRow).values(
            person_id=person,
            kind=question,
            answers=seal(conn, QuestionRow.answers, person, answers),
            asked_at=at,
        )
    )


def waiting(conn: Connection, person: PersonId) -> tuple[Question, str] | None:
    """The question that waits, and what was answered so far."""
    row = conn.execute(
        select(QuestionRow.kind, QuestionRow.answers).where(QuestionRow.person_id == person)
    ).one_or_none()
    if row is None:
        return None
    return Question(row.kind), unseal(conn, QuestionRow.answers, person, row.answers) or ""


def clear(conn: Connection, person: PersonId) -> None:
    """No question waits."""
    conn.execute(delete(QuestionRow).where(QuestionRow.person_id == person))
