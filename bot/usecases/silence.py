"""Days of silence: reminders only is offered, chosen and left."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from bot.domain.dose import Say
from bot.domain.message import Silence
from bot.domain.pauses import USUAL, Pause, PauseKind
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.silence import is_silent
from bot.domain.stopping import StopWay
from bot.domain.terms import PauseId, PersonId
from bot.storage import Connection, boards, outbox, pauses, people, silence
from bot.storage.outbox import Entry
from bot.storage.store import Cause, Store
from bot.usecases import stop_guard
from bot.usecases.lives import life_of

_PRIORITY = 7  # after everything else: it never holds a reminder up


def say(conn: Connection, person: Person, entry: Entry, at: datetime) -> Silence | None:
    """The offer as it goes out; nothing where something was answered since, or a rest runs."""
    since = datetime.fromisoformat(str(entry.arguments["since"]))
    last = silence.last_answer_at(conn, person.id)
    if life_of(conn, person.id, at) != USUAL or (last is not None and last > since):
        return None
    return Silence(since)


def offer_reminders_only(conn: Connection, policy: Policy, patient: PersonId, at: datetime) -> None:
    """Put the offer in the outbox, once a silence, where the person has answered nothing for days.

    A pause, a stay in hospital and a time of reminders only are no silence; it begins after them.
    Whether one of them runs is looked at when the offer goes out.
    """
    known = (silence.last_answer_at(conn, patient), pauses.last_over_at(conn, patient, at))
    last = max((each for each in known if each is not None), default=None)
    count, first = silence.not_logged_since(conn, patient, last)
    since = last or first
    if since is None or not is_silent(since, count, at, policy):
        return
    outbox.put(
        conn,
        patient,
        Say.SILENCE,
        {"since": since.isoformat()},
        cause=f"{Say.SILENCE}:{patient}:{since.isoformat()}",
        at=at,
        priority=_PRIORITY,
        group_key=Say.SILENCE,
    )


async def choose_reminders_only(
    store: Store, policy: Policy, person: Person, at: datetime, cause: Cause
) -> None:
    """From now on nothing is asked about doses that are not logged. Twice changes nothing."""

    def work(conn: Connection) -> None:
        now = people.lock(conn, person.id)
        if now.reminders_only_at is None:
            people.change(conn, person.id, reminders_only_at=at)
            boards.touch(conn, person.id)
            stop_guard.went_on(conn, policy, person.id, StopWay.REMINDERS_ONLY, at)

    await store.write(work, cause)


async def ask_again(store: Store, person: Person, at: datetime, cause: Cause) -> bool:
    """Ask as before; what closed meanwhile is not asked about. False where that was so already."""

    def work(conn: Connection) -> bool:
        since = people.lock(conn, person.id).reminders_only_at
        if since is None:
            return False
        people.change(conn, person.id, reminders_only_at=None)
        span = Pause(PauseId(uuid4()), PauseKind.REMINDERS_ONLY, since, None, at)
        pauses.add(conn, person.id, span)
        return True

    return await store.write(work, cause)
