"""Everything else: help, about, what was not understood, stopping, and asking for a taper."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.policy import Policy
from bot.domain.terms import TaperReason
from bot.domain.views import TaperView
from bot.domain.wallclock import tzdata_version
from bot.screens.buttons import button, home_row
from bot.screens.help_lines import emergency_line, never_stop_lines
from bot.screens.scene import Scene
from bot.screens.screen import Screen, Verb
from bot.words import Markup, lines

_HELP = ("today", "log", "plan", "timezone", "taper", "about")
# Where a side effect may be the reason, or a doctor has spoken, nobody is told to keep taking it.
_ADVICE: Mapping[TaperReason, tuple[str, ...]] = {
    TaperReason.WANTS_TO_STOP: ("taper-keep",),
    TaperReason.SIDE_EFFECTS: ("taper-side-effects",),
    TaperReason.PREGNANCY: ("who-pregnant", "taper-keep"),
    TaperReason.OPERATION: ("wd-hospital", "taper-keep"),
    TaperReason.DOCTOR_SAID: ("take-exactly",),
    TaperReason.OTHER: ("taper-other",),
}


def say(scene: Scene, *messages: str) -> Screen:
    """Messages that need no arguments, one under another, with the way on."""
    return Screen(lines([scene.html(message) for message in messages]), home_row(scene))


def bare(scene: Scene, *messages: str) -> Screen:
    """The same with no buttons."""
    return Screen(lines([scene.html(message) for message in messages]))


def help_screen(scene: Scene) -> Screen:
    """All that can be done, on one screen."""
    text = lines(
        [
            scene.html("help-title"),
            *(scene.html(f"help-{name}") for name in _HELP),
            scene.html("help-typed"),
            Markup(""),
            scene.html("miss-skip"),
            scene.html("wd-never_stop"),
            scene.html("bot-not_emergency"),
            emergency_line(scene),
        ]
    )
    return Screen(text, home_row(scene))


def about(scene: Scene, policy: Policy, version: str) -> Screen:
    """What the bot is and is not, its numbers, and that nobody has signed them yet."""
    span = scene.words.duration
    day = policy.day_limit(scene.country)
    review = (
        scene.html("about-reviewed", reviewer=policy.reviewer)
        if policy.reviewer
        else scene.html("about-review")
    )
    nudge = (
        scene.html("about-nudge", span=span(policy.nudge_after[0]), count=policy.snoozes_most)
        if policy.nudge_after
        else scene.html("about-nudge-none", count=policy.snoozes_most)
    )
    text = lines(
        [
            scene.html("about-who", version=version),
            scene.html("about-not-device"),
            review,
            scene.html("bot-not_advice"),
            scene.html("take-exactly"),
            Markup(""),
            scene.html("about-late", most=span(policy.late_most), least=span(policy.late_least)),
            scene.html("about-on-time", span=span(policy.on_time)),
            nudge,
            scene.html("about-extra", span=span(policy.extra_gap)),
            scene.html(
                "about-amounts",
                dose=scene.amount(policy.dose_asked_again),
                day=scene.amount(day),
            ),
            scene.html(
                "about-gaps",
                least=span(policy.gap_asked_least),
                most=span(policy.gap_asked_most),
            ),
            Markup(""),
            scene.html("about-data"),
            scene.html("about-zone", version=tzdata_version()),
        ]
    )
    return Screen(text, home_row(scene))


def not_understood(scene: Scene) -> Screen:
    """Nothing dead-ends: what can be said, and three ways on."""
    return say(scene, "unknown", "unknown-hint")


def stop(scene: Scene) -> Screen:
    """Somebody wants to stop: never let it pass without the warning, never block it."""
    text = lines([*never_stop_lines(scene), scene.html("stop-ask"), scene.html("stop-keep")])
    return Screen(
        text,
        (
            (button(scene, "button-taper", Verb.TAPER),),
            (button(scene, "button-today", Verb.TODAY),),
        ),
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
    if view.reason in (
        TaperReason.SIDE_EFFECTS,
        TaperReason.OTHER,
    ):  # danger signs come before the warning to go on
        first = [scene.html("taper-emergency"), emergency_line(scene)]
    else:
        first = []
    advice = [scene.html(message) for message in _ADVICE[view.reason]]
    last = scene.html("taper-no-clinician")
    text = lines([head, *first, *never_stop_lines(scene), *advice, last])
    return Screen(
        text,
        (
            (button(scene, "button-withdraw", Verb.TAPER_WITHDRAW),),
            (button(scene, "button-today", Verb.TODAY),),
        ),
    )
