"""What a mark of the profile adds to a sign. Whatever is added can only lift its level."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.marks import Mark, Marks
from bot.domain.symptoms import Symptom
from bot.domain.terms import Level

_S = Symptom
_EVERY = frozenset(Symptom)
_DROWSY = frozenset((_S.VERY_SLEEPY, _S.SLEEPY, _S.TIRED, _S.CONFUSION, _S.DIZZY, _S.WEAK))
_UNSTEADY = _DROWSY | {_S.CLUMSY, _S.SHAKING, _S.FAINTED, _S.SLURRED_SPEECH}


@dataclass(frozen=True, slots=True)
class Lift:
    """These facts apply to these signs with this mark. `level`: theirs here, where it is higher.

    `unless_denied`: already where the person did not say no. So it is for the kidneys: nobody who
    declined to tell is reassured (hazard H14).
    """

    mark: Mark
    symptoms: frozenset[Symptom]
    facts: tuple[str, ...]
    level: Level | None = None
    unless_denied: bool = False

    def applies(self, marks: Marks) -> bool:
        """With what this person told."""
        return marks.may_be(self.mark) if self.unless_denied else marks.is_told(self.mark)


LIFTS: tuple[Lift, ...] = (
    # The fact's own words: "With kidney disease it is an emergency."
    Lift(
        *(Mark.KIDNEY, frozenset((_S.CONFUSION,)), ("se.confusion",)),
        *(Level.EMERGENCY, True),
    ),
    Lift(
        Mark.KIDNEY,
        frozenset((_S.CONFUSION, _S.SLEEPY, _S.VERY_SLEEPY)),
        ("who.kidney_confusion",),
        unless_denied=True,
    ),
    Lift(Mark.KIDNEY, _EVERY, ("who.kidney",), unless_denied=True),
    # Who has epilepsy and faints, or is confused, may have had a fit.
    Lift(Mark.EPILEPSY, frozenset((_S.FAINTED, _S.CONFUSION)), ("se.seizure",)),
    Lift(Mark.EPILEPSY, _EVERY, ("who.epilepsy",)),
    Lift(Mark.PREGNANCY, _EVERY, ("who.pregnant",)),
    Lift(Mark.STROKE, _EVERY, ("who.stroke",)),
    Lift(
        Mark.MIND,
        frozenset((_S.MOOD, _S.CONFUSION, _S.HALLUCINATIONS, _S.WORRY, _S.POOR_SLEEP)),
        ("who.psych",),
    ),
    Lift(
        Mark.ORGANS,
        frozenset(
            (
                *(_S.NAUSEA, _S.VOMITING, _S.BREATHING, _S.SLEEP_PAUSES),
                *(_S.URINE_TROUBLE, _S.URINE_OFTEN),
            )
        ),
        ("who.ulcer_lung_bladder",),
    ),
    Lift(Mark.POSTURE, _UNSTEADY, ("who.posture",)),
    # "Do not drive until you know" holds for everybody who did not say that they never do.
    Lift(Mark.DRIVING, _UNSTEADY, ("who.driving",), unless_denied=True),
    Lift(
        Mark.OPIOIDS,
        _DROWSY | {_S.BREATHING, _S.HARD_TO_WAKE, _S.SLEEP_PAUSES},
        ("int.opioids",),
    ),
    Lift(Mark.SEDATIVES, _UNSTEADY, ("int.sedatives",)),
    Lift(Mark.ALCOHOL, _UNSTEADY, ("int.alcohol",)),
    Lift(Mark.BLOOD_PRESSURE, frozenset((_S.DIZZY, _S.FAINTED, _S.WEAK)), ("int.bp",)),
    Lift(Mark.MOOD_DRUGS, frozenset((_S.WEAK, _S.SLEEPY, _S.TIRED)), ("int.maoi_tca",)),
    Lift(Mark.LEVODOPA, frozenset((_S.CONFUSION, _S.HALLUCINATIONS)), ("int.levodopa",)),
    Lift(Mark.LITHIUM, frozenset((_S.SHAKING, _S.CLUMSY)), ("int.lithium",)),
    Lift(
        Mark.DIABETES,
        frozenset((_S.URINE_OFTEN, _S.TIRED, _S.DRY_MOUTH, _S.SWEATING, _S.SHAKING)),
        ("int.diabetes",),
    ),
    Lift(Mark.KIDNEY_DRUGS, _DROWSY, ("int.kidney_drugs",)),
)
"""By mark; a past withdrawal is a rule of `triage`, for it opens what follows a long gap."""
