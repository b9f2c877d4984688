"""A dose of the plan before, which the plan of now leaves no time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from bot.domain.message import Offline
from bot.domain.outcomes import Preview, Recorded, Started
from bot.domain.setup import Purpose
from bot.domain.terms import AnswerKind, DoseState
from bot.domain.timetable import expand
from bot.screens.answers import recorded
from bot.screens.cards import card
from bot.screens.echo import started
from bot.screens.replanned import over
from bot.screens.screen import Screen
from tests.screens.gallery.berlin import HOUR, POLICY, at, dose, night, opened, plan, scene
from tests.screens.gallery.echo import DONE


def screens() -> dict[str, Screen]:
    """What is said of it."""
    gone = replace(opened(), state=DoseState.UNKNOWN, act_at=None, closes_at=at("15:10"))
    change = replace(DONE, purpose=Purpose.PLAN)
    often = plan(("06:00", "10"), ("14:00", "10"), ("18:00", "10"))
    coming = expand(often, at("15:10"), at("15:10") + timedelta(hours=48))
    view = Preview(often, coming, at("14:00"), gone.strengths, Decimal(30), 4 * HOUR, 12 * HOUR)
    early = dose(state=DoseState.CANCELLED, act_at=None)
    return {
        "started, one left no time": started(scene("15:10"), Started(view, 2, change, (), gone)),
        "started, one that had ended": started(
            scene("16:00"), Started(view, 2, change, (), opened())
        ),
        "its card": over(scene("15:10"), gone),
        "asked about": card(scene("15:10"), Offline((gone,), None, None, dose("18:00", "20:00"))),
        "taken early, undone": recorded(
            scene("13:20"), POLICY, Recorded(AnswerKind.UNDONE, early, night(), ())
        ),
    }
