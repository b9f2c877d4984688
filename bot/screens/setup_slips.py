"""A question of the set-up after words that were no answer: why, and how to type one."""

from __future__ import annotations

from bot.domain.choices import TIMES_STEP
from bot.domain.outcomes import Asked
from bot.domain.setup import Question
from bot.screens.scene import Scene
from bot.screens.screen import Screen
from bot.screens.setup import question
from bot.words import Markup, lines


def after_slip(scene: Scene, asked: Asked, why: Markup, *, briefly: bool) -> Screen:
    """The question under `why`. `briefly`: the form of an answer in its place, with its buttons.

    What is to be confirmed is always said whole: the clock, a high amount, odd times, the echo.
    """
    whole = question(scene, asked)
    form = _form(scene, asked) if briefly else None
    return whole.below(why) if form is None else Screen(lines([why, *form]), whole.rows)


def _form(scene: Scene, asked: Asked) -> list[Markup] | None:
    match asked.question:
        case Question.CONSENT:
            return [scene.html("welcome-question")]
        case Question.PLACE | Question.WHICH_PLACE | Question.COUNTRY:
            return []  # the reason names the form
        case Question.PLAN:
            return [scene.html(m) for m in ("plan-hint", "plan-example-1", "plan-exact")]
        case Question.TIMES if asked.draft.times:
            return [scene.html("times-hint", span=scene.words.duration(TIMES_STEP))]
        case Question.EACH:
            return [scene.html("each-hint")]
        case Question.STRENGTHS:
            return [scene.html("strengths-hint")]
        case Question.LAST_DOSE:
            return [scene.html("last-hint")]
        case _:
            return None
