"""A changed plan or zone, shown once more."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.domain.message import PlanChanged, PlanShown
from bot.domain.outcomes import Asked, Preview, Started
from bot.domain.setup import Purpose, Question
from bot.domain.timetable import Plan, expand
from bot.domain.views import PlanView
from bot.screens import changing, log
from bot.screens.cards import card
from bot.screens.echo import started
from bot.screens.screen import Screen
from bot.screens.setup import question
from tests.screens.gallery.berlin import HOUR, TEN, THREE, ZONE, at, night, plan, scene
from tests.screens.gallery.setup import TOLD

BOTH = frozenset({Decimal(5), Decimal(10)})
HIGHER = plan(("08:00", "10"), ("14:00", "12.5"), ("22:00", "20"))
LOWER = plan(("08:00", "5"), ("14:00", "5"), ("22:00", "5"))
HOME = PlanShown(plan(*THREE), TEN, "Berlin, Germany")


def screens() -> dict[str, Screen]:
    """The message, its answers, and a first dose that is open at once."""
    here = scene("15:05")
    asked = Asked(Question.ECHO, replace(TOLD, purpose=Purpose.PLAN), preview=_view(plan(*THREE)))
    stands = PlanView(at("14:10"), plan(*THREE), 1, TEN, night())
    return {
        "a plan": _changed(PlanShown(HIGHER, BOTH, "Berlin, Germany")),
        "a plan, lower": _changed(PlanShown(LOWER, BOTH, "Berlin, Germany")),
        "a clock": _changed(PlanShown(plan(*THREE, zone="Asia/Tokyo"), TEN, "Tokyo, Japan")),
        "a plan and a clock": _changed(
            PlanShown(plan(("09:00", "30"), zone="Asia/Tokyo"), TEN, "Tokyo, Japan")
        ),
        "a plan, after a doubt": _changed(PlanShown(HIGHER, BOTH, "Berlin, Germany"), repeat=True),
        "not me": changing.not_me(here, asked),
        "mine": changing.mine(here),
        "none": changing.no_change(here, log.plan(here, stands)),
        "echo, the first is open now": _echo_of_a_late_first(),
        "started, the first is open now": started(
            scene("14:30"),
            Started(_view(plan(*THREE)), 2, replace(TOLD, purpose=Purpose.ZONE), (), None),
        ),
    }


def _changed(now: PlanShown, *, repeat: bool = False) -> Screen:
    return card(scene("15:05"), PlanChanged(at("14:05"), now, HOME), repeat=repeat)


def _view(its: Plan) -> Preview:
    """From the 14:00 dose on, with the last one taken at 08:05."""
    doses = expand(its, at("14:00"), at("14:00", days=2))
    return Preview(its, doses, at("08:05"), TEN, Decimal(30), 4 * HOUR, 12 * HOUR)


def _echo_of_a_late_first() -> Screen:
    travel = replace(TOLD, purpose=Purpose.ZONE, zone=ZONE, label="Berlin, Germany")
    return question(scene("14:30"), Asked(Question.ECHO, travel, preview=_view(plan(*THREE))))
