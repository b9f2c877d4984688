"""A whole plan typed in words: read exactly, or one question about the person's own words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time, timedelta
from decimal import Decimal

from bot.chat.parsing.english import ENGLISH
from bot.chat.parsing.plain import plain
from bot.chat.parsing.plan_gather import gather
from bot.chat.parsing.plan_hours import settle_numbers
from bot.chat.parsing.plan_parts import Flaw, Outline, Part, PlanProblem, Sort, spanning
from bot.chat.parsing.plan_shapes import Paired, pair_up
from bot.chat.parsing.plan_tablets import split_tablets
from bot.chat.parsing.scan import scan
from bot.chat.parsing.times import TEXT_MOST
from bot.chat.parsing.tokens import Kind, Language
from bot.domain.policy import Policy

__all__ = ["PlanProblem", "PlanRead", "PlanUnclear", "SlotRead", "read_plan"]

_DAY = timedelta(days=1)
_SILENT = frozenset((Kind.LINE, Kind.COMMA, Kind.BREAK, Kind.DASH, Kind.BULLET))


@dataclass(frozen=True, slots=True)
class SlotRead:
    """A wall time of every day and the amount taken then."""

    wall: time
    mg: Decimal


@dataclass(frozen=True, slots=True)
class PlanRead:
    """The slots of a plan, ordered by wall time, and its tablets in mg where they were named."""

    slots: tuple[SlotRead, ...]
    strengths: frozenset[Decimal] = frozenset()


@dataclass(frozen=True, slots=True)
class PlanUnclear:
    """Why a plan was not read, and the person's own words that caused it (40 characters)."""

    problem: PlanProblem
    fragment: str


def _parts(outline: Outline) -> list[Part] | Flaw:
    """Times and amounts only, at least one of each."""
    settled = settle_numbers(outline.parts, outline.count)
    if isinstance(settled, Flaw):
        return settled
    sorts = {part.sort for part in settled}
    if Sort.TIME not in sorts:
        return spanning(PlanProblem.NO_TIMES, settled)
    return settled if Sort.AMOUNT in sorts else spanning(PlanProblem.NO_AMOUNT, settled)


def _wall(part: Part) -> time:
    return part.clock.walls[0] if part.clock else time()


def _from_hours(pairs: Paired, outline: Outline) -> list[SlotRead] | Flaw:
    """ "Every 8 hours from 6:00": its start and repeats, or exactly the times listed."""
    every = outline.every or 24
    first, amount = pairs[0]
    start = _wall(first)
    walls = {time((start.hour + ahead) % 24, start.minute) for ahead in range(0, 24, every)}
    listed = {_wall(part) for part, _ in pairs} == walls and not outline.start_said
    started = outline.start_said and len(pairs) == 1
    if not (listed or started):
        return spanning(PlanProblem.COUNT_MISMATCH, [part for part, _ in pairs])
    if listed:
        return [SlotRead(_wall(part), own.mg) for part, own in pairs]
    return [SlotRead(wall, amount.mg) for wall in walls]


def _day_total(outline: Outline, parts: list[Part], slots: int) -> Flaw | None:
    """ "30 mg a day" at several times may be the day's whole amount."""
    amounts = [n for n, part in enumerate(parts) if part.sort is Sort.AMOUNT]
    if len(amounts) != 1 or slots < 2 or outline.each:
        return None
    near = {amounts[0], amounts[0] + 1} & outline.day_said
    return spanning(PlanProblem.DAY_TOTAL, [parts[amounts[0]]]) if near else None


def _slots(outline: Outline, parts: list[Part]) -> list[SlotRead] | Flaw:
    """The slots, with every number that was said about them agreeing."""
    pairs = pair_up(parts, outline.each)
    if isinstance(pairs, Flaw):
        return pairs
    slots: list[SlotRead] | Flaw = [SlotRead(_wall(part), amount.mg) for part, amount in pairs]
    if outline.every is not None:
        slots = _from_hours(pairs, outline)
    if isinstance(slots, Flaw):
        return slots
    if flaw := _day_total(outline, parts, len(slots)):
        return flaw
    if outline.count not in (None, len(slots)):
        return spanning(PlanProblem.COUNT_MISMATCH, parts)
    return sorted(slots, key=lambda slot: slot.wall)


def _crowded(slots: list[SlotRead], parts: list[Part], policy: Policy) -> Flaw | None:
    """Two slots at one time, more than the policy's most, or nearer than its least gap."""
    minutes = [timedelta(hours=slot.wall.hour, minutes=slot.wall.minute) for slot in slots]
    times = [part for part in parts if part.sort is Sort.TIME]
    if len(set(minutes)) < len(minutes):
        return spanning(PlanProblem.DUPLICATE_TIME, times)
    if len(slots) > policy.slots_most:
        return spanning(PlanProblem.TOO_MANY, times)
    nexts = [*minutes[1:], minutes[0] + _DAY]
    gaps = [later - earlier for earlier, later in zip(minutes, nexts, strict=True)]
    return spanning(PlanProblem.TOO_CLOSE, times) if min(gaps) < policy.slot_gap_least else None


def _read(outline: Outline, policy: Policy) -> PlanRead | Flaw:
    parts = _parts(outline)
    if isinstance(parts, Flaw):
        return parts
    slots = _slots(outline, parts)
    if isinstance(slots, Flaw):
        return slots
    return _crowded(slots, parts, policy) or PlanRead(tuple(slots))


def read_plan(text: str, policy: Policy, language: Language = ENGLISH) -> PlanRead | PlanUnclear:
    """The plan in the text, or what to ask; never raises, never reads a dose as a time."""
    if len(text) > TEXT_MOST:
        return PlanUnclear(PlanProblem.TOO_LONG, "")
    folded = plain(text)
    tokens = scan(folded.text, language)
    if all(token.kind in _SILENT for token in tokens):
        return PlanUnclear(PlanProblem.EMPTY, "")
    told, strengths = split_tablets(tokens)
    outline = gather(told, language)
    found = outline if isinstance(outline, Flaw) else _read(outline, policy)
    if isinstance(found, PlanRead):
        return replace(found, strengths=strengths)
    return PlanUnclear(found.problem, folded.fragment(found.start, found.end))
