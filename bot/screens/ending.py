"""A plan that the person ends: the second tap, what then holds, and how they are asked about."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.message import StopCheck
from bot.domain.pauses import Life
from bot.domain.policy import Policy
from bot.domain.stop_outcomes import Ended, Wished
from bot.domain.stopping import StopReason
from bot.screens.buttons import button, home_row
from bot.screens.contacts import call_button, call_row
from bot.screens.help_lines import emergency_line
from bot.screens.scene import Scene
from bot.screens.screen import Rows, Screen, Verb
from bot.screens.standing import life_rows
from bot.screens.stopping import never_lines
from bot.words import Markup, lines

_DAY = timedelta(days=1)


def sure(scene: Scene, policy: Policy, wished: Wished) -> Screen:
    """End it? What the bot would do and not do, and what can be had instead."""
    text = lines(
        [
            scene.html("stop-sure") if wished.has_plan else scene.html("stop-sure-none"),
            *never_lines(scene),
            scene.html("stop-call"),
            emergency_line(scene),
            *(_would(scene, policy) if wished.has_plan else []),
        ]
    )
    return Screen(text, _sure_rows(scene, wished))


def _would(scene: Scene, policy: Policy) -> list[Markup]:
    span = scene.words.duration(policy.stop_checks * _DAY)
    return [
        scene.html("stop-sure-does"),
        scene.html("stop-sure-checks", span=span),
        scene.html("stop-sure-instead"),
    ]


def _sure_rows(scene: Scene, wished: Wished) -> Rows:
    which = wished.wish.id
    label = "button-stop-end" if wished.has_plan else "button-stop-note"
    end = button(scene, label, Verb.STOP_DO, which, "end")
    back = button(scene, "button-back", Verb.STOP_DO, which, "card")
    if not wished.has_plan:
        return ((end,), (back, call_button(scene)))
    instead = (
        button(scene, "button-stop-pause", Verb.PAUSE),
        button(scene, "button-reminders-only", Verb.REMINDERS_ONLY),
    )
    unwell = wished.unwell or wished.wish.reason is StopReason.PRESCRIBER
    keep = button(scene, "button-stop-keep", Verb.STOP_DO, which, "keep", good=not unwell)
    first = back if unwell else keep
    return ((first,), instead, (end,) if unwell else (end, back), *call_row(scene))


def signs_lines(scene: Scene) -> list[Markup]:
    """What withdrawal begins with, what is dangerous, and whom to call."""
    return [
        scene.html("wd-early"),
        scene.html("stop-signs"),
        scene.html("stop-danger"),
        emergency_line(scene),
    ]


def ended(scene: Scene, policy: Policy, outcome: Ended) -> Screen:
    """It is done: what to watch for, whom to call, and what the bot goes on doing."""
    checks = outcome.checks
    head = "stop-ended" if checks else "stop-noted"
    text = lines(
        [
            scene.html(head, at=scene.at_time(outcome.at)),
            scene.html("stop-call"),
            *signs_lines(scene),
            *(
                [
                    scene.html(
                        "stop-checks",
                        when=scene.when(checks[0]),
                        span=scene.words.duration(policy.stop_checks * _DAY),
                    ),
                    scene.html("stop-again"),
                    scene.html("miss-day_without"),
                ]
                if checks
                else []
            ),
        ]
    )
    return Screen(text, (*call_row(scene), *life_rows(scene, outcome.life), *home_row(scene)))


def check(scene: Scene, message: StopCheck, *, repeat: bool = False) -> Screen:
    """How are they? With the signs, every time in the same words."""
    text = lines(
        [
            scene.html("stop-check", at=scene.at_time(message.stopped_at)),
            scene.html("card-repeat") if repeat else None,
            *signs_lines(scene),
            scene.html("stop-check-last") if message.is_last else None,
        ]
    )
    rows = (
        (button(scene, "button-no-signs", Verb.STOP_CHECK, detail="fine"),),
        (button(scene, "button-have-signs", Verb.STOP_CHECK, detail="signs"),),
        (button(scene, "button-start-again", Verb.START_AGAIN), call_button(scene)),
    )
    return Screen(text, rows)


def check_fine(scene: Scene, life: Life) -> Screen:
    """No signs now: they can still start."""
    text = lines([scene.html("stop-check-fine"), *signs_lines(scene)])
    return Screen(text, (*call_row(scene), *life_rows(scene, life), *home_row(scene)))


def check_signs(scene: Scene, life: Life) -> Screen:
    """Signs have started: call now, and what to say there."""
    text = lines(
        [
            scene.html("stop-check-signs"),
            scene.html("stop-danger"),
            emergency_line(scene),
            scene.html("miss-day_without"),
        ]
    )
    signs = button(scene, "button-log-symptom", Verb.SYMPTOM)
    return Screen(text, ((call_button(scene), signs), *life_rows(scene, life), *home_row(scene)))
