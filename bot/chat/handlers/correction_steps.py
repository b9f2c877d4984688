"""The step of a correction that waits, on its screen: for words on a button, and to say it anew."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.chat.handlers.correcting import day_of, days_screen, of_day
from bot.chat.turn import Turn
from bot.domain.dose import Dose
from bot.domain.outcomes import WhichCorrected
from bot.screens import corrected as outcomes
from bot.screens import correcting as screens
from bot.screens.buttons import instant_of
from bot.screens.screen import Screen
from bot.usecases import correcting, undoing
from bot.usecases.questions import dose_of, doses_of


async def step_screen(turn: Turn, about: str) -> Screen | None:
    """`about`: the step and what it is about, as it was kept. None: its dose is gone."""
    step, _, rest = about.partition("|")
    if step == "days":
        return await days_screen(turn, rest)
    if step == "day":
        day = day_of(rest) or turn.scene.today
        return screens.doses(turn.scene, turn.desk.policy, day, await of_day(turn, day))
    which, _, said = rest.partition("|")
    dose = await undoing.own(turn.desk.store, turn.person, dose_of(which))
    return None if dose is None else await _ABOUT_ONE[step](turn, dose, said)


async def _what(turn: Turn, dose: Dose, said: str) -> Screen:
    return screens.what(turn.scene, dose)


async def _when(turn: Turn, dose: Dose, said: str) -> Screen:
    return screens.when(turn.scene, dose)


async def _which(turn: Turn, dose: Dose, said: str) -> Screen | None:
    taken_at, offered = doses_of(said)
    found = [await undoing.own(turn.desk.store, turn.person, each) for each in offered]
    if taken_at is None:
        return None
    known = tuple(each for each in found if each is not None)
    return outcomes.which(turn.scene, WhichCorrected(dose, known, taken_at))


async def _extra(turn: Turn, dose: Dose, said: str) -> Screen | None:
    desk = turn.desk
    asked = await correcting.ask_extra(
        desk.store, desk.policy, turn.saying(), dose, instant_of(said)
    )
    return None if asked is None else outcomes.one_more(turn.scene, dose, asked)


_ABOUT_ONE: dict[str, Callable[[Turn, Dose, str], Awaitable[Screen | None]]] = {
    "dose": _what,
    "when": _when,
    "which": _which,
    "extra": _extra,
}
