""" "Correct yesterday 14:00": which dose of the log is to be put right, as far as it was said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.chat.parsing.english_days import DAYS, FILLING, MONTHS, OPENINGS, WEEKDAYS
from bot.chat.parsing.times import Problem, TimeRead, read_time
from bot.chat.parsing.tokens import Language
from bot.chat.parsing.verb_values import Correct

_UNCLEAR = (Problem.AMBIGUOUS_HOUR, Problem.AMBIGUOUS_DAY, Problem.BAD_TIME)


def _names(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_HEAD = re.compile(rf"(?:{_names(OPENINGS)})(?![\w'])[\s,:]*")
_FILLING = re.compile(rf"'s\b|(?<![\w'])(?:{_names(FILLING)})(?![\w'])")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{_names(MONTHS)})\.?"
_YEAR = r"(?:,?\s+(?P<year>20\d\d))?"
_DATES = tuple(
    re.compile(rf"(?:(?:{_names(WEEKDAYS)})[\s,.]+)?{form}(?![\w:.])[\s,]*")
    for form in (
        rf"{_DAY}\s*{_MONTH}{_YEAR}",
        rf"{_MONTH}\s*{_DAY}{_YEAR}",
        r"(?P<year>20\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
    )
)


def read_correction(said: str, language: Language) -> Correct | None:
    """The correction that is asked for; None where the words are anything else.

    `said` is a whole message in plain small letters, without the marks that end it.
    """
    head = _HEAD.match(said)
    if head is None:
        return None
    rest = " ".join(_FILLING.sub(" ", said[head.end() :]).split())
    if rest in DAYS:
        return Correct(day=DAYS[rest])
    for form in _DATES:
        found = form.match(rest)
        if found is not None:
            return _with_date(found, rest[found.end() :], language)
    return _with_weekday(rest, language) or _with_time(rest, language)


def _with_time(rest: str, language: Language) -> Correct | None:
    read = read_time(rest, language)
    if isinstance(read, TimeRead):
        return Correct(day=read.day, wall=read.wall)
    return Correct(unclear=read) if read in _UNCLEAR else None


def _with_weekday(rest: str, language: Language) -> Correct | None:
    """ "Mon", "mon 22:00", "22:00 mon"; None where no weekday, or more than a time, is said."""
    words = rest.replace(",", " ").split()
    found = [n for n in (0, len(words) - 1) if words and words[n].strip(".") in WEEKDAYS]
    if not found:
        return None
    weekday = WEEKDAYS[words.pop(found[0]).strip(".")]
    if not words:
        return Correct(weekday=weekday)
    timed = _with_time(" ".join(words), language)
    if timed is None or timed.unclear is not None:
        return timed
    return None if timed.day is not None else replace(timed, weekday=weekday)


def _with_date(found: re.Match[str], rest: str, language: Language) -> Correct | None:
    month, year = found["month"], found["year"]
    number = int(month) if month.isdecimal() else MONTHS[month]
    date = (number, int(found["day"]), int(year) if year else None)
    if not rest:
        return Correct(date=date)
    read = read_time(rest, language)
    if isinstance(read, TimeRead) and read.day is None:
        return Correct(date=date, wall=read.wall)
    unclear = read if isinstance(read, Problem) else Problem.LEFTOVER
    return Correct(unclear=unclear) if unclear in _UNCLEAR else None
