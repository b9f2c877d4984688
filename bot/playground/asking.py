"""One control request: who asks is let in already; what it says, and what it may reach."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from bot.playground.api import BotApi
from bot.playground.clock import Controls
from bot.playground.params import Params
from bot.playground.records import Person
from bot.playground.refusals import NotPossible


@dataclass(frozen=True, slots=True)
class Play:
    """What the control API drives; clock and reset run one at a time."""

    api: BotApi
    controls: Controls
    epoch: str
    turning: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(frozen=True, slots=True)
class Ask:
    """The path's number or name, and the fields of query or JSON body."""

    key: str
    fields: Params

    @property
    def id(self) -> int:
        """The path's number; a 404 if it is none."""
        try:
            return int(self.key)
        except ValueError:
            raise NotPossible("There is nothing at that address.", 404) from None

    def whole(self, name: str) -> int:
        """A field that must be a whole number."""
        value = self.fields.integer(name)
        if value is None:
            raise NotPossible(f"{name} is missing.")
        return value

    def given(self, name: str) -> Any:
        """A field as it came, or None."""
        return self.fields.values.get(name)


def person(play: Play, number: int) -> Person:
    """The person with this id; a 404 if there is none."""
    found = play.api.world.people.get(number)
    if found is None:
        raise NotPossible("There is no such person.", 404)
    return found
