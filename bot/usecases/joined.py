"""Rows of the outbox that go in one letter: a catch-up says what two groups wait to say.

The others are held behind the row that was claimed and share its fate. Each keeps its own count of
unknown outcomes, for a card is sent again less often than a question.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain.dose import Say
from bot.domain.message import CatchUp, Letter, Message, Offline, PauseOver
from bot.domain.terms import DoseId, OutboxId, PersonId
from bot.storage import Connection, outbox
from bot.storage.outbox import LEASE, Entry, OutboxState
from bot.usecases.again import ASKING, is_given_up, next_try
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


def left_out(
    conn: Connection, patient: PersonId, message: Message, at: datetime
) -> frozenset[DoseId]:
    """What nobody knows about, either, and the message does not ask about: it was asked before."""
    return _unknown(conn, patient, at) - _asked(message) if _asks(message) else frozenset()


def doubt(conn: Connection, letter: Letter, at: datetime) -> None:
    """It may have arrived: each row is sent again as its kind allows, or given up."""
    for each in outbox.entries(conn, (letter.id, *letter.behind)):
        wait = next_try(each.kind, each.doubts - 1)
        if wait is None:
            outbox.settle(conn, each.id, OutboxState.UNKNOWN, at)
        else:
            outbox.postpone(conn, each.id, at + wait, each.doubts)
    _ask_next(conn, letter, _asked(letter.message), at)


def give_up(conn: Connection, entry: Entry, at: datetime) -> None:
    """Found after its last lease. What closed since it flew was not in it, and is asked about."""
    outbox.settle(conn, entry.id, OutboxState.UNKNOWN, at)
    flew_at, patient = entry.due_at - LEASE, entry.person_id
    found = unanswered(conn, patient, at - LOOK_BACK, at)
    if entry.kind in ASKING and any(dose.closes_at > flew_at for dose in found):
        ask_about_unknown(conn, patient, at)


def park(conn: Connection, which: OutboxId, until: datetime, at: datetime) -> None:
    """Its chat is parked. What is sent no more is given up now, while it is known when it flew."""
    for entry in outbox.entries(conn, (which,)):
        if is_given_up(entry.kind, entry.doubts):
            give_up(conn, entry, at)
        else:
            outbox.push_on(conn, which, until)


def refused(conn: Connection, letter: Letter, at: datetime) -> None:
    """The server never takes it: what was held behind it may still be said alone."""
    outbox.settle(conn, letter.id, OutboxState.DEAD, at)
    _release(conn, letter, at)
    _ask_next(conn, letter, _asked(letter.message), at)


def arrived(conn: Connection, letter: Letter, at: datetime, *, overtaken: bool) -> None:
    """It said what the others wait to say, unless it was overtaken or more has come meanwhile."""
    message, patient = letter.message, letter.to.person_id
    if not _asks(message):
        return
    said = frozenset() if overtaken else _asked(message)
    if isinstance(message, CatchUp) and not overtaken:
        outbox.drop_group(conn, patient, str(message.dose.id), at)
    elif isinstance(message, CatchUp) and message.pause_over:
        outbox.postpone(conn, letter.id, at, 0)  # nobody was told of its end yet
    if _unknown(conn, patient, at) <= said:
        outbox.drop_group(conn, patient, Say.OFFLINE, at)
    _release(conn, letter, at)
    _ask_next(conn, letter, said, at)


def _ask_next(conn: Connection, letter: Letter, said: frozenset[DoseId], at: datetime) -> None:
    """A question is done with: what it did not say, and nobody was asked before, is asked next."""
    if not _asks(letter.message):
        return
    left = _unknown(conn, letter.to.person_id, at) - said - letter.beside
    if left:
        new = left - _asked(letter.message)
        ask_about_unknown(conn, letter.to.person_id, at, outage=letter.outage or bool(new))


def _asks(message: Message) -> bool:
    return isinstance(message, CatchUp | Offline | PauseOver)


def _asked(message: Message) -> frozenset[DoseId]:
    """The doses nobody knows about that it asks about."""
    match message:
        case CatchUp():
            return frozenset(dose.id for dose in message.unknown)
        case Offline() | PauseOver():
            return frozenset(dose.id for dose in message.doses)
        case _:
            return frozenset()


def _unknown(conn: Connection, patient: PersonId, at: datetime) -> frozenset[DoseId]:
    return frozenset(dose.id for dose in unanswered(conn, patient, at - LOOK_BACK, at))


def _release(conn: Connection, letter: Letter, until: datetime) -> None:
    """What was held behind it is to be sent then, and in no more doubt than before."""
    for each in outbox.entries(conn, letter.behind):
        outbox.postpone(conn, each.id, until, each.doubts - 1)
