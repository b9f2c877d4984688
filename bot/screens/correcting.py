"""Correcting the log, step by step: the day, the dose, what is true, and when."""

from __future__ import annotations

from datetime import date

from bot.domain.dose import Dose
from bot.domain.moments import as_seen
from bot.domain.policy import Policy
from bot.domain.terms import DoseState
from bot.domain.views import ClosedDays
from bot.screens.asking import ask_when
from bot.screens.buttons import button
from bot.screens.clocks import in_both
from bot.screens.scene import Scene
from bot.screens.screen import Button, Rows, Screen, Tap, Verb
from bot.words import Markup, lines

_PAGES_MOST = 999  # a page's number has three digits


def days(scene: Scene, policy: Policy, view: ClosedDays) -> Screen:
    """The days of one page of the log that have a dose to correct."""
    pages: list[Button] = []
    if view.has_older:
        pages.append(button(scene, "button-older", Verb.CORRECT, detail=str(view.page + 1)))
    if view.page > 0:
        pages.append(button(scene, "button-newer", Verb.CORRECT, detail=str(view.page - 1)))
    back = button(scene, "button-back", Verb.LOG, detail=str(view.page))
    around: Rows = (tuple(pages), (back,)) if pages else ((back,),)
    if not view.days:
        span = scene.words.duration(policy.correct_back)
        return Screen(scene.html("correct-no-days", span=span), around)
    named = [
        Button(scene.words.day(day, scene.today), Tap(Verb.CORRECT_DAY, detail=f"{day:%Y%m%d}"))
        for day in view.days
    ]
    text = lines([scene.html("correct-days"), scene.html("correct-days-hint")])
    return Screen(text, (*_in_rows(named, 2), *around))


def _in_rows(buttons: list[Button], width: int) -> Rows:
    return tuple(tuple(buttons[n : n + width]) for n in range(0, len(buttons), width))


def doses(
    scene: Scene, policy: Policy, day: date, found: tuple[Dose, ...], why: Markup | None = None
) -> Screen:
    """The closed doses of a day and how they stand. `why`: what was asked for is not there."""
    back = (button(scene, "button-back", Verb.CORRECT, detail=str(_page(scene, day))),)
    name = _on(scene, day)
    if not found:
        is_old = scene.today - day > policy.correct_back
        span = scene.words.duration(policy.correct_back)
        none = scene.html("correct-too-old", span=span) if is_old else None
        return Screen(none or why or scene.html("correct-day-none", day=name), (back,))
    listed = [with_state(scene, dose, _listed(scene, dose, day)) for dose in found]
    named = [Button(_label(scene, dose, day), Tap(Verb.CORRECT_DOSE, dose.id)) for dose in found]
    text = lines([why, scene.html("correct-day", day=name), *listed])
    return Screen(text, (*_in_rows(named, 3), back))


def with_state(scene: Scene, dose: Dose, name: str) -> Markup:
    """A dose that may be chosen, by this name, and how it stands in the log."""
    made = scene.amounts(dose.mg, dose.strengths, brief=True)
    named = in_both(scene, dose, name)
    return scene.html("correct-dose", dose=named, **made, state=log_state(scene, dose))


def no_dose_at(scene: Scene, day: date, time: str) -> Markup:
    """No dose of that day has this time."""
    return scene.html("correct-day-no-time", time=time, day=_on(scene, day))


def _page(scene: Scene, day: date) -> int:
    return min(max((scene.today - day).days, 0) // 7, _PAGES_MOST)


def _on(scene: Scene, day: date) -> str:
    """A day in a sentence: "today", "on Thu 12 Nov"."""
    name = scene.words.day(day, scene.today)
    near = abs((scene.today - day).days) <= 1
    return name if near else scene.words.plain("on-date", day=name)


def _listed(scene: Scene, dose: Dose, day: date) -> str:
    """The dose by its time, where its day is known; one of another date here with its day."""
    wall, date = as_seen(dose, scene.zone)
    if date != day:
        return scene.dose(dose)
    return scene.words.plain("dose-name", time=scene.words.clock(wall))


def _label(scene: Scene, dose: Dose, day: date) -> str:
    is_of_day = as_seen(dose, scene.zone)[1] == day
    return _listed(scene, dose, day) if is_of_day else scene.slot(dose)


def log_state(scene: Scene, dose: Dose) -> Markup:
    """How the dose stands in the log."""
    match dose.state:
        case DoseState.TAKEN if dose.taken_at is not None:
            return scene.html("correct-taken", at=scene.at_time(dose.taken_at))
        case DoseState.SKIPPED:
            return scene.html("state-skipped")
        case DoseState.MISSED:
            return scene.html("state-missed" if dose.answered_at else "state-not-logged")
        case DoseState.OPEN if scene.at < dose.closes_at:
            return scene.html("board-open", until=scene.when(dose.closes_at))
        case _:
            return scene.html("state-unknown")


def what(scene: Scene, dose: Dose) -> Screen:
    """What is true of this dose? How it stands is said first."""
    text = lines(
        [
            scene.html(
                "correct-what",
                dose=in_both(scene, dose, scene.dose(dose)),
                **scene.amounts(dose.mg, dose.strengths),
            ),
            scene.html("correct-now", state=log_state(scene, dose)),
            scene.html("correct-what-hint"),
        ]
    )

    def truth(label: str, detail: str) -> Button:
        return button(scene, label, Verb.CORRECT_AS, dose.id, detail)

    on_time = ((truth("button-on-time", "due"),),) if dose.due_at <= scene.at else ()
    rows = (
        *on_time,
        (truth("button-took-at", "ask"), truth("button-not-taken", "not")),
        (truth("button-skipped", "skip"), truth("button-not-sure", "unsure")),
        (_back_to_day(scene, dose),),
    )
    return Screen(text, rows)


def _back_to_day(scene: Scene, dose: Dose) -> Button:
    day = as_seen(dose, scene.zone)[1]
    return button(scene, "button-back", Verb.CORRECT_DAY, detail=f"{day:%Y%m%d}")


def when(scene: Scene, dose: Dose, why: Markup | None = None) -> Screen:
    """When was it taken? Typed: no guess would be right."""
    back = button(scene, "button-back", Verb.CORRECT_DOSE, dose.id)
    return Screen(lines([why, ask_when(scene, dose).text]), ((back,),))
