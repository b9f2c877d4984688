"""A time a person typed: "13:50", "half past eight pm", "yesterday 22:00", "20 min ago"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum

from bot.chat.parsing.clock import Clock, Style, read_clock
from bot.chat.parsing.english import ENGLISH
from bot.chat.parsing.plain import plain
from bot.chat.parsing.scan import scan
from bot.chat.parsing.spans import span_at
from bot.chat.parsing.tokens import Kind, Language, Token, at_kind

TEXT_MOST = 400
# Pieces that speak of a time of day and do not say it: "this morning", "after breakfast".
_ABOUT_TIME = frozenset(
    (Kind.DAY, Kind.PART, Kind.PART_WORD, Kind.MEAL, Kind.PAST, Kind.AT, Kind.ABOUT, Kind.NOON)
)
_ELSE = frozenset(
    (Kind.WORD, Kind.SYMBOL, Kind.MG, Kind.UNIT, Kind.TABLET, Kind.SHIFT, Kind.ORDINAL)
)


class Problem(StrEnum):
    """Why a typed time or amount was not read: each a different question to ask."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    LEFTOVER = "leftover"
    NO_TIME = "no_time"  # "yesterday", "a while ago"
    BAD_TIME = "bad_time"
    AMBIGUOUS_HOUR = "ambiguous_hour"  # "at 8"
    AMBIGUOUS_DAY = "ambiguous_day"  # "yesterday at midnight"
    NOT_LISTED = "not_listed"  # "9:00 later", where no time is 9:00
    AMOUNT_OR_TIME = "amount_or_time"
    RANGE = "range"
    NO_UNIT = "no_unit"  # "10", "20 ago"
    NO_AMOUNT = "no_amount"
    NO_TABLETS = "no_tablets"
    BAD_AMOUNT = "bad_amount"
    UNIT = "unit"
    TABLETS = "tablets"
    DISAGREE = "disagree"  # "50 mg, 5 tablets of 20 mg"


@dataclass(frozen=True, slots=True)
class TimeRead:
    """A wall time; the day is 0 for today, -1 for yesterday, None where it was not said."""

    wall: time
    day: int | None


@dataclass(frozen=True, slots=True)
class _Said:
    clock: Clock
    day: int | None
    named_midnight: bool


def open_text(text: str, language: Language) -> tuple[Token, ...] | Problem:
    """The pieces of a typed answer without the marks that end it; EMPTY or TOO_LONG otherwise."""
    if len(text) > TEXT_MOST:
        return Problem.TOO_LONG
    tokens = scan(plain(text).text, language)
    tokens = without_end(tokens)
    while tokens and tokens[0].kind is Kind.LINE:
        tokens = tokens[1:]
    return tokens or Problem.EMPTY


def without_end(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The pieces without the marks that end them."""
    while tokens and tokens[-1].kind in (Kind.BREAK, Kind.COMMA, Kind.LINE):
        if tokens[-1].text not in ".,!\n":
            break
        tokens = tokens[:-1]
    return tokens


def _day(tokens: tuple[Token, ...], i: int) -> tuple[int, str] | None:
    if not at_kind(tokens, i, Kind.DAY):
        return None
    day, _, part = tokens[i].name.partition(":")
    return int(day), part


def _misread(tokens: tuple[Token, ...]) -> Problem:
    """The most telling reason why the pieces are not one time."""
    kinds = {token.kind for token in tokens}
    if kinds & _ELSE:
        return Problem.LEFTOVER
    if kinds & {Kind.DASH, Kind.RANGE, Kind.TO}:
        return Problem.RANGE
    if kinds & {Kind.BROKEN, Kind.JUMBLE, Kind.DECIMAL, Kind.FRACTION}:
        return Problem.BAD_TIME
    return Problem.NO_TIME if kinds <= _ABOUT_TIME else Problem.LEFTOVER


def _said(tokens: tuple[Token, ...], language: Language, alone: bool) -> _Said | Problem:
    """[about] [day] [at] clock [day], and nothing else."""
    i = int(at_kind(tokens, 0, Kind.ABOUT))
    before = _day(tokens, i)
    i += before is not None
    led = at_kind(tokens, i, Kind.AT)
    i += led
    i += at_kind(tokens, i, Kind.ABOUT)
    i += at_kind(tokens, i, Kind.AT) and not led
    part = language.parts[before[1]] if before and before[1] else None
    named_midnight = any(t.kind is Kind.NOON and t.name == "0" for t in tokens)
    clock = read_clock(tokens, i, language, part, led=led)
    if clock is None:
        return _misread(tokens)
    behind = _day(tokens, clock.after)
    if behind and behind[1]:
        clock = read_clock(tokens, i, language, language.parts[behind[1]], led=led) or clock
    if (before and behind) or clock.after + (behind is not None) != len(tokens):
        return _misread(tokens)
    if clock.style is Style.BARE and not (led or alone or clock.half_day):
        return Problem.AMOUNT_OR_TIME
    early = bool(clock.walls) and clock.walls[0] < time(6)
    if (clock.style is Style.H and not led and early) or (clock.whole_h and not (led or alone)):
        return Problem.AMBIGUOUS_HOUR
    day = before or behind
    return _Said(clock, day[0] if day else None, named_midnight)


def read_time(text: str, language: Language = ENGLISH, *, alone: bool = True) -> TimeRead | Problem:
    """The one time in the text. `alone`: an answer to "when?"; else a bare number is no time."""
    tokens = open_text(text, language)
    if isinstance(tokens, Problem):
        return tokens
    said = _said(tokens, language, alone)
    if isinstance(said, Problem):
        return said
    if not said.clock.walls:
        return Problem.BAD_TIME
    if len(said.clock.walls) > 1:
        return Problem.AMBIGUOUS_HOUR
    if said.named_midnight and said.day is not None:
        return Problem.AMBIGUOUS_DAY
    return TimeRead(said.clock.walls[0], said.day)


def read_ago(text: str, language: Language = ENGLISH) -> timedelta | Problem | None:
    """How long ago; None where the text does not say "ago" at all."""
    tokens = open_text(text, language)
    if isinstance(tokens, Problem) or not any(t.kind is Kind.AGO for t in tokens):
        return None
    i = int(at_kind(tokens, 0, Kind.ABOUT))
    span = span_at(tokens, i)
    if span and at_kind(tokens, span[1], Kind.AGO) and span[1] + 1 == len(tokens):
        return span[0]
    if at_kind(tokens, i, Kind.VAGUE_AGO) and len(tokens) == i + 2:
        return Problem.NO_TIME
    bare = at_kind(tokens, i, Kind.NUMBER) and at_kind(tokens, i + 1, Kind.AGO)
    return Problem.NO_UNIT if bare and len(tokens) == i + 2 else Problem.LEFTOVER
