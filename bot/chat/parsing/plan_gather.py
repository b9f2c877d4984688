"""One walk over a plan's pieces: every piece is accounted for, or the walk ends with a flaw."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.chat.parsing.amounts import amount_at
from bot.chat.parsing.clock import Style, read_clock
from bot.chat.parsing.plan_parts import DIVIDES, Flaw, Outline, PlanProblem, Sort
from bot.chat.parsing.plan_walk import (
    Walk,
    is_day_of_count,
    number_step,
    part_of_day,
    set_count,
    vague,
)
from bot.chat.parsing.tokens import NUMERALS, Kind, Language, Token, at_kind

# Found anywhere, these are what the question must be about; the first of them wins.
_FIRST: tuple[tuple[Kind, PlanProblem], ...] = (
    (Kind.UNIT, PlanProblem.UNIT),
    (Kind.TABLET, PlanProblem.TABLETS),
    (Kind.NOT_DAILY, PlanProblem.NOT_EVERY_DAY),
    (Kind.DAY, PlanProblem.NOT_EVERY_DAY),
    (Kind.RANGE, PlanProblem.RANGE),
    (Kind.TOTAL, PlanProblem.DAY_TOTAL),
)


def _hazard(walk: Walk) -> Flaw | None:
    for kind, problem in _FIRST:
        for place, token in enumerate(walk.tokens):
            if token.kind is kind and not is_day_of_count(walk.tokens, place):
                walk.i = place
                measure = kind in (Kind.UNIT, Kind.TABLET)
                numeral = measure and place > 0 and walk.tokens[place - 1].kind in NUMERALS
                return walk.flaw(problem, back=int(numeral))
    return None


def _divide(walk: Walk) -> Flaw | None:
    """Note how strongly this mark divides; "and" with nothing behind it is a plan cut short."""
    token = walk.tokens[walk.i]
    bullet = token.kind is Kind.BULLET and walk.i > 0 and not walk.at(-1, Kind.LINE)
    short = token.kind is Kind.AND and walk.i + 1 == len(walk.tokens)
    if bullet or short:
        return walk.flaw(PlanProblem.LEFTOVER)
    walk.gap = max(walk.gap, DIVIDES[token.kind])
    walk.i += 1
    return None


def _fill(walk: Walk) -> Flaw | None:
    walk.joined = walk.joined or walk.at(0, Kind.TAKE, Kind.JOIN)
    walk.outline.each = walk.outline.each or walk.at(0, Kind.EACH)
    walk.i += 1
    return None


def _lead(walk: Walk) -> Flaw | None:
    """ "At" or "from": only before a time."""
    is_from = walk.at(0, Kind.FROM)
    walk.i += 1
    behind = 1 if walk.at(0, Kind.AT) and is_from else 0
    if amount_at(walk.tokens, walk.i + behind) is not None:
        walk.i -= 1
        return walk.flaw(PlanProblem.AMOUNT_OR_TIME, 3)
    if read_clock(walk.tokens, walk.i + behind, walk.language, led=True) is None:
        if walk.at(behind, Kind.MEAL, Kind.PART_WORD, Kind.FILL):
            walk.i += behind
            return vague(walk)
        if walk.at(behind, *NUMERALS, Kind.BROKEN, Kind.JUMBLE):
            walk.i += behind
            return number_step(walk)
        return walk.flaw(PlanProblem.LEFTOVER, behind + 1, back=1)
    if is_from and walk.outline.every is None:
        walk.i -= 1
        return walk.flaw(PlanProblem.RANGE, 2)
    walk.outline.start_said = walk.outline.start_said or is_from
    walk.led = True
    walk.i += behind
    return None


def _every(walk: Walk) -> Flaw | None:
    """Every N hours."""
    if not (walk.at(1, Kind.NUMBER) and walk.at(2, Kind.HOUR)) or walk.outline.every:
        return walk.flaw(PlanProblem.LEFTOVER, 2)
    hours = int(walk.tokens[walk.i + 1].value)
    if not hours or 24 % hours:
        return walk.flaw(PlanProblem.NOT_EVERY_DAY, 3)
    walk.outline.every = hours
    walk.i += 3
    return None


def _once(walk: Walk) -> Flaw | None:
    """Twice a day; "tid" says the day itself."""
    count = int(walk.tokens[walk.i].name)
    if walk.at(0, Kind.A_DAY):
        return set_count(walk, count, 1)
    if not walk.at(1, Kind.PER_DAY):
        return walk.flaw(PlanProblem.LEFTOVER)
    return set_count(walk, count, 2)


def _per_day(walk: Walk) -> Flaw | None:
    walk.outline.day_said.add(len(walk.outline.parts))
    walk.i += 1
    return None


def _dash(walk: Walk) -> Flaw | None:
    """A bullet, a joint between a time and its amount, a minus, or a range."""
    glued = walk.tokens[walk.i].glued
    tight = walk.i + 1 < len(walk.tokens) and walk.tokens[walk.i + 1].glued
    opening = walk.i == 0 or walk.at(-1, Kind.LINE)
    if tight and not glued and walk.at(1, *NUMERALS, Kind.BROKEN):
        return walk.flaw(PlanProblem.BAD_AMOUNT, 3)
    if opening and not tight:
        walk.i += 1
        return None
    parts = walk.outline.parts
    left = parts[-1] if parts and walk.gap == 0 else None
    amount_behind = isinstance(amount_at(walk.tokens, walk.i + 1), tuple)
    clock = None if amount_behind else read_clock(walk.tokens, walk.i + 1, walk.language)
    time_behind = clock is not None and clock.style is not Style.BARE
    joint = left is None and not walk.at(-1, *NUMERALS) and (amount_behind or time_behind)
    if left is not None:
        joint = (left.sort is Sort.TIME and amount_behind) or (
            left.sort is Sort.AMOUNT and time_behind
        )
    if joint and glued == tight:
        walk.joined = True
        walk.i += 1
        return None
    numeric = left is not None and walk.at(1, *NUMERALS, Kind.NOON, Kind.HALF, Kind.QUARTER)
    return walk.flaw(PlanProblem.RANGE if numeric else PlanProblem.LEFTOVER, 2, back=int(numeric))


def _open(walk: Walk) -> Flaw | None:
    """ "8:00 (10 mg)": an amount in brackets behind its time."""
    parts = walk.outline.parts
    found = amount_at(walk.tokens, walk.i + 1)
    if not (parts and parts[-1].sort is Sort.TIME and walk.gap == 0 and isinstance(found, tuple)):
        return walk.flaw(PlanProblem.LEFTOVER, 2)
    if not at_kind(walk.tokens, found[1], Kind.CLOSE):
        return walk.flaw(PlanProblem.LEFTOVER, 4)
    walk.i += 1
    walk.add(Sort.AMOUNT, found[1], None, found[0])
    walk.i += 1
    return None


def _to(walk: Walk) -> Flaw | None:
    return walk.flaw(PlanProblem.RANGE, 2, back=1)


_STEPS: Mapping[Kind, Callable[[Walk], Flaw | None]] = {
    **dict.fromkeys(DIVIDES, _divide),
    **dict.fromkeys((Kind.FILL, Kind.TAKE, Kind.JOIN, Kind.EACH), _fill),
    **dict.fromkeys((Kind.AT, Kind.FROM), _lead),
    **dict.fromkeys((*NUMERALS, Kind.BROKEN, Kind.JUMBLE), number_step),
    **dict.fromkeys((Kind.NOON, Kind.HALF, Kind.QUARTER), number_step),
    **dict.fromkeys((Kind.ONCE, Kind.A_DAY), _once),
    **dict.fromkeys((Kind.PART, Kind.PART_WORD), part_of_day),
    Kind.EVERY: _every,
    Kind.PER_DAY: _per_day,
    Kind.MEAL: vague,
    Kind.DASH: _dash,
    Kind.OPEN: _open,
    Kind.TO: _to,
}


def gather(tokens: tuple[Token, ...], language: Language) -> Outline | Flaw:
    """The outline of a plan's pieces, or the first thing that was not understood."""
    walk = Walk(tokens, language)
    hazard = _hazard(walk)
    if hazard is not None:
        return hazard
    while walk.i < len(tokens):
        step = _STEPS.get(tokens[walk.i].kind)
        flaw = walk.flaw(PlanProblem.LEFTOVER) if step is None else step(walk)
        if flaw is not None:
            return flaw
    return walk.outline
