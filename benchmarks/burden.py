"""How much the bot says in a day: `python -m benchmarks.burden [--texts]`.

Three people on 10 mg at 08:00, 14:00 and 22:00, each on the use cases and a database of their own.
What is printed is the day after one on which all three logged every dose, and for the silent one
the four days after it, too:

good    takes and taps every dose ten minutes after its card
bad     taps every second dose, forty minutes late
silent  taps nothing from then on

A message rings unless it says (silent). The pinned day and answers to the person never do. What is
urgent is exempt from the limit of 2n + 2.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection

from bot.app.opening import opened
from bot.domain.dose import Dose
from bot.domain.dose_events import Took
from bot.domain.message import Letter
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.rungs import CallNow
from bot.domain.terms import AnswerDoor, DoseState, MedicationId
from bot.domain.timetable import Slot
from bot.screens.cards import card
from bot.screens.scene import Scene
from bot.storage import doses, plans
from bot.storage import people as rows
from bot.storage.plans import Medication
from bot.storage.store import Cause, Store
from bot.usecases import beating, ladder, people, post, remind
from bot.usecases import doses as answering
from bot.usecases.doubt import Saying
from bot.usecases.plans import preview, succeed
from bot.usecases.post import Delivered
from bot.words import Words

ZONE = "Europe/Berlin"
POLICY = Policy()
SLOTS = tuple(Slot(place, time(hour), Decimal(10)) for place, hour in enumerate((8, 14, 22)))
START = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)  # a Sunday
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
BEGINS = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)  # Monday in Berlin

Taps = Callable[[int], timedelta | None]
HABITS: dict[str, Taps] = {
    "good": lambda _number: 10 * MINUTE,
    "bad": lambda number: 40 * MINUTE if number % 2 == 0 else None,
    "silent": lambda _number: None,
}


@dataclass(slots=True)
class Day:
    """What one person was sent on one day."""

    sent: list[tuple[Letter, datetime]] = field(default_factory=list)

    @property
    def rang(self) -> int:
        """How many rang, the urgent ones apart."""
        return sum(not each.silent and not urgent(each) for each, _ in self.sent)


def urgent(letter: Letter) -> bool:
    """Exempt from every limit."""
    return isinstance(letter.message, CallNow)


async def somebody(store: Store, number: int) -> Person:
    """A person with the plan."""
    person = await people.meet(store, number, None, None, "en", START)
    which, tablets = MedicationId(uuid4()), frozenset({Decimal(10)})

    def work(conn: Connection) -> Person:
        rows.change(conn, person.id, zone=ZONE, onboarded_at=START, country="DE")
        view = preview(conn, person, SLOTS, ZONE, tablets, None, START, POLICY)
        plans.add_medication(conn, which, person.id, tablets, None, START)
        succeed(conn, person, Medication(which, person.id, tablets, None), view, START, POLICY)
        return rows.get(conn, person.id)

    return await store.write(work)


async def lived(store: Store, person: Person, taps: Taps, days: int) -> list[Day]:
    """The days from Monday on; Sunday is taken and tapped at its minute."""
    found = [Day() for _ in range(days)]
    at, numbers = START, count(1)
    answers: dict[Dose, datetime] = {}
    while at < BEGINS + days * DAY:
        await beating.stay_awake(store, at)
        await remind.plan_ahead(store, POLICY, at)
        while await remind.advance(store, POLICY, at):
            pass
        await ladder.climb(store, POLICY, at)
        while letters := (await post.claim(store, POLICY, at, 10)).letters:
            for letter in letters:
                await post.settle(store, POLICY, letter, Delivered(next(numbers)), at)
                if at >= BEGINS:
                    found[(at - BEGINS) // DAY].sent.append((letter, at))
        await _answer(store, person, taps, answers, at)
        due = [each for each in (await remind.next_due(store), *answers.values()) if each]
        at = max(min(due, default=at + DAY), at + SECOND)
    return found


async def _answer(
    store: Store, person: Person, taps: Taps, answers: dict[Dose, datetime], at: datetime
) -> None:
    """Doses that opened are tapped when the person does, and those whose time has come are."""
    open_now = await store.read(lambda conn: doses.opened(conn, person.id))
    for dose in open_now:
        if all(each.id != dose.id for each in answers):
            after = timedelta() if at < BEGINS else taps((dose.due_at - START) // (6 * MINUTE * 60))
            answers[dose] = datetime.max.replace(tzinfo=UTC) if after is None else at + after
    for dose, when in list(answers.items()):
        if when <= at and dose.state is DoseState.OPEN:
            saying = Saying(person, at, at, AnswerDoor.TAP)
            cause = Cause(f"tap:{dose.id}", at)
            await answering.answer(store, POLICY, saying, dose.id, Took(), cause)
            answers[dose] = datetime.max.replace(tzinfo=UTC)


def told(letter: Letter, at: datetime, *, whole: bool) -> str:
    """A line about a message, or all of it."""
    scene = Scene(Words(), ZONE, at, "DE", "Berlin, Germany")
    text = re.sub(r"<[^>]*>|[\u2066-\u2069]", "", card(scene, letter.message).text)
    marks = f"{' (silent)' * letter.silent}{' (urgent)' * urgent(letter)}"
    shown = text.replace("\n", "\n        ") if whole else text.split("\n")[0]
    asks = "" if whole or "Did you take any" not in text else " + Did you take any?"
    return f"  {scene.clock(at)}{marks} {shown}{asks}"


def report(name: str, number: int, day: Day, *, whole: bool) -> None:
    """A day, its messages and its count."""
    loud, calls = day.rang, sum(urgent(each) for each, _ in day.sent)
    silent = sum(each.silent for each, _ in day.sent)
    most = len(SLOTS) * POLICY.rings_per_dose + POLICY.rings_more
    print(f"{name}, day {number}: {loud} of {most} rang, {calls} urgent, {silent} silent")
    for letter, at in day.sent:
        print(told(letter, at, whole=whole))


async def main(*, whole: bool) -> None:
    """Live the days, and print them."""
    for number, (name, taps) in enumerate(HABITS.items(), 1):
        with tempfile.TemporaryDirectory() as folder:
            async with opened(str(Path(folder) / "burden.db"), None) as database:
                person = await somebody(database.store, number)
                days = await lived(database.store, person, taps, 5 if name == "silent" else 1)
        for day, each in enumerate(days, 1):
            report(name, day, each, whole=whole)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", action="store_true", help="print the whole messages")
    asyncio.run(main(whole=parser.parse_args().texts))
