"""What goes wrong and when: kills, outages, suspends, refusals, lost replies, a wrong clock.

All of it follows from the seed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from random import Random

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
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
    seed: str, days: float, people: int, kills_a_day: float, faults_a_day: float
) -> Iterator[tuple[timedelta, Event]]:
    """Every event of a run with its time from the start, in no order.

    A day's follows from the seed and its number alone, and what befalls a person from theirs: a
    run of fewer days, or without those who come last, has the same.
    """
    for day in range(ceil(days)):
        events = [*_of_the_bot(seed, day, kills_a_day, faults_a_day)]
        for who in range(people):
            events += _of_a_person(seed, day, who, faults_a_day)
        for after, event in events:
            if day + after < days:
                yield (day + after) * DAY, event


def _of_the_bot(seed: str, day: int, kills: float, faults: float) -> Iterator[tuple[float, Event]]:
    dice = Random(f"{seed}/weather/{day}")  # noqa: S311 - to be repeated
    for _ in range(_times(kills, dice)):
        how = dice.choice(_KILLS)
        gone = _gone(dice) if how not in COMES_AGAIN else dice.randint(1, 60) * SECOND
        yield dice.random(), Kill(how, dice.randint(1, 40), gone)
    for _ in range(_times(faults, dice)):
        polling = Trouble(dice.choice(_POLLING), "getUpdates", None, dice.choice((1, 1, 3)), 0)
        yield dice.random(), polling
    if day % 3 == 0:
        asleep = _gone(dice) if day else dice.randint(200, 3600) * SECOND  # one outage at least
        yield dice.random(), Suspend(asleep)
    if day % 4 == 0:
        by = dice.choice((BACK_MOST, BACK_MOST, dice.randint(8, 40) * MINUTE, 90 * SECOND))
        yield dice.random(), SetBack(by, dice.choice((by, by / 2)))
        yield dice.random(), Deaf(dice.randint(1, 90) * MINUTE)


def _of_a_person(seed: str, day: int, who: int, faults: float) -> Iterator[tuple[float, Event]]:
    dice = Random(f"{seed}/weather/{day}/{who}")  # noqa: S311 - to be repeated
    for _ in range(_times(faults, dice)):
        kind, method = dice.choice(_SENDING), dice.choice(_METHODS)
        if kind == "403":
            method = "sendMessage"
        seconds = dice.choice((1, 30, 90, 3600)) if kind == "429" else 0
        times = 1 if kind == "400" else dice.choice((1, 1, 2))  # plain text has no entities
        yield dice.random(), Trouble(kind, method, who, times, seconds)


def _times(rate: float, dice: Random) -> int:
    """So often today, where it is so often on average."""
    return int(rate) + (dice.random() < rate % 1)


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
