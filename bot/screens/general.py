"""Everything else: help, what was not understood, and asking for a taper."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.pauses import USUAL, Life
from bot.domain.terms import TaperReason
from bot.domain.views import TaperView
from bot.safety.emergency import number_for
from bot.screens.buttons import button, home_row
from bot.screens.contacts import call_button
from bot.screens.help_lines import emergency_line, never_stop_lines
from bot.screens.scene import Scene
from bot.screens.screen import Screen, Verb
from bot.screens.standing import life_lines, life_rows
from bot.words import Markup, lines

_HELP = (
    *("today", "log", "plan", "timezone", "pause", "symptom", "supply", "contacts", "taper"),
    "about",
)
# Where a side effect may be the reason, or a doctor has spoken, nobody is told to keep taking it.
_ADVICE: Mapping[TaperReason, tuple[str, ...]] = {
    TaperReason.WANTS_TO_STOP: ("taper-keep",),
    TaperReason.SIDE_EFFECTS: ("taper-side-effects",),
    TaperReason.PREGNANCY: ("who-pregnant", "taper-keep"),
    TaperReason.OPERATION: ("wd-hospital", "taper-keep"),
    TaperReason.DOCTOR_SAID: ("take-exactly",),
    TaperReason.OTHER: ("taper-other",),
}

_ANY_TIME = ("who-pregnant", "wd-hospital")  # what holds for somebody with urgent signs, too


def say(scene: Scene, *messages: str) -> Screen:
    """Messages that need no arguments, one under another, with the way on."""
    return Screen(lines([scene.html(message) for message in messages]), home_row(scene))


def bare(scene: Scene, *messages: str) -> Screen:
    """The same with no buttons."""
    return Screen(lines([scene.html(message) for message in messages]))


def help_screen(scene: Scene, life: Life = USUAL) -> Screen:
    """All that can be done, on one screen, and what holds the bot back."""
    text = lines(
        [
            *life_lines(scene, life),
            scene.html("help-title"),
            *(scene.html(f"help-{name}") for name in _HELP),
            scene.html("help-typed"),
            Markup(""),
            scene.html("miss-skip"),
            scene.html("wd-never_stop"),
            _no_help(scene),
        ]
    )
    return Screen(text, (*life_rows(scene, life), *home_row(scene)))


def _no_help(scene: Scene) -> Markup:
    """No one is watching, and whom to call: the country's number where it is known."""
    found = number_for(scene.country)
    if found is None:
        return scene.html("bot-not_emergency")
    return scene.html("help-emergency", number=found.primary)


def not_understood(scene: Scene) -> Screen:
    """Nothing dead-ends: what can be said, whom to call instead, and three ways on.

    It may be a wish to stop in words that nobody here knows: even that is not passed in silence.
    """
    warned = [scene.html("wd-never_stop"), emergency_line(scene)]
    return Screen(
        lines([scene.html("unknown"), scene.html("unknown-hint"), *warned]), home_row(scene)
    )


def taper_question(scene: Scene) -> Screen:
    """Why a taper? The warning comes with the question."""
    reasons = [
        button(scene, f"button-{reason}", Verb.TAPER_BECAUSE, detail=reason)
        for reason in TaperReason
    ]
    text = lines([scene.html("taper-question"), *never_stop_lines(scene)])
    return Screen(text, (tuple(reasons[:2]), tuple(reasons[2:4]), tuple(reasons[4:])))


def taper(scene: Scene, view: TaperView) -> Screen:
    """The request that stands: what it does and does not do, and what to do meanwhile."""
    head = scene.html(
        "taper-recorded" if view.is_new else "taper-standing",
        at=scene.at_time(view.requested_at),
        reason=scene.words.plain(f"taper-reason-{view.reason}"),
    )
    may_be_ill = view.reason in (TaperReason.SIDE_EFFECTS, TaperReason.OTHER)
    # Danger signs come before the warning to go on; what is urgent comes before all.
    signs = [scene.html("taper-emergency"), emergency_line(scene)]
    urgent = [scene.html("level-urgent"), scene.html("stop-urgent-next")] if view.unwell else []
    first = signs if may_be_ill or view.unwell else []
    kept = _ANY_TIME if view.unwell else _ADVICE[view.reason]
    advice = [scene.html(each) for each in _ADVICE[view.reason] if each in kept]
    last = scene.html("taper-no-clinician")
    text = lines([*urgent, head, *first, *never_stop_lines(scene), *advice, last])
    return Screen(
        text,
        (
            (button(scene, "button-withdraw", Verb.TAPER_WITHDRAW),),
            (call_button(scene), button(scene, "button-today", Verb.TODAY)),
        ),
    )
