"""One time of day at a place in the pieces: the wall times it can mean, and how it was written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from enum import Enum, auto

from bot.chat.parsing.tokens import Kind, Language, Token, at_kind

Tokens = tuple[Token, ...]


class Style(Enum):
    """How a time was written; a bare hour is the only one that could be an amount."""

    COLON = auto()  # 8:00
    DOTTED = auto()  # 8.30
    H = auto()  # 20h30, 8h
    NAMED = auto()  # noon
    SAID = auto()  # half past eight, 8 o'clock
    BARE = auto()  # 8


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as written. No walls: no such time. Two walls: morning or evening, unsaid."""

    walls: tuple[time, ...]
    style: Style
    after: int  # the index of the piece behind it
    half_day: bool = False  # am or pm was said
    part: bool = False  # a part of the day was said
    whole_h: bool = False  # "8h", which can also be a span


@dataclass(frozen=True, slots=True)
class _Face:
    """What a clock face shows: an hour as stated, not yet placed in the day."""

    hour: int
    minute: int
    style: Style
    after: int
    before_hour: bool = False  # "quarter to": the stated hour is the next one
    whole_h: bool = False


def _named(tokens: Tokens, i: int) -> _Face | None:
    """Noon, midnight, 12 noon, 12:00 midnight."""
    twelve = at_kind(tokens, i, Kind.NUMBER, Kind.CLOCK) and tokens[i].value == 12
    if twelve and tokens[i].minute == 0 and at_kind(tokens, i + 1, Kind.NOON):
        return _Face(int(tokens[i + 1].name), 0, Style.NAMED, i + 2)
    if at_kind(tokens, i, Kind.NOON):
        return _Face(int(tokens[i].name), 0, Style.NAMED, i + 1)
    return None


def _written(tokens: Tokens, i: int) -> _Face | None:
    """8:00 or 8.30, unless an amount's unit follows."""
    if at_kind(tokens, i + 1, Kind.MG, Kind.UNIT, Kind.TABLET):
        return None
    if at_kind(tokens, i, Kind.CLOCK):
        return _Face(int(tokens[i].value), tokens[i].minute, Style.COLON, i + 1)
    if at_kind(tokens, i, Kind.DOTTED):
        return _Face(int(tokens[i].value), tokens[i].minute, Style.DOTTED, i + 1)
    return None


def _h(tokens: Tokens, i: int) -> _Face | None:
    """20h30 and 20h, written without a space."""
    hour_mark = at_kind(tokens, i + 1, Kind.HOUR) and tokens[i + 1].text == "h"
    if not (at_kind(tokens, i, Kind.NUMBER) and hour_mark and tokens[i + 1].glued):
        return None
    if len(tokens[i].text) > 2 and not tokens[i].spelled:
        return None
    hour = int(tokens[i].value)
    if at_kind(tokens, i + 2, Kind.NUMBER) and tokens[i + 2].glued:
        minute = int(tokens[i + 2].value) if len(tokens[i + 2].text) == 2 else 99
        return _Face(hour, minute, Style.H, i + 3)
    return _Face(hour, 0, Style.H, i + 2, whole_h=True)


def _past(tokens: Tokens, i: int, led: bool) -> _Face | None:
    """Half past eight, quarter to nine, 20 minutes past 3; "ten to nine" only after "at"."""
    if at_kind(tokens, i, Kind.HALF, Kind.QUARTER):
        minutes, link, sure = (30 if tokens[i].kind is Kind.HALF else 15), i + 1, True
    elif at_kind(tokens, i, Kind.NUMBER):
        sure = at_kind(tokens, i + 1, Kind.MINUTE)
        minutes, link = int(tokens[i].value), i + 1 + sure
    else:
        return None
    if not (at_kind(tokens, link, Kind.PAST, Kind.TO) and at_kind(tokens, link + 1, Kind.NUMBER)):
        return None
    to = tokens[link].kind is Kind.TO
    hour = int(tokens[link + 1].value)
    half_to = to and tokens[i].kind is Kind.HALF
    if (to and not (sure or led)) or not 0 < minutes < 60 or hour > 23 or half_to:
        return None
    shown = ((hour - 2) % 12 + 1 if 1 <= hour <= 12 else (hour - 1) % 24) if to else hour
    return _Face(shown, 60 - minutes if to else minutes, Style.SAID, link + 2, before_hour=to)


def _spelled(tokens: Tokens, i: int) -> _Face | None:
    """Eight thirty, both as words; "eight ten" may be two hours, unless am or pm follows."""
    both = at_kind(tokens, i, Kind.NUMBER) and at_kind(tokens, i + 1, Kind.NUMBER)
    if not (both and tokens[i].spelled and tokens[i + 1].spelled):
        return None
    minute = int(tokens[i + 1].value)
    told = at_kind(tokens, i + 2, Kind.HALF_DAY, Kind.PART)
    if minute not in (30, 45) and not (told and minute > 12):
        return None
    return _Face(int(tokens[i].value), minute, Style.SAID, i + 2)


def _bare(tokens: Tokens, i: int) -> _Face | None:
    if not at_kind(tokens, i, Kind.NUMBER) or (len(tokens[i].text) > 2 and not tokens[i].spelled):
        return None
    return _Face(int(tokens[i].value), 0, Style.BARE, i + 1)


def _face(tokens: Tokens, i: int, led: bool) -> _Face | None:
    return (
        _named(tokens, i)
        or _written(tokens, i)
        or _h(tokens, i)
        or _past(tokens, i, led)
        or _spelled(tokens, i)
        or _bare(tokens, i)
    )


def _hours(face: _Face, allowed: frozenset[int] | None) -> tuple[int, ...]:
    """The 24-h hours a face can mean; the reading as a 24-h clock comes first."""
    if face.hour > 23 or face.minute > 59:
        return ()
    either = (face.hour, (face.hour + 12) % 24) if 1 <= face.hour <= 12 else (face.hour,)
    if face.style is Style.NAMED:
        either = (face.hour,)
    if allowed is not None:
        return tuple(hour for hour in either if hour in allowed)
    return either if face.style in (Style.SAID, Style.BARE) else (face.hour,)


def _marks(
    tokens: Tokens, face: _Face, language: Language, allowed: frozenset[int] | None
) -> tuple[Clock, frozenset[int] | None]:
    """Read what follows a face: o'clock, am or pm, in the morning."""
    clock = Clock((), face.style, face.after, part=allowed is not None, whole_h=face.whole_h)
    if at_kind(tokens, clock.after, Kind.OCLOCK):
        style = Style.SAID if clock.style is Style.BARE else clock.style
        clock = replace(clock, style=style, after=clock.after + 1)
    while at_kind(tokens, clock.after, Kind.HALF_DAY, Kind.PART):
        token = tokens[clock.after]
        hours = language.parts[token.name]
        allowed = hours if allowed is None else allowed & hours
        half_day = token.kind is Kind.HALF_DAY
        if half_day and clock.half_day:
            allowed = frozenset()
        clock = replace(
            clock,
            after=clock.after + 1,
            half_day=clock.half_day or half_day,
            part=clock.part or not half_day,
        )
    return clock, allowed


def read_clock(
    tokens: Tokens,
    i: int,
    language: Language,
    allowed: frozenset[int] | None = None,
    led: bool = False,
) -> Clock | None:
    """The time of day that starts here, None if none does. `allowed`: hours said before it."""
    face = _face(tokens, i, led)
    if face is None:
        return None
    clock, allowed = _marks(tokens, face, language, allowed)
    if clock.style is Style.SAID and face.style is Style.BARE:
        face = replace(face, style=Style.SAID)
    hours = _hours(face, allowed)
    if face.before_hour and face.hour == 11 and clock.half_day:
        hours = (11, 23)  # "quarter to twelve pm" is said of both
    walls = tuple(time(hour, face.minute) for hour in hours)
    return replace(clock, walls=walls)
