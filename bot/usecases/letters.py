"""What a row of the outbox says when its turn comes; nothing where it is no longer true."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.dose import Dose, Say
from bot.domain.message import (
    Addressee,
    Letter,
    Message,
    NotLogged,
    Nudge,
    Offline,
    Reminder,
    Silence,
)
from bot.domain.pauses import USUAL
from bot.domain.person import Person
from bot.domain.terms import DoseId, DoseState, PauseId
from bot.storage import Connection, doses, pauses, pulse, silence
from bot.storage.outbox import Entry
from bot.usecases.lives import life_of, unanswered
from bot.usecases.offline import LOOK_BACK
from bot.usecases.pauses import over

_LATE = timedelta(minutes=2)
Write = Callable[[Connection, Person, Entry, datetime], Message | None]


def letter(person: Person, entry: Entry, message: Message) -> Letter:
    """The message on its way to the person; what only says that nothing was logged is silent."""
    to = Addressee(
        person.id, person.telegram_id, person.language, person.zone or "UTC", person.country
    )
    silent = isinstance(message, NotLogged)
    return Letter(entry.id, to, message, entry.doubts > 0, silent, entry.attempts, entry.doubts)


def message(conn: Connection, person: Person, entry: Entry, at: datetime) -> Message | None:
    """What the row says at `at`; None where there is nothing true to say any more."""
    return _WRITE[Say(entry.kind)](conn, person, entry, at)


def _about(conn: Connection, entry: Entry) -> Dose | None:
    return doses.find(conn, DoseId(UUID(str(entry.arguments["dose"]))))


def _is_open(dose: Dose, at: datetime) -> bool:
    return dose.state is DoseState.OPEN and at < dose.closes_at and dose.snoozed_until is None


def _reminder(conn: Connection, person: Person, entry: Entry, at: datetime) -> Message | None:
    dose = _about(conn, entry)
    if dose is None or not _is_open(dose, at):
        return None
    late = entry.kind == Say.REMINDER and at - dose.due_at > _LATE
    return Reminder(dose, late)


def _nudge(conn: Connection, person: Person, entry: Entry, at: datetime) -> Message | None:
    if person.reminders_only_at is not None:
        return None
    dose = _about(conn, entry)
    return Nudge(dose) if dose is not None and _is_open(dose, at) else None


def _not_logged(conn: Connection, person: Person, entry: Entry, at: datetime) -> Message | None:
    dose = _about(conn, entry)
    if dose is None or dose.state is not DoseState.MISSED or dose.answered_at is not None:
        return None
    if person.reminders_only_at is not None:
        return None
    return NotLogged(dose, doses.next_due(conn, person.id, dose.due_at))


def _offline(conn: Connection, person: Person, entry: Entry, at: datetime) -> Message | None:
    """The doses nobody can know about, and the outage they fell into; None without any."""
    found = unanswered(conn, person.id, at - LOOK_BACK, at)
    if not found:
        return None
    outage = pulse.last_outage(conn)
    inside = outage is not None and outage[0] < found[0].closes_at and found[0].due_at < outage[1]
    since, until = outage if outage is not None and inside else (None, None)
    return Offline(found, since, until, doses.next_due(conn, person.id, found[0].due_at))


def _pause_over(conn: Connection, person: Person, entry: Entry, at: datetime) -> Message | None:
    """Nothing where the pause was ended or given another end since."""
    pause = pauses.find(conn, PauseId(UUID(str(entry.arguments["pause"]))))
    if pause is None or pause.ends_at is None or pause.ended_at is not None or pause.runs(at):
        return None
    said = over(conn, person.id, at)
    asked = _offline(conn, person, entry, at)
    if not isinstance(asked, Offline) or asked.since is None or asked.until is None:
        return said
    explained = asked.doses[0].closes_at <= pause.ends_at
    return said if explained else replace(said, outage=(asked.since, asked.until))


def _silence(conn: Connection, person: Person, entry: Entry, at: datetime) -> Message | None:
    since = datetime.fromisoformat(str(entry.arguments["since"]))
    last = silence.last_answer_at(conn, person.id)
    if life_of(conn, person.id, at) != USUAL or (last is not None and last > since):
        return None
    return Silence(since)


_WRITE: Mapping[Say, Write] = {
    Say.REMINDER: _reminder,
    Say.SNOOZED: _reminder,
    Say.NUDGE: _nudge,
    Say.NOT_LOGGED: _not_logged,
    Say.OFFLINE: _offline,
    Say.PAUSE_OVER: _pause_over,
    Say.SILENCE: _silence,
}
