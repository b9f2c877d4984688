"""Which facts answer each topic, in which order, and what is said before them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.safety.facts import Level, fact
from bot.safety.topics import Topic

PAGE = 6
"""The most facts on one page of an answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A topic's facts by id, in reading order.

    `first`: Fluent messages said before them. `kidney`: facts more, where the kidneys are ill.
    `near`: topics that people ask about next.
    `level`: the heading's, where the highest of the facts' would mislead.
    """

    facts: tuple[str, ...]
    first: tuple[str, ...] = ()
    kidney: tuple[str, ...] = ()
    near: tuple[Topic, ...] = ()
    level: Level | None = None


T = Topic
_OFTEN: dict[Topic, Answer] = {
    T.WHAT: Answer(
        (
            *("what.muscle_relaxant", "what.use_spasticity", "what.use_back_pain"),
            *("what.helpful_if_right", "what.not_for_all"),
        ),
        near=(T.HOW_WORKS, T.WHEN_WORKS),
    ),
    T.HOW_WORKS: Answer(
        ("what.gaba", "what.brake_effect", "what.onset_dose", "what.not_instant"),
        near=(T.WHEN_WORKS,),
    ),
    T.WHEN_WORKS: Answer(
        ("what.onset_dose", "what.not_instant", "what.week_or_two", "what.review_6w"),
        near=(T.HOW_WORKS, T.LOG),
    ),
    T.HOW_TAKE: Answer(
        (
            *("take.exactly", "take.same_times", "take.spacing", "take.short_acting"),
            *("take.with_food", "miss.no_double"),
        ),
        near=(T.FOOD, T.MISSED),
    ),
    T.DOSES: Answer(
        (
            *("take.exactly", "take.start_low", "take.usual_range", "take.label_steps"),
            *("take.max_us", "take.max_uk_au"),
        ),
        first=("refuse-amount",),
        kidney=("who.kidney",),
        near=(T.STRENGTHS, T.HOW_TAKE),
    ),
    T.STRENGTHS: Answer(("take.strengths", "take.exactly"), near=(T.DOSES,)),
    T.FOOD: Answer(("take.with_food", "se.nausea"), near=(T.NAUSEA, T.FASTING)),
    T.EVENING: Answer(("take.evening", "se.mild", "take.exactly"), near=(T.DROWSY,)),
    T.MISSED: Answer(
        (
            *("miss.skip", "miss.no_double", "miss.late_window", "miss.ask_label"),
            *("miss.two_in_row", "miss.day_without"),
        ),
        near=(T.FORGETTING, T.WITHDRAWAL),
    ),
    T.VOMITED: Answer(("miss.vomited", "miss.no_double", "se.nausea"), near=(T.NAUSEA,)),
    T.LOST: Answer(
        ("miss.no_double", "wd.run_out", "wd.never_stop"),
        first=("asked-lost",),
        near=(T.MISSED, T.RUN_OUT),
    ),
    T.FORGETTING: Answer(("miss.often", "take.same_times", "log.keep"), near=(T.MISSED,)),
    T.RUN_OUT: Answer(
        ("wd.run_out", "wd.never_stop", "wd.no_safe_length", "miss.day_without"),
        first=("asked-run-out",),
        near=(T.WITHDRAWAL,),
    ),
    T.TRAVEL: Answer(("take.same_times", "wd.run_out", "wd.never_stop"), first=("asked-travel",)),
    T.FASTING: Answer(
        ("take.same_times", "take.with_food", "wd.never_stop"), first=("asked-fasting",)
    ),
    T.OPERATION: Answer(
        ("wd.hospital", "wd.never_stop", "wd.no_safe_length"),
        first=("asked-operation",),
        near=(T.WITHDRAWAL,),
    ),
    T.LOG: Answer(("log.keep", "log.share", "log.basics", "log.most_benefit")),
    T.ANXIETY: Answer(("anx.studied", "anx.too_early", "anx.watch", "anx.not_approved")),
    T.ALCOHOL_USE: Answer(("aud.status", "int.alcohol", "take.exactly"), near=(T.ALCOHOL,)),
    T.PUMP: Answer(("bot.oral_only", "bot.not_emergency")),
    T.EMERGENCY: Answer(("wd.tell_999", "bot.not_emergency"), near=(T.SERIOUS,)),
    T.BOT: Answer(
        ("bot.not_advice", "bot.not_emergency", "bot.oral_only", "take.exactly"), level=Level.INFO
    ),
    T.NO_FACT: Answer((), first=("asked-no-fact",), near=(T.HOW_TAKE,)),
}
_SIGNS: dict[Topic, Answer] = {
    T.SIDE_EFFECTS: Answer(
        ("se.mild", "se.dose_related", "se.other_common", "se.stand_slowly", "se.serious_rare"),
        kidney=("who.kidney_confusion",),
        near=(T.SERIOUS, T.DROWSY, T.NAUSEA),
    ),
    T.SERIOUS: Answer(
        (
            *("se.breathing", "se.allergy", "se.chest_pain", "se.hard_to_wake", "se.seizure"),
            *("se.hallucinations", "se.severe_rash", "se.suicidal", "se.confusion", "se.faint"),
            *("se.mood", "se.speech_balance", "se.urine", "se.sleep_breathing"),
        ),
        near=(T.EMERGENCY,),
    ),
    T.DROWSY: Answer(
        ("se.hard_to_wake", "se.mild", "int.sedatives", "who.driving"),
        kidney=("who.kidney_confusion",),
        near=(T.EVENING, T.ALCOHOL),
    ),
    T.NAUSEA: Answer(("se.nausea", "take.with_food", "miss.vomited"), near=(T.FOOD,)),
    T.DRY_MOUTH: Answer(("se.dry_mouth", "se.dose_related")),
    T.DIZZY: Answer(("se.faint", "se.low_bp", "se.stand_slowly"), near=(T.PRESSURE,)),
    T.RASH: Answer(("se.allergy", "se.severe_rash")),
    T.BREATHING: Answer(("se.breathing", "int.opioids", "se.sleep_breathing")),
    T.HEART: Answer(("se.chest_pain", "se.faint")),
    T.CONFUSION: Answer(
        ("se.hallucinations", "se.confusion", "who.kidney_confusion", "wd.other_emergency")
    ),
    T.MOOD: Answer(("se.suicidal", "se.mood", "who.psych")),
    T.SEIZURES: Answer(("se.seizure", "wd.seizures", "who.epilepsy")),
    T.WEAKNESS: Answer(("se.speech_balance", "se.mild", "who.posture"), near=(T.DIZZY,)),
    T.URINE: Answer(("se.urine", "se.other_common", "who.ulcer_lung_bladder")),
    T.COMMON: Answer(("se.other_common", "wd.early", "se.dose_related"), near=(T.WITHDRAWAL,)),
    T.OVERDOSE: Answer(("od.call", "od.signs", "od.mixed", "miss.no_double"), near=(T.ALCOHOL,)),
    T.SELF_HARM: Answer(("crisis.self_harm", "se.suicidal"), near=(T.MOOD,)),
}
_STOPPING: dict[Topic, Answer] = {
    T.WITHDRAWAL: Answer(
        (
            *("wd.never_stop", "wd.seizures", "wd.fever", "wd.spasms", "wd.cut_too"),
            *("wd.other_emergency", "wd.early", "wd.onset", "wd.risk", "wd.no_safe_length"),
            *("wd.taper", "wd.tell_999"),
        ),
        near=(T.SLOW_WAY, T.RUN_OUT),
    ),
    # The stop guard answers it; these are the words it cannot do without.
    T.QUITTING: Answer(("wd.never_stop", "wd.no_safe_length", "wd.taper")),
    T.SLOW_WAY: Answer(("wd.taper", "wd.never_stop", "wd.taper_flag"), near=(T.WITHDRAWAL,)),
}
_PHARMACIST = "int.kidney_drugs"  # "Ask your pharmacist about all your drugs."
_MEDICINES: dict[Topic, Answer] = {
    T.ALCOHOL: Answer(("int.alcohol", "who.driving"), near=(T.DRIVING, T.ALCOHOL_USE)),
    T.MEDICINES: Answer(
        (
            *(_PHARMACIST, "int.opioids", "int.sedatives", "int.bp", "int.maoi_tca"),
            *("int.levodopa", "int.lithium", "int.alcohol"),
        ),
        first=("asked-medicines",),
        near=(T.DIABETES,),
    ),
    T.OPIOIDS: Answer(("int.opioids", "se.breathing", _PHARMACIST), near=(T.MEDICINES,)),
    T.SEDATIVES: Answer(("int.sedatives", "who.driving", _PHARMACIST), near=(T.MEDICINES,)),
    T.PRESSURE: Answer(
        ("int.bp", "se.low_bp", "se.stand_slowly", _PHARMACIST), near=(T.MEDICINES,)
    ),
    T.MOOD_DRUGS: Answer(("int.maoi_tca", _PHARMACIST), near=(T.MEDICINES,)),
    T.LEVODOPA: Answer(("int.levodopa", _PHARMACIST), near=(T.MEDICINES,)),
    T.LITHIUM: Answer(("int.lithium", _PHARMACIST), near=(T.MEDICINES,)),
    T.DIABETES: Answer(("int.diabetes", _PHARMACIST), near=(T.MEDICINES,)),
}
_PEOPLE: dict[Topic, Answer] = {
    T.PREGNANCY: Answer(("who.pregnant", "wd.never_stop", "who.newborn"), near=(T.BREASTFEEDING,)),
    T.BREASTFEEDING: Answer(("who.breastfeeding", "wd.never_stop"), near=(T.PREGNANCY,)),
    T.KIDNEYS: Answer(("who.kidney", "who.kidney_confusion", "who.dialysis", "int.kidney_drugs")),
    T.DRIVING: Answer(("who.driving", "se.mild"), near=(T.DROWSY, T.ALCOHOL)),
    T.OLDER: Answer(("take.older", "who.kidney", "se.stand_slowly"), near=(T.DIZZY, T.CONFUSION)),
    T.CHILDREN: Answer(("take.children",)),
    T.CONDITIONS: Answer(
        (
            *("who.kidney", "who.epilepsy", "who.stroke", "who.psych", "who.ulcer_lung_bladder"),
            *("who.posture", "what.not_for_all"),
        ),
        near=(T.KIDNEYS, T.SEIZURES, T.DIABETES),
    ),
}
ANSWERS: Mapping[Topic, Answer] = MappingProxyType(
    _OFTEN | _SIGNS | _STOPPING | _MEDICINES | _PEOPLE
)


def level_of(topic: Topic) -> Level:
    """The topic's level: the highest of its facts; what has no fact to say is information."""
    highest = max((fact(each).level for each in ANSWERS[topic].facts), default=Level.INFO)
    return ANSWERS[topic].level or highest


def facts_of(topic: Topic, *, kidney: bool = False) -> tuple[str, ...]:
    """The ids of the topic's facts in reading order. `kidney`: of somebody with kidney disease."""
    answer = ANSWERS[topic]
    return (*(answer.kidney if kidney else ()), *answer.facts)


def pages(topic: Topic, *, kidney: bool = False) -> tuple[tuple[str, ...], ...]:
    """The same, page by page. A topic without facts has one page."""
    every = facts_of(topic, kidney=kidney)
    return tuple(every[start : start + PAGE] for start in range(0, max(len(every), 1), PAGE))
