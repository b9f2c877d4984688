"""Pauses and hospital: what is asked, and what came of it."""

from __future__ import annotations

from bot.domain.outcomes import NoPlan
from bot.domain.pause_outcomes import (
    AskHowLong,
    AskSure,
    CannotPause,
    InHospital,
    NothingPaused,
    Paused,
    Resumed,
)
from bot.domain.pauses import EndProblem, Life
from bot.domain.policy import Policy
from bot.domain.stopping import StopWay
from bot.domain.timetable import PlannedDose
from bot.screens.buttons import button, home_row, minutes_of
from bot.screens.cards import coming, pause_over
from bot.screens.general import bare
from bot.screens.help_lines import emergency_line
from bot.screens.scene import Scene
from bot.screens.screen import Screen, Verb
from bot.screens.slots import slot_lines
from bot.screens.standing import life_lines, life_rows
from bot.screens.stopping import side_effects_button, stop_button
from bot.words import Markup, lines

_LISTED_MOST = 8


def asked(
    scene: Scene,
    policy: Policy,
    outcome: AskHowLong | AskSure | CannotPause | Paused | InHospital | NoPlan,
) -> Screen:
    """Where a pause stands: what is asked about it, that it runs, or why it cannot."""
    match outcome:
        case AskHowLong():
            return how_long(scene, outcome)
        case AskSure():
            return sure(scene, outcome)
        case CannotPause():
            return cannot(scene, policy, outcome)
        case Paused():
            return paused(scene, outcome)
        case InHospital(life):
            return in_hospital(scene, life)
        case NoPlan():
            return bare(scene, "not-set-up")


def how_long(scene: Scene, outcome: AskHowLong, *, why: Markup | None = None) -> Screen:
    """Until when? Or, in a pause, whether it is to end, or at another time."""
    hint = "pause-other-end" if outcome.life.is_paused else "pause-how-long"
    running = life_lines(scene, outcome.life)
    quiet = outcome.life.is_paused or outcome.unwell
    usual = [] if quiet else [scene.html("pause-usual")]
    text = lines([why, *running, *_first_words(scene), *usual, scene.html(hint)])
    ends = (
        (button(scene, "button-4h", Verb.PAUSE, detail="4h"),),
        (
            button(scene, "button-1d", Verb.PAUSE, detail="1d"),
            button(scene, "button-3d", Verb.PAUSE, detail="3d"),
        ),
    )
    day = (button(scene, "button-my-day", Verb.TODAY),)  # "Today" would be an end here
    return Screen(text, (*life_rows(scene, outcome.life), *ends, day))


def _first_words(scene: Scene) -> list[Markup]:
    """A pause is of the reminders alone: said first, and each time in the same words."""
    return [scene.html("pause-first"), scene.html("wd-never_stop"), scene.html("stop-harm")]


def cannot(scene: Scene, policy: Policy, outcome: CannotPause) -> Screen:
    """Not up to then: why, and until when instead."""
    match outcome.why:
        case EndProblem.PAST:
            why = scene.html("pause-past")
        case EndProblem.TOO_LONG:
            why = scene.html("pause-too-long", most=scene.words.duration(policy.pause_most))
    return how_long(scene, AskHowLong(outcome.life, outcome.unwell), why=why)


def sure(scene: Scene, outcome: AskSure) -> Screen:
    """Up to then? With the doses in it.

    More than a day is a way to stop: it is asked with the stop guard's words and its reasons, and
    whoever may be unwell does not read that they are to go on.
    """
    stronger = [
        scene.html("pause-alone"),
        scene.html("wd-no_safe_length"),
        scene.html("wd-early"),
        emergency_line(scene),
        scene.html("stop-unwell"),
    ]
    usual = [] if outcome.unwell else [scene.html("pause-usual")]
    text = lines(
        [
            *_first_words(scene),
            *(stronger if outcome.long else usual),
            *_inside(scene, outcome),
            scene.html("pause-sure", until=scene.when(outcome.ends_at)),
        ]
    )
    until = minutes_of(outcome.ends_at)
    way = StopWay.PAUSE
    guard = ((side_effects_button(scene, way), stop_button(scene, way)),) if outcome.long else ()
    return Screen(
        text,
        (
            (button(scene, "button-pause-ok", Verb.PAUSE_OK, detail=until),),
            *guard,
            (button(scene, "button-back", Verb.PAUSE),),
        ),
    )


def _inside(scene: Scene, outcome: AskSure) -> list[Markup]:
    dose = outcome.open
    still = (
        [] if dose is None else [scene.about("pause-open", dose, time=scene.until(dose.closes_at))]
    )
    if not outcome.inside:
        return [*still, scene.html("pause-no-other" if still else "pause-no-dose")]
    if len(outcome.inside) > _LISTED_MOST:
        head = scene.html("pause-each-day", count=len(outcome.inside))
        return [*still, head, *slot_lines(scene, outcome.plan, outcome.strengths)]
    listed = [_dose(scene, outcome, each) for each in outcome.inside]
    return [*still, scene.html("pause-inside"), *listed]


def _dose(scene: Scene, outcome: AskSure, dose: PlannedDose) -> Markup:
    return scene.html(
        "pause-dose",
        dose=scene.dose(dose),
        amount=scene.amount(dose.mg),
        tablets=scene.words.tablets(dose.mg, outcome.strengths),
    )


def paused(scene: Scene, outcome: Paused) -> Screen:
    """The pause runs; a dose asked about before goes on."""
    dose = outcome.open
    text = lines(
        [
            scene.html("pause-first"),
            *life_lines(scene, outcome.life),
            scene.html("wd-never_stop"),
            scene.html("stop-harm"),
            scene.html("started-open", dose=scene.dose(dose), time=scene.until(dose.closes_at))
            if dose is not None
            else None,
        ]
    )
    return Screen(text, (*life_rows(scene, outcome.life), *home_row(scene)))


def resumed(scene: Scene, outcome: Resumed) -> Screen:
    """The pause was ended: as at its end, and what still holds."""
    screen = pause_over(scene, outcome.over)
    text = lines([screen.text, *life_lines(scene, outcome.life)])
    return Screen(text, (*screen.rows, *life_rows(scene, outcome.life)))


def nothing_paused(scene: Scene, outcome: NothingPaused) -> Screen:
    """Nothing ran that could be ended."""
    if outcome.life.pause is not None:  # the button was of another pause
        return standing(scene, outcome.life)
    text = lines([scene.html("pause-none"), coming(scene, outcome.next)])
    return Screen(text, home_row(scene))


def standing(scene: Scene, life: Life) -> Screen:
    """What holds the bot back, and the way on."""
    if life.in_hospital:
        return in_hospital(scene, life)
    rows = (*life_rows(scene, life), *home_row(scene))
    return Screen(lines(life_lines(scene, life)), rows)


def ask_hospital(scene: Scene) -> Screen:
    """In hospital? Not for a day to come: then doses at home would go unreminded."""
    text = lines(
        [
            scene.html("hospital-question"),
            scene.html("hospital-staff"),
            scene.html("wd-hospital"),
            scene.html("wd-never_stop"),
            scene.html("hospital-later"),
            emergency_line(scene),
        ]
    )
    yes = button(scene, "button-yes", Verb.HOSPITAL, detail="yes")
    return Screen(text, ((yes, button(scene, "button-no", Verb.HOSPITAL, detail="no")),))


def admitted(scene: Scene) -> Screen:
    """Reminders stop; how they begin again."""
    text = lines(
        [
            scene.html("hospital-noted"),
            scene.html("wd-hospital"),
            scene.html("hospital-log"),
            scene.html("wd-never_stop"),
            scene.html("stop-harm"),
            scene.html("life-home"),
        ]
    )
    home = (button(scene, "button-am-home", Verb.HOME),)
    return Screen(text, (home, (button(scene, "button-log", Verb.LOG, detail="0"),)))


def in_hospital(scene: Scene, life: Life) -> Screen:
    """What holds in hospital, and the way home."""
    text = lines([*life_lines(scene, life), scene.html("wd-hospital")])
    return Screen(text, (*life_rows(scene, life), *home_row(scene)))


def taken_in_hospital(scene: Scene, life: Life) -> Screen:
    """Somebody in hospital says something about a dose: the ward's record counts there."""
    text = lines(
        [scene.html("hospital-taken"), scene.html("hospital-own"), *life_lines(scene, life)]
    )
    return Screen(text, (*life_rows(scene, life), *home_row(scene)))
