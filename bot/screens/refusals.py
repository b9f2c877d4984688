"""Nothing changed: why not, and the way on."""

from __future__ import annotations

from bot.domain.dose import Dose
from bot.domain.dose_events import Reason
from bot.domain.outcomes import Refused
from bot.domain.policy import Policy
from bot.domain.terms import DoseState
from bot.screens.asking import ask_earlier, ask_when
from bot.screens.buttons import button, home_row, undo_row
from bot.screens.cards import asked_again, reminder
from bot.screens.scene import Scene
from bot.screens.screen import Rows, Screen, Verb
from bot.words import Markup, lines

_PLAIN = {
    Reason.NOT_LATEST: "refused-not-latest",
    Reason.NEXT_OPENED: "refused-next-opened",
    Reason.REPEAT: "refused-repeat",
}
_WITHOUT_DOSE = {
    **_PLAIN,
    Reason.NOT_YOURS: "refused-not-yours",
    Reason.IN_FUTURE: "refused-future",
    Reason.NOT_LATEST: "refused-nothing-to-undo",
}


def refused(scene: Scene, policy: Policy, outcome: Refused) -> Screen:
    """Nothing changed: why, and the way on."""
    dose = outcome.dose
    if dose is None:
        return Screen(lines([why(scene, outcome), scene.next(outcome.next)]), home_row(scene))
    is_open = dose.state is DoseState.OPEN and scene.at < dose.closes_at
    match outcome.why:
        case Reason.ALREADY:
            return _already(scene, dose, outcome.next)
        case Reason.ASK_WHEN:
            return ask_when(scene, dose)
        case Reason.IN_FUTURE:
            return ask_earlier(scene, dose, why="refused-future")
        case Reason.NOT_LATEST if is_open:  # it was undone already
            card = asked_again(scene, "card-reminder", dose)
            return Screen(lines([scene.html("undone-open"), card.text]), card.rows)
    text = lines([_about(scene, policy, outcome.why, dose), scene.next(outcome.next)])
    if outcome.why in (Reason.NOT_LATEST, Reason.NEXT_OPENED):
        correct = button(scene, "button-correct", Verb.CORRECT_DOSE, dose.id)
        return Screen(text, ((correct,), *home_row(scene)))
    return Screen(text, _rows_after(scene, dose, is_open=is_open))


def why(scene: Scene, outcome: Refused) -> Markup:
    """One line of it, where no dose of the person's is shown."""
    if outcome.dose is not None:
        return scene.html(_PLAIN.get(outcome.why, "refused-not-open"))
    return scene.html(_WITHOUT_DOSE.get(outcome.why, "refused-nothing-open"))


def _about(scene: Scene, policy: Policy, reason: Reason, dose: Dose) -> Markup:
    until = scene.until(dose.closes_at)
    name = scene.dose(dose)
    match reason:
        case Reason.TOO_EARLY:
            return scene.html("refused-too-early", dose=name, at=scene.at_time(dose.due_at))
        case Reason.STILL_OPEN:
            return scene.html("refused-still-open", dose=name, time=until)
        case Reason.WINDOW_ENDS:
            return scene.html("refused-window", dose=name, time=until)
        case Reason.NO_SNOOZES:
            return scene.html("refused-snoozes", count=policy.snoozes_most, time=until)
        case Reason.PREVIOUS_OPEN:
            return scene.about("refused-previous", dose)
        case _:
            return scene.html(_PLAIN.get(reason, "refused-not-open"))


def _rows_after(scene: Scene, dose: Dose, *, is_open: bool) -> Rows:
    return reminder(scene, dose).rows if is_open else home_row(scene)


def _already(scene: Scene, dose: Dose, after: Dose | None) -> Screen:
    if dose.state is DoseState.TAKEN and dose.taken_at is not None:
        head = scene.html("already-taken", at=scene.at_time(dose.taken_at))
    else:
        names = {DoseState.SKIPPED: "already-skipped", DoseState.MISSED: "already-missed"}
        head = scene.html(names.get(dose.state, "already-unknown"))
    return Screen(lines([head, scene.next(after)]), undo_row(scene, dose))
