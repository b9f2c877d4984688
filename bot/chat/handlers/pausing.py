"""Pausing reminders and going on, tapped and typed."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.chat.handlers import hospital, looking, silence
from bot.chat.handlers.typed_doses import is_label
from bot.chat.parsing import verb_values as verbs
from bot.chat.parsing.english import ENGLISH
from bot.chat.parsing.pause_verbs import read_pause_end
from bot.chat.parsing.times import Problem
from bot.chat.parsing.verbs import read_verb
from bot.chat.present import show
from bot.chat.turn import Turn
from bot.domain.outcomes import NoPlan
from bot.domain.pause_outcomes import (
    AskHowLong,
    InHospital,
    NothingPaused,
    Paused,
    Resumed,
)
from bot.domain.pauses import Days, For, PauseEnd, Until
from bot.domain.terms import PauseId
from bot.screens import general, pausing
from bot.screens.buttons import instant_of
from bot.screens.screen import Tap
from bot.usecases import lives, pauses

_OFFERED: dict[str, PauseEnd] = {
    "4h": For(timedelta(hours=4)),
    "1d": Until(None, ahead=1),
    "3d": Days(3),
}
_UNREAD = (Problem.EMPTY, Problem.LEFTOVER, Problem.TOO_LONG)  # no answer at all


async def pause(turn: Turn, why: str | None = None) -> None:
    """/pause: for how long? Or the pause that runs. `why`: a message first."""
    outcome = await pauses.how_long(turn.desk.store, turn.person, turn.at)
    if isinstance(outcome, AskHowLong) and why is not None:
        screen = pausing.how_long(turn.scene, outcome, why=turn.scene.html(why))
        await show(turn, screen)
        return
    await _show(turn, outcome)


async def tap_pause(turn: Turn, tap: Tap) -> None:
    """[4 hours], [Until tomorrow], [3 days]; [Back]."""
    if tap.detail:
        await _ask_sure(turn, _OFFERED[tap.detail])
    else:
        await pause(turn)


async def typed_pause(turn: Turn, verb: verbs.Pause) -> None:
    """ "Pause", "pause 3 days"."""
    if verb.end is None:
        await pause(turn)
    elif isinstance(verb.end, Problem):
        await _unclear(turn, verb.end)
    else:
        await _ask_sure(turn, verb.end)


async def _unclear(turn: Turn, problem: Problem) -> None:
    hour = problem is Problem.AMBIGUOUS_HOUR
    await pause(turn, "pause-unclear-hour" if hour else "pause-unclear")


async def _ask_sure(turn: Turn, said: PauseEnd) -> None:
    desk = turn.desk
    await _show(turn, await pauses.ask_sure(desk.store, desk.policy, turn.person, said, turn.at))


async def tap_sure(turn: Turn, tap: Tap) -> None:
    """[Pause reminders]: the second tap."""
    await _confirm(turn, instant_of(tap.detail))


async def _confirm(turn: Turn, ends_at: datetime) -> None:
    desk = turn.desk
    outcome = await pauses.pause(desk.store, desk.policy, turn.person, ends_at, turn.at, turn.cause)
    await _show(turn, outcome)


async def _show(turn: Turn, outcome: pauses.Asked | Paused) -> None:
    life = await lives.life(turn.desk.store, turn.person, turn.at)
    if isinstance(outcome, NoPlan) and life.has_no_plan:
        await show(turn, pausing.standing(turn.scene, life))
        return
    await show(turn, pausing.asked(turn.scene, turn.desk.policy, outcome))


async def tap_resume(turn: Turn, tap: Tap) -> None:
    """[Resume]: of the pause that the button names."""
    await resume(turn, None if tap.subject is None else PauseId(tap.subject))


async def resume(turn: Turn, which: PauseId | None = None) -> None:
    """/resume: whatever holds the bot back ends: a pause, a stay in hospital, reminders only."""
    desk = turn.desk
    if turn.person.onboarded_at is None:
        await show(turn, general.bare(turn.scene, "not-set-up"))
        return
    life = await lives.life(desk.store, turn.person, turn.at)
    if life.in_hospital:
        await hospital.home(turn)
        return
    if life.is_stopped:
        await looking.change_plan(turn)
        return
    if life.reminders_only and life.pause is None and which is None:
        await silence.ask_again(turn)
        return
    outcome = await pauses.resume(desk.store, desk.policy, turn.person, which, turn.at, turn.cause)
    match outcome:
        case Resumed():
            await show(turn, pausing.resumed(turn.scene, outcome))
        case NothingPaused():
            await show(turn, pausing.nothing_paused(turn.scene, outcome))
        case InHospital(now):
            await show(turn, pausing.in_hospital(turn.scene, now))


async def answer_end(turn: Turn, about: str, text: str) -> bool:
    """The typed end of a pause, asked for just before."""
    verb = read_verb(text)
    if verb is not None and not isinstance(verb, verbs.Snooze | verbs.Pause):
        return False
    end = verb.end if isinstance(verb, verbs.Pause) else read_pause_end(text, ENGLISH)
    if end is None or (isinstance(end, Problem) and end in _UNREAD):
        return False
    await (_unclear(turn, end) if isinstance(end, Problem) else _ask_sure(turn, end))
    return True


async def answer_sure(turn: Turn, about: str, text: str) -> bool:
    """The typed yes or no to a pause; another end is asked about anew."""
    verb = read_verb(text)
    if isinstance(verb, verbs.Yes) or is_label(turn, text, "button-pause-ok"):
        await _confirm(turn, datetime.fromisoformat(about))
    elif isinstance(verb, verbs.No):
        await hospital.stay(turn)
    elif is_label(turn, text, "button-back"):
        await pause(turn)
    else:
        return await answer_end(turn, about, text)
    return True
