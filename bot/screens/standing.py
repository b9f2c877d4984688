"""What holds the bot back just now, said wherever a person looks: with the way on."""

from __future__ import annotations

from bot.domain.message import HomeWaits
from bot.domain.pauses import Life
from bot.screens.buttons import button
from bot.screens.scene import Scene
from bot.screens.screen import Rows, Screen, Verb
from bot.words import Markup, lines


def life_lines(scene: Scene, life: Life) -> list[Markup]:
    """A pause with its end, a stay in hospital, reminders only; nothing for most people."""
    said: list[Markup] = []
    pause = life.pause
    if pause is not None and pause.ends_at is not None:
        said += [scene.html("life-paused", until=scene.when(pause.ends_at))]
        said += [] if life.unwell else [scene.html("pause-usual")]
    elif pause is not None and life.is_stopped:
        at = scene.at_time(pause.started_at)
        said += [scene.html("life-stopped", at=at)]
        said += [] if scene.lasting else [scene.html("life-again")]  # a board has no such button
    elif pause is not None:
        at = scene.at_time(pause.started_at)
        way = "board-home" if scene.lasting else "life-home"  # a board has no such button
        said += [scene.html("life-hospital", at=at), scene.html(way)]
    if life.reminders_only:
        said.append(scene.html("life-only"))
    return said


def life_rows(scene: Scene, life: Life) -> Rows:
    """The way back to being reminded, and asked."""
    rows: Rows = ()
    if life.in_hospital:
        rows += ((button(scene, "button-am-home", Verb.HOME),),)
    elif life.is_stopped:
        rows += ((button(scene, "button-start-again", Verb.START_AGAIN),),)
    elif life.pause is not None:
        rows += ((button(scene, "button-resume", Verb.RESUME, life.pause.id),),)
    if life.reminders_only:
        rows += ((button(scene, "button-ask-again", Verb.ASK_AGAIN),),)
    return rows


def home_waits(scene: Scene, message: HomeWaits, *, repeat: bool = False) -> Screen:
    """Home, and the plan not told: that no reminder comes is no sign that all is well."""
    text = lines(
        [
            scene.html("home-waits"),
            scene.html("card-repeat") if repeat else None,
            scene.html("home-waits-since", at=scene.at_time(message.since)),
            scene.html("wd-never_stop"),
            scene.html("home-waits-how"),
        ]
    )
    return Screen(text, ((button(scene, "button-am-home", Verb.HOME),),))


def with_life(scene: Scene, screen: Screen, life: Life) -> Screen:
    """The screen with what holds the bot back below it."""
    text = lines([screen.text, *life_lines(scene, life)])
    return Screen(text, (*life_rows(scene, life), *screen.rows), screen.location, screen.silent)
