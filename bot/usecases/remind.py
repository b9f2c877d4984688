"""The engine's use cases: plan ahead, look at what is due, and keep what is to be said."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot.domain.dose import Dose, Say
from bot.domain.dose_events import Admitted, Changed, Paused, Result, Tick
from bot.domain.dose_rules import apply
from bot.domain.pauses import Life
from bot.domain.policy import Policy
from bot.domain.terms import DoseId, DoseState, MedicationId, PlanId
from bot.storage import (
    Connection,
    alarms,
    boards,
    cards,
    doses,
    ladders,
    outbox,
    pauses,
    plans,
    supplies,
)
from bot.storage.alone import alone
from bot.storage.store import Store
from bot.usecases.lives import unanswered
from bot.usecases.offline import LOOK_BACK, Awake, ask_about_unknown, awake
from bot.usecases.plans import AHEAD, fill
from bot.usecases.silence import offer_reminders_only

_log = logging.getLogger(__name__)
_REFILL = timedelta(hours=36)
_BATCH = 200
_PUSHED_ON = timedelta(minutes=1)
_PRIORITY = {Say.REMINDER: 1, Say.SNOOZED: 1, Say.AGAIN: 1, Say.NUDGE: 2, Say.NOT_LOGGED: 6}


@dataclass(frozen=True, slots=True)
class Due:
    """What a look at the database found to do at an instant."""

    at: datetime
    doses: bool
    letters: bool
    boards: bool


async def look(store: Store, at: datetime) -> Due:
    """Read, without writing, whether anything is due. A beat that finds nothing writes nothing."""

    def work(conn: Connection) -> Due:
        return Due(at, alarms.is_due(conn, at), outbox.is_due(conn, at), boards.is_due(conn, at))

    return await store.read(work)


async def next_due(store: Store) -> datetime | None:
    """The next instant at which a dose or a message has something due (UTC)."""
    return await store.read(partial(_next_of, (alarms, outbox)))


async def next_look(store: Store) -> datetime | None:
    """The next instant at which anything is looked at, gaps and tablets too (UTC)."""
    return await store.read(partial(_next_of, (alarms, outbox, ladders, supplies)))


def _next_of(parts: Iterable[Any], conn: Connection) -> datetime | None:
    return min(filter(None, (each.next_act_at(conn) for each in parts)), default=None)


async def plan_ahead(store: Store, policy: Policy, at: datetime) -> frozenset[PlanId]:
    """Write the doses of the next 48 hours of plans that are not planned that far.

    A plan that raises is rolled back alone and reported, and the others go on. Returns those.
    Where there is nothing to plan, nothing is written.
    """
    bad: frozenset[PlanId] = frozenset()
    while True:
        waiting = await store.read(
            partial(plans.unfilled, horizon=at + _REFILL, limit=_BATCH, skip=bad)
        )
        if not waiting:
            return bad
        bad |= await store.write(partial(_plan_ahead, waiting=waiting, policy=policy, at=at))


def _plan_ahead(
    conn: Connection,
    waiting: tuple[tuple[MedicationId, PlanId, datetime], ...],
    policy: Policy,
    at: datetime,
) -> frozenset[PlanId]:
    bad: set[PlanId] = set()
    for medication, plan, since in waiting:
        one = partial(fill, conn, medication, plan, since, at + AHEAD, policy)
        fault = alone(conn, one)
        if fault is not None:
            _log.error("plan %s cannot be planned ahead: %s", plan, type(fault).__name__)
            bad.add(plan)
    return frozenset(bad)


async def advance(store: Store, policy: Policy, at: datetime) -> int:
    """Look at doses whose time has come, a batch a transaction. How many were looked at.

    What is to be said is kept in the same transaction. A dose that raises is rolled back alone,
    looked at again later and reported; the others go on.
    """

    def work(conn: Connection) -> int:
        batch = alarms.due(conn, at, _BATCH)
        look_at(conn, policy, batch, at)
        return len(batch)

    return await store.write(work)


def look_at(
    conn: Connection, policy: Policy, batch: Sequence[DoseId], at: datetime, *, outage: bool = True
) -> None:
    """As `advance`, with these doses, in a transaction. `outage`: as in `ask_about_unknown`."""
    if not batch:
        return
    move = partial(_advance, conn, policy, awake=awake(conn, policy, at), at=at, outage=outage)
    if alone(conn, partial(move, batch)) is not None:  # one of them: now each by itself
        for which in batch:
            fault = alone(conn, partial(move, (which,)))
            if fault is not None:
                _log.error("dose %s cannot be handled: %s", which, type(fault).__name__)
                alarms.push_on(conn, which, at + _PUSHED_ON)


def _advance(
    conn: Connection,
    policy: Policy,
    batch: Sequence[DoseId],
    awake: Awake,
    at: datetime,
    *,
    outage: bool,
) -> None:
    found = doses.with_reach(conn, batch)
    lives = pauses.lives(conn, {dose.patient_id for dose, _ in found}, at)
    for dose, reachable in found:
        unheard = awake.may_have_missed(conn, dose)
        tick = Tick(awake.slept_since(dose.opened_at), reachable, unheard)
        result = _looked_at(dose, tick, lives[dose.patient_id], at, policy)
        if not isinstance(result, Changed):
            alarms.push_on(conn, dose.id, max(dose.due_at, at + _PUSHED_ON))
            continue
        saved = doses.save(conn, dose, result.dose)
        if result.say is not None and reachable:
            _say(conn, saved, result.say, at, outage=outage, asked_before=dose.asked_at is not None)
        if result.say is Say.NOT_LOGGED:
            _ask_about_others(conn, saved, at)
            offer_reminders_only(conn, policy, saved.patient_id, at)


def _ask_about_others(conn: Connection, dose: Dose, at: datetime) -> None:
    """Its card named others that were to be asked about next; nobody answered it."""
    named = cards.beside(conn, dose.id)
    if any(each.id in named for each in unanswered(conn, dose.patient_id, at - LOOK_BACK, at)):
        ask_about_unknown(conn, dose.patient_id, at)


def _looked_at(dose: Dose, tick: Tick, life: Life, at: datetime, policy: Policy) -> Result:
    """With no plan none is asked about, in a pause no planned one; reminders only: none twice."""
    if life.has_no_plan:
        return apply(dose, Admitted(), at, policy)
    if life.pause is not None and dose.state is DoseState.PLANNED:
        return apply(dose, Paused(life.pause.over_at), at, policy)
    if life.reminders_only:
        once = replace(policy, nudge_after=())
        return apply(dose, replace(tick, unheard=False, reminders_only=True), at, once)
    return apply(dose, tick, at, policy)


def _say(
    conn: Connection, dose: Dose, say: Say, at: datetime, *, outage: bool, asked_before: bool
) -> None:
    """Kept in the outbox. A nudge is not, where the card it would be about waits there.

    A dose that is asked about again is not asked about beside that. `asked_before`: a card of
    it met a block, and may have arrived all the same.
    """
    if say is Say.OFFLINE:
        ask_about_unknown(conn, dose.patient_id, at, outage=outage)
        return
    if say is Say.NUDGE and outbox.is_waiting(conn, dose.patient_id, str(dose.id)):
        return
    group = (conn, dose.patient_id, str(dose.id))
    if say is Say.AGAIN:
        doubted = outbox.drop_group(*group, at)
    else:
        doubted = say is Say.REMINDER and asked_before and outbox.is_doubted(*group)
    outbox.put(
        conn,
        dose.patient_id,
        say,
        {"dose": str(dose.id), "doubted": doubted},
        cause=f"{say}:{dose.id}:{dose.version}",
        at=at,
        priority=_PRIORITY[say],
        group_key=str(dose.id),
    )
