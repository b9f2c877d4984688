"""The echo of what was understood, and what began."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from bot.domain.outcomes import Asked, Preview, Started
from bot.domain.setup import Draft, Purpose, Question
from bot.domain.stopping import StopWay
from bot.domain.timetable import Plan, expand
from bot.screens import setup
from bot.screens.echo import started
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import THREE, at, opened, plan, scene
from tests.screens.gallery.setup import TOLD

DONE = replace(TOLD, strengths_right=True, last_taken="unsure")
STRENGTHS = frozenset({Decimal(5), Decimal(10)})
UNEVEN = plan(("08:00", "12.5"), ("14:00", "10"), ("22:00", "20"))
FEWER = plan(("10:00", "20"), ("22:00", "20"))
LOW = plan(("08:00", "5"), ("14:00", "5"), ("22:00", "5"))


def screens() -> dict[str, Screen]:
    """Each echo and each beginning."""
    change = replace(DONE, purpose=Purpose.PLAN)
    travel = replace(DONE, purpose=Purpose.ZONE, label="New York, United States")
    new_york = plan(*THREE, zone="America/New_York")
    lower = _view(LOW, at("14:05"), old=Decimal(30))
    return {
        "start": _echo(DONE, _view(plan(*THREE), None)),
        "start, last dose not long ago": _echo(DONE, _view(UNEVEN, at("20:30"))),
        "start, last dose long ago": _echo(DONE, _view(UNEVEN, at("03:00", days=-1))),
        "start, no tablets make it": _echo(DONE, _view(plan(("08:00", "12")), None)),
        "plan changed": _echo(change, _view(UNEVEN, at("14:05"), old=Decimal(30))),
        "plan changed, last dose not known": _echo(change, _view(UNEVEN, None, old=Decimal(30))),
        "plan changed, last dose near": _echo(change, _view(UNEVEN, at("20:30"), old=Decimal(30))),
        "plan changed, last dose far": _echo(
            change, _view(UNEVEN, at("03:00", days=-1), old=Decimal(30))
        ),
        "plan lowered": _echo(change, lower),
        "plan lowered, the longest": _echo(change, _longest()),
        "plan with fewer doses": _echo(change, _view(FEWER, at("14:05"), old=Decimal(30))),
        "zone changed": _echo(travel, _view(new_york, at("14:05"), old=Decimal(30))),
        "started": _started(DONE, _view(plan(*THREE), None)),
        "started a new plan": _started(change, _view(UNEVEN, at("14:05"), old=Decimal(30))),
        "started, one still open": started(
            scene(),
            Started(_view(UNEVEN, at("14:00"), old=Decimal(30)), 2, change, (), opened()),
        ),
    }


def _longest() -> Preview:
    """Twelve doses a day, each of tablets of three strengths."""
    often = plan(*((f"{hour:02d}:00", "47.5") for hour in range(0, 24, 2)))
    view = _view(often, at("14:05"), old=Decimal(600))
    return replace(view, strengths=frozenset({Decimal(5), Decimal(20), Decimal(25)}))


def _view(plan: Plan, last: datetime | None, old: Decimal | None = None) -> Preview:
    begin = at("14:10")
    doses = expand(plan, begin, begin + timedelta(hours=48))
    least, most = timedelta(hours=4), timedelta(hours=12)
    way = None
    if old is not None:
        way = StopWay.LOWER if plan.daily_mg < old else None
        way = way or (StopWay.FEWER if len(plan.slots) < 3 else None)
    return Preview(plan, doses, last, STRENGTHS, old, least, most, way, 3)


def _echo(draft: Draft, view: Preview) -> Screen:
    return setup.question(scene(), Asked(Question.ECHO, draft, preview=view))


def _started(draft: Draft, view: Preview) -> Screen:
    return started(scene(), Started(view, 2, draft, (), None))
