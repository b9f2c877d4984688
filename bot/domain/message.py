"""What must be said to whom, as values: the words come when it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.dose import Dose
from bot.domain.terms import CardId, OutboxId, PersonId


@dataclass(frozen=True, slots=True)
class Reminder:
    """It is time: the dose with its window, and whether the bot is late in saying so."""

    dose: Dose
    late: bool


@dataclass(frozen=True, slots=True)
class Nudge:
    """It is open and not logged."""

    dose: Dose


@dataclass(frozen=True, slots=True)
class NotLogged:
    """Its window closed unanswered; the next dose, if one is known."""

    dose: Dose
    next: Dose | None


@dataclass(frozen=True, slots=True)
class Offline:
    """Doses nobody can know about, newest first; the first is asked about."""

    doses: tuple[Dose, ...]
    since: datetime | None
    until: datetime | None
    next: Dose | None


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


Message = Reminder | Nudge | NotLogged | Offline | PauseOver | Silence


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
    """A message on its way. `repeat`: it may have arrived once already, and says so."""

    id: OutboxId
    to: Addressee
    message: Message
    repeat: bool
    silent: bool
    attempts: int
    doubts: int


@dataclass(frozen=True, slots=True)
class CardPlace:
    """Where a card stands: the chat and the message."""

    card: CardId
    telegram_id: int
    message_id: int
