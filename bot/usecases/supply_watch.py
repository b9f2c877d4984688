"""The beat's look at people's tablets, and what a letter says of them when its turn comes.

It writes to nobody more than once a day, and touches no dose.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial

from bot.domain.dose import Say
from bot.domain.message import TabletsLeft
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.supply_view import SupplyView
from bot.domain.supply_warnings import Setting, SupplyAsk, is_hour, look, wanted
from bot.domain.terms import PersonId
from bot.domain.wallclock import day_of
from bot.storage import Connection, outbox, people, plans, supplies
from bot.storage.alone import alone
from bot.storage.outbox import Entry
from bot.storage.store import Store
from bot.usecases.lives import life_of
from bot.usecases.plans import current
from bot.usecases.supply import read

_log = logging.getLogger(__name__)
_BATCH = 10  # a beat: a forecast is some milliseconds of work, and no reminder waits for it
_PUSHED_ON = timedelta(minutes=1)
_PRIORITY = 7  # after all that is about a dose
_ONCE = (SupplyAsk.OFFER, SupplyAsk.HOME)


async def advance(store: Store, policy: Policy, at: datetime) -> int:
    """Look at the tablets whose time has come, a batch; what is to be said is kept with it.

    Somebody whose look raises is rolled back alone, looked at again later and reported. How many
    were looked at; where none is due, nothing is written.
    """
    if not await store.read(partial(supplies.is_due, at=at)):
        return 0

    def work(conn: Connection) -> int:
        found = supplies.due(conn, at, _BATCH)
        for which in found:
            fault = alone(conn, partial(_advance, conn, policy, which, at))
            if fault is not None:
                _log.error("tablets of %s cannot be looked at: %s", which, type(fault).__name__)
                supplies.look_again(conn, which, at + _PUSHED_ON)
        return len(found)

    return await store.write(work)


def _advance(conn: Connection, policy: Policy, which: PersonId, at: datetime) -> None:
    """One person. Whoever cannot be reached is looked at all the same, and told nothing."""
    person = people.get(conn, which)
    seen = read(conn, policy, person, at)
    setting = _setting(conn, person, seen, at)
    if seen is None or setting is None:
        supplies.look_again(conn, which, None)
        return
    found = look(seen.outlook, seen.watch, setting, at, policy)
    if found.say is None or person.blocked_at is not None:
        supplies.look_again(conn, which, found.act_at)
        return
    today = day_of(at, setting.zone)
    offered_at = at if found.say in _ONCE else seen.watch.offered_at
    told = replace(seen.watch, told_on=today, offered_at=offered_at)
    supplies.keep(conn, which, told, found.act_at)
    outbox.put(
        conn,
        which,
        Say.SUPPLY,
        {"ask": found.say.value},
        cause=f"{Say.SUPPLY}:{which}:{today.isoformat()}",
        at=at,
        priority=_PRIORITY,
        group_key=Say.SUPPLY,
    )


def _setting(
    conn: Connection, person: Person, seen: SupplyView | None, at: datetime
) -> Setting | None:
    if person.onboarded_at is None or seen is None:
        return None
    medication = plans.medication_of(conn, person.id)
    plan = None if medication is None else current(conn, medication, at)
    walls: tuple[time, ...] = () if plan is None else tuple(slot.wall for slot in plan.slots)
    counted = supplies.counts(conn, person.id)
    home_at = supplies.home_since(conn, person.id, counted[-1].at) if counted else None
    life = life_of(conn, person.id, at)
    return Setting(
        person.zone or "UTC",
        walls,
        person.onboarded_at,
        life.has_no_plan,  # nothing is taken by it: nothing to warn of
        life.is_paused,
        home_at,
    )


def say(
    conn: Connection, policy: Policy, person: Person, entry: Entry, at: datetime
) -> TabletsLeft | None:
    """What the letter says at `at`; None where it holds no more: refilled, ordered, or at night."""
    ask = SupplyAsk(str(entry.arguments["ask"]))
    seen = read(conn, policy, person, at)
    setting = _setting(conn, person, seen, at)
    if seen is None or setting is None or not is_hour(setting, at, policy):
        return None
    before = replace(seen.watch, offered_at=None) if ask in _ONCE else seen.watch
    now = wanted(seen.outlook, before, setting, at, policy)
    return TabletsLeft(ask, seen) if now is ask else None
