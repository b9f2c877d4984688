"""Which facts stand behind each clinical sentence that is not itself a fact."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_LATE = ("miss.late_window", "miss.skip")
_ONCE = ("miss.no_double",)
_SKIP = ("miss.skip", "miss.no_double")
_ASK = ("miss.ask_label",)
_TIMES = ("take.same_times", "take.spacing")
_SCOPE = ("bot.not_advice", "bot.not_emergency")
_OWN_DOSE = ("take.exactly",)
_TAPER = ("wd.taper",)
_TELL = ("wd.tell_999",)
_SIGNS = ("se.breathing", "se.seizure", "se.chest_pain", "se.hallucinations", "se.hard_to_wake")

CLINICAL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # Cards and answers
        "card-food": ("take.with_food",),
        "card-open-until": _LATE,
        "card-late": ("miss.late_window", "miss.no_double"),
        "card-once": _ONCE,
        "card-not-taken-yet": ("miss.late_window",),
        "card-delayed": ("miss.no_double", "take.spacing"),
        "card-skip-rule": _SKIP,
        "card-skip-rule-last": _SKIP,
        "card-ask-label": _ASK,
        "offline-past": _LATE,
        "dose-over-skip": _LATE,
        "catch-up-again": ("miss.late_window", "miss.no_double"),
        "not-sure": _ONCE,
        "undone-once": _ONCE,
        "not-sure-worried": _ASK,
        "refused-still-open": ("miss.late_window",),
        "ask-skip-rule": ("wd.never_stop",),
        "skip-no-tablets": ("wd.run_out",),
        "other-amount-hint": ("od.call",),
        "extra-ask": ("od.call",),
        "card-near": ("od.call",),
        "card-near-extra": ("od.call",),
        # Help, about, stopping, a taper
        "help-taper": _TAPER,
        "command-taper": _TAPER,
        "about-late": ("miss.late_window",),
        "about-extra": _ONCE,
        "about-amounts": ("take.usual_range", "take.max_us", "take.max_uk_au"),
        "about-gaps": _TIMES,
        "about-slots": ("take.same_times",),
        "about-plan-start": _ONCE,
        "about-start": ("take.start_low",),
        "about-step": ("take.label_steps",),
        "stop-harm": ("wd.seizures", "wd.fever", "wd.spasms"),
        "stop-ask": ("wd.never_stop", "wd.taper"),
        "command-stop": ("wd.never_stop",),
        "board-off-stop": ("wd.never_stop",),
        "only-first": ("wd.never_stop",),
        "stop-ward": ("wd.hospital",),
        "stop-unwell": ("se.serious_rare",),
        "stop-because-side_effects": ("se.serious_rare",),
        "stop-because-ran_out": ("wd.run_out",),
        "stop-because-prescriber": ("wd.taper", "take.exactly"),
        "stop-ran-out": ("wd.run_out", "wd.never_stop"),
        "stop-told-at-once": ("wd.never_stop", "wd.taper"),
        "stop-urgent-next": ("se.serious_rare", "take.exactly"),
        "stop-next-dose": ("se.serious_rare", "take.exactly"),
        "stop-kept-unwell": ("se.serious_rare",),
        "stop-call": ("wd.never_stop", "wd.taper"),
        "stop-signs": ("wd.early", "miss.day_without"),
        "stop-danger": ("wd.seizures", "wd.fever", "wd.other_emergency"),
        "stop-check-fine": ("wd.onset",),
        "stop-check-signs": ("wd.early", "wd.tell_999"),
        "about-stop-checks": ("wd.onset",),
        "again-plan": ("take.exactly",),
        "taper-keep": ("wd.never_stop", "take.exactly"),
        "taper-no-clinician": _TAPER,
        "taper-other": ("se.nausea", "miss.ask_label"),
        "taper-side-effects": ("se.serious_rare", "se.nausea", "take.exactly"),
        "taper-emergency": _SIGNS,
        "help-emergency": ("bot.not_emergency",),
        "emergency-number": ("bot.not_emergency",),
        "emergency-local": ("bot.not_emergency",),
        "poison-number": ("od.call",),
        "bot-description": (*_SCOPE, "take.exactly"),
        "bot-short-description": _SCOPE,
        # Emergency cards
        "call-now": ("bot.not_emergency",),
        "call-local-now": ("bot.not_emergency",),
        "call-again": ("bot.not_emergency",),
        "call-local-again": ("bot.not_emergency",),
        "alone-fallback": ("bot.not_emergency",),
        "alone-alternate": ("bot.not_emergency",),
        "say": _TELL,
        "say-too-much": (*_TELL, "od.call"),
        "say-other": _TELL,
        "say-other-too-much": (*_TELL, "od.call"),
        "say-other-unknown": _TELL,
        "say-pump": ("bot.oral_only",),
        "urgent-now": (
            "se.confusion",
            "se.faint",
            "se.mood",
            "se.speech_balance",
            "se.urine",
            "wd.early",
        ),
        "overdose-number": ("od.call",),
        "overdose-local": ("od.call",),
        "overdose-poison": ("od.call",),
        "overdose-no-signs": ("od.call",),
        # Setting up
        "welcome-how": _OWN_DOSE,
        "gate-question": ("bot.oral_only", "take.children"),
        "gate-pump-end": ("bot.oral_only",),
        "gate-child-end": ("take.children",),
        "gate-no-end": ("bot.oral_only", "take.children"),
        "kidney-question": ("who.kidney", "who.dialysis"),
        "kidney-hint": ("se.confusion", "who.kidney_confusion"),
        "plan-exact": _OWN_DOSE,
        "again-dose": ("take.usual_range",),
        "again-day": ("take.max_us", "take.max_uk_au"),
        "again-start": ("take.start_low",),
        "again-step_up": ("take.label_steps",),
        "odd-hint": _TIMES,
        "echo-short": _TIMES,
        "echo-long": _TIMES,
        "echo-short-first": _TIMES,
        "echo-long-first": _TIMES,
        "echo-lower": ("wd.cut_too",),
        "change-lower": ("wd.cut_too",),
        "echo-lower-taper": ("wd.taper", "take.exactly"),
        # Pauses, hospital, reminders only
        "pause-first": ("wd.never_stop",),
        "pause-usual": ("take.same_times", "take.exactly"),
        "hospital-own": ("wd.hospital",),
        "silence-none": ("miss.day_without",),
        "home-letter": _OWN_DOSE,
        "home-no-letter": _OWN_DOSE,
        "home-lower": ("wd.cut_too",),
        "home-lower-letter": ("wd.taper", "take.exactly"),
        # Signs and the profile
        "level-urgent": ("se.faint", "se.speech_balance", "miss.day_without"),
        "level-pharmacist": ("se.nausea", "se.low_bp"),
        "level-caution": ("log.keep", "se.other_common"),
        "level-info": ("se.other_common",),
        "symptom-withdrawal": ("wd.early", "wd.onset"),
        "symptom-other": ("bot.not_advice", "se.serious_rare"),
        "about-symptoms": ("wd.early", "wd.onset", "wd.cut_too", "od.signs"),
        "profile-declined": ("se.confusion", "who.kidney_confusion"),
    }
)
"""Fluent message id -> the ids of the facts whose meaning it carries."""
