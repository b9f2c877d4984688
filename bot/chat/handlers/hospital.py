"""Going into hospital and coming home, tapped and typed."""

from __future__ import annotations

from bot.chat.handlers import setup as setting_up
from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.verbs import read_verb
from bot.chat.present import show, strip, strip_tapped
from bot.chat.turn import Turn
from bot.domain.outcomes import NoPlan
from bot.domain.pause_outcomes import Admitted, InHospital, NothingPaused
from bot.domain.setup import Purpose
from bot.screens import general, pausing
from bot.screens.screen import Tap
from bot.usecases import history, lives, questions
from bot.usecases import hospital as staying


async def hospital(turn: Turn) -> None:
    """/hospital: in hospital now? In it already: what holds, and the way home."""
    outcome = await staying.ask_hospital(turn.desk.store, turn.person, turn.at)
    if isinstance(outcome, NoPlan):
        await show(turn, general.bare(turn.scene, "not-set-up"))
    elif outcome.in_hospital:
        await show(turn, pausing.in_hospital(turn.scene, outcome))
    else:
        await show(turn, pausing.ask_hospital(turn.scene))


async def tap_hospital(turn: Turn, tap: Tap) -> None:
    """[Yes], [No]."""
    if tap.detail == "yes":
        await _admit(turn)
    elif tap.detail == "no":
        await stay(turn)
    else:
        await hospital(turn)


async def answer(turn: Turn, about: str, text: str) -> bool:
    """The typed yes or no."""
    verb = read_verb(text)
    if isinstance(verb, verbs.Yes | verbs.Hospital):
        await _admit(turn)
    elif isinstance(verb, verbs.No):
        await stay(turn)
    else:
        return False
    return True


async def stay(turn: Turn) -> None:
    """ "No": nothing changes, and a later "yes" is no answer to what was asked."""
    await questions.forget(turn.desk.store, turn.person)
    await show(turn, general.say(turn.scene, "life-same"))


async def _admit(turn: Turn) -> None:
    """Nothing is asked any more, and no card can be tapped."""
    desk = turn.desk
    outcome = await staying.admit(desk.store, desk.policy, turn.person, turn.at, turn.cause)
    match outcome:
        case NoPlan():
            await show(turn, general.bare(turn.scene, "not-set-up"))
        case InHospital(life):
            await show(turn, pausing.in_hospital(turn.scene, life))
        case Admitted(_, cards):
            await show(turn, pausing.admitted(turn.scene))
            for card in cards:
                if card.message_id != turn.message_id:
                    await strip(turn.bot, card.telegram_id, card.message_id)


async def home(turn: Turn) -> None:
    """ "I am home": the plan is told anew, and only then anything is sent."""
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    life = await lives.life(turn.desk.store, turn.person, turn.at)
    if not life.in_hospital:
        day = await history.today(turn.desk.store, turn.person.id, turn.at)
        await show(turn, pausing.nothing_paused(turn.scene, NothingPaused(life, day.next)))
        return
    await strip_tapped(turn)
    await setting_up.begin(turn, Purpose.HOME)
