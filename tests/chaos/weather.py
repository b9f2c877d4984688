"""What goes wrong and when: kills, outages, suspends, refusals, lost replies, a wrong clock.

All of it follows from the seed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from random import Random

HOUR, MINUTE, SECOND = timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1)
BACK_MOST = HOUR  # a clock is set back by at most so much
_KILLS = (
    *("moment", "moment", "request", "fuse", "fuse", "fuse", "at rest", "sigterm"),
    *("answer", "answer", "snooze", "snooze"),  # an update that is kept comes again: unconfirmed
)
COMES_AGAIN = ("answer", "snooze")
_SENDING = ("429", "429", "500", "500", "502", "drop", "lost", "lost", "403", "400", "delay")
_POLLING = ("500", "502", "drop", "lost")
_METHODS = ("sendMessage", "sendMessage", "sendMessage", "editMessageText", "answerCallbackQuery")


@dataclass(frozen=True, slots=True)
class Kill:
    """How the bot dies (by itself at the `count`th statement, ...), and for how long it is gone."""

    how: str
    count: int
    gone: timedelta


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fault for the next `times` requests of a method, about one chat (by number) or any."""

    kind: str
    method: str
    whom: int | None
    times: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Suspend:
    """The machine sleeps so long: nobody is killed and nobody wakes."""

    span: timedelta


@dataclass(frozen=True, slots=True)
class SetBack:
    """The machine's clock is set back by so much, and set right after `span`, at most as long."""

    by: timedelta
    span: timedelta


@dataclass(frozen=True, slots=True)
class Deaf:
    """From its next poll on, Telegram takes the bot's polls in silence, for so long."""

    span: timedelta


Event = Kill | Trouble | Suspend | SetBack | Deaf


def forecast(
    seed: str, span: timedelta, people: int, kills_a_day: float, faults_a_day: float
) -> Iterator[tuple[timedelta, Event]]:
    """Every event of a run with its time from the start, in no order."""
    dice = Random(f"{seed}/weather")  # noqa: S311 - to be repeated
    days = span / timedelta(days=1)
    for _ in range(round(days * kills_a_day)):
        how = dice.choice(_KILLS)
        gone = _gone(dice) if how not in COMES_AGAIN else dice.randint(1, 60) * SECOND
        yield span * dice.random(), Kill(how, dice.randint(1, 40), gone)
    for _ in range(round(days * faults_a_day * people)):
        kind, method = dice.choice(_SENDING), dice.choice(_METHODS)
        if kind == "403":
            method = "sendMessage"
        seconds = dice.choice((1, 30, 90, 3600)) if kind == "429" else 0
        times = 1 if kind == "400" else dice.choice((1, 1, 2))  # plain text has no entities
        yield span * dice.random(), Trouble(kind, method, dice.randrange(people), times, seconds)
    for number in range(ceil(days / 3)):
        asleep = _gone(dice) if number else dice.randint(200, 3600) * SECOND  # one outage at least
        yield span * dice.random(), Suspend(asleep)
    for _ in range(round(days * faults_a_day)):
        polling = Trouble(dice.choice(_POLLING), "getUpdates", None, dice.choice((1, 1, 3)), 0)
        yield span * dice.random(), polling
    for _ in range(ceil(days / 4)):
        by = dice.choice((BACK_MOST, BACK_MOST, dice.randint(8, 40) * MINUTE, 90 * SECOND))
        yield span * dice.random(), SetBack(by, dice.choice((by, by / 2)))
        yield span * dice.random(), Deaf(dice.randint(1, 90) * MINUTE)


def _gone(dice: Random) -> timedelta:
    """From a restart to a lost day; never near the 150 s that make it an outage."""
    kind = dice.random()
    if kind < 0.55:
        return dice.randint(0, 100) * SECOND
    if kind < 0.8:
        return dice.randint(200, 3600) * SECOND
    if kind < 0.95:
        return dice.randint(60, 480) * MINUTE
    return dice.randint(8, 30) * HOUR
