"""The sign that a red flag is, for triage and the diary; None where it is none, or no one sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from bot.domain.red_flags import RedFlag
from bot.domain.symptoms import Symptom

SIGNS: Mapping[RedFlag, Symptom | None] = MappingProxyType(
    {
        RedFlag.SELF_HARM: None,  # the person says it to their doctor themselves
        RedFlag.PUMP: None,
        RedFlag.OVERDOSE: None,
        RedFlag.SEIZURE: Symptom.SEIZURE,
        RedFlag.BREATHING: Symptom.BREATHING,
        RedFlag.UNCONSCIOUS: Symptom.HARD_TO_WAKE,
        RedFlag.CHEST_PAIN: Symptom.CHEST_PAIN,
        RedFlag.ALLERGY: Symptom.SWELLING,
        RedFlag.RASH: Symptom.SEVERE_RASH,
        RedFlag.HALLUCINATION: Symptom.HALLUCINATIONS,
        RedFlag.FEVER: Symptom.HIGH_FEVER,
        RedFlag.RIGIDITY: Symptom.VERY_STIFF,
        RedFlag.CRY: None,
        RedFlag.CONFUSION: Symptom.CONFUSION,
        RedFlag.FAINT: Symptom.FAINTED,
        RedFlag.SPEECH: Symptom.SLURRED_SPEECH,
        RedFlag.URINE: Symptom.DARK_URINE,  # of the two it may be, the more urgent one
        RedFlag.MOOD: Symptom.MOOD,
        RedFlag.WITHDRAWAL: None,
    }
)
"""Every red flag. There is no default: one that is not here is a fault."""


def signs_of(flags: Iterable[RedFlag]) -> tuple[Symptom, ...]:
    """The signs that these red flags are, each once, in the order of the signs."""
    found = {SIGNS[each] for each in flags}
    return tuple(each for each in Symptom if each in found)
