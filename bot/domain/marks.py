"""What a person told about their health: marks that can make a sign more urgent, never less."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bot.domain.terms import Kidney


class Mark(StrEnum):
    """One thing of the profile. Each may be told, denied, declined, or never asked."""

    KIDNEY = "kidney"
    EPILEPSY = "epilepsy"
    PREGNANCY = "pregnancy_mark"
    PAST_WITHDRAWAL = "past_withdrawal"
    DRIVING = "driving"
    STROKE = "stroke"
    MIND = "mind"  # psychosis, confusion or low mood before
    ORGANS = "organs"  # a stomach ulcer, lung disease, trouble passing urine
    POSTURE = "posture"  # stiff muscles are needed to stand or walk

    OPIOIDS = "opioids"
    SEDATIVES = "sedatives"
    ALCOHOL = "alcohol"
    BLOOD_PRESSURE = "blood_pressure"
    MOOD_DRUGS = "mood_drugs"
    LEVODOPA = "levodopa"
    LITHIUM = "lithium"
    DIABETES = "diabetes"
    KIDNEY_DRUGS = "kidney_drugs"


class MarkGroup(StrEnum):
    """The two halves of the profile."""

    HEALTH = "health"
    MEDICINES = "medicines"


_ALL = tuple(Mark)
MARK_GROUPS: Mapping[MarkGroup, tuple[Mark, ...]] = MappingProxyType(
    {
        MarkGroup.HEALTH: _ALL[: _ALL.index(Mark.OPIOIDS)],
        MarkGroup.MEDICINES: _ALL[_ALL.index(Mark.OPIOIDS) :],
    }
)


def group_of(mark: Mark) -> MarkGroup:
    """The half of the profile that this one stands in."""
    return next(group for group, marks in MARK_GROUPS.items() if mark in marks)


class Told(StrEnum):
    """An answer to one of them. Declining is an answer, and is no "no"."""

    YES = "yes"
    NO = "no"
    DECLINED = "declined"


MARK_FACTS: Mapping[Mark, tuple[str, ...]] = MappingProxyType(
    {
        Mark.KIDNEY: ("who.kidney", "who.kidney_confusion", "who.dialysis"),
        Mark.EPILEPSY: ("who.epilepsy",),
        Mark.PREGNANCY: ("who.pregnant", "who.newborn", "who.breastfeeding"),
        Mark.PAST_WITHDRAWAL: ("wd.risk", "wd.early"),
        Mark.DRIVING: ("who.driving",),
        Mark.STROKE: ("who.stroke",),
        Mark.MIND: ("who.psych",),
        Mark.ORGANS: ("who.ulcer_lung_bladder",),
        Mark.POSTURE: ("who.posture",),
        Mark.OPIOIDS: ("int.opioids",),
        Mark.SEDATIVES: ("int.sedatives", "od.mixed"),
        Mark.ALCOHOL: ("int.alcohol", "od.mixed"),
        Mark.BLOOD_PRESSURE: ("int.bp",),
        Mark.MOOD_DRUGS: ("int.maoi_tca",),
        Mark.LEVODOPA: ("int.levodopa",),
        Mark.LITHIUM: ("int.lithium",),
        Mark.DIABETES: ("int.diabetes",),
        Mark.KIDNEY_DRUGS: ("int.kidney_drugs",),
    }
)
"""What is said of each: where it is asked, and once more where it is told."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The answers; a mark that is not there was never asked."""

    told: Mapping[Mark, Told]

    def is_told(self, mark: Mark) -> bool:
        """The person said so."""
        return self.told.get(mark) is Told.YES

    def may_be(self, mark: Mark) -> bool:
        """The person did not say no: told, declined or never asked."""
        return self.told.get(mark) is not Told.NO


NOTHING_TOLD = Marks(MappingProxyType({}))


def with_kidney(told: Mapping[Mark, Told], kidney: Kidney | None) -> Marks:
    """The answers with the one that the set-up asks for."""
    answer = {} if kidney is None else {Mark.KIDNEY: Told(kidney)}
    return Marks(MappingProxyType({**told, **answer}))
