"""Typed forms, continued: questions in words, and how people move after the first weeks."""

from __future__ import annotations

from tests.stories.forms import PLAN, READY, Form, Steps

WINE: Steps = (*READY, "can I drink wine?")
STOPPED: Steps = (*READY, "what is withdrawal?")
ONCE: Steps = (*PLAN, "10 mg at 22:00, tablets of 10 mg", "[Not sure]", "these are right")
WEEK: Steps = (*ONCE, "correct", "~8640", "+1350")  # the next Monday, 11:00

FORMS_OF_QUESTIONS: dict[str, tuple[Form, ...]] = {
    "ASK": (
        Form(WINE, "All topics", "all topics"),
        Form((*READY, "/ask", "taking it"), "Back", "back"),
    ),
    "ASK group": (Form((*READY, "/ask"), "Taking it", "taking it"),),
    "ASK topic": (
        Form(WINE, "Driving", "driving"),
        Form((*READY, "can I drink and drive?"), "Alcohol", "1"),
        Form((*READY, "can I drink and drive?"), "Driving", "driving"),
        Form((*READY, "/ask", "withdrawal"), "Wanting to stop", "wanting to stop"),
        Form((*WINE, "sources"), "Back", "back"),
        Form((*STOPPED, "more"), "Back", "back"),
    ),
    "ASK page": (Form(STOPPED, "More", "more"),),
    "SOURCES topic": (Form(WINE, "Sources", "sources"),),
    "SOURCES page": (Form((*STOPPED, "more"), "Sources", "sources"),),
    "PLAN": (Form((*READY, "can I double?"), "My plan", "my plan"),),
    "MOVING yes": (Form(WEEK, "Yes", "yes"),),
    "MOVING not_yet": (Form(WEEK, "Not yet", "not yet"),),
    "MOVING worse": (Form(WEEK, "Worse", "worse"),),
}
