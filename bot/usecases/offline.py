"""Asking, in one message a person, about doses that nobody could ask about."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.dose import Say
from bot.domain.terms import PersonId
from bot.storage import Connection, outbox
from bot.usecases.lives import unanswered

LOOK_BACK = timedelta(days=7)
_PRIORITY = 5


def ask_about_unknown(conn: Connection, patient: PersonId, at: datetime) -> None:
    """Put one question about all of them in the outbox, unless one waits or there are none.

    The end of a pause asks about all of them, too.
    """
    if any(outbox.is_waiting(conn, patient, each) for each in (Say.OFFLINE, Say.PAUSE_OVER)):
        return
    if not unanswered(conn, patient, at - LOOK_BACK, at):
        return
    outbox.put(
        conn,
        patient,
        Say.OFFLINE,
        {},
        cause=f"{Say.OFFLINE}:{patient}:{at.isoformat()}",
        at=at,
        priority=_PRIORITY,
        group_key=Say.OFFLINE,
    )
