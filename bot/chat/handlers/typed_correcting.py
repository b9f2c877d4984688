"""Correcting the log by words: "correct yesterday 14:00", and every button of it typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

from bot.chat.handlers import doses as dose_taps
from bot.chat.handlers import looking
from bot.chat.handlers.correcting import (
    day_of,
    days,
    show_day,
    show_dose,
    taken,
    tap_day,
    tap_days,
    tap_dose,
    tap_truth,
)
from bot.chat.handlers.correction_steps import step_screen
from bot.chat.handlers.naming import doses_named
from bot.chat.handlers.typed_doses import moment_about, spelled
from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.moments import read_moment
from bot.chat.parsing.times import Problem
from bot.chat.parsing.verbs import read_verb
from bot.chat.present import reply, show
from bot.chat.turn import Turn
from bot.domain.moments import last_date, last_weekday
from bot.domain.terms import DoseId
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
    if verb == verbs.Correct():
        await days(turn, 0)
        return
    await _named(turn, verb, await _unsaid(turn, verb))


async def _unsaid(turn: Turn, verb: verbs.Correct) -> date:
    """Today, where no day was said; the day before where the dose is still to come today."""
    today = turn.scene.today
    if verb.day is not None or verb.date is not None or verb.wall is None:
        return today
    if verb.weekday not in (None, today.weekday()):
        return today
    dose = await correcting.at_time(turn.desk.store, turn.person.id, today, verb.wall)
    is_past = dose is not None and dose.due_at <= turn.at
    return today if is_past else today - timedelta(days=1)  # "correct 22:00", said in the morning


async def _named(turn: Turn, verb: verbs.Correct, unsaid: date) -> None:
    """The day that was said (else `unsaid`), and its dose of that time."""
    day: date | None = unsaid
    if verb.day is not None:
        day = turn.scene.today + timedelta(days=verb.day)
    elif verb.date is not None:
        day = last_date(*verb.date, turn.scene.today)
    elif verb.weekday is not None:
        day = last_weekday(verb.weekday, unsaid)
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
    screen = await step_screen(turn, about)
    if screen is None:
        return False
    if await _by_label(turn, screen, text):
        return True
    step, _, rest = about.partition("|")
    act = _WORDS.get(step)
    return act is not None and await act(turn, rest, text)


async def _typed_day(turn: Turn, page: str, text: str) -> bool:
    return await _typed_named(turn, turn.scene.today, text)


async def _typed_dose(turn: Turn, detail: str, text: str) -> bool:
    return await _typed_named(turn, day_of(detail) or turn.scene.today, text)


async def _typed_named(turn: Turn, day: date, text: str) -> bool:
    """ "12 Nov", "14:00", as behind "correct"."""
    verb = read_verb(f"correct {text}")
    if not isinstance(verb, verbs.Correct) or verb == verbs.Correct():
        return False
    await (said(turn, verb) if verb.unclear else _named(turn, verb, day))
    return True


async def _typed_time(turn: Turn, which: str, text: str) -> bool:
    dose = await undoing.own(turn.desk.store, turn.person, dose_of(which))
    when = read_moment(text)
    if dose is None or isinstance(when, Problem):
        return False
    await taken(turn, dose, moment_about(turn, when, dose))
    return True


async def _typed_which(turn: Turn, about: str, text: str) -> bool:
    """ "14:00", "the 14:00 one": what the button of that dose does."""
    screen = await step_screen(turn, f"which|{about}")
    offered = [await undoing.own(turn.desk.store, turn.person, each) for each in _offered(about)]
    named = doses_named(turn, text, [dose for dose in offered if dose is not None])
    if screen is None or len(named) != 1:
        return False
    for tap in (button.tap for row in screen.rows for button in row):
        if tap.subject == named[0].id and tap.verb is not Verb.CORRECT_DOSE:  # no [Back]
            await _TAPS[tap.verb](turn, tap)
    return True


def _offered(about: str) -> tuple[DoseId, ...]:
    return doses_of(about.partition("|")[2])[1]


async def _typed_extra(turn: Turn, about: str, text: str) -> bool:
    which, _, minutes = about.partition("|")
    dose = await undoing.own(turn.desk.store, turn.person, dose_of(which))
    verb = read_verb(text)
    if dose is None:
        return False
    if isinstance(verb, verbs.Yes):
        await taken(turn, dose, instant_of(minutes), named=True, extra=True)
    elif isinstance(verb, verbs.No | verbs.Undo):
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
    Verb.SAME_DOSE: dose_taps.same_dose,
    Verb.LOG: looking.tap_week,
}
_WORDS: dict[str, Callable[[Turn, str, str], Awaitable[bool]]] = {
    "days": _typed_day,
    "day": _typed_dose,
    "dose": _typed_time,
    "when": _typed_time,
    "which": _typed_which,
    "extra": _typed_extra,
}
