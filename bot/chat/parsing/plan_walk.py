"""Numbers of a plan, one step at a time: an amount, a count, a time, or not yet known."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from bot.chat.parsing.amounts import amount_at
from bot.chat.parsing.clock import Clock, Style, read_clock
from bot.chat.parsing.plan_parts import Flaw, Outline, Part, PlanProblem, Sort
from bot.chat.parsing.times import Problem
from bot.chat.parsing.tokens import Kind, Language, Token, at_kind

_TIMELY = frozenset((Kind.CLOCK, Kind.DOTTED, Kind.HALF_DAY, Kind.NOON, Kind.OCLOCK))


@dataclass(slots=True)
class Walk:
    """Where the walk over the pieces stands, and what stood between the last part and here."""

    tokens: tuple[Token, ...]
    language: Language
    i: int = 0
    gap: int = 0
    led: bool = False
    joined: bool = False
    outline: Outline = field(default_factory=Outline)

    def at(self, ahead: int, *kinds: Kind) -> bool:
        """Whether the piece this far ahead is of one of these kinds."""
        return at_kind(self.tokens, self.i + ahead, *kinds)

    def flaw(self, problem: PlanProblem, length: int = 1, back: int = 0) -> Flaw:
        """A flaw over this many pieces from here, and this many before."""
        first = max(self.i - back, 0)
        last = min(self.i + length, len(self.tokens)) - 1
        return Flaw(problem, self.tokens[first].start, self.tokens[max(first, last)].end)

    def add(self, sort: Sort, behind: int, clock: Clock | None, mg: Decimal) -> None:
        """Append the part that ends before `behind`, and stand there."""
        first, last = self.tokens[self.i], self.tokens[behind - 1]
        self.outline.parts.append(
            Part(sort, first.start, last.end, first, self.gap, self.led, self.joined, clock, mg)
        )
        self.i, self.gap, self.led, self.joined = behind, 0, False, False


def set_count(walk: Walk, count: int, length: int) -> Flaw | None:
    if walk.outline.count not in (None, count):
        return walk.flaw(PlanProblem.COUNT_MISMATCH, length)
    walk.outline.count = count
    walk.i += length
    return None


def vague(walk: Walk) -> Flaw | None:
    """A meal or a part of the day that is no time: asked for times where there are none."""
    timely = any(token.kind in _TIMELY for token in walk.tokens)
    return walk.flaw(PlanProblem.LEFTOVER if timely else PlanProblem.NO_TIMES)


def part_of_day(walk: Walk) -> Flaw | None:
    """ "In the morning at 8:00": a part of the day before its time."""
    start = walk.i + 1
    while at_kind(walk.tokens, start, Kind.AT, Kind.JOIN, Kind.COMMA):
        start += 1
    hours = walk.language.parts[walk.tokens[walk.i].name]
    clock = read_clock(walk.tokens, start, walk.language, hours, led=True)
    bare = clock is not None and clock.style is Style.BARE and not clock.half_day
    if clock is None or (bare and not at_kind(walk.tokens, start - 1, Kind.AT)):
        return vague(walk)
    walk.led = True
    walk.i = start
    return _add_clock(walk, clock)


def _add_clock(walk: Walk, clock: Clock) -> Flaw | None:
    length = clock.after - walk.i
    if not clock.walls:
        return walk.flaw(PlanProblem.BAD_TIME, length)
    behind_part = at_kind(walk.tokens, clock.after - 1, Kind.PART)
    if behind_part and read_clock(walk.tokens, clock.after, walk.language):
        return walk.flaw(PlanProblem.AMBIGUOUS_HOUR, length + 1)
    unled_part = clock.style is Style.BARE and clock.part and not clock.half_day and not walk.led
    if unled_part:
        return walk.flaw(PlanProblem.AMOUNT_OR_TIME, length)
    walk.add(Sort.TIME, clock.after, clock, Decimal(0))
    return None


def is_day_of_count(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the piece here is the "day" of "3x day"."""
    day = at_kind(tokens, i, Kind.NOT_DAILY) and tokens[i].text == "day"
    return day and at_kind(tokens, i - 1, Kind.TIMES) and at_kind(tokens, i - 2, Kind.NUMBER)


def _count_step(walk: Walk) -> Flaw | None:
    """Three times a day; "3 x" alone may be three tablets."""
    if not (walk.at(2, Kind.PER_DAY) or is_day_of_count(walk.tokens, walk.i + 2)):
        return walk.flaw(PlanProblem.LEFTOVER, 2)
    return set_count(walk, int(walk.tokens[walk.i].value), 3)


def _unfit(walk: Walk) -> PlanProblem | None:
    """What is wrong with a numeral that no neighbour can mend."""
    if walk.at(0, Kind.BROKEN):
        timely = ":" in walk.tokens[walk.i].text
        return PlanProblem.BAD_TIME if timely else PlanProblem.BAD_AMOUNT
    return PlanProblem.AMOUNT_OR_TIME if walk.at(0, Kind.JUMBLE, Kind.FRACTION) else None


def number_step(walk: Walk) -> Flaw | None:
    """An amount, a count, a time, or a number that only its neighbours can explain."""
    found = amount_at(walk.tokens, walk.i)
    if isinstance(found, Problem):
        return walk.flaw(PlanProblem(found.value), 2)
    if found is not None:
        walk.add(Sort.AMOUNT, found[1], None, found[0])
        return None
    if unfit := _unfit(walk):
        return walk.flaw(unfit)
    if walk.at(0, Kind.NUMBER) and walk.at(1, Kind.TIMES):
        return _count_step(walk)
    clock = read_clock(walk.tokens, walk.i, walk.language, led=walk.led)
    told = clock is not None and (clock.half_day or clock.part)
    if clock is not None and (told or clock.style is not Style.BARE):
        return _add_clock(walk, clock)
    if not walk.at(0, Kind.NUMBER, Kind.DECIMAL, Kind.DOTTED):
        return vague(walk)
    walk.add(Sort.BARE, walk.i + 1, clock, Decimal(0))
    return None
