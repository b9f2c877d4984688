"""What a row of the outbox says when its turn comes; nothing where it is no longer true."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.dose import Dose, Say
from bot.domain.message import (
    Addressee,
    CatchUp,
    Letter,
    Message,
    Moving,
    NotLogged,
    Nudge,
    Offline,
    PauseOver,
    PlanChanged,
    Reminder,
    Silence,
    TabletsLeft,
)
from bot.domain.nudging import has_room
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.terms import DoseId, DoseState, PauseId
from bot.storage import Connection, cards, doses, outbox, pauses, pulse
from bot.storage.outbox import Entry
from bot.usecases import (
    changing,
    ending,
    hospital,
    ladder,
    moving,
    red_flags,
    silence,
    supply_watch,
)
from bot.usecases.again import is_given_up
from bot.usecases.doubt import nearest
from bot.usecases.lives import life_of, unanswered
from bot.usecases.offline import LOOK_BACK
from bot.usecases.pauses import over

_LATE = timedelta(minutes=2)
_SILENT = NotLogged | PauseOver | PlanChanged | Silence | Moving
Span = tuple[datetime, datetime]
Write = Callable[[Connection, Person, Entry, datetime], Message | None]


def letter(
    person: Person,
    entry: Entry,
    message: Message,
    behind: tuple[Entry, ...],
    beside: frozenset[DoseId],
) -> Letter:
    """The message on its way to the person. What can wait for their next look makes no sound.

    That nothing was logged can, and what may come at night: a pause that is over, a changed plan.
    It is a repeat where any row it speaks for may have arrived.
    """
    to = Addressee(
        person.id, person.telegram_id, person.language, person.zone or "UTC", person.country
    )
    silent = isinstance(message, _SILENT) or (isinstance(message, Offline) and message.quiet)
    silent = silent or (isinstance(message, TabletsLeft) and message.can_wait)
    rows = (entry, *behind)
    return Letter(
        entry.id,
        to,
        message,
        repeat=any(each.doubts or each.arguments.get("doubted") for each in rows),
        silent=silent,
        attempts=entry.attempts,
        doubts=entry.doubts,
        behind=tuple(each.id for each in behind),
        beside=beside,
        outage=_may_name_outage(rows),
    )


def _may_name_outage(rows: Iterable[Entry]) -> bool:
    """None of the rows that ask says that something else is why nobody knows."""
    return all(each.arguments.get("outage", True) for each in rows)


def message(
    conn: Connection, policy: Policy, person: Person, entry: Entry, at: datetime
) -> Message | None:
    """What the row says at `at`; None where there is nothing true to say any more."""
    kind = Say(entry.kind)
    if kind in _WRITE_BY_POLICY:
        return _WRITE_BY_POLICY[kind](conn, policy, person, entry, at)
    found = _WRITE[kind](conn, person, entry, at)
    if found is None or (isinstance(found, Nudge) and not has_room(found.dose, at, policy)):
        return None
    if isinstance(found, Reminder | Nudge | CatchUp):
        found = replace(found, near=nearest(conn, policy, person.id, found.dose, at))
    return ladder.with_gap(conn, policy, person, found, at)


def _about(conn: Connection, entry: Entry) -> Dose | None:
    return doses.find(conn, DoseId(UUID(str(entry.arguments["dose"]))))


def _is_open(dose: Dose, at: datetime) -> bool:
    return dose.state is DoseState.OPEN and at < dose.closes_at and dose.snoozed_until is None


def _asking(conn: Connection, person: Person, entry: Entry, at: datetime) -> Message | None:
    """A card about an open dose; what waits to be asked about others goes with it."""
    dose = _about(conn, entry)
    if dose is None or not _is_open(dose, at):
        return None
    again = entry.kind == Say.AGAIN
    if again and _is_asked(conn, dose):
        return None
    waits = outbox.waiting(conn, person.id, Say.OFFLINE, at)
    unknown = unanswered(conn, person.id, at - LOOK_BACK, at) if waits else ()
    if again or unknown:
        return _catch_up(conn, dose, unknown, _outage(conn, dose, *waits), at)
    return Reminder(dose, entry.kind == Say.REMINDER and _is_late(dose, at))


def _catch_up(
    conn: Connection, dose: Dose, unknown: tuple[Dose, ...], outage: Span | None, at: datetime
) -> CatchUp:
    again, late = dose.delivered_at is not None, _is_late(dose, at)
    return CatchUp(dose, unknown, again, late, *(outage or (None, None)))


def _is_late(dose: Dose, at: datetime) -> bool:
    return at - dose.due_at > _LATE


def _is_asked(conn: Connection, dose: Dose) -> bool:
    """A card has arrived since it was to be asked about."""
    sent_at = cards.last_sent(conn, dose.id)
    return sent_at is not None and dose.asked_at is not None and sent_at >= dose.asked_at


def _outage(conn: Connection, dose: Dose, *about: Entry) -> Span | None:
    """The last outage, where the dose's own window fell into it.

    None where one of the rows that ask says that something else is why nobody knows.
    """
    outage = pulse.last_outage(conn)
    if outage is None or not _may_name_outage(about):
        return None
    since, until = outage
    return outage if since < dose.closes_at and dose.due_at < until else None


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
    """The doses nobody can know about, and the outage the newest fell into; None without any.

    They go with the card of an open dose, where that waits to be sent.
    """
    found = unanswered(conn, person.id, at - LOOK_BACK, at)
    if not found:
        return None
    asked = _waiting_card(conn, person, at)
    if asked is not None:
        return _catch_up(conn, asked, found, _outage(conn, asked, entry), at)
    since, until = _outage(conn, found[0], entry) or (None, None)
    quiet = until is not None and _is_asked_after(conn, found[0], until)
    after = doses.next_due(conn, person.id, found[0].due_at)
    return Offline(found, since, until, after, quiet)


def _waiting_card(conn: Connection, person: Person, at: datetime) -> Dose | None:
    """The newest open dose whose card waits to be sent. One that is given up would be a third."""
    for dose in reversed(doses.opened(conn, person.id)):
        waits = outbox.waiting(conn, person.id, str(dose.id), at) if _is_open(dose, at) else ()
        if not all(is_given_up(each.kind, each.doubts) for each in waits):
            return dose
    return None


def _is_asked_after(conn: Connection, dose: Dose, outage: datetime) -> bool:
    """It was asked about as the outage ended; polling may be up a moment after that."""
    asked_at = dose.asked_at
    return asked_at is not None and asked_at + _LATE > outage and _is_asked(conn, dose)


def _pause_over(conn: Connection, person: Person, entry: Entry, at: datetime) -> Message | None:
    """Nothing where the pause was ended or given another end since, or another one holds.

    One that ended while the bot stood still goes with the card of an open dose that waits, too.
    """
    pause = pauses.find(conn, PauseId(UUID(str(entry.arguments["pause"]))))
    if pause is None or pause.ends_at is None or pause.ended_at is not None:
        return None
    if life_of(conn, person.id, at).pause is not None:
        return None
    said = over(conn, person.id, at)
    asked = _waiting_card(conn, person, at)
    if asked is not None and at - pause.ends_at > _LATE:
        joined = _catch_up(conn, asked, said.doses, _outage(conn, asked), at)
        return replace(joined, pause_over=True)
    if asked is not None or not said.doses or said.doses[0].closes_at <= pause.ends_at:
        return said
    return replace(said, outage=_outage(conn, said.doses[0]))


_WRITE: Mapping[Say, Write] = {
    Say.REMINDER: _asking,
    Say.SNOOZED: _asking,
    Say.AGAIN: _asking,
    Say.NUDGE: _nudge,
    Say.NOT_LOGGED: _not_logged,
    Say.OFFLINE: _offline,
    Say.CHANGED: changing.say,
    Say.PAUSE_OVER: _pause_over,
    Say.STOP_CHECK: ending.say,
    Say.HOME: hospital.say,
    Say.SILENCE: silence.say,
    Say.RED_FLAG: red_flags.say,
}
_WRITE_BY_POLICY: Mapping[Say, Callable[..., Message | None]] = {
    Say.RUNG_TWO: ladder.say,
    Say.RUNG_THREE: ladder.say,
    Say.SUPPLY: supply_watch.say,
    Say.MOVING: moving.say,
}
