"""The ladder: what is said, and when, while no dose is logged.

The clock runs from the last confirmed dose. Nothing is said without a later dose that closed
unlogged. Pure: everything is recomputed from the doses and the answers as they stand, so that
whatever is undone or corrected counts at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain.pauses import NIGHT_ENDS
from bot.domain.policy import Policy
from bot.domain.wallclock import day_of, instant

_DAY = timedelta(days=1)
_MIDNIGHT = time(23, 59)


class Rung(StrEnum):
    """What is said in a message of its own. The first rung is the card of the dose itself."""

    TWO = "two"  # did you take any and not log it?
    THREE = "three"  # call your doctor or urgent care now


class NoteKind(StrEnum):
    """What was said or answered in a gap; kept, so that each rung is said once in it."""

    RODE = "rode"  # a card of a dose carried the second rung
    TWO = "two"
    THREE = "three"
    NONE = "none"  # "No, none"
    SOME = "some"  # "I took some"


@dataclass(frozen=True, slots=True)
class Note:
    """One of these, and when it was (UTC)."""

    kind: NoteKind
    at: datetime


@dataclass(frozen=True, slots=True)
class Start:
    """What the clock runs from: a confirmed dose, or the instant from which nothing is known.

    `id`: of the dose, the extra one, the medication (as told at the start) or the span that ended.
    `begun`: False for somebody who said that they have not started the medicine.
    """

    id: UUID
    at: datetime
    begun: bool = True


@dataclass(frozen=True, slots=True)
class Host:
    """A dose whose card can carry the second rung, and until when it asks."""

    due_at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Waking:
    """The hours in which a person is asked of the bot's own accord, by the clock of their zone.

    `since` and `until` are wall times; `until` is on the same date, and not before `since`.
    """

    zone: str
    since: time
    until: time

    def next(self, at: datetime) -> datetime:
        """`at` where it lies within them, else the instant (UTC) at which they begin again."""
        day = day_of(at, self.zone)
        begins = instant(day, self.since, self.zone)
        if at < begins:
            return begins
        ends = instant(day, self.until, self.zone)
        return at if at <= ends else instant(day + _DAY, self.since, self.zone)


def waking(zone: str, walls: Iterable[time], policy: Policy) -> Waking:
    """From 07:00 or the first dose to 22:00 or the last, whichever is further out.

    A dose before 04:00 is the last of the evening before it, or one to be woken for: by it nobody
    is up early, and the day ends at midnight.
    """
    every = tuple(walls)
    day = tuple(wall for wall in every if wall >= NIGHT_ENDS)
    until = max((policy.waking_until, *day)) if len(day) == len(every) else _MIDNIGHT
    return Waking(zone, min((policy.waking_from, *day)), until)


@dataclass(frozen=True, slots=True)
class Climb:
    """Everything the ladder goes by.

    `gap`, `window`: from the start to the next planned dose, and how late it might be taken.
    `counted`: the instants at which the later doses count as closed unlogged, in order; one of
    which nobody knows counts after a while without an answer. `held_until`: a question about one of
    those waits for its answer up to then, or the bot, or the person, was away up to `away_until`.
    `notes`: what was said since.
    """

    start: Start
    gap: timedelta
    window: timedelta
    counted: tuple[datetime, ...]
    held_until: datetime | None
    hosts: tuple[Host, ...]
    waking: Waking
    notes: tuple[Note, ...] = ()
    away_until: datetime | None = None

    def has(self, *kinds: NoteKind) -> bool:
        """One of these was noted."""
        return any(each.kind in kinds for each in self.notes)


@dataclass(frozen=True, slots=True)
class Look:
    """What is to be said now, and when to look again; None: not before something changes."""

    say: Rung | None
    again_at: datetime | None


def look(climb: Climb, at: datetime, policy: Policy) -> Look:
    """What the ladder says at `at`. Where both rungs are due, the third is said for both."""
    three = _held(climb, next_three(climb, policy), policy)
    if three is not None and three <= at:
        return Look(Rung.THREE, None)
    two = own_two(climb, policy)
    if two is not None and at > two + policy.rung_own_after:  # late: nobody is woken for it
        two = climb.waking.next(at)
    if two is not None and (three is None or two < three):
        return Look(Rung.TWO, None) if two <= at else Look(None, two)
    return Look(None, three)


def rides(climb: Climb, at: datetime, policy: Policy) -> bool:
    """A card about an open dose that goes out at `at` carries the second rung."""
    two, three = two_from(climb, policy), _held(climb, three_from(climb, policy), policy)
    if two is None or _latest(two, climb.held_until) > at or (three is not None and three <= at):
        return False
    return not climb.notes


def two_from(climb: Climb, policy: Policy) -> datetime | None:
    """When the second rung is reached; None while no later dose has closed unlogged."""
    if not climb.counted:
        return None
    least = climb.gap + climb.window + policy.rung_two_past
    by_hours = climb.start.at + max(policy.rung_two_after, least)
    reached = max(by_hours, climb.counted[0])
    in_row = climb.counted[policy.rung_two_row - 1 : policy.rung_two_row]
    return min((reached, *in_row))


def own_two(climb: Climb, policy: Policy) -> datetime | None:
    """When the second rung comes by itself: by day, and after a card that can carry it."""
    reached = two_from(climb, policy)
    if reached is None or climb.has(NoteKind.TWO, NoteKind.THREE, NoteKind.NONE, NoteKind.SOME):
        return None
    rode = [each.at for each in climb.notes if each.kind is NoteKind.RODE]
    if rode:  # by a nudge after the waking hours, perhaps: the rest waits for the morning
        awake = climb.waking.next(rode[0])
        later = rode[0] + policy.rung_own_after if awake == rode[0] else awake
        return _latest(later, climb.held_until)
    awake = climb.waking.next(_latest(reached, climb.held_until))
    for host in climb.hosts:
        if host.until > awake and host.due_at <= awake + policy.rung_rides_within:
            return max(awake, host.due_at) + policy.rung_own_after
    return awake


def three_from(climb: Climb, policy: Policy) -> datetime | None:
    """When the third rung is reached. Never by somebody who had nothing to be without of."""
    if not climb.counted or not climb.start.begun:
        return None
    least = climb.gap + climb.window + policy.rung_three_past
    return max(climb.start.at + max(policy.rung_three_after, least), climb.counted[0])


def next_three(climb: Climb, policy: Policy) -> datetime | None:
    """When the third rung is said next: at once when it is reached, then daily for a while."""
    reached = three_from(climb, policy)
    said = [each.at for each in climb.notes if each.kind is NoteKind.THREE]
    if reached is None or not said:
        return reached
    day = policy.rung_three_every
    passed = (max(said) + day / 2 - reached) // day
    again = reached + max(passed + 1, 1) * day
    return again if again <= climb.start.at + policy.rung_three_until else None


def _held(climb: Climb, due: datetime | None, policy: Policy) -> datetime | None:
    """Not while a question waits, as long as one may: more of them do not put it off again."""
    if due is None or climb.held_until is None:
        return due
    most = _latest(due, climb.away_until) + policy.unknown_counts_after
    return max(due, min(climb.held_until, most))


def _latest(due: datetime, other: datetime | None) -> datetime:
    return due if other is None else max(due, other)
