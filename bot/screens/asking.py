"""What is asked before an answer counts: when, which dose, why, is it an extra one."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.dose import Dose
from bot.domain.moments import is_just_now
from bot.domain.outcomes import AskExtra, AskWhich, OtherAmount
from bot.domain.terms import DoseState, SkipReason
from bot.screens.buttons import button, home_row, minutes_of
from bot.screens.cards import reminder
from bot.screens.contacts import call_row
from bot.screens.help_lines import overdose_lines
from bot.screens.scene import Scene
from bot.screens.screen import Button, Rows, Screen, Tap, Verb
from bot.words import Markup, lines

_AGO = (15, 30, 60)  # minutes


def ask_when(scene: Scene, dose: Dose, *, why: str | None = None) -> Screen:
    """When was it taken? Typed: no guess would be right. `why` it is asked once more."""
    text = lines(
        [
            scene.html(why) if why else None,
            scene.about("ask-when", dose),
            scene.html("ask-when-hint"),
        ]
    )
    rows = (
        (button(scene, "button-on-time", Verb.TOOK_AT, dose.id, "due"),),
        (button(scene, "button-back", Verb.BACK, dose.id),),
    )
    return Screen(text, rows)


def ask_earlier(scene: Scene, dose: Dose, *, why: str | None = None) -> Screen:
    """Took it earlier: 15, 30 or 60 minutes ago where that counts for it, or a typed time."""
    if dose.state is not DoseState.OPEN or scene.at >= dose.closes_at:
        return ask_when(scene, dose, why=why)
    agos = tuple(
        Button(
            scene.words.plain("button-ago", minutes=minutes),
            Tap(Verb.TOOK_AGO, dose.id, str(minutes)),
        )
        for minutes in _AGO
        if scene.at - timedelta(minutes=minutes) >= dose.counts_from
    )
    back = (button(scene, "button-back", Verb.BACK, dose.id),)
    text = lines(
        [
            scene.html(why) if why else None,
            scene.about("ask-when", dose),
            scene.html("ask-earlier-hint"),
        ]
    )
    return Screen(text, (agos, back) if agos else (back,))


def ask_skip(scene: Scene, dose: Dose) -> Screen:
    """Why is it skipped? This is the second tap, too."""
    reasons = [
        button(scene, f"button-{reason}", Verb.SKIP_BECAUSE, dose.id, reason)
        for reason in SkipReason
    ]
    back = (button(scene, "button-back", Verb.BACK, dose.id),)
    text = lines(
        [
            scene.about("ask-skip", dose),
            scene.html("ask-skip-hint"),
            scene.html("ask-skip-rule"),
        ]
    )
    return Screen(text, (tuple(reasons[:2]), tuple(reasons[2:4]), tuple(reasons[4:]), back))


def ask_which(scene: Scene, outcome: AskWhich) -> Screen:
    """The words may mean any of these doses, or one outside the plan."""
    today = (button(scene, "button-today", Verb.TODAY),)
    if not outcome.was_taken:
        return Screen(scene.html("ask-which-meant"), (*_cards(scene, outcome), today))
    at = outcome.taken_at
    rows = [
        (Button(scene.dose(dose), Tap(Verb.TOOK_AT, dose.id, _detail(dose, at, scene.at))),)
        for dose in outcome.doses
    ]
    if not outcome.doses:
        return ask_extra_plain(scene, at or scene.at, before_plan=outcome.before_plan)
    rows.append(
        (button(scene, "button-extra", Verb.EXTRA, None, f"?{minutes_of(at or scene.at)}"),)
    )
    text = scene.html("ask-which-at", at=scene.at_time(at)) if at else scene.html("ask-which")
    amounts = [scene.about("ask-which-dose", dose) for dose in outcome.doses]
    return Screen(lines([text, *amounts]), (*rows, today))


def _cards(scene: Scene, outcome: AskWhich) -> Rows:
    return tuple((Button(scene.dose(dose), Tap(Verb.BACK, dose.id)),) for dose in outcome.doses)


def _detail(dose: Dose, taken_at: datetime | None, at: datetime) -> str:
    """A time that was said; now for a dose that can be taken now; else it is asked for."""
    if taken_at is not None:
        return minutes_of(taken_at)
    waiting = dose.state in (DoseState.PLANNED, DoseState.OPEN) and at < dose.closes_at
    return minutes_of(at) if waiting else "ask"


def ask_extra(scene: Scene, outcome: AskExtra) -> Screen:
    """Close to another dose: the same one, or one more?"""
    return _extra_or_same(scene, extra_question(scene, outcome), outcome.dose, outcome.taken_at)


def extra_question(scene: Scene, outcome: AskExtra) -> Markup:
    """The dose that was logged near this one, as far as it is known."""
    at = scene.at_time(outcome.other_taken_at)
    if outcome.other is None:
        return scene.html("ask-extra-no-mg", at=at)
    return scene.about("ask-extra", outcome.other, at=at)


def ask_extra_plain(scene: Scene, taken_at: datetime, *, before_plan: bool = False) -> Screen:
    """A dose with no slot: is it outside the plan, or from before there was one?"""
    said = scene.html("ask-extra-before" if before_plan else "ask-extra-plain")
    return _extra_or_same(scene, said, None, taken_at)


def _extra_or_same(scene: Scene, text: Markup, dose: Dose | None, taken_at: datetime) -> Screen:
    """Where it was not just now, the words name the time, and the button says so ("=")."""
    which = dose.id if dose else None
    named = not is_just_now(taken_at, scene.at)
    said = [text, scene.html("ask-extra-at", at=scene.at_time(taken_at))] if named else [text]
    detail = f"{'=' if named else ''}{minutes_of(taken_at)}"
    return Screen(
        lines(said),
        (
            (button(scene, "button-same-dose", Verb.SAME_DOSE, which, good=True),),
            (button(scene, "button-yes-extra", Verb.EXTRA, which, detail),),
        ),
    )


def same_dose(scene: Scene, dose: Dose | None, after: Dose | None) -> Screen:
    """It was the same dose: nothing changed. One that is still open is asked about as before."""
    said = scene.html("extra-same")
    if dose is not None and dose.state is DoseState.OPEN and scene.at < dose.closes_at:
        card = reminder(scene, dose)
        return Screen(lines([said, card.text]), card.rows)
    return Screen(lines([said, scene.next(after)]), home_row(scene))


def other_amount(scene: Scene, outcome: OtherAmount) -> Screen:
    """The amount typed is not the planned one."""
    dose, at = outcome.dose, outcome.taken_at
    planned = scene.amount(dose.mg)
    is_more = outcome.mg > dose.mg
    took = Button(
        scene.words.plain("button-took-amount", amount=planned),
        Tap(Verb.TOOK_AT, dose.id, _detail(dose, at, scene.at)),
    )
    extra = button(scene, "button-extra", Verb.EXTRA, None, f"?{minutes_of(at or scene.at)}")
    text = lines(
        [
            scene.about("other-amount", dose, said=scene.amount(outcome.mg)),
            scene.html("other-amount-planned"),
            *([scene.html("other-amount-hint"), *overdose_lines(scene)] if is_more else []),
        ]
    )
    back = (button(scene, "button-back", Verb.BACK, dose.id),)
    return Screen(text, ((took,), (extra,), back, *call_row(scene)) if is_more else ((took,), back))
