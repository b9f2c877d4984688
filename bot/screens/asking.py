"""What is asked before an answer counts: when, which dose, why, is it an extra one."""

from __future__ import annotations

from datetime import datetime

from bot.domain.dose import Dose
from bot.domain.outcomes import AskExtra, AskWhich, OtherAmount
from bot.domain.terms import DoseState, SkipReason
from bot.screens.buttons import button, home_row, minutes_of
from bot.screens.cards import about
from bot.screens.help_lines import overdose_lines
from bot.screens.scene import Scene
from bot.screens.screen import Button, Screen, Tap, Verb
from bot.words import lines


def ask_when(scene: Scene, dose: Dose) -> Screen:
    """When was it taken? Typed: no guess would be right."""
    text = lines([about(scene, "ask-when", dose), scene.html("ask-when-hint")])
    rows = (
        (button(scene, "button-on-time", Verb.TOOK_AT, dose.id, "due"),),
        (button(scene, "button-back", Verb.BACK, dose.id),),
    )
    return Screen(text, rows)


def ask_earlier(scene: Scene, dose: Dose) -> Screen:
    """Took it earlier: 15, 30 or 60 minutes ago, or a typed time."""
    if dose.state is not DoseState.OPEN or scene.at >= dose.closes_at:
        return ask_when(scene, dose)
    agos = tuple(
        Button(
            scene.words.plain("button-ago", minutes=minutes),
            Tap(Verb.TOOK_AGO, dose.id, str(minutes)),
        )
        for minutes in (15, 30, 60)
    )
    back = (button(scene, "button-back", Verb.BACK, dose.id),)
    text = lines([scene.html("ask-earlier"), scene.html("ask-earlier-hint")])
    return Screen(text, (agos, back))


def ask_skip(scene: Scene, dose: Dose) -> Screen:
    """Why is it skipped? This is the second tap, too."""
    reasons = [
        button(scene, f"button-{reason}", Verb.SKIP_BECAUSE, dose.id, reason)
        for reason in SkipReason
    ]
    back = (button(scene, "button-back", Verb.BACK, dose.id),)
    text = lines(
        [
            scene.html("ask-skip", dose=scene.dose(dose)),
            scene.html("ask-skip-hint"),
            scene.html("ask-skip-rule"),
        ]
    )
    return Screen(text, (tuple(reasons[:2]), tuple(reasons[2:4]), tuple(reasons[4:]), back))


def ask_which(scene: Scene, outcome: AskWhich) -> Screen:
    """The words may mean any of these doses, or one outside the plan."""
    at = outcome.taken_at
    detail = minutes_of(at or scene.at)
    rows = [
        (Button(scene.dose(dose), Tap(Verb.TOOK_AT, dose.id, _detail(dose, at, scene.at))),)
        for dose in outcome.doses
    ]
    rows.append((button(scene, "button-extra", Verb.EXTRA, None, f"?{detail}"),))
    rows.append((button(scene, "button-today", Verb.TODAY),))
    if not outcome.doses:
        return Screen(scene.html("ask-which-none"), tuple(rows))
    text = scene.html("ask-which-at", time=scene.when(at)) if at else scene.html("ask-which")
    return Screen(text, tuple(rows))


def _detail(dose: Dose, taken_at: datetime | None, at: datetime) -> str:
    """A time that was said; now for a dose that can be taken now; else it is asked for."""
    if taken_at is not None:
        return minutes_of(taken_at)
    waiting = dose.state in (DoseState.PLANNED, DoseState.OPEN) and at < dose.closes_at
    return minutes_of(at) if waiting else "ask"


def ask_extra(scene: Scene, outcome: AskExtra) -> Screen:
    """Close to another dose: the same one, or one more?"""
    text = scene.html(
        "ask-extra",
        amount=scene.amount(outcome.other_mg),
        time=scene.when(outcome.other_taken_at),
    )
    subject = outcome.dose.id if outcome.dose else None
    return Screen(
        text,
        (
            (button(scene, "button-same-dose", Verb.SAME_DOSE, good=True),),
            (button(scene, "button-yes-extra", Verb.EXTRA, subject, minutes_of(outcome.taken_at)),),
        ),
    )


def ask_extra_plain(scene: Scene, taken_at: datetime) -> Screen:
    """A dose with no slot: is it outside the plan?"""
    return Screen(
        scene.html("ask-extra-plain"),
        (
            (button(scene, "button-same-dose", Verb.SAME_DOSE, good=True),),
            (button(scene, "button-yes-extra", Verb.EXTRA, None, minutes_of(taken_at)),),
        ),
    )


def same_dose(scene: Scene, after: Dose | None) -> Screen:
    """It was the same dose: nothing changed."""
    return Screen(lines([scene.html("extra-same"), scene.next(after)]), home_row(scene))


def other_amount(scene: Scene, outcome: OtherAmount) -> Screen:
    """The amount typed is not the planned one."""
    dose = outcome.dose
    head = scene.html(
        "other-amount",
        dose=scene.dose(dose),
        planned=scene.amount(dose.mg),
        said=scene.amount(outcome.mg),
    )
    took = Button(
        scene.words.plain("button-took-amount", amount=scene.amount(dose.mg)),
        Tap(Verb.TOOK, dose.id),
        good=True,
    )
    more = [scene.html("other-amount-hint"), *overdose_lines(scene)]
    text = lines([head, *(more if outcome.mg > dose.mg else [])])
    return Screen(text, ((took,), (button(scene, "button-back", Verb.BACK, dose.id),)))
