"""When a plan version that succeeds another starts: no dose twice, and none lost on the way."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from bot.domain.missed import late_window
from bot.domain.policy import Policy
from bot.domain.terms import PlanId
from bot.domain.timetable import Plan, Slot, expand, first_start, next_after

_NOWHERE = PlanId(uuid5(NAMESPACE_OID, "a plan that is only looked at"))


def starting(
    zone: str, slots: tuple[Slot, ...], starts_at: datetime, plan_id: PlanId = _NOWHERE
) -> Plan:
    """These slots in this zone, in force from `starts_at` (UTC) with no end."""
    return Plan(plan_id, zone, starts_at, None, slots)


def next_start(
    last: datetime | None, now: datetime, slots: tuple[Slot, ...], zone: str, policy: Policy
) -> datetime:
    """The start (UTC) of a version that takes the place of another at `now`.

    Its first dose is its first slot clear of the last dose answered or due (`last`, UTC). A slot
    that has passed by the new clock, and may still be taken, is that dose: a flight loses none.
    """
    if last is None:
        return now
    clear = first_start(last, now - policy.late_most, slots, policy)
    if clear >= now:
        return clear
    plan = starting(zone, slots, clear)
    passed = expand(plan, clear, now + timedelta.resolution)
    if not passed:
        return now
    due_at = passed[-1].due_at
    after = next_after([plan], due_at)
    window = late_window(due_at, after.due_at if after else None, policy)
    return due_at if now < due_at + window else now
