"""Typed forms, continued: pauses, hospital, corrections, a change of somebody else's, the board."""

from __future__ import annotations

from tests.stories.forms import CARD, OVER, READY, Form, Steps

LENGTH: Steps = (*READY, "/pause")
SURE: Steps = (*READY, "pause until 20:00")
IN_PAUSE: Steps = (*SURE, "[Pause reminders]")
ADMIT: Steps = (*READY, "/hospital")
SILENCE: Steps = (*READY, "+4560")  # three days without an answer, and four hours
GAP: Steps = (*READY, "+1171")  # 08:01: the card of 08:00 asks, for two in a row are not logged
CHANGED: Steps = (
    *(*READY, "change plan", "10 mg at 8:00, 14:00 and 23:00", "done", "[Correct]"),
    "+60",
)
WEEKS: Steps = (*READY, "~20160")
DAY: Steps = (*OVER, "correct")
DOSE: Steps = (*DAY, "today")
TRUTH: Steps = (*DOSE, "14:00 dose")
TRUTH_WHEN: Steps = (*TRUTH, "[Took it at...]")
TOO_LATE: Steps = (*CARD, "[Took it]", "+480", "[Undo]")  # 22:00 is open
NIGHT: Steps = (*OVER, "+355", "taken", "+10")  # 22:10
WHICH: Steps = (*NIGHT, "correct today 14:00", "22:05")
ONE_MORE: Steps = (*WHICH, "today 14:00")

FLAG: Steps = (*READY, "I had a seizure")

PHARMACY: Steps = (*READY, "/contacts", "pharmacy")

SIGN_GROUPS = {  # a sign of each that calls for no card
    "Chest, breathing": "Breathing pauses",
    "Sleep, waking": "Tired",
    "Head, mood": "Dizzy",
    "Muscles, balance": "More stiffness",
    "Skin, sweating": "Sweating",
    "Stomach, bladder": "Dry mouth",
}
DIARY: Steps = (*READY, *["symptom: dizzy 1"] * 16, "my symptoms")
MARK: Steps = (*READY, "/profile", "my health", "epilepsy")

FORMS_OF_CHANGES: dict[str, tuple[Form, ...]] = {
    "CALLED": (Form(FLAG, "I called", "I called"),),
    "NOT_EMERGENCY": (Form(FLAG, "Not an emergency", "not an emergency"),),
    "PAUSE 4h": (Form(LENGTH, "4 hours", "4 hours"),),
    "PAUSE 1d": (Form(LENGTH, "Until tomorrow", "until tomorrow"),),
    "PAUSE 3d": (Form(LENGTH, "3 days", "3 days"),),
    "PAUSE": (Form(SURE, "Back", "back"),),
    "PAUSE_OK n": (
        Form(SURE, "Pause reminders", "pause reminders"),
        Form(SURE, "Pause reminders", "yes"),
    ),
    "RESUME": (Form(IN_PAUSE, "Resume", "resume"), Form((*IN_PAUSE, "/log"), "Resume", "resume")),
    "HOSPITAL yes": (Form(ADMIT, "Yes", "yes"),),
    "HOSPITAL no": (Form(ADMIT, "No", "no"),),
    "HOME": (Form((*ADMIT, "[Yes]"), "I am home", "I am home"),),
    "KEEP_ASKING": (Form(SILENCE, "Keep asking", "keep asking"),),
    "REMINDERS_ONLY": (Form(SILENCE, "Reminders only", "reminders only"),),
    "TOOK_SOME": (Form(GAP, "I took some", "I took some"),),
    "TOOK_NONE": (Form(GAP, "No, none", "no, none"),),
    "ASK_AGAIN": (Form((*READY, "reminders only"), "Ask me again", "ask me again"),),
    "NOT_ME": (Form(CHANGED, "Not me", "not me"),),
    "MINE": (Form(CHANGED, "Yes, mine", "yes, mine"),),
    "CORRECT n": (
        Form((*READY, "/log"), "Correct", "correct"),
        Form((*WEEKS, "correct"), "Older", "older"),
        Form((*WEEKS, "/log 2", "[Correct]"), "Newer", "newer"),
        Form(DOSE, "Back", "back"),
    ),
    "CORRECT_DAY n": (Form(DAY, "today", "today"), Form(TRUTH, "Back", "back")),
    "CORRECT_DOSE": (
        Form(DOSE, "14:00 dose", "14:00 dose"),
        Form(TRUTH_WHEN, "Back", "back"),
        Form(WHICH, "Back", "back"),
        Form(TOO_LATE, "Correct", "correct 14:00"),  # "correct" alone asks which day
    ),
    "CORRECT_AS due": (Form(TRUTH, "Taken on time", "taken on time"),),
    "CORRECT_AS ask": (Form(TRUTH, "Took it at...", "took it at..."),),
    "CORRECT_AS not": (Form((*NIGHT, "correct 22:00"), "Not taken", "not taken"),),
    "CORRECT_AS skip": (Form(TRUTH, "Skipped", "skipped"),),
    "CORRECT_AS unsure": (Form(TRUTH, "Not sure", "not sure"),),
    "CORRECT_AS nn": (Form(WHICH, "today 14:00", "today 14:00"),),
    "CORRECT_AS xn": (
        Form(ONE_MORE, "Yes, extra", "yes, extra"),
        Form(ONE_MORE, "Yes, extra", "yes"),
    ),
    "CALL_LIST": (Form((*READY, "/contacts"), "Call list", "call list"),),
    "CONTACTS": (
        Form(PHARMACY, "Back", "back"),
        Form((*READY, "call list"), "My numbers", "my numbers"),
    ),
    **{
        f"CONTACTS {kind}": (Form((*READY, "/contacts"), label, label.lower()),)
        for kind, label in {
            "prescriber": "Doctor",
            "pharmacy": "Pharmacy",
            "out_of_hours": "Out of hours",
        }.items()
    },
    **{
        f"CONTACT_REMOVE {kind}": (
            Form((*READY, "/contacts", label, "555 0100", label), "Remove", "remove"),
        )
        for kind, label in {
            "prescriber": "doctor",
            "pharmacy": "pharmacy",
            "out_of_hours": "out of hours",
        }.items()
    },
    **{
        f"SYMPTOM {number}n": (
            Form((*READY, "/symptom"), label, label.lower()),
            Form((*READY, "/symptom", label.lower()), sign, sign.lower()),
        )
        for number, (label, sign) in enumerate(SIGN_GROUPS.items(), 1)
    },
    "SYMPTOM back": (Form((*READY, "/symptom", "head, mood", "dizzy"), "Back", "back"),),
    "SYMPTOM": (Form((*READY, "my symptoms"), "Log a symptom", "log a symptom"),),
    "SYMPTOM_DONE": (Form((*READY, "/symptom", "head, mood", "dizzy"), "Done", "done"),),
    "SYMPTOM_RATE ask": (Form((*READY, "symptom: dizzy"), "How bad?", "how bad?"),),
    "SYMPTOM_RATE n": (Form((*READY, "symptom: dizzy", "how bad?"), "4", "4"),),
    "SYMPTOM_RATE": (Form((*READY, "symptom: dizzy", "how bad?"), "Back", "back"),),
    "SYMPTOM_HISTORY n": (
        Form((*READY, "/symptom"), "My symptoms", "my symptoms"),
        Form(DIARY, "Older", "older"),
        Form((*DIARY, "[Older]"), "Newer", "newer"),
    ),
    "PROFILE health": (Form((*READY, "/profile"), "My health", "my health"),),
    "PROFILE medicines": (Form((*READY, "/profile"), "Other medicines", "other medicines"),),
    "PROFILE mark": (
        Form((*READY, "/profile", "my health"), "Epilepsy", "epilepsy"),
        Form((*READY, "/profile", "other medicines"), "Mood drugs", "mood drugs"),
    ),
    "PROFILE": (Form((*READY, "/profile", "my health"), "Back", "back"),),
    "PROFILE_SET yes": (Form(MARK, "Yes", "yes"),),
    "PROFILE_SET no": (Form(MARK, "No", "no"),),
    "PROFILE_SET declined": (Form(MARK, "Rather not say", "rather not say"),),
    "BOARD on": (Form((*READY, "/today"), "Pin today", "pin today"),),
    "BOARD off": (Form((*READY, "pin today", "/today"), "Unpin", "unpin"),),
    "BOARD log": (Form(READY, "Log", "log", pinned=True),),
    "BOARD help": (Form(READY, "Help", "help", pinned=True),),
}
