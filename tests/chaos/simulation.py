"""One run: people live by their habits, the weather does its worst, and all is written down."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from heapq import heappop, heappush
from itertools import count
from pathlib import Path

from bot.chat.callbacks import decode
from bot.playground import Fault, acting, membership
from bot.playground.records import Person
from bot.playground.refusals import NotPossible
from bot.screens.screen import Verb
from bot.storage import boards
from bot.storage.store import open_store
from bot.storage.vault import Vault
from tests.chaos.patients import HABITS, Patient, somebody
from tests.chaos.shelf import Shelf, shelf
from tests.chaos.transcript import Entry
from tests.chaos.weather import Deaf, Event, Kill, SetBack, Suspend, Trouble, forecast
from tests.chaos.wishes import Act
from tests.chaos.world import World, world
from tests.databases import KEY
from tests.usecases.patients import patient

DAY, HOUR, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)
STARTS = (
    datetime(2026, 11, 23, 3, 0, tzinfo=UTC),
    datetime(2026, 10, 23, 3, 0, tzinfo=UTC),  # clocks go back in Europe, then in America
    datetime(2027, 3, 12, 3, 0, tzinfo=UTC),  # and forward in America
    datetime(2027, 3, 26, 3, 0, tzinfo=UTC),  # and in Europe
)
_GRID = timedelta(minutes=1)
_BEAT = timedelta(seconds=100)  # less than the bot may stand still
_STAMPED = timedelta(seconds=11)  # more than passes between two stamps of its pulse


@dataclass(frozen=True, slots=True)
class Setting:
    """What a run follows from."""

    seed: int
    people: int = 20
    days: float = 7
    kills_a_day: float = 6
    faults_a_day: float = 0.7  # a person

    @property
    def start(self) -> datetime:
        """The instant at which everybody is set up."""
        return STARTS[self.seed % len(STARTS)]

    @property
    def database(self) -> str:
        """One run in five is on PostgreSQL."""
        return "postgresql" if self.seed % 5 == 4 else "sqlite"

    @property
    def end(self) -> datetime:
        """When nothing goes wrong any more."""
        return self.start + self.days * DAY


@dataclass(slots=True, repr=False)
class Simulation:
    """The agenda of everything still to happen, and the people."""

    setting: Setting
    world: World
    people: dict[int, Patient] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    _agenda: list[tuple[datetime, int, Patient | None, Act | Event | None]] = field(
        default_factory=list
    )
    _order: count[int] = field(default_factory=count)
    _over: bool = False  # nobody does anything any more
    _restart_at: datetime | None = None
    _gone: timedelta = SECOND
    _comes_again: str = ""  # which deed is to be answered by a bot that dies of it
    _moment: float | None = None  # seconds until a kill, from the next step on
    _right_at: datetime | None = None  # when the clock that was set back is set right
    _deaf_for: timedelta = SECOND
    _hears_at: datetime | None = None

    def plan(self, at: datetime, whose: Patient | None, what: Act | Event | None) -> None:
        """Let something happen at an instant (on a grid, so that many share a step)."""
        if self._over:
            return
        late = (at - self.setting.start) % _GRID
        heappush(self._agenda, (at + (_GRID - late), next(self._order), whose, what))

    async def set_up(self) -> None:
        """Everybody has a plan in the database; the bot is started."""
        telegram = self.world.server.api.world
        seed, start = str(self.setting.seed), self.setting.start
        store = await open_store(self.world.shelf.url, Vault(KEY))
        try:
            for number in range(self.setting.people):
                chat = telegram.number("person")
                telegram.save_person(Person(chat, f"Person {number}", met=True))
                habits = HABITS[(number + self.setting.seed) % len(HABITS)]
                one = somebody(seed, number, chat, habits)
                person = await patient(store, start, chat, zone=one.zone, slots=one.slots)
                pinned = partial(boards.switch, person=person.id, on=number % 3 == 0)
                await store.write(pinned)
                self.people[chat] = one
        finally:
            await store.close()
        for one in self.people.values():
            one.others = [each for each in self.people.values() if each is not one]
            for day in range(int(self.setting.days) + 1):
                for after, act in one.unasked(start + day * DAY):
                    self.plan(start + day * DAY + after, one, act)
        setting = self.setting
        for after, what in forecast(
            seed, setting.days, setting.people, setting.kills_a_day, setting.faults_a_day
        ):
            self.plan(start + after, None, what)
        self.world.transcript.listener = self._seen
        await self.world.start()

    def _seen(self, entry: Entry) -> None:
        one = self.people.get(entry.chat)
        if one is not None and entry.what in ("sent", "edited"):
            for after, act in one.sees(entry):
                self.plan(entry.at + after, one, act)

    async def live(self) -> None:
        """Until the end, and three quiet hours more."""
        while (at := self._next()) <= self.setting.end:
            await self._reach(at)
            now = []
            while self._agenda and self._agenda[0][0] <= at:
                now.append(heappop(self._agenda)[2:])
            for whose, what in now:
                if whose is not None and isinstance(what, Act):
                    self._do(whose, what)
            await self._heard()
            for whose, what in now:
                if whose is None:
                    await self._happen(what)
        await self._calm()

    def _next(self) -> datetime:
        """The next instant at which anything happens."""
        planned = self._agenda[0][0] if self._agenda else self.setting.end + DAY
        beat = self.world.now() + _BEAT if self.world.deaf.is_set() else None
        known = (planned, self.world.next_due(), self._restart_at, self._right_at, beat)
        return min(each for each in known if each is not None)

    async def _reach(self, at: datetime) -> None:
        """Time goes on to `at`; a restart that is due is made."""
        async with asyncio.TaskGroup() as tasks:
            killing = None
            if self._moment is not None and self.world.bot is not None:
                killing = tasks.create_task(self._kill_in(self._moment))
                self._moment = None
            await self.world.step_to(at, awake=not self.world.deaf.is_set())
            if killing is not None and not killing.done():
                await killing
        await self.world.look()
        self._note_death()
        await self._mend(at)
        if self._restart_at is not None and self._restart_at <= at:
            await self._restart()

    async def _mend(self, at: datetime) -> None:
        """A clock that is to be set right is, and a bot that was deaf long enough hears again."""
        if self._right_at is not None and self._right_at <= at:
            self._right_at = None
            self.world.set_clock(timedelta())
            await self.world.step_to(at, awake=False)
            self._note_death()
        if not self.world.deaf.is_set():
            self._hears_at = None
        elif self._hears_at is None:
            self._hears_at = at + self._deaf_for
        elif self._hears_at <= at and self.world.has_unheard():
            await self._hear(at)

    async def _hear(self, at: datetime) -> None:
        """Its polls are answered again, and it notices how long they were not."""
        self.world.hear()
        await self._noticed(at)

    async def _noticed(self, at: datetime) -> None:
        """It has heard what waits, and has beaten since: what it missed until then is on record."""
        await self._heard()
        await self.world.step_to(at + _STAMPED, awake=False)
        self._note_death()

    async def _kill_in(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        if self.world.bot is not None:
            self.world.bot.signal(9)  # type: ignore[arg-type]
            await self.world.bot.ended()

    async def _heard(self) -> None:
        await self.world.heard()
        self._note_death()

    def _note_death(self) -> None:
        if self.world.bot is None and self._restart_at is None:
            self._restart_at = self.world.now() + max(self._gone, SECOND)
            self.counts["deaths"] += 1

    async def _restart(self) -> None:
        self._restart_at = None
        await self.world.start()
        await self._noticed(self.world.now())

    def _do(self, one: Patient, act: Act) -> None:
        """A person types, taps, blocks or unblocks; what a blocked chat makes impossible is not."""
        telegram, transcript = self.world.server.api.world, self.world.transcript
        found = telegram.people[one.chat]
        if act.what in ("blocked", "unblocked"):
            if found.blocked is not (act.what == "blocked"):
                transcript.add(act.what, one.chat)
                transcript.busy.add(one.chat)
                membership.block(telegram, found, blocked=act.what == "blocked")
            return
        meant = one.undo() if act.what == "undo" else act
        if meant is None or found.blocked:
            return
        with suppress(NotPossible):
            if meant.what == "said":
                acting.say(telegram, one.chat, meant.text)
            else:
                where = meant.message_id
                acting.tap(telegram, one.chat, where, meant.data, person_id=one.chat)
            transcript.busy.add(one.chat)
            transcript.add(
                meant.what,
                one.chat,
                text=meant.text,
                message_id=meant.message_id,
                tap=decode(meant.data),
            )
            self.counts[meant.what] += 1
            if self._comes_again and self._is_fatal(one, meant):
                self.world.kill_in, self._comes_again = 1, ""

    def _is_fatal(self, one: Patient, act: Act) -> bool:
        """It surely has an effect: a tap on the newest message."""
        tap = decode(act.data)
        if not one.seen or one.seen[-1].message_id != act.message_id:
            return False
        if self._comes_again == "snooze":
            return tap is not None and tap.verb is Verb.SNOOZE
        return tap is not None and tap.subject is not None

    async def _happen(self, what: Act | Event | None) -> None:
        if self.world.bot is None:
            return
        match what:
            case Kill():
                if not self._comes_again:
                    self._gone = what.gone
                await self._kill(what)
                self._note_death()
            case Trouble():
                await self._trouble(what)
            case Suspend() | SetBack() | Deaf():
                if not self.world.behind and not self.world.deaf.is_set():  # one at a time
                    await self._lose_touch(what)

    async def _trouble(self, what: Trouble) -> None:
        """The next requests of that kind meet it."""
        if what.kind == "400":
            await self.world.told()  # the words of another may be on their way again, sent plain
        chat = None if what.whom is None else list(self.people)[what.whom]
        if what.method in ("answerCallbackQuery", "getUpdates"):
            chat = None
        faults = self.world.server.api.faults
        if what.kind == "400" and any(each["kind"] == "400" for each in faults.shown()):
            return  # a second one could meet the same words sent plain, which no server refuses so
        seconds = what.seconds if what.kind == "429" else 0.1
        faults.add(Fault(what.kind, what.method, chat, what.times, seconds))

    async def _lose_touch(self, what: Suspend | SetBack | Deaf) -> None:
        """The bot lives, and the machine sleeps, its clock is wrong, or Telegram is silent."""
        self.counts[type(what).__name__] += 1
        match what:
            case Suspend(span):
                self.world.transcript.add("suspended")
                await self.world.step_to(self.world.now() + max(span, SECOND), awake=False)
                self.world.transcript.add("woken")
                self._note_death()
            case SetBack(by, span):
                self._right_at = self.world.now() + span
                self.world.set_clock(by)
            case Deaf(span):
                self._deaf_for = span
                self.world.server.api.faults.add(Fault("hold", "getUpdates"))

    async def _kill(self, kill: Kill) -> None:
        self.counts[f"kills: {kill.how}"] += 1
        match kill.how:
            case "at rest":
                await self.world.kill()
            case "sigterm":
                await self.world.stop()
            case "request":
                self.world.kill_in = kill.count % 8 + 1
            case "answer" | "snooze":
                self._comes_again = kill.how
            case "fuse":
                await self.world.told(fuse=kill.count)
            case _:
                self._moment = kill.count / 400

    async def _calm(self) -> None:
        """Nothing goes wrong any more: what is due settles, and the bot stops in peace."""
        self.world.server.api.faults.clear()
        if self.world.deaf.is_set():
            await self._hear(self.world.now())
        self.world.hear()
        self._moment = self.world.kill_in = None
        self._comes_again = ""
        end = max(self.setting.end, self._restart_at or self.setting.end) + 3 * HOUR
        self._agenda.clear()
        self._over = True
        while (at := self._next()) <= end:
            await self._reach(at)
            await self._heard()
        await self._reach(end)
        await self.world.stop()


async def simulate(setting: Setting, folder: Path) -> Simulation:
    """Run it in this folder, from the set-up to the end in peace."""
    with shelf(setting.database, folder) as kept:
        return await _lived(setting, folder, kept)


async def _lived(setting: Setting, folder: Path, kept: Shelf) -> Simulation:
    async with world(folder, setting.start, kept) as made:
        run = Simulation(setting, made)
        await run.set_up()
        await run.live()
        made.close_books()
    return run
