"""The echo of what was understood, with its tablets, gaps and first reminder; and what began."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from itertools import pairwise

from bot.domain.outcomes import Asked, Preview, Started
from bot.domain.setup import Purpose, Question
from bot.domain.timetable import PlannedDose, wall_gaps
from bot.screens.buttons import button, home_row, setup_button
from bot.screens.help_lines import never_stop_lines
from bot.screens.scene import Scene
from bot.screens.screen import Screen, Verb
from bot.screens.slots import slot_lines
from bot.words import Markup, lines


def echo(scene: Scene, asked: Asked) -> Screen:
    """All that was told, as the bot understood it. Only [Correct] makes it count."""
    view = asked.preview
    assert view is not None, "the echo comes when all is told"  # noqa: S101
    there = Scene(scene.words, view.plan.zone, scene.at, scene.country)
    first = asked.draft.begins
    text = lines(
        [
            scene.html("echo-title"),
            *_slots(there, view),
            scene.html("echo-zone", place=asked.draft.label or scene.place),
            *(_first(there, view) if first else _next_48(there, view)),
            *_warnings(there, view, first),
            *(_lower(there, view, asked.draft.purpose) if view.is_lower else []),
            scene.html("echo-question"),
        ]
    )
    yes = f"ok_{asked.draft.stamp}"  # an older echo's button does not count for this one
    correct = setup_button(scene, "button-correct", Question.ECHO, yes, good=not view.is_lower)
    change = setup_button(scene, "button-change", Question.ECHO, "change")
    if first:
        return Screen(text, ((correct,), (change,)))
    keep = button(scene, "button-keep", Verb.CANCEL, good=view.is_lower)
    rows = ((keep,), (change, correct)) if view.is_lower else ((correct,), (change, keep))
    return Screen(text, rows)


def _slots(scene: Scene, view: Preview) -> list[Markup]:
    gaps = [scene.words.duration(gap) for gap in wall_gaps(view.plan.slots)]
    return [
        *slot_lines(scene, view.plan, view.strengths),
        scene.html(
            "echo-day",
            amount=scene.amount(view.plan.daily_mg),
            gaps=scene.words.listing(gaps),
        ),
    ]


def _first(scene: Scene, view: Preview) -> list[Markup]:
    last = [scene.html("echo-last", when=scene.day_and_clock(view.last))] if view.last else []
    return [*last, scene.html("echo-first", when=scene.day_and_clock(view.doses[0].due_at))]


def _next_48(scene: Scene, view: Preview) -> list[Markup]:
    before = view.last
    shown = [scene.html("echo-48")]
    for dose in view.doses:
        shown.append(_line(scene, dose, before))
        before = dose.due_at
    return shown


def _line(scene: Scene, dose: PlannedDose, before: datetime | None) -> Markup:
    when = scene.day_and_clock(dose.due_at)
    amount = scene.amount(dose.mg)
    if before is None or before > dose.due_at:
        return scene.html("echo-dose", when=when, amount=amount)
    gap = scene.words.duration(dose.due_at - before)
    return scene.html("echo-dose-gap", when=when, amount=amount, gap=gap)


def _warnings(scene: Scene, view: Preview, first: bool) -> list[Markup]:
    """Gaps that are for the pharmacist to judge; at the start the plan's own were asked about."""
    instants = [*([view.last] if view.last else []), *(dose.due_at for dose in view.doses)]
    gaps = [later - earlier for earlier, later in pairwise(instants)]
    if first:
        gaps = gaps[:1] if view.last else []
    span = scene.words.duration
    short, long = ("echo-short-first", "echo-long-first") if first else ("echo-short", "echo-long")
    return [
        *([scene.html(short, gap=span(min(gaps)))] if gaps and min(gaps) < view.gap_least else []),
        *([scene.html(long, gap=span(max(gaps)))] if gaps and max(gaps) > view.gap_most else []),
    ]


def _lower(scene: Scene, view: Preview, purpose: Purpose) -> list[Markup]:
    old = scene.amount(view.old_daily_mg or Decimal(0))
    home = purpose is Purpose.HOME
    return [
        scene.html("home-lower" if home else "echo-lower", amount=old),
        *never_stop_lines(scene),
        scene.html("home-lower-letter" if home else "echo-lower-taper"),
    ]


def started(scene: Scene, outcome: Started, *, paused: bool = False) -> Screen:
    """The plan counts from now on; when the first reminder comes, or the first dose in a pause."""
    view = outcome.preview
    there = Scene(scene.words, view.plan.zone, scene.at, scene.country)
    first = outcome.draft.begins
    when = there.day_and_clock(view.doses[0].due_at)
    still = outcome.open if outcome.open and outcome.open.closes_at > scene.at else None
    text = lines(
        [
            scene.html(
                "started" if first else "started-paused" if paused else "started-plan", when=when
            ),
            *_slots(there, view),
            scene.html("echo-zone", place=outcome.draft.label or scene.place),
            scene.html("started-open", dose=there.dose(still), time=there.when(still.closes_at))
            if still is not None
            else None,
            scene.html("started-hint" if first else "started-not-you"),
        ]
    )
    return Screen(text, home_row(scene))
