"""What a person decides at the stop guard, and what comes after a plan was ended."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from bot.chat.handlers import setup as setting_up
from bot.chat.handlers.repeating import what_waits
from bot.chat.present import reply, show, strip, strip_tapped
from bot.chat.turn import Turn
from bot.domain.setup import Purpose
from bot.domain.stop_outcomes import Ended, Kept, NoWish, TaperWished, Wished
from bot.screens import ending as end_screens
from bot.screens import general, pausing
from bot.screens import stopping as screens
from bot.screens.screen import Tap
from bot.usecases import ending, lives, stopping


async def sure(turn: Turn, which: UUID) -> None:
    """[Stop anyway]: what that would do; nothing is done before the second tap."""
    outcome = await stopping.ask(turn.desk.store, turn.person, which, turn.at, sure=True)
    if isinstance(outcome, Wished):
        await show(turn, end_screens.sure(turn.scene, turn.desk.policy, outcome))
    else:
        await no_wish(turn, outcome)


async def keep(turn: Turn, which: UUID) -> None:
    """Nothing changes; what was asked before goes on."""
    outcome = await stopping.keep(turn.desk.store, turn.person, which, turn.at, turn.cause)
    if isinstance(outcome, Kept):
        await show(turn, screens.kept(turn.scene, outcome))
        await _go_on(turn)
    else:
        await no_wish(turn, outcome)


async def taper(turn: Turn, which: UUID) -> None:
    """The request for a taper, recorded at once."""
    outcome = await stopping.taper(turn.desk.store, turn.person, which, turn.at, turn.cause)
    if isinstance(outcome, TaperWished):
        await show(turn, general.taper(turn.scene, outcome.view))
        await _go_on(turn)
    else:
        await no_wish(turn, outcome)


async def end(turn: Turn, which: UUID) -> None:
    """The second tap: the plan is ended, by the person's own decision."""
    desk = turn.desk
    outcome = await ending.end(desk.store, desk.policy, turn.person, which, turn.at, turn.cause)
    if not isinstance(outcome, Ended):
        await no_wish(turn, outcome)
        return
    await show(turn, end_screens.ended(turn.scene, desk.policy, outcome))
    for each in outcome.cards:
        if each.message_id != turn.message_id:
            await strip(turn.bot, each.telegram_id, each.message_id)
    await _go_on(turn)


async def _go_on(turn: Turn) -> None:
    """The question that the guard came before, once more; nothing where none waits."""
    await what_waits(replace(turn, message_id=None), guard=True)


async def no_wish(turn: Turn, outcome: NoWish) -> None:
    """The wish is settled already, or none was."""
    await strip_tapped(turn)
    await reply(turn, screens.no_wish(turn.scene, outcome))


async def old(turn: Turn) -> None:
    """A button of before."""
    await no_wish(turn, NoWish(await lives.life(turn.desk.store, turn.person, turn.at)))


async def tap_check(turn: Turn, tap: Tap) -> None:
    """[No signs], [I have signs]."""
    await check(turn, signs=tap.detail == "signs")


async def check(turn: Turn, *, signs: bool) -> None:
    """How somebody is who ended their plan."""
    life = await lives.life(turn.desk.store, turn.person, turn.at)
    shown = end_screens.check_signs if signs else end_screens.check_fine
    await show(turn, shown(turn.scene, life))


async def again(turn: Turn) -> None:
    """[Start again]: the plan is told anew, and only then anything is sent."""
    life = await lives.life(turn.desk.store, turn.person, turn.at)
    if not life.is_stopped:
        await show(turn, pausing.standing(turn.scene, life))
        return
    await strip_tapped(turn)
    await setting_up.begin(turn, Purpose.AGAIN)
