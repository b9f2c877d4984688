"""Meeting people, and losing and finding the way to them."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import uuid4

from bot.domain.dose import Say
from bot.domain.dose_events import Blocked
from bot.domain.dose_rules import apply
from bot.domain.pauses import PauseKind
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.terms import PersonId
from bot.storage import Connection, boards, doses, ladders, pauses, people, questions, shelf
from bot.storage.store import Cause, Store
from bot.usecases import ending
from bot.usecases.hospital import remind_of_plan
from bot.usecases.offline import ask_about_unknown
from bot.usecases.pauses import announce_end
from bot.usecases.remind import look_at

_KEPT = (Say.CHANGED, Say.SILENCE, Say.MOVING)  # as true after an unblock as before the block


async def meet(
    store: Store,
    telegram_id: int,
    name: str | None,
    username: str | None,
    language: str,
    at: datetime,
) -> Person:
    """The person with this Telegram id, met now if never before."""
    known = await store.read(partial(people.with_telegram_id, telegram_id=telegram_id))
    if known is not None:
        return known
    new = PersonId(uuid4())

    def work(conn: Connection) -> Person:
        people.add(conn, new, telegram_id, name, username, language, at)
        found = people.with_telegram_id(conn, telegram_id)
        assert found is not None, "it was added in this transaction"  # noqa: S101
        return found

    return await store.write(work)


async def lose(store: Store, policy: Policy, person: Person, at: datetime, cause: Cause) -> None:
    """The person blocks the bot: nothing is sent, and what was asked cannot be known.

    What is as true afterwards, like a change of the plan, is put by.
    """
    await store.write(lambda conn: mark_lost(conn, policy, person.id, at), cause)


def mark_lost(conn: Connection, policy: Policy, person: PersonId, at: datetime) -> None:
    """As `lose`, within a transaction of somebody else's."""
    people.change(conn, person, blocked_at=at)
    shelf.put_by(conn, person, _KEPT, at)
    for dose in doses.opened(conn, person):
        doses.save(conn, dose, apply(dose, Blocked(), at, policy).dose)


async def find_again(
    store: Store, policy: Policy, person: Person, at: datetime, cause: Cause
) -> None:
    """The person can be reached again: open what is still open, ask about the rest, at once.

    Both are put into the outbox together, and so become one message.
    """
    await store.write(lambda conn: find(conn, policy, person, at), cause)


def find(conn: Connection, policy: Policy, person: Person, at: datetime) -> None:
    """As `find_again`, within a transaction."""
    people.change(conn, person.id, blocked_at=None)
    shelf.take_down(conn, person.id, at)
    if person.onboarded_at is not None:
        boards.touch(conn, person.id)
        ladders.touch(conn, person.id)
    look_at(conn, policy, doses.due_of(conn, person.id, at), at, outage=False)
    running = pauses.running(conn, person.id, at)
    if running is not None:
        announce_end(conn, person.id, running, at)
    stays = running is not None and running.kind is PauseKind.HOSPITAL
    if stays and questions.waiting(conn, person.id) is not None:
        remind_of_plan(conn, person.id, at)  # home from hospital, the plan not told
    ending.ask_after_block(conn, policy, person.id, at)
    ask_about_unknown(conn, person.id, at, outage=False)


async def get(store: Store, person: PersonId) -> Person:
    """The person as they are now."""
    return await store.read(lambda conn: people.get(conn, person))
