"""The typed form of buttons that no verb is, with nothing asked just before."""

from __future__ import annotations

from bot.chat.handlers import deciding, doses, looking, stopping, typed_doses
from bot.chat.handlers.typed_doses import is_label
from bot.chat.turn import Turn
from bot.domain.dose_events import NotTaken
from bot.usecases import doubt


async def by_label(turn: Turn, text: str) -> bool:
    """The words on a button, typed with nothing asked just before; False where they are none."""
    if is_label(turn, text, "button-not-taken"):
        await typed_doses.answer_open(turn, NotTaken())
    elif is_label(turn, text, "button-withdraw"):
        await looking.taper_withdraw(turn)
    elif is_label(turn, text, "button-took-at", "button-earlier", "button-on-time"):
        return await _when(turn, text)
    else:
        return await _of_the_guard(turn, text)
    return True


async def _when(turn: Turn, text: str) -> bool:
    """The dose that is in question was taken on time, or at a time to be told."""
    dose = await doubt.in_question(turn.desk.store, turn.saying())
    if dose is None:
        return False
    if is_label(turn, text, "button-on-time"):
        await doses.named(turn, dose, dose.due_at)
    else:
        await doses.ask_when(turn, dose)
    return True


async def _of_the_guard(turn: Turn, text: str) -> bool:
    """The buttons of the stop guard, and of what comes after a plan was ended."""
    if is_label(turn, text, "button-side_effects"):
        return await stopping.side_effects(turn)
    if is_label(turn, text, "button-start-again"):
        await deciding.again(turn)
    elif is_label(turn, text, "button-no-signs", "button-have-signs"):
        await deciding.check(turn, signs=is_label(turn, text, "button-have-signs"))
    else:
        return False
    return True
