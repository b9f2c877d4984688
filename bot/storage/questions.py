"""Every statement about the questions that wait: one of the set-up, one small one aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, exists, insert, or_, select, update

from bot.domain.setup import Question
from bot.domain.terms import PersonId
from bot.storage.columns import seal, unseal
from bot.storage.rows import AnswerRow, CardRow, QuestionRow

_MINE = (QuestionRow.person_id == bindparam("person"), QuestionRow.aside == bindparam("beside"))
_ASK = insert(QuestionRow)
_SENT_SINCE = exists().where(
    CardRow.person_id == QuestionRow.person_id, CardRow.sent_at > QuestionRow.asked_at
)
_SAID_SINCE = exists().where(
    AnswerRow.patient_id == QuestionRow.person_id, AnswerRow.at > QuestionRow.asked_at
)
_WAITING = select(
    QuestionRow.kind,
    QuestionRow.answers,
    QuestionRow.asked_at,
    or_(_SENT_SINCE, _SAID_SINCE).label("overtaken"),
).where(*_MINE)
_KEEP = update(QuestionRow).where(*_MINE).values(answers=bindparam("sealed"))
_CLEAR = delete(QuestionRow).where(*_MINE)


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
    sealed = seal(conn, QuestionRow.answers, person, answers)
    kept = {"person_id": person, "aside": aside, "kind": question, "asked_at": at}
    conn.execute(_ASK, {**kept, "answers": sealed})


def waiting(conn: Connection, person: PersonId, *, aside: bool = False) -> Waiting | None:
    """The question that waits."""
    row = conn.execute(_WAITING, {"person": person, "beside": aside}).one_or_none()
    if row is None:
        return None
    answers = unseal(conn, QuestionRow.answers, person, row.answers) or ""
    return Waiting(Question(row.kind), answers, row.asked_at, bool(row.overtaken))


def keep(conn: Connection, person: PersonId, answers: str) -> None:
    """The set-up's question waits on as it was asked, with these answers (sealed)."""
    sealed = seal(conn, QuestionRow.answers, person, answers)
    conn.execute(_KEEP, {"person": person, "beside": False, "sealed": sealed})


def clear(conn: Connection, person: PersonId, *, aside: bool = False) -> None:
    """No such question waits."""
    conn.execute(_CLEAR, {"person": person, "beside": aside})
