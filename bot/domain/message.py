"""What must be said to whom, as values: the words come when it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from bot.domain.dose import Dose
from bot.domain.red_flags import Raised
from bot.domain.rungs import AnyTaken, CallNow, Gap
from bot.domain.supply_view import SupplyView
from bot.domain.supply_warnings import SupplyAsk
from bot.domain.terms import CardId, DoseId, OutboxId, PersonId
from bot.domain.timetable import Plan


@dataclass(frozen=True, slots=True)
class Near:
    """A dose logged so shortly before that the next may be too much; None: outside the plan."""

    taken_at: datetime
    dose: Dose | None


@dataclass(frozen=True, slots=True)
class Reminder:
    """It is time: the dose with its window, and whether the bot is late in saying so.

    `gap`: no dose is logged since, which is asked about on the way. `unlogged`: the dose before it,
    about which the rule is said once more.
    """

    dose: Dose
    late: bool
    near: Near | None = None
    gap: Gap | None = None
    unlogged: Dose | None = None


@dataclass(frozen=True, slots=True)
class Nudge:
    """It is open and not logged."""

    dose: Dose
    near: Near | None = None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class NotLogged:
    """Its window closed unanswered; the next dose, if one is known.

    `gap`: it is not the first since a dose was logged.
    """

    dose: Dose
    next: Dose | None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Offline:
    """Doses nobody can know about, newest first; the first is asked about.

    `quiet`: it was asked about since the bot stood still, and nobody answered.
    """

    doses: tuple[Dose, ...]
    since: datetime | None
    until: datetime | None
    next: Dose | None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class PlanShown:
    """A plan with the tablets it was told with, and its zone by the name people use for it."""

    plan: Plan
    strengths: frozenset[Decimal]
    place: str


@dataclass(frozen=True, slots=True)
class PlanChanged:
    """A plan or a zone was changed at this instant, perhaps by another hand."""

    at: datetime
    now: PlanShown
    before: PlanShown

    @property
    def is_lower(self) -> bool:
        """The daily total is less than it was."""
        return self.now.plan.daily_mg < self.before.plan.daily_mg

    @property
    def is_clock_only(self) -> bool:
        """Amounts, times and tablets are as they were."""
        now, before = self.now, self.before
        return (now.plan.slots, now.strengths) == (before.plan.slots, before.strengths)


@dataclass(frozen=True, slots=True)
class CatchUp:
    """An open dose to be asked about, and doses nobody can know about (newest first), in one.

    `again`: it was asked about before the bot stood still, from `since` to `until`, and an answer
    may be lost. `late`: it is asked about late. `pause_over`: a pause ended while it stood still.
    """

    dose: Dose
    unknown: tuple[Dose, ...]
    again: bool
    late: bool
    since: datetime | None = None
    until: datetime | None = None
    pause_over: bool = False
    near: Near | None = None
    gap: Gap | None = None

    @property
    def doses(self) -> tuple[Dose, ...]:
        """Every dose it is about."""
        return (self.dose, *self.unknown)


@dataclass(frozen=True, slots=True)
class PauseOver:
    """A pause is over: the dose that comes next, and those in it, newest first, to be asked about.

    `outage`: the bot stood still since, so that more is unknown than the pause explains.
    """

    doses: tuple[Dose, ...]
    next: Dose | None
    outage: tuple[datetime, datetime] | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing was logged since then: is it better to be reminded only?"""

    since: datetime


@dataclass(frozen=True, slots=True)
class Moving:
    """So many days with the first plan: is the person moving more smoothly?"""

    day: int


@dataclass(frozen=True, slots=True)
class TabletsLeft:
    """The tablets run low, may have come, or are to be counted."""

    ask: SupplyAsk
    view: SupplyView

    @property
    def can_wait(self) -> bool:
        """It makes no sound: nothing happens if it is read later."""
        return self.ask in (SupplyAsk.OFFER, SupplyAsk.HOME)


@dataclass(frozen=True, slots=True)
class HomeWaits:
    """Home from hospital, said then; the plan was not told since, so nothing is reminded of."""

    since: datetime


@dataclass(frozen=True, slots=True)
class StopCheck:
    """The person ended their plan then: how are they? `is_last`: nothing more is asked."""

    stopped_at: datetime
    is_last: bool


Message = (
    Reminder
    | Nudge
    | NotLogged
    | Offline
    | CatchUp
    | PlanChanged
    | PauseOver
    | HomeWaits
    | Silence
    | StopCheck
    | Raised
    | AnyTaken
    | CallNow
    | TabletsLeft
    | Moving
)


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom, and in which language and zone."""

    person_id: PersonId
    telegram_id: int
    language: str
    zone: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A message on its way. `repeat`: it may have arrived once already, and says so.

    `behind`: other rows of the outbox that it speaks for. `beside`: doses nobody knew about as it
    was claimed, and that it does not ask about. `outage`: an outage may be why nobody knows.
    `topic`: under which it counts among what rings in a day; None where it does not.
    """

    id: OutboxId
    to: Addressee
    message: Message
    repeat: bool
    silent: bool
    attempts: int
    doubts: int
    behind: tuple[OutboxId, ...] = ()
    beside: frozenset[DoseId] = frozenset()
    outage: bool = True
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class CardPlace:
    """Where a card stands: the chat and the message."""

    card: CardId
    telegram_id: int
    message_id: int
