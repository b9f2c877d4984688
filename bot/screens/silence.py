"""Days of silence, and reminders only: what is offered, and what it costs."""

from __future__ import annotations

from bot.domain.message import Silence
from bot.domain.pauses import Life
from bot.screens.buttons import button, home_row
from bot.screens.contacts import call_row
from bot.screens.help_lines import emergency_line
from bot.screens.scene import Scene
from bot.screens.screen import Screen, Verb
from bot.screens.standing import life_lines, life_rows
from bot.words import lines


def silence(scene: Scene, message: Silence, *, repeat: bool = False) -> Screen:
    """Nothing was logged for days: reminders only? What that costs, and what days without mean."""
    text = lines(
        [
            scene.html("silence-since", when=scene.when(message.since)),
            scene.html("card-repeat") if repeat else None,
            scene.html("silence-offer"),
            scene.html("silence-cost"),
            scene.html("silence-none"),
            scene.html("miss-day_without"),
            emergency_line(scene),
        ]
    )
    keep = button(scene, "button-keep-asking", Verb.KEEP_ASKING)
    only = button(scene, "button-reminders-only", Verb.REMINDERS_ONLY)
    return Screen(text, ((keep,), (only,), *call_row(scene)))


def only(scene: Scene, life: Life) -> Screen:
    """Reminders only, from now on."""
    text = lines(
        [
            scene.html("only-first"),
            *life_lines(scene, life),
            scene.html("only-buttons"),
            scene.html("wd-never_stop"),
            scene.html("stop-harm"),
        ]
    )
    return Screen(text, (*life_rows(scene, life), *home_row(scene)))


def offer_asking(scene: Scene, screen: Screen) -> Screen:
    """An answer by somebody who gets reminders only: it is kept, and the way back is offered."""
    text = lines([screen.text, scene.html("only-still")])
    again = (button(scene, "button-ask-again", Verb.ASK_AGAIN),)
    return Screen(text, (*screen.rows, again))
