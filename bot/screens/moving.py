"""After the first weeks: "are you moving more smoothly?", and what is said to each answer."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.message import Moving
from bot.domain.symptoms import NO_GROUP
from bot.domain.terms import Movement
from bot.screens.buttons import button, home_row
from bot.screens.contacts import call_row
from bot.screens.scene import Scene
from bot.screens.screen import Screen, Verb
from bot.screens.symptoms import pick
from bot.words import lines

_WEEK = 7


def moving(scene: Scene, message: Moving, *, repeat: bool = False) -> Screen:
    """The question, and what is known of the first weeks."""
    text = lines(
        [
            scene.html("moving-question"),
            scene.html("card-repeat") if repeat else None,
            scene.html("moving-since", days=message.day),
            scene.html("what-not_instant"),
            scene.html("what-week_or_two"),
        ]
    )
    labels = {
        Movement.YES: "button-yes",
        Movement.NOT_YET: "button-not-yet",
        Movement.WORSE: "button-worse",
    }
    yes, not_yet, worse = (
        button(scene, label, Verb.MOVING, detail=f"{message.day}.{which}")
        for which, label in labels.items()
    )
    return Screen(text, ((yes,), (not_yet, worse)), silent=True)


def answered(scene: Scene, day: int, movement: Movement) -> Screen:
    """What is said to the answer: praise for nothing, and help where it is worse."""
    match movement:
        case Movement.YES:
            said = [scene.html("moving-yes"), scene.html("log-share")]
        case Movement.NOT_YET:
            later = "what-not_instant" if day <= _WEEK else "what-review_6w"
            said = [scene.html("moving-not-yet"), scene.html(later), scene.html("wd-never_stop")]
        case Movement.WORSE:
            return _worse(scene)
    return Screen(lines(said), home_row(scene))


def _worse(scene: Scene) -> Screen:
    """It may be a side effect, or doses that are missing: whom to call, and triage: which signs?"""
    said = ("moving-worse", "moving-worse-signs", "taper-emergency")
    screen = pick(scene, NO_GROUP, ()).below(lines([scene.html(each) for each in said]))
    return replace(screen, rows=(*screen.rows, *call_row(scene)))
