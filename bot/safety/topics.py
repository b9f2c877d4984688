"""What can be asked about, and how the topics of /ask are sorted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Topic(StrEnum):
    """A topic by the short name that travels in a button; the names never change."""

    WHAT = "what"
    HOW_WORKS = "how_works"
    WHEN_WORKS = "when_works"
    HOW_TAKE = "how_take"
    DOSES = "doses"
    STRENGTHS = "strengths"
    FOOD = "food"
    EVENING = "evening"
    MISSED = "missed"
    VOMITED = "vomited"
    LOST = "lost"
    FORGETTING = "forgetting"
    RUN_OUT = "run_out"
    TRAVEL = "travel"
    FASTING = "fasting"
    OPERATION = "operation"
    SIDE_EFFECTS = "side_effects"
    SERIOUS = "serious"
    DROWSY = "drowsy"
    NAUSEA = "nausea"
    DRY_MOUTH = "dry_mouth"
    DIZZY = "dizzy"
    RASH = "rash"
    BREATHING = "breathing"
    HEART = "heart"
    CONFUSION = "confusion"
    MOOD = "mood"
    SEIZURES = "seizures"
    WEAKNESS = "weakness"
    URINE = "urine"
    COMMON = "common"
    WITHDRAWAL = "withdrawal"
    QUITTING = "quitting"
    SLOW_WAY = "slow_way"
    OVERDOSE = "overdose"
    ALCOHOL = "alcohol"
    MEDICINES = "medicines"
    OPIOIDS = "opioids"
    SEDATIVES = "sedatives"
    PRESSURE = "pressure"
    MOOD_DRUGS = "mood_drugs"
    LEVODOPA = "levodopa"
    LITHIUM = "lithium"
    DIABETES = "diabetes"
    PREGNANCY = "pregnancy"
    BREASTFEEDING = "breastfeeding"
    KIDNEYS = "kidneys"
    DRIVING = "driving"
    OLDER = "older"
    CHILDREN = "children"
    CONDITIONS = "conditions"
    LOG = "log"
    ANXIETY = "anxiety"
    ALCOHOL_USE = "alcohol_use"
    PUMP = "pump"
    SELF_HARM = "self_harm"
    EMERGENCY = "emergency"
    BOT = "bot"
    NO_FACT = "no_fact"  # asked about often, and nothing reviewed to say


class Group(StrEnum):
    """The topics of /ask, sorted as one looks for them."""

    ABOUT = "about"
    TAKING = "taking"
    EFFECTS = "effects"
    STOPPING = "stopping"
    MEDICINES = "medicines"
    PEOPLE = "people"


T = Topic
GROUPS: Mapping[Group, tuple[Topic, ...]] = MappingProxyType(
    {
        Group.ABOUT: (
            *(T.WHAT, T.HOW_WORKS, T.WHEN_WORKS, T.LOG, T.ANXIETY, T.ALCOHOL_USE, T.EMERGENCY),
            *(T.PUMP, T.BOT),
        ),
        Group.TAKING: (
            *(T.HOW_TAKE, T.MISSED, T.FOOD, T.EVENING, T.DOSES, T.STRENGTHS, T.VOMITED, T.LOST),
            *(T.FORGETTING, T.TRAVEL, T.FASTING, T.OPERATION, T.OVERDOSE),
        ),
        Group.EFFECTS: (
            *(T.SIDE_EFFECTS, T.SERIOUS, T.DROWSY, T.NAUSEA, T.DIZZY, T.DRY_MOUTH, T.RASH),
            *(T.BREATHING, T.HEART, T.CONFUSION, T.MOOD, T.SEIZURES, T.WEAKNESS, T.URINE),
            *(T.COMMON, T.SELF_HARM),
        ),
        Group.STOPPING: (T.WITHDRAWAL, T.QUITTING, T.SLOW_WAY, T.RUN_OUT),
        Group.MEDICINES: (
            *(T.ALCOHOL, T.MEDICINES, T.OPIOIDS, T.SEDATIVES, T.PRESSURE, T.MOOD_DRUGS),
            *(T.LEVODOPA, T.LITHIUM, T.DIABETES),
        ),
        Group.PEOPLE: (
            *(T.PREGNANCY, T.BREASTFEEDING, T.KIDNEYS, T.DRIVING, T.OLDER, T.CHILDREN),
            T.CONDITIONS,
        ),
    }
)
"""Each topic in one group; `NO_FACT` in none, for it is no topic to look for."""
