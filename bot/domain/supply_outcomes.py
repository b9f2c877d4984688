"""What comes of telling the bot about tablets, and what is shown of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.domain.outcomes import NoPlan
from bot.domain.supply import CountKind
from bot.domain.supply_view import SupplyView


@dataclass(frozen=True, slots=True)
class HowMany:
    """How many tablets of this strength in mg? `tablets`: as chosen, or counted, so far."""

    kind: CountKind
    strength: Decimal
    tablets: Decimal | None


@dataclass(frozen=True, slots=True)
class WhichTablets:
    """Of which strength? `tablets`: how many, where that was said."""

    kind: CountKind
    strengths: frozenset[Decimal]
    tablets: Decimal | None


@dataclass(frozen=True, slots=True)
class SureOfCount:
    """So many would last longer than anybody is given: is it right?"""

    kind: CountKind
    strength: Decimal
    tablets: Decimal


@dataclass(frozen=True, slots=True)
class NotYourTablets:
    """The plan knows no tablets of this strength."""

    strength: Decimal
    strengths: frozenset[Decimal]


@dataclass(frozen=True, slots=True)
class Told:
    """It is kept. `next`: the strength that is asked about now."""

    kind: CountKind
    counts: tuple[tuple[Decimal, Decimal], ...]  # (strength in mg, tablets)
    view: SupplyView
    next: HowMany | None


@dataclass(frozen=True, slots=True)
class Ordered:
    """They are ordered: nothing is said until the next warning, or until they may be there."""

    view: SupplyView


@dataclass(frozen=True, slots=True)
class RanOut:
    """The person has none left. `is_kept`: the count is none from now on."""

    is_kept: bool


CountOutcome = Told | HowMany | WhichTablets | SureOfCount | NotYourTablets | NoPlan
