"""What is shown of a plan that counts from now on."""

from __future__ import annotations

from bot.chat.present import edit, show
from bot.chat.turn import Turn, scene_of
from bot.domain.outcomes import Started
from bot.domain.terms import DoseState
from bot.screens import cards, echo, replanned, standing
from bot.usecases import lives, people


async def started(turn: Turn, outcome: Started) -> None:
    """The plan, and on the card of a dose from before, until when that is open now."""
    person = await people.get(turn.desk.store, turn.person.id)
    scene = scene_of(person, turn.at)
    life = await lives.life(turn.desk.store, person, turn.at)
    started = echo.started(scene, outcome, paused=life.is_paused)
    await show(turn, standing.with_life(scene, started, life))
    opened = outcome.open
    over = opened is not None and opened.state is DoseState.UNKNOWN
    if opened is not None and (over or opened.closes_at > turn.at):
        now = (replanned.over if over else cards.reminder)(scene, opened)
        for card in outcome.cards:
            await edit(turn.bot, card.telegram_id, card.message_id, now)
