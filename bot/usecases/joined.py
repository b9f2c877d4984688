"""Rows of the outbox that go in one letter: a catch-up says what two groups wait to say.

The others are held behind the row that was claimed and share its fate. Each keeps its own count of
unknown outcomes, for a card is sent again less often than a question.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain.dose import Say
from bot.domain.message import CatchUp, Letter, Message, Offline, PauseOver
from bot.storage import Connection, outbox
from bot.storage.outbox import LEASE, Entry, OutboxState
from bot.usecases.again import next_try
from bot.usecases.lives import unanswered
from bot.usecases.offline import LOOK_BACK, ask_about_unknown


def hold(conn: Connection, entry: Entry, message: Message, at: datetime) -> tuple[Entry, ...]:
    """What else goes in this letter: not due while it flies, and in doubt if nothing settles it."""
    if not isinstance(message, CatchUp):
        return ()
    behind: tuple[Entry, ...] = ()
    for group in (str(message.dose.id), Say.OFFLINE):
        behind += outbox.waiting(conn, entry.person_id, group, at)
    for each in behind:
        outbox.postpone(conn, each.id, at + LEASE, each.doubts + 1)
    return behind


def put_off(conn: Connection, letter: Letter, until: datetime) -> None:
    """It surely did not go out: all of it is to be sent then."""
    outbox.postpone(conn, letter.id, until, letter.doubts)
    _release(conn, letter, until)


def doubt(conn: Connection, letter: Letter, at: datetime) -> None:
    """It may have arrived: each row is sent again as its kind allows, or given up."""
    for each in outbox.entries(conn, (letter.id, *letter.behind)):
        wait = next_try(each.kind, each.doubts - 1)
        if wait is None:
            outbox.settle(conn, each.id, OutboxState.UNKNOWN, at)
        else:
            outbox.postpone(conn, each.id, at + wait, each.doubts)


def refused(conn: Connection, letter: Letter, at: datetime) -> None:
    """The server never takes it: what was held behind it may still be said alone."""
    outbox.settle(conn, letter.id, OutboxState.DEAD, at)
    _release(conn, letter, at)


def arrived(conn: Connection, letter: Letter, at: datetime, *, overtaken: bool) -> None:
    """It said what the others wait to say, unless it was overtaken or more has come meanwhile."""
    message, patient = letter.message, letter.to.person_id
    if not isinstance(message, CatchUp | Offline | PauseOver):
        return
    asked = message.unknown if isinstance(message, CatchUp) else message.doses
    unknown = {dose.id for dose in unanswered(conn, patient, at - LOOK_BACK, at)}
    said = not overtaken and unknown <= {dose.id for dose in asked}
    if isinstance(message, CatchUp) and not overtaken:
        outbox.drop_group(conn, patient, str(message.dose.id), at)
        if said:
            outbox.drop_group(conn, patient, Say.OFFLINE, at)
    _release(conn, letter, at)
    if not said:
        ask_about_unknown(conn, patient, at)


def _release(conn: Connection, letter: Letter, until: datetime) -> None:
    """What was held behind it is to be sent then, and in no more doubt than before."""
    for each in outbox.entries(conn, letter.behind):
        outbox.postpone(conn, each.id, until, each.doubts - 1)
