"""The stop guard, said and tapped: why, the words, and what the person decides."""

from __future__ import annotations

import logging
from dataclasses import replace
from uuid import UUID

from bot.chat.handlers import deciding, symptoms
from bot.chat.parsing.erasing import erases
from bot.chat.parsing.quitting import quits
from bot.chat.parsing.stop_reasons import read_stop_reason, signs_in
from bot.chat.present import reply, show
from bot.chat.turn import Turn
from bot.domain.stop_outcomes import NoWish, Unasked, Wished
from bot.domain.stopping import StopReason, StopWay
from bot.domain.symptoms import Symptom
from bot.screens import stopping as screens
from bot.screens.screen import Tap, Verb
from bot.usecases import Cause, StorageFault, stopping
from bot.words import Markup

_log = logging.getLogger(__name__)
_WORDS_MOST = 400  # characters that are kept of what was said


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
    outcome = await _begun(turn, StopWay.DELETION, None, None, turn.cause, honest)
    if outcome is not None:
        guard = screens.because if outcome.unwell else screens.why
        await reply(turn, guard(turn.scene, outcome).below(honest))


async def said(turn: Turn, text: str) -> None:
    """Words of somebody who stops: the guard, before whatever else was being asked."""
    words = " ".join(text.split())[:_WORDS_MOST]
    told = _signs(turn, text)
    if not told:
        outcome = await _begun(turn, StopWay.SAID, read_stop_reason(text), words, turn.cause)
        if outcome is not None:
            await reply(turn, screens.because(turn.scene, outcome))
        return
    try:
        await _begun(turn, StopWay.SAID, StopReason.SIDE_EFFECTS, words, None)
    except StorageFault as fault:  # what they feel waits for no database
        _log.error("a wish to stop could not be kept: %s", fault)
    await symptoms.tell(turn, told, words)


def _signs(turn: Turn, text: str) -> dict[Symptom, int | None]:
    return {} if turn.person.onboarded_at is None else signs_in(text, turn.desk.policy)


async def command(turn: Turn) -> None:
    """/stop."""
    outcome = await _begun(turn, StopWay.SAID, None, None, turn.cause)
    if outcome is not None:
        await reply(turn, screens.why(turn.scene, outcome))


async def tap_stop(turn: Turn, tap: Tap) -> None:
    """[Side effects] or [Want to stop] under a question that would stop something."""
    way, _, reason = tap.detail.partition(".")
    beside = replace(turn, message_id=None)  # the question stays to be answered
    why = StopReason(reason) if reason else None
    outcome = await _begun(beside, StopWay(way), why, None, None if reason else turn.cause)
    if outcome is not None and reason:
        await _which_signs(beside, outcome)
    elif outcome is not None:
        await reply(turn, screens.why(turn.scene, outcome))


async def side_effects(turn: Turn) -> bool:
    """ "Side effects", typed under another question that would stop something; False at none."""
    desk = turn.desk
    way = await stopping.asked_by(desk.store, desk.policy, turn.person, turn.at)
    if way is None:
        return False
    await tap_stop(turn, Tap(Verb.STOP, detail=f"{way}.{StopReason.SIDE_EFFECTS}"))
    return True


async def _begun(
    turn: Turn,
    way: StopWay,
    reason: StopReason | None,
    words: str | None,
    cause: Cause | None,
    above: Markup | None = None,
) -> Wished | None:
    """`above`: what is said over the warning to somebody of whom nothing is kept."""
    desk = turn.desk
    outcome = await stopping.begin(
        desk.store, desk.policy, turn.person, way, reason, words, turn.at, cause
    )
    if isinstance(outcome, Unasked):
        screen = screens.unasked(turn.scene)
        await reply(turn, screen if above is None else screen.below(above))
        return None
    return outcome


async def _which_signs(turn: Turn, outcome: Wished) -> None:
    """Triage comes first: which signs? The guard goes on after its answer."""
    if turn.person.onboarded_at is None:
        await show(turn, screens.because(turn.scene, outcome))
    else:
        await symptoms.start(turn)


async def tap_why(turn: Turn, tap: Tap) -> None:
    """A reason."""
    if tap.subject is None:
        await deciding.old(turn)
    else:
        await because(turn, tap.subject, StopReason(tap.detail))


async def because(turn: Turn, which: UUID, reason: StopReason, words: str | None = None) -> None:
    """A reason, tapped or typed; asking for a taper is one that is done at once."""
    if reason is StopReason.TAPER:
        await deciding.taper(turn, which)
        return
    ill = reason is StopReason.SIDE_EFFECTS
    outcome = await stopping.because(
        turn.desk.store, turn.person, which, reason, words, turn.at, None if ill else turn.cause
    )
    if ill and isinstance(outcome, Wished):
        await _which_signs(turn, outcome)
    else:
        await _shown(turn, outcome)


async def signs(turn: Turn, which: UUID, text: str) -> bool:
    """Signs that are told as the reason: triage answers them, and then the guard goes on."""
    if not (told := _signs(turn, text)):
        return False
    await stopping.because(
        turn.desk.store, turn.person, which, StopReason.SIDE_EFFECTS, text, turn.at, None
    )
    await symptoms.tell(turn, told, text)
    return True


async def tap_do(turn: Turn, tap: Tap) -> None:
    """[Keep my plan], [Ask for taper], [Stop anyway], [End my plan], [Back]."""
    if tap.subject is None:
        await deciding.old(turn)
        return
    match tap.detail:
        case "keep":
            await deciding.keep(turn, tap.subject)
        case "taper":
            await deciding.taper(turn, tap.subject)
        case "anyway":
            await deciding.sure(turn, tap.subject)
        case "end":
            await deciding.end(turn, tap.subject)
        case "back":
            await ask_why(turn, tap.subject)
        case _:
            await card(turn, tap.subject)


async def ask_why(turn: Turn, which: UUID) -> None:
    """Back to the reasons."""
    outcome = await stopping.ask(turn.desk.store, turn.person, which, turn.at)
    if isinstance(outcome, Wished):
        await show(turn, screens.why(turn.scene, outcome))
    else:
        await deciding.no_wish(turn, outcome)


async def card(turn: Turn, which: UUID) -> None:
    """What the reason calls for, once more."""
    await _shown(turn, await stopping.ask(turn.desk.store, turn.person, which, turn.at))


async def _shown(turn: Turn, outcome: Wished | NoWish) -> None:
    if isinstance(outcome, Wished):
        await show(turn, screens.because(turn.scene, outcome))
    else:
        await deciding.no_wish(turn, outcome)
