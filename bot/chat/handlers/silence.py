"""Reminders only, and asking again, tapped and typed."""

from __future__ import annotations

from bot.chat.present import show
from bot.chat.turn import Turn
from bot.domain.pause_outcomes import NothingPaused
from bot.screens import general, pausing
from bot.screens import silence as screens
from bot.usecases import history, lives, silence


async def reminders_only(turn: Turn) -> None:
    """[Reminders only]: reminders come, and nothing is asked about what became of them."""
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    store = turn.desk.store
    await silence.choose_reminders_only(store, turn.desk.policy, turn.person, turn.at, turn.cause)
    await show(turn, screens.only(turn.scene, await lives.life(store, turn.person, turn.at)))


async def keep_asking(turn: Turn) -> None:
    """[Keep asking]: as before. With reminders only, it means to ask again."""
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    life = await lives.life(turn.desk.store, turn.person, turn.at)
    if life.reminders_only:
        await ask_again(turn)
    else:
        await show(turn, general.say(turn.scene, "silence-kept"))


async def ask_again(turn: Turn) -> None:
    """[Ask me again]: doses that are not logged are asked about from now on."""
    store = turn.desk.store
    if await silence.ask_again(store, turn.person, turn.at, turn.cause):
        await show(turn, general.say(turn.scene, "only-ended"))
        return
    day = await history.today(store, turn.person.id, turn.at)
    await show(turn, pausing.nothing_paused(turn.scene, NothingPaused(day.life, day.next)))
