"""A changed plan or zone, shown once more: somebody else may have had the phone."""

from __future__ import annotations

from bot.domain.message import PlanChanged
from bot.domain.outcomes import Asked
from bot.screens import setup
from bot.screens.buttons import button, home_row
from bot.screens.echo import plan_lines
from bot.screens.help_lines import never_stop_lines
from bot.screens.scene import Scene
from bot.screens.screen import Screen, Verb
from bot.words import Markup, lines


def plan_changed(scene: Scene, message: PlanChanged, *, repeat: bool = False) -> Screen:
    """What holds now and what held before, and whether it was the person who changed it."""
    at = scene.at_time(message.at)
    told = _clock_only(scene, message) if message.is_clock_only else _plans(scene, message)
    text = lines(
        [
            scene.html("change-clock" if message.is_clock_only else "change-plan", at=at),
            scene.html("card-repeat") if repeat else None,
            *told,
            *(_lower(scene, message) if message.is_lower else []),
            scene.html("change-question"),
        ]
    )
    which = message.now.plan.id
    rows = (
        (button(scene, "button-mine", Verb.MINE, which, good=not message.is_lower),),
        (button(scene, "button-not-me", Verb.NOT_ME, which),),
    )
    return Screen(text, rows)


def _clock_only(scene: Scene, message: PlanChanged) -> list[Markup]:
    now, before = message.now, message.before
    return [
        scene.html("change-clock-now", place=now.place),
        scene.html("change-clock-before", place=before.place),
        scene.html("change-same-times"),
        *plan_lines(scene, now.plan, now.strengths),
    ]


def _plans(scene: Scene, message: PlanChanged) -> list[Markup]:
    now, before = message.now, message.before
    moved = now.plan.zone != before.plan.zone
    return [
        scene.html("change-now"),
        *plan_lines(scene, now.plan, now.strengths),
        *([scene.html("echo-zone", place=now.place)] if moved else []),
        scene.html("change-before"),
        *plan_lines(scene, before.plan, before.strengths),
        *([scene.html("echo-zone", place=before.place)] if moved else []),
    ]


def _lower(scene: Scene, message: PlanChanged) -> list[Markup]:
    amount = scene.amount(message.before.plan.daily_mg)
    return [scene.html("change-lower", amount=amount), *never_stop_lines(scene)]


def not_me(scene: Scene, asked: Asked) -> Screen:
    """The plan from before, to be confirmed like any other; until then the changed one stays."""
    screen = setup.question(scene, asked)
    said = [scene.html("change-not-me"), scene.html("change-lock"), Markup("")]
    return Screen(lines([*said, screen.text]), screen.rows)


def mine(scene: Scene) -> Screen:
    """It was the person: nothing is changed."""
    return Screen(scene.html("change-mine"), home_row(scene))


def no_change(scene: Scene, plan: Screen) -> Screen:
    """No change waits to be looked at: the plan as it stands."""
    return Screen(lines([scene.html("change-none"), Markup(""), plan.text]), plan.rows)
