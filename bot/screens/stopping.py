"""The stop guard's words: why, what can happen, and what to do instead. It bars nothing.

Whoever may be unwell, or was told by a doctor, never reads that they are to go on as before.
"""

from __future__ import annotations

from bot.domain.stop_outcomes import Kept, NoWish, Wished
from bot.domain.stopping import StopReason, StopWay
from bot.screens.buttons import button, home_row
from bot.screens.contacts import call_button, call_row
from bot.screens.help_lines import emergency_line
from bot.screens.run_out import answer_rows, run_out_lines
from bot.screens.scene import Scene
from bot.screens.screen import Button, Rows, Screen, Verb
from bot.screens.standing import life_lines, life_rows
from bot.words import Markup, lines

_HEADS: dict[StopReason | None, str] = {StopReason.FEEL_BETTER: "stop-because-feel_better"}
_LABELS = {
    StopReason.SIDE_EFFECTS: "button-side_effects",
    StopReason.FEEL_BETTER: "button-feel_better",
    StopReason.RAN_OUT: "button-ran_out",
    StopReason.PRESCRIBER: "button-stop-prescriber",
    StopReason.OTHER: "button-stop-other",
}


def why(scene: Scene, wished: Wished, *, slip: Markup | None = None) -> Screen:
    """Why? The danger signs and the warning stand with the question: it may be all they read.

    `slip`: what to say of words that were no answer.
    """
    text = lines(
        [
            slip,
            *never_lines(scene),
            scene.html("taper-emergency"),
            emergency_line(scene),
            scene.html("stop-ward") if wished.life.in_hospital else None,
            scene.html("stop-why"),
            scene.html("stop-why-hint"),
        ]
    )
    first, *others = [_reason(scene, wished, each) for each in _LABELS]
    taper = _do(scene, wished, "button-taper", "taper")
    rows = ((first,), tuple(others[:2]), (others[2], taper), (others[3],))
    return Screen(text, rows)


def never_lines(scene: Scene) -> list[Markup]:
    """Never all at once, and what can happen: the same words each time, so that they are known."""
    return [scene.html("wd-never_stop"), scene.html("stop-harm")]


def _reason(scene: Scene, wished: Wished, reason: StopReason) -> Button:
    return button(scene, _LABELS[reason], Verb.STOP_WHY, wished.wish.id, reason)


def _do(scene: Scene, wished: Wished, label: str, what: str, *, good: bool = False) -> Button:
    return button(scene, label, Verb.STOP_DO, wished.wish.id, what, good=good)


def unasked(scene: Scene) -> Screen:
    """Nobody agreed yet that anything is kept: all the words, and no question."""
    text = lines(
        [
            *never_lines(scene),
            scene.html("wd-no_safe_length"),
            scene.html("wd-taper"),
            scene.html("stop-ask"),
            scene.html("taper-emergency"),
            emergency_line(scene),
        ]
    )
    return Screen(text, call_row(scene))


def because(scene: Scene, wished: Wished) -> Screen:
    """What the reason calls for, and the answers to it."""
    if wished.unwell:
        return _unwell(scene, wished)
    match wished.wish.reason:
        case None | StopReason.TAPER:
            return why(scene, wished)
        case StopReason.RAN_OUT:
            return _ran_out(scene, wished)
        case StopReason.PRESCRIBER:
            return _prescriber(scene, wished)
        case StopReason.FEEL_BETTER | StopReason.OTHER | StopReason.SIDE_EFFECTS:
            return _never_suddenly(scene, wished)


def _unwell(scene: Scene, wished: Wished) -> Screen:
    """Signs that are urgent, or not told yet: whom to call and how soon, and no going on."""
    told = wished.worst is not None
    text = lines(
        [
            scene.html("level-urgent" if told else "stop-because-side_effects"),
            scene.html("stop-urgent-next" if told else "stop-next-dose"),
            scene.html("taper-emergency"),
            emergency_line(scene),
            *never_lines(scene),
            scene.html("wd-taper"),
        ]
    )
    call, taper = call_button(scene), _do(scene, wished, "button-taper", "taper")
    if told:
        return Screen(text, ((call,), (taper,), _last(scene, wished)))
    signs = button(scene, "button-log-symptom", Verb.SYMPTOM)
    return Screen(text, ((signs,), (taper, call), _last(scene, wished)))


def _last(scene: Scene, wished: Wished) -> tuple[Button, ...]:
    """The two answers under every reason: another one, and their own decision."""
    return (
        _do(scene, wished, "button-back", "back"),
        _do(scene, wished, "button-stop-anyway", "anyway"),
    )


def _never_suddenly(scene: Scene, wished: Wished) -> Screen:
    better = wished.wish.reason is StopReason.FEEL_BETTER
    text = lines(
        [
            scene.html(_HEADS.get(wished.wish.reason, "stop-because-other")),
            *([scene.html("what-helpful_if_right")] if better else []),
            *never_lines(scene),
            scene.html("wd-risk"),
            scene.html("wd-taper"),
            scene.html("stop-ask"),
            *([] if better else [scene.html("taper-other")]),
            emergency_line(scene),
            _stays(scene, wished),
        ]
    )
    return Screen(text, _answers(scene, wished, good=better))


def _keep(scene: Scene, wished: Wished, *, good: bool = False) -> Button:
    label = "button-stop-keep" if wished.has_plan else "button-stop-not"
    return _do(scene, wished, label, "keep", good=good)


def _stays(scene: Scene, wished: Wished) -> Markup | None:
    return scene.html("stop-keep") if wished.has_plan else None


def _answers(scene: Scene, wished: Wished, *, good: bool) -> Rows:
    taper = _do(scene, wished, "button-taper", "taper", good=not good)
    keep = _keep(scene, wished, good=good)
    first, second = (keep, taper) if good else (taper, keep)
    return ((first,), (second, call_button(scene)), _last(scene, wished))


def _ran_out(scene: Scene, wished: Wished) -> Screen:
    """Running out is stopping: an emergency supply today, and never the full dose after days."""
    text = lines(
        [
            *run_out_lines(scene, "supply-out"),
            scene.html("wd-never_stop"),
            scene.html("miss-day_without"),
        ]
    )
    tablets = answer_rows(scene) if wished.has_plan else ()
    last = ((_keep(scene, wished),), _last(scene, wished))
    return Screen(text, (*call_row(scene), *tablets, *last))


def _prescriber(scene: Scene, wished: Wished) -> Screen:
    """They are the one to say how: a written plan, and a call where it was to be at once."""
    change = () if not wished.has_plan else (_change(scene),)
    text = lines(
        [
            scene.html("stop-because-prescriber"),
            scene.html("stop-told-at-once"),
            scene.html("wd-taper"),
            *never_lines(scene),
            scene.html("take-exactly"),
            emergency_line(scene),
        ]
    )
    taper = _do(scene, wished, "button-taper", "taper")
    keep = _keep(scene, wished)
    return Screen(text, ((taper, *change), (keep, call_button(scene)), _last(scene, wished)))


def _change(scene: Scene) -> Button:
    return button(scene, "button-change-plan", Verb.PLAN, detail="change")


def kept(scene: Scene, outcome: Kept) -> Screen:
    """Nothing changed. Whoever named side effects is told whom to call, and no dose."""
    unwell = outcome.unwell
    text = lines(
        [
            scene.html("stop-kept" if outcome.has_plan else "stop-kept-none"),
            scene.html("stop-kept-unwell") if unwell else _next(scene, outcome),
            emergency_line(scene) if unwell else None,
        ]
    )
    return Screen(text, (*(call_row(scene) if unwell else ()), *home_row(scene)))


def _next(scene: Scene, outcome: Kept) -> Markup | None:
    return scene.next(outcome.next) if outcome.has_plan else None


def no_wish(scene: Scene, outcome: NoWish) -> Screen:
    """The button is of a wish that was answered: how it stands."""
    life = outcome.life
    text = lines([scene.html("old-button"), *life_lines(scene, life), *never_lines(scene)])
    return Screen(text, (*life_rows(scene, life), *home_row(scene)))


def side_effects_button(scene: Scene, way: StopWay) -> Button:
    """Under another question that would stop something: this is heard before it."""
    return button(
        scene, "button-side_effects", Verb.STOP, detail=f"{way}.{StopReason.SIDE_EFFECTS}"
    )


def stop_button(scene: Scene, way: StopWay) -> Button:
    """Under another question: what is really wanted is to stop."""
    return button(scene, "button-stop", Verb.STOP, detail=f"{way}.")
