"""How values are written: amounts, tablets, times, days, durations, countries and lists.

No number ever follows a dot or a dash, no amount ends in a needless zero, and halves are words:
someone reads this drowsy, and ".5" or "-10" can be read as another dose.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from bot.domain.tablets import fit

Say = Callable[..., str]
"""`Words.plain`: message id and arguments -> text."""

_MINUTE = timedelta(minutes=1)
_PARTS_OF_DAY = (  # until which hour
    (5, "units-night"),
    (12, "units-morning"),
    (17, "units-afternoon"),
    (21, "units-evening"),
    (24, "units-night"),
)
_TABLETS = {  # (whole ones, a half): with the strength, without it
    (True, False): ("units-tablets-whole", "units-tablets-whole-brief"),
    (False, True): ("units-tablets-half", "units-tablets-half-brief"),
    (True, True): ("units-tablets-and-half", "units-tablets-and-half-brief"),
}
_DAYS_FROM = 48  # hours; up to here a span reads better in hours, as doctors ask for it


def amount(say: Say, language: str, mg: Decimal) -> str:
    """An amount in mg with the language's decimal sign and no needless zeros."""
    return say("units-amount", number=number(language, mg))


def tablets(
    say: Say, language: str, mg: Decimal, strengths: frozenset[Decimal], *, brief: bool = False
) -> str:
    """The whole and half tablets that make `mg`, by strength; a plain statement if none do.

    `brief`: beside the amount, the count alone says which they are, if all are of one strength.
    """
    if not strengths:
        return say("units-tablets-unknown")
    handful = fit(mg, strengths)
    if handful is None:
        return say("units-tablets-impossible", amount=amount(say, language, mg))
    if not handful:
        return say("units-tablets-none")
    brief = brief and len(handful) == 1
    return listing(say, [_of_one_strength(say, language, *entry, brief) for entry in handful])


def _of_one_strength(
    say: Say, language: str, strength: Decimal, count: Decimal, brief: bool
) -> str:
    whole, half = divmod(count, 1)
    message = _TABLETS[bool(whole), bool(half)][brief]
    return say(message, count=int(whole), strength=amount(say, language, strength))


def clock(wall: time) -> str:
    """Hours and minutes on a 24-hour clock, both with two digits, in every language."""
    return f"{wall.hour:02d}:{wall.minute:02d}"


def day(say: Say, language: str, day: date, today: date) -> str:
    """A day as a person calls it, seen from `today`."""
    near = {-1: "units-yesterday", 0: "units-today", 1: "units-tomorrow"}.get((day - today).days)
    if near:
        return say(near)
    pattern = "units-day-pattern" if day.year == today.year else "units-day-pattern-year"
    return format_date(day, say(pattern), locale=_locale(language))


def part_of_day(say: Say, wall: time) -> str:
    """The part of the day: morning from 5, afternoon from 12, evening from 17, night from 21."""
    return say(next(message for until, message in _PARTS_OF_DAY if wall.hour < until))


def date_alone(say: Say, language: str, day: date) -> str:
    """A day by weekday, day and month."""
    return format_date(day, say("units-day-pattern"), locale=_locale(language))


def duration(say: Say, span: timedelta) -> str:
    """A span in its one or two largest units, whole minutes. A negative span is a fault."""
    if span < timedelta(0):
        raise ValueError("a duration cannot be negative")
    hours, minutes = divmod(span // _MINUTE, 60)
    if hours == 0:
        return say("units-minutes", minutes=minutes)
    if hours >= _DAYS_FROM:
        days, hours = divmod(hours, 24)
        return say("units-days-hours" if hours else "units-days", days=days, hours=hours)
    return say("units-hours-minutes" if minutes else "units-hours", hours=hours, minutes=minutes)


def country(language: str, code: str) -> str:
    """The country's name by CLDR, else its code."""
    return str(_locale(language).territories.get(code.upper(), code.upper()))


def listing(say: Say, items: Sequence[str]) -> str:
    """Items in one line, the last two joined by the language's "and". Nothing for no items."""
    if not items:
        return ""
    *front, last = items
    if not front:
        return last
    head = front[0]
    for item in front[1:]:
        head = say("units-list-middle", left=head, right=item)
    return say("units-list-end", left=head, right=last)


def number(language: str, number: Decimal) -> str:
    """A number with the language's decimal sign and no needless zeros."""
    return str(format_decimal(number, format="0.####", locale=_locale(language)))


def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")
