"""One of the times that stand, moved: "8:00 later", "first dose 30 min earlier"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time, timedelta

from bot.chat.parsing.clock import read_clock
from bot.chat.parsing.english import ENGLISH
from bot.chat.parsing.spans import span_at
from bot.chat.parsing.times import Problem, open_text
from bot.chat.parsing.tokens import Kind, Language, Token, at_kind

Tokens = tuple[Token, ...]
_MOST = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Shift:
    """Which of the times moves, and by how much; before zero is earlier."""

    index: int
    by: timedelta


def read_shift(
    text: str, times: Sequence[time], step: timedelta, language: Language = ENGLISH
) -> Shift | Problem | None:
    """Which of these times moves where; None where the text says nothing of moving one.

    `step`: how far where that is not said. A sign needs its unit: "14:00 +15" may be two times.
    """
    tokens = open_text(text, language)
    if isinstance(tokens, Problem):
        return None
    for i in range(len(tokens)):
        by = _move(tokens[i:], step)
        if by is not None:
            index = _which(tokens[:i], times, language)
            if isinstance(index, Problem):
                return index
            return Shift(index, by) if timedelta(0) < abs(by) < _MOST else Problem.LEFTOVER
    return Problem.LEFTOVER if any(token.kind is Kind.SHIFT for token in tokens) else None


def _move(tokens: Tokens, step: timedelta) -> timedelta | None:
    """ "later", "15 min earlier", "+15 min": nothing before it and nothing behind."""
    if tokens[-1].kind is Kind.SHIFT:
        span = (step, 0) if len(tokens) == 1 else span_at(tokens, 0)
        whole = span is not None and span[1] == len(tokens) - 1
        return span[0] * int(tokens[-1].name) if span and whole else None
    head, rest = tokens[0], tokens[1:]
    if head.kind is Kind.BROKEN and head.text[0] == "+" and head.text[1:].isdigit():
        rest = (replace(head, kind=Kind.NUMBER, text=head.text[1:]), *rest)
    elif head.text not in ("+", "-"):
        return None
    span = span_at(rest, 0) if rest else None
    if span is None or span[1] != len(rest):
        return None
    return -span[0] if head.text == "-" else span[0]


def _which(tokens: Tokens, times: Sequence[time], language: Language) -> int | Problem:
    """The one time that the pieces name: by its clock, or as "first dose"."""
    named = tuple(token for token in tokens if token.kind not in (Kind.FILL, Kind.AT))
    if not named:
        return 0 if len(times) == 1 else Problem.NO_TIME
    if len(named) == 1 and at_kind(named, 0, Kind.ORDINAL):
        place = int(named[0].name)
        found = [place % len(times)] if -1 <= place < len(times) else []
    else:
        clock = read_clock(named, 0, language)
        if clock is None or clock.after != len(named):
            return Problem.LEFTOVER
        found = [n for n, wall in enumerate(times) if wall in clock.walls]
    if len(found) > 1:
        return Problem.AMBIGUOUS_HOUR
    return found[0] if found else Problem.NOT_LISTED
