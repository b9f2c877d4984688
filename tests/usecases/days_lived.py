"""Days of the whole bot on use cases alone: it beats, sends and hears, and keeps what it said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.domain.dose import Dose
from bot.domain.dose_events import Event, Took
from bot.domain.message import Letter, Message
from bot.domain.person import Person
from bot.domain.rungs import AnyTaken, CallNow
from bot.domain.terms import DoseState
from bot.storage.store import Cause, Store
from bot.usecases import beating, ladder, post, remind
from bot.usecases import doses as answering
from bot.usecases.post import Delivered, Receipt
from tests.usecases.patients import POLICY, beat, claim, doses_of, patient, tapping

SECOND, MINUTE, HOUR, DAY = (
    timedelta(seconds=1),
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
)
START = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # a Monday; THRICE: 08:00, 14:00 and 22:00
_numbers = count(1)


def on(clock: str, day: int = 23) -> datetime:
    """The instant of this time in UTC on this day of November 2026."""
    return datetime.fromisoformat(f"2026-11-{day}T{clock}:00+00:00")


def cause() -> Cause:
    """The next update."""
    return Cause(f"update:lived:{next(_numbers)}", START)


@dataclass(slots=True)
class Lived:
    """A person's days. `said`: every message with when it was sent, and whether it rang."""

    store: Store
    person: Person
    at: datetime
    said: list[tuple[datetime, Message, bool]] = field(default_factory=list)

    async def until(self, end: datetime, *, awake: bool = True) -> list[Message]:
        """Time goes on; everything arrives. What was said meanwhile."""
        before = len(self.said)
        while self.at <= end:
            await self.now(awake=awake)
            awake = True
            due = await remind.next_look(self.store)
            if self.at == end:
                break
            later = end if due is None else min(max(due, self.at + SECOND), end)
            self.at = later
        return [message for _, message, _ in self.said[before:]]

    async def now(self, *, awake: bool = True, receipt: Receipt | None = None) -> list[Letter]:
        """A beat, and all that is to be sent by it. `receipt`: how the ladder's own letters go."""
        if awake:
            await beating.stay_awake(self.store, self.at)
        else:
            await beating.pulse_beat(self.store, POLICY, self.at, self.at)
        await beat(self.store, self.at)
        await ladder.climb(self.store, POLICY, self.at)
        sent: list[Letter] = []
        while letters := await claim(self.store, self.at):
            for letter in letters:
                is_own = isinstance(letter.message, AnyTaken | CallNow)
                got = (receipt if is_own else None) or Delivered(next(_numbers))
                await post.settle(self.store, POLICY, letter, got, self.at)
                self.said.append((self.at, letter.message, not letter.silent))
                sent.append(letter)
        return sent

    async def answers(self, event: Event, which: int = -1) -> Dose:
        """The person answers for a dose that has come due: the newest, or this one."""
        known = [each for each in await self.doses() if each.due_at <= self.at]
        dose = known[which]
        await answering.answer(
            self.store, POLICY, tapping(self.person, self.at), dose.id, event, cause()
        )
        return dose

    async def takes_all(self, end: datetime) -> None:
        """Every dose is taken and tapped at its minute, up to then."""
        while self.at < end:
            open_now = [each for each in await self.doses() if each.state is DoseState.OPEN]
            for _ in open_now:
                await self.answers(Took())
            planned = [each.due_at for each in await self.doses() if each.due_at > self.at]
            await self.until(min(end, *planned))

    async def doses(self) -> tuple[Dose, ...]:
        """The person's doses."""
        return await doses_of(self.store, self.person, self.at)

    def rungs(self) -> list[tuple[datetime, type]]:
        """When the ladder said what in a message of its own."""
        return [(at, type(m)) for at, m, _ in self.said if isinstance(m, AnyTaken | CallNow)]

    def rode(self) -> list[datetime]:
        """When a card of a dose carried the second rung."""
        return [
            at
            for at, message, _ in self.said
            if not isinstance(message, AnyTaken | CallNow)
            and getattr(message, "gap", None) is not None
            and type(message).__name__ != "NotLogged"
        ]


async def lived(store: Store, number: int = 1, *walls: str) -> Lived:
    """Somebody set up at 07:00, an hour before their first dose."""
    person = await patient(store, START, number, walls or ("08:00", "14:00", "22:00"))
    return Lived(store, person, START)
