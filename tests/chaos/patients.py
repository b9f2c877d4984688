"""People as they are: prompt, forgetful, muddled, away. All they do follows from the seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from random import Random
from zoneinfo import ZoneInfo

from bot.domain.timetable import Slot
from bot.screens.screen import Verb
from tests.chaos import kinds, wishes
from tests.chaos.transcript import Button, Entry
from tests.chaos.wishes import Act, tap

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
ZONES = (
    *("Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo"),
    *("Australia/Sydney", "Asia/Kolkata"),
)
NONSENSE = ("hello?", "what is this", "13", "ok", "thank you", "taken taken", "🙂", "10 mg")
TYPED = ("/today", "/log", "/plan", "/help", "/about", "I'll just stop", "undo", "today", "/log 2")
ABOUT_DOSES = ("taken", "skip", "snooze 20", "snooze 5", "not sure", "I missed it", "took another")


@dataclass(frozen=True, slots=True)
class Habits:
    """How likely (weights) somebody answers a card in which way, and how soon (minutes)."""

    card: Mapping[str, float]
    slowest: float
    chatty: float  # things done unasked, a day
    changes: float  # of plan or zone, a day
    blocks: float  # a day
    rests: float  # pauses, stays and reminders only, a day
    corrects: float  # a day


PROMPT = Habits({"took": 8, "double": 1, "typed": 1, "silent": 0.3}, 10, 0.5, 0, 0, 0.1, 0)
SLOW = Habits(
    {"took": 4, "snooze": 3, "ago": 2, "typed": 2, "typed at": 2, "silent": 1, "undo": 1},
    *(100, 1, 0.02, 0.02, 0.2, 0.3),
)
SILENT = Habits({"took": 1, "silent": 9}, 60, 0.2, 0, 0.02, 0, 0.1)
MUDDLED = Habits(
    {
        **{"took": 2, "double": 2, "two": 2, "skip": 2, "not sure": 2, "undo": 2, "snooze": 2},
        **{"ago": 1, "typed": 1, "typed at": 2, "typed other": 2, "silent": 1},
    },
    *(150, 4, 0.1, 0.05, 0.4, 0.8),
)
CHAOTIC = Habits(
    {**MUDDLED.card, "stale": 3, "foreign": 2, "silent": 3}, 240, 8, 0.25, 0.15, 0.8, 1
)
HABITS = (PROMPT, SLOW, SILENT, MUDDLED, CHAOTIC)


@dataclass(slots=True)
class Patient:
    """One person, their plan at the start, and what they have seen so far."""

    seed: str
    chat: int
    zone: str
    slots: tuple[Slot, ...]
    habits: Habits
    seen: list[Entry] = field(default_factory=list)  # messages with buttons, oldest first
    others: list[Patient] = field(default_factory=list, repr=False)
    blocked: bool = False

    def dice(self, about: object) -> Random:
        """The same for the same seed, person and occasion, whatever happened elsewhere."""
        return Random(f"{self.seed}/{self.chat}/{about}")  # noqa: S311 - to be repeated

    def sees(self, entry: Entry) -> Iterator[tuple[timedelta, Act]]:
        """What the person will do about a message, and how long after it."""
        if entry.buttons:
            self.seen.append(entry)
        dice = self.dice(f"{entry.at}/{kinds.first(entry.text)}")
        verbs = {button.tap.verb: button for button in entry.buttons if button.tap is not None}
        yield from wishes.later(dice, entry)
        told = wishes.told(dice, entry, self.zone)
        if told is not None:
            yield _soon(dice), told
        elif Verb.TOOK in verbs:
            yield from self._answer_card(dice, entry, verbs)
        elif verbs and dice.random() < (0.85 if wishes.CHOICES & verbs.keys() else 0.1):
            choices = [each for verb, each in verbs.items() if verb in wishes.CHOICES]
            yield _soon(dice), tap(entry, dice.choice(choices or list(verbs.values())))

    def _answer_card(
        self, dice: Random, entry: Entry, verbs: Mapping[Verb, Button]
    ) -> Iterator[tuple[timedelta, Act]]:
        """One of the ways in which this person answers a card, if it still asks then."""
        habits = self.habits
        [how] = dice.choices(list(habits.card), list(habits.card.values()))
        after = timedelta(seconds=dice.randint(5, int(60 * habits.slowest)))
        for act in self._acts(how, dice, entry, verbs, after):
            yield after, act
        if how == "undo":
            later = after + dice.randint(1, 60) * MINUTE
            yield later, dice.choice((Act("said", "undo"), Act("undo")))

    def _acts(
        self,
        how: str,
        dice: Random,
        entry: Entry,
        verbs: Mapping[Verb, Button],
        after: timedelta,
    ) -> list[Act]:
        took = tap(entry, verbs[Verb.TOOK])
        then = (entry.at + after - dice.randint(0, 50) * MINUTE).astimezone(ZoneInfo(self.zone))
        texts = {
            "typed": "taken",
            "typed at": f"taken {then:%H:%M}",
            "typed other": dice.choice(ABOUT_DOSES),
        }
        ways = {
            "took": [took],
            "undo": [took],
            "double": [took, took],
            "two": [took, *self._older(dice)],
            "stale": self._older(dice),
            "foreign": self._foreign(dice),
            "silent": [],
        }
        verb = {"snooze": Verb.SNOOZE, "skip": Verb.SKIP, "not sure": Verb.NOT_SURE}.get(
            how, Verb.TOOK_EARLIER
        )
        if how in texts:
            return [Act("said", texts[how])]
        return ways[how] if how in ways else [tap(entry, verbs[verb])]

    def _older(self, dice: Random) -> list[Act]:
        """A button of some message that stood in the chat once."""
        if not self.seen:
            return []
        entry = dice.choice(self.seen[-30:])
        return [tap(entry, dice.choice(entry.buttons))]

    def _foreign(self, dice: Random) -> list[Act]:
        """The data of somebody else's button on a message of one's own: a changed app can do it."""
        theirs = dice.choice(self.others)._older(dice)
        return [replace(each, message_id=self.seen[-1].message_id) for each in theirs]

    def unasked(self, day: datetime) -> Iterator[tuple[timedelta, Act]]:
        """What the person does of their own accord in the 24 hours from `day` on."""
        dice = self.dice(f"unasked/{day}")
        habits = self.habits
        rates = {"chat": habits.chatty, "block": habits.blocks}
        asked = {"change": habits.changes, "rest": habits.rests, "correct": habits.corrects}
        for what, rate in {**rates, **asked}.items():
            for _ in range(int(rate) + (dice.random() < rate % 1)):
                at = timedelta(seconds=dice.randint(0, 86_399))
                if what == "chat":
                    yield at, self._chat(dice)
                elif what == "block":
                    yield at, Act("blocked")
                    yield at + dice.randint(1, 600) * MINUTE, Act("unblocked")
                else:
                    yield at, Act("said", wishes.wish(what, dice, self.slots))

    def _chat(self, dice: Random) -> Act:
        kind = dice.randrange(4)
        if kind == 3 and self.seen:
            return self._older(dice)[0]
        return Act("said", dice.choice((TYPED, NONSENSE, ABOUT_DOSES)[kind % 3]))

    def undo(self) -> Act | None:
        """The newest [Undo] there is."""
        for entry in reversed(self.seen):
            for button in entry.buttons:
                if button.tap is not None and button.tap.verb is Verb.UNDO:
                    return tap(entry, button)
        return None


def _soon(dice: Random) -> timedelta:
    return timedelta(seconds=dice.randint(10, 90))


def somebody(seed: str, number: int, chat: int, habits: Habits) -> Patient:
    """The nth person of a run: plan and zone are drawn."""
    dice = Random(f"{seed}/person {number}")  # noqa: S311 - to be repeated
    walls = dice.choice(
        (
            *(
                ("08:00", "14:00", "22:00"),
                ("07:00", "13:00", "19:00", "23:30"),
                ("09:00", "21:00"),
            ),
            *(("06:00", "10:00", "14:00", "18:00", "22:00"), ("08:00", "14:00", "22:00")),
        )
    )
    amounts = [dice.choice((5, 10, 10, 20)) for _ in walls]
    slots = tuple(
        Slot(place, time.fromisoformat(wall), Decimal(mg))
        for place, (wall, mg) in enumerate(zip(walls, amounts, strict=True))
    )
    return Patient(seed, chat, dice.choice(ZONES), slots, habits)
