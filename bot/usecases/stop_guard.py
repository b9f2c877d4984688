"""The stop guard's door for whatever ends or lowers what a person takes: none passes in silence.

A use case that does so keeps by `noted` that the person came by this way and reads
`bot.screens.stopping`, where they may name a reason. Their going on is their own decision, kept by
`went_on`. Nothing is ever barred. A change that a clinician made is none of these ways (`way_of`).
Nothing is deleted from the chat yet: words that ask for it are noted as `StopWay.DELETION`, and a
door that deletes has to ask for the second tap itself, for there is no check of that here.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid4

from bot.domain.policy import Policy
from bot.domain.stopping import StopOutcome, StopReason, StopWay, StopWish
from bot.domain.terms import PersonId
from bot.storage import Connection, plans, stops
from bot.usecases.plans import current


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


def has_plan(conn: Connection, patient: PersonId, at: datetime) -> bool:
    """A plan is in force: something can be stopped."""
    medication = plans.medication_of(conn, patient)
    return medication is not None and current(conn, medication, at) is not None
