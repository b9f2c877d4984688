"""The ladder's use cases: look at gaps whose time has come, and say what is to be said of them."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID, uuid4

from bot.domain.dose import Say
from bot.domain.ladder import NoteKind, Rung, look, rides
from bot.domain.message import CatchUp, Letter, Message, NotLogged, Nudge, Reminder
from bot.domain.pauses import USUAL
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.rungs import AnyTaken, CallNow, Gap, alerts
from bot.domain.setup import Question
from bot.domain.terms import PersonId
from bot.storage import Connection, ladders, outbox, people, questions
from bot.storage.alone import alone
from bot.storage.ladders import DueLadder
from bot.storage.outbox import Entry
from bot.storage.store import Store
from bot.usecases.alerting import addressed
from bot.usecases.gaps import Standing, standing
from bot.usecases.lives import life_of
from bot.usecases.pauses import coming

_log = logging.getLogger(__name__)
_BATCH = 50
_BATCHES = 4  # a beat: doses come first, and the next beat is a second away
_PUSHED_ON = timedelta(minutes=1)
_LOOK_AGAIN = timedelta(hours=1)  # should what is under way never be settled
_KINDS = {Rung.TWO: Say.RUNG_TWO, Rung.THREE: Say.RUNG_THREE}
_RUNGS = {str(kind): rung for rung, kind in _KINDS.items()}
_NOTES = {Rung.TWO: NoteKind.TWO, Rung.THREE: NoteKind.THREE}
_PRIORITY = {Rung.TWO: 3, Rung.THREE: 0}  # what is urgent goes before everything else


async def climb(store: Store, policy: Policy, at: datetime) -> bool:
    """Look at gaps whose time has come, a batch a transaction. Whether anything is to be said.

    Some hundreds at most: what is left waits for the next beat. A gap that raises is rolled back
    alone, looked at again later and reported.
    """
    to_say = False
    for _ in range(_BATCHES):
        if not await store.read(partial(ladders.is_due, at=at)):
            break
        to_say |= await store.write(partial(_climb, policy=policy, at=at))
    return to_say


def _climb(conn: Connection, policy: Policy, at: datetime) -> bool:
    said: list[PersonId] = []
    for each in ladders.due(conn, at, _BATCH):
        fault = alone(conn, partial(_look, conn, policy, each, at, said))
        if fault is not None:
            _log.error("the gap of %s cannot be handled: %s", each.patient, type(fault).__name__)
            ladders.look_again(conn, each, at + _PUSHED_ON)
    return bool(said)


def _look(
    conn: Connection, policy: Policy, due: DueLadder, at: datetime, said: list[PersonId]
) -> None:
    person = people.lock(conn, due.patient)
    rung, again_at, here = _seen(conn, policy, person, at)
    if rung is not None and here is not None:
        again_at = at + _LOOK_AGAIN
        if not outbox.is_under_way(conn, person.id, _KINDS[rung]):
            _put(conn, person, rung, here, at)
            said.append(person.id)
    ladders.look_again(conn, due, again_at)


def _seen(
    conn: Connection, policy: Policy, person: Person, at: datetime
) -> tuple[Rung | None, datetime | None, Standing | None]:
    """What is to be said now, when to look again, and how it stands."""
    life = life_of(conn, person.id, at)
    if person.blocked_at is not None or life.reminders_only:
        return None, None, None
    if life.pause is not None:
        return None, life.pause.over_at, None
    here = standing(conn, policy, person, at)
    if here is None:
        return None, None, None
    found = look(here.climb, at, policy)
    return found.say, found.again_at, here


def _put(conn: Connection, person: Person, rung: Rung, here: Standing, at: datetime) -> None:
    """What was put and dropped before, as a dose was logged, is put anew where that was undone."""
    kind, after = _KINDS[rung], here.gap.after
    number = 1 + sum(each.kind is _NOTES[rung] for each in here.climb.notes)
    outbox.put(
        conn,
        person.id,
        kind,
        {"after": str(after), "number": number},
        cause=f"{kind}:{after}:{number}:{uuid4()}",
        at=at,
        priority=_PRIORITY[rung],
        group_key=kind,
    )


def say(
    conn: Connection, policy: Policy, person: Person, entry: Entry, at: datetime
) -> AnyTaken | CallNow | None:
    """What a row says when its turn comes; nothing where it is not so any more."""
    rung, _, here = _seen(conn, policy, person, at)
    if here is None or rung is not _RUNGS[entry.kind] or str(here.gap.after) != _after(entry):
        ladders.touch(conn, person.id)  # perhaps later, or again
        return None
    following = coming(conn, person.id, at)
    if rung is Rung.TWO:
        return AnyTaken(here.gap, following)
    return CallNow(here.gap, following, int(entry.arguments["number"] or 1))


def _after(entry: Entry) -> str:
    return str(entry.arguments["after"])


def is_rung(kind: str) -> bool:
    """A row of this kind is said by `say`."""
    return kind in _RUNGS


def with_gap(
    conn: Connection, policy: Policy, person: Person, found: Message, at: datetime
) -> Message:
    """A card of a dose with what the ladder has to say on it.

    A reminder repeats the rule about the dose before it; the card that is due anyway carries the
    second rung. That a dose is not logged is said of the second in a gap in other words: "skip it"
    is a rule for one dose.
    """
    if not isinstance(found, Reminder | Nudge | CatchUp | NotLogged):
        return found
    here = standing(conn, policy, person, at)
    if here is None or life_of(conn, person.id, at) != USUAL:
        return found
    counted = here.counted(at)
    if isinstance(found, NotLogged):
        is_first = all(each.due_at >= found.dose.due_at for each in counted)
        return found if is_first else replace(found, gap=here.gap)
    if rides(here.climb, at, policy):
        return replace(found, gap=here.gap)
    if isinstance(found, Reminder) and len(counted) == 1 and not found.dose.snoozes:
        return replace(found, unlogged=counted[0])
    return found


def sent(conn: Connection, letter: Letter, at: datetime, *, overtaken: bool) -> None:
    """It arrived, or nothing more is tried: what it said of the gap is not said again.

    A "yes" or "no" typed next is the answer. Those whom the person chose are told with it.
    """
    message, patient = letter.message, letter.to.person_id
    match message:
        case AnyTaken(gap):
            questions.ask(conn, patient, Question.ANY_TAKEN, str(gap.after), at, aside=True)
            if _note(conn, patient, gap, NoteKind.TWO, 1, at):
                addressed(conn, alerts(Rung.TWO, patient, gap.since))
        case CallNow(gap, number=number):
            if _note(conn, patient, gap, NoteKind.THREE, number, at):
                addressed(conn, alerts(Rung.THREE, patient, gap.since))
        case Reminder() | Nudge() | CatchUp() if message.gap is not None and not overtaken:
            _note(conn, patient, message.gap, NoteKind.RODE, 1, at)
        case _:
            pass


def ended(conn: Connection, letter: Letter, at: datetime) -> None:
    """It did not surely arrive. Where it is not tried any more, it counts as said."""
    is_own = isinstance(letter.message, AnyTaken | CallNow)
    if is_own and not outbox.entries(conn, (letter.id,)):
        sent(conn, letter, at, overtaken=False)


def gave_up(conn: Connection, entry: Entry, at: datetime) -> None:
    """A row found after its last lease may have arrived: it counts as said."""
    if is_rung(entry.kind):
        gap = Gap(UUID(_after(entry)), at)
        kind, number = _NOTES[_RUNGS[entry.kind]], int(entry.arguments["number"] or 1)
        _note(conn, entry.person_id, gap, kind, number, at)


def _note(
    conn: Connection, patient: PersonId, gap: Gap, kind: NoteKind, number: int, at: datetime
) -> bool:
    is_new = ladders.note(conn, patient, gap.after, kind, number, at)
    if is_new:
        ladders.touch(conn, patient)
    return is_new
