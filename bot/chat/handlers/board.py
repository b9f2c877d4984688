"""The pinned day: wanted or not, and where its buttons lead."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.handlers import looking
from bot.chat.pinning import take_down
from bot.chat.present import show
from bot.chat.turn import Turn
from bot.screens import board as screens
from bot.screens import general
from bot.screens.screen import Tap
from bot.usecases import board


async def pin(turn: Turn) -> None:
    """ "pin", [Pin today]: the day stands at the top of the chat; it is sent when there is time."""
    await _switch(turn, on=True)


async def unpin(turn: Turn) -> None:
    """ "unpin", [Unpin]: the message goes, and none comes tomorrow."""
    stands = await _switch(turn, on=False)
    if stands is not None:
        await take_down(turn.bot, turn.chat_id, stands)


async def _switch(turn: Turn, *, on: bool) -> int | None:
    """Says how it is now; returns the message that stands."""
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return None
    stands = await board.switch(turn.desk.store, turn.person, turn.cause, on=on)
    await show(turn, screens.switched(turn.scene, on=on))
    return stands


async def tapped(turn: Turn, tap: Tap) -> None:
    """[Pin today], [Unpin]; [Log] and [Help] of the board, which itself stays as it is."""
    beside = replace(turn, message_id=None)
    match tap.detail:
        case "on":
            await pin(turn)
        case "off":
            await unpin(turn)
        case "log":
            await looking.week(beside)
        case _:
            await looking.help_screen(beside)
