"""The answers to "are you moving more smoothly?", tapped and typed."""

from __future__ import annotations

from bot.chat.handlers.typed_doses import is_label
from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.verbs import read_verb
from bot.chat.present import show
from bot.chat.turn import Turn
from bot.domain.terms import Movement
from bot.screens import moving as screens
from bot.screens.screen import Tap
from bot.usecases import moving


async def tap(turn: Turn, tap: Tap) -> None:
    """[Yes], [Not yet], [Worse]."""
    day, _, movement = tap.detail.partition(".")
    await _told(turn, int(day), Movement(movement))


async def answer(turn: Turn, about: str, text: str) -> bool:
    """ "Yes", "not yet", "worse". False where the words are none of them."""
    movement = _read(turn, text)
    if movement is not None:
        await _told(turn, int(about), movement)
    return movement is not None


def _read(turn: Turn, text: str) -> Movement | None:
    verb = read_verb(text)
    if isinstance(verb, verbs.Yes):
        return Movement.YES
    if isinstance(verb, verbs.No) or is_label(turn, text, "button-not-yet"):
        return Movement.NOT_YET
    return Movement.WORSE if is_label(turn, text, "button-worse") else None


async def _told(turn: Turn, day: int, movement: Movement) -> None:
    await moving.answer(turn.desk.store, turn.person, day, movement, turn.at, turn.cause)
    await show(turn, screens.answered(turn.scene, day, movement))
