"""A typed wall time as an instant: the day that was said, or the one that fits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.domain.dose import Dose
from bot.domain.terms import DoseState
from bot.domain.timetable import PlannedDose
from bot.domain.wallclock import day_of, instant, local

_OVERNIGHT = timedelta(hours=12)
_JUST_NOW = timedelta(minutes=15)


def is_just_now(moment: datetime, at: datetime) -> bool:
    """At most a quarter of an hour ago: a bare "yes" to it needs no time."""
    return at - moment <= _JUST_NOW


def just_past(wall: time, day: int | None, zone: str, at: datetime) -> datetime:
    """The instant of a wall time in the person's day (0 today, -1 yesterday, None unsaid).

    Unsaid, and not yet come today: last night's where that is at most 12 hours ago; else today's,
    which is in the future and for the caller to refuse.
    """
    today = day_of(at, zone)
    meant = instant(today + timedelta(days=day or 0), wall, zone)
    if day is None and meant > at:
        before = instant(today - timedelta(days=1), wall, zone)
        if at - before <= _OVERNIGHT:
            return before
    return meant


def nearest(wall: time, day: int | None, zone: str, at: datetime, due_at: datetime) -> datetime:
    """The instant of a wall time typed about one dose: the past one nearest to its time.

    A day that was said is kept. Where none is past, today's is returned, for the caller to refuse.
    """
    if day is not None:
        return instant(day_of(at, zone) + timedelta(days=day), wall, zone)
    days = {day_of(due_at, zone) + timedelta(days=each) for each in (-1, 0, 1)}
    past = [each for each in (instant(day, wall, zone) for day in days) if each <= at]
    if not past:
        return instant(day_of(at, zone), wall, zone)
    return min(past, key=lambda each: abs(each - due_at))


def last_date(month: int, day: int, year: int | None, today: date) -> date | None:
    """The date that was said; without its year the latest one up to today. None for no date."""
    for each in (year,) if year is not None else range(today.year, today.year - 8, -1):
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year is not None or found <= today:
            return found
    return None


def last_weekday(weekday: int, today: date) -> date:
    """The latest such day up to today (0 is Monday)."""
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def as_seen(dose: Dose | PlannedDose, zone: str) -> tuple[time, date]:
    """The time and day by which a person in this zone knows a dose.

    Its planned wall time, and its own day; for one planned by a clock that shows another time
    (before a journey), the time and day on the clock here.
    """
    here = local(dose.due_at, zone)
    if here.utcoffset() == local(dose.due_at, dose.zone).utcoffset():
        return dose.wall, dose.local_date
    return here.time(), here.date()


def logged_in(dose: Dose, zone: str) -> str:
    """The zone by whose clock the log tells a dose to a person who is in `zone` now.

    Its own once it is over, where that clock showed another time; one that may still be taken is
    told by the clock here.
    """
    is_over = dose.state not in (DoseState.PLANNED, DoseState.OPEN)
    here, there = local(dose.due_at, zone), local(dose.due_at, dose.zone)
    return dose.zone if is_over and here.utcoffset() != there.utcoffset() else zone


def as_logged(dose: Dose, zone: str) -> tuple[time, date]:
    """The time and day by which the log tells a dose to a person who is in `zone` now."""
    return as_seen(dose, logged_in(dose, zone))


def logged_beside(moment: datetime, doses: Iterable[Dose], zone: str) -> str:
    """As `logged_in`, for what was taken outside the plan: the zone of the dose nearest in time."""
    nearest = min(doses, key=lambda dose: abs(dose.due_at - moment), default=None)
    return zone if nearest is None else logged_in(nearest, zone)
