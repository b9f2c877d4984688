"""Nothing changed: why not, and the way on."""

from __future__ import annotations

from bot.domain.dose import Dose
from bot.domain.dose_events import Reason
from bot.domain.outcomes import Refused
from bot.domain.policy import Policy
from bot.domain.terms import DoseState
from bot.screens.asking import ask_when
from bot.screens.buttons import dose_rows, home_row, undo_row
from bot.screens.cards import about
from bot.screens.scene import Scene
from bot.screens.screen import Rows, Screen
from bot.words import Markup, lines

_PLAIN = {
    Reason.IN_FUTURE: "refused-future",
    Reason.NOT_LATEST: "refused-not-latest",
    Reason.NEXT_OPENED: "refused-next-opened",
    Reason.REPEAT: "refused-repeat",
}


def refused(scene: Scene, policy: Policy, outcome: Refused) -> Screen:
    """Nothing changed: why, and the way on."""
    dose = outcome.dose
    if dose is None:
        message = {
            Reason.NOT_YOURS: "refused-not-yours",
            Reason.IN_FUTURE: "refused-future",
            Reason.NOT_LATEST: "refused-nothing-to-undo",
        }.get(outcome.why, "refused-nothing-open")
        return Screen(lines([scene.html(message), scene.next(outcome.next)]), home_row(scene))
    if outcome.why is Reason.ALREADY:
        return _already(scene, dose, outcome.next)
    if outcome.why is Reason.ASK_WHEN:
        return ask_when(scene, dose)
    text = lines([_why(scene, policy, outcome.why, dose), scene.next(outcome.next)])
    return Screen(text, _rows_after(scene, outcome.why, dose))


def _why(scene: Scene, policy: Policy, why: Reason, dose: Dose) -> Markup:
    until = scene.when(dose.closes_at)
    name = scene.dose(dose)
    match why:
        case Reason.TOO_EARLY:
            return scene.html("refused-too-early", dose=name, time=scene.when(dose.counts_from))
        case Reason.STILL_OPEN:
            return scene.html("refused-still-open", dose=name, time=until)
        case Reason.WINDOW_ENDS:
            return scene.html("refused-window", dose=name, time=until)
        case Reason.NO_SNOOZES:
            return scene.html("refused-snoozes", count=policy.snoozes_most, time=until)
        case Reason.PREVIOUS_OPEN:
            return about(scene, "refused-previous", dose)
        case _:
            return scene.html(_PLAIN.get(why, "refused-not-open"))


def _rows_after(scene: Scene, why: Reason, dose: Dose) -> Rows:
    if dose.state is DoseState.OPEN and scene.at < dose.closes_at and why is not Reason.IN_FUTURE:
        return dose_rows(scene, dose)
    return home_row(scene)


def _already(scene: Scene, dose: Dose, after: Dose | None) -> Screen:
    if dose.state is DoseState.TAKEN and dose.taken_at is not None:
        head = scene.html("already-taken", time=scene.when(dose.taken_at))
    else:
        names = {DoseState.SKIPPED: "already-skipped", DoseState.MISSED: "already-missed"}
        head = scene.html(names.get(dose.state, "already-unknown"))
    return Screen(lines([head, scene.next(after)]), undo_row(scene, dose.id))
