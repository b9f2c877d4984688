"""How long the tablets last by the dated plan: the first dose that cannot be made from them.

Each dose takes the tablets that its card shows; no other strength is put in their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from bot.domain.dose import Dose
from bot.domain.policy import Policy
from bot.domain.supply import Count, Level, extra_use, level, tablets_for, use_of
from bot.domain.terms import DoseState
from bot.domain.timetable import Plan, PlannedDose, expand

_DAY = timedelta(days=1)
_STRIDE = 10 * _DAY  # so far the plan is looked at in one go: most tablets do not last for months


@dataclass(frozen=True, slots=True)
class Stock:
    """What is left of one strength in mg: by the log, and if what is not logged was taken, too.

    Both are None where it was never counted. `used`: the plan takes it within the look ahead.
    """

    strength: Decimal
    logged: Level | None
    likely: Level | None
    used: bool


@dataclass(frozen=True, slots=True)
class Told:
    """All that a forecast goes by, as known at one instant.

    `doses`: from a day before the first count on; `extras`: taken outside the plan (UTC).
    """

    counts: tuple[Count, ...]
    doses: tuple[Dose, ...]
    extras: tuple[datetime, ...]
    plans: tuple[Plan, ...]
    strengths: frozenset[Decimal]


@dataclass(frozen=True, slots=True)
class Outlook:
    """How the tablets stand at `at`. `runs_out`: the strength that is used up first.

    `runs_out_at`: when the first dose is due that lacks a tablet; None where none does for as far
    as is looked, or no strength in use was counted.
    """

    at: datetime
    stocks: tuple[Stock, ...]
    runs_out: Decimal | None
    runs_out_at: datetime | None

    @property
    def days(self) -> int | None:
        """Whole days, of 24 hours, until then."""
        if self.runs_out_at is None:
            return None
        return max((self.runs_out_at - self.at) // _DAY, 0)

    @property
    def is_counted(self) -> bool:
        """Some strength was counted."""
        return any(stock.likely is not None for stock in self.stocks)

    @property
    def uncounted(self) -> tuple[Decimal, ...]:
        """The strengths that the plan takes and that were never counted."""
        return tuple(each.strength for each in self.stocks if each.used and each.likely is None)

    @property
    def is_short(self) -> bool:
        """More doses are logged than there were tablets for: by the count none is left."""
        return any(each.logged is not None and each.logged.short for each in self.stocks)


def outlook(told: Told, at: datetime, policy: Policy) -> Outlook:
    """The forecast at `at` (UTC): every planned dose that nobody logged is taken as taken."""
    known = [use for dose in told.doses if (use := use_of(dose, at)) is not None]
    known += [extra_use(taken_at, told.plans, told.strengths) for taken_at in told.extras]
    sure = [use for use in known if use.sure]
    every = sorted(told.strengths | {each.strength for each in told.counts}, reverse=True)
    logged = {each: level(each, told.counts, sure) for each in every}
    likely = {each: level(each, told.counts, known) for each in every}
    used, first = _walk(told, likely, at, policy)
    stocks = tuple(Stock(each, logged[each], likely[each], each in used) for each in every)
    return Outlook(at, stocks, *(first or (None, None)))


def _walk(
    told: Told, likely: dict[Decimal, Level | None], at: datetime, policy: Policy
) -> tuple[set[Decimal], tuple[Decimal, datetime] | None]:
    """The strengths that the plan takes, and the first of them to lack with its dose's time.

    The look ends with that dose; all that are taken on the way there, or to the end, are known.
    """
    levels = dict(likely)
    used: set[Decimal] = set()
    for dose in _to_come(told, at, at + policy.supply_ahead):
        for strength, tablets in tablets_for(dose.mg, told.strengths):
            used.add(strength)
            now = levels.get(strength)
            if now is None:
                continue
            levels[strength] = after = now.less(tablets, dose.due_at)
            if after.short_at is not None:
                return used, (strength, after.short_at)
    return used, None


def _to_come(told: Told, since: datetime, until: datetime) -> Iterator[PlannedDose]:
    """The planned doses due after `since`, over all versions, but those answered already."""
    answered = _answered(told.doses, since)
    begin = since + timedelta.resolution
    while begin < until:
        end = min(begin + _STRIDE, until)
        found = [dose for plan in told.plans for dose in expand(plan, begin, end)]
        for dose in sorted(found, key=lambda dose: dose.due_at):
            if (dose.plan_id, dose.local_date, dose.slot) not in answered:
                yield dose
        begin = end


def _answered(doses: Iterable[Dose], since: datetime) -> frozenset[tuple[object, ...]]:
    """Doses due later that were taken early: their tablets are gone already."""
    return frozenset(
        (dose.plan_id, dose.local_date, dose.slot)
        for dose in doses
        if dose.due_at > since and dose.state is not DoseState.PLANNED
    )
