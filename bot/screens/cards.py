"""What the bot says of its own accord: reminder, nudge, not logged, offline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.domain.dose import Dose
from bot.domain.message import (
    CatchUp,
    HomeWaits,
    Message,
    Moving,
    Near,
    NotLogged,
    Nudge,
    Offline,
    PauseOver,
    PlanChanged,
    Reminder,
    Silence,
    StopCheck,
    TabletsLeft,
)
from bot.domain.red_flags import Raised
from bot.domain.rungs import AnyTaken, CallNow, Gap
from bot.screens import supply
from bot.screens.buttons import button, closed_rows, dose_rows, home_row
from bot.screens.catch_up import catch_up, listed
from bot.screens.changing import plan_changed
from bot.screens.contacts import call_row
from bot.screens.emergency import raised
from bot.screens.ending import check
from bot.screens.ladder import any_taken, call_now, gap_lines, gap_rows, unlogged_again
from bot.screens.moving import moving
from bot.screens.scene import Scene
from bot.screens.screen import Rows, Screen, Verb
from bot.screens.silence import silence
from bot.screens.standing import home_waits
from bot.words import Markup, lines


def card(scene: Scene, message: Message, *, repeat: bool = False) -> Screen:
    """The card for a message; `repeat` where it may have arrived once already."""
    draw = _DRAWN.get(type(message), _of_one)
    return draw(scene, message, repeat=repeat)


def _emergency(scene: Scene, message: Raised, *, repeat: bool) -> Screen:
    return raised(scene, message)  # the same words every time: a second card does no harm


def _of_one(
    scene: Scene, message: Reminder | Nudge | NotLogged | CatchUp, *, repeat: bool
) -> Screen:
    match message:
        case NotLogged(dose, after, gap):
            return not_logged(scene, dose, after, gap, repeat=repeat)
        case Reminder(dose, late) if not repeat:
            screen = reminder(scene, dose, late=late)
        case Reminder(dose):
            screen = asked_again(scene, "card-reminder", dose, repeat=True)
        case Nudge(dose):
            screen = asked_again(scene, "card-nudge", dose, repeat=repeat)
        case CatchUp(dose):
            screen = catch_up(scene, message, scene.about("card-reminder", dose), repeat=repeat)
    screen = with_near(scene, screen, message.near)
    text = lines([screen.text, *_standing(scene, message)])
    rows = () if message.gap is None else gap_rows(scene, message.gap)
    return replace(screen, text=text, rows=(*screen.rows, *rows))


def _standing(scene: Scene, message: Reminder | Nudge | CatchUp) -> list[Markup]:
    """What is not logged before it: the rule once more, or the question about all of it."""
    if message.gap is not None:
        return [Markup(""), *gap_lines(scene, message.gap)]
    before = message.unlogged if isinstance(message, Reminder) else None
    return [] if before is None else [scene.html("ladder-skip", dose=scene.dose(before))]


def with_near(scene: Scene, screen: Screen, near: Near | None) -> Screen:
    """With what was logged a short while ago: whoever reads this may be about to take too much."""
    if near is None:
        return screen
    at = scene.at_time(near.taken_at)
    said = (
        scene.html("card-near-extra", at=at)
        if near.dose is None
        else scene.about("card-near", near.dose, at=at)
    )
    return replace(screen, text=lines([screen.text, said]))


def reminder(scene: Scene, dose: Dose, *, late: bool = False) -> Screen:
    """It is time: the amount, the tablets, and until when it is open."""
    text = lines(
        [
            scene.about("card-reminder", dose),
            scene.html("card-late" if late else "card-food"),
            scene.moved(dose),
            scene.html("card-open-until", time=scene.until(dose.closes_at)),
        ]
    )
    return Screen(text, dose_rows(scene, dose))


def asked_again(scene: Scene, message: str, dose: Dose, *, repeat: bool = False) -> Screen:
    """It was asked about already, or may have been: taking it twice is what must not happen."""
    text = lines(
        [
            scene.about(message, dose),
            _sent_again(scene, repeat=repeat),
            scene.html("card-once"),
            scene.html("card-not-taken-yet", time=scene.until(dose.closes_at)),
        ]
    )
    return Screen(text, dose_rows(scene, dose))


def _sent_again(scene: Scene, *, repeat: bool) -> Markup | None:
    return scene.html("card-repeat") if repeat else None


def not_logged(
    scene: Scene, dose: Dose, after: Dose | None, gap: Gap | None = None, *, repeat: bool = False
) -> Screen:
    """Nobody answered: the rule for a dose that may have been missed, and no blame.

    `gap`: it is not the first, so that the rule for one dose is not said once more.
    """
    rule = [skip_rule(scene, after), scene.html("card-ask-label")]
    if gap is not None:
        rule = [*unlogged_again(scene, gap), *_coming(scene, after)]
    text = lines([scene.about("card-not-logged", dose), _sent_again(scene, repeat=repeat), *rule])
    calls = () if gap is None else call_row(scene)
    return Screen(text, (*closed_rows(scene, dose), *calls), silent=True)


def _coming(scene: Scene, after: Dose | None) -> list[Markup]:
    said = scene.next(after)
    return [] if said is None else [said]


def skip_rule(scene: Scene, after: Dose | None) -> Markup:
    """Skip it, take the next as usual, do not double."""
    if after is None:
        return scene.html("card-skip-rule-last")
    return scene.html("card-skip-rule", at=scene.at_time(after.due_at))


def offline(scene: Scene, message: Offline, *, repeat: bool = False) -> Screen:
    """Doses nobody can know about: the newest is asked about, the others are named."""
    earliest = min([dose.due_at for dose in message.doses])
    named = scene.over_change(min(earliest, message.since or earliest))
    heard_of = message.doses[0].delivered_at is not None
    why = None if heard_of else scene.html("offline-unsure")
    if message.since is not None and message.until is not None:
        why = scene.html(
            "offline-unheard" if heard_of else "offline-outage",
            **scene.span(message.since, message.until, named=named),
        )
    asked = _unknown(scene, message.doses, message.next, named=named)
    text = lines([why, _sent_again(scene, repeat=repeat), asked.text])
    return Screen(text, asked.rows, silent=message.quiet)


def unknown(scene: Scene, doses: tuple[Dose, ...], after: Dose | None) -> Screen:
    """One was answered; the next that nobody can know about, newest first."""
    named = scene.over_change(min(dose.due_at for dose in doses))
    return _unknown(scene, doses, after, named=named)


def _unknown(scene: Scene, doses: tuple[Dose, ...], after: Dose | None, *, named: bool) -> Screen:
    newest, *others = doses
    text = lines(
        [
            scene.about("offline-question", newest),
            _still(scene, newest, named=named),
            scene.next(after),
            scene.html("offline-others", doses=listed(scene, others, named=named))
            if others
            else None,
        ]
    )
    return Screen(text, unknown_rows(scene, newest))


def _still(scene: Scene, dose: Dose, *, named: bool) -> Markup:
    """Until when it can be taken. One whose chat was blocked is asked about while it may be."""
    if scene.at < dose.closes_at:
        until = scene.when_named(dose.closes_at, named=named)
        return scene.html("card-not-taken-yet", time=until)
    return time_over(scene, dose, named=named)


def time_over(scene: Scene, dose: Dose, *, named: bool = False) -> Markup:
    """When its window ended, and what that means for one not taken."""
    return scene.html("offline-past", at=scene.at_time(dose.closes_at, named=named))


def unknown_rows(scene: Scene, dose: Dose) -> Rows:
    """The answers about a dose that nobody can know about."""
    return (
        (button(scene, "button-on-time", Verb.TOOK_AT, dose.id, "due"),),
        (
            button(scene, "button-took-at", Verb.TOOK_EARLIER, dose.id),
            button(scene, "button-not-taken", Verb.NOT_TAKEN, dose.id),
        ),
        (button(scene, "button-not-sure", Verb.NOT_SURE, dose.id),),
    )


def pause_over(scene: Scene, message: PauseOver, *, repeat: bool = False) -> Screen:
    """The pause is over: the next dose, and one question about those in it."""
    asked = unknown(scene, message.doses, None) if message.doses else None
    outage = message.outage
    text = lines(
        [
            scene.html("pause-over"),
            scene.html("card-repeat") if repeat else None,
            coming(scene, message.next),
            scene.html("offline-outage", **scene.span(*outage)) if outage is not None else None,
            asked.text if asked is not None else None,
        ]
    )
    return Screen(text, home_row(scene) if asked is None else asked.rows)


def coming(scene: Scene, dose: Dose | None) -> Markup | None:
    """The dose that can be taken now, or comes next, with mg and tablets."""
    if dose is None:
        return None
    if dose.due_at <= scene.at:
        return scene.about("today-open", dose, until=scene.until(dose.closes_at))
    return scene.about("pause-next", dose)


_DRAWN: Mapping[type, Callable[..., Screen]] = {
    Offline: offline,
    PlanChanged: plan_changed,
    PauseOver: pause_over,
    HomeWaits: home_waits,
    Silence: silence,
    StopCheck: check,
    Raised: _emergency,
    AnyTaken: any_taken,
    CallNow: call_now,
    TabletsLeft: supply.card,
    Moving: moving,
}
