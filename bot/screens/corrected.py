"""What came of a correction: before and after, a question that must come first, or why not."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.dose import Dose
from bot.domain.dose_events import Reason
from bot.domain.moments import as_seen
from bot.domain.outcomes import AskExtra, Corrected, Refused, WhichCorrected
from bot.domain.policy import Policy
from bot.domain.terms import DoseState
from bot.screens.asking import extra_question
from bot.screens.buttons import button, home_row, minutes_of, undo_row
from bot.screens.cards import reminder, skip_rule
from bot.screens.contacts import call_row
from bot.screens.correcting import log_state, when, with_state
from bot.screens.help_lines import overdose_lines
from bot.screens.scene import Scene
from bot.screens.screen import Button, Screen, Tap, Verb
from bot.words import Markup, lines

_RECENT = timedelta(days=1)
_ASKED_ANEW = (Reason.IN_FUTURE, Reason.TOO_FAR, Reason.TOO_EARLY, Reason.REPEAT)


def which(scene: Scene, outcome: WhichCorrected) -> Screen:
    """Which of these doses was taken then, and how does each stand in the log?

    An open one is answered, the others are corrected.
    """
    minutes = minutes_of(outcome.taken_at)
    rows = []
    for dose in outcome.doses:
        is_open = dose.state is DoseState.OPEN
        tap = (
            Tap(Verb.TOOK_AT, dose.id, minutes)
            if is_open
            else Tap(Verb.CORRECT_AS, dose.id, f"n{minutes}")
        )
        wall, day = as_seen(dose, scene.zone)
        label = f"{scene.words.day(day, scene.today)} {scene.words.clock(wall)}"
        rows.append((Button(label, tap),))
    text = lines(
        [
            scene.html("ask-which-at", at=scene.at_time(outcome.taken_at)),
            *(with_state(scene, dose, scene.dose(dose)) for dose in outcome.doses),
        ]
    )
    back = button(scene, "button-back", Verb.CORRECT_DOSE, outcome.dose.id)
    return Screen(text, (*rows, (back,)))


def one_more(scene: Scene, dose: Dose, outcome: AskExtra) -> Screen:
    """Another dose was taken near that time: the same one, or one more?"""
    same = button(scene, "button-same-dose", Verb.SAME_DOSE, dose.id, good=True)
    minutes = minutes_of(outcome.taken_at)
    more = button(scene, "button-yes-extra", Verb.CORRECT_AS, dose.id, f"x{minutes}")
    return Screen(extra_question(scene, outcome), ((same,), (more,)))


def corrected(scene: Scene, outcome: Corrected) -> Screen:
    """Before and after, and the way to take that back."""
    dose, before = outcome.dose, log_state(scene, outcome.before)
    if outcome.reopened:
        text = lines([scene.about("correct-reopened", dose, before=before), _kept(scene, outcome)])
        if dose.state is not DoseState.OPEN:
            return Screen(lines([text, scene.next(outcome.next)]), home_row(scene))
        card = reminder(scene, dose)
        return Screen(lines([text, card.text]), card.rows)
    text = lines(
        [
            scene.about("correct-done", dose, before=before, after=log_state(scene, dose)),
            _kept(scene, outcome),
            *_advice(scene, outcome),
            None if outcome.can_undo else scene.html("correct-again"),
        ]
    )
    undo = undo_row(scene, dose) if outcome.can_undo else ()
    calls = call_row(scene) if outcome.extra else ()
    return Screen(text, (*calls, *undo, *home_row(scene)))


def _kept(scene: Scene, outcome: Corrected) -> Markup | None:
    """Where nobody had answered there was no mistake to keep."""
    return scene.html("correct-kept") if outcome.before.answered_at is not None else None


def _advice(scene: Scene, outcome: Corrected) -> list[Markup | None]:
    """What to do now, where the dose was due within the last day."""
    if outcome.extra:
        return [*overdose_lines(scene)]
    if outcome.in_hospital:
        return [scene.html("correct-hospital")]
    if scene.at - outcome.dose.due_at > _RECENT:
        return []
    match outcome.dose.state:
        case DoseState.MISSED:
            return [skip_rule(scene, outcome.next), scene.html("card-ask-label")]
        case DoseState.SKIPPED:
            return [scene.next(outcome.next), scene.html("ask-skip-rule")]
        case DoseState.UNKNOWN:
            return [scene.html("not-sure"), scene.html("not-sure-worried")]
        case _:
            return [scene.next(outcome.next)]


def refused(scene: Scene, policy: Policy, outcome: Refused) -> Screen:
    """Nothing changed: why, and the way on."""
    dose = outcome.dose
    if dose is None:
        return Screen(scene.html("refused-not-yours"), home_row(scene))
    if outcome.why is Reason.STILL_OPEN:
        card = reminder(scene, dose)
        said = scene.html("correct-open", dose=scene.dose(dose))
        return Screen(lines([said, card.text]), card.rows)
    said = _why(scene, policy, outcome.why, dose)
    if is_asked_anew(outcome):
        return when(scene, dose, said)
    return Screen(said, home_row(scene))


def is_asked_anew(outcome: Refused) -> bool:
    """The time that was typed cannot be right: another is asked for."""
    is_planned = outcome.dose is not None and outcome.dose.state is DoseState.PLANNED
    return outcome.why in _ASKED_ANEW and not is_planned


def _why(scene: Scene, policy: Policy, why: Reason, dose: Dose) -> Markup:
    name, span = scene.dose(dose), scene.words.duration
    match why:
        case Reason.ALREADY:
            return scene.html("correct-already", state=log_state(scene, dose))
        case Reason.TOO_OLD:
            return scene.html("correct-too-old", span=span(policy.correct_back))
        case Reason.TOO_FAR:
            return scene.html("correct-too-far", span=span(policy.correct_apart), dose=name)
        case Reason.TOO_EARLY if dose.state is DoseState.PLANNED:
            return scene.html("correct-planned", dose=name)
        case Reason.TOO_EARLY:
            return scene.html("correct-too-early", dose=name)
        case Reason.IN_FUTURE:
            return scene.html("refused-future")
        case Reason.REPEAT:
            return scene.html("refused-repeat")
        case _:
            return scene.html("correct-cancelled")
