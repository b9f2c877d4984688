"""Bare numbers of a plan: hours or amounts where the neighbours leave no doubt, else a question."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.chat.parsing.amounts import sound_amount
from bot.chat.parsing.clock import Clock, Style
from bot.chat.parsing.plan_parts import BREAK, Flaw, Part, PlanProblem, Sort, spanning
from bot.chat.parsing.tokens import Kind


def _pair(time: Part, bare: Part, first: bool) -> bool:
    """ "14:00 10" behind a mark that divides it from the pair before."""
    named = time.clock is not None and len(time.clock.walls) == 1
    apart = first or time.gap > 0
    close = bare.gap == 0 and not bare.led
    return time.sort is Sort.TIME and bare.sort is Sort.BARE and named and apart and close


def _bare_pairs(parts: list[Part]) -> list[Part] | Flaw | None:
    """ "8:00 10, 14:00 10": every time with its bare amount, two pairs at least; else None."""
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    whole = len(parts) % 2 == 0 and len(pairs) >= 2
    if not whole or not all(_pair(t, b, n == 0) for n, (t, b) in enumerate(pairs)):
        return None
    read: list[Part] = []
    for time, bare in pairs:
        if re.search(r",\d\d", bare.token.text):  # "8,14" is more likely two numbers than 8.14
            return spanning(PlanProblem.AMOUNT_OR_TIME, [bare])
        mg = sound_amount(bare.token)
        if mg is None:
            return spanning(PlanProblem.BAD_AMOUNT, [bare])
        read += [time, replace(bare, sort=Sort.AMOUNT, mg=mg)]
    return read


def _hour_place(parts: list[Part], n: int) -> bool:
    """Whether a bare number stands where only an hour can: after "at", or going on such a list."""
    part, left = parts[n], parts[n - 1].clock if n else None
    going_on = left is not None and left.style not in (Style.COLON, Style.DOTTED)
    listed = going_on and part.gap > 0 and not part.joined
    if part.token.kind is not Kind.NUMBER or not (part.led or listed):
        return False
    if n + 1 == len(parts):
        return True
    right = parts[n + 1]
    if right.sort is Sort.AMOUNT:
        return right.joined or right.gap >= BREAK
    return right.gap > 0


def _hours(parts: list[Part]) -> list[Part] | Flaw:
    """Every bare number as an hour; a question about the first that may be something else."""
    read = list(parts)
    for n, part in enumerate(parts):
        if part.sort is not Sort.BARE:
            continue
        if not _hour_place(read, n):
            return spanning(PlanProblem.AMOUNT_OR_TIME, [part])
        if part.clock is None or not part.clock.walls:
            return spanning(PlanProblem.BAD_TIME, [part])
        read[n] = replace(part, sort=Sort.TIME)
    return read


def _rising(times: list[Part]) -> bool:
    """Whether the times are written in the order of the day, as a list of hours is."""
    walls = [part.clock.walls[0] for part in times if part.clock]
    return walls == sorted(walls)


def _clocks(times: list[Part]) -> list[Clock]:
    return [part.clock for part in times if part.clock]


def _half_said(clock: Clock) -> bool:
    """Whether morning or evening was said, or the hour itself says it."""
    sure = len(clock.walls) == 1 and not 1 <= clock.walls[0].hour <= 12
    return clock.half_day or clock.part or clock.style is Style.NAMED or sure


def _unsure_hour(times: list[Part]) -> Part | None:
    """The first hour that could be morning or evening.

    "8" beside "14" is on a 24-h clock, and so is "8:00" alone; beside "10 pm" neither is. Times
    that all fit a clock face and are not in the order of the day ("8:00, 2:00") are on neither.
    """
    clocks = _clocks(times)
    loose = [part for part in times if part.clock and not _half_said(part.clock)]
    two_ways = any(len(clock.walls) > 1 for clock in clocks)
    told = any(clock.half_day or clock.part for clock in clocks)
    certain = any(_half_said(clock) and clock.style is not Style.NAMED for clock in clocks)
    doubt = told or (two_ways and not certain)
    if not _rising(times) and (two_ways or not certain):
        doubt = True
    return loose[0] if loose and doubt else None


def _odd_h(times: list[Part]) -> Part | None:
    """The first "8h" that could be a span: not after "at", and not in a list like 8h, 14h, 22h."""
    loose = [p for p in times if p.clock and p.clock.whole_h and not p.led and not p.clock.half_day]
    clocks = _clocks(times)
    listed = all(clock.style is Style.H for clock in clocks)
    late = any(clock.walls[0].hour >= 13 for clock in clocks)
    return loose[0] if loose and not (listed and late and len(clocks) > 1) else None


def _odd_dot(times: list[Part]) -> Part | None:
    """The first "12.50" among times not written so: it may be an amount."""
    dotted = [
        part
        for part in times
        if part.clock and part.clock.style is Style.DOTTED and not part.clock.half_day
    ]
    return dotted[0] if dotted and len(dotted) != len(times) else None


def _counted_hours(parts: list[Part], count: int | None) -> list[Part]:
    """ "3x day 8 2 10": as many bare hours as were counted, and nothing else, are the times."""
    hours = {part.clock.walls for part in parts if part.sort is Sort.BARE and part.clock}
    if count is None or not count == len(parts) == len(hours) or () in hours:
        return parts
    return [replace(part, sort=Sort.TIME) for part in parts]


def _is_list(parts: list[Part]) -> bool:
    """Times alone, with a mark between every two: "20h30 and 8.30" hides no amount."""
    return all(part.sort is Sort.TIME for part in parts) and all(part.gap for part in parts[1:])


def settle_numbers(parts: list[Part], count: int | None) -> list[Part] | Flaw:
    """The parts with each bare number read as an hour or an amount, and each hour as one time.

    `count`: how many times a day, where that was said.
    """
    if not any(part.sort is Sort.AMOUNT for part in parts):
        pairs = _bare_pairs(parts)
        if isinstance(pairs, Flaw):
            return pairs
        parts = _counted_hours(parts, count) if pairs is None else pairs
    read = _hours(parts)
    if isinstance(read, Flaw):
        return read
    times = [part for part in read if part.sort is Sort.TIME]
    if (odd := _odd_dot(times)) and not _is_list(read):
        return spanning(PlanProblem.AMOUNT_OR_TIME, [odd])
    if odd := _unsure_hour(times) or _odd_h(times):
        return spanning(PlanProblem.AMBIGUOUS_HOUR, [odd])
    return read
