"""Answers to "did you take any and not log it?": some, or none."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.dose import Dose
from bot.domain.ladder import NoteKind, Rung, three_from, two_from
from bot.domain.outcomes import AskWhich
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.rungs import AnyTaken, GapOutcome, LoggedSince, NoneTaken, WhichTaken, alerts
from bot.domain.terms import DoseState
from bot.storage import Connection, doses, gaps, ladders, people
from bot.storage.store import Cause, Store
from bot.usecases import alerting, questions
from bot.usecases.gaps import Standing, standing

_ASKED = (DoseState.OPEN, DoseState.MISSED, DoseState.UNKNOWN)


async def asked(store: Store, policy: Policy, person: Person, at: datetime) -> UUID | None:
    """The gap that was asked about and is not over: what a typed "I took some" is about."""

    def work(conn: Connection) -> UUID | None:
        here = standing(conn, policy, person, at)
        reached = None if here is None else two_from(here.climb, policy)
        if here is None or reached is None or (reached > at and not here.climb.notes):
            return None
        return here.gap.after

    return await store.read(work)


async def question(
    store: Store, policy: Policy, person: Person, after: UUID, at: datetime
) -> AnyTaken | None:
    """The question about this gap, to be asked anew; None where the gap is over."""

    def work(conn: Connection) -> AnyTaken | None:
        here = standing(conn, policy, person, at)
        if here is None or here.gap.after != after:
            return None
        return AnyTaken(here.gap, doses.coming(conn, person.id, at))

    return await store.read(work)


async def some(
    store: Store, policy: Policy, person: Person, after: UUID | None, at: datetime, cause: Cause
) -> GapOutcome:
    """They took some: which? The time or the name typed next is one of them.

    The ladder goes on until one is confirmed.
    """

    def work(conn: Connection) -> GapOutcome:
        people.lock(conn, person.id)
        here = standing(conn, policy, person, at)
        if here is None or here.gap.after != after:
            return _logged(conn, person, at)
        _note(conn, person, here, NoteKind.SOME, at)
        found = _of_gap(conn, person, here, at)
        named = tuple(each for each in found if each.state in _ASKED)
        questions.keep(conn, person.id, AskWhich(named, None), at)
        return WhichTaken(here.gap, found)

    return await store.write(work, cause)


async def none(
    store: Store, policy: Policy, person: Person, after: UUID | None, at: datetime, cause: Cause
) -> GapOutcome:
    """They took none: whom to call, and how soon; those they chose are told."""

    def work(conn: Connection) -> GapOutcome:
        people.lock(conn, person.id)
        here = standing(conn, policy, person, at)
        if here is None or here.gap.after != after:
            return _logged(conn, person, at)
        if _note(conn, person, here, NoteKind.NONE, at):
            told = alerts(Rung.TWO, person.id, here.gap.since)
            alerting.addressed(conn, told)
        reached = three_from(here.climb, policy)
        urgent = reached is not None and reached <= at
        return NoneTaken(here.gap, doses.coming(conn, person.id, at), urgent)

    return await store.write(work, cause)


def _note(conn: Connection, person: Person, here: Standing, kind: NoteKind, at: datetime) -> bool:
    ladders.touch(conn, person.id)
    return ladders.note(conn, person.id, here.gap.after, kind, 1, at)


def _of_gap(conn: Connection, person: Person, here: Standing, at: datetime) -> tuple[Dose, ...]:
    """The doses that came due since the last confirmed one, the newest first."""
    known = doses.between(conn, person.id, here.gap.since, at + timedelta.resolution)
    return tuple(
        each
        for each in reversed(known)
        if each.due_at > here.gap.since and each.state in (*_ASKED, DoseState.SKIPPED)
    )


def _logged(conn: Connection, person: Person, at: datetime) -> LoggedSince:
    taken = gaps.last_taken(conn, person.id)
    extra = gaps.last_extra(conn, person.id, None if taken is None else taken.start.at)
    last = extra or (None if taken is None else taken.start)
    return LoggedSince(None if last is None else last.at, doses.coming(conn, person.id, at))
