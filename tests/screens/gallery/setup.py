"""The questions of the set-up, one by one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.domain.limits import AskedAgain, Limit
from bot.domain.outcomes import Asked, Preview
from bot.domain.setup import Candidate, Draft, Purpose, Question
from bot.domain.terms import Kidney
from bot.screens import setup
from bot.screens.screen import Screen
from tests.ftl import variables_of
from tests.screens.gallery.berlin import HOUR, ZONE, plan, scene

PLACES = (
    Candidate("America/New_York", "US", "Berlin, New York, United States"),
    Candidate(ZONE, "DE", "Berlin, Germany"),
)
BERLIN = Draft(gate=True, zone=ZONE, label="Berlin, Germany", country="DE")
NOWHERE = replace(BERLIN, zone="Etc/UTC", label="Etc/UTC", country=None)
PICKED = replace(BERLIN, times=("08:00", "14:00", "22:00"), times_open=True)
TOLD = replace(
    BERLIN,
    slots=(("08:00", "10"), ("14:00", "12.5"), ("22:00", "10")),
    strengths=("10", "25"),
)
# What chat says by id alone: why an answer was not understood, and what else may come up.
ALONE = (
    "problem-", "setup-", "consent-needed", "place-thanks", "place-noted", "place-unasked",
    "place-unknown", "country-unknown", "country-several", "each-count", "again-wrong",
    "clock-right", "clock-wrong",
)  # fmt: skip
ARGUMENTS = {"count": 12, "gap": "1 hour"}
FRAGMENTS = {"each-count": "3", "country-several": "Congo"}


def screens() -> dict[str, Screen]:
    """Each question and each ending."""
    here = scene()
    return {
        **_questions(),
        **{f"ends, {why}": setup.gate_closed(here, why) for why in ("pump", "child", "no")},
        "ends, pump, country unknown": setup.gate_closed(scene(country=None), "pump"),
        "share the location": setup.share_location(here),
        "no zone there": setup.place_nowhere(here),
        **_alone(),
    }


def _ask(question: Question, draft: Draft = BERLIN, again: AskedAgain | None = None) -> Screen:
    return setup.question(scene(), Asked(question, draft, again=again))


def _odd(draft: Draft) -> Screen:
    its_plan = plan(*((time, mg) for time, mg in draft.slots))
    view = Preview(its_plan, (), None, draft.tablets(), None, 4 * HOUR, 12 * HOUR)
    return setup.question(scene(), Asked(Question.ODD_TIMES, draft, view))


def _questions() -> dict[str, Screen]:
    kidney = replace(BERLIN, kidney=Kidney.YES)
    short = replace(TOLD, slots=(("08:00", "10"), ("11:00", "10"), ("22:00", "10")))
    long = replace(TOLD, slots=(("08:00", "10"), ("14:00", "10")))
    twelve = tuple(f"{hour:02d}:00" for hour in range(0, 24, 2))
    return {
        "consent": _ask(Question.CONSENT, Draft()),
        "gate": _ask(Question.GATE, Draft()),
        "place": _ask(Question.PLACE, Draft(gate=True)),
        "which place": _ask(Question.WHICH_PLACE, replace(Draft(gate=True), places=PLACES)),
        "clock": _ask(Question.CLOCK, replace(BERLIN, purpose=Purpose.ZONE)),
        "clock, no country": _ask(Question.CLOCK, replace(NOWHERE, purpose=Purpose.ZONE)),
        "country": _ask(Question.COUNTRY, NOWHERE),
        "kidney": _ask(Question.KIDNEY),
        "plan": _ask(Question.PLAN),
        "plan, with kidney disease": _ask(Question.PLAN, kidney),
        "plan, to be changed": _ask(Question.PLAN, replace(BERLIN, purpose=Purpose.PLAN)),
        "times": _ask(Question.TIMES, replace(BERLIN, times_open=True)),
        "times, picked": _ask(Question.TIMES, PICKED),
        "times, twelve": _ask(Question.TIMES, replace(PICKED, times=twelve)),
        "each": _ask(Question.EACH, replace(PICKED, times_open=False)),
        "strengths": _ask(Question.STRENGTHS, replace(TOLD, strengths=())),
        "strengths, chosen": _ask(Question.STRENGTHS, replace(TOLD, strengths=("10", "12.5"))),
        **{
            f"again, {limit}": _ask(Question.AGAIN, TOLD, AskedAgain(limit, Decimal("82.5")))
            for limit in Limit
        },
        "last dose": _ask(Question.LAST_DOSE, TOLD),
        "gaps under 4 hours": _odd(short),
        "gaps over 12 hours": _odd(long),
    }


def _alone() -> dict[str, Screen]:
    here = scene()
    found = {}
    for message, names in variables_of("setup").items():
        if message.startswith(ALONE):
            fragment = FRAGMENTS.get(message, "at 8 or so")
            arguments = {name: ARGUMENTS.get(name, fragment) for name in names}
            found[message] = Screen(here.html(message, **arguments))
    return found
