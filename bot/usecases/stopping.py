"""A wish to stop: why, what is done about it, and the question that goes on afterwards."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.setup import Question
from bot.domain.stop_outcomes import Kept, NoWish, TaperWished, Unasked, Wished
from bot.domain.stopping import (
    StopOutcome,
    StopReason,
    StopWay,
    StopWish,
    is_unwell,
    taper_reason,
)
from bot.domain.terms import Level
from bot.storage import Connection, doses, people, questions, stops
from bot.storage.store import Cause, Store
from bot.usecases import stop_guard
from bot.usecases.lives import life_of
from bot.usecases.stop_guard import has_plan
from bot.usecases.tapers import keep_request
from bot.usecases.unwell import worst_lately

Under = tuple[Question, str]
_OF_SIGNS = (Question.SYMPTOM, Question.SYMPTOM_PAGE)


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


async def begin(
    store: Store,
    policy: Policy,
    person: Person,
    way: StopWay,
    reason: StopReason | None,
    words: str | None,
    at: datetime,
    cause: Cause | None,
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
            which = stop_guard.noted(conn, policy, person.id, way, at)
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
    cause: Cause | None,
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
        after, stands = doses.next_due(conn, person.id, at), has_plan(conn, person.id, at)
        return Kept(after, stands, is_unwell(wish, worst_lately(conn, person.id, at)))

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


async def asked_by(store: Store, policy: Policy, person: Person, at: datetime) -> StopWay | None:
    """The way that another question asks about just now: a long pause, or a lower plan."""
    ways = (StopWay.PAUSE, StopWay.LOWER, StopWay.FEWER)

    def work(conn: Connection) -> StopWay | None:
        found = stops.latest(conn, person.id, ways, at - policy.stop_guard_holds)
        return None if found is None else found.way

    return await store.read(work)


async def after_signs(store: Store, policy: Policy, person: Person, at: datetime) -> Wished | None:
    """Signs were told because of a wish to stop: that is asked about again, with what they came
    to. None where there is no such wish, or where the signs are an emergency and nothing else.
    """

    def work(conn: Connection) -> Wished | None:
        if worst_lately(conn, person.id, at) is Level.EMERGENCY:
            return None
        found = stops.newest(conn, person.id, at - policy.stop_guard_holds)
        if found is None or found.outcome is not None:
            return None
        if found.reason is not StopReason.SIDE_EFFECTS:
            return None
        return _ask(conn, person, found, at)

    return await store.write(work)


def waiting_wish(conn: Connection, person: Person, which: UUID) -> StopWish | None:
    """The person's own wish, where nothing has become of it yet."""
    return _waiting(conn, person, which)


def _own(conn: Connection, person: Person, which: UUID) -> StopWish | None:
    return stops.find(conn, person.id, which)


def _waiting(conn: Connection, person: Person, which: UUID) -> StopWish | None:
    found = _own(conn, person, which)
    return found if found is not None and found.outcome is None else None


def _ask(
    conn: Connection, person: Person, wish: StopWish, at: datetime, *, sure: bool = False
) -> Wished:
    asked = Asked(wish.id, sure, _under(conn, person, wish.id))
    questions.ask(conn, person.id, Question.STOP, asked.to_text(), at, aside=True)
    worst = worst_lately(conn, person.id, at)
    return Wished(wish, life_of(conn, person.id, at), has_plan(conn, person.id, at), worst)


def _under(conn: Connection, person: Person, which: UUID) -> Under | None:
    """The small question that the wish came before. Once it is known it stays so: a sign that is
    told meanwhile is asked about by questions of its own.
    """
    kept = stops.under_of(conn, which)
    if kept is not None:
        return Asked.from_text(kept).under
    found = questions.waiting(conn, person.id, aside=True)
    under = None
    if found is not None and found.question is Question.STOP:
        under = Asked.from_text(found.answers).under
    elif found is not None and found.question not in _OF_SIGNS:
        under = (found.question, found.answers)
    if under is not None:
        stops.put_under(conn, which, Asked(which, under=under).to_text())
    return under


def _settle(
    conn: Connection, person: Person, wish: StopWish, outcome: StopOutcome, at: datetime
) -> None:
    """It is over; the small question below it waits again, where the guard is what waits: asked
    since then, another one goes on.
    """
    stops.settle(conn, wish.id, outcome, at)
    waiting = questions.waiting(conn, person.id, aside=True)
    if waiting is None or waiting.question is not Question.STOP:
        return
    under = _under(conn, person, wish.id)
    questions.clear(conn, person.id, aside=True)
    if under is not None:
        questions.ask(conn, person.id, *under, at, aside=True)
