"""Free text: a wish to stop first, then the question that waits, then verbs; no dead end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from bot.chat.handlers import doses, looking
from bot.chat.handlers import setup as setting_up
from bot.chat.handlers.typed_setup import typed as typed_setup
from bot.chat.parsing import verbs
from bot.chat.parsing.times import Problem, TimeRead, read_ago, read_time
from bot.chat.present import reply
from bot.chat.turn import Turn
from bot.domain.dose_events import NotSure, NotTaken, Skip, Snooze, Took
from bot.domain.moments import just_past, nearest
from bot.domain.outcomes import Asked
from bot.domain.setup import Question
from bot.domain.terms import DoseId, SkipReason, TaperReason
from bot.screens import asking, general
from bot.screens.screen import Screen
from bot.usecases import doses as answering
from bot.usecases import questions, undoing
from bot.usecases import setup as setup_case
from bot.usecases.questions import dose_of

Act = Callable[[Turn, Any], Awaitable[None]]
_SNOOZE_UNSAID = 15  # minutes
_FIRST = (verbs.Stop, verbs.Cancel, verbs.Help)


async def hear(turn: Turn, text: str) -> None:
    """Answer what a person typed."""
    verb = verbs.read_verb(text)
    if isinstance(verb, _FIRST):
        await _ACTS[type(verb)](turn, verb)
        return
    desk = turn.desk
    waiting = await setup_case.waiting(desk.store, desk.policy, turn.person, turn.at)
    problem: Callable[[], Awaitable[None]] | None = None
    if isinstance(waiting, Asked):
        problem = await typed_setup(turn, waiting, text)
        if problem is None:
            return
    elif waiting is not None and await _small_question(turn, *waiting, text):
        return
    act = None if verb is None else _ACTS.get(type(verb))
    if act is not None:
        await act(turn, verb)
    elif problem is not None:
        await problem()
    elif turn.person.onboarded_at is None:
        await reply(turn, general.bare(turn.scene, "unknown", "not-set-up"))
    else:
        await reply(turn, general.not_understood(turn.scene))


async def _small_question(turn: Turn, question: Question, about: str, text: str) -> bool:
    """A typed answer to "when?" or "why?"; False where the words are no answer to it."""
    if question is Question.TOOK_WHEN:
        return await _took_when(turn, dose_of(about), text)
    if verbs.read_verb(text) is not None:
        return False
    await questions.forget(turn.desk.store, turn.person)
    if question is Question.SKIP_REASON:
        await _skip_reason(turn, dose_of(about), text)
    else:
        await looking.taper_because(turn, TaperReason.OTHER)
    return True


async def _took_when(turn: Turn, which: DoseId, text: str) -> bool:
    dose = await undoing.own(turn.desk.store, turn.person, which)
    if dose is None:
        return False
    ago = read_ago(text)
    if isinstance(ago, timedelta):
        taken_at = turn.at - ago
    else:
        read = ago or read_time(text)
        if isinstance(read, Problem):
            return False
        taken_at = nearest(read.wall, read.day, turn.scene.zone, turn.at, dose.due_at)
    outcome = await answering.answer(
        turn.desk.store, turn.desk.policy, turn.saying(), dose.id, Took(taken_at), turn.cause
    )
    await questions.forget(turn.desk.store, turn.person)
    await doses.answered(turn, outcome)
    return True


async def _skip_reason(turn: Turn, which: DoseId, text: str) -> None:
    outcome = await answering.answer(
        turn.desk.store,
        turn.desk.policy,
        turn.saying(text),
        which,
        Skip(SkipReason.OTHER),
        turn.cause,
    )
    await doses.answered(turn, outcome)


async def _taken(turn: Turn, verb: verbs.Taken) -> None:
    if verb.unclear is not None:
        await reply(turn, Screen(turn.scene.html(f"problem-{verb.unclear}", fragment="")))
        return
    await doses.take_typed(turn, _moment(turn, verb.when, verb.ago), verb.mg)


def _moment(turn: Turn, when: TimeRead | None, ago: timedelta | None) -> datetime | None:
    if ago is not None:
        return turn.at - ago
    if when is None:
        return None
    return just_past(when.wall, when.day, turn.scene.zone, turn.at)


async def _extra(turn: Turn, verb: verbs.Extra) -> None:
    await reply(turn, asking.ask_extra_plain(turn.scene, turn.at))


async def _skip(turn: Turn, verb: verbs.Skip) -> None:
    await doses.skip_typed(turn, verb.words)


async def _snooze(turn: Turn, verb: verbs.Snooze) -> None:
    await doses.answer_open(turn, Snooze(verb.minutes or _SNOOZE_UNSAID))


async def _not_sure(turn: Turn, verb: verbs.NotSure) -> None:
    await doses.answer_open(turn, NotSure())


async def _missed(turn: Turn, verb: verbs.Missed) -> None:
    await doses.answer_open(turn, NotTaken())


async def _undo(turn: Turn, verb: verbs.Undo) -> None:
    await doses.undo_latest(turn)


async def _log(turn: Turn, verb: verbs.Log) -> None:
    await looking.week(turn, verb.back)


def _plain(act: Callable[[Turn], Awaitable[None]]) -> Act:
    async def run(turn: Turn, verb: object) -> None:
        await act(turn)

    return run


_ACTS: dict[type, Act] = {
    verbs.Taken: _taken,
    verbs.Extra: _extra,
    verbs.Skip: _skip,
    verbs.Snooze: _snooze,
    verbs.NotSure: _not_sure,
    verbs.Missed: _missed,
    verbs.Undo: _undo,
    verbs.Log: _log,
    verbs.Today: _plain(looking.today),
    verbs.Back: _plain(looking.today),
    verbs.Plan: _plain(looking.plan),
    verbs.Timezone: _plain(looking.zone),
    verbs.Help: _plain(looking.help_screen),
    verbs.About: _plain(looking.about),
    verbs.Taper: _plain(looking.taper),
    verbs.Stop: _plain(looking.stop),
    verbs.Cancel: _plain(setting_up.cancel),
}
