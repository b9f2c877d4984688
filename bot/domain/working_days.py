"""Working days of a pharmacy: Monday to Friday. Public holidays are not known to the bot."""

from __future__ import annotations

from datetime import date, timedelta

_DAY = timedelta(days=1)
_SATURDAY = 5


def is_working(day: date) -> bool:
    """A day from Monday to Friday."""
    return day.weekday() < _SATURDAY


def ready_on(ordered: date, lead: int) -> date:
    """The day on which what is ordered then is there, `lead` working days later.

    What is ordered on a weekend is taken up on Monday.
    """
    day = ordered
    while not is_working(day):
        day += _DAY
    for _ in range(lead):
        day += _DAY
        while not is_working(day):
            day += _DAY
    return day


def last_order_day(needed: date, lead: int) -> date:
    """The last working day on which to order, so that it is there the day before it is needed."""
    day = needed - _DAY
    while not is_working(day) or ready_on(day, lead) >= needed:
        day -= _DAY
    return day
