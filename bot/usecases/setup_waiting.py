"""The set-up's question that waits: looked at, asked anew, given up, or put there by "not me"."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.outcomes import Asked, NothingAsked
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.setup import Draft, Question
from bot.domain.stopping import StopWay
from bot.domain.terms import PlanId
from bot.storage import Connection, people, questions
from bot.storage.store import Cause, Store
from bot.usecases import changing, stop_guard
from bot.usecases.setup import ask_next, asked_now, limits_met

_STILL_TAKEN = timedelta(days=1)  # what held before a change is still what is taken


async def cancel(store: Store, policy: Policy, person: Person, at: datetime, cause: Cause) -> bool:
    """Ask no further; what was told in the draft is forgotten. False where nothing waited."""

    def work(conn: Connection) -> bool:
        waiting = questions.waiting(conn, person.id)
        if waiting is not None:
            stop_guard.turned_back(conn, policy, person.id, (StopWay.LOWER, StopWay.FEWER), at)
        questions.clear(conn, person.id)
        questions.clear(conn, person.id, aside=True)
        return waiting is not None

    return await store.write(work, cause)


async def waiting(store: Store, policy: Policy, person: Person, at: datetime) -> Asked | None:
    """The question of the set-up that waits, with its draft."""

    def work(conn: Connection) -> Asked | None:
        found = questions.waiting(conn, person.id)
        if found is None:
            return None
        draft = Draft.from_text(found.answers)
        if found.question is Question.CONSENT:
            return Asked(Question.CONSENT, draft)
        asked = asked_now(conn, policy, person, draft, at)
        return replace(asked, overtaken=found.overtaken)

    return await store.read(work)


async def slip(store: Store, person: Person) -> bool:
    """The words were no answer. True where they are the first such since the question was said."""

    def work(conn: Connection) -> bool:
        people.lock(conn, person.id)
        found = questions.waiting(conn, person.id)
        if found is None:
            return False
        draft = Draft.from_text(found.answers)
        is_first = not draft.slipped
        questions.keep(conn, person.id, replace(draft, slipped=is_first).to_text())
        return is_first

    return await store.write(work)


async def ask_anew(store: Store, policy: Policy, person: Person, at: datetime) -> Asked | None:
    """The question that waits is asked once more, as the newest thing said."""

    def work(conn: Connection) -> Asked | None:
        people.lock(conn, person.id)
        found = questions.waiting(conn, person.id)
        if found is None:
            return None
        draft = Draft.from_text(found.answers)
        if found.question is not Question.CONSENT:
            return ask_next(conn, policy, person, draft, at)
        questions.ask(conn, person.id, Question.CONSENT, found.answers, at)
        return Asked(Question.CONSENT, draft)

    return await store.write(work)


async def take_back(
    store: Store, policy: Policy, person: Person, which: PlanId, at: datetime, cause: Cause
) -> Asked | NothingAsked:
    """The plan from before this version, to be confirmed like any other change.

    Within a day of the change it is no rise, but what the person took up to then.
    Nothing is asked where the version is in force no more, or was the person's first.
    """

    def work(conn: Connection) -> Asked | NothingAsked:
        people.lock(conn, person.id)
        draft = changing.draft_of_before(conn, person, which, at)
        if draft is None:
            return NothingAsked()
        if at - changing.changed_at(conn, person, which) < _STILL_TAKEN:
            held = limits_met(conn, policy, person, draft, at)
            draft = replace(draft, confirmed=tuple(each.key for each in held))
        return ask_next(conn, policy, person, draft, at)

    return await store.write(work, cause)
