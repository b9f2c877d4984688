"""The stop guard, said and tapped: why, the words, and what the person decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from bot.chat.handlers import setup as setting_up
from bot.chat.handlers import symptoms
from bot.chat.handlers.repeating import what_waits
from bot.chat.parsing.symptoms import SymptomsSaid, read_symptoms
from bot.chat.present import reply, show, strip, strip_tapped
from bot.chat.turn import Turn
from bot.domain.setup import Purpose
from bot.domain.stop_outcomes import Ended, Kept, NoWish, TaperWished, Unasked, Wished
from bot.domain.stopping import StopReason, StopWay
from bot.domain.symptoms import Symptom
from bot.screens import ending as end_screens
from bot.screens import general, pausing
from bot.screens import stopping as screens
from bot.screens.screen import Tap
from bot.usecases import Cause, ending, lives, stopping
from bot.words import Markup


def signs_in(turn: Turn, text: str) -> SymptomsSaid | None:
    """The signs told along with a wish to stop; what is no known sign is the wish itself."""
    read = None if turn.person.onboarded_at is None else read_symptoms(text)
    said: Mapping[Symptom, int | None] = {} if read is None else read.said
    known = dict(said)
    known.pop(Symptom.OTHER, None)
    return SymptomsSaid(known, whole=False) if known else None


async def command(turn: Turn) -> None:
    """/stop."""
    outcome = await begun(turn, StopWay.SAID, None, None, turn.cause)
    if outcome is not None:
        await reply(turn, screens.why(turn.scene, outcome))


async def tap_stop(turn: Turn, tap: Tap) -> None:
    """[Side effects] or [Want to stop] under a question that would stop something."""
    way, _, reason = tap.detail.partition(".")
    beside = replace(turn, message_id=None)  # the question stays to be answered
    why = StopReason(reason) if reason else None
    outcome = await begun(beside, StopWay(way), why, None, None if reason else turn.cause)
    if outcome is not None and reason:
        await _which_signs(beside, outcome)
    elif outcome is not None:
        await reply(turn, screens.why(turn.scene, outcome))


async def begun(
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
        await _old(turn)
    else:
        await because(turn, tap.subject, StopReason(tap.detail))


async def because(turn: Turn, which: UUID, reason: StopReason, words: str | None = None) -> None:
    """A reason, tapped or typed; asking for a taper is one that is done at once."""
    if reason is StopReason.TAPER:
        await taper(turn, which)
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
    read = signs_in(turn, text)
    if read is None:
        return False
    await stopping.because(
        turn.desk.store, turn.person, which, StopReason.SIDE_EFFECTS, text, turn.at, None
    )
    await symptoms.tell(turn, read.said, text)
    return True


async def tap_do(turn: Turn, tap: Tap) -> None:
    """[Keep my plan], [Ask for taper], [Stop anyway], [End my plan], [Back]."""
    if tap.subject is None:
        await _old(turn)
        return
    match tap.detail:
        case "keep":
            await keep(turn, tap.subject)
        case "taper":
            await taper(turn, tap.subject)
        case "anyway":
            await sure(turn, tap.subject)
        case "end":
            await end(turn, tap.subject)
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
        await _no_wish(turn, outcome)


async def card(turn: Turn, which: UUID) -> None:
    """What the reason calls for, once more."""
    await _shown(turn, await stopping.ask(turn.desk.store, turn.person, which, turn.at))


async def sure(turn: Turn, which: UUID) -> None:
    """[Stop anyway]: what that would do; nothing is done before the second tap."""
    outcome = await stopping.ask(turn.desk.store, turn.person, which, turn.at, sure=True)
    if isinstance(outcome, Wished):
        await show(turn, end_screens.sure(turn.scene, turn.desk.policy, outcome))
    else:
        await _no_wish(turn, outcome)


async def _shown(turn: Turn, outcome: Wished | NoWish) -> None:
    if isinstance(outcome, Wished):
        await show(turn, screens.because(turn.scene, outcome))
    else:
        await _no_wish(turn, outcome)


async def keep(turn: Turn, which: UUID) -> None:
    """Nothing changes; what was asked before goes on."""
    outcome = await stopping.keep(turn.desk.store, turn.person, which, turn.at, turn.cause)
    if isinstance(outcome, Kept):
        await show(turn, screens.kept(turn.scene, outcome))
        await _go_on(turn)
    else:
        await _no_wish(turn, outcome)


async def taper(turn: Turn, which: UUID) -> None:
    """The request for a taper, recorded at once."""
    outcome = await stopping.taper(turn.desk.store, turn.person, which, turn.at, turn.cause)
    if isinstance(outcome, TaperWished):
        await show(turn, general.taper(turn.scene, outcome.view))
        await _go_on(turn)
    else:
        await _no_wish(turn, outcome)


async def end(turn: Turn, which: UUID) -> None:
    """The second tap: the plan is ended, by the person's own decision."""
    desk = turn.desk
    outcome = await ending.end(desk.store, desk.policy, turn.person, which, turn.at, turn.cause)
    if not isinstance(outcome, Ended):
        await _no_wish(turn, outcome)
        return
    await show(turn, end_screens.ended(turn.scene, desk.policy, outcome))
    for each in outcome.cards:
        if each.message_id != turn.message_id:
            await strip(turn.bot, each.telegram_id, each.message_id)
    await _go_on(turn)


async def _go_on(turn: Turn) -> None:
    """The question that the guard came before, once more; nothing where none waits."""
    await what_waits(replace(turn, message_id=None))


async def _no_wish(turn: Turn, outcome: NoWish) -> None:
    await strip_tapped(turn)
    await reply(turn, screens.no_wish(turn.scene, outcome))


async def _old(turn: Turn) -> None:
    life = await lives.life(turn.desk.store, turn.person, turn.at)
    await _no_wish(turn, NoWish(life))


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
