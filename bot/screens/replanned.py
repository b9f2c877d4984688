"""A dose of the plan before, which the plan of now leaves no time."""

from __future__ import annotations

from bot.domain.dose import Dose
from bot.screens.buttons import home_row
from bot.screens.scene import Scene
from bot.screens.screen import Screen
from bot.words import Markup, lines


def over_lines(scene: Scene, dose: Dose) -> list[Markup]:
    """It is over, and what to do if it was not taken; never that it was missed."""
    return [scene.about("dose-over", dose), scene.html("dose-over-skip")]


def over(scene: Scene, dose: Dose) -> Screen:
    """Its card, which told an older window: nothing is left to tap, for it is asked about anew."""
    return Screen(lines(over_lines(scene, dose)))


def undone(scene: Scene, dose: Dose, after: Dose | None) -> Screen:
    """Taken early, undone, and in no plan any more: it does not come back."""
    gone = scene.html("undone-replanned", dose=scene.dose(dose))
    return Screen(lines([gone, scene.next(after)]), home_row(scene))
