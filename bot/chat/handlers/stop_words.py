"""Words of somebody who stops, or wants to be forgotten, wherever they stand: the guard."""

from __future__ import annotations

import logging

from bot.chat.handlers import stopping, symptoms
from bot.chat.parsing.erasing import erases
from bot.chat.parsing.quitting import quits
from bot.chat.parsing.stop_reasons import read_stop_reason
from bot.chat.present import reply
from bot.chat.turn import Turn
from bot.domain.stopping import StopReason, StopWay
from bot.screens import stopping as screens
from bot.usecases import StorageFault

_log = logging.getLogger(__name__)
_BARE = 30  # characters: "I want to stop" tells no more than that it was said


async def heard(turn: Turn, text: str) -> bool:
    """The guard, where somebody stops or wants to be forgotten in these words; else False."""
    if erases(text):
        await _erase(turn)
    elif quits(text):
        await said(turn, text)
    else:
        return False
    return True


async def _erase(turn: Turn) -> None:
    """To be forgotten is a way to stop. Nothing is deleted from the chat yet, which is said."""
    honest = turn.scene.html("stop-erase")
    outcome = await stopping.begun(turn, StopWay.DELETION, None, None, turn.cause, honest)
    if outcome is not None:
        guard = screens.because if outcome.unwell else screens.why
        await reply(turn, guard(turn.scene, outcome).below(honest))


async def said(turn: Turn, text: str) -> None:
    """Words of somebody who stops: the guard, before whatever else was being asked."""
    words = text if len(text) > _BARE else None
    read = stopping.signs_in(turn, text)
    if read is None:
        why = read_stop_reason(text)
        outcome = await stopping.begun(turn, StopWay.SAID, why, words, turn.cause)
        if outcome is not None:
            await reply(turn, screens.because(turn.scene, outcome))
        return
    try:
        await stopping.begun(turn, StopWay.SAID, StopReason.SIDE_EFFECTS, words, None)
    except StorageFault as fault:  # what they feel waits for no database
        _log.error("a wish to stop could not be kept: %s", fault)
    await symptoms.tell(turn, read.said, text)
