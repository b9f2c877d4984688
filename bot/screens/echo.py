"""The echo of what was understood, with its tablets, gaps and first reminder; and what began."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from bot.domain.dose import Dose
from bot.domain.outcomes import Asked, Preview, Started
from bot.domain.setup import Purpose, Question
from bot.domain.stopping import StopWay
from bot.domain.terms import DoseState
from bot.domain.timetable import Plan, PlannedDose, wall_gaps
from bot.screens.buttons import button, home_row, setup_button
from bot.screens.help_lines import emergency_line, never_stop_lines
from bot.screens.replanned import over_lines
from bot.screens.scene import Scene
from bot.screens.screen import Rows, Screen, Verb
from bot.screens.slots import slot_lines
from bot.screens.stopping import side_effects_button
from bot.words import Markup, lines

_DAY = timedelta(days=1)
_ROOM = 1700  # characters of coming doses in one message: Telegram takes 4096


def echo(scene: Scene, asked: Asked) -> Screen:
    """All that was told, as the bot understood it. Only [Correct] makes it count."""
    view = asked.preview
    assert view is not None, "the echo comes when all is told"  # noqa: S101
    there = Scene(scene.words, view.plan.zone, scene.at, scene.country)
    first = asked.draft.begins
    text = lines(
        [
            scene.html("echo-title"),
            *plan_lines(there, view.plan, view.strengths),
            scene.html("echo-tablets", strengths=_strengths(scene, view)),
            scene.html(
                "echo-clock",
                place=asked.draft.label or scene.place,
                time=there.clock(scene.at),
            ),
            *(_first(there, view) if first else _coming(there, view)),
            *(_after_days(scene, view) if asked.draft.purpose is Purpose.AGAIN else []),
            *_warnings(there, view, first),
            *(_less(there, asked, view) if asked.way is not None else []),
            scene.html("echo-question"),
        ]
    )
    return Screen(text, _echo_rows(scene, asked))


def _echo_rows(scene: Scene, asked: Asked) -> Rows:
    """The likely answer first; for a plan that lowers what is taken, the stop guard's."""
    way, first = asked.way, asked.draft.begins
    yes = f"ok_{asked.draft.stamp}"  # an older echo's button does not count for this one
    correct = setup_button(scene, "button-correct", Question.ECHO, yes, good=way is None)
    change = setup_button(scene, "button-change", Question.ECHO, "change")
    keep = button(scene, "button-keep", Verb.CANCEL, good=way is not None)
    if way is None:
        return ((correct,), (change,) if first else (change, keep))
    by_doctor = f"doctor_{asked.draft.stamp}"
    guard = (
        setup_button(scene, "button-doctor-set", Question.ECHO, by_doctor),
        side_effects_button(scene, way),
    )
    taper = button(scene, "button-taper", Verb.TAPER)
    if first:
        return (guard, (taper, change), (correct,))
    return ((keep,), guard, (taper, change), (correct,))


def _strengths(scene: Scene, view: Preview) -> str:
    return scene.words.listing([scene.amount(mg) for mg in sorted(view.strengths)])


def plan_lines(scene: Scene, plan: Plan, strengths: frozenset[Decimal]) -> list[Markup]:
    """A plan's doses by their times, in mg and tablets, and what they are in all."""
    gaps = [scene.words.duration(gap) for gap in wall_gaps(plan.slots)]
    return [
        *slot_lines(scene, plan, strengths),
        scene.html(
            "echo-day",
            amount=scene.amount(plan.daily_mg),
            gaps=scene.words.listing(gaps),
        ),
    ]


def _first(scene: Scene, view: Preview) -> list[Markup]:
    last = [scene.html("echo-last", when=scene.day_and_clock(view.last))] if view.last else []
    return [*last, scene.html("echo-first", when=scene.day_and_clock(view.doses[0].due_at))]


def _after_days(scene: Scene, view: Preview) -> list[Markup]:
    """Taken again after more than a day, or nobody knows how long: ask before the first dose."""
    if view.last is not None and view.doses[0].due_at - view.last <= _DAY:
        return []
    return [scene.html("miss-day_without")]


def _coming(scene: Scene, view: Preview) -> list[Markup]:
    """The doses of the next 48 hours; of 24, where so many are too long for one message."""
    shown = _listed(scene, view, view.doses, 48)
    if len(lines(shown)) <= _ROOM:
        return shown
    until = scene.at + timedelta(hours=24)
    return _listed(scene, view, [dose for dose in view.doses if dose.due_at < until], 24)


def _listed(scene: Scene, view: Preview, doses: Sequence[PlannedDose], hours: int) -> list[Markup]:
    before = [view.last, *(dose.due_at for dose in doses)]
    shown = [_line(scene, view, *each) for each in zip(doses, before, strict=False)]
    now = [scene.html("echo-open-now")] if doses[0].due_at <= scene.at else []
    return [scene.html("echo-hours", hours=hours), *shown, *now]


def _line(scene: Scene, view: Preview, dose: PlannedDose, before: datetime | None) -> Markup:
    when = scene.day_and_clock(dose.due_at)
    made = scene.amounts(dose.mg, view.strengths, brief=True)
    if before is None or before > dose.due_at:
        return scene.html("echo-dose", when=when, **made)
    gap = scene.words.duration(dose.due_at - before)
    return scene.html("echo-dose-gap", when=when, gap=gap, **made)


def _warnings(scene: Scene, view: Preview, first: bool) -> list[Markup]:
    """Gaps that are for the pharmacist to judge; at the start the plan's own were asked about."""
    gaps = view.gaps
    if first:
        gaps = gaps[:1] if view.last else ()
    span = scene.words.duration
    short, long = ("echo-short-first", "echo-long-first") if first else ("echo-short", "echo-long")
    return [
        *([scene.html(short, gap=span(min(gaps)))] if gaps and min(gaps) < view.gap_least else []),
        *([scene.html(long, gap=span(max(gaps)))] if gaps and max(gaps) > view.gap_most else []),
    ]


def _less(scene: Scene, asked: Asked, view: Preview) -> list[Markup]:
    """The stop guard's words, for a lower day or fewer doses: a reason may have to be heard."""
    home = asked.draft.purpose is Purpose.HOME
    return [
        _what_is_less(scene, view, home=home),
        *never_stop_lines(scene),
        scene.html("home-lower-letter" if home else "echo-lower-taper"),
        scene.html("stop-unwell"),
        emergency_line(scene),
    ]


def _what_is_less(scene: Scene, view: Preview, *, home: bool) -> Markup:
    if view.way is StopWay.LOWER:
        old = scene.amount(view.old_daily_mg or Decimal(0))
        return scene.html("home-lower" if home else "echo-lower", amount=old)
    return scene.html("echo-fewer", count=len(view.plan.slots), old=view.old_count or 0)


def started(scene: Scene, outcome: Started, *, paused: bool = False) -> Screen:
    """The plan counts from now on; when the first reminder comes, or the first dose in a pause."""
    view = outcome.preview
    there = Scene(scene.words, view.plan.zone, scene.at, scene.country)
    first = outcome.draft.begins
    dose = view.doses[0]
    when = there.day_and_clock(dose.due_at)
    if first or paused:
        head = scene.html("started" if first else "started-paused", when=when)
    elif dose.due_at <= scene.at:
        head = scene.html("started-plan-now", dose=there.dose(dose))
    else:
        head = scene.html("started-plan", when=when)
    text = lines(
        [
            head,
            *plan_lines(there, view.plan, view.strengths),
            scene.html("echo-zone", place=outcome.draft.label or scene.place),
            *_from_before(there, outcome.open),
            scene.html("started-hint" if first else "started-not-you"),
        ]
    )
    return Screen(text, home_row(scene))


def _from_before(scene: Scene, dose: Dose | None) -> list[Markup]:
    """A dose that was asked about before the change: open for how long, or over by it."""
    if dose is None:
        return []
    if dose.state is DoseState.UNKNOWN:
        return over_lines(scene, dose)
    if dose.closes_at <= scene.at:
        return []  # it had ended anyway, and is told next
    until = scene.until(dose.closes_at)
    return [scene.html("started-open", dose=scene.dose(dose), time=until)]
