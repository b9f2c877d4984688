"""What a plan's pieces are gathered into: times, amounts and bare numbers, and what is between."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, StrEnum, auto

from bot.chat.parsing.clock import Clock
from bot.chat.parsing.tokens import Kind, Token

# How strongly a mark divides; 0 is nothing between.
DIVIDES = {Kind.AND: 1, Kind.COMMA: 2, Kind.SLASH: 2, Kind.BREAK: 3, Kind.LINE: 3, Kind.BULLET: 3}
BREAK = 3


class PlanProblem(StrEnum):
    """Why a plan was not read: each a different question to ask."""

    EMPTY = "empty"
    NO_TIMES = "no_times"
    NO_AMOUNT = "no_amount"
    AMBIGUOUS_HOUR = "ambiguous_hour"
    LEFTOVER = "leftover"
    DUPLICATE_TIME = "duplicate_time"
    TOO_MANY = "too_many"
    TOO_CLOSE = "too_close"
    BAD_TIME = "bad_time"
    BAD_AMOUNT = "bad_amount"
    AMOUNT_OR_TIME = "amount_or_time"
    RANGE = "range"
    TABLETS = "tablets"
    COUNT_MISMATCH = "count_mismatch"
    UNIT = "unit"
    NOT_EVERY_DAY = "not_every_day"
    DAY_TOTAL = "day_total"  # "30 mg a day at 8:00, 14:00 and 22:00": each time, or in all?
    TOO_LONG = "too_long"


class Sort(Enum):
    """What a part is."""

    TIME = auto()
    AMOUNT = auto()
    BARE = auto()  # a number without a unit or a colon


@dataclass(frozen=True, slots=True)
class Part:
    """A time, an amount or a bare number of a plan, and how it hangs on the part before."""

    sort: Sort
    start: int
    end: int
    token: Token
    gap: int  # the strongest mark between it and the part before
    led: bool  # "at" stands just before
    joined: bool  # ":", "-" or "take" stands between
    clock: Clock | None = None
    mg: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Flaw:
    """A problem, and where in the plain text it is."""

    problem: PlanProblem
    start: int
    end: int


@dataclass(slots=True)
class Outline:
    """What a plan's pieces say, before it is decided what they mean together."""

    parts: list[Part] = field(default_factory=list)
    count: int | None = None  # "three times a day"
    every: int | None = None  # hours
    start_said: bool = False  # "from 6:00"
    each: bool = False
    day_said: set[int] = field(default_factory=set)  # how many parts stood before each "a day"


def spanning(problem: PlanProblem, parts: list[Part]) -> Flaw:
    """A flaw over all these parts; at the very start if there are none."""
    if not parts:
        return Flaw(problem, 0, 0)
    return Flaw(problem, parts[0].start, parts[-1].end)
