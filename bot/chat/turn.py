"""One update being answered: who, when, why, and where the answer goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from telegram import Bot

from bot.chat.pace import Pace
from bot.domain.person import Person
from bot.domain.policy import Policy
from bot.domain.terms import AnswerDoor
from bot.places.place import place
from bot.screens.scene import Scene
from bot.usecases import Cause, Store
from bot.usecases.doubt import Saying
from bot.words import Words


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Desk:
    """What every handler works with, injected once. `now` gives the instant in UTC.

    `clock_is_behind`: the machine's clock was set back, so that `now` stands still.
    """

    store: Store
    policy: Policy
    now: Callable[[], datetime]
    version: str
    pace: Pace = field(default_factory=Pace.telegrams)
    clock_is_behind: Callable[[], bool] = _never


@dataclass(frozen=True, slots=True)
class Turn:
    """`message_id` is the tapped message; None for anything typed. `said_at`: typed then (UTC)."""

    desk: Desk
    bot: Bot
    person: Person
    scene: Scene
    at: datetime
    said_at: datetime
    cause: Cause
    message_id: int | None = None

    @property
    def chat_id(self) -> int:
        """Private chats only: the person's id is the chat's."""
        return self.person.telegram_id

    def saying(self, words: str | None = None) -> Saying:
        """The person speaking now, by this turn's door."""
        door = AnswerDoor.TYPED if self.message_id is None else AnswerDoor.TAP
        return Saying(self.person, self.at, self.said_at, door, words)

    def again(self, person: Person) -> Turn:
        """The same turn with the person as they are now."""
        return replace(self, person=person, scene=scene_of(person, self.at))


def scene_of(person: Person, at: datetime) -> Scene:
    """How this person reads times now."""
    zone = person.zone or "UTC"
    label = place(zone, person.language).label
    return Scene(Words(person.language), zone, at, person.country, label)
