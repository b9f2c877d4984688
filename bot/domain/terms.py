"""The glossary in code: the words the project uses, and no others, for the things it is about."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import NewType
from uuid import UUID

PersonId = NewType("PersonId", UUID)
MedicationId = NewType("MedicationId", UUID)
PlanId = NewType("PlanId", UUID)
DoseId = NewType("DoseId", UUID)
CardId = NewType("CardId", UUID)
AnswerId = NewType("AnswerId", UUID)
OutboxId = NewType("OutboxId", UUID)
PauseId = NewType("PauseId", UUID)
RedFlagId = NewType("RedFlagId", UUID)


class Level(IntEnum):
    """How soon a person has to act, lowest first: the highest of several wins."""

    INFO = 1
    CAUTION = 2
    PHARMACIST = 3
    URGENT = 4
    EMERGENCY = 5


class DoseState(StrEnum):
    """Where one planned dose stands. Late is an attribute of taken, not a state."""

    PLANNED = "planned"  # in the future
    OPEN = "open"  # asked about; may be taken now
    TAKEN = "taken"
    SKIPPED = "skipped"
    MISSED = "missed"  # asked, delivered, never answered, and the bot was awake
    UNKNOWN = "unknown"  # cannot be known
    CANCELLED = "cancelled"  # its plan ended before it opened


class AnswerKind(StrEnum):
    """What a person said about a dose. Answers are appended, never edited."""

    TAKEN = "taken"
    SKIPPED = "skipped"
    SNOOZED = "snoozed"
    NOT_SURE = "not_sure"
    UNDONE = "undone"
    EXTRA = "extra"  # a dose outside the plan, recorded and answered with the overdose signs
    MISSED = "missed"  # "I missed it", said by the person


class SkipReason(StrEnum):
    """Why a dose was skipped, for the log and the doctor."""

    SIDE_EFFECTS = "side_effects"
    NO_TABLETS = "no_tablets"
    DOCTOR_SAID = "doctor_said"
    ALREADY_LATE = "already_late"
    OTHER = "other"


class AnswerDoor(StrEnum):
    """By which door an answer came in."""

    TAP = "tap"
    TYPED = "typed"
    LOG = "log"  # a correction, tapped or typed


class Kidney(StrEnum):
    """Kidney disease or dialysis, as the person told it. Declining to say is an answer."""

    YES = "yes"
    NO = "no"
    DECLINED = "declined"


class TaperReason(StrEnum):
    """Why a person asks for a taper."""

    WANTS_TO_STOP = "wants_to_stop"
    SIDE_EFFECTS = "side_effects"
    PREGNANCY = "pregnancy"
    OPERATION = "operation"
    DOCTOR_SAID = "doctor_said"
    OTHER = "other"


class Medicine(StrEnum):
    """The kinds of medicine whose rules the bot knows."""

    BACLOFEN = "baclofen"
