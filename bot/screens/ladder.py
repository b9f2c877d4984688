"""No dose is logged for long: the question, whom to call, and how soon."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.dose import Dose
from bot.domain.rungs import AnyTaken, CallNow, Gap, LoggedSince, NoneTaken, WhichTaken
from bot.domain.terms import DoseState
from bot.screens.buttons import button, home_row
from bot.screens.contacts import call_button, call_row
from bot.screens.help_lines import emergency_line
from bot.screens.scene import Scene
from bot.screens.screen import Button, Rows, Screen, Tap, Verb
from bot.words import Markup, lines

_HOUR = timedelta(hours=1)
_OFFERED_MOST = 6
_URGENT_FROM = timedelta(hours=24)  # what the fact calls a whole day


def any_taken(scene: Scene, message: AnyTaken, *, repeat: bool = False) -> Screen:
    """The second rung: first whether any was taken, then whom to call if none was."""
    text = lines(
        [
            *gap_lines(scene, message.gap),
            scene.html("card-repeat") if repeat else None,
            scene.next(message.next),
            scene.html("ladder-if-none"),
        ]
    )
    return Screen(text, (*gap_rows(scene, message.gap), *call_row(scene)))


def gap_lines(scene: Scene, gap: Gap) -> list[Markup]:
    """Since when nothing is logged, and the question: on a card of its own or on a dose's."""
    return [since(scene, gap), scene.html("ladder-ask")]


def since(scene: Scene, gap: Gap) -> Markup:
    """Since when nothing is logged, in whole hours."""
    return scene.html("ladder-since", when=scene.when(gap.since), span=_span(scene, gap))


def _span(scene: Scene, gap: Gap) -> str:
    return scene.words.duration((scene.at - gap.since) // _HOUR * _HOUR)


def gap_rows(scene: Scene, gap: Gap) -> Rows:
    """The answers, one tap each."""
    return (
        (
            button(scene, "button-took-some", Verb.TOOK_SOME, gap.after),
            button(scene, "button-took-none", Verb.TOOK_NONE, gap.after),
        ),
    )


def call_now(scene: Scene, message: CallNow, *, repeat: bool = False) -> Screen:
    """The third rung: whom to call now, and the danger signs with the country's number."""
    text = lines(
        [
            _call(scene, message.next),
            scene.html("card-repeat") if repeat else None,
            scene.html("ladder-no-extra", span=_span(scene, message.gap)),
            scene.html("ladder-took-some"),
            *danger_lines(scene),
        ]
    )
    return Screen(text, (*call_row(scene), *gap_rows(scene, message.gap)))


def _call(scene: Scene, dose: Dose | None) -> Markup:
    if dose is None:
        return scene.html("ladder-call-now-next")
    return scene.html("ladder-call-now", dose=scene.dose(dose))


def danger_lines(scene: Scene) -> list[Markup]:
    """What needs help at once, and the number to call."""
    return [scene.html("ladder-danger"), emergency_line(scene)]


def none_taken(scene: Scene, outcome: NoneTaken) -> Screen:
    """They took none: whom to call and how soon, the early signs, and the danger signs."""
    call = (
        [_call(scene, outcome.next), scene.html("ladder-no-extra", span=_span(scene, outcome.gap))]
        if outcome.urgent
        else [scene.html("ladder-none-call"), scene.html("miss-no_double")]
    )
    text = lines(
        [
            *call,
            scene.html("wd-early"),
            scene.html("ladder-early-call"),
            *danger_lines(scene),
        ]
    )
    some = button(scene, "button-took-some", Verb.TOOK_SOME, outcome.gap.after)
    return Screen(text, ((call_button(scene), some), *home_row(scene)))


def which_taken(scene: Scene, outcome: WhichTaken) -> Screen:
    """Which of the doses of the gap? Newest first; nothing is cleared before one is confirmed."""
    offered = outcome.doses[:_OFFERED_MOST]
    more = len(outcome.doses) > len(offered)
    text = lines(
        [
            scene.html("ladder-which"),
            *(scene.about("ladder-which-dose", dose) for dose in offered),
            scene.html("ladder-which-older") if more else None,
        ]
    )
    rows = tuple((Button(scene.dose(dose), _tap(scene, dose)),) for dose in offered)
    return Screen(text, (*rows, *home_row(scene)))


def _tap(scene: Scene, dose: Dose) -> Tap:
    """To when it was taken; one that was called skipped is corrected, an open one is its card."""
    if dose.state is DoseState.SKIPPED:
        return Tap(Verb.CORRECT_DOSE, dose.id)
    if dose.state is DoseState.OPEN and scene.at < dose.closes_at:
        return Tap(Verb.BACK, dose.id)
    return Tap(Verb.TOOK_AT, dose.id, "ask")


def logged_since(scene: Scene, outcome: LoggedSince) -> Screen:
    """A button under a question that is over: how it stands, and the way to put it right."""
    known = (
        scene.html("ladder-over")
        if outcome.at is None
        else scene.html("ladder-logged", at=scene.at_time(outcome.at))
    )
    said = [known, scene.next(outcome.next), scene.html("ladder-wrong")]
    return Screen(lines(said), home_row(scene))


def unlogged_again(scene: Scene, gap: Gap) -> list[Markup]:
    """On the card of a dose that is not the first one unlogged: whom to call, if none was taken.

    "Skip it" is a rule for one dose (hazard H4).
    """
    if scene.at - gap.since >= _URGENT_FROM:
        none = [scene.html("silence-none"), scene.html("miss-day_without")]
    else:
        none = [scene.html("ladder-if-none")]
    return [since(scene, gap), *none, scene.html("miss-no_double")]
