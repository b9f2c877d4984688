"""Typed forms, continued: the stop guard, and what is asked of whoever ended their plan."""

from __future__ import annotations

from tests.stories.forms import READY, Form, Steps

WHY: Steps = (*READY, "/stop")
BETTER: Steps = (*WHY, "[Feel better]")
SURE: Steps = (*BETTER, "[Stop anyway]")
ENDED: Steps = (*SURE, "[End my plan]")
CHECK: Steps = (*ENDED, "+1440")
LONG: Steps = (*READY, "pause 3 days")
LOWER: Steps = (*READY, "change plan", "5 mg at 8:00, 14:00 and 22:00", "done")
FEWER: Steps = (*READY, "change plan", "15 mg at 10:00 and 22:00", "done")

FORMS_OF_STOPPING: dict[str, tuple[Form, ...]] = {
    **{
        f"STOP_WHY {reason}": (Form(WHY, label, label.lower()),)
        for reason, label in {
            "side_effects": "Side effects",
            "feel_better": "Feel better",
            "ran_out": "Ran out",
            "prescriber": "Prescriber said",
            "other": "Other reason",
        }.items()
    },
    "STOP_DO keep": (
        Form(BETTER, "Keep my plan", "keep my plan"),
        Form(SURE, "Keep my plan", "no"),
    ),
    "STOP_DO taper": (
        Form(WHY, "Ask for taper", "ask for taper"),
        Form(BETTER, "Ask for taper", "I'd like a taper"),
    ),
    "STOP_DO anyway": (Form(BETTER, "Stop anyway", "stop anyway"),),
    "STOP_DO back": (Form(BETTER, "Back", "back"),),
    "STOP_DO card": (Form(SURE, "Back", "back"),),
    "STOP_DO end": (
        Form(SURE, "End my plan", "end my plan"),
        Form(SURE, "End my plan", "yes"),
    ),
    "STOP pause.": (Form(LONG, "Want to stop", "want to stop"),),
    "STOP pause.side_effects": (Form(LONG, "Side effects", "side effects"),),
    "STOP lower.side_effects": (Form(LOWER, "Side effects", "side effects"),),
    "STOP fewer.side_effects": (Form(FEWER, "Side effects", "side effects"),),
    "SETUP echo.doctor": (Form(LOWER, "Doctor set it", "doctor set it"),),
    "STOP_CHECK fine": (Form(CHECK, "No signs", "no signs"),),
    "STOP_CHECK signs": (Form(CHECK, "I have signs", "I have signs"),),
    "START_AGAIN": (
        Form(CHECK, "Start again", "start again"),
        Form(ENDED, "Start again", "start again"),
    ),
}
