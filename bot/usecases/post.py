"""The outbox's use cases: claim what is to be sent, and keep how it went."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from types import MappingProxyType
from uuid import uuid4

from bot.domain.dose import Dose
from bot.domain.dose_events import Delivered as DeliveredEvent
from bot.domain.dose_events import Reason
from bot.domain.dose_rules import apply
from bot.domain.message import (
    CardPlace,
    CatchUp,
    Letter,
    Message,
    Moving,
    NotLogged,
    Nudge,
    Offline,
    PauseOver,
    Reminder,
)
from bot.domain.outcomes import Refused
from bot.domain.policy import Policy
from bot.domain.red_flags import Raised
from bot.domain.terms import CardId, DoseState, OutboxId, PersonId
from bot.storage import Connection, cards, doses, outbox, people, questions, shelf
from bot.storage.alone import alone
from bot.storage.outbox import OutboxState
from bot.storage.store import Store
from bot.usecases import burden, joined, ladder, letters, moving
from bot.usecases.again import is_given_up
from bot.usecases.lives import life_of
from bot.usecases.people import mark_lost
from bot.usecases.receipts import (
    Delivered,
    Fault,
    Gone,
    NotSent,
    Parked,
    Receipt,
    Rejected,
    Unknown,
)

_log = logging.getLogger(__name__)
_PUSHED_ON = timedelta(minutes=1)
_BACK_OFF_MOST = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Claimed:
    """Letters to send now, one a person; `seen` rows were due, 0 where none was."""

    letters: tuple[Letter, ...]
    seen: int


@dataclass(frozen=True, slots=True)
class Settled:
    """`older` cards' buttons are to go; `overtaken`: the dose was answered while this one flew."""

    older: tuple[CardPlace, ...] = ()
    overtaken: Refused | None = None


async def claim(
    store: Store,
    policy: Policy,
    at: datetime,
    limit: int,
    busy: Collection[PersonId] = (),
    parked: Mapping[PersonId, datetime] = MappingProxyType({}),
) -> Claimed:
    """Take what is to be sent now, under a lease; what is no longer true is dropped.

    One letter a person, and none for those who are `busy`: theirs come in order. What is put for
    somebody `parked` waits until then. A row that raises is rolled back alone, looked at again
    later and reported; the others go on.
    """

    def work(conn: Connection) -> Claimed:
        claimed: dict[PersonId, Letter] = {}
        rows = outbox.due(conn, at, limit, busy)
        for which, person in rows:
            if person in claimed:
                continue
            if person in parked:
                act = partial(joined.park, conn, which, parked[person], at)
            else:
                act = partial(_claim, conn, policy, which, claimed, at)
            fault = alone(conn, act)
            if fault is not None:
                _log.error("letter %s cannot be handled: %s", which, type(fault).__name__)
                outbox.push_on(conn, which, at + _PUSHED_ON)
        return Claimed(tuple(claimed.values()), len(rows))

    return await store.write(work)


def _claim(
    conn: Connection,
    policy: Policy,
    which: OutboxId,
    claimed: dict[PersonId, Letter],
    at: datetime,
) -> None:
    entry = outbox.claim(conn, which, at)
    if is_given_up(entry.kind, entry.doubts):
        joined.give_up(conn, entry, at)
        ladder.gave_up(conn, entry, at)
        return
    person = people.get(conn, entry.person_id)
    message = None if person.blocked_at else letters.message(conn, policy, person, entry, at)
    if message is None:
        outbox.settle(conn, entry.id, OutboxState.DROPPED, at)
        return
    behind = joined.hold(conn, entry, message, at)
    beside = joined.left_out(conn, person.id, message, at)
    letter = letters.letter(person, entry, message, behind, beside)
    claimed[person.id] = burden.hushed(conn, policy, entry, letter, at)


async def settle(
    store: Store, policy: Policy, letter: Letter, receipt: Receipt, at: datetime
) -> Settled:
    """Keep how it went, and say which cards no longer tell the truth."""

    def work(conn: Connection) -> Settled:
        if isinstance(receipt, Delivered):
            return _delivered(conn, policy, letter, receipt.message_id, at)
        if outbox.is_sending(conn, letter.id):
            _not_delivered(conn, policy, letter, receipt, at)
            ladder.ended(conn, letter, at)
        elif not isinstance(receipt, Unknown):  # put by while it flew: blocked, perhaps unblocked
            shelf.did_not_arrive(conn, letter.id, letter.doubts)
        return Settled()

    return await store.write(work)


def _not_delivered(
    conn: Connection, policy: Policy, letter: Letter, receipt: Fault, at: datetime
) -> None:
    match receipt:
        case NotSent():
            wait = min(_BACK_OFF_MOST, timedelta(seconds=2 ** min(letter.attempts, 9)))
            joined.put_off(conn, letter, at + wait)
        case Parked(wait):
            joined.put_off(conn, letter, at + wait)
        case Unknown():
            joined.doubt(conn, letter, at)
        case Gone():
            joined.put_off(conn, letter, at)  # it surely did not arrive
            mark_lost(conn, policy, letter.to.person_id, at)
        case Rejected():
            joined.refused(conn, letter, at)


def _delivered(
    conn: Connection, policy: Policy, letter: Letter, message_id: int, at: datetime
) -> Settled:
    outbox.settle(conn, letter.id, OutboxState.SENT, at)
    about = [dose.id for dose in _doses(letter.message)]
    older = cards.live(conn, about)
    cards.retire(conn, older)
    place = CardPlace(CardId(uuid4()), letter.to.telegram_id, message_id)
    kind = type(letter.message).__name__.lower()
    cards.add(conn, place.card, letter.to.person_id, message_id, kind, about, at)
    if not isinstance(letter.message, Raised):  # what an emergency interrupts goes on afterwards
        questions.clear(conn, letter.to.person_id, aside=True)  # words typed now answer this card
    if isinstance(letter.message, Moving):
        moving.wait(conn, letter.to.person_id, letter.message.day, at)
    overtaken = None
    for which in about:
        dose = doses.find(conn, which)
        if dose is not None:
            doses.save(conn, dose, apply(dose, DeliveredEvent(), at, policy).dose)
            overtaken = overtaken or _overtaken(conn, letter.message, dose, at)
    shut = (place,) if about and life_of(conn, letter.to.person_id, at).has_no_plan else ()
    if overtaken is not None or shut:
        cards.retire(conn, [place])
    joined.arrived(conn, letter, at, overtaken=overtaken is not None)
    said = partial(ladder.sent, conn, letter, at, overtaken=overtaken is not None)
    for work in (said, partial(burden.rang, conn, letter, at)):
        fault = alone(conn, work)  # the card has arrived, whatever becomes of what is noted of it
        if fault is not None:
            _log.error("letter %s is not noted: %s", letter.id, type(fault).__name__)
    return Settled((*older, *shut), overtaken)


def _overtaken(conn: Connection, message: Message, dose: Dose, at: datetime) -> Refused | None:
    """The card asks for a dose that was answered after its claim, or that staff give by now."""
    match message:
        case Reminder() | Nudge() | NotLogged() | CatchUp() if dose.id == message.dose.id:
            pass
        case _:
            return None
    if dose.state is DoseState.OPEN:
        return None
    if dose.answered_at is not None:
        why = Reason.ALREADY
    elif dose.state is DoseState.UNKNOWN and at < message.dose.closes_at:  # as the card tells
        why = Reason.NOT_OPEN
    else:
        return None
    return Refused(why, dose, doses.next_due(conn, dose.patient_id, dose.due_at))


def _doses(message: Message) -> tuple[Dose, ...]:
    match message:
        case Offline() | CatchUp() | PauseOver():
            return message.doses
        case Reminder() | Nudge() | NotLogged():
            return (message.dose,)
        case _:
            return ()
