"""[Not me] and [Yes, mine] under a changed plan, and the same in words."""

from __future__ import annotations

from bot.chat.handlers import looking
from bot.chat.present import reply, show, strip_tapped
from bot.chat.turn import Turn
from bot.domain.outcomes import NothingAsked
from bot.domain.terms import PlanId
from bot.screens import changing as screens
from bot.screens import log
from bot.screens.screen import Tap
from bot.usecases import changing, plans, setup_waiting


async def not_me(turn: Turn) -> None:
    """Typed "not me": about the plan as it stands."""
    await _take_back(turn, await changing.last_change(turn.desk.store, turn.person, turn.at))


async def mine(turn: Turn) -> None:
    """Typed "mine"."""
    await _own(turn, await changing.last_change(turn.desk.store, turn.person, turn.at))


async def tap_not_me(turn: Turn, tap: Tap) -> None:
    """[Not me]: the plan from before is asked about; only a confirmation brings it back."""
    await _take_back(turn, None if tap.subject is None else PlanId(tap.subject))


async def tap_mine(turn: Turn, tap: Tap) -> None:
    """[Yes, mine]: nothing changes. A button under an older change says how the plan stands."""
    last = await changing.last_change(turn.desk.store, turn.person, turn.at)
    await _own(turn, last if last is not None and last == tap.subject else None)


async def _take_back(turn: Turn, which: PlanId | None) -> None:
    desk = turn.desk
    asked = (
        NothingAsked()
        if which is None
        else await setup_waiting.take_back(
            desk.store, desk.policy, turn.person, which, turn.at, turn.cause
        )
    )
    if isinstance(asked, NothingAsked):
        await _no_change(turn)
        return
    await strip_tapped(turn)
    await reply(turn, screens.not_me(turn.scene, asked))


async def _own(turn: Turn, which: PlanId | None) -> None:
    if which is None:
        await _no_change(turn)
        return
    await strip_tapped(turn)
    await reply(turn, screens.mine(turn.scene))


async def _no_change(turn: Turn) -> None:
    view = await plans.show(turn.desk.store, turn.person.id, turn.at)
    if view is None:
        await looking.plan(turn)
        return
    await show(turn, screens.no_change(turn.scene, log.plan(turn.scene, view)))
