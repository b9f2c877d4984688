"""Every statement about the questions that wait: one of the set-up, one small one aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from bot.domain.setup import Question
from bot.domain.terms import PersonId
from bot.storage.columns import seal, unseal
from bot.storage.rows import AnswerRow, CardRow, QuestionRow


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that waits, and what was answered so far.

    `overtaken`: the bot has sent a card since, or a dose was answered or corrected, so that a bare
    "yes" may be meant for that.
    """

    question: Question
    answers: str
    asked_at: datetime
    overtaken: bool


def ask(
    conn: Connection,
    person: PersonId,
    question: Question,
    answers: str,
    at: datetime,
    *,
    aside: bool = False,
) -> None:
    """This question waits from now on, with what was answered so far (sealed)."""
    clear(conn, person, aside=aside)
    conn.execute(
        insert(QuestionRow).values(
            person_id=person,
            aside=aside,
            kind=question,
            answers=seal(conn, QuestionRow.answers, person, answers),
            asked_at=at,
        )
    )


def waiting(conn: Connection, person: PersonId, *, aside: bool = False) -> Waiting | None:
    """The question that waits."""
    row = conn.execute(
        select(QuestionRow.kind, QuestionRow.answers, QuestionRow.asked_at).where(
            QuestionRow.person_id == person, QuestionRow.aside.is_(aside)
        )
    ).one_or_none()
    if row is None:
        return None
    answers = unseal(conn, QuestionRow.answers, person, row.answers) or ""
    cards = select(CardRow.id).where(CardRow.person_id == person, CardRow.sent_at > row.asked_at)
    said = select(AnswerRow.id).where(AnswerRow.patient_id == person, AnswerRow.at > row.asked_at)
    overtaken = any(conn.execute(each.limit(1)).first() is not None for each in (cards, said))
    return Waiting(Question(row.kind), answers, row.asked_at, overtaken)


def keep(conn: Connection, person: PersonId, answers: str) -> None:
    """The set-up's question waits on as it was asked, with these answers (sealed)."""
    conn.execute(
        update(QuestionRow)
        .where(QuestionRow.person_id == person, QuestionRow.aside.is_(False))
        .values(answers=seal(conn, QuestionRow.answers, person, answers))
    )


def clear(conn: Connection, person: PersonId, *, aside: bool = False) -> None:
    """No such question waits."""
    conn.execute(
        delete(QuestionRow).where(QuestionRow.person_id == person, QuestionRow.aside.is_(aside))
    )
