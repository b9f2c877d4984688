"""A sign of an emergency in somebody's words: what it is, who has it, and the card it calls for.

Source: the clinical policy ("Triage") and the levels of the facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from bot.domain.policy import Policy
from bot.domain.terms import Kidney, PersonId, RedFlagId

_CELSIUS, _FAHRENHEIT = (Decimal(33), Decimal(44)), (Decimal(93), Decimal(112))  # of a living body


class RedFlag(StrEnum):
    """A sign that the net can see. Emergencies come first, then what a doctor has to see now."""

    SELF_HARM = "self_harm"
    PUMP = "pump"
    OVERDOSE = "overdose"
    SEIZURE = "seizure"
    BREATHING = "breathing"
    UNCONSCIOUS = "unconscious"
    CHEST_PAIN = "chest_pain"
    ALLERGY = "allergy"
    RASH = "rash"
    HALLUCINATION = "hallucination"
    FEVER = "fever"
    RIGIDITY = "rigidity"  # very stiff muscles, intense spasms
    CRY = "cry"  # "I need an ambulance", "I am dying"
    CONFUSION = "confusion"
    FAINT = "faint"  # fainted, or a pounding heart
    SPEECH = "speech"
    URINE = "urine"
    MOOD = "mood"
    WITHDRAWAL = "withdrawal"


FACTS: Mapping[RedFlag, tuple[str, ...]] = MappingProxyType(
    {
        RedFlag.SELF_HARM: ("crisis.self_harm", "se.suicidal"),
        RedFlag.PUMP: ("bot.oral_only",),
        RedFlag.OVERDOSE: ("od.call", "od.signs"),
        RedFlag.SEIZURE: ("se.seizure",),
        RedFlag.BREATHING: ("se.breathing",),
        RedFlag.UNCONSCIOUS: ("se.hard_to_wake",),
        RedFlag.CHEST_PAIN: ("se.chest_pain",),
        RedFlag.ALLERGY: ("se.allergy",),
        RedFlag.RASH: ("se.severe_rash",),
        RedFlag.HALLUCINATION: ("se.hallucinations",),
        RedFlag.FEVER: ("wd.fever",),
        RedFlag.RIGIDITY: ("wd.other_emergency", "wd.spasms"),
        RedFlag.CRY: ("bot.not_emergency",),
        RedFlag.CONFUSION: ("se.confusion",),
        RedFlag.FAINT: ("se.faint",),
        RedFlag.SPEECH: ("se.speech_balance",),
        RedFlag.URINE: ("se.urine",),
        RedFlag.MOOD: ("se.mood",),
        RedFlag.WITHDRAWAL: ("wd.early",),
    }
)
"""The facts that name each sign, and whose level it has."""

URGENT = frozenset(
    (
        RedFlag.CONFUSION,
        RedFlag.FAINT,
        RedFlag.SPEECH,
        RedFlag.URINE,
        RedFlag.MOOD,
        RedFlag.WITHDRAWAL,
    )
)
# Dark urine and confusion are emergencies after a stop (wd.other_emergency).
_AFTER_STOP = frozenset((RedFlag.CONFUSION, RedFlag.URINE))


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


@dataclass(frozen=True, slots=True)
class Seen:
    """What the net saw in one text. `other`: of somebody else. `stopped`: doses were left out."""

    flags: frozenset[RedFlag]
    other: bool = False
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """What of the plan tells a planned dose from too much; None where there is no plan.

    Tablets and mg of the biggest single dose, and of the whole day.
    """

    dose_tablets: Decimal | None = None
    day_tablets: Decimal | None = None
    dose_mg: Decimal | None = None
    day_mg: Decimal | None = None


class FlagAnswer(StrEnum):
    """What became of a red flag: said by the person, or that they went on without a word of it."""

    CALLED = "called"
    NOT_EMERGENCY = "not_emergency"
    WENT_ON = "went_on"


@dataclass(frozen=True, slots=True)
class Raised:
    """What is to be shown for one text. `card`: None where a doctor has to see it now.

    `id`: on record; None before the consent, when nothing about health is kept. `said_at`: when
    it was typed, where the bot could not hear it then. `other`: of somebody else. `country`: where
    the person is, if it was told in a set-up that is not done.
    """

    card: EmergencyCard | None
    flags: frozenset[RedFlag]
    id: RedFlagId | None = None
    said_at: datetime | None = None
    other: bool = False
    country: str | None = None


@dataclass(frozen=True, slots=True)
class RedFlagAlert:
    """That a patient wrote of an emergency, for those who may know of one; never what they wrote.

    `by_tap`: the patient asked for it. One about self-harm exists only then.
    """

    patient: PersonId
    kind: EmergencyKind
    at: datetime
    by_tap: bool = False


def is_fever(degrees: Decimal, policy: Policy) -> bool | None:
    """Celsius or Fahrenheit, by what a living body can have; None where it can have neither."""
    if _CELSIUS[0] <= degrees <= _CELSIUS[1]:
        return degrees >= policy.fever_celsius
    if _FAHRENHEIT[0] <= degrees <= _FAHRENHEIT[1]:
        return degrees >= policy.fever_fahrenheit
    return None


def alert(
    patient: PersonId, kind: EmergencyKind | None, at: datetime, *, by_tap: bool = False
) -> RedFlagAlert | None:
    """Whom it is about and which card it was; None for what nobody else is told of."""
    if kind is None or (kind is EmergencyKind.SELF_HARM and not by_tap):
        return None
    return RedFlagAlert(patient, kind, at, by_tap)


def kind_of(seen: Seen, kidney: Kidney | None) -> EmergencyKind | None:
    """The card these signs call for; None: a doctor has to see them now, but it is no emergency.

    Self-harm goes first, for its card quotes no doses; then a pump, which is another treatment.
    """
    flags = seen.flags
    if RedFlag.SELF_HARM in flags:
        return EmergencyKind.SELF_HARM
    if RedFlag.PUMP in flags:
        return EmergencyKind.PUMP
    if flags - URGENT - {RedFlag.OVERDOSE}:
        return EmergencyKind.EMERGENCY
    if RedFlag.CONFUSION in flags and kidney is Kidney.YES:
        return EmergencyKind.EMERGENCY
    if seen.stopped and flags & _AFTER_STOP:
        return EmergencyKind.EMERGENCY
    return EmergencyKind.OVERDOSE if RedFlag.OVERDOSE in flags else None
