"""What a typed text can ask for beside the doses: help, signs, numbers to call, tablets left."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class Called:
    """ "I called": the answer to an emergency card."""


@dataclass(frozen=True, slots=True)
class NotEmergency:
    """ "Not an emergency"."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """ "My numbers": whom the person can call, to be changed."""


@dataclass(frozen=True, slots=True)
class CallList:
    """ "Whom can I call?"."""


@dataclass(frozen=True, slots=True)
class Symptoms:
    """ "Side effects": what do you feel?"""


@dataclass(frozen=True, slots=True)
class Symptom:
    """ "Symptom: dizzy 4": what follows, in the person's own words."""

    words: str


@dataclass(frozen=True, slots=True)
class SymptomHistory:
    """ "My symptoms"."""


@dataclass(frozen=True, slots=True)
class Profile:
    """ "My health"."""


@dataclass(frozen=True, slots=True)
class TookSome:
    """ "I took some": of the doses that are not logged."""


@dataclass(frozen=True, slots=True)
class TookNone:
    """ "No, none"."""


@dataclass(frozen=True, slots=True)
class Tablets:
    """ "My tablets", "34 tablets left": each with its strength in mg, or None where unsaid."""

    counts: tuple[tuple[Decimal | None, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class CountTablets:
    """ "Count my tablets"."""


@dataclass(frozen=True, slots=True)
class Refilled:
    """ "Refilled", "got 56 tablets": as Tablets."""

    counts: tuple[tuple[Decimal | None, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Ordered:
    """ "Ordered": the tablets are."""


@dataclass(frozen=True, slots=True)
class Tomorrow:
    """ "Remind me tomorrow"."""


@dataclass(frozen=True, slots=True)
class NotCounted:
    """ "Do not count them"."""


@dataclass(frozen=True, slots=True)
class PharmacyDays:
    """ "Pharmacy days"; how many working days, where that was said."""

    days: int | None = None


class Ran(Enum):
    """Whether none are left, or soon."""

    OUT = auto()
    SOON = auto()


@dataclass(frozen=True, slots=True)
class RanOut:
    """ "I ran out of tablets", "I am running out"."""

    how: Ran = Ran.OUT


@dataclass(frozen=True, slots=True)
class Ask:
    """ "Ask a question": what can be asked about."""
