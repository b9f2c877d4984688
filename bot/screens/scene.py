"""Where and when a screen is read: the words, the person's zone and the instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from bot.domain.dose import Dose
from bot.domain.moments import as_seen
from bot.domain.timetable import PlannedDose
from bot.domain.wallclock import abbreviation, day_of, local, transitions
from bot.words import Markup, Words

_SOON = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Scene:
    """What every screen needs to write times as the person reads them. `at` is UTC."""

    words: Words
    zone: str
    at: datetime
    country: str | None = None
    place: str = ""  # the zone by the name people use for it: "Berlin, Germany"
    lasting: bool = False  # read long after `at`, too: nothing is told by how far off it is

    @property
    def today(self) -> date:
        """The person's local date."""
        return day_of(self.at, self.zone)

    def clock(self, at: datetime) -> str:
        """An instant as the time on the person's wall."""
        return self.words.clock(local(at, self.zone).time())

    def when(self, at: datetime) -> str:
        """An instant as a time, with its day where that is not today."""
        day = day_of(at, self.zone)
        clock = self.clock(at)
        if (day - self.today).days == 1 and local(at, self.zone).time() == time():
            return self.words.plain("units-midnight")  # "tomorrow 00:00" reads as a day later
        return clock if day == self.today else f"{self._day(day)} {clock}"

    def until(self, at: datetime) -> str:
        """When something that runs now ends: by its time alone, which holds past midnight, too."""
        by_clock = not self.lasting and timedelta() <= at - self.at < _SOON
        if not by_clock or local(at, self.zone).time() == time():
            return self.when(at)
        return self.clock(at)

    def at_time(self, at: datetime, *, named: bool = False) -> str:
        """An instant as it stands in a sentence: "at 22:00", "yesterday at 22:00".

        `named`: with what the zone calls its clock then.
        """
        day, clock = day_of(at, self.zone), self.clock(at)
        clock = f"{clock} {abbreviation(at, self.zone)}" if named else clock
        if day == self.today:
            return self.words.plain("at-time", time=clock)
        near = abs((day - self.today).days) == 1 and not self.lasting
        return self.words.plain("at-day" if near else "at-date", day=self._day(day), time=clock)

    def over_change(self, since: datetime) -> bool:
        """The clocks have changed between then and now: times need the zone's name."""
        return bool(transitions(self.zone, since, self.at))

    def when_named(self, at: datetime, *, named: bool) -> str:
        """An instant as a time; `named` with what the zone calls its clock then: "02:10 CET"."""
        return self._named(self.when(at), at, named=named)

    def span(self, since: datetime, until: datetime, *, named: bool = False) -> dict[str, str]:
        """The arguments `since` and `until`, both with their days where these are two.

        `named`: with what the zone calls its clock.
        """
        if day_of(since, self.zone) == day_of(until, self.zone):
            return {
                "since": self.when_named(since, named=named),
                "until": self.when_named(until, named=named),
            }
        return {
            "since": self._named(self.day_and_clock(since), since, named=named),
            "until": self._named(self.day_and_clock(until), until, named=named),
        }

    def _named(self, when: str, at: datetime, *, named: bool) -> str:
        return f"{when} {abbreviation(at, self.zone)}" if named else when

    def day_and_clock(self, at: datetime) -> str:
        """An instant always with its day: "today 22:00"."""
        return f"{self._day(day_of(at, self.zone))} {self.clock(at)}"

    def _day(self, day: date) -> str:
        """A day as one says it, "tomorrow"; where that would soon be untrue, by its date."""
        return self.words.date(day) if self.lasting else self.words.day(day, self.today)

    def dose(self, dose: Dose | PlannedDose) -> str:
        """A dose by the time it is known by here, and its day where that is not today."""
        wall, date = as_seen(dose, self.zone)
        clock = self.words.clock(wall)
        if date == self.today:
            return self.words.plain("dose-name", time=clock)
        day = self._day(date)
        near = abs((date - self.today).days) == 1 and not self.lasting
        return self.words.plain("dose-name-day" if near else "dose-name-date", time=clock, day=day)

    def slot(self, dose: Dose) -> str:
        """A dose's time here in a list of a day, with its own day where that is not today."""
        wall, date = as_seen(dose, self.zone)
        clock = self.words.clock(wall)
        return clock if date == self.today else f"{self._day(date)} {clock}"

    def amount(self, mg: Decimal) -> str:
        """What is no dose, in mg alone: a day's total, a strength, a limit, what was typed."""
        return self.words.amount(mg)

    def amounts(
        self, mg: Decimal, strengths: frozenset[Decimal], *, brief: bool = False
    ) -> dict[str, str]:
        """The arguments of a message that names a dose's amount: in mg and in tablets, always both.

        `brief`: for a line of a list, which is short.
        """
        tablets = self.words.tablets(mg, strengths, brief=brief)
        return {"amount": self.amount(mg), "tablets": tablets}

    def about(self, message: str, dose: Dose, **more: str) -> Markup:
        """A message about a dose, by its name, its amount and the tablets that make it."""
        made = self.amounts(dose.mg, dose.strengths)
        return self.html(message, dose=self.dose(dose), **made, **more)

    def html(self, message: str, **arguments: str | int) -> Markup:
        """A message of the person's language."""
        return self.words.html(message, **arguments)

    def moved(self, dose: Dose) -> Markup | None:
        """Said where the clocks change and the dose is not at its planned wall time."""
        if dose.delayed:
            return self.html("card-delayed")
        if local(dose.due_at, dose.zone).time() != dose.wall:
            return self.html("dose-moved", time=self.clock(dose.due_at))
        return None

    def next(self, dose: Dose | None) -> Markup | None:
        """The dose after this one."""
        if dose is None or dose.closes_at <= self.at:
            return None  # its window is over, though the beat has not closed it yet
        return self.about("dose-next-open" if dose.due_at <= self.at else "dose-next", dose)
