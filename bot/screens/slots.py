"""The times of day of a plan, one line each."""

from __future__ import annotations

from decimal import Decimal

from bot.domain.timetable import Plan
from bot.screens.scene import Scene
from bot.words import Markup


def slot_lines(scene: Scene, plan: Plan, strengths: frozenset[Decimal]) -> list[Markup]:
    """Each slot's time with the part of the day, its amount in mg, and its tablets."""
    return [
        scene.html(
            "echo-slot",
            time=scene.words.clock(slot.wall),
            part=scene.words.part_of_day(slot.wall),
            **scene.amounts(slot.mg, strengths),
        )
        for slot in plan.slots
    ]
