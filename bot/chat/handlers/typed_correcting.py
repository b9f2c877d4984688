"""Correcting the log by words: "correct yesterday 14:00", and every button of it typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

from bot.chat.handlers import doses as dose_taps
from bot.chat.handlers import looking
from bot.chat.handlers.correcting import (
    day_of,
    days,
    days_screen,
    of_day,
    show_day,
    show_dose,
    taken,
    tap_day,
    tap_days,
    tap_dose,
    tap_truth,
)
from bot.chat.handlers.typed_doses import is_label, moment_about, spelled
from bot.chat.parsing import verbs
from bot.chat.parsing.moments import read_moment
from bot.chat.parsing.times import Problem
from bot.chat.present import reply, show
from bot.chat.turn import Turn
from bot.domain.dose import Dose
from bot.domain.moments import last_date
from bot.domain.outcomes import WhichCorrected
from bot.screens import corrected as outcomes
from bot.screens import correcting as screens
from bot.screens import general
from bot.screens.buttons import instant_of
from bot.screens.screen import Screen, Tap, Verb
from bot.usecases import correcting, undoing
from bot.usecases.questions import dose_of, doses_of


async def said(turn: Turn, verb: verbs.Correct) -> None:
    """Typed "correct", "correct yesterday 14:00"."""
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    if verb.unclear is not None:
        await reply(turn, Screen(turn.scene.html("correct-unclear")))
        return
    if verb.day is None and verb.date is None and verb.wall is None:
        await days(turn, 0)
        return
    unsaid = turn.scene.today
    if verb.day is None and verb.date is None and verb.wall is not None:
        store, person = turn.desk.store, turn.person.id
        dose = await correcting.at_time(store, person, unsaid, verb.wall)
        if dose is None or dose.due_at > turn.at:  # "correct 22:00", said in the morning
            unsaid -= timedelta(days=1)
    await _named(turn, verb, unsaid)


async def _named(turn: Turn, verb: verbs.Correct, unsaid: date) -> None:
    """The day that was said (else `unsaid`), and its dose of that time."""
    day: date | None = unsaid
    if verb.day is not None:
        day = turn.scene.today + timedelta(days=verb.day)
    elif verb.date is not None:
        day = last_date(*verb.date, turn.scene.today)
    if day is None:
        await reply(turn, Screen(turn.scene.html("correct-unclear")))
        return
    if verb.wall is None:
        await show_day(turn, day)
        return
    found = await correcting.at_time(turn.desk.store, turn.person.id, day, verb.wall)
    if found is not None:
        await show_dose(turn, found)
    else:
        clock = turn.scene.words.clock(verb.wall)
        await show_day(turn, day, screens.no_dose_at(turn.scene, day, clock))


async def typed(turn: Turn, about: str, text: str) -> bool:
    """A typed answer to the step that waits; False where the words are none."""
    step, _, rest = about.partition("|")
    return await _STEPS[step](turn, rest, text)


async def _typed_day(turn: Turn, page: str, text: str) -> bool:
    if await _by_label(turn, await days_screen(turn, page), text):
        return True
    return await _typed_named(turn, turn.scene.today, text)


async def _typed_named(turn: Turn, day: date, text: str) -> bool:
    """ "12 Nov", "14:00", as behind "correct"."""
    verb = verbs.read_verb(f"correct {text}")
    if not isinstance(verb, verbs.Correct) or verb == verbs.Correct():
        return False
    await (said(turn, verb) if verb.unclear else _named(turn, verb, day))
    return True


async def _typed_dose(turn: Turn, detail: str, text: str) -> bool:
    day = day_of(detail) or turn.scene.today
    found = await of_day(turn, day)
    screen = screens.doses(turn.scene, turn.desk.policy, day, found)
    return await _by_label(turn, screen, text) or await _typed_named(turn, day, text)


async def _typed_truth(turn: Turn, which: str, text: str) -> bool:
    dose = await undoing.own(turn.desk.store, turn.person, dose_of(which))
    if dose is None:
        return False
    if await _by_label(turn, screens.what(turn.scene, dose), text):
        return True
    return await _typed_time(turn, dose, text)


async def _typed_when(turn: Turn, which: str, text: str) -> bool:
    dose = await undoing.own(turn.desk.store, turn.person, dose_of(which))
    if dose is None:
        return False
    if await _by_label(turn, screens.when(turn.scene, dose), text):
        return True
    return await _typed_time(turn, dose, text)


async def _typed_time(turn: Turn, dose: Dose, text: str) -> bool:
    when = read_moment(text)
    if isinstance(when, Problem):
        return False
    await taken(turn, dose, moment_about(turn, when, dose))
    return True


async def _typed_which(turn: Turn, about: str, text: str) -> bool:
    which, _, rest = about.partition("|")
    taken_at, offered = doses_of(rest)
    store, person = turn.desk.store, turn.person
    dose = await undoing.own(store, person, dose_of(which))
    found = [await undoing.own(store, person, each) for each in offered]
    if dose is None or taken_at is None:
        return False
    asked = WhichCorrected(dose, tuple(each for each in found if each is not None), taken_at)
    return await _by_label(turn, outcomes.which(turn.scene, asked), text)


async def _typed_extra(turn: Turn, about: str, text: str) -> bool:
    which, _, minutes = about.partition("|")
    dose = await undoing.own(turn.desk.store, turn.person, dose_of(which))
    verb = verbs.read_verb(text)
    if dose is None:
        return False
    if isinstance(verb, verbs.Yes) or is_label(turn, text, "button-yes-extra"):
        await taken(turn, dose, instant_of(minutes), named=True, extra=True)
    elif isinstance(verb, verbs.No) or is_label(turn, text, "button-same-dose"):
        await dose_taps.leave_as_is(turn, dose.id)
    else:
        return False
    return True


async def _by_label(turn: Turn, screen: Screen, text: str) -> bool:
    """The words on one of the screen's buttons are as good as a tap on it."""
    buttons = (button for row in screen.rows for button in row)
    taps = [button.tap for button in buttons if spelled(button.label) == spelled(text)]
    for tap in taps[:1]:
        await _TAPS[tap.verb](turn, tap)
    return bool(taps)


_TAPS: dict[Verb, Callable[[Turn, Tap], Awaitable[None]]] = {
    Verb.CORRECT: tap_days,
    Verb.CORRECT_DAY: tap_day,
    Verb.CORRECT_DOSE: tap_dose,
    Verb.CORRECT_AS: tap_truth,
    Verb.TOOK_AT: dose_taps.took_at,
    Verb.LOG: looking.tap_week,
}
_STEPS: dict[str, Callable[[Turn, str, str], Awaitable[bool]]] = {
    "days": _typed_day,
    "day": _typed_dose,
    "dose": _typed_truth,
    "when": _typed_when,
    "which": _typed_which,
    "extra": _typed_extra,
}
