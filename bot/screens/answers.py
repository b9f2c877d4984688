"""What came of an answer about a dose, in the message itself and never in a toast alone."""

from __future__ import annotations

from bot.domain.dose import Dose
from bot.domain.outcomes import Recorded
from bot.domain.policy import Policy
from bot.domain.terms import AnswerKind, DoseState, SkipReason
from bot.screens.buttons import dose_rows, home_row, undo_extra_row, undo_row
from bot.screens.cards import asked_again, reminder, skip_rule, time_over, unknown_rows
from bot.screens.contacts import call_row
from bot.screens.help_lines import emergency_line, overdose_lines
from bot.screens.replanned import undone
from bot.screens.run_out import run_out_lines
from bot.screens.scene import Scene
from bot.screens.screen import Screen
from bot.screens.timing import timed
from bot.words import Markup, cap, lines

_CALLS = (SkipReason.NO_TABLETS, SkipReason.SIDE_EFFECTS)  # reasons that need somebody


def recorded(scene: Scene, policy: Policy, outcome: Recorded) -> Screen:
    """The answer was kept."""
    if outcome.kind is AnswerKind.UNDONE:
        return _undone(scene, outcome)
    dose = outcome.dose
    if dose is None or outcome.extra:
        return _extra(scene, outcome)
    more: list[Markup] = []
    match outcome.kind:
        case AnswerKind.SNOOZED:
            return _snoozed(scene, dose)
        case AnswerKind.TAKEN:
            text = _taken(scene, policy, dose)
        case AnswerKind.SKIPPED:
            text = _skipped(scene, dose, outcome.skip_reason or SkipReason.OTHER, outcome.words)
            more = _after_skip(scene, outcome.skip_reason)
        case AnswerKind.NOT_SURE:
            text = lines([scene.html("not-sure"), scene.about("not-sure-logged", dose)])
            more = [scene.html("not-sure-worried")]
        case _:
            text = scene.about("missed-told", dose)
            more = [skip_rule(scene, outcome.next), scene.html("card-ask-label")]
            return Screen(lines([text, *more]), undo_row(scene, dose))
    shown = lines([text, scene.next(outcome.next), *more])
    calls = call_row(scene) if outcome.skip_reason in _CALLS else ()
    return Screen(shown, (*undo_row(scene, dose), *calls))


def _after_skip(scene: Scene, reason: SkipReason | None) -> list[Markup]:
    """Whom to ask where the reason needs somebody, and that a skip is for one dose."""
    rule = scene.html("ask-skip-rule")
    if reason is SkipReason.NO_TABLETS:
        return [*run_out_lines(scene), rule]
    if reason is SkipReason.SIDE_EFFECTS:
        unwell = [scene.html("taper-emergency"), emergency_line(scene)]
        return [*unwell, scene.html("taper-side-effects"), rule]
    return [rule]


def _taken(scene: Scene, policy: Policy, dose: Dose) -> Markup:
    assert dose.taken_at is not None, "a taken dose has its instant"  # noqa: S101
    return timed(
        scene,
        policy,
        dose,
        ("taken", "taken-late", "taken-early"),
        at=scene.at_time(dose.taken_at),
        planned=scene.clock(dose.due_at),
        **scene.amounts(dose.mg, dose.strengths),
    )


def _skipped(scene: Scene, dose: Dose, reason: SkipReason, words: str | None) -> Markup:
    if reason is SkipReason.OTHER and words:
        return scene.about("skipped-own", dose, words=cap(words))
    return scene.about("skipped", dose, reason=scene.words.plain(f"skip-reason-{reason}"))


def _snoozed(scene: Scene, dose: Dose) -> Screen:
    card = reminder(scene, dose)
    assert dose.snoozed_until is not None, "a snoozed dose has its instant"  # noqa: S101
    again = scene.html("snoozed", at=scene.at_time(dose.snoozed_until))
    return Screen(lines([again, card.text]), dose_rows(scene, dose))


def _undone(scene: Scene, outcome: Recorded) -> Screen:
    """It was logged a moment ago: taking it twice is what must not happen."""
    dose = outcome.dose
    if dose is None:
        return Screen(scene.html("undone-extra"), home_row(scene))
    if dose.state is DoseState.OPEN:
        card = asked_again(scene, "card-reminder", dose)
        return Screen(lines([scene.html("undone-open"), card.text]), card.rows)
    if dose.state is DoseState.PLANNED:
        said = [scene.html("undone-planned", dose=scene.dose(dose)), scene.html("undone-once")]
        return Screen(lines(said), home_row(scene))
    if dose.state is DoseState.CANCELLED:
        return undone(scene, dose, outcome.next)
    past = time_over(scene, dose) if scene.at >= dose.closes_at else None
    text = lines([scene.about("undone-unknown", dose), past])
    return Screen(text, unknown_rows(scene, dose))


def undone_elsewhere(scene: Scene, dose: Dose) -> Screen:
    """What another message that told the answer tells now."""
    return Screen(scene.about("undone-told", dose))


def _extra(scene: Scene, outcome: Recorded) -> Screen:
    assert outcome.taken_at is not None, "an extra dose has its instant"  # noqa: S101
    at, dose = scene.at_time(outcome.taken_at), outcome.dose
    if dose is None:
        head, rows = [scene.html("extra-recorded", at=at)], undo_extra_row(scene, outcome.taken_at)
    else:
        head = [
            scene.about(message, dose, at=at) for message in ("extra-recorded-mg", "extra-as-dose")
        ]
        rows = undo_row(scene, dose)
    return Screen(lines([*head, *overdose_lines(scene)]), (*rows, *call_row(scene)))
