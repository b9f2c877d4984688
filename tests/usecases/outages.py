"""The bot as it beats, sleeps and wakes, on use cases alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

from bot.domain.dose import Dose
from bot.domain.dose_events import NotTaken, Snooze, Took
from bot.domain.message import CatchUp, Letter, Reminder
from bot.domain.person import Person
from bot.storage.store import Cause, Store
from bot.usecases import beating, post
from bot.usecases import doses as answering
from bot.usecases.post import Delivered
from tests.usecases.patients import POLICY, beat, claim, doses_of, patient, tapping

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
AT = datetime(2026, 11, 23, 7, 59, tzinfo=UTC)  # a minute before 08:00; then 14:00 and 22:00
EIGHT = AT + MINUTE
TWO = EIGHT + 6 * HOUR
_numbers = count(1)


def cause(at: datetime) -> Cause:
    """The next update."""
    return Cause(f"update:{next(_numbers)}", at)


async def ready(store: Store) -> Person:
    """Due at 08:00, 14:00 and 22:00, open until 09:30, 16:00 and 00:00; the bot is awake."""
    person = await patient(store, AT)
    await works(store, AT)
    return person


async def works(store: Store, at: datetime, *, heard: bool = True) -> None:
    """A beat at `at`, as the heartbeat does it; `heard`: polling works, too."""
    await beating.pulse_beat(store, POLICY, at, at if heard else None)
    await beat(store, at)


async def awake_until(store: Store, at: datetime) -> None:
    """The bot works on until `at`, and no outage lies before that."""
    await beating.stay_awake(store, at)
    await works(store, at)


async def sent(store: Store, at: datetime) -> list[Letter]:
    """All that is to be sent at `at` is sent, and arrives."""
    letters = await claim(store, at)
    for letter in letters:
        await post.settle(store, POLICY, letter, Delivered(next(_numbers)), at)
    return list(letters)


async def reminded(store: Store, at: datetime = EIGHT) -> None:
    """The card that is due at `at` arrives then."""
    await awake_until(store, at)
    [letter] = await sent(store, at)
    assert isinstance(letter.message, Reminder)


async def says(store: Store, person: Person, at: datetime, event: Took | Snooze | NotTaken) -> None:
    """The person answers for the newest dose that is not planned."""
    known = [dose for dose in await doses_of(store, person, AT) if dose.due_at <= at]
    await answering.answer(store, POLICY, tapping(person, at), known[-1].id, event, cause(at))


async def first(store: Store, person: Person) -> Dose:
    """The 08:00 dose."""
    return (await doses_of(store, person, AT))[0]


def catch_up(letters: list[Letter]) -> CatchUp:
    """The one message there is, and it rings."""
    [letter] = letters
    assert isinstance(letter.message, CatchUp)
    assert not letter.silent
    return letter.message
