"""The typed form of every button about tablets."""

from __future__ import annotations

from tests.stories.forms import READY, THREE, Form, Steps

COUNTED: Steps = (*READY, "/supply 40")
CHOSEN: Steps = (*COUNTED, "count again")
SURE: Steps = (*READY, "/supply 680")
LEAD: Steps = (*COUNTED, "pharmacy days")
LOW: Steps = (*READY, "/supply 20", "+1300")  # Tuesday 10:10
HOME: Steps = (
    *(*COUNTED, "/hospital", "[Yes]", "+60", "I am home", THREE, "done", "not sure", "[Correct]"),
    "+1240",  # Tuesday 10:10
)

FORMS_OF_SUPPLY: dict[str, tuple[Form, ...]] = {
    "SUPPLY": (Form(CHOSEN, "Back", "back"), Form((*READY, "/plan"), "My tablets", "my tablets")),
    "SUPPLY_COUNT c": (Form(COUNTED, "Count again", "count again"),),
    "SUPPLY_COUNT n": (
        Form(CHOSEN, "10 more", "10 more"),
        Form(CHOSEN, "1 fewer", "1 fewer"),
        Form(CHOSEN, "Half more", "half more"),
        Form(SURE, "Count again", "count again"),
    ),
    "SUPPLY_SAVE n": (Form(CHOSEN, "Save", "save"),),
    "SUPPLY_SAVE ny": (Form(SURE, "Yes, save", "yes"),),
    "SUPPLY_ORDERED": (Form(COUNTED, "Ordered", "ordered"),),
    "SUPPLY_REFILLED": (Form(COUNTED, "Refilled", "refilled"),),
    "SUPPLY_TOMORROW": (Form(LOW, "Remind me tomorrow", "remind me tomorrow"),),
    "SUPPLY_LEAD": (Form(COUNTED, "Pharmacy days", "pharmacy days"),),
    "SUPPLY_LEAD n": (Form(LEAD, "3 days", "3"),),
    "SUPPLY_NOT_NOW": (Form(HOME, "Do not count", "do not count"),),
}
