"""When something is said about the tablets: by days left, once a day, in the person's day.

The warnings are counted from 1 on: the first at ten days, the fourth at one day, and one more when
none is left. Each is said daily until it is answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.forecast import Outlook
from bot.domain.policy import Policy
from bot.domain.wallclock import day_of, instant, local
from bot.domain.working_days import last_order_day, ready_on

_DAY = timedelta(days=1)
_START = time()


class SupplyAsk(StrEnum):
    """What is said or asked about the tablets of the bot's own accord."""

    LOW = "low"  # they run low, or out
    ARRIVED = "arrived"  # those that were ordered may have come: have they?
    HOME = "home"  # home from hospital, where the count stood still
    OFFER = "offer"  # never counted: shall they be?


@dataclass(frozen=True, slots=True)
class Watch:
    """What is kept of the warnings. `ordered_at_warning`: which one stood when they were ordered.

    `lead`: the pharmacy's working days as the person told them; None: the policy's.
    """

    lead: int | None = None
    told_on: date | None = None
    ordered_at: datetime | None = None
    ordered_at_warning: int = 0
    offered_at: datetime | None = None

    def days_to_get(self, policy: Policy) -> int:
        """How many working days the pharmacy may need."""
        return policy.supply_lead if self.lead is None else self.lead


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and how the person lives just now, as far as the warnings go by it.

    `home_at`: when a stay in hospital was over that began after the last count.
    """

    zone: str
    walls: tuple[time, ...]
    onboarded_at: datetime
    in_hospital: bool = False
    is_paused: bool = False
    home_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What is to be said now, if anything, and when to look again; None: when something changes."""

    say: SupplyAsk | None
    act_at: datetime | None


def crossings(outlook: Outlook, lead: int, zone: str, policy: Policy) -> tuple[datetime, ...]:
    """The instants (UTC) from which each warning holds, in order; () where none is in sight."""
    if outlook.runs_out_at is None:
        return ()
    out_at = outlook.runs_out_at
    most = max(policy.supply_warn_days)
    found = [_crossing(out_at, days, lead, zone, most) for days in policy.supply_warn_days]
    return (*found, out_at)


def _crossing(out_at: datetime, days: int, lead: int, zone: str, most: int) -> datetime:
    """From then on so many whole days are left, or fewer.

    Earlier where what is ordered then would come too late because of a weekend: on the last day
    that still serves. One that the lead time alone makes late stays, but for the first of all.
    """
    at = out_at - (days + 1) * _DAY + timedelta.resolution
    out_on = day_of(out_at, zone)
    is_late = ready_on(day_of(at, zone), lead) >= out_on
    if not is_late or (days <= lead and days != most):
        return at
    return min(at, instant(last_order_day(out_on, lead), _START, zone))


def warning(outlook: Outlook, watch: Watch, zone: str, at: datetime, policy: Policy) -> int:
    """Which warning holds at `at`, from 1 on; 0 while there are tablets for long enough."""
    every = crossings(outlook, watch.days_to_get(policy), zone, policy)
    return max((n for n, since in enumerate(every, 1) if since <= at), default=0)


def is_last(number: int, policy: Policy) -> bool:
    """The warning of the last day, or of none left: with the words for a sudden stop."""
    return number >= len(policy.supply_warn_days)


def order_by(outlook: Outlook, watch: Watch, zone: str, policy: Policy) -> date | None:
    """The last day on which to order; None where it is over, or nothing runs out in sight."""
    if outlook.runs_out_at is None:
        return None
    lead = watch.days_to_get(policy)
    last = last_order_day(day_of(outlook.runs_out_at, zone), lead)
    return last if last >= day_of(outlook.at, zone) else None


def arrives_on(watch: Watch, zone: str, policy: Policy) -> date | None:
    """The day on which it is asked whether what was ordered has come."""
    if watch.ordered_at is None:
        return None
    return ready_on(day_of(watch.ordered_at, zone), watch.days_to_get(policy))


def wanted(
    outlook: Outlook, watch: Watch, setting: Setting, at: datetime, policy: Policy
) -> SupplyAsk | None:
    """What ought to be said at `at`, whatever was said today. Nothing in hospital."""
    if setting.in_hospital:
        return None
    now = warning(outlook, watch, setting.zone, at, policy)
    if now > (watch.ordered_at_warning if watch.ordered_at else 0):
        return SupplyAsk.LOW
    arrival = arrives_on(watch, setting.zone, policy)
    if arrival is not None and day_of(at, setting.zone) >= arrival:
        return SupplyAsk.ARRIVED
    home_at = setting.home_at
    if outlook.is_counted:
        is_new = home_at is not None and (watch.offered_at is None or watch.offered_at < home_at)
        return SupplyAsk.HOME if is_new else None
    if watch.offered_at is not None or watch.ordered_at is not None or setting.is_paused:
        return None
    settled = at >= setting.onboarded_at + policy.supply_offer_after
    return SupplyAsk.OFFER if settled else None


def look(outlook: Outlook, watch: Watch, setting: Setting, at: datetime, policy: Policy) -> Look:
    """At most one a day, from the policy's hour to the end of the person's waking hours."""
    say = wanted(outlook, watch, setting, at, policy)
    quiet = watch.told_on == day_of(at, setting.zone) or not is_hour(setting, at, policy)
    if say is not None and not quiet:
        return Look(say, _next_hour(setting.zone, at, policy))
    return Look(None, _again(outlook, watch, setting, at, policy))


def is_hour(setting: Setting, at: datetime, policy: Policy) -> bool:
    """In the hours in which something is said about tablets."""
    return policy.supply_hour <= local(at, setting.zone).time() < _bedtime(setting.walls, policy)


def _bedtime(walls: tuple[time, ...], policy: Policy) -> time:
    return max([policy.waking_until, *walls])


def _again(
    outlook: Outlook, watch: Watch, setting: Setting, at: datetime, policy: Policy
) -> datetime | None:
    """The next hour at which something may be said, or the next warning if that is sooner."""
    watched = outlook.is_counted or watch.ordered_at is not None or watch.offered_at is None
    if not watched:
        return None
    hour = _next_hour(setting.zone, max(at, _settled(outlook, watch, setting, policy)), policy)
    lead = watch.days_to_get(policy)
    coming = [each for each in crossings(outlook, lead, setting.zone, policy) if each > at]
    return min([hour, *coming])


def _settled(outlook: Outlook, watch: Watch, setting: Setting, policy: Policy) -> datetime:
    """Somebody who has counted nothing is left alone until the offer."""
    is_new = not outlook.is_counted and watch.ordered_at is None
    return setting.onboarded_at + (policy.supply_offer_after if is_new else timedelta())


def _next_hour(zone: str, after: datetime, policy: Policy) -> datetime:
    """The next instant after this one at which the person's clock shows the policy's hour."""
    today = day_of(after, zone)
    at = instant(today, policy.supply_hour, zone)
    return at if at > after else instant(today + _DAY, policy.supply_hour, zone)
