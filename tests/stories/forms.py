"""The typed form of every button: the steps to it, its label, and the words that do the same."""

from __future__ import annotations

from dataclasses import dataclass

Steps = tuple[str, ...]  # "[label]" is tapped, "+90" are minutes that pass,
# in "~90" the bot is off; anything else is typed

GATE: Steps = ("/start", "[I agree]")
PLACE: Steps = (*GATE, "[Yes, both]", "[No]")
PLAN: Steps = (*PLACE, "Berlin")
TIMES: Steps = (*PLAN, "[Pick times]", "[3 a day]")
THREE = "10 mg at 8:00, 14:00 and 22:00"
TABLETS: Steps = (*PLAN, THREE)
LAST: Steps = (*PLAN, f"{THREE}, tablets of 10 mg")
ECHO: Steps = (*LAST, "[Not sure]")
READY: Steps = (*ECHO, "[Correct]")
OTHER_PLAN: Steps = (*READY, "change plan", "10 mg at 8:00, 14:00 and 23:00", "[Done]")
CLOCK: Steps = (*READY, "change zone", "Tokyo")
CARD: Steps = (*READY, "+90")  # 14:00
LATE: Steps = (*CARD, "+5")
OVER: Steps = (*CARD, "+125")  # 14:00 is not logged
WHY: Steps = (*CARD, "[Skip]")
WHEN: Steps = (*LATE, "+60", "[Took it earlier]")
TAKEN: Steps = (*CARD, "[Took it]", "+30")
AMOUNT: Steps = (*LATE, "+15", "I took my 20 mg at 13:55")
EXTRA: Steps = (*TAKEN, "took another")


@dataclass(frozen=True, slots=True)
class Form:
    """The words that do what the button does, after these steps."""

    steps: Steps
    label: str
    words: str
    then: Steps = ()  # tapped after it, where the words say both
    pinned: bool = False  # the button is on the pinned day


FORMS: dict[str, tuple[Form, ...]] = {
    "SETUP consent.yes": (Form(("/start",), "I agree", "I agree"),),
    "SETUP consent.no": (Form(("/start",), "Not now", "not now"),),
    "SETUP gate.yes": (Form(GATE, "Yes, both", "yes, both"),),
    "SETUP gate.pump": (Form(GATE, "Baclofen pump", "baclofen pump"),),
    "SETUP gate.child": (Form(GATE, "For a child", "for a child"),),
    "SETUP gate.no": (Form(GATE, "No", "no"),),
    "SETUP kidney.no": (Form((*GATE, "yes"), "No", "no"),),
    "SETUP kidney.yes": (Form((*GATE, "yes"), "Yes", "yes"),),
    "SETUP kidney.declined": (Form((*GATE, "yes"), "Rather not say", "rather not say"),),
    "SETUP place.share": (Form(PLACE, "Share my location", "share my location"),),
    "SETUP which_place.n": (Form((*PLACE, "USA"), "Denver (MST)", "denver (mst)"),),
    "SETUP country.change": (Form((*PLAN, "[Other country]"), "Change", "change"),),
    "SETUP plan.pick": (Form(PLAN, "Pick times", "pick times"),),
    "SETUP plan.city": (Form(PLAN, "Other city", "other city"),),
    "SETUP plan.country": (Form(PLAN, "Other country", "other country"),),
    "SETUP times.n": tuple(
        Form((*PLAN, "[Pick times]"), f"{count} a day", f"{count} a day") for count in range(1, 5)
    ),
    "SETUP times.+": (
        Form(TIMES, "08:00 later", "8:00 later"),
        Form(TIMES, "14:00 later", "14:00 15 min later"),
        Form(TIMES, "22:00 later", "22:00 +15 min"),
    ),
    "SETUP times.-": (
        Form(TIMES, "08:00 earlier", "first dose earlier"),
        Form(TIMES, "22:00 earlier", "10 pm -15 min"),
    ),
    "SETUP times.ok": (Form(TIMES, "Done", "done"),),
    "SETUP times.change": (Form(TIMES, "Change", "change"),),
    "SETUP each.change": (Form((*TIMES, "[Done]"), "Change", "change"),),
    "SETUP strengths.mg": (Form(TABLETS, "10 mg", "10 mg", then=("[Done]",)),),
    "SETUP strengths.ok": (Form((*TABLETS, "[10 mg]"), "Done", "done"),),
    "SETUP strengths.change": (Form(TABLETS, "Change", "change"),),
    "SETUP again.change": (
        Form((*PLAN, "50 mg at 8:00 and 20:00, tablets of 10 mg"), "Change", "change"),
    ),
    "SETUP last_dose.at": (
        Form(LAST, "today 08:00", "today 08:00"),
        Form(LAST, "yesterday 22:00", "yesterday 22:00"),
    ),
    "SETUP last_dose.unsure": (Form(LAST, "Not sure", "not sure"),),
    "SETUP last_dose.never": (Form(LAST, "Not started yet", "not started yet"),),
    "SETUP last_dose.tablets": (Form(LAST, "Other tablets", "other tablets"),),
    "SETUP odd_times.ok": (
        Form(
            (*PLAN, "10 mg at 22:00, tablets of 10 mg", "[Not sure]"),
            "These are right",
            "these are right",
        ),
    ),
    "SETUP odd_times.change": (
        Form((*PLAN, "10 mg at 22:00, tablets of 10 mg", "[Not sure]"), "Change", "change"),
    ),
    "SETUP echo.ok": (
        Form(ECHO, "Correct", "correct"),
        Form(OTHER_PLAN, "Correct", "correct"),
    ),
    "SETUP echo.change": (
        Form(ECHO, "Change", "change"),
        Form(OTHER_PLAN, "Change", "change"),
        Form((*CLOCK, "[Yes]"), "Change", "change"),
    ),
    "CANCEL": (Form(OTHER_PLAN, "Change nothing", "change nothing"),),
    "SETUP clock.yes": (Form(CLOCK, "Yes", "yes"),),
    "SETUP clock.no": (Form(CLOCK, "No", "no"),),
    "SETUP clock.country": (Form(CLOCK, "Other country", "other country"),),
    "TOOK": (Form(CARD, "Took it", "took it"),),
    "SNOOZE 15": (Form(CARD, "In 15 min", "in 15 min"),),
    "SNOOZE 60": (Form(CARD, "In 1 hour", "in 1 hour"),),
    "SKIP": (Form(CARD, "Skip", "skip"),),
    **{
        f"SKIP_BECAUSE {reason}": (Form(WHY, label, label.lower()),)
        for reason, label in {
            "side_effects": "Side effects",
            "no_tablets": "No tablets",
            "doctor_said": "Doctor said so",
            "already_late": "It was late",
            "other": "Other",
        }.items()
    },
    "NOT_SURE": (Form(CARD, "Not sure", "not sure"), Form(OVER, "Not sure", "not sure")),
    "NOT_TAKEN": (Form(OVER, "I missed it", "I missed it"),),
    "TOOK_EARLIER": (
        Form(CARD, "Took it earlier", "took it earlier"),
        Form(OVER, "Took it at...", "took it at..."),
    ),
    "TOOK_AGO 15": (Form(WHEN, "15 min ago", "15 min ago"),),
    "TOOK_AGO 30": (Form(WHEN, "30 min ago", "30 min ago"),),
    "TOOK_AGO 60": (Form(WHEN, "60 min ago", "60 min ago"),),
    "TOOK_AT due": (Form((*OVER, "[Took it at...]"), "Taken on time", "taken on time"),),
    "TOOK_AT n": (
        Form((*READY, "taken"), "14:00 dose", "14:00 dose"),
        Form(AMOUNT, "Took 10 mg", "took 10 mg"),
    ),
    "TOOK_AT ask": (
        Form((*OVER, "+300", "taken"), "14:00 dose", "14:00 dose"),  # 21:05
    ),
    "BACK": (
        Form(WHY, "Back", "back"),
        Form(WHEN, "Back", "back"),
        Form(AMOUNT, "Back", "back"),
    ),
    "EXTRA ?n": (
        Form(AMOUNT, "Extra dose", "extra dose"),
        Form((*OVER, "+300", "taken"), "Extra dose", "extra dose"),
    ),
    "EXTRA n": (Form(EXTRA, "Yes, extra", "yes, extra"), Form(EXTRA, "Yes, extra", "yes")),
    "EXTRA =n": (Form((*TAKEN, "taken 13:20"), "Yes, extra", "yes, extra"),),
    "SAME_DOSE": (Form(EXTRA, "No, same dose", "no, same dose"),),
    "UNDO v": (Form(TAKEN, "Undo", "undo"),),
    "UNDO n": (Form((*EXTRA, "[Yes, extra]"), "Undo", "undo"),),
    "TODAY": (Form(READY, "Today", "today"),),
    "LOG n": (
        Form(READY, "Log", "log"),
        Form((*READY, "~20160", "/log"), "Older", "older"),
        Form((*READY, "~20160", "/log 2"), "Newer", "newer"),
    ),
    "HELP": (Form(READY, "Help", "help"),),
    "PLAN change": (Form((*READY, "/plan"), "Change plan", "change plan"),),
    "ZONE change": (Form((*READY, "/timezone"), "Change zone", "change zone"),),
    "TAPER": (Form((*READY, "/plan"), "Ask for taper", "ask for a taper"),),
    **{
        f"TAPER_BECAUSE {reason}": (Form((*READY, "/taper"), label, label.lower()),)
        for reason, label in {
            "wants_to_stop": "I want less",
            "side_effects": "Side effects",
            "pregnancy": "Pregnancy",
            "operation": "Operation",
            "doctor_said": "Doctor said so",
            "other": "Other",
        }.items()
    },
    "TAPER_WITHDRAW": (
        Form((*READY, "/taper", "[Other]"), "Take request back", "take request back"),
    ),
}
