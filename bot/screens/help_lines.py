"""Whom to call: the lines under every warning, the same each time so that they are known."""

from __future__ import annotations

from bot.safety.emergency import number_for
from bot.screens.scene import Scene
from bot.words import Markup


def emergency_line(scene: Scene) -> Markup:
    """The country's number with the fallback; the fallback alone where none is known."""
    found = number_for(scene.country)
    if found is None:
        return scene.html("emergency-local")
    return scene.html("emergency-number", number=found.primary)


def overdose_lines(scene: Scene) -> list[Markup]:
    """The signs of too much, whom to call, and to ask before the next dose."""
    found = number_for(scene.country)
    poison = found.poison_line if found else None
    return [
        scene.html("od-signs"),
        scene.html("od-call"),
        emergency_line(scene),
        *([scene.html("poison-number", number=poison)] if poison else []),
        scene.html("extra-ask"),
    ]


def never_stop_lines(scene: Scene) -> list[Markup]:
    """Never stop suddenly: what can happen, and how it is done instead."""
    return [
        scene.html("wd-never_stop"),
        scene.html("stop-harm"),
        scene.html("wd-no_safe_length"),
        scene.html("wd-taper"),
    ]
