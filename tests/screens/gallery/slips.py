"""After words that were no answer: what was not read, and how to type it."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.outcomes import Asked
from bot.domain.pause_outcomes import AskHowLong
from bot.domain.pauses import USUAL
from bot.domain.setup import Draft, Purpose, Question
from bot.screens import correcting, log, pausing, setup_slips
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import dose, scene
from tests.screens.gallery.setup import BERLIN, NOWHERE, PICKED, PLACES, TOLD

DRAFTS = {
    Question.CONSENT: Draft(),
    Question.GATE: Draft(),
    Question.PLACE: Draft(gate=True),
    Question.WHICH_PLACE: replace(Draft(gate=True), places=PLACES),
    Question.CLOCK: replace(BERLIN, purpose=Purpose.ZONE),
    Question.COUNTRY: NOWHERE,
    Question.KIDNEY: BERLIN,
    Question.PLAN: BERLIN,
    Question.TIMES: PICKED,
    Question.EACH: replace(PICKED, times_open=False),
    Question.STRENGTHS: replace(TOLD, strengths=()),
    Question.LAST_DOSE: TOLD,
}


def screens() -> dict[str, Screen]:
    """Each question of the set-up briefly, and small questions."""
    return {
        **{f"{question}, briefly": _slip(question, draft) for question, draft in DRAFTS.items()},
        "times, none picked": _slip(Question.TIMES, replace(BERLIN, times_open=True)),
        "plan, a second time": _slip(Question.PLAN, BERLIN, briefly=False),
        **_small(),
    }


def _slip(question: Question, draft: Draft, *, briefly: bool = True) -> Screen:
    here = scene()
    why = here.html("problem-leftover", fragment="banana")
    return setup_slips.after_slip(here, Asked(question, draft), why, briefly=briefly)


def _small() -> dict[str, Screen]:
    here = scene()
    why = here.html("problem-leftover", fragment="banana")
    when = correcting.when(here, dose())
    return {
        "how long": pausing.how_long(here, AskHowLong(USUAL)).below(why),
        "when": when.below(here.html("unclear-time")),
        "which city": log.zone(here).below(why),
    }
