"""The board: a person's day in a message that is pinned, and kept up to date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.policy import Policy
from bot.domain.views import Today
from bot.screens.buttons import button
from bot.screens.log import day_lines
from bot.screens.scene import Scene
from bot.screens.screen import Button, Screen, Verb
from bot.words import lines


def board(scene: Scene, policy: Policy, view: Today) -> Screen:
    """The day as /today tells it. It asks for nothing: a dose has its own card for that."""
    day = day_lines(replace(scene, lasting=True), policy, view)
    rows = (
        (
            button(scene, "button-log", Verb.BOARD, detail="log"),
            button(scene, "button-help", Verb.BOARD, detail="help"),
        ),
    )
    return Screen(lines([*day, scene.html("board-about")]), rows, silent=True)


def over(scene: Scene, day: date) -> Screen:
    """What stands of a day that is over: where to read of it."""
    text = scene.html("board-over", day=scene.words.date(day))
    return Screen(text, ((button(scene, "button-log", Verb.BOARD, detail="log"),),), silent=True)


def with_switch(scene: Scene, day: Screen, *, on: bool) -> Screen:
    """/today, with the button that pins it or ends that; not beside the answers to a dose."""
    if day.asks_about is not None:
        return day
    return replace(day, rows=(*day.rows, (_switch(scene, on=on),)))


def switched(scene: Scene, *, on: bool) -> Screen:
    """The person's day is pinned from now on, or no more."""
    unpinned = ("board-off", "board-off-stop", "wd-never_stop")
    said = lines([scene.html(each) for each in (("board-on",) if on else unpinned)])
    today = button(scene, "button-today", Verb.TODAY)
    return Screen(said, ((today, _switch(scene, on=on)),))


def _switch(scene: Scene, *, on: bool) -> Button:
    if on:
        return button(scene, "button-unpin", Verb.BOARD, detail="off")
    return button(scene, "button-pin", Verb.BOARD, detail="on")
