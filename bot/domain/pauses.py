"""Spans in which nobody is asked: a pause with an end, hospital, no plan, reminders only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain.policy import Policy
from bot.domain.terms import PauseId
from bot.domain.wallclock import day_of, instant, local

_DAY = timedelta(days=1)
_MORNING = time(8)
NIGHT_ENDS = time(4)  # whoever says "tomorrow" before it has not slept yet
_OVERNIGHT = timedelta(hours=12)


class PauseKind(StrEnum):
    """Why nobody is asked."""

    PAUSE = "pause"  # with an end; the doses in it are asked about once it is over
    HOSPITAL = "hospital"  # staff give the doses: they are never asked about
    STOPPED = "stopped"  # the person ended the plan: nothing is asked until it is told anew
    REMINDERS_ONLY = "reminders_only"  # over: what closed in it is never asked about


@dataclass(frozen=True, slots=True)
class Pause:
    """One such span. `ends_at`: as planned, None where nobody knows; `ended_at`: ended before."""

    id: PauseId
    kind: PauseKind
    started_at: datetime
    ends_at: datetime | None
    ended_at: datetime | None = None

    @property
    def over_at(self) -> datetime | None:
        """When it is over; None while nobody knows."""
        return self.ended_at or self.ends_at

    def runs(self, at: datetime) -> bool:
        """It runs at `at`: from its start on, up to but without its end."""
        return self.started_at <= at and (self.over_at is None or at < self.over_at)

    def touches(self, since: datetime, until: datetime) -> bool:
        """It runs at some instant of [since, until]."""
        return self.started_at <= until and (self.over_at is None or since < self.over_at)


@dataclass(frozen=True, slots=True)
class Life:
    """What holds the bot back just now: a pause, hospital or no plan; and reminders only.

    `unwell`: it pauses, and signs that are urgent were told lately: nobody is told to take a dose.
    """

    pause: Pause | None = None
    reminders_only: bool = False
    unwell: bool = False

    @property
    def in_hospital(self) -> bool:
        """Staff give the doses."""
        return self.pause is not None and self.pause.kind is PauseKind.HOSPITAL

    @property
    def is_stopped(self) -> bool:
        """The person ended their plan."""
        return self.pause is not None and self.pause.kind is PauseKind.STOPPED

    @property
    def has_no_plan(self) -> bool:
        """No plan is in force, and one is told anew before anything is sent."""
        return self.in_hospital or self.is_stopped

    @property
    def is_paused(self) -> bool:
        """Reminders are paused, with an end."""
        return self.pause is not None and self.pause.kind is PauseKind.PAUSE


USUAL = Life()


@dataclass(frozen=True, slots=True)
class For:
    """A pause of a span: "4 hours"."""

    span: timedelta


@dataclass(frozen=True, slots=True)
class Days:
    """A pause up to the same time of day, so many days later: "3 days"."""

    count: int


@dataclass(frozen=True, slots=True)
class Until:
    """A pause up to a wall time (None: the morning) of a day: so many ahead, a weekday, unsaid.

    `weekday`: 0 is Monday.
    """

    wall: time | None
    ahead: int | None = None
    weekday: int | None = None


PauseEnd = For | Days | Until


class EndProblem(StrEnum):
    """Why a pause cannot end then."""

    PAST = "past"
    TOO_LONG = "too_long"


def end_of(
    said: PauseEnd | datetime, walls: Iterable[time], zone: str, at: datetime, policy: Policy
) -> datetime | EndProblem:
    """The instant (UTC) at which a pause that is asked for at `at` ends.

    `walls`: the plan's times of day. A morning with no time said is 08:00, or the first dose
    between 04:00 and 08:00.
    """
    match said:
        case datetime():
            ends_at = said
        case For(span):
            ends_at = (at + span).replace(second=0, microsecond=0)
        case Days(count):
            if count * _DAY > policy.pause_most:
                return EndProblem.TOO_LONG
            now = local(at, zone).replace(tzinfo=None)
            ends_at = instant(now.date() + count * _DAY, _whole(now.time()), zone)
        case Until():
            ends_at = _until(said, walls, zone, at)
    return _checked(ends_at, zone, at, policy)


def _whole(wall: time) -> time:
    return wall.replace(second=0, microsecond=0)


def _until(said: Until, walls: Iterable[time], zone: str, at: datetime) -> datetime:
    early = [wall for wall in walls if NIGHT_ENDS <= wall < _MORNING]
    wall = said.wall or min([_MORNING, *early])
    today = day_of(at, zone)
    if said.weekday is not None:
        ahead = (said.weekday - today.weekday()) % 7
        meant = instant(today + ahead * _DAY, wall, zone)
        return meant if meant > at else instant(today + (ahead + 7) * _DAY, wall, zone)
    if said.ahead is not None:
        ahead = said.ahead - (said.wall is None and local(at, zone).time() < NIGHT_ENDS)
        return instant(today + ahead * _DAY, wall, zone)
    meant, next_day = instant(today, wall, zone), instant(today + _DAY, wall, zone)
    overnight = next_day - at <= _OVERNIGHT or wall == time()
    return next_day if meant <= at and overnight else meant


def _checked(ends_at: datetime, zone: str, at: datetime, policy: Policy) -> datetime | EndProblem:
    """At most the policy's span, by the calendar: an hour more where the clocks go back."""
    if ends_at <= at:
        return EndProblem.PAST
    now = local(at, zone)
    longest = instant(now.date() + policy.pause_most, _whole(now.time()), zone)
    return EndProblem.TOO_LONG if ends_at > max(longest, at + policy.pause_most) else ends_at


def is_long(at: datetime, ends_at: datetime, policy: Policy) -> bool:
    """A pause of this length is answered with the stronger words."""
    return ends_at - at > policy.pause_long
