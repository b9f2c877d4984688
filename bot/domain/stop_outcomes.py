"""What comes of a wish to stop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.dose import Dose
from bot.domain.message import CardPlace
from bot.domain.pauses import Life
from bot.domain.stopping import StopWish, is_unwell
from bot.domain.terms import Level
from bot.domain.views import TaperView


@dataclass(frozen=True, slots=True)
class Wished:
    """It stands. `has_plan`: a plan is in force, which the person can end.

    `worst`: the highest level that their signs came to lately.
    """

    wish: StopWish
    life: Life
    has_plan: bool
    worst: Level | None = None

    @property
    def unwell(self) -> bool:
        """They are not told to go on as before."""
        return is_unwell(self.wish, self.worst)


@dataclass(frozen=True, slots=True)
class Unasked:
    """Nobody agreed yet that anything is kept: the words are said, and nothing is asked."""


@dataclass(frozen=True, slots=True)
class NoWish:
    """No such wish of this person waits for an answer: how things stand is `life`."""

    life: Life


@dataclass(frozen=True, slots=True)
class Kept:
    """The plan stays as it is, where there is one; the next dose, if one is known."""

    next: Dose | None
    has_plan: bool
    unwell: bool


@dataclass(frozen=True, slots=True)
class TaperWished:
    """A taper was asked for: the request that stands."""

    view: TaperView


@dataclass(frozen=True, slots=True)
class Ended:
    """The person ended their plan. `cards` lose their buttons; `checks`: when it is asked how
    they are (UTC). None where there was no plan to end.
    """

    life: Life
    at: datetime
    cards: tuple[CardPlace, ...]
    checks: tuple[datetime, ...]
