"""The stop guard: no way to stop passes in silence, and none is barred.

Whatever ends or lowers what a person takes calls `required` before it and `went_on` after it, in
its own transaction; the words between them are `bot.screens.stopping`.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.setup import Question
from bot.domain.stop_outcomes import Kept, NoWish, TaperWished, Unasked, Wished
from bot.domain.stopping import StopOutcome, StopReason, StopWay, StopWish, taper_reason
from bot.domain.terms import PersonId
from bot.storage import Connection, doses, people, plans, questions, stops
from bot.storage.store import Cause, Store
from bot.usecases.lives import life_of
from bot.usecases.plans import current
from bot.usecases.tapers import keep_request

Under = tuple[Question, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the guard asks at this moment. `sure`: the second tap before the plan is ended.

    `under`: the small question that it came before, which goes on afterwards.
    """

    wish: UUID
    sure: bool = False
    under: Under | None = None

    def to_text(self) -> str:
        """As it is kept with the question."""
        return json.dumps([str(self.wish), self.sure, self.under])

    @classmethod
    def from_text(cls, text: str) -> Asked:
        """What `to_text` wrote."""
        wish, sure, under = json.loads(text)
        return cls(UUID(wish), sure, None if under is None else (Question(under[0]), under[1]))


def required(
    conn: Connection, policy: Policy, patient: PersonId, way: StopWay, at: datetime
) -> bool:
    """The guard has to be passed before this is done: a plan is in force, and nobody has just
    gone on by this way under the warning. Read within the transaction that does it.
    """
    if not _has_plan(conn, patient, at):
        return False
    since = at - policy.stop_guard_holds
    return stops.latest(conn, patient, (way,), since, StopOutcome.WENT_ON) is None


def noted(conn: Connection, policy: Policy, patient: PersonId, way: StopWay, at: datetime) -> UUID:
    """Somebody came by this way and reads the warning; the same wish while it is unanswered."""
    found = stops.latest(conn, patient, (way,), at - policy.stop_guard_holds)
    wish = found or StopWish(uuid4(), way, at)
    if found is None:
        stops.add(conn, patient, wish)
    return wish.id


def went_on(
    conn: Connection,
    policy: Policy,
    patient: PersonId,
    way: StopWay,
    at: datetime,
    reason: StopReason | None = None,
) -> None:
    """They went on by this way, under the warning."""
    which = noted(conn, policy, patient, way, at)
    if reason is not None:
        stops.give_reason(conn, which, reason, None)
    stops.settle(conn, which, StopOutcome.WENT_ON, at)


def turned_back(
    conn: Connection, policy: Policy, patient: PersonId, ways: Collection[StopWay], at: datetime
) -> None:
    """They did not go on by any of these ways."""
    found = stops.latest(conn, patient, ways, at - policy.stop_guard_holds)
    if found is not None:
        stops.settle(conn, found.id, StopOutcome.KEPT, at)


async def begin(
    store: Store,
    policy: Policy,
    person: Person,
    way: StopWay,
    reason: StopReason | None,
    words: str | None,
    at: datetime,
    cause: Cause,
) -> Wished | Unasked:
    """Somebody wants to stop; what they type next is why, or what they do about it.

    The question that waited goes on afterwards. Nothing is kept of whoever has not agreed to it.
    """

    def work(conn: Connection) -> Wished | Unasked:
        people.lock(conn, person.id)
        if person.consented_at is None:
            return Unasked()
        if way is StopWay.SAID:
            wish = StopWish(uuid4(), way, at, reason)
            stops.add(conn, person.id, wish, words)
        else:
            which = noted(conn, policy, person.id, way, at)
            if reason is not None:
                stops.give_reason(conn, which, reason, words)
            wish = _own(conn, person, which) or StopWish(which, way, at, reason)
        return _ask(conn, person, wish, at)

    return await store.write(work, cause)


async def because(
    store: Store,
    person: Person,
    which: UUID,
    reason: StopReason,
    words: str | None,
    at: datetime,
    cause: Cause,
) -> Wished | NoWish:
    """Why. A later reason takes the place of the one before."""

    def work(conn: Connection) -> Wished | NoWish:
        people.lock(conn, person.id)
        wish = _waiting(conn, person, which)
        if wish is None:
            return NoWish(life_of(conn, person.id, at))
        stops.give_reason(conn, wish.id, reason, words)
        return _ask(conn, person, replace(wish, reason=reason), at)

    return await store.write(work, cause)


async def ask(
    store: Store, person: Person, which: UUID, at: datetime, *, sure: bool = False
) -> Wished | NoWish:
    """The wish as it stands, asked about again; `sure`: the second tap is asked for."""

    def work(conn: Connection) -> Wished | NoWish:
        wish = _waiting(conn, person, which)
        if wish is None:
            return NoWish(life_of(conn, person.id, at))
        return _ask(conn, person, wish, at, sure=sure)

    return await store.write(work)


async def keep(
    store: Store, person: Person, which: UUID, at: datetime, cause: Cause
) -> Kept | NoWish:
    """[Keep my plan]: nothing changes. The question that waited waits again."""

    def work(conn: Connection) -> Kept | NoWish:
        people.lock(conn, person.id)
        wish = _waiting(conn, person, which)
        if wish is None:
            return NoWish(life_of(conn, person.id, at))
        _settle(conn, person, wish, StopOutcome.KEPT, at)
        after = doses.next_due(conn, person.id, at)
        return Kept(wish.reason, after, _has_plan(conn, person.id, at))

    return await store.write(work, cause)


async def taper(
    store: Store, person: Person, which: UUID, at: datetime, cause: Cause
) -> TaperWished | NoWish:
    """[Ask for taper]: the request is recorded at once, for why is known already."""

    def work(conn: Connection) -> TaperWished | NoWish:
        people.lock(conn, person.id)
        wish = _waiting(conn, person, which)
        if wish is None:
            return NoWish(life_of(conn, person.id, at))
        view = keep_request(conn, person, taper_reason(wish.reason), None, at)
        _settle(conn, person, wish, StopOutcome.TAPER, at)
        return TaperWished(view)

    return await store.write(work, cause)


def waiting_wish(conn: Connection, person: Person, which: UUID) -> StopWish | None:
    """The person's own wish, where nothing has become of it yet."""
    return _waiting(conn, person, which)


def _own(conn: Connection, person: Person, which: UUID) -> StopWish | None:
    return stops.find(conn, person.id, which)


def _waiting(conn: Connection, person: Person, which: UUID) -> StopWish | None:
    found = _own(conn, person, which)
    return found if found is not None and found.outcome is None else None


def _has_plan(conn: Connection, patient: PersonId, at: datetime) -> bool:
    medication = plans.medication_of(conn, patient)
    return medication is not None and current(conn, medication, at) is not None


def _ask(
    conn: Connection, person: Person, wish: StopWish, at: datetime, *, sure: bool = False
) -> Wished:
    asked = Asked(wish.id, sure, _under(conn, person))
    questions.ask(conn, person.id, Question.STOP, asked.to_text(), at, aside=True)
    return Wished(wish, life_of(conn, person.id, at), _has_plan(conn, person.id, at))


def _under(conn: Connection, person: Person) -> Under | None:
    """The small question that waits below the guard."""
    found = questions.waiting(conn, person.id, aside=True)
    if found is None:
        return None
    if found.question is Question.STOP:
        return Asked.from_text(found.answers).under
    return found.question, found.answers


def _settle(
    conn: Connection, person: Person, wish: StopWish, outcome: StopOutcome, at: datetime
) -> None:
    """It is over; the small question below it waits again."""
    stops.settle(conn, wish.id, outcome, at)
    under = _under(conn, person)
    questions.clear(conn, person.id, aside=True)
    if under is not None:
        questions.ask(conn, person.id, *under, at, aside=True)
