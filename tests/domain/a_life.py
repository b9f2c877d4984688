"""Weeks with a plan on the domain's rules alone: a beat, a person, outages and journeys.

The database and the chat are left out; whatever decides is the bot's own code.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count, pairwise
from uuid import UUID

from bot.domain.dose import Dose, Say
from bot.domain.dose_events import Changed, Delivered, Replaced, Tick, Took
from bot.domain.dose_rules import apply
from bot.domain.ladder import Climb, Look, Note, NoteKind, Rung, Start, look, rides, waking
from bot.domain.missed import late_window
from bot.domain.policy import Policy
from bot.domain.succession import next_start, starting
from bot.domain.terms import DoseId, DoseState, PlanId
from bot.domain.timetable import Plan, Slot, expand
from bot.domain.unlogged import Asked, climbing, held_until, start_of, unlogged
from tests.domain.a_dose import ADA, BACLOFEN

POLICY = Policy()
BEGAN = datetime(2025, 1, 1, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SPEAKS = (Say.REMINDER, Say.NUDGE, Say.SNOOZED, Say.AGAIN)

Outage = tuple[datetime, datetime]
Takes = Callable[[Dose], timedelta | None]
"""How long after its time a dose is taken and tapped; None: it is not logged."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message, and the second rung where it carried it."""

    at: datetime
    what: Say | Rung
    rode: bool = False


@dataclass(slots=True)
class Life:
    """Somebody with a plan from `since` on. `answers_in`: how soon a question is answered."""

    plan: Plan
    since: datetime
    until: datetime
    takes: Takes
    outages: tuple[Outage, ...] = ()
    answers_in: timedelta | None = None
    told: datetime | None = None
    heard: list[Heard] = field(default_factory=list)
    doses: dict[DoseId, Dose] = field(default_factory=dict)
    notes: dict[UUID, list[Note]] = field(default_factory=dict)
    took: dict[DoseId, datetime] = field(default_factory=dict)
    _asked: dict[DoseId, datetime] = field(default_factory=dict)
    _queue: list[tuple[datetime, int, Callable[[datetime], None] | None]] = field(
        default_factory=list
    )
    _now: datetime = BEGAN
    _turn: count[int] = field(default_factory=count)
    _ids: count[int] = field(default_factory=lambda: count(1000))

    def at(self, when: datetime, act: Callable[[datetime], None] | None = None) -> None:
        """Something happens then, at the earliest now; None: the bot looks."""
        heapq.heappush(self._queue, (max(when, self._now), next(self._turn), act))

    def run(self) -> Life:
        """Until the end."""
        self._now = self.since
        self._fill(self.plan, self.until)
        for _, ends in self.outages:
            self.at(ends)
        while self._queue and self._queue[0][0] <= self.until:
            when, _, act = heapq.heappop(self._queue)
            self._now = when
            if act is not None:
                act(when)
            self._beat(when)
        return self

    def _fill(self, plan: Plan, until: datetime) -> None:
        known = expand(plan, max(self.since, plan.starts_at), until + 3 * DAY)
        for planned, after in pairwise(known):
            window = late_window(planned.due_at, after.due_at, POLICY)
            dose = Dose(
                id=DoseId(UUID(int=next(self._ids))),
                plan_id=plan.id,
                medication_id=BACLOFEN,
                patient_id=ADA,
                local_date=planned.local_date,
                slot=planned.slot,
                wall=planned.wall,
                zone=planned.zone,
                mg=planned.mg,
                strengths=frozenset({Decimal(10)}),
                due_at=planned.due_at,
                closes_at=planned.due_at + window,
                delayed=planned.delayed,
                act_at=planned.due_at,
            )
            self.doses[dose.id] = dose
            self.at(dose.due_at)
            after_due = self.takes(dose)
            if after_due is not None:
                self.at(dose.due_at + after_due, self._takes(dose.id))

    def _takes(self, which: DoseId) -> Callable[[datetime], None]:
        """It is taken, and tapped; a tap while the bot is away is lost."""

        def act(when: datetime) -> None:
            if self.doses[which].state is DoseState.CANCELLED or which in self.took:
                return
            self.took[which] = when
            if self._is_away(when) is None:
                self._say(which, Took(), when)

        return act

    def _say(self, which: DoseId, event: Took, when: datetime) -> None:
        """What cannot be heard is said again once the bot is back."""
        dose, back = self.doses[which], self._is_away(when)
        if back is not None and self.answers_in is not None:
            self.at(back + self.answers_in, lambda at: self._say(which, event, at))
        elif dose.state is not DoseState.TAKEN:
            self.doses[which] = apply(dose, event, when, POLICY).dose
            self._beat(when)

    def travels(self, when: datetime, zone: str) -> None:
        """Their clock shows another zone from then on; the plan goes by it."""

        def act(now: datetime) -> None:
            for each in list(self.doses.values()):
                if each.state is DoseState.OPEN and self.takes(each) is not None:
                    self._takes(each.id)(now)  # before they go
            known = [each for each in self.doses.values() if each.state is not DoseState.CANCELLED]
            due = [each.due_at for each in known if each.due_at <= now]
            early = [each.due_at for each in known if each.taken_at is not None]
            last = max([*due, *early], default=None)
            begins = next_start(last, now, self.plan.slots, zone, POLICY)
            for dose in known:
                if dose.state is DoseState.PLANNED and dose.due_at > now:
                    self.doses[dose.id] = apply(dose, Replaced(), now, POLICY).dose
            number = PlanId(UUID(int=next(self._ids)))
            self.plan = starting(zone, self.plan.slots, begins, number)
            self._shorten(now)
            self._fill(self.plan, self.until)

        self.at(when, act)

    def _shorten(self, now: datetime) -> None:
        """What is open is over as the next dose allows; with no time left nobody knows of it."""
        after = expand(self.plan, now, now + 4 * DAY)[0].due_at
        for dose in list(self.doses.values()):
            if dose.state is DoseState.OPEN:
                window = late_window(dose.due_at, after, POLICY)
                closes = min(dose.closes_at, max(dose.due_at + window, now))
                self.doses[dose.id] = replace(dose, closes_at=closes, act_at=closes)
                self.at(closes)

    def _is_away(self, when: datetime) -> datetime | None:
        """Until when the bot is down at this instant; None where it is up."""
        return next((ends for begins, ends in self.outages if begins <= when < ends), None)

    def _slept_since(self, when: datetime | None, now: datetime) -> bool:
        return when is not None and any(when < ends <= now for _, ends in self.outages)

    def _beat(self, now: datetime) -> None:
        if self._is_away(now) is not None or now < self.since:
            return
        for dose in sorted(self.doses.values(), key=lambda each: each.due_at):
            ends = [end for _, end in self.outages if end == now]
            lost = bool(ends) and dose.state is DoseState.OPEN
            if lost or (dose.act_at is not None and dose.act_at <= now):
                self._tick(dose, now, unheard=lost)
        self._climb(now)

    def _tick(self, dose: Dose, now: datetime, *, unheard: bool) -> None:
        tick = Tick(self._slept_since(dose.opened_at, now), unheard=unheard)
        result = apply(dose, tick, now, POLICY)
        if not isinstance(result, Changed):
            return
        self.doses[dose.id] = result.dose
        if result.dose.act_at is not None:
            self.at(result.dose.act_at)
        if result.say in SPEAKS:
            self._card(result.dose, result.say, now)
        elif result.say is Say.OFFLINE:
            self._ask(dose.id, now)
        elif result.say is not None:
            self.heard.append(Heard(now, result.say))

    def _card(self, dose: Dose, say: Say, now: datetime) -> None:
        climb = self.climb(now)
        rode = climb is not None and rides(climb, now, POLICY)
        if rode and climb is not None:
            self._note(climb.start.id, NoteKind.RODE, now)
        self.heard.append(Heard(now, say, rode))
        self.doses[dose.id] = apply(dose, Delivered(), now, POLICY).dose
        if dose.id in self.took:  # the tap was lost, or came before the card
            self.at(now + 5 * MINUTE, lambda at: self._say(dose.id, Took(self.took[dose.id]), at))

    def _ask(self, which: DoseId, now: datetime) -> None:
        self._asked.setdefault(which, now)
        self.heard.append(Heard(now, Say.OFFLINE))
        if self.answers_in is not None and which in self.took:
            answer = Took(self.took[which])
            self.at(now + self.answers_in, lambda at: self._say(which, answer, at))

    def climb(self, now: datetime) -> Climb | None:
        """The ladder's view at this instant, as the use case puts it together."""
        known = sorted(
            (each for each in self.doses.values() if each.state is not DoseState.CANCELLED),
            key=lambda each: each.due_at,
        )
        taken = [each for each in known if each.taken_at is not None]
        confirmed = [Start(each.id, each.taken_at or now) for each in taken]
        otherwise = Start(BACLOFEN, self.told or self.since)
        start = start_of(confirmed, (), otherwise)
        ended = max((end for _, end in self.outages if end <= now), default=None)
        over = tuple(each for each in self.outages if each[1] <= now)
        found = unlogged(known, start, (), Asked(self._asked, ended, over), POLICY)
        if not found:
            return None
        due = next((each.due_at for each in taken if each.id == start.id), start.at)
        after = next((each.due_at for each in known if each.due_at > due), None)
        hours = waking(self.plan.zone, [slot.wall for slot in self.plan.slots], POLICY)
        held = held_until(found, ended, now)
        notes = tuple(self.notes.get(start.id, ()))
        climb = climbing(start, (due, after), known, found, held, hours, notes, POLICY)
        return replace(climb, away_until=ended)

    def _climb(self, now: datetime) -> None:
        climb = self.climb(now)
        if climb is None:
            return
        seen: Look = look(climb, now, POLICY)
        if seen.say is not None:
            self._note(climb.start.id, NoteKind(seen.say.value), now)
            self.heard.append(Heard(now, seen.say))
            self.at(now + MINUTE)
        elif seen.again_at is not None:
            self.at(max(seen.again_at, now + timedelta(seconds=1)))

    def _note(self, after: UUID, kind: NoteKind, now: datetime) -> None:
        self.notes.setdefault(after, []).append(Note(kind, now))

    def times(self, what: Say | Rung) -> list[datetime]:
        """When this was heard."""
        return [each.at for each in self.heard if each.what is what]

    def rode(self) -> list[datetime]:
        """When a card carried the second rung."""
        return [each.at for each in self.heard if each.rode]


def slots_at(*walls: str) -> tuple[Slot, ...]:
    """10 mg at each of these times."""
    return tuple(
        Slot(place, datetime.strptime(wall, "%H:%M").time(), Decimal(10))  # noqa: DTZ007
        for place, wall in enumerate(walls)
    )
