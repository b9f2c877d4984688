"""A sign of an emergency in somebody's words: what it is, who has it, and the card it calls for.

Source: the clinical policy ("Triage") and the levels of the facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum


class EmergencyKind(StrEnum):
    """Which card: each says something else to whoever answers the call."""

    EMERGENCY = "emergency"
    PUMP = "pump"
    SELF_HARM = "self_harm"
    OVERDOSE = "overdose"


@dataclass(frozen=True, slots=True)
class Intake:
    """What an ambulance asks: the amounts of the plan in mg, slot by slot, and the last dose."""

    amounts: tuple[Decimal, ...]
    last_logged_at: datetime | None  # UTC; the log may be wrong, and the card says so


@dataclass(frozen=True, slots=True)
class EmergencyCard:
    """What an emergency card is about.

    `intake`: None where there is no plan. `other`: the words are about somebody else, who may or
    may not be the person that the log is about. `too_much`: more was taken than planned, too.
    """

    kind: EmergencyKind
    intake: Intake | None = None
    other: bool = False
    too_much: bool = False
