"""A taken dose beside its plan: on time, late or early by the policy."""

from __future__ import annotations

from bot.domain.adherence import off_plan
from bot.domain.dose import Dose
from bot.domain.policy import Policy
from bot.screens.scene import Scene
from bot.words import Markup


def timed(
    scene: Scene, policy: Policy, dose: Dose, messages: tuple[str, str, str], **arguments: str
) -> Markup:
    """The first message; the second where it was taken late, the third where early, with the span.

    On time is within `policy.on_time`, by the minutes that are shown. A dose that was not taken
    is a fault.
    """
    assert dose.taken_at is not None, "a taken dose has its instant"  # noqa: S101
    plain, late, early = messages
    apart = off_plan(dose, dose.taken_at)
    if apart > policy.on_time:
        return scene.html(late, **arguments, late=scene.words.duration(apart))
    if apart < -policy.on_time:
        return scene.html(early, **arguments, early=scene.words.duration(-apart))
    return scene.html(plain, **arguments)
