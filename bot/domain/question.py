"""The questions that wait for an answer: those of the set-up, and the small ones beside it."""

from __future__ import annotations

from enum import StrEnum


class Question(StrEnum):
    """A question that waits for an answer, typed or tapped."""

    CONSENT = "consent"
    GATE = "gate"
    PLACE = "place"
    WHICH_PLACE = "which_place"
    CLOCK = "clock"
    COUNTRY = "country"
    KIDNEY = "kidney"
    PLAN = "plan"
    TIMES = "times"
    EACH = "each"
    STRENGTHS = "strengths"
    AGAIN = "again"
    LAST_DOSE = "last_dose"
    ECHO = "echo"
    ODD_TIMES = "odd_times"
    TOOK_WHEN = "took_when"
    SKIP_REASON = "skip_reason"
    TAPER_REASON = "taper_reason"
    WHICH_DOSE = "which_dose"
    EXTRA_DOSE = "extra_dose"
    LOG_PAGE = "log_page"
    CORRECTING = "correcting"
    PAUSE_END = "pause_end"
    PAUSE_SURE = "pause_sure"
    HOSPITAL = "hospital"
    CITY = "city"
    ANY_TAKEN = "any_taken"  # and not logged, in a gap
    CONTACT = "contact"
    PROFILE = "profile"
    SYMPTOM = "symptom"
    SYMPTOM_SEVERITY = "severity"
    SYMPTOM_PAGE = "symptom_page"
    SUPPLY_COUNT = "supply_count"
    SUPPLY_SURE = "supply_sure"
    SUPPLY_LEAD = "supply_lead"
    ASKING = "asking"  # a topic that was answered, or topics to choose from
    MOVING = "moving"
    STOP = "stop"
