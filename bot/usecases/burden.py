"""How often the bot may ring in a day: what is too much comes without a sound, and is not lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.domain.burden import is_too_much
from bot.domain.dose import Say
from bot.domain.message import CatchUp, Letter, Reminder
from bot.domain.policy import Policy
from bot.domain.red_flags import Raised
from bot.domain.rungs import CallNow
from bot.domain.wallclock import day_of, instant
from bot.storage import Connection, doses, rings
from bot.storage.outbox import Entry

_DAY = timedelta(days=1)
_KEPT = timedelta(days=3)


def hushed(conn: Connection, policy: Policy, entry: Entry, letter: Letter, at: datetime) -> Letter:
    """The letter, silent where the person was rung enough today.

    In all 2n + 2 a day for n doses. n of these are kept for the first card of each dose, which
    always rings; a card that was asked for (a snooze) and what is urgent count for nothing.
    """
    if letter.silent or _is_free(entry, letter):
        return letter
    begins = instant(day_of(at, letter.to.zone), time(), letter.to.zone)
    rung = rings.counts(conn, letter.to.person_id, begins)
    today = doses.between(conn, letter.to.person_id, begins, begins + _DAY)
    if is_too_much(entry.kind, rung, len(today), policy):
        return replace(letter, silent=True)
    return replace(letter, topic=entry.kind)


def _is_free(entry: Entry, letter: Letter) -> bool:
    message = letter.message
    if isinstance(message, CallNow | Raised):
        return True
    if not isinstance(message, Reminder | CatchUp):
        return False
    return entry.kind in (Say.REMINDER, Say.SNOOZED) or message.dose.delivered_at is None


def rang(conn: Connection, letter: Letter, at: datetime) -> None:
    """It arrived: it counts, once."""
    if letter.topic is not None:
        rings.add(conn, letter.id, letter.to.person_id, letter.topic, at)
        rings.forget(conn, letter.to.person_id, at - _KEPT)
