"""Today, the log, the plan and the clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from bot.domain.adherence import adherence
from bot.domain.dose import Dose
from bot.domain.terms import DoseState, SkipReason
from bot.domain.views import Log, PlanView, Today
from bot.screens import log
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import (
    DAY,
    HOUR,
    POLICY,
    THREE,
    ZONE,
    at,
    dose,
    night,
    opened,
    plan,
    scene,
    taken,
)

EXTRA = at("12:00")
SKIPPED = dose("08:00", state=DoseState.SKIPPED)


def screens() -> dict[str, Screen]:
    """Each look at the log."""
    return {**_today(), **_log(), **_plan()}


def _day(
    doses: Sequence[Dose], open_ones: Sequence[Dose] = (), after: Any = None, **more: Any
) -> Screen:
    given = {"extras": (), "reasons": {}, **more}
    view = Today(at("14:10"), ZONE, DAY, tuple(doses), tuple(open_ones), after, **given)
    return log.today(scene(), POLICY, view)


def _today() -> dict[str, Screen]:
    morning = taken("08:00", "08:04")
    missed = dose("08:00", state=DoseState.MISSED)
    return {
        "today": _day((morning, opened(), night()), (opened(),)),
        "today, none open": _day((morning, taken(), night()), (), night()),
        "today, skipped and an extra one": _day(
            (SKIPPED, taken(), night()),
            (),
            night(),
            extras=(EXTRA, at("12:30")),
            reasons={SKIPPED.id: SkipReason.SIDE_EFFECTS},
        ),
        "today, skipped for no reason kept": _day((SKIPPED,), (), night()),
        "today, not logged": _day((missed, taken(when="15:20")), (), dose("08:00", days=1)),
        "today, nothing": _day((), (), None),
        "today, two open": _day((morning,), (dose("13:00", "14:30"), opened())),
    }


def _week(doses: Sequence[Dose], page: int = 0, extras: Any = (), **more: Any) -> Screen:
    days = sorted({each.local_date for each in doses}, reverse=True)
    by_day = tuple((day, tuple(d for d in doses if d.local_date == day)) for day in days)
    total = adherence(doses, extras, POLICY)
    last = DAY - timedelta(days=7 * page)
    given = {"reasons": {}, "has_older": True, "last": last, **more}
    view = Log(
        at=at("14:10"),
        zone=ZONE,
        page=page,
        days=by_day,
        extras=tuple((each, ZONE) for each in extras),
        sum=total,
        **given,
    )
    return log.log(scene(), POLICY, view)


def _log() -> dict[str, Screen]:
    first = taken("08:00", "08:04", days=-1)
    told = dose("22:00", days=-1, state=DoseState.MISSED, answered_at=at("08:00"))
    of_yesterday = (first, taken(when="15:20", days=-1), told)
    of_sunday = (
        dose("08:00", days=-2, state=DoseState.MISSED),
        dose(days=-2, state=DoseState.UNKNOWN),
        taken("22:00", "21:10", days=-2),
    )
    today = (SKIPPED, opened())
    return {
        "log": _week(
            (*today, *of_yesterday, *of_sunday),
            extras=(EXTRA,),
            reasons={SKIPPED.id: SkipReason.NO_TABLETS},
        ),
        "log, a week back": _week(of_sunday, page=1, has_older=False),
        "log, corrected": _week(
            of_yesterday, corrected=frozenset({first.id, told.id}), has_older=False
        ),
        "log, a last dose told before the plan": _week(
            of_yesterday, told=((at("06:10", days=-1), ZONE),), has_older=False
        ),
        "log, nothing": _week((), has_older=False),
        "log, nothing yet": _week((opened(),), has_older=False),
        "log, the longest": _week(longest_week(), reasons=dict.fromkeys(_ids(), _LONG)),
    }


_LONG = SkipReason.DOCTOR_SAID


def longest_week() -> tuple[Dose, ...]:
    """Seven days of twelve doses, with as many words to each as there can be."""
    found = []
    for days in range(-6, 1):
        for hour in range(0, 24, 2):
            base = taken(f"{hour:02d}:00", f"{hour:02d}:00", days=days, mg=Decimal("12.5"))
            found.append(base if hour % 4 else _skipped(base))
    return tuple(each if each.state is DoseState.SKIPPED else _late(each) for each in found)


def _skipped(each: Dose) -> Dose:
    days = (each.local_date - DAY).days
    return dose(f"{each.wall:%H:%M}", days=days, state=DoseState.SKIPPED, mg=Decimal(5))


def _late(each: Dose) -> Dose:
    moment = each.due_at + HOUR + timedelta(minutes=55)
    return dose(
        f"{each.wall:%H:%M}",
        days=(each.local_date - DAY).days,
        state=DoseState.TAKEN,
        taken_at=moment,
        mg=Decimal("12.5"),
        strengths=frozenset({Decimal(5), Decimal(10)}),
    )


def _ids() -> list[Any]:
    return [each.id for each in longest_week()]


def _plan() -> dict[str, Screen]:
    mixed = frozenset({Decimal(5), Decimal(10)})
    uneven = plan(("08:00", "5"), ("14:00", "12.5"), ("22:00", "20"))
    return {
        "plan": log.plan(scene(), PlanView(at("14:10"), plan(*THREE), 1, mixed, night())),
        "plan, uneven": log.plan(scene(), PlanView(at("14:10"), uneven, 12, mixed, None)),
        "plan, none": log.plan(scene(), None),
        "zone": log.zone(scene()),
    }
