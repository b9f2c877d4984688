"""A span of time at a place in the pieces: "20 min", "an hour and a half", "1h30"."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from bot.chat.parsing.tokens import Kind, Token, at_kind

_LONGEST = timedelta(days=2)
_SECONDS = {Kind.HOUR: 3600, Kind.MINUTE: 60, Kind.SECOND: 1}
_COUNTS = (Kind.NUMBER, Kind.DECIMAL, Kind.FRACTION)

Span = tuple[timedelta, int]  # and the index of the piece behind it


def _fraction_of_hour(tokens: tuple[Token, ...], i: int) -> Span | None:
    """Half an hour, a half hour, a quarter of an hour."""
    start = i + at_kind(tokens, i, Kind.AN)
    if not at_kind(tokens, start, Kind.HALF, Kind.QUARTER):
        return None
    minutes = 30 if tokens[start].kind is Kind.HALF else 15
    behind = start + 1
    behind += at_kind(tokens, behind, Kind.FILL) and tokens[behind].text == "of"
    behind += at_kind(tokens, behind, Kind.AN)
    if not at_kind(tokens, behind, Kind.HOUR):
        return None
    return timedelta(minutes=minutes), behind + 1


def _count(tokens: tuple[Token, ...], i: int) -> tuple[Decimal, int] | None:
    if at_kind(tokens, i, Kind.AN):
        return Decimal(1), i + 1
    if not at_kind(tokens, i, *_COUNTS):
        return None
    if at_kind(tokens, i + 1, Kind.A_HALF):
        return tokens[i].value + Decimal("0.5"), i + 2
    return tokens[i].value, i + 1


def _minutes_behind(tokens: tuple[Token, ...], i: int) -> Span | None:
    """The minutes behind "1 h": "30 min", "and 30 minutes", a glued "30", "and a half"."""
    if at_kind(tokens, i, Kind.A_HALF):
        return timedelta(minutes=30), i + 1
    start = i + at_kind(tokens, i, Kind.AND)
    if not at_kind(tokens, start, Kind.NUMBER) or tokens[start].value > 59:
        return None
    minutes = timedelta(minutes=int(tokens[start].value))
    if at_kind(tokens, start + 1, Kind.MINUTE):
        return minutes, start + 2
    tight = tokens[start].glued and len(tokens[start].text) == 2
    return (minutes, start + 1) if tight else None


def span_at(tokens: tuple[Token, ...], i: int) -> Span | None:
    """The span that starts here, None if none does or it is longer than two days."""
    if fraction := _fraction_of_hour(tokens, i):
        return fraction
    counted = _count(tokens, i)
    if counted is None or not at_kind(tokens, counted[1], *_SECONDS):
        return None
    count, unit = counted
    seconds = count * _SECONDS[tokens[unit].kind]
    if seconds > _LONGEST.total_seconds():
        return None
    span, behind = timedelta(seconds=float(seconds)), unit + 1
    if tokens[unit].kind is Kind.HOUR and (more := _minutes_behind(tokens, behind)):
        return span + more[0], more[1]
    return span, behind
