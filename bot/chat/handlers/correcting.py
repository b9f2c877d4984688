"""Correcting the log by taps: the day, the dose, what is true."""

from __future__ import annotations

from datetime import date, datetime

from bot.chat.present import show, show_outcome
from bot.chat.turn import Turn
from bot.domain.dose import Dose
from bot.domain.dose_events import Correct, Reason
from bot.domain.outcomes import AskExtra, Corrected, CorrectOutcome, Refused, WhichCorrected
from bot.domain.terms import DoseState
from bot.screens import corrected as outcomes
from bot.screens import correcting as screens
from bot.screens.buttons import instant_of, minutes_of
from bot.screens.screen import Screen, Tap
from bot.usecases import correcting, questions, undoing
from bot.words import Markup

_TRUTHS = {"not": DoseState.MISSED, "skip": DoseState.SKIPPED, "unsure": DoseState.UNKNOWN}


async def tap_days(turn: Turn, tap: Tap) -> None:
    """[Correct] under the log, [Older], [Newer]."""
    await days(turn, int(tap.detail))


async def days(turn: Turn, page: int) -> None:
    """Which day of this page of the log?"""
    await _wait(turn, f"days|{page}")
    await show(turn, await days_screen(turn, str(page)))


async def days_screen(turn: Turn, page: str) -> Screen:
    """The screen of that question."""
    desk = turn.desk
    view = await correcting.days(desk.store, desk.policy, turn.person.id, turn.at, int(page))
    return screens.days(turn.scene, desk.policy, view)


async def tap_day(turn: Turn, tap: Tap) -> None:
    """A day."""
    day = day_of(tap.detail)
    await (days(turn, 0) if day is None else show_day(turn, day))


def day_of(detail: str) -> date | None:
    """The date of a button, written YYYYMMDD."""
    try:
        return date.fromisoformat(detail)
    except ValueError:
        return None


async def show_day(turn: Turn, day: date, why: Markup | None = None) -> None:
    """Which dose of this day? `why`: the one that was named is not there."""
    await _wait(turn, f"day|{day:%Y%m%d}")
    found = await of_day(turn, day)
    await show(turn, screens.doses(turn.scene, turn.desk.policy, day, found, why))


async def of_day(turn: Turn, day: date) -> tuple[Dose, ...]:
    """The doses of the day that can be corrected."""
    desk = turn.desk
    return await correcting.of_day(desk.store, desk.policy, turn.person.id, turn.at, day)


async def tap_dose(turn: Turn, tap: Tap) -> None:
    """A dose of that day."""
    dose = await undoing.own(turn.desk.store, turn.person, tap.subject)
    if dose is None:
        await _show(turn, None, Refused(Reason.NOT_YOURS, None, None))
    else:
        await show_dose(turn, dose)


async def show_dose(turn: Turn, dose: Dose) -> None:
    """What is true of it? One that cannot be corrected is refused at once."""
    refusal = correcting.refusal(turn.desk.policy, dose, turn.at)
    if refusal is not None:
        await _show(turn, dose, refusal)
        return
    await _wait(turn, f"dose|{dose.id}")
    await show(turn, screens.what(turn.scene, dose))


async def tap_truth(turn: Turn, tap: Tap) -> None:
    """What is true of the dose; [Took it at...] asks when."""
    dose = await undoing.own(turn.desk.store, turn.person, tap.subject)
    if dose is None:
        await _show(turn, None, Refused(Reason.NOT_YOURS, None, None))
    elif tap.detail == "ask":
        await _wait(turn, f"when|{dose.id}")
        await show(turn, screens.when(turn.scene, dose))
    elif tap.detail in _TRUTHS:
        await _correct(turn, dose, Correct(_TRUTHS[tap.detail]))
    elif tap.detail == "due":
        await taken(turn, dose, dose.due_at)
    else:
        how, minutes = tap.detail[0], tap.detail[1:]
        await taken(turn, dose, instant_of(minutes), named=True, extra=how == "x")


async def taken(
    turn: Turn, dose: Dose, taken_at: datetime, *, named: bool = False, extra: bool = False
) -> None:
    """It was taken at this instant; `named`, `extra`: asked about, the person said so again."""
    await _correct(turn, dose, Correct(DoseState.TAKEN, taken_at), named=named, extra=extra)


async def _correct(
    turn: Turn, dose: Dose, event: Correct, *, named: bool = False, extra: bool = False
) -> None:
    said = turn.saying()
    saying = said.confirming() if extra else said.naming() if named else said
    desk = turn.desk
    outcome = await correcting.correct(desk.store, desk.policy, saying, dose.id, event, turn.cause)
    await _show(turn, dose, outcome)


async def _show(turn: Turn, dose: Dose | None, outcome: CorrectOutcome) -> None:
    """What came of it; what it asks waits for words, too."""
    match outcome:
        case Corrected():
            screen = outcomes.corrected(turn.scene, outcome)
            await show_outcome(turn, outcome.dose, screen, outcome.cards)
        case WhichCorrected(about, offered, taken_at):
            names = ",".join(str(each.id) for each in offered)
            await _wait(turn, f"which|{about.id}|{minutes_of(taken_at)}|{names}")
            await show(turn, outcomes.which(turn.scene, outcome))
        case AskExtra() if dose is not None:
            await _wait(turn, f"extra|{dose.id}|{minutes_of(outcome.taken_at)}")
            await show(turn, outcomes.one_more(turn.scene, dose, outcome))
        case Refused():
            if outcomes.is_asked_anew(outcome) and outcome.dose is not None:
                await _wait(turn, f"when|{outcome.dose.id}")
            await show(turn, outcomes.refused(turn.scene, turn.desk.policy, outcome))


async def _wait(turn: Turn, step: str) -> None:
    await questions.ask_correcting(turn.desk.store, turn.person, step, turn.at)
