"""What a person can feel and say so: the signs that triage knows, and how they are grouped."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Symptom(StrEnum):
    """A sign. Each is tied to facts in `triage.RULES`; OTHER is whatever was not understood."""

    BREATHING = "breathing"
    CHEST_PAIN = "chest_pain"
    SWELLING = "swelling"
    FAINTED = "fainted"
    POUNDING_HEART = "pounding_heart"
    SLEEP_PAUSES = "sleep_pauses"

    HARD_TO_WAKE = "hard_to_wake"
    VERY_SLEEPY = "very_sleepy"
    SLEEPY = "sleepy"
    TIRED = "tired"
    POOR_SLEEP = "poor_sleep"

    CONFUSION = "confusion"
    HALLUCINATIONS = "hallucinations"
    SELF_HARM = "self_harm"
    MOOD = "mood"
    WORRY = "worry"
    SLURRED_SPEECH = "slurred_speech"
    DIZZY = "dizzy"
    HEADACHE = "headache"

    SEIZURE = "seizure"
    INTENSE_SPASMS = "intense_spasms"
    VERY_STIFF = "very_stiff"
    FLOPPY = "floppy"
    SHAKING = "shaking"
    CLUMSY = "clumsy"
    STIFFER = "stiffer"
    WEAK = "weak"

    HIGH_FEVER = "high_fever"
    SEVERE_RASH = "severe_rash"
    SWEATING = "sweating"

    VOMITING = "vomiting"
    NAUSEA = "nausea"
    DRY_MOUTH = "dry_mouth"
    CONSTIPATION = "constipation"
    URINE_TROUBLE = "urine_trouble"
    DARK_URINE = "dark_urine"
    URINE_OFTEN = "urine_often"

    OTHER = "other_sign"


class SymptomGroup(StrEnum):
    """Where a sign is looked for, by the place it is felt."""

    CHEST = "chest"
    WAKING = "waking"
    HEAD = "head"
    MUSCLES = "muscles"
    SKIN = "skin"
    BELLY = "belly"


_S = Symptom
GROUPS: Mapping[SymptomGroup, tuple[Symptom, ...]] = MappingProxyType(
    {
        SymptomGroup.CHEST: (
            *(_S.BREATHING, _S.CHEST_PAIN, _S.SWELLING),
            *(_S.FAINTED, _S.POUNDING_HEART, _S.SLEEP_PAUSES),
        ),
        SymptomGroup.WAKING: (
            *(_S.HARD_TO_WAKE, _S.VERY_SLEEPY, _S.SLEEPY, _S.TIRED, _S.POOR_SLEEP),
        ),
        SymptomGroup.HEAD: (
            *(_S.CONFUSION, _S.HALLUCINATIONS, _S.SELF_HARM, _S.MOOD),
            *(_S.WORRY, _S.SLURRED_SPEECH, _S.DIZZY, _S.HEADACHE),
        ),
        SymptomGroup.MUSCLES: (
            *(_S.SEIZURE, _S.INTENSE_SPASMS, _S.VERY_STIFF, _S.FLOPPY),
            *(_S.SHAKING, _S.CLUMSY, _S.STIFFER, _S.WEAK),
        ),
        SymptomGroup.SKIN: (_S.HIGH_FEVER, _S.SEVERE_RASH, _S.SWEATING),
        SymptomGroup.BELLY: (
            *(_S.VOMITING, _S.NAUSEA, _S.DRY_MOUTH, _S.CONSTIPATION),
            *(_S.URINE_TROUBLE, _S.DARK_URINE, _S.URINE_OFTEN),
        ),
    }
)
"""Every sign but OTHER stands in one group, the most serious first."""

NO_GROUP = "0"
"""What stands in the place of a group's number where the groups are listed: nothing is picked."""

CHOSEN_MOST = 20
"""So many signs are picked at a time: they stand on every button."""

SEVERITY_MOST = 10
"""How bad it is, from 0 to this, as the person says."""

CODES: Mapping[Symptom, str] = MappingProxyType(
    dict(
        zip(
            (each for group in GROUPS.values() for each in group),
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJK",
            strict=True,
        )
    )
)
"""A letter for each on buttons, where many have to stand in 64 bytes."""

_BY_CODE = {code: symptom for symptom, code in CODES.items()}


def of_codes(codes: str) -> tuple[Symptom, ...]:
    """The signs of these letters, each once; letters that are none are left out."""
    return tuple(dict.fromkeys(_BY_CODE[each] for each in codes if each in _BY_CODE))


def to_codes(symptoms: tuple[Symptom, ...]) -> str:
    """The letters of these signs."""
    return "".join(CODES[each] for each in symptoms)
